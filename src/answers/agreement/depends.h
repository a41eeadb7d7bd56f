#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agreement/explain/depends.h"
#include "answers/agreement/terms.h"

namespace accord::answers {

struct DependsQuestion {
  std::optional<std::string> item;

  static constexpr auto described = object(
      "depends_question", "What rests on what: days, events, questions, conditions",
      member<&DependsQuestion::item>("item",
                                     "only what this item rests on, and what rests on it; of a "
                                     "party also the terms that leave force when it ceases")
          .argument()
          .shown_as("TERM|PARTY")
          .completed_by("term_or_party"));
};

struct DependsAnswer {
  std::optional<std::string> item;
  std::vector<agreement::DependEdge> edges;
  std::vector<agreement::DependNode> nodes;
  std::vector<agreement::Fall> falls_when_ceases;

  static constexpr auto described = object(
      "depends", "What rests on what in an agreement text",
      member<&DependsAnswer::item>("item", "the item asked about; none: all of the text"),
      member<&DependsAnswer::edges>("edges", "by what rests, in the order of the text"),
      member<&DependsAnswer::nodes>("nodes", "the items that take part, in the order of the text"),
      member<&DependsAnswer::falls_when_ceases>(
          "falls_when_ceases",
          "of a party: terms that leave force when it ceases as a whole; empty: none, or the item "
          "is not a party"));

  /// Whether the item asked about is a party.
  [[nodiscard]] bool is_of_party() const;
};

/// Of the first text. C001: nothing has the name of the item.
[[nodiscard]] Answered<DependsAnswer> depends(const Terms& terms, const DependsQuestion& asked);

extern const Question depends_question;

}  // namespace accord::answers
