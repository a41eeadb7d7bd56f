#include <algorithm>
#include <map>

#include "accounting/rules/rules.h"

namespace accord::accounting {

namespace {

constexpr Code PB = code("PB"), BE = code("BE"), BA = code("BA"), PE = code("PE"), MF = code("MF"),
               DI = code("DI");

/// Places in the order of a balance (INFCIRC/153 paragraph 67) that a line may have.
struct Places {
  int first = 0, last = 0;
};
constexpr int increases = 2, decreases = 3;
Places places(Code c, material::Kind kind, bool either, const Signs& signs) {
  if (rounding_of(c) != 0) return {0, 8};
  if (c == PB) return {1, 1};
  if (c == BE) return {4, 4};
  if (c == DI && !either) return {5, 5};
  if (c == BA) return {6, 6};
  if (c == PE) return {7, 7};
  if (c == MF) return {8, 8};
  if (either) return {increases, decreases};
  return signs.of(c, kind) > 0 ? Places{increases, increases} : Places{decreases, decreases};
}

/// Category change that holds the weights of both categories in one entry.
bool holds_both(const EffectiveEntry& e, const Signs& signs) {
  if (!signs.is_category_change(e.entry->code)) return false;
  bool up = false, down = false;
  for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
    const int sign = signs.of(e.entry->code, e.source->weights[e.entry->weights + i].kind);
    up = up || sign > 0;
    down = down || sign < 0;
  }
  return up && down;
}

/// What stands so far of the balance of one kind of weight.
struct Seen {
  std::vector<Code> codes;
  int place = 0;
};

/// By category and obligation, where these are kept apart, and weight.
using SeenBy = std::map<std::pair<Account, material::Kind>, Seen>;

void check_entry(const EffectiveEntry& e, const RuleInput& input, SeenBy& seen,
                 Findings& findings) {
  const Code c = e.entry->code;
  const CodeRule* rule = input.profile.find(c);
  // Changes with a sign of their own stand among the increases or the decreases.
  const bool either = holds_both(e, input.signs) || (rule != nullptr && rule->algebraic);
  bool told = false;
  for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
    const material::Kind kind = e.source->weights[e.entry->weights + i].kind;
    if (!material::facts(kind).balanced) continue;
    Seen& so_far = seen[{e.entry->account, kind}];
    const bool twice = std::find(so_far.codes.begin(), so_far.codes.end(), c) != so_far.codes.end();
    so_far.codes.push_back(c);
    if (!material::facts(kind).element) continue;
    const Places own = places(c, kind, either, input.signs);
    const bool late = own.last < so_far.place;
    so_far.place = std::max(so_far.place, own.first);
    if (told || (!twice && !late)) continue;
    told = true;
    findings.add("V066", *e.source, *e.entry, 411,
                 to_string(c) + (twice ? " a second time" : " out of its place"),
                 twice ? "one line for each code"
                       : "PB, increases, decreases, BE, DI, BA, PE, MF, in this order");
  }
}

}  // namespace

void check_balance_order(const RuleInput& input, Findings& findings) {
  std::map<const Report*, SeenBy> reports;
  for (const EffectiveEntry& e : input.effective.entries) {
    if (e.report->header.kind != ReportKind::mbr) continue;
    const CodeRule* rule = input.profile.find(e.entry->code);
    if (rule != nullptr && rule->group == Group::rebatching)
      findings.add("V066", *e.source, *e.entry, 411, to_string(e.entry->code),
                   "no rebatching in a material balance report");
    else
      check_entry(e, input, reports[e.report], findings);
  }
  for (const Report* r : input.effective.reports) {
    const auto seen = reports.find(r);
    if (seen == reports.end()) continue;
    for (const auto& [of, so_far] : seen->second)
      for (const Code c : {PB, BA, PE, MF})
        if (std::find(so_far.codes.begin(), so_far.codes.end(), c) == so_far.codes.end())
          findings.add("V066", *r, static_cast<Label>(of.second), "no line " + to_string(c),
                       "PB, BA, PE and MF, also when they are 0");
  }
}

}  // namespace accord::accounting
