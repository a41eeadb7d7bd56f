#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/talks/zone_on.h"

namespace accord::answers {

struct SheetOnQuestion {
  std::optional<Day> on;
  bool public_only = false;

  static constexpr auto described =
      object("sheet_on_question", "The page for the table, from what was said in public",
             member<&SheetOnQuestion::on>("on", "the day of the page, as 2025-05-18").setting(),
             member<&SheetOnQuestion::public_only>("public_only",
                                                   "public statements only, no press reports"));
};

struct SheetSide {
  std::string party, party_title, stated;

  static constexpr auto described =
      object("sheet_side", "A side, and what kind of words it has stated",
             member<&SheetSide::party>("party", "the side"),
             member<&SheetSide::party_title>("party_title", "its name"),
             member<&SheetSide::stated>("stated", "public words, press reports, both or nothing"));
};

struct SheetSource {
  std::string party_title, id;
  Day day;
  std::optional<std::string> source;

  static constexpr auto described = object(
      "sheet_source", "A statement in force, without its words",
      member<&SheetSource::party_title>("party_title", "name of the side"),
      member<&SheetSource::id>("id", "its name"), member<&SheetSource::day>("day", "its day"),
      member<&SheetSource::source>("source", "where it is published; none: not stated"));
};

struct SheetIssue {
  std::string issue, title;
  std::vector<std::string> not_excluded, named_by_all, silent;
  std::vector<SheetSource> sources;

  static constexpr auto described = object(
      "sheet_issue", "An issue on the page, in words",
      member<&SheetIssue::issue>("issue", "its name"),
      member<&SheetIssue::title>("title", "what it is about"),
      member<&SheetIssue::not_excluded>("not_excluded_words", "options that no red line puts out"),
      member<&SheetIssue::named_by_all>("named_by_all_words", "options that every side names"),
      member<&SheetIssue::silent>("silent_titles", "sides without a statement in force"),
      member<&SheetIssue::sources>("sources", "the statements that decide it"));
};

struct SheetOn {
  Day on;
  bool public_only = false;
  std::optional<TalkRound> last_round;
  PublicZone answer{};
  std::string sentence, illustration;
  std::vector<SheetIssue> issues;
  std::vector<SheetSide> sides;
  std::string digest;
  std::vector<std::string> notes;

  static constexpr auto described =
      object("sheet_on", "The page for the table, from what was said in public",
             member<&SheetOn::on>("on", "the day"),
             member<&SheetOn::public_only>("public_only", "whether press reports are left out"),
             member<&SheetOn::last_round>("last_round",
                                          "the last round held on or before the day; none: no "
                                          "such round in the table"),
             member<&SheetOn::answer>("zone_answer", "possible or excluded, never sure"),
             member<&SheetOn::sentence>("sentence", "the answer in its fixed words"),
             member<&SheetOn::illustration>("illustration", "what it rests on, in fixed words"),
             member<&SheetOn::issues>("sheet_issues", "in the order of the table of options"),
             member<&SheetOn::sides>("sheet_sides", "each side"),
             member<&SheetOn::digest>("digest",
                                      "SHA-256 of the day, the options in words and the hashes of "
                                      "the rows of the statements that decide them"),
             member<&SheetOn::notes>("notes", "statements that contradict one another"));
};

/// U005: no day is named; P020: no issues; P052: fewer than two sides.
[[nodiscard]] Answered<SheetOn> sheet_on(const Workspace& workspace, const SheetOnQuestion& asked);

extern const Question sheet_on_question;

}  // namespace accord::answers
