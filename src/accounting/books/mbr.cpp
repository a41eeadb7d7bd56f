#include "accounting/books/mbr.h"

#include <algorithm>

namespace accord::accounting {

using material::Kind;
using material::MassSum;

namespace {

std::string_view area_of(const EffectiveEntry& e) {
  return e.report->header.mba;
}
std::string_view area_of(const Report* r) {
  return r->header.mba;
}

/// The reports, or the effective entries, of one area, which stand together.
template <class T>
auto of_area(const std::vector<T>& all, std::string_view mba) {
  struct ByArea {
    bool operator()(const T& a, std::string_view m) const { return area_of(a) < m; }
    bool operator()(std::string_view m, const T& a) const { return m < area_of(a); }
  };
  return std::equal_range(all.begin(), all.end(), mba, ByArea{});
}

}  // namespace

const MbrLine* MbrKind::find(Code code) const {
  const auto at = std::find_if(lines.begin(), lines.end(),
                               [&](const MbrLine& line) { return line.code == code; });
  return at == lines.end() ? nullptr : &*at;
}

MassSum MbrKind::amount(Code code) const {
  const MbrLine* line = find(code);
  return line == nullptr ? MassSum() : line->amount;
}

std::vector<Mbr> balance_reports(const Effective& effective, std::string_view mba,
                                 const Account* account) {
  std::vector<Mbr> out;
  const auto [begin, end] = of_area(effective.reports, mba);
  for (auto r = begin; r != end; ++r)
    if ((*r)->header.kind == ReportKind::mbr && !is_correction_report(**r) &&
        (account == nullptr || (*r)->header.category == account->category))
      out.push_back({*r, {}});
  const auto [first, last] = of_area(effective.entries, mba);
  for (auto e_at = first; e_at != last; ++e_at) {
    const EffectiveEntry& e = *e_at;
    if (e.report->header.kind != ReportKind::mbr) continue;
    const auto mbr =
        std::find_if(out.begin(), out.end(), [&](const Mbr& m) { return m.report == e.report; });
    if (mbr == out.end()) continue;
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const Weight& w = e.source->weights[e.entry->weights + i];
      if (!material::facts(w.kind).balanced || !is_in(account, *e.entry, w)) continue;
      auto kind = std::find_if(mbr->kinds.begin(), mbr->kinds.end(),
                               [&](const MbrKind& k) { return k.kind == w.kind; });
      if (kind == mbr->kinds.end()) kind = mbr->kinds.insert(kind, {w.kind, {}});
      const auto line = std::find_if(kind->lines.begin(), kind->lines.end(),
                                     [&](const MbrLine& l) { return l.code == e.entry->code; });
      if (line == kind->lines.end())
        kind->lines.push_back({e.entry->code, w.mass, e.entry, e.source});
      else
        line->amount += w.mass;
    }
  }
  for (Mbr& mbr : out)
    std::sort(mbr.kinds.begin(), mbr.kinds.end(),
              [](const MbrKind& a, const MbrKind& b) { return a.kind < b.kind; });
  std::stable_sort(out.begin(), out.end(), [](const Mbr& a, const Mbr& b) {
    return a.report->header.end < b.report->header.end;
  });
  return out;
}

std::vector<MbrKind> computed_mbr(const Balance& balance, const Signs& signs) {
  std::vector<MbrKind> out;
  const Amounts unaccounted = balance.unaccounted();
  for (const material::KindFacts& facts : material::kinds) {
    if (!facts.balanced) continue;
    MbrKind made{facts.kind, {}};
    const auto add = [&](Code c, MassSum amount) {
      made.lines.push_back({c, amount, nullptr, nullptr});
    };
    add(code("PB"), at(balance.beginning.amounts, facts.kind));
    // A category change with a weight of neither category is shown as stated, and moves nothing.
    for (const bool increase : {true, false})
      for (const BalanceLine& line : balance.changes)
        if (line.code != code("DI") && (signs.of(line.code, facts.kind) > 0) == increase &&
            at(line.sum.amounts, facts.kind) != MassSum())
          add(line.code, at(line.sum.amounts, facts.kind));
    for (const BalanceLine& line : balance.changes)
      if (line.code == code("DI") && at(line.sum.amounts, facts.kind) != MassSum())
        add(line.code, at(line.sum.amounts, facts.kind));
    add(code("BA"), at(balance.ending_book, facts.kind));
    add(code("PE"), at(balance.ending.amounts, facts.kind));
    add(code("MF"), at(unaccounted, facts.kind));
    if (std::any_of(made.lines.begin(), made.lines.end(),
                    [](const MbrLine& line) { return line.amount != MassSum(); }))
      out.push_back(std::move(made));
  }
  return out;
}

std::optional<material::MassSum> reported(const std::vector<Mbr>& reports, Day end,
                                          material::Kind kind, Code line_code) {
  std::optional<material::MassSum> sum;
  for (const Mbr& mbr : reports) {
    if (mbr.report->header.end != end) continue;
    for (const MbrKind& own : mbr.kinds)
      if (const MbrLine* line = own.kind == kind ? own.find(line_code) : nullptr)
        sum = sum.value_or(material::MassSum()) + line->amount;
  }
  return sum;
}

std::string_view sign_in_words(const Profile& profile, Code line_code) {
  if (line_code == code("MF"))
    return profile.signs.muf > 0 ? "book minus physical" : "physical minus book";
  if (line_code == code("DI"))
    return profile.signs.difference > 0 ? "shipper minus receiver" : "receiver minus shipper";
  return "";
}

MassSum as_written(const Profile& profile, Code line_code, MassSum amount) {
  return line_code == code("MF") && profile.signs.muf < 0 ? -amount : amount;
}

Bound as_written(const Profile& profile, Code line_code, Bound bound) {
  if (line_code != code("MF") || profile.signs.muf > 0) return bound;
  if (bound == Bound::at_least) return Bound::at_most;
  return bound == Bound::at_most ? Bound::at_least : bound;
}

}  // namespace accord::accounting
