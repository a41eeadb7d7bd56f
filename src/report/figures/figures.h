#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "agreement/explain/depends.h"
#include "base/date.h"
#include "base/rational.h"

/// The drawings of a report. Every mark links to the row of its evidence in the annex
/// ("#ev-" and the index of the origin) or to its finding ("#F-…").
namespace accord::report {

class Writer;

struct Drawing {
  std::string id, title, statement, svg;
  std::vector<std::uint32_t> origins{};  ///< rows whose figures it shows
};

/// The states of both sides over time, with what they declared; nothing when nothing was ever
/// judged. `title`: empty for the usual one.
[[nodiscard]] std::vector<Drawing> sides_drawings(Writer& writer, const std::string& title = {});
/// Events on record by category; nothing when the tables name no categories.
[[nodiscard]] std::vector<Drawing> events_drawings(Writer& writer);

/// What rests on what: days, events, questions and measures at the left, then terms, then parties.
/// `about` is the name it was asked for; "" for the whole text. One SVG document.
[[nodiscard]] std::string depends_drawing(const agreement::Dependence& shown,
                                          std::string_view about);

/// A bound and the days on which a term sets it.
struct LimitStep {
  Day from;
  std::optional<Day> to;  ///< the first day on which it no longer holds; none: it goes on
  Rational value;         ///< in the unit asked for
  std::string shown;      ///< as the text prints it, in words of the tables
  friend bool operator==(const LimitStep&, const LimitStep&) = default;
};

/// The bounds of a term's first limit up to the day of the report, as the findings of each day give
/// them. A day whose finding compares nothing has the bound before it, and days before the first
/// comparison have that one, only when the text sets one bound for all days; else they have none.
[[nodiscard]] std::vector<LimitStep> limit_steps(const Writer& writer, std::string_view term,
                                                 std::string_view unit);
/// Of one party, and of one rule of the term only: its place in the text.
[[nodiscard]] std::vector<LimitStep> limit_steps(const Writer& writer,
                                                 const agreement::Subject& subject,
                                                 std::optional<std::size_t> rule,
                                                 std::string_view unit);

}  // namespace accord::report
