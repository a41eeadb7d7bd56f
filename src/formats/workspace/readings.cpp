#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "agreement/check/check.h"
#include "agreement/evaluate/examples.h"
#include "agreement/syntax/parse.h"
#include "base/codes/parameter.h"
#include "formats/workspace/intake.h"

/// [[reading]]: what a row says in words, written by a person as facts of the terms language. The
/// day, the known day, the actor, the trace and the origin are the row's where the fact does not
/// say.
namespace accord::formats {

namespace {

using agreement::Fact;

struct Word {
  std::size_t at;
  std::string_view text;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    out.push_back({at, text.substr(at, end - at)});
    at = end;
  }
  return out;
}

/// A fact with the days of its row put in where it names none.
struct Completed {
  std::string text;
  std::size_t at = 0;      ///< where something was put in
  std::size_t length = 0;  ///< how much
};

Completed completed(const std::string& says, const RowFacts& row) {
  const std::vector<Word> words = words_of(says);
  const auto find = [&](std::initializer_list<std::string_view> any) {
    return std::find_if(words.begin(), words.end(), [&](const Word& word) {
      return std::find(any.begin(), any.end(), word.text) != any.end();
    });
  };
  const bool names_known = find({"known"}) != words.end();
  std::string added;
  std::size_t at = says.size();
  if (const auto on = find({"on"}); on != words.end() && on + 1 != words.end()) {
    const auto day = parse_day(on[1].text);
    at = on[1].at + on[1].text.size();
    if (!names_known && day && row.known && *row.known > *day)
      added = fmt::format(" known {}", to_string(*row.known));
  } else {
    if (const auto rest = find({"known", "by", "grade"}); rest != words.end()) at = rest->at - 1;
    added = fmt::format(" on {}", to_string(row.day));
    if (!names_known && row.known && *row.known != row.day)
      added += fmt::format(" known {}", to_string(*row.known));
  }
  Completed out{says, at, added.size()};
  out.text.insert(at, added);
  return out;
}

/// The place in accord.toml of a problem in a completed fact; the text stands behind its quote.
/// What was put in shows at the word behind it.
Place place_of(const Setting& says, const Completed& fact, const Place& problem) {
  std::size_t at = problem.column - 1;
  if (at > fact.at + fact.length)
    at -= fact.length;
  else if (at > fact.at)
    at = std::min(fact.at + 1, says.text.size());
  return {says.place.line, says.place.column + 1 + static_cast<std::uint32_t>(at), problem.length};
}

/// The records of a fact, as records of its row.
void add_records(Intake& intake, const ReadingSettings& reading, const Fact& fact,
                 const RowFacts& row) {
  evidence::Records made = agreement::records_of({fact}, false).records;
  evidence::Records& records = intake.workspace.records;
  const auto complete = [&](evidence::Header& head) {
    head.origin = row.origin;
    head.trace = row.trace;
    if (fact.when.grade.empty()) head.grade = row.grade;
  };
  for (evidence::Observation& observation : made.observations) {
    complete(observation.head);
    const bool is_activity = observation.relation == evidence::Relation::seen ||
                             observation.relation == evidence::Relation::not_seen;
    const std::vector<std::string> named = !fact.when.by.empty() ? std::vector{fact.when.by.text}
                                           : is_activity         ? row.seen
                                                                 : std::vector{row.party};
    for (const std::string& party : named) {
      observation.head.party = party;
      records.observations.push_back(observation);
    }
  }
  for (evidence::EventRecord& event : made.events) {
    complete(event.head);
    event.answers = reading.answers.empty() ? row.answers : reading.answers.text;
    event.partly = reading.part || row.partly;
    if (!fact.when.by.empty()) {
      records.events.push_back(std::move(event));
      continue;
    }
    for (const std::string& actor : row.actors) {
      event.head.party = actor;
      records.events.push_back(event);
    }
  }
  for (evidence::Declaration& declaration : made.declarations) {
    complete(declaration.head);
    if (fact.when.grade.empty()) declaration.head.grade = evidence::Grade::declared;
    declaration.title = row.title;
    records.declarations.push_back(std::move(declaration));
  }
}

void read_fact(Intake& intake, agreement::FactCheck& check, const ReadingSettings& reading,
               const Setting& says, const RowFacts& row) {
  const Completed text = completed(says.text, row);
  agreement::ParsedFact parsed = agreement::parse_fact(text.text);
  if (parsed.fact && parsed.problems.empty()) parsed.problems = check(*parsed.fact);
  for (const Problem& problem : parsed.problems)
    intake.report("W011", place_of(says, text, problem.place),
                  fmt::format("{} [{}]", problem.message, problem.code), problem.help);
  if (!parsed.fact || has_errors(parsed.problems)) return;
  if (parsed.fact->kind == Fact::Kind::answer) {
    intake.report("W011", says.place, "an answer is an assumption, not something a row says",
                  "ask for it with " + parameter("assume"));
    return;
  }
  add_records(intake, reading, *parsed.fact, row);
}

}  // namespace

bool tables_are_whole(const Intake& intake) {
  const Settings& settings = intake.settings;
  const auto& problems = intake.workspace.problems;
  return std::none_of(problems.begin(), problems.end(), [&](const Problem& problem) {
    return problem.code == "W004" || problem.code == "W012" ||
           problem.file == settings.series.file.text || problem.file == settings.events.text ||
           problem.file == settings.obligations.text ||
           problem.file == settings.attestations.file.text;
  });
}

void read_readings(Intake& intake) {
  if (intake.settings.readings.empty()) return;
  const bool whole = tables_are_whole(intake);
  agreement::FactCheck check(intake.workspace.agreement);
  for (const ReadingSettings& reading : intake.settings.readings) {
    const RowFacts* row = intake.row(reading.row.text);
    if (row == nullptr) {
      if (whole && !reading.row.empty())
        intake.report("W009", reading.row.place,
                      fmt::format("no row with a day has the identifier “{}”", reading.row.text),
                      "name a report, an event, an obligation or a statement of the tables");
      continue;
    }
    if (row->ambiguous)
      intake.report("W009", reading.row.place,
                    fmt::format("two tables have a row “{}”", reading.row.text),
                    "give the rows identifiers of their own");
    if (!reading.answers.empty()) {
      const evidence::Origin& origin = intake.workspace.records.origins[row->origin];
      intake.note_answer(origin.file, origin.row,
                         {std::string(settings_file), reading.answers.place});
    }
    for (const Setting& says : reading.says) read_fact(intake, check, reading, says, *row);
  }
}

}  // namespace accord::formats
