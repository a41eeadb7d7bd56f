#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/rational.h"
#include "evidence/record.h"

namespace accord::agreement {
class Evaluator;
class Units;
}  // namespace accord::agreement

/// Statements of others about the figures, checked for consistency (chapter, section 11).
namespace accord::claims {

using namespace agreement;
using namespace evidence;

struct Claim {
  std::string id;        ///< "C01"
  std::string claimant;  ///< kind of claimant: news agency, analyst, government statement
  std::string about;     ///< id of the report it speaks about; may be empty
  std::string metric;    ///< "u_le_60pct", "total", "total_change", "multiple_of_limit", …
  std::string value;     ///< as written: a number, or a day for unit "date"
  std::string unit;      ///< kg, lb, times, year, date
  std::string text;
  std::string source;
  Day published;
  std::uint32_t origin = 0;  ///< index into Records::origins
};

/// What a claim metric speaks about, in the words of the records and of the agreement text.
struct ClaimMeaning {
  enum class Kind : std::uint8_t {
    figure,         ///< `metric` of the report, less the figures of `less`
    change,         ///< the figure less that of the report before
    multiple,       ///< the figure divided by the limit of `terms[0]`
    first_excess,   ///< first day of the first excess of `terms[0]`
    day,            ///< the named day `name` of the calendar
    event,          ///< first day of the event `name`
    complied_after  ///< how long the `terms` were kept after the event `name`
  };
  Kind kind = Kind::figure;
  std::string metric;
  std::vector<std::string> less;
  std::vector<std::string> terms;
  std::string name;
};

struct ClaimSettings {
  std::map<std::string, ClaimMeaning, std::less<>> metrics;  ///< by metric of the claim
  /// Metric of the records → how a sentence names it; a metric without a label keeps its name.
  std::map<std::string, std::string, std::less<>> labels;
  /// Unit of the text → the plain unit it is counted in: "kg_u" → "kg".
  std::map<std::string, std::string, std::less<>> plain_units;
  /// Reports whose figures a change refers to, by id; empty: every report.
  std::vector<std::string> regular_reports;
};

/// What the terms say that a claim is compared with; from `gather_claim_facts`, or written by hand.
struct ClaimFacts {
  struct Excess {
    std::string term;
    Day first_observed, first_known;
    std::optional<Day> last_satisfied, announced;
    std::string value, limit;
    std::vector<std::uint32_t> origins;
  };
  std::optional<Rational> limit;  ///< multiple: the limit of the day
  std::string limit_unit, limit_shown;
  std::optional<Day> day;              ///< day, event; the start of complied_after
  std::string day_shown;               ///< how it is found: "adoption = endorsement + 90 days"
  std::vector<Excess> excesses;        ///< in order of first_observed
  std::vector<std::uint32_t> origins;  ///< records that `limit` and `day` rest on
};

enum class ClaimWord : std::uint8_t {
  consistent,
  consistent_truncated,  ///< further digits were cut off
  consistent_rounded,    ///< rounded further than the record, half up
  inconsistent,
  cannot_check
};

/// The likely reason of a difference: what gives exactly the number claimed.
enum class ClaimFault : std::uint8_t {
  none,
  unknown,
  other_unit,
  part_for_whole,
  whole_for_part,
  difference_for_value,
  value_for_difference,
  sign_error,
  other_report,
  other_part_taken_off,
  digit_lost,
  digit_added,
  digits_swapped,
  off_by_one_day,
  later_for_first,
  known_day_for_first
};

struct ClaimVerdict {
  std::string claim;  ///< id
  ClaimWord verdict = ClaimWord::cannot_check;
  ClaimFault fault = ClaimFault::none;
  std::string reason;                    ///< inconsistent, cannot_check: a sentence
  std::vector<std::string> computation;  ///< sentences, in order
  std::vector<std::uint32_t> origins;    ///< records used: indexes into Records::origins, each once
  std::optional<Grade> grade;            ///< weakest of the figures used
  std::optional<Trace> trace;
};

[[nodiscard]] const char* word(ClaimWord verdict);  ///< "consistent_truncated"
[[nodiscard]] const char* word(ClaimFault fault);   ///< "part_for_whole"; "" for none

/// Facts of each claim by its id. Claims without a meaning, or whose meaning needs none, get none.
[[nodiscard]] std::map<std::string, ClaimFacts, std::less<>> gather_claim_facts(
    const std::vector<Claim>& claims, const ClaimSettings& settings, const Evaluator& evaluator,
    Day known);

/// One verdict for each claim, in their order. The figures of a report are the observations whose
/// origin has its id. A number claimed with fewer digits than the record is judged at its own
/// resolution; whole multiples of a limit as whole multiples; "more than N" as an inequality; units
/// are converted both ways. Exact throughout. Records known after `known` do not count.
[[nodiscard]] std::vector<ClaimVerdict> check_claims(
    const std::vector<Claim>& claims, const ClaimSettings& settings, const Records& records,
    const std::map<std::string, ClaimFacts, std::less<>>& facts, const Units& units,
    Day known = day_max);

/// The same with facts, records and units of the evaluator.
[[nodiscard]] std::vector<ClaimVerdict> check_claims(const std::vector<Claim>& claims,
                                                     const ClaimSettings& settings,
                                                     const Evaluator& evaluator, Day known);

}  // namespace accord::claims
