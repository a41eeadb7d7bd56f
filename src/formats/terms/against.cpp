#include "formats/terms/against.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>
#include <variant>

#include "agreement/evaluate/evaluate.h"
#include "agreement/syntax/print.h"
#include "base/text.h"
#include "formats/terms/against_row.h"

namespace accord::formats {

namespace {

using agreement::Agreement;
using agreement::DayExpression;
using agreement::Duty;
using agreement::Heading;
using agreement::Item;
using agreement::Names;
using agreement::Period;
using agreement::Procedure;
using agreement::Provision;
using agreement::Term;

/// The item when it is one that a row can stand for.
const Heading* heading_of(const Item& item) {
  if (const auto* term = std::get_if<Term>(&item)) return &term->head;
  if (const auto* provision = std::get_if<Provision>(&item)) return &provision->head;
  if (const auto* procedure = std::get_if<Procedure>(&item)) return &procedure->head;
  return nullptr;
}

/// Days of an agreement as known from everything on record. Each asked expression becomes a named
/// day of a copy of the text, so that the evaluator's own calendar computes it.
class Days {
 public:
  explicit Days(const Workspace& workspace)
      : text_(workspace.agreement), records_(workspace.records) {}

  /// The name stands for the expression; blanks keep it apart from every name of the text.
  std::string add(std::string name, DayExpression expression) {
    agreement::NamedDay day;
    day.head.name.text = std::move(name);
    day.expression = std::move(expression);
    text_.items.emplace_back(day);
    return day.head.name.text;
  }
  void compute() { evaluator_.emplace(text_, records_); }
  /// "2016-01-16"; "" when the day is not known.
  [[nodiscard]] std::string day(const std::string& name) const {
    const auto found = evaluator_->day(name, day_max);
    return found ? to_string(*found) : "";
  }

 private:
  Agreement text_;
  const evidence::Records& records_;
  std::optional<agreement::Evaluator> evaluator_;
};

/// First day, end and day due of an item: names of days, "" where the text has none.
struct ItemDays {
  std::string first, end, due;
};

ItemDays days_of_period(Days& days, const std::string& id, const Period& period) {
  ItemDays out;
  out.first = days.add(id + " first", period.from);
  if (period.kind == Period::Kind::until) out.end = days.add(id + " end", period.until);
  if (period.kind == Period::Kind::span) {
    DayExpression end;
    end.kind = DayExpression::Kind::day;
    end.name.text = out.first;
    for (const agreement::Duration& part : period.span) end.shifts.push_back({false, part});
    out.end = days.add(id + " end", end);
  }
  return out;
}

ItemDays days_of(Days& days, const Item& item) {
  if (const auto* term = std::get_if<Term>(&item)) {
    const std::string& id = term->head.name.text;
    ItemDays out;
    if (term->clauses.from) out = days_of_period(days, id, *term->clauses.from);
    for (const agreement::Rule& rule : term->clauses.rules)
      if (const auto* duty = std::get_if<Duty>(&rule.what);
          duty != nullptr && duty->kind == Duty::Kind::by && out.due.empty())
        out.due = days.add(id + " due", duty->by);
    return out;
  }
  if (const auto* provision = std::get_if<Provision>(&item);
      provision != nullptr && provision->from)
    return days_of_period(days, provision->head.name.text, *provision->from);
  if (const auto* procedure = std::get_if<Procedure>(&item);
      procedure != nullptr && procedure->available_until)
    return {"", days.add(procedure->head.name.text + " end", *procedure->available_until), ""};
  return {};
}

class Comparison {
 public:
  explicit Comparison(const Workspace& workspace)
      : workspace_(workspace), units_(workspace.agreement), days_(workspace) {
    for (const Item& item : workspace.agreement.items) {
      if (const auto* group = std::get_if<agreement::Party>(&item);
          group != nullptr && group->members)
        for (const agreement::Name& member : *group->members)
          members_[group->head.name.text].push_back(member.text);
      if (const Heading* head = heading_of(item))
        items_.emplace(head->name.text, Entry{&item, days_of(days_, item)});
    }
    days_.compute();
  }

  std::vector<Problem> run() &&;

 private:
  struct Entry {
    const Item* item;
    ItemDays days;
  };
  using Parties = std::set<std::string>;

  void compare(const CommitmentRow& row, const Entry& entry);
  void compare_days(RowCheck& check, const Entry& entry);
  void compare_day(RowCheck& check, const char* code, std::string_view column,
                   std::string_view what, const std::string& name);
  void compare_parties(RowCheck& check, const char* code, std::string_view column,
                       std::string_view what, const Names& text);
  void add_party(const std::string& id, Parties& out) const;
  void report_missing(const CommitmentRow& row);
  void report_items_without_rows();

  const Workspace& workspace_;
  agreement::Units units_;
  Days days_;
  std::map<std::string, Entry, std::less<>> items_;
  std::map<std::string, std::vector<std::string>, std::less<>> members_;  ///< of groups
  std::vector<Problem> problems_;
};

/// A group counts as its members.
void Comparison::add_party(const std::string& id, Parties& out) const {
  const auto group = members_.find(id);
  if (group == members_.end()) {
    out.insert(id);
    return;
  }
  for (const std::string& member : group->second) add_party(member, out);
}

void Comparison::compare_parties(RowCheck& check, const char* code, std::string_view column,
                                 std::string_view what, const Names& text) {
  if (!check.has(column)) return;
  Parties in_table, in_text;
  for (const std::string_view part : split(check.cell(column), ";")) {
    const auto ids = workspace_.party_names.find(trim(part));
    if (ids == workspace_.party_names.end()) continue;  // empty, or reported when it was read
    for (const std::string& id : ids->second) add_party(id, in_table);
  }
  std::vector<std::string> names;
  for (const agreement::Name& name : text) {
    add_party(name.text, in_text);
    names.push_back(name.text);
  }
  if (in_table != in_text) check.differ(code, column, what, check.cell(column), join(names, ", "));
}

void Comparison::compare_day(RowCheck& check, const char* code, std::string_view column,
                             std::string_view what, const std::string& name) {
  const std::string text = name.empty() ? "" : days_.day(name);
  if (check.cell(column) == text) return;
  const bool unknown = !name.empty() && text.empty();
  check.differ(code, column, what, check.cell(column), unknown ? "a day that is not known" : text);
}

void Comparison::compare_days(RowCheck& check, const Entry& entry) {
  if (check.has("start_date") && !std::holds_alternative<Procedure>(*entry.item))
    compare_day(check, "F006", "start_date", "first day", entry.days.first);
  if (check.has("end_date")) compare_day(check, "F007", "end_date", "end", entry.days.end);
  // A lasting commitment is due from its first day.
  if (check.has("date_due"))
    compare_day(check, "F008", "date_due", "day due",
                entry.days.due.empty() ? entry.days.first : entry.days.due);
}

void Comparison::compare(const CommitmentRow& row, const Entry& entry) {
  RowCheck check(workspace_, units_, row, problems_);
  compare_days(check, entry);
  if (const auto* term = std::get_if<Term>(entry.item)) {
    const agreement::Clauses& clauses = term->clauses;
    compare_term(check, *term);
    compare_parties(check, "F009", "obliged_party", "obliged",
                    clauses.obliges ? clauses.obliges->who : Names{});
    compare_parties(check, "F010", "owed_to", "owed", clauses.owed.value_or(Names{}));
    compare_parties(check, "F011", "verifier", "verifier", clauses.verifier.value_or(Names{}));
  } else if (const auto* procedure = std::get_if<Procedure>(entry.item)) {
    compare_procedure(check, *procedure);
    compare_parties(check, "F009", "obliged_party", "who may open",
                    procedure->opens_by.value_or(Names{}));
  } else {
    compare_provision(check, std::get<Provision>(*entry.item));
  }
}

void Comparison::report_missing(const CommitmentRow& row) {
  // A term that an amendment adds has a row, but nothing here to compare it with.
  for (const Item& item : workspace_.agreement.items)
    if (const auto* amendment = std::get_if<agreement::Amendment>(&item))
      for (const agreement::Change& change : amendment->changes)
        if (const auto* term = std::get_if<Term>(&change);
            term != nullptr && term->head.name.text == row.id)
          return;
  std::vector<std::string_view> names;
  for (const auto& [name, entry] : items_) names.push_back(name);
  const auto near = nearest(row.id, names);
  const auto place = std::find_if(row.cells.begin(), row.cells.end(),
                                  [&](const auto& cell) { return cell.second.text == row.id; });
  problems_.push_back({Severity::error, "F001",
                       fmt::format("the text has no term, provision or procedure “{}”", row.id),
                       near ? fmt::format("did you mean “{}”?", *near) : "add it to the text",
                       row.file, place == row.cells.end() ? Place{} : place->second.place});
}

void Comparison::report_items_without_rows() {
  std::unordered_set<std::string_view> rows;
  for (const CommitmentRow& row : workspace_.commitments) rows.insert(row.id);
  for (const auto& [name, entry] : items_) {
    if (rows.contains(name)) continue;
    problems_.push_back({Severity::error, "F002", fmt::format("no table has a row “{}”", name),
                         "add a row to the table of commitments", workspace_.terms_file,
                         heading_of(*entry.item)->name.at.place});
  }
}

std::vector<Problem> Comparison::run() && {
  for (const CommitmentRow& row : workspace_.commitments) {
    const auto found = items_.find(row.id);
    if (found == items_.end())
      report_missing(row);
    else
      compare(row, found->second);
  }
  report_items_without_rows();
  sort_problems(problems_);
  return std::move(problems_);
}

}  // namespace

std::vector<Problem> against(const Workspace& workspace) {
  if (workspace.commitments.empty()) return {};
  return Comparison(workspace).run();
}

}  // namespace accord::formats
