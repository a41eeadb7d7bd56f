#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

/// What was recorded of talks: issues with options, statements of the sides, rounds. The mediator,
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
  Day day;                              ///< in force from this day
  std::optional<Day> superseded;        ///< and from this one no longer
  std::string relation;                 ///< demands, offers, accepts, refuses other, discusses
  std::vector<std::string> acceptable;  ///< option ids it names
  bool red_line = false;                ///< whether it puts out every option it does not name
  std::string summary;
  std::string kind;  ///< "public statement" or "press report, official not named"
  std::string source;
  std::uint32_t origin = 0;  ///< index into Records::origins

  [[nodiscard]] bool is_public() const { return kind == "public statement"; }
  [[nodiscard]] bool only_discusses() const { return relation == "discusses"; }
  /// Demands, offers or accepts: what it names is named, and not only left open.
  [[nodiscard]] bool names() const { return !only_discusses() && relation != "refuses other"; }
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

/// The parties that have said something, on any day, or lead a side in a round; by id.
[[nodiscard]] std::vector<std::string> sides_of(const std::vector<Statement>& statements,
                                                const std::vector<Round>& rounds);

/// Rounds around a day; null when there is none.
struct RoundsAround {
  const Round* last = nullptr;  ///< held on or before the day
  const Round* next = nullptr;  ///< after the day, as the table has it (also one not held later)
};
[[nodiscard]] RoundsAround rounds_around(const std::vector<Round>& rounds, Day day);

}  // namespace accord::talks
