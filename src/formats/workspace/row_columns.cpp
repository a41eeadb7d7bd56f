#include "formats/workspace/row_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "base/text.h"
#include "formats/workspace/marks.h"

namespace accord::formats {

namespace {

using evidence::Grade;

constexpr std::array<std::string_view, 6> grade_words{"verified", "attested", "estimated",
                                                      "declared", "reported", "unverified"};

}  // namespace

RowColumns::RowColumns(Intake& intake, Sheet& sheet)
    : intake_(intake),
      sheet_(sheet),
      party_(sheet.find("party")),
      by_(sheet.find("by")),
      replaces_(sheet.find("replaces")),
      answers_(sheet.find("answers")),
      part_(sheet.find("part")),
      grade_(sheet.find("grade")),
      u_(sheet.find("u")),
      k_(sheet.find("k")) {
  const Sheet::Column label = sheet.find("for");
  if (sheet.has(label) && sheet.has(answers_))
    sheet.report_head(label, "I020", "there is a column “answers” and a column “for”",
                      "keep one of them: both say which call or period a row answers");
  if (sheet.has(label)) answers_ = label;
}

// --- what a row says
// ------------------------------------------------------------------------------

RowSays RowColumns::read(const Row& row) {
  RowSays out;
  if (has_party()) out.party = intake_.parties(sheet_, row, party_);
  out.by = intake_.parties(sheet_, row, by_);
  out.replaces = sheet_.text(row, replaces_);
  out.answers = sheet_.text(row, answers_);
  if (!out.answers.empty())
    intake_.note_answer(sheet_.table().file, row.line,
                        {sheet_.table().file, sheet_.place_of(row, answers_)});
  if (!sheet_.text(row, part_).empty()) out.partly = sheet_.word(row, part_, yes_no) == 0U;
  if (!sheet_.text(row, grade_).empty())
    if (const auto word = sheet_.word(row, grade_, grade_words))
      out.grade = static_cast<Grade>(*word);
  out.uncertainty = uncertainty(row);
  return out;
}

std::optional<RowUncertainty> RowColumns::uncertainty(const Row& row) {
  const std::string_view written = sheet_.text(row, u_);
  const auto k = sheet_.number(row, k_);
  if (written.empty()) {
    if (k)
      sheet_.report(row, k_, "I024", "a coverage factor without an uncertainty",
                    "fill the column u, or leave k empty");
    return std::nullopt;
  }
  RowUncertainty out;
  out.is_share = written.ends_with('%');
  const ParsedDecimal number =
      parse_decimal(trim(written.substr(0, written.size() - (out.is_share ? 1 : 0))));
  if (number.fault != DecimalFault::none) {
    sheet_.report(row, u_, "I008", fmt::format("“{}” is not an uncertainty", written),
                  "write a number in the unit of the figure, or a share of it: 1.5 %");
    return std::nullopt;
  }
  if (k && k->mantissa == 0) {
    sheet_.report(row, k_, "I024", "the coverage factor is 0",
                  "write the factor that u was given with");
    return std::nullopt;
  }
  const Rational factor = k ? Rational(*k) : Rational::of(2);
  out.size = Rational(number.value) * intake_.settings.coverage / factor;
  if (out.is_share) out.size = out.size / Rational::of(100);
  if (out.size.is_valid()) return out;
  sheet_.report(row, u_, "I024", "the uncertainty has too many digits to be compared exactly",
                "write fewer digits of u or k");
  return std::nullopt;
}

void RowColumns::expect_no_uncertainty(const Row& row, const RowSays& says) {
  if (says.uncertainty)
    sheet_.report(row, u_, "I024", "an uncertainty without a figure",
                  "leave u empty where the row gives no figure");
}

Grade RowColumns::grade(const RowSays& says, const RowSubject& subject, Grade of_table) const {
  if (says.grade) return *says.grade;
  if (says.by.empty() || of_table == Grade::unverified) return of_table;
  const auto is_verifier = [&](const std::string& by) { return intake_.is_verifier(by); };
  if (std::any_of(says.by.begin(), says.by.end(), is_verifier)) return of_table;
  const auto is_own = [&](const std::string& by) {
    return std::find(subject.acts.begin(), subject.acts.end(), by) != subject.acts.end();
  };
  return std::any_of(says.by.begin(), says.by.end(), is_own) ? Grade::declared : Grade::reported;
}

void RowColumns::fill(evidence::Origin& origin, const RowSays& says) const {
  origin.by = join(says.by, ", ");
  origin.replaces = says.replaces;
  origin.names_subject = says.party && !says.party->empty();
}

// --- whose conduct
// --------------------------------------------------------------------------------

RowSubject RowColumns::subject(const RowSays& says, const std::vector<std::string>& actors) const {
  RowSubject out;
  if (says.party) {
    out.acts = says.party->empty() ? std::vector<std::string>{""} : *says.party;
    out.seen = out.acts;
    out.figure = out.acts.size() == 1 ? out.acts.front() : "";
    return out;
  }
  out.acts = actors;
  std::vector<std::string> about;
  for (const std::string& actor : actors)
    if (!intake_.is_verifier(actor) && !intake_.only_reports(actor)) about.push_back(actor);
  if (about.size() == 1) out.figure = about.front();
  if (about.size() > 1) out.unclear = std::move(about);
  out.seen = {out.figure};
  return out;
}

void RowColumns::expect_one_party(const Row& row, const RowSays& says) {
  if (says.party && says.party->size() > 1)
    sheet_.report(row, party_, "I018",
                  fmt::format("“{}” stands for several parties; one is needed here",
                              sheet_.text(row, party_)),
                  "write one row for each party");
}

void RowColumns::warn_unclear(const Row& row, Sheet::Column actors, const RowSubject& subject) {
  if (subject.unclear.empty()) return;
  sheet_.warn(
      row, actors, "I028",
      fmt::format("“{}” names several parties, and the row does not say which of them it is about",
                  sheet_.text(row, actors)),
      "name it in a column party; without it the record is about nobody in particular");
}

// --- rows that correct others
// ---------------------------------------------------------------------

void RowColumns::note(const Row& row, std::string_view id, Day known, std::string_view about) {
  noted_.try_emplace(id, Noted{&row, known, about});
}

const RowColumns::EventNames& RowColumns::events_of(std::string_view id) const {
  static const EventNames none;
  const auto found = feeds_.find(id);
  return found == feeds_.end() ? none : found->second;
}

std::string RowColumns::fault_of(std::string_view id, std::string_view replaced) const {
  if (id == replaced) return "the row replaces itself";
  const auto self = noted_.find(id), other = noted_.find(replaced);
  if (self == noted_.end() || other == noted_.end()) return {};  // it was refused for another fault
  if (self->second.known < other->second.known)
    return fmt::format("“{}” was not known before this row, but on {}", replaced,
                       to_string(other->second.known));
  const std::string_view mine = self->second.about, its = other->second.about;
  if (mine != its)
    return fmt::format("“{}” is about {}, this row about {}", replaced,
                       its.empty() ? "no metric" : fmt::format("“{}”", its),
                       mine.empty() ? "no metric" : fmt::format("“{}”", mine));
  const EventNames &a = events_of(id), &b = events_of(replaced);
  const bool shared = std::any_of(a.begin(), a.end(), [&](std::string_view event) {
    return std::find(b.begin(), b.end(), event) != b.end();
  });
  if (!a.empty() && !b.empty() && !shared)
    return fmt::format("“{}” is the event “{}”, this row the event “{}”", replaced, b.front(),
                       a.front());
  return {};
}

void RowColumns::settle_replaced(Sheet::Column ids) {
  if (!sheet_.has(replaces_)) return;
  for (const agreement::Item& item : intake_.workspace.agreement.items)
    if (const auto* event = std::get_if<agreement::Event>(&item); event != nullptr && event->data)
      for (const agreement::Name& row : *event->data)
        feeds_[row.text].push_back(event->head.name.text);
  std::vector<std::string_view> known;
  for (const Row& row : sheet_.rows()) known.push_back(sheet_.text(row, ids));
  for (const Row& row : sheet_.rows()) {
    const std::string_view id = sheet_.text(row, ids), replaced = sheet_.text(row, replaces_);
    if (replaced.empty()) continue;
    if (!std::binary_search(known.begin(), known.end(), replaced)) {
      const auto near = intake_.suggestions.nearest_in(
          sheet_.table().file, "I026", replaced,
          [&]() -> const std::vector<std::string_view>& { return known; });
      sheet_.report(
          row, replaces_, "I026", fmt::format("no row “{}” in this table", replaced),
          near ? fmt::format("did you mean “{}”?", *near) : "name the row that it corrects");
    } else if (std::string fault = fault_of(id, replaced); !fault.empty()) {
      sheet_.report(row, replaces_, "I026", std::move(fault),
                    "name an earlier row of the same name that this one corrects");
    } else {
      corrects_.emplace(id, replaced);
    }
  }
  find_circles(ids);
  inherit_events();
}

/// Rows known on one day can name each other in a ring.
void RowColumns::find_circles(Sheet::Column ids) {
  std::unordered_map<std::string_view, std::size_t> walk;  // of each row, the first that came by
  for (std::size_t start = 0; start < sheet_.rows().size(); ++start) {
    std::string_view at = sheet_.text(sheet_.rows()[start], ids);
    while (corrects_.contains(at) && walk.try_emplace(at, start).second) at = corrects_.at(at);
    const auto seen = walk.find(at);
    if (!corrects_.contains(at) || seen == walk.end() || seen->second != start) continue;
    sheet_.report(*noted_.at(at).row, replaces_, "I026",
                  fmt::format("“{}” and the row that replaces it replace each other", at),
                  "name an earlier row of the same name that this one corrects");
    corrects_.erase(at);
  }
}

/// What a text finds under the id of a row, it finds in the row that corrects it.
void RowColumns::inherit_events() {
  std::unordered_map<std::string_view, EventNames> inherited;
  for (const auto& [first, unused] : corrects_) {
    std::vector<std::string_view> chain;
    for (std::string_view at = first; corrects_.contains(at) && !inherited.contains(at);
         at = corrects_.at(at))
      chain.push_back(at);
    for (auto id = chain.rbegin(); id != chain.rend(); ++id) {
      EventNames names = events_of(corrects_.at(*id));
      if (const auto above = inherited.find(corrects_.at(*id)); above != inherited.end())
        names.insert(names.end(), above->second.begin(), above->second.end());
      std::sort(names.begin(), names.end());
      names.erase(std::unique(names.begin(), names.end()), names.end());
      inherited.emplace(*id, std::move(names));
    }
  }
  evidence::Records& records = intake_.workspace.records;
  for (evidence::EventRecord& event : records.events) {
    const evidence::Origin& origin = records.origins[event.head.origin];
    if (origin.replaces.empty() || origin.file != sheet_.table().file) continue;
    if (const auto found = inherited.find(origin.id); found != inherited.end())
      for (const std::string_view name : found->second) event.names.emplace_back(name);
  }
}

}  // namespace accord::formats
