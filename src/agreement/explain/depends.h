#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"
#include "described/described.h"

/// What rests on what in an agreement text: read from the text alone, without records. It answers
/// what would fall when a side leaves, a day moves or a question is answered.
namespace accord::agreement {

enum class DependKind : std::uint8_t { day, event, question, party, measure, term };

}  // namespace accord::agreement

namespace accord::described {

template <>
struct Words<agreement::DependKind> {
  static constexpr auto last = agreement::DependKind::term;
  static constexpr std::string_view name = "depend_kind", words[] = {"day",   "event",   "question",
                                                                     "party", "measure", "term"};
};

}  // namespace accord::described

namespace accord::agreement {

struct DependNode {
  using Kind = DependKind;
  Kind kind = Kind::term;
  std::string name;
  std::string title;
  static constexpr auto described = described::object(
      "depend_node", "An item of a text that others rest on, or that rests on others",
      described::member<&DependNode::kind>("kind", "what it is"),
      described::member<&DependNode::name>("name", "its name in the text"),
      described::member<&DependNode::title>("title", "its title; of a day: its expression"));
  friend bool operator==(const DependNode&, const DependNode&) = default;
};

/// `from` rests on `to`. `how` is a sentence part: "starts on", "is due by", "holds while …
/// performs".
struct DependEdge {
  std::string from, to;
  std::string how;
  bool lifts = false;
  static constexpr auto described = described::object(
      "depend_edge", "That one item of a text rests on another",
      described::member<&DependEdge::from>("name", "the item that rests on the other"),
      described::member<&DependEdge::how>("how", "in which way, in words: starts on, is due by"),
      described::member<&DependEdge::to>("rests_on", "the item that it rests on"),
      described::member<&DependEdge::lifts>(
          "lifts",
          "whether this condition can take the item out of force when the "
          "other ceases or leaves force"));
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
  static constexpr auto described = described::object(
      "fall", "A term that can leave force when a party ceases as a whole",
      described::member<&Fall::term>("term", "its name"),
      described::member<&Fall::because>("because", "the chain of reasons, in words"));
};
[[nodiscard]] std::vector<Fall> falls_when_ceases(const Dependence& all, std::string_view party);

[[nodiscard]] std::string_view word(DependKind kind);

/// One line for each edge, grouped by what rests: what `accord terms depends` prints.
[[nodiscard]] std::string depends_text(const Dependence& dependence);

}  // namespace accord::agreement
