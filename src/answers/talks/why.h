#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/talks/given.h"
#include "answers/talks/package.h"

namespace accord::answers {

struct WhyQuestion {
  std::optional<std::string> certificate;
  std::vector<std::string> salts;

  /// U005: salts that are not 64 hex digits.
  [[nodiscard]] std::optional<Error> fault() const;

  static constexpr auto described = object(
      "why_question", "Which limits conflict, and whose fall would leave an outcome",
      member<&WhyQuestion::certificate>("certificate",
                                        "write a proof of the first conflict here, and beside it "
                                        "what opens the positions in it, in FILE.openings")
          .shown_as("FILE")
          .completed_by("files"),
      member<&WhyQuestion::salts>("salt",
                                  "of each position in their order, 64 hex digits, as it was "
                                  "sealed; otherwise chosen at random")
          .shown_as("HEX"));
};

struct LimitRow {
  std::string limit, party, text;
  bool opens_alone = false;
  std::uint64_t outcomes = 0;

  static constexpr auto described =
      object("limit_row", "A line, mark, package or walk-away value",
             member<&LimitRow::limit>("limit_name", "its name"),
             member<&LimitRow::party>("party", "whose it is"),
             member<&LimitRow::text>("text", "its words; none: it has none").none_if_empty(),
             member<&LimitRow::opens_alone>(
                 "opens_alone", "without it alone some outcome would no longer be excluded"),
             member<&LimitRow::outcomes>("outcomes_without",
                                         "outcomes that nobody would exclude without it"));
};

struct LimitSetRow {
  std::uint64_t number = 0;
  std::string parties, limits;

  static constexpr auto described =
      object("limit_set", "Some limits together",
             member<&LimitSetRow::number>("number", "from 1, in the order of report"),
             member<&LimitSetRow::parties>("parties_concerned", "whose limits they are"),
             member<&LimitSetRow::limits>("limit_names", "the limits"));
};

struct WhyAnswer {
  std::vector<LimitSetRow> conflicts, relaxations;
  std::vector<LimitRow> limits;
  bool conflicts_complete = true, relaxations_complete = true, is_zone_empty = false;
  std::uint64_t zone_outcomes = 0;
  std::optional<std::string> certificate_file;

  static constexpr auto described = object(
      "why", "Why there is no zone, or what each limit costs",
      member<&WhyAnswer::conflicts>("conflicts",
                                    "limits that no outcome keeps together, with no smaller set "
                                    "inside; fewest parties first"),
      member<&WhyAnswer::relaxations>("relaxations",
                                      "limits whose fall together leaves an outcome, with no "
                                      "smaller set inside"),
      member<&WhyAnswer::limits>("limits", "every limit, party by party"),
      member<&WhyAnswer::conflicts_complete>("conflicts_complete", "whether the list is whole"),
      member<&WhyAnswer::relaxations_complete>("relaxations_complete", "the same"),
      member<&WhyAnswer::zone_outcomes>("outcomes_left", "outcomes that nobody excludes"),
      member<&WhyAnswer::certificate_file>("certificate_file",
                                           "where the proof is; none: not asked for, or no "
                                           "conflict"),
      member<&WhyAnswer::is_zone_empty>("is_zone_empty", "whether every outcome is excluded")
          .deciding());
};

/// A proof of the first conflict, and what opens the positions in it.
struct Proof {
  std::string certificate, openings;
};

[[nodiscard]] Answered<WhyAnswer> why(const TalksFiles& files, const WhyQuestion& asked);

/// `salts`: 32 bytes for each position. Nothing when there is no conflict.
[[nodiscard]] Answered<std::optional<Proof>> proof_of(const TalksFiles& files,
                                                      const std::vector<std::string>& salts);

extern const Question why_question;

}  // namespace accord::answers
