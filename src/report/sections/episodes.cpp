#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/sections/blocks.h"

/// The times beyond a limit, each with its days.
namespace accord::report {

namespace {

std::string day_or_none(const std::optional<Day>& day) {
  return day ? to_string(*day) : std::string("none on record");
}

Table empty_table(Writer& w, const std::string& term) {
  return {
      w.own_id("episodes-" + term),
      "Times beyond the limit of " + term,
      "First observed is the day of the first observation that breaks the rule; the limit was "
      "crossed after the last observation within it. A party's own announcement is a day of its "
      "own.",
      {{"first observed"},
       {"known"},
       {"last within"},
       {"announced"},
       {"first value"},
       {"largest"},
       {"within again"},
       {"days", true}},
      {}};
}

void speak_of_a_minimum(Table& table, const std::string& term) {
  table.title = "Times short of the minimum of " + term;
  table.columns[2].title = "last reached";
  table.columns[5].title = "smallest";
  table.columns[6].title = "reached again";
}

Row row_of(const Writer& w, const agreement::Episode& e) {
  return {"",
          {{.text = to_string(e.first_observed)},
           {.text = to_string(e.first_known)},
           {.text = day_or_none(e.last_satisfied)},
           {.text = day_or_none(e.announced)},
           {.text = w.in_words(e.first_value)},
           {.text = fmt::format("{} on {}", w.in_words(e.extreme), to_string(e.extreme_day))},
           {.text = e.first_within ? to_string(*e.first_within) : "not on record"},
           {.text = e.duration_days ? std::to_string(*e.duration_days) : "goes on"}}};
}

/// Only what has a size has a largest value: an act that was seen is told by the account.
bool has_size(const agreement::Episode& e) {
  return e.kind == agreement::Episode::Kind::beyond || e.kind == agreement::Episode::Kind::below;
}

/// A term that obliges one side has a subject without a party.
bool is_of(const agreement::Subject& subject, const std::string& party) {
  return party.empty() || subject.party.empty() || subject.party == party;
}

void add_episodes_of(Writer& w, const std::string& term, const std::string& party, Section& out) {
  Table table;
  bool of_minimum = false;
  std::vector<std::string> parties;
  if (!w.can_break(term)) return;
  for (const agreement::Subject* subject : w.subjects_of(term)) {
    if (!is_of(*subject, party)) continue;
    for (const auto& e : agreement::episodes_of(w.assessed.evaluator(), *subject, w.assessed.on(),
                                                w.assessed.known())) {
      if (!has_size(e)) continue;
      if (table.rows.empty()) table = empty_table(w, term);
      of_minimum = e.kind == agreement::Episode::Kind::below;
      parties.push_back(subject->party);
      table.rows.push_back(row_of(w, e));
    }
  }
  if (table.rows.empty()) return;
  if (of_minimum) speak_of_a_minimum(table, term);
  // Of several parties each row says whose it is.
  if (std::any_of(parties.begin(), parties.end(), [&](auto& p) { return p != parties.front(); })) {
    table.columns.insert(table.columns.begin(), Column{"party"});
    for (std::size_t i = 0; i < parties.size(); ++i) {
      auto& cells = table.rows[i].cells;
      cells.insert(cells.begin(), Cell{.text = w.party(parties[i])});
    }
  }
  out.blocks.emplace_back(std::move(table));
}

}  // namespace

void add_episodes(Writer& w, const ReportBlock& block, Section& out) {
  for (const std::string& term : block.names) add_episodes_of(w, term, block.party, out);
}

}  // namespace accord::report
