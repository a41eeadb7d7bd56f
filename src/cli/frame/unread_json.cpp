#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/frame/answer.h"
#include "cli/frame/suggested.h"
#include "cli/frame/unread.h"

namespace accord::cli {

using accounting::Bound;
using accounting::Gap;

namespace {

/// One for each place; a place may touch several books.
Gaps each_place(const Gaps& gaps) {
  Gaps out;
  std::set<const accounting::Finding*> there;
  for (const Gap* gap : gaps)
    if (there.insert(gap->finding).second) out.push_back(gap);
  return out;
}

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

}  // namespace

Gaps gaps_of(const assessment::Ledger& ledger, const std::vector<std::string_view>& areas) {
  accounting::Doubt out;
  for (const std::string_view mba : areas)
    out.add(ledger.books.doubt_between(mba, day_min, day_max));
  if (areas.empty())
    for (const Gap& gap : ledger.books.gaps()) out.add(gap);
  return out.gaps;
}

std::string BookFigure::number() const {
  return !exact.empty() ? exact : !at_least.empty() ? at_least : at_most;
}

std::string BookFigure::bound() const {
  if (!exact.empty()) return "";
  return !at_least.empty() ? "at least" : !at_most.empty() ? "at most" : "not known";
}

void BookFigure::put(Json& row, const char* name) const {
  row[name] = or_null(exact);
  row["at_least"] = or_null(at_least);
  row["at_most"] = or_null(at_most);
}

BookFigure book_figure(std::string amount, Bound bound) {
  switch (bound) {
    case Bound::at_least:
      return {"at least " + amount, "", std::move(amount), ""};
    case Bound::at_most:
      return {"at most " + amount, "", "", std::move(amount)};
    case Bound::none:
      return {"not known", "", "", ""};
    default:
      return {amount, amount, "", ""};
  }
}

std::vector<Problem> unread_problems(const Gaps& gaps, const std::string& check) {
  std::vector<Problem> out;
  for (const Gap* gap : each_place(gaps))
    out.push_back(
        {Severity::error, gap->finding->rule, accounting::in_words(*gap),
         fmt::format("`{}` says what belongs there; a correction that can be read ends it", check),
         gap->finding->file, gap->finding->place});
  return out;
}

Json unread_json(const Gaps& gaps) {
  Json out = Json::array();
  for (const Gap* gap : each_place(gaps)) {
    const accounting::Finding& f = *gap->finding;
    out.push_back({{"mba", or_null(std::string(gap->mba))},
                   {"from", gap->from == day_min ? Json() : Json(to_string(gap->from))},
                   {"file", f.file},
                   {"line", f.place.line},
                   {"column", f.place.column},
                   {"label", f.label == 0 ? Json() : Json(f.label)},
                   {"found", or_null(f.found)},
                   {"rule", f.rule},
                   {"says", accounting::in_words(*gap)}});
  }
  return out;
}

std::string not_read_lines(const formats::Accounts& accounts) {
  std::string out;
  for (const std::string& name : accounts.not_read)
    out += fmt::format(
        "{} was not read: reports are labelled texts (.txt) or tables (.csv), all in one folder\n",
        name);
  return out;
}

void name_unread(Answer& answer, const Request& request, const assessment::Ledger& ledger,
                 const Gaps& gaps) {
  answer.messages += not_read_lines(ledger.accounts);
  answer.messages += render_all(unread_problems(gaps, about_accounts(request, "check")), {});
  if (!gaps.empty()) answer.exit = Exit::input;
}

bool rests_on_unread(const evidence::Finding& finding) {
  return std::any_of(finding.rules.begin(), finding.rules.end(),
                     [](const evidence::RuleFinding& rule) { return !rule.incomplete.empty(); });
}

bool rests_on_unread(const std::vector<evidence::Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const evidence::Finding& f) { return rests_on_unread(f); });
}

Answer refuse_incomplete(const Command& command, const Request& request, const std::string& what,
                         const Gaps& gaps) {
  std::vector<Problem> problems = unread_problems(gaps, about_accounts(request, "check"));
  problems.push_back({Severity::error,
                      "C030",
                      what + " is not written from an incomplete book",
                      "correct the reports that are named, or take in corrections that can be read",
                      {},
                      {}});
  return refuse(command, request, problems);
}

}  // namespace accord::cli
