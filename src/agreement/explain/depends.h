#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"

/// What rests on what in an agreement text: read from the text alone, without records. It answers
/// what would fall when a side leaves, a day moves or a question is answered.
namespace accord::agreement {

struct DependNode {
  enum class Kind : std::uint8_t { day, event, question, party, measure, term };
  Kind kind = Kind::term;
  std::string name;
  std::string title;  ///< of the item; the expression for a day
  friend bool operator==(const DependNode&, const DependNode&) = default;
};

/// `from` rests on `to`. `how` is a sentence part: "starts on", "is due by", "holds while …
/// performs".
struct DependEdge {
  std::string from, to;
  std::string how;
  bool lifts =
      false;  ///< when `to` ceases or leaves force, this condition can take `from` out of force
  friend bool operator==(const DependEdge&, const DependEdge&) = default;
};

struct Dependence {
  std::vector<DependNode> nodes;  ///< in the order of the text
  std::vector<DependEdge> edges;  ///< by `from` in the order of the text, then as written
};

/// The whole agreement. Amendments count as written: what they add rests on what they name.
[[nodiscard]] Dependence depends(const Agreement& agreement);

/// Only what `name` (a term, day, event, question, measure or party) rests on, step by step, and
/// what rests on it; empty when no such name takes part. For a party: every term it owes, is owed,
/// or that looks at its performing.
[[nodiscard]] Dependence around(const Dependence& all, std::string_view name);

/// A term that can leave force when a party ceases as a whole, with the chain of reasons.
struct Fall {
  std::string term;
  std::string because;  ///< "holds while north performs", "holds while O-X is met, which …"
};
[[nodiscard]] std::vector<Fall> falls_when_ceases(const Dependence& all, std::string_view party);

/// One line for each edge, grouped by what rests: what `accord terms depends` prints.
[[nodiscard]] std::string depends_text(const Dependence& dependence);

[[nodiscard]] const char* word(DependNode::Kind kind);

}  // namespace accord::agreement
