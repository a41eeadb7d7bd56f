#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "report/sections/blocks.h"
#include "talks/public_words/marks.h"

namespace accord::report {

using talks::IssueOption;
using talks::Round;
using talks::Statement;

namespace {

/// The words of issues and options; of those that are there twice, of the first.
class OptionWords {
 public:
  explicit OptionWords(const std::vector<IssueOption>& options) {
    for (const IssueOption& o : options) by_id_.try_emplace({o.issue, o.id}, &o);
  }
  [[nodiscard]] std::string of(const std::string& issue,
                               const std::vector<std::string>& ids) const {
    std::vector<std::string> texts;
    for (const std::string& id : ids) {
      const std::string& text = by_id_.at({issue, id})->text;
      texts.push_back(text.empty() ? id : text);
    }
    return texts.empty() ? "none" : join(texts, "; ");
  }

 private:
  std::map<std::pair<std::string_view, std::string_view>, const IssueOption*> by_id_;
};

/// "names …", "puts out …": one after the other what the marks of a side say.
std::string marks_in_words(const OptionWords& words, const talks::IssueMarks& issue,
                           const talks::SideMarks& side) {
  constexpr static std::array<std::pair<talks::OptionMark, std::string_view>, 4> verbs{
      {{talks::OptionMark::named, "names"},
       {talks::OptionMark::out, "puts out"},
       {talks::OptionMark::against, "is against"},
       {talks::OptionMark::open, "leaves open"}}};
  std::vector<std::string> parts;
  for (const auto& [mark, verb] : verbs)
    if (const auto ids = side.with(mark, issue.options); !ids.empty())
      parts.push_back(fmt::format("{} {}", verb, words.of(issue.issue, ids)));
  return join(parts, ". ");
}

void add_side(Writer& w, const OptionWords& words, const talks::IssueMarks& issue,
              const talks::SideMarks& side, Table& table) {
  if (side.silent) {
    table.rows.push_back(
        {"",
         {{.text = w.party(side.party)},
          {.text = "–"},
          {.text = "no statement in force: everything is open, which is not a yes"},
          {.text = "–"},
          {.text = "–"}}});
    return;
  }
  std::string marks = marks_in_words(words, issue, side);
  for (const std::size_t index : side.statements) {
    const Statement& s = w.workspace.statements[index];
    table.rows.push_back({"",
                          {{.text = w.party(s.party)},
                           {.text = to_string(s.day)},
                           {.text = fmt::format("{} ({}): {}", s.speaker, s.relation, s.summary),
                            .href = w.cite(s.origin, table.id)},
                           {.text = std::exchange(marks, "as above")},
                           {.text = s.kind + (s.red_line ? "; stated as a red line" : "")}}});
  }
}

}  // namespace

void add_positions(Writer& w, const ReportBlock&, Section& out) {
  const auto& statements = w.workspace.statements;
  if (std::none_of(statements.begin(), statements.end(),
                   [&](const Statement& s) { return s.day <= w.assessed.on(); }))
    return;
  Table table{w.own_id("positions"),
              "Positions in talks",
              "The statements in force on this day, and one mark of each party for each option. A "
              "red line puts out what it does not name until its party names it; another position "
              "excludes nothing; what is open is not a yes.",
              {{"party", false, 12},
               {"day", false, 11},
               {"statement", false, 33},
               {"marks", false, 28},
               {"kind", false, 16}},
              {}};
  const OptionWords words(w.workspace.options);
  for (const talks::IssueMarks& issue :
       talks::marks(w.workspace.options, statements,
                    {w.assessed.on(), false, talks::sides_of(statements, w.workspace.rounds)})) {
    table.rows.push_back(
        {"",
         {{.text = fmt::format("{}. Not excluded: {}. Named by all: {}.", issue.title,
                               words.of(issue.issue, issue.not_excluded),
                               words.of(issue.issue, issue.named_by_all))}},
         true});
    for (const talks::SideMarks& side : issue.sides) add_side(w, words, issue, side, table);
  }
  out.blocks.emplace_back(std::move(table));
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
