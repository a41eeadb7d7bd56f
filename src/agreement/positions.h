#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

/// What the sides of indirect talks have said, issue by issue (chapter, section 10). The mediator, the
/// rounds and the places are data; nothing here proposes anything.
namespace accord::agreement {

struct IssueOption {
  std::string issue;        ///< "ENR"
  std::string issue_title;  ///< "Enrichment level allowed in Iran"
  std::string id;           ///< "ENR-3.67"
  std::string text;
  int order = 0;            ///< from 0, in the order of the issue
};

struct Statement {
  std::string id;       ///< "P01"
  std::string issue;
  std::string party;    ///< party id of the agreement
  std::string speaker;
  Day day;              ///< holds from this day until a later statement of the party on the issue
  std::optional<Day> superseded;
  std::string relation;                 ///< demands, offers, accepts, refuses other, discusses
  std::vector<std::string> acceptable;  ///< option ids it leaves open
  bool red_line = false;
  std::string summary;
  std::string kind;                     ///< "public statement" or "press report, official not named"
  std::string source;
  std::uint32_t origin = 0;             ///< index into Records::origins

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

}  // namespace accord::agreement
