#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "agreement/model/units.h"
#include "base/text.h"
#include "formats/workspace/attestation_sheet.h"
#include "formats/workspace/intake.h"
#include "formats/workspace/row_columns.h"
#include "formats/workspace/statement_conflicts.h"
#include "formats/workspace/statements.h"
#include "formats/workspace/text_rules.h"

/// Statements of a verifier's reports about single commitments. One row is one statement, not an
/// event.
namespace accord::formats {

namespace {

using agreement::Measure;
using evidence::Observation;
using evidence::Relation;
using Of = StatementWord::Of;

constexpr std::string_view event_word = "event ";

constexpr auto words = [] {
  std::array<std::string_view, statement_words.size()> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = statement_words[i].word;
  return out;
}();

class AttestationsReader {
 public:
  AttestationsReader(Intake& intake, Sheet& sheet)
      : intake_(intake),
        sheet_(intake, sheet),
        settings_(intake.settings.attestations),
        rules_(intake.workspace.agreement),
        units_(intake.workspace.agreement) {
    for (const Setting& row : settings_.background) background_.insert(row.text);
  }
  void read();

 private:
  void read_row(const Row& row);
  void event(const Row& row, AttestationRow& read);
  /// Whose conduct it is: as the row says, else the party that its terms oblige.
  [[nodiscard]] RowSubject subject(const AttestationRow& read, std::string_view about) const;
  void set_aside(const Row& row, const AttestationRow& read, bool background);
  bool take_figure(const Row& row, const Measure& measure, Observation& out);
  void about_measure(const Row& row, const StatementWord& word, const Measure& measure,
                     const Observation& figure, const AttestationRow& read);
  bool about_terms(const StatementWord& word, const AttestationRow& read);
  void add(const Observation& observation, const RowSubject& whom);
  void remember(const Row& row, const AttestationRow& read, const RowSubject& whom);
  void report_conflicts();
  void check_background();

  struct Added {
    std::size_t observation;
    std::string id, report;
    const Row* row;
    const StatementWord* word;
  };

  Intake& intake_;
  AttestationSheet sheet_;
  const AttestationSettings& settings_;
  TextRules rules_;
  agreement::Units units_;
  std::unordered_set<std::string_view> background_;
  std::vector<Added> added_;
};

void AttestationsReader::read() {
  if (!sheet_.sheet.is_complete()) return;
  sheet_.sheet.order_by_id(sheet_.id);
  const std::size_t count = sheet_.sheet.rows().size();
  evidence::Records& records = intake_.workspace.records;
  records.origins.reserve(records.origins.size() + count);
  records.observations.reserve(records.observations.size() + count);
  for (const Row& row : sheet_.sheet.rows()) read_row(row);
  sheet_.columns.settle_replaced(sheet_.id);
  report_conflicts();
  check_background();
}

void AttestationsReader::read_row(const Row& row) {
  auto read = sheet_.row(row);
  const std::string_view states = sheet_.text(row, sheet_.states);
  if (states.starts_with(event_word)) {
    if (read) event(row, *read);
    return;
  }
  const auto at = sheet_.sheet.word(row, sheet_.states, words);
  const std::string_view name = sheet_.text(row, sheet_.measure);
  const Measure* measure = rules_.measure(name);
  if (!name.empty() && measure == nullptr)
    sheet_.names(row, sheet_.measure, intake_.names.measures, "measure");
  if (!at || (!name.empty() && measure == nullptr)) return;
  const StatementWord& word = statement_words[*at];
  if (const auto wrong = measure == nullptr ? std::nullopt : misfit(word, *measure, rules_)) {
    sheet_.sheet.report(row, sheet_.states, "I031", wrong->message, wrong->help);
    return;
  }
  Observation figure;
  if (word.of == Of::figure && measure != nullptr && !take_figure(row, *measure, figure)) return;
  if (!read) return;
  if (word.of == Of::figure) sheet_.columns.expect_one_party(row, read->says);
  if (word.relation != Relation::equal || measure == nullptr)
    sheet_.columns.expect_no_uncertainty(row, read->says);
  const RowSubject whom = subject(*read, name);
  read->head.grade = sheet_.columns.grade(read->says, whom, word.grade);
  read->head.origin = sheet_.add_origin(row, *read);
  sheet_.columns.note(row, sheet_.text(row, sheet_.id), read->head.known, name);
  remember(row, *read, whom);
  if (background_.contains(read->id)) {
    set_aside(row, *read, true);
  } else if (measure != nullptr) {
    set_aside(row, *read, false);
    about_measure(row, word, *measure, figure, *read);
  } else {
    set_aside(row, *read, !about_terms(word, *read));
  }
}

RowSubject AttestationsReader::subject(const AttestationRow& read, std::string_view about) const {
  if (read.says.party) return sheet_.columns.subject(read.says, {});
  const std::string obliged = rules_.obliged(read.terms, about);
  return {{obliged}, {obliged}, obliged, {}};
}

/// Notes the row among those of the tables; one of the background feeds nothing, and says so.
void AttestationsReader::set_aside(const Row& row, const AttestationRow& read, bool background) {
  intake_.list(sheet_.sheet, row, read.head.origin, "statement of a report");
  formats::TableRow& listed = intake_.workspace.rows.back();
  listed.background = listed.background || background;
}

/// A figure is about one party or nobody; a yes or no may be about each of several.
void AttestationsReader::add(const Observation& observation, const RowSubject& whom) {
  const bool is_activity =
      observation.relation == Relation::seen || observation.relation == Relation::not_seen;
  for (const std::string& party : is_activity ? whom.seen : std::vector<std::string>{whom.figure}) {
    Observation& out = intake_.workspace.records.observations.emplace_back(observation);
    out.head.party = party;
  }
}

void AttestationsReader::remember(const Row& row, const AttestationRow& read,
                                  const RowSubject& whom) {
  const Setting& by = settings_.by.empty() ? intake_.settings.series.by : settings_.by;
  intake_.remember(read.id, {read.head.valid,
                             read.head.known,
                             {by.text},
                             whom.seen,
                             whom.figure,
                             read.head.grade,
                             read.head.trace,
                             read.head.origin,
                             std::string(sheet_.text(row, sheet_.statement)),
                             {}});
}

/// “event NAME”: the report states that it happened; by the party whose duty it is.
void AttestationsReader::event(const Row& row, AttestationRow& read) {
  const std::string name(trim(sheet_.text(row, sheet_.states).substr(event_word.size())));
  if (!contains(intake_.names.events, name)) {
    const auto near = intake_.suggestions.nearest_in(
        sheet_.sheet.table().file, "I015", name,
        [&]() -> const TextNames::Names& { return intake_.names.events; });
    sheet_.sheet.report(row, sheet_.states, "I015", fmt::format("the text has no event “{}”", name),
                        near ? fmt::format("did you mean “event {}”?", *near)
                             : "name an event of the agreement text");
    return;
  }
  const bool is_duty = std::any_of(read.terms.begin(), read.terms.end(), [&](const auto& term) {
    const TermRules* rules = rules_.term(term);
    return rules != nullptr &&
           std::find(rules->events.begin(), rules->events.end(), name) != rules->events.end();
  });
  RowSubject whom = subject(read, name);
  if (!is_duty && !read.says.party) whom = {{""}, {""}, "", {}};
  sheet_.columns.expect_no_uncertainty(row, read.says);
  read.head.grade = sheet_.columns.grade(read.says, whom, evidence::Grade::attested);
  read.head.origin = sheet_.add_origin(row, read);
  sheet_.columns.note(row, sheet_.text(row, sheet_.id), read.head.known, "");
  remember(row, read, whom);
  const bool background = background_.contains(read.id);
  set_aside(row, read, background);
  if (background) return;
  for (const std::string& party : whom.acts) {
    evidence::EventRecord happened{
        read.head,        {name, read.id}, read.says.answers,
        read.says.partly, "statement",     std::string(sheet_.text(row, sheet_.statement))};
    happened.head.party = party;
    intake_.workspace.records.events.push_back(std::move(happened));
  }
}

bool AttestationsReader::take_figure(const Row& row, const Measure& measure, Observation& out) {
  sheet_.sheet.needed_text(row, sheet_.value);
  const auto value = sheet_.sheet.number(row, sheet_.value);
  out.unit = intake_.unit(sheet_.sheet, row, sheet_.unit);
  if (!value || out.unit.empty()) return false;
  out.value = *value;
  if (units_.factor(out.unit, measure.unit.text)) return true;
  sheet_.sheet.report(row, sheet_.unit, "I031",
                      fmt::format("a figure in {} cannot be compared with {}, which is in {}",
                                  out.unit, measure.head.name.text, measure.unit.text),
                      fmt::format("give it in {}", measure.unit.text));
  return false;
}

void AttestationsReader::about_measure(const Row& row, const StatementWord& word,
                                       const Measure& measure, const Observation& figure,
                                       const AttestationRow& read) {
  Observation out = figure;
  out.head = read.head;
  out.metric = measure.head.name.text;
  out.relation = word.relation;
  if (measure.kind == Measure::Kind::activity) out.sites = read.sites;
  if (read.says.uncertainty && word.relation == Relation::equal)
    out.uncertainty = read.says.uncertainty->of(out.value);
  added_.push_back(
      {intake_.workspace.records.observations.size(), read.id, read.report, &row, &word});
  add(out, subject(read, out.metric));
}

/// A statement without a measure that gives no outcome is about every measure of its terms. Any
/// other one, or one whose terms ask about none, is background: false.
bool AttestationsReader::about_terms(const StatementWord& word, const AttestationRow& read) {
  if (word.of != Of::either) return false;
  std::vector<std::string_view> asked;
  for (const std::string& term : read.terms)
    if (const TermRules* rules = rules_.term(term))
      asked.insert(asked.end(), rules->measures.begin(), rules->measures.end());
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  for (const std::string_view name : asked) {
    Observation out;
    out.head = read.head;
    out.metric = name;
    out.relation = word.relation;
    if (rules_.measure(name)->kind == Measure::Kind::activity) out.sites = read.sites;
    add(out, subject(read, ""));
  }
  return !asked.empty();
}

void AttestationsReader::report_conflicts() {
  const auto& observations = intake_.workspace.records.observations;
  std::vector<Stated> stated;
  stated.reserve(added_.size());
  std::unordered_set<std::string_view> replaced;
  for (const Added& row : added_)
    replaced.insert(
        intake_.workspace.records.origins[observations[row.observation].head.origin].replaces);
  for (std::size_t i = 0; i < added_.size(); ++i) {
    if (replaced.contains(added_[i].id)) continue;  // one that is corrected contradicts nothing
    const Observation& o = observations[added_[i].observation];
    stated.push_back({added_[i].report, o.metric, o.head.valid,
                      o.head.grade == evidence::Grade::declared,
                      added_[i].word->word == "state holds", &o, i});
  }
  find_conflicts(std::move(stated), intake_.workspace.agreement,
                 [&](const Stated& first, const Stated& second) {
                   const Row& here = *added_[second.row].row;
                   const Row& there = *added_[first.row].row;
                   sheet_.sheet.report(
                       here, sheet_.states, "I030",
                       fmt::format("{} says of {} on {} both “{}” and, on line {}, “{}”",
                                   second.report, second.measure, to_string(second.valid),
                                   sheet_.said(here), there.line, sheet_.said(there)),
                       "correct one of the two rows, or give each the day that it holds for");
                 });
}

void AttestationsReader::check_background() {
  std::unordered_set<std::string_view> ids;
  for (const Row& row : sheet_.sheet.rows()) ids.insert(sheet_.text(row, sheet_.id));
  for (const Setting& id : settings_.background)
    if (!ids.contains(id.text))
      intake_.report("W009", id.place,
                     fmt::format("{} has no row “{}”", sheet_.sheet.table().file, id.text));
}

}  // namespace

void read_attestations(Intake& intake) {
  auto sheet = intake.sheet(intake.settings.attestations.file);
  if (sheet) AttestationsReader(intake, *sheet).read();
}

}  // namespace accord::formats
