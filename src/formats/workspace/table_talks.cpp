#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"
#include "formats/workspace/intake.h"
#include "formats/workspace/marks.h"

/// The record of talks: options of each issue, what the sides said about them, and the rounds.
namespace accord::formats {

namespace {

constexpr std::array<std::string_view, 5> relations{"demands", "offers", "accepts", "refuses other",
                                                    "discusses"};
constexpr std::array<std::string_view, 2> statement_types{"public statement",
                                                          "press report, official not named"};
constexpr std::array<std::string_view, 3> statuses{"held", "not held", "planned"};

/// Whole numbers up to 9999: orders and numbers of rounds.
std::optional<int> small_number(Sheet& sheet, const Row& row, Sheet::Column column) {
  if (sheet.needed_text(row, column).empty()) return std::nullopt;
  const auto value = sheet.number(row, column);
  if (!value) return std::nullopt;
  if (value->scale == 0 && value->mantissa <= 9999) return static_cast<int>(value->mantissa);
  sheet.report(row, column, "I008",
               fmt::format("“{}” is not a small whole number", sheet.text(row, column)),
               "write a whole number from 0 to 9999");
  return std::nullopt;
}

void read_issues(Intake& intake) {
  auto sheet = intake.sheet(intake.settings.issues);
  if (!sheet) return;
  const auto issue = sheet->need("issue_id"), title = sheet->need("issue"),
             order = sheet->need("option_order"), id = sheet->need("option_id"),
             text = sheet->need("option_text");
  if (!sheet->is_complete()) return;
  sheet->order_by_id(id);
  for (const Row& row : sheet->rows()) {
    talks::IssueOption option;
    option.issue = sheet->needed_text(row, issue);
    option.issue_title = sheet->needed_text(row, title);
    option.id = sheet->text(row, id);
    option.text = sheet->needed_text(row, text);
    const auto number = small_number(*sheet, row, order);
    if (!number || option.issue.empty() || option.id.empty()) continue;
    option.order = *number;
    intake.workspace.options.push_back(std::move(option));
  }
  std::stable_sort(intake.workspace.options.begin(), intake.workspace.options.end(),
                   [](const talks::IssueOption& a, const talks::IssueOption& b) {
                     return std::tie(a.issue, a.order) < std::tie(b.issue, b.order);
                   });
}

class PositionsReader {
 public:
  PositionsReader(Intake& intake, Sheet& sheet);
  void read();

 private:
  void read_row(const Row& row);
  std::vector<std::string> acceptable(const Row& row, const std::string& issue);

  Intake& intake_;
  Sheet& sheet_;
  Sheet::Column id_, issue_, party_, speaker_, date_, superseded_, relation_, options_, red_line_,
      summary_, type_, source_;
  std::map<std::string_view, std::vector<std::string_view>> options_of_;  ///< by issue
};

PositionsReader::PositionsReader(Intake& intake, Sheet& sheet)
    : intake_(intake),
      sheet_(sheet),
      id_(sheet.need("position_id")),
      issue_(sheet.need("issue_id")),
      party_(sheet.need("party")),
      speaker_(sheet.find("speaker")),
      date_(sheet.need("date")),
      superseded_(sheet.find("superseded_date")),
      relation_(sheet.need("relation")),
      options_(sheet.need("acceptable_options")),
      red_line_(sheet.need("red_line")),
      summary_(sheet.find("summary")),
      type_(sheet.need("statement_type")),
      source_(sheet.find("source")) {
  for (const talks::IssueOption& option : intake.workspace.options)
    options_of_[option.issue].push_back(option.id);
}

void PositionsReader::read() {
  if (!sheet_.is_complete()) return;
  sheet_.order_by_id(id_);
  for (const Row& row : sheet_.rows()) read_row(row);
}

std::vector<std::string> PositionsReader::acceptable(const Row& row, const std::string& issue) {
  std::vector<std::string> out;
  sheet_.needed_text(row, options_);
  const auto found = options_of_.find(issue);
  if (found == options_of_.end()) {
    if (!issue.empty())
      sheet_.report(row, issue_, "I015", fmt::format("no issue has the identifier “{}”", issue),
                    "use an issue_id of the issues table");
    return out;
  }
  for (std::string& option : sheet_.parts(row, options_, "|")) {
    if (std::find(found->second.begin(), found->second.end(), option) == found->second.end()) {
      const auto near = nearest(option, found->second);
      sheet_.report(row, options_, "I015",
                    fmt::format("the issue {} has no option “{}”", issue, option),
                    near ? fmt::format("did you mean “{}”?", *near)
                         : fmt::format("use {}", one_of(found->second)));
      continue;
    }
    out.push_back(std::move(option));
  }
  return out;
}

void PositionsReader::read_row(const Row& row) {
  talks::Statement out;
  out.id = sheet_.text(row, id_);
  out.issue = sheet_.needed_text(row, issue_);
  out.party = intake_.party(sheet_, row, party_);
  out.speaker = sheet_.text(row, speaker_);
  out.acceptable = acceptable(row, out.issue);
  out.summary = sheet_.text(row, summary_);
  out.source = sheet_.text(row, source_);
  const auto day = sheet_.needed_day(row, date_);
  out.superseded = sheet_.day(row, superseded_);
  const auto relation = sheet_.word(row, relation_, relations);
  const auto red_line = sheet_.word(row, red_line_, yes_no);
  const auto type = sheet_.word(row, type_, statement_types);
  if (day && out.superseded && *out.superseded < *day)
    sheet_.report(row, superseded_, "I010", "superseded before the day of the statement",
                  "correct one of the two days");
  if (!day || !relation || !red_line || !type || out.party.empty()) return;
  out.day = *day;
  out.relation = relations[*relation];
  out.red_line = *red_line == 0;
  out.kind = statement_types[*type];
  evidence::Origin origin = sheet_.origin(row, out.id);
  origin.source = out.source;
  origin.text = out.summary;
  out.origin = intake_.add(std::move(origin));
  intake_.workspace.statements.push_back(std::move(out));
}

/// "north_lead" → party north, when there is such a party or outsider.
std::map<Sheet::Column, std::string> lead_columns(const Intake& intake, const Table& table) {
  constexpr std::string_view suffix = "_lead";
  std::map<Sheet::Column, std::string> out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::string_view name = table.columns[i];
    if (!name.ends_with(suffix)) continue;
    name.remove_suffix(suffix.size());
    if (contains(intake.names.parties, name) || intake.workspace.outsiders.contains(name))
      out.emplace(i, name);
  }
  return out;
}

void read_rounds(Intake& intake) {
  auto sheet = intake.sheet(intake.settings.rounds);
  if (!sheet) return;
  const auto number = sheet->need("round"), date = sheet->need("date"),
             place = sheet->need("place"), status = sheet->need("status"),
             state = sheet->find("mediator_state"), mediator = sheet->find("mediator"),
             note = sheet->find("format_note"), mark = sheet->find("verified"),
             source = sheet->find("source");
  if (!sheet->is_complete()) return;
  sheet->order_by_id(number);
  const auto leads = lead_columns(intake, sheet->table());
  for (const Row& row : sheet->rows()) {
    const auto count = small_number(*sheet, row, number);
    const auto day = sheet->needed_day(row, date);
    const auto word = sheet->word(row, status, statuses);
    talks::Round out;
    out.place = sheet->needed_text(row, place);
    if (!count || !day || !word) continue;
    out.number = *count;
    out.day = *day;
    out.mediator_state = sheet->text(row, state);
    out.mediator = sheet->text(row, mediator);
    out.status = statuses[*word];
    out.note = sheet->text(row, note);
    out.trace = sheet->text(row, mark);
    out.source = sheet->text(row, source);
    for (const auto& [column, party] : leads)
      if (!sheet->text(row, column).empty()) out.leads.emplace(party, sheet->text(row, column));
    evidence::Origin origin = sheet->origin(row, sheet->text(row, number));
    origin.source = out.source;
    origin.text = fmt::format("Round {}, {}: {}", out.number, out.place, out.status);
    origin.note = out.note;
    out.origin = intake.add(std::move(origin));
    intake.workspace.rounds.push_back(std::move(out));
  }
  std::stable_sort(
      intake.workspace.rounds.begin(), intake.workspace.rounds.end(),
      [](const talks::Round& a, const talks::Round& b) { return a.number < b.number; });
}

}  // namespace

void read_talks(Intake& intake) {
  read_issues(intake);
  if (auto sheet = intake.sheet(intake.settings.positions)) PositionsReader(intake, *sheet).read();
  read_rounds(intake);
}

}  // namespace accord::formats
