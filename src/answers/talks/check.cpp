#include "answers/talks/check.h"

#include <fmt/format.h>

#include "base/text.h"
#include "talks/model/lines.h"
#include "talks/model/utility.h"

namespace accord::answers {

namespace {

using talks::Position;

IssueShown issue_row(const talks::Issue& issue) {
  IssueShown out;
  out.issue = issue.id;
  out.kind = issue.kind == talks::IssueKind::discrete  ? "discrete"
             : issue.kind == talks::IssueKind::integer ? "integer"
             : issue.is_continuous()                   ? "continuous"
                                                       : "grid";
  if (issue.is_continuous()) {
    out.first = issue.low.text();
    out.last = issue.high.text();
    return out;
  }
  out.size = issue.size();
  out.first = issue.label(0);
  out.last = issue.label(issue.size() - 1);
  return out;
}

bool has_ranges(const Position& position) {
  if (const auto* range = std::get_if<talks::Range>(&position.reservation))
    if (!range->is_exact()) return true;
  if (!position.utility) return false;
  if (!position.utility->weight_order.empty()) return true;
  for (const talks::Term& term : position.utility->terms) {
    if (!talks::weight_of(term).is_exact()) return true;
    if (const auto* table = std::get_if<talks::TableTerm>(&term))
      for (const talks::Range& value : table->values)
        if (!value.is_exact()) return true;
  }
  return false;
}

std::string stated_by(const Position& position) {
  std::vector<std::string> out;
  const bool has_numbers = position.utility.has_value() || position.reservation.index() == 1;
  if (has_numbers) out.emplace_back(has_ranges(position) ? "ranges" : "numbers");
  if (!position.red_lines.empty()) out.emplace_back("lines");
  if (!position.marks.empty()) out.emplace_back("marks");
  if (!position.order.empty()) out.emplace_back("order");
  if (!position.packages.empty() || position.reservation.index() == 2) out.emplace_back("packages");
  if (position.otherwise_acceptable) out.emplace_back("otherwise acceptable");
  return out.empty() ? "nothing" : join(out, ", ");
}

void count_answers(const talks::Domain& domain, const Position& position, PositionShown& out) {
  out.yes = out.open = out.no = out.contradictions = 0;
  const auto all = static_cast<std::uint64_t>(*domain.outcomes().to_int64());
  std::vector<std::uint64_t> kept(position.red_lines.size());
  for (std::uint64_t rank = 0; rank < all; ++rank) {
    const talks::Outcome outcome = domain.outcome_at(rank);
    const talks::Answer answer = answer_of(domain, position, outcome);
    ++*(answer == talks::Answer::yes ? out.yes : answer == talks::Answer::open ? out.open : out.no);
    if (contradicts(domain, position, outcome)) ++*out.contradictions;
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (keeps(domain, position.red_lines[i].rule, outcome)) ++kept[i];
  }
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (kept[i] == 0) out.self_blocking.push_back(position.red_lines[i].id);
}

}  // namespace

Answered<TalksCheckAnswer> talks_check(const TalksFiles& files, const TalksCheckQuestion& asked) {
  const talks::Domain& domain = files.talks.domain;
  TalksCheckAnswer out;
  for (const talks::Issue& issue : domain.issues) out.issues.push_back(issue_row(issue));
  out.outcomes = domain.outcomes();
  out.sha256 = domain.sha256;
  out.rules = domain.rules.size();
  out.silent_parties = files.talks.silent_parties();
  const bool is_counted =
      !domain.has_continuous() &&
      out.outcomes <= talks::Number(static_cast<std::int64_t>(asked.counted_at_most));
  for (const Position& position : files.talks.positions) {
    PositionShown row;
    row.party = position.party;
    row.stated = stated_by(position);
    row.lines = position.red_lines.size();
    if (is_counted) count_answers(domain, position, row);
    for (const std::string& line : row.self_blocking)
      out.problems.push_back(
          message_of({Severity::warning,
                      "P048",
                      fmt::format("no outcome keeps {}.{}", position.party, line),
                      "look at the line",
                      "",
                      {}}));
    if (row.contradictions.value_or(0) > 0)
      out.problems.push_back(message_of(
          {Severity::warning,
           "P047",
           fmt::format("{} says yes and no to {} outcome{}, which count as no", position.party,
                       *row.contradictions, *row.contradictions == 1 ? "" : "s"),
           "look at the marks and packages",
           "",
           {}}));
    out.positions.push_back(std::move(row));
  }
  for (const Problem& problem : files.warnings) out.problems.push_back(message_of(problem));
  if (!is_counted && !files.talks.positions.empty())
    out.notes.push_back(fmt::format("answers are not counted: {} outcomes, at most {} are",
                                    out.outcomes.text(), asked.counted_at_most));
  return out;
}

constinit const Question talks_check_question = Asked<talks_check>::named("talks check");

}  // namespace accord::answers
