#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/accounts/parts.h"
#include "answers/agreement/opened.h"
#include "assessment/kinds.h"

/// What every answer from an assessment says first, each said once: of which workspace and days it
/// is, on which records it rests, and what stands beside the record.
namespace accord::answers {

/// The row behind a record.
struct Record {
  std::optional<std::string> id, file;
  std::optional<std::uint32_t> line;
  std::optional<std::string> sha256, source, text, note;
  bool supposed = false;
  std::optional<std::string> said_by, replaces;

  static constexpr auto described = object(
      "record", "Where a record comes from: a row of a file, with its hash",
      member<&Record::id>("id", "its name in its table; none: it has no name"),
      member<&Record::file>("file", "file in the workspace; none: a fact that is supposed"),
      member<&Record::line>("line", "line in the file, from 1; none: not in a file"),
      member<&Record::sha256>("sha256", "hash of the bytes of the row; none: not in a file"),
      member<&Record::source>("source", "where it is published; none: not stated"),
      member<&Record::text>("text", "what it says, in the words of the table; none: no words"),
      member<&Record::note>("note", "remark of the table; none: no remark"),
      member<&Record::supposed>("supposed", "whether it is supposed and not on record"),
      member<&Record::said_by>("said_by", "parties that say so; none: the table does not tell"),
      member<&Record::replaces>("replaces", "name of the row that it corrects; none: of no row"));
};
/// Contract: an index into the origins.
[[nodiscard]] Record record_of(const evidence::Records& records, std::uint32_t origin);

/// The accounts behind figures of the record.
struct AccountsBehind {
  std::string folder, party, party_title;
  std::uint64_t report_count = 0, errors = 0, warnings = 0;
  std::vector<Unread> incomplete;

  static constexpr auto described = object(
      "accounts_behind", "The accounts of a party that figures of the record come from",
      member<&AccountsBehind::folder>("folder", "where they are in the workspace"),
      member<&AccountsBehind::party>("party", "whose accounts they are"),
      member<&AccountsBehind::party_title>("party_title", "its name"),
      member<&AccountsBehind::report_count>("report_count", "number of reports on the known day"),
      member<&AccountsBehind::errors>("errors", "number of errors that a check finds"),
      member<&AccountsBehind::warnings>("warnings", "number of warnings that a check finds"),
      incomplete_member<&AccountsBehind::incomplete>());
};

/// A row of the record that feeds nothing.
struct UnfedRow {
  std::string word;
  bool only_a_figure = false;
  std::optional<std::string> did_you_mean;
  std::optional<assessment::Offer::Kind> did_you_mean_kind;
  Record record;

  static constexpr auto described =
      object("unfed_row", "A row that feeds no event, measure, declaration or reading of the text",
             member<&UnfedRow::word>("word", "its metric, else its category"),
             member<&UnfedRow::only_a_figure>("only_a_figure",
                                              "whether the rest of the row feeds something"),
             member<&UnfedRow::did_you_mean>(
                 "did_you_mean", "a name of the text that is near to the word; none: no name is"),
             member<&UnfedRow::did_you_mean_kind>("did_you_mean_kind",
                                                  "what the text has under that name"),
             member<&UnfedRow::record>("record", "the row"));
};

struct OutcomeCounts {
  std::uint64_t met = 0, not_met = 0, not_shown = 0, out_of_count = 0;

  static constexpr auto described =
      object("outcome_counts", "How many findings there are of each outcome",
             member<&OutcomeCounts::met>("met", "number of those that are met"),
             member<&OutcomeCounts::not_met>("not_met", "number of those that are not met"),
             member<&OutcomeCounts::not_shown>("not_shown",
                                               "number of those that the record does not show"),
             member<&OutcomeCounts::out_of_count>(
                 "out_of_count", "number of those not in force, ended or not due"));
};
[[nodiscard]] OutcomeCounts counts_of(const assessment::Counts& counts);

/// The head of an answer from an assessment: `.flat()` in it, as `judged_member` has it.
struct Judged {
  std::string workspace;
  Day on, known;
  std::optional<Day> record_end;
  bool nothing_later = false;
  Grade min_grade = Grade::unverified;
  bool found_only = false;
  std::vector<std::string> assume, suppose;
  OutcomeCounts outcomes;
  std::optional<AccountsBehind> accounts;
  std::vector<UnfedRow> unfed_rows;
  std::uint64_t background_rows = 0;

  static constexpr auto described = object(
      "judged", "Of which workspace and days an answer is, and on which records it rests",
      member<&Judged::workspace>("workspace", "title of the workspace"),
      member<&Judged::on>("on", "the day asked about"),
      member<&Judged::known>("known", "the day of the knowledge"),
      member<&Judged::record_end>(
          "record_end", "day on which the last record used became known; none: there is no record"),
      member<&Judged::nothing_later>("nothing_later", "whether no later record is on file"),
      member<&Judged::min_grade>("min_grade", "weakest evidence that counts"),
      member<&Judged::found_only>("found_only", "whether only rows that are marked found are used"),
      member<&Judged::assume>("assume", "open questions with the answers that are assumed, as Q=A"),
      member<&Judged::suppose>("suppose", "facts that are supposed and not on record"),
      member<&Judged::outcomes>("outcomes", "how many findings have each outcome, of all"),
      member<&Judged::accounts>("accounts", "accounts behind the figures; none: there are none"),
      member<&Judged::unfed_rows>("unfed_rows", "rows of the record that feed nothing"),
      member<&Judged::background_rows>("background_rows",
                                       "number of rows that feed nothing and were set aside"));
};
[[nodiscard]] Judged judged_of(const Assessment& assessment);
/// What has to be said beside every answer: the rows that feed nothing, in sentences.
[[nodiscard]] std::vector<std::string> notes_of(const Assessment& assessment);

template <auto P>
consteval auto judged_member() {
  return member<P>("judged", "of which workspace and days it is").flat();
}

/// C001, with the nearest name: there is no such term or finding.
[[nodiscard]] Error no_such_finding(const Assessment& assessment, const std::string& id);
/// C002, with the nearest name: the party is not in the text. Nothing where it is, or none is
/// named.
[[nodiscard]] std::optional<Error> no_such_party(const agreement::Agreement& agreement,
                                                 const std::optional<std::string>& party);

template <auto P>
consteval auto term_flag() {
  return member<P>("term", "this term or finding only").shown_as("ID").completed_by("terms");
}
template <auto P>
consteval auto party_flag() {
  return member<P>("party", "commitments of this party only")
      .shown_as("ID")
      .completed_by("parties");
}

}  // namespace accord::answers
