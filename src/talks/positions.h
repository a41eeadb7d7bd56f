#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

/// What the sides of indirect talks have said, issue by issue (chapter, section 10). The mediator,
/// the rounds and the places are data; nothing here proposes anything.
namespace accord::talks {

struct IssueOption {
  std::string issue;        ///< "ENR"
  std::string issue_title;  ///< "Level allowed in the north"
  std::string id;           ///< "LEVEL-2.5"
  std::string text;
  int order = 0;  ///< from 0, in the order of the issue
};

struct Statement {
  std::string id;  ///< "P01"
  std::string issue;
  std::string party;  ///< party id of the agreement
  std::string speaker;
  Day day;  ///< holds from this day until a later statement of the party on the issue
  std::optional<Day> superseded;
  std::string relation;                 ///< demands, offers, accepts, refuses other, discusses
  std::vector<std::string> acceptable;  ///< option ids it leaves open
  bool red_line = false;
  std::string summary;
  std::string kind;  ///< "public statement" or "press report, official not named"
  std::string source;
  std::uint32_t origin = 0;  ///< index into Records::origins

  [[nodiscard]] bool is_public() const { return kind == "public statement"; }
};

struct Round {
  int number = 0;
  Day day;
  std::string place, mediator_state, mediator;
  std::string status;  ///< held, not held, planned
  std::string note, trace, source;
  std::map<std::string, std::string> leads;  ///< party id → name
  std::uint32_t origin = 0;
};

struct PositionsQuery {
  Day day;
  bool public_only = false;          ///< statements of officials who were not named are left out
  std::vector<std::string> parties;  ///< the sides, in the order shown; empty: all with a statement
};

/// What one side's statements of its latest day leave open on one issue.
struct PartyPosition {
  std::string party;
  /// Indexes into the statements given, by id; several of one day intersect. Empty: no recorded
  /// statement, or the last one was withdrawn: the side excludes nothing.
  std::vector<std::size_t> statements;
  std::vector<std::string> acceptable;  ///< option ids, in the order of the issue
  std::vector<std::string> red_lined;   ///< option ids that a red line puts out of the question
  [[nodiscard]] bool is_silent() const { return statements.empty(); }
};

struct IssuePosition {
  std::string issue, title;
  std::vector<std::string> options;  ///< every option id, in the order of the issue
  std::vector<PartyPosition> parties;
  std::vector<std::string> open;       ///< excluded by no side: open to both
  std::vector<std::string> permitted;  ///< excluded by no recorded red line
  std::vector<std::string> silent;     ///< sides without a recorded statement: they exclude nothing
};

/// One position for each issue, in order of the options given. A statement of a side on an issue
/// replaces its earlier ones from its day on. Order of the statements has no influence.
[[nodiscard]] std::vector<IssuePosition> positions(const std::vector<IssueOption>& options,
                                                   const std::vector<Statement>& statements,
                                                   const PositionsQuery& query);

/// One option for each issue, in order of the issues.
using Package = std::vector<std::string>;

/// How many packages no recorded red line excludes; nothing when the number leaves 64 bits. No
/// issue at all: 0.
[[nodiscard]] std::optional<std::uint64_t> package_count(const std::vector<IssuePosition>& issues);

/// Packages number `first` (from 0) and following, at most `count`: the options of the last issue
/// change fastest. Any part of the list costs only what is listed.
[[nodiscard]] std::vector<Package> packages(const std::vector<IssuePosition>& issues,
                                            std::uint64_t first, std::size_t count);

/// A chosen package as a text of the terms language, in its one layout: a term for each issue with
/// the option in words, days left empty, marked as illustrative and proposed by nobody. Who owes
/// what is not in the data: the terms bind the sides jointly and say that this is open.
/// @param sides  party id → name. @error P001 an option of none of the issues; P002 fewer than two
/// sides or more than one option on an issue.
[[nodiscard]] Result<std::string> draft_terms(const std::vector<IssueOption>& options,
                                              const Package& package,
                                              const std::map<std::string, std::string>& sides,
                                              Day day);

/// Rounds around a day; null when there is none.
struct RoundsAround {
  const Round* last = nullptr;  ///< held on or before the day
  const Round* next =
      nullptr;  ///< after the day, as it stands in the table (also one not held later)
};
[[nodiscard]] RoundsAround rounds_around(const std::vector<Round>& rounds, Day day);

}  // namespace accord::talks
