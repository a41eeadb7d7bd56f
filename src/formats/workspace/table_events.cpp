#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "formats/text/comparator.h"
#include "formats/workspace/intake.h"
#include "formats/workspace/mapped_table.h"
#include "formats/workspace/marks.h"
#include "formats/workspace/meanings.h"
#include "formats/workspace/row_columns.h"

/// The chronology, and the tables in the user's own columns: events by day, with measured values
/// and the parties' own declarations.
namespace accord::formats {

namespace {

using evidence::Declaration;
using evidence::Grade;
using evidence::Observation;
using evidence::Relation;
using evidence::Trace;

bool is_range(Relation relation) {
  return relation == Relation::at_most || relation == Relation::below ||
         relation == Relation::at_least || relation == Relation::above;
}

constexpr std::array<std::string_view, 5> comparators{"=", "<", "<=", ">", ">="};

class EventsReader {
 public:
  /// `mapped`: null for the chronology.
  EventsReader(Intake& intake, Sheet& sheet, const MappedTable* mapped);
  void read();

 private:
  struct Entry {
    std::string id, category, title;
    evidence::Header head;
    std::vector<std::string> actors;
    std::vector<std::string> terms;  ///< related terms of the text
    RowSays says;
    RowSubject subject;
    const std::vector<const Meaning*>* meanings = nullptr;  ///< by accord.toml, beside its columns
  };
  void read_row(const Row& row);
  std::vector<std::string> related_terms(const Row& row);
  std::uint32_t add_origin(const Row& row, const Entry& entry);
  void add_events(const Entry& entry);
  void add_event(const Entry& entry, std::vector<std::string> names, bool partly);
  void add_declarations(const Row& row, const Entry& entry);
  void declare(const Row& row, const Entry& entry, Declaration::Kind kind,
               const std::vector<std::string>& terms);
  Grade add_observation(const Entry& entry, Observation observed);
  [[nodiscard]] Grade grade_of(const Entry& entry, bool is_marked) const;
  std::vector<Observation> observations(const Row& row, const Entry& entry);
  std::optional<Observation> observation(const Row& row);
  std::optional<Observation> activity(const Row& row, const ActivitySettings& settings);

  Intake& intake_;
  Sheet& sheet_;
  const bool mapped_;
  RowColumns columns_;
  Meanings meanings_;
  Sheet::Column id_, date_, known_date_, precision_, category_, actor_, title_, description_,
      metric_, comparator_, value_, unit_, related_, verified_, dispute_, source_;
  std::unordered_map<std::string_view, const ActivitySettings*> activities_;
};

const std::vector<Meaning> says_nothing;

EventsReader::EventsReader(Intake& intake, Sheet& sheet, const MappedTable* mapped)
    : intake_(intake),
      sheet_(sheet),
      mapped_(mapped != nullptr),
      columns_(intake, sheet),
      meanings_(intake, sheet, mapped ? mapped->says : says_nothing,
                mapped ? mapped->kinds : intake.settings.event_kinds),
      id_(sheet.need("event_id")),
      date_(sheet.need("date")),
      known_date_(sheet.find("known_date")),
      precision_(sheet.find("date_precision")),
      category_(mapped ? sheet.find("category") : sheet.need("category")),
      actor_(columns_.has_party() ? sheet.find("actor") : sheet.need("actor")),
      title_(mapped ? sheet.find("title") : sheet.need("title")),
      description_(sheet.find("description")),
      metric_(sheet.find("metric")),
      comparator_(sheet.find("comparator")),
      value_(sheet.find("value")),
      unit_(sheet.find("unit")),
      related_(sheet.find("related_terms")),
      verified_(mapped ? sheet.find("verified") : sheet.need("verified")),
      dispute_(sheet.find("dispute_note")),
      source_(sheet.find("source")) {
  if (sheet_.has(metric_))
    for (const std::string_view column : {"comparator", "value", "unit"}) sheet_.need(column);
  for (const ActivitySettings& activity : intake.settings.activities)
    activities_.emplace(activity.metric.text, &activity);
}

void EventsReader::read() {
  if (!sheet_.is_complete()) return;
  sheet_.order_by_id(id_);
  for (const Row& row : sheet_.rows()) read_row(row);
  columns_.settle_replaced(id_);
}

std::vector<std::string> EventsReader::related_terms(const Row& row) {
  std::vector<std::string> out;
  for (std::string& id : sheet_.parts(row, related_, ";")) {
    if (contains(intake_.names.terms, id)) {
      out.push_back(std::move(id));
    } else if (!intake_.names.items.empty() && !contains(intake_.names.items, id)) {
      const auto near = intake_.suggestions.nearest_in(
          sheet_.table().file, "I015", id,
          [&]() -> const TextNames::Names& { return intake_.names.items; });
      sheet_.report(row, related_, "I015", fmt::format("the text has no item “{}”", id),
                    near ? fmt::format("did you mean “{}”?", *near) : "");
    }
  }
  return out;
}

void EventsReader::read_row(const Row& row) {
  Entry entry;
  entry.id = sheet_.text(row, id_);
  entry.category = mapped_ ? sheet_.text(row, category_) : sheet_.needed_text(row, category_);
  entry.title = mapped_ ? sheet_.text(row, title_) : sheet_.needed_text(row, title_);
  if (entry.title.empty()) entry.title = entry.category.empty() ? entry.id : entry.category;
  entry.meanings = &meanings_.of(entry.category);
  entry.actors = intake_.parties(sheet_, row, actor_);
  entry.says = columns_.read(row);
  if (!entry.says.party) sheet_.needed_text(row, actor_);
  entry.subject = columns_.subject(entry.says, entry.actors);
  if (!mapped_ && entry.says.by.empty() && !intake_.settings.events_by.empty())
    entry.says.by = {intake_.settings.events_by.text};
  entry.terms = related_terms(row);
  std::vector<Observation> observed = observations(row, entry);
  const auto any = [&](auto holds) { return std::any_of(observed.begin(), observed.end(), holds); };
  if (any([](const Observation& o) { return o.relation <= Relation::above; }))
    columns_.expect_one_party(row, entry.says);
  if (!any([](const Observation& o) { return o.relation == Relation::equal; }))
    columns_.expect_no_uncertainty(row, entry.says);
  const auto date = sheet_.needed_day(row, date_);
  const auto known = sheet_.day(row, known_date_);
  const std::string_view mark =
      sheet_.has(verified_) ? sheet_.needed_text(row, verified_) : mark_words[0];
  if (date && known && *known < *date) {
    sheet_.report(row, known_date_, "I010",
                  fmt::format("known on {}, before the day it is about, {}", to_string(*known),
                              to_string(*date)),
                  "correct one of the two days");
    return;
  }
  if (entry.id.empty() || !date || entry.subject.acts.empty()) return;
  const auto trace = trace_of(mark);
  entry.head = {*date,
                known.value_or(*date),
                grade_of(entry, trace.has_value()),
                trace.value_or(Trace::found),
                "",
                0};
  entry.head.origin = add_origin(row, entry);
  intake_.list(sheet_, row, entry.head.origin, entry.category);
  add_events(entry);
  add_declarations(row, entry);
  Grade observed_grade = entry.head.grade;
  if (!observed.empty()) columns_.warn_unclear(row, actor_, entry.subject);
  for (Observation& o : observed) observed_grade = add_observation(entry, std::move(o));
  columns_.note(row, sheet_.text(row, id_), entry.head.known, sheet_.text(row, metric_));
  intake_.remember(entry.id,
                   {entry.head.valid, entry.head.known, entry.subject.acts, entry.subject.seen,
                    entry.subject.figure, observed_grade, entry.head.trace, entry.head.origin,
                    entry.title, entry.says.answers, entry.says.partly});
}

/// A mark outside the table's words names one weak source.
Grade EventsReader::grade_of(const Entry& entry, bool is_marked) const {
  const std::vector<std::string>& sayers = entry.says.by.empty() ? entry.actors : entry.says.by;
  const auto any = [&](auto is) { return std::any_of(sayers.begin(), sayers.end(), is); };
  const bool by_verifier = any([&](const auto& name) { return intake_.is_verifier(name); });
  // A table of the user's own needs no settings for it: the text says who verifies.
  const bool by_body =
      mapped_ && any([&](const auto& name) {
        return contains(intake_.names.verifiers, name) && contains(intake_.names.bodies, name);
      });
  if (by_body && is_marked && !entry.says.grade) return Grade::verified;
  const Grade of_table = !is_marked    ? Grade::unverified
                         : by_verifier ? Grade::verified
                                       : Grade::reported;
  return columns_.grade(entry.says, entry.subject, of_table);
}

/// A figure is about one party or nobody; a yes or no may be about each of several.
Grade EventsReader::add_observation(const Entry& entry, Observation observed) {
  Grade grade = entry.head.grade;
  const bool is_statement = grade == Grade::verified && is_range(observed.relation);
  if (is_statement && !entry.says.grade) grade = Grade::attested;
  if (entry.says.uncertainty && observed.relation == Relation::equal)
    observed.uncertainty = entry.says.uncertainty->of(observed.value);
  observed.head = entry.head;
  observed.head.grade = grade;
  const bool is_activity =
      observed.relation == Relation::seen || observed.relation == Relation::not_seen;
  for (const std::string& party :
       is_activity ? entry.subject.seen : std::vector<std::string>{entry.subject.figure}) {
    observed.head.party = party;
    intake_.workspace.records.observations.push_back(observed);
  }
  return grade;
}

std::uint32_t EventsReader::add_origin(const Row& row, const Entry& entry) {
  evidence::Origin origin = sheet_.origin(row, entry.id);
  const std::string_view description = sheet_.text(row, description_);
  origin.text = description.empty() ? entry.title : description;
  origin.source = sheet_.text(row, source_);
  origin.note = sheet_.text(row, dispute_);
  const std::string_view precision = sheet_.text(row, precision_);
  if (!precision.empty() && precision != "day")
    origin.note += fmt::format("{}Day known to: {}.", origin.note.empty() ? "" : " ", precision);
  columns_.fill(origin, entry.says);
  return intake_.add(std::move(origin));
}

void EventsReader::add_events(const Entry& entry) {
  std::vector<std::string> whole{entry.id}, in_part;
  for (const Meaning* meaning : *entry.meanings)
    if (meaning->kind == Meaning::Kind::event)
      (meaning->in_part ? in_part : whole).push_back(meaning->name.text);
  add_event(entry, std::move(whole), entry.says.partly);
  if (!in_part.empty()) add_event(entry, std::move(in_part), true);
}

void EventsReader::add_event(const Entry& entry, std::vector<std::string> names, bool partly) {
  const bool by_actor = entry.says.by.empty() && !entry.says.party && !entry.says.grade;
  evidence::EventRecord event{entry.head, std::move(names), entry.says.answers,
                              partly,     entry.category,   entry.title};
  for (const std::string& actor : entry.subject.acts) {
    event.head.party = actor;
    if (by_actor && entry.head.grade != Grade::unverified)
      event.head.grade = intake_.is_verifier(actor) ? Grade::verified : Grade::reported;
    intake_.workspace.records.events.push_back(event);
  }
}

void EventsReader::add_declarations(const Row& row, const Entry& entry) {
  if (!mapped_ && entry.category == "withdrawal")
    declare(row, entry, Declaration::Kind::ceases, {});
  if (!mapped_ && entry.category == "reduction" && !entry.terms.empty())
    declare(row, entry, Declaration::Kind::suspends, entry.terms);
  for (const Meaning* meaning : *entry.meanings) {
    if (meaning->kind < Meaning::Kind::ceases) continue;
    std::vector<std::string> terms;
    for (const Setting& term : meaning->terms) terms.push_back(term.text);
    const auto kind =
        static_cast<std::size_t>(meaning->kind) - static_cast<std::size_t>(Meaning::Kind::ceases);
    declare(row, entry, static_cast<Declaration::Kind>(kind), terms);
  }
}

void EventsReader::declare(const Row& row, const Entry& entry, Declaration::Kind kind,
                           const std::vector<std::string>& terms) {
  for (const std::string& actor : entry.subject.acts) {
    if (actor.empty()) {
      sheet_.report(row, category_, "I007", "a declaration names nobody who makes it",
                    "name the party in the column party");
      return;
    }
    Declaration out{entry.head, kind, terms, entry.title};
    out.head.party = actor;
    if (out.head.grade != Grade::unverified && !entry.says.grade) out.head.grade = Grade::declared;
    intake_.workspace.records.declarations.push_back(std::move(out));
  }
}

/// What its columns measure, and what accord.toml says that the row says.
std::vector<Observation> EventsReader::observations(const Row& row, const Entry& entry) {
  std::vector<Observation> out;
  if (auto measured = observation(row)) out.push_back(std::move(*measured));
  for (const Meaning* meaning : *entry.meanings) {
    if (meaning->kind < Meaning::Kind::measure || meaning->kind > Meaning::Kind::not_seen) continue;
    if (auto said = meanings_.observation(row, *meaning)) out.push_back(std::move(*said));
  }
  return out;
}

std::optional<Observation> EventsReader::activity(const Row& row,
                                                  const ActivitySettings& settings) {
  constexpr std::array<std::string_view, 2> answers{"1", "0"};
  const auto answer = sheet_.word(row, value_, answers);
  if (!answer) return std::nullopt;
  Observation out;
  out.metric = settings.activity.text;
  out.relation = *answer == 0 ? Relation::seen : Relation::not_seen;
  for (const Setting& site : settings.sites) out.sites.push_back(site.text);
  return out;
}

std::optional<Observation> EventsReader::observation(const Row& row) {
  const std::string_view metric = sheet_.text(row, metric_);
  if (metric.empty()) return std::nullopt;
  if (const auto found = activities_.find(metric); found != activities_.end())
    return activity(row, *found->second);
  const auto comparator = sheet_.word(row, comparator_, comparators);
  sheet_.needed_text(row, value_);
  const auto value = sheet_.number(row, value_);
  std::string unit = intake_.unit(sheet_, row, unit_);
  if (!comparator || !value || unit.empty()) return std::nullopt;
  Observation out;
  out.metric = metric;
  out.relation = *relation_of(comparators[*comparator]);
  out.value = *value;
  out.unit = std::move(unit);
  return out;
}

}  // namespace

void read_events(Intake& intake) {
  auto sheet = intake.sheet(intake.settings.events);
  if (sheet) EventsReader(intake, *sheet, nullptr).read();
  for (const MappedTable& table : intake.settings.tables)
    if (auto mapped = mapped_sheet(intake, table)) EventsReader(intake, *mapped, &table).read();
}

}  // namespace accord::formats
