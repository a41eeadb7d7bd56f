#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "report/sections/blocks.h"

namespace accord::report {

using talks::IssueOption;
using talks::Round;
using talks::Statement;

namespace {

/// Of the statements that hold on the day: those of the latest day of each party on each issue.
std::vector<const Statement*> latest(const Writer& w) {
  std::map<std::pair<std::string, std::string>, Day> last;
  const auto holds = [&](const Statement& s) {
    return s.day <= w.assessed.on() && (!s.superseded || *s.superseded > w.assessed.on());
  };
  for (const Statement& s : w.workspace.statements) {
    if (!holds(s)) continue;
    const auto [found, fresh] = last.emplace(std::pair(s.issue, s.party), s.day);
    if (!fresh && found->second < s.day) found->second = s.day;
  }
  std::vector<const Statement*> out;
  for (const Statement& s : w.workspace.statements)
    if (holds(s) && last.at(std::pair(s.issue, s.party)) == s.day) out.push_back(&s);
  std::sort(out.begin(), out.end(), [](const Statement* a, const Statement* b) {
    return std::tie(a->issue, a->party, a->id) < std::tie(b->issue, b->party, b->id);
  });
  return out;
}

/// The words of issues and options; of those that are there twice, of the first.
class OptionWords {
 public:
  explicit OptionWords(const std::vector<IssueOption>& options) {
    for (const IssueOption& o : options) {
      by_issue_.try_emplace(o.issue, &o);
      by_id_.try_emplace(o.id, &o);
    }
  }
  [[nodiscard]] std::string title(const std::string& issue) const {
    const auto found = by_issue_.find(issue);
    return found == by_issue_.end() ? issue : found->second->issue_title;
  }
  [[nodiscard]] std::string options(const Statement& s) const {
    std::vector<std::string> texts;
    for (const std::string& id : s.acceptable) {
      const auto found = by_id_.find(id);
      texts.push_back(found == by_id_.end() ? id : found->second->text);
    }
    return texts.empty() ? "no option named" : join(texts, "; ");
  }

 private:
  std::unordered_map<std::string_view, const IssueOption*> by_issue_, by_id_;
};

}  // namespace

void add_positions(Writer& w, const ReportBlock&, Section& out) {
  Table table{w.own_id("positions"),
              "Positions in talks",
              "The latest statements of each party on each issue up to this day, as recorded; a "
              "party without a statement excludes nothing.",
              {{"party", false, 12},
               {"day", false, 11},
               {"statement", false, 37},
               {"options left open", false, 24},
               {"kind", false, 16}},
              {}};
  const OptionWords words(w.workspace.options);
  std::string issue;
  for (const Statement* s : latest(w)) {
    if (s->issue != issue) table.rows.push_back({"", {{.text = words.title(s->issue)}}, true});
    issue = s->issue;
    table.rows.push_back({"",
                          {{.text = w.party(s->party)},
                           {.text = to_string(s->day)},
                           {.text = fmt::format("{} ({}): {}", s->speaker, s->relation, s->summary),
                            .href = w.cite(s->origin, table.id)},
                           {.text = words.options(*s)},
                           {.text = s->kind + (s->red_line ? "; stated as a red line" : "")}}});
  }
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

void add_rounds(Writer& w, const ReportBlock&, Section& out) {
  Table table{w.own_id("rounds"),
              "Rounds of talks up to this day",
              "",
              {{"round", true}, {"day"}, {"place"}, {"mediator"}, {"status"}, {"format"}},
              {}};
  const Round* next = nullptr;
  for (const Round& r : w.workspace.rounds) {
    if (r.day > w.assessed.on()) {
      if (next == nullptr || r.day < next->day) next = &r;
      continue;
    }
    table.rows.push_back({"",
                          {{.text = std::to_string(r.number), .href = w.cite(r.origin, table.id)},
                           {.text = to_string(r.day)},
                           {.text = or_dash(r.place)},
                           {.text = fmt::format("{} ({})", r.mediator_state, r.mediator)},
                           {.text = or_dash(r.status)},
                           {.text = or_dash(r.note)}}});
  }
  if (table.rows.empty()) return;
  out.blocks.emplace_back(std::move(table));
  if (next != nullptr)
    out.blocks.emplace_back(Paragraph{
        fmt::format("The next round in the table is of {}, {}, through {}; whether it was "
                    "held is not for a report of this day.",
                    to_string(next->day), next->place, next->mediator_state)});
}

}  // namespace accord::report
