#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/judged.h"

/// What findings are made of, and what they rest on.
namespace accord::answers {

enum class FigureBound : std::uint8_t { at_least, at_most, below, above, about, between, one_of };
enum class LimitKind : std::uint8_t { maximum, minimum };

}  // namespace accord::answers

namespace accord::described {

template <>
struct Words<answers::FigureBound> {
  static constexpr auto last = answers::FigureBound::one_of;
  static constexpr std::string_view name = "figure_bound",
                                    words[] = {"at least", "at most", "below", "above",
                                               "about",    "between", "one of"};
};
template <>
struct Words<answers::LimitKind> {
  static constexpr auto last = answers::LimitKind::minimum;
  static constexpr std::string_view name = "limit_kind", words[] = {"maximum", "minimum"};
};

}  // namespace accord::described

namespace accord::answers {

using evidence::Outcome;
using evidence::State;
using evidence::Trace;

/// One record that a finding rests on.
struct Evidence {
  std::string says;
  Day valid_day, known_day;
  Grade grade{};
  Trace trace{};
  Record record;

  static constexpr auto described =
      object("evidence", "One record that a finding rests on",
             member<&Evidence::says>("says", "what it says, as part of a sentence"),
             member<&Evidence::valid_day>("valid_day", "the day that it is about"),
             member<&Evidence::known_day>("known_day", "the day on which it became known"),
             member<&Evidence::grade>("grade", "how good it is"),
             member<&Evidence::trace>("trace", "whether it was found, derived or recalled"),
             member<&Evidence::record>("record", "the row"));
};

struct Comparison {
  std::optional<Rational> value;
  std::optional<std::string> value_shown;
  std::optional<Rational> limit;
  std::optional<std::string> limit_shown;
  LimitKind limit_is{};
  std::string value_unit;
  std::optional<double> ratio;
  std::optional<Rational> margin, uncertainty;
  std::string difference_unit;
  std::optional<Rational> at_least, at_most;

  static constexpr auto described = object(
      "comparison", "A figure compared with its limit; exact, but for the ratio",
      member<&Comparison::value>("value", "the figure; none: a statement about it only"),
      member<&Comparison::value_shown>("value_shown", "the figure as on record; none: no figure"),
      member<&Comparison::limit>("limit", "the limit of the day; none: it has no one number"),
      member<&Comparison::limit_shown>("limit_shown", "the limit in words; none: no limit"),
      member<&Comparison::limit_is>("limit_is", "one to stay within, or one to reach"),
      member<&Comparison::value_unit>("value_unit", "unit of value and limit"),
      member<&Comparison::ratio>("ratio", "value through limit, with six digits after the point"),
      member<&Comparison::margin>("margin", "room left; below 0 beyond the limit"),
      member<&Comparison::uncertainty>("uncertainty", "expanded uncertainty of the value"),
      member<&Comparison::difference_unit>("difference_unit",
                                           "unit of margin and uncertainty: of shares in %, "
                                           "percentage points"),
      member<&Comparison::at_least>("at_least",
                                    "the least that the figure is, where a part is missing or "
                                    "cannot be read"),
      member<&Comparison::at_most>("at_most",
                                   "the most that the figure is, where a part is missing or "
                                   "cannot be read"));
};

struct Call {
  std::optional<std::string> name;
  Day day, deadline;
  std::vector<Day> stage_ends;
  std::optional<Day> answered;
  std::optional<std::int32_t> late_days;
  State state{};
  std::vector<Evidence> evidence;

  static constexpr auto described = object(
      "call", "One call of a duty, and its answer",
      member<&Call::name>("name", "the period, or the row that calls; none: neither has a name"),
      member<&Call::day>("day", "day of the call, or last day of the period"),
      member<&Call::deadline>("deadline", "last day on which the answer is in time"),
      member<&Call::stage_ends>("stage_ends", "last days of its stages, where it has several"),
      member<&Call::answered>("answered", "day of the answer; none: no answer is on record"),
      member<&Call::late_days>("late_days", "days from the deadline to an answer after it"),
      member<&Call::state>("state", "what became of it"),
      member<&Call::evidence>("evidence", "records of its answer"));
};

struct CallCounts {
  std::int32_t total = 0, in_time = 0, late = 0, in_part = 0, still_open = 0, missed = 0;
  std::optional<std::int32_t> longest_late_days;

  static constexpr auto described = object(
      "call_counts", "How often a duty was called for, and what became of it",
      member<&CallCounts::total>("total", "number of calls: the sum of the others"),
      member<&CallCounts::in_time>("in_time", "number of those answered in time"),
      member<&CallCounts::late>("late", "number of those answered after the deadline"),
      member<&CallCounts::in_part>("in_part", "number of those answered in part"),
      member<&CallCounts::still_open>("still_open", "number of those that can be answered in time"),
      member<&CallCounts::missed>("missed", "number of those past the deadline without an answer"),
      member<&CallCounts::longest_late_days>("longest_late_days",
                                             "the most days that an answer was late"));
};

struct LastPeriod {
  std::string name;
  Day first_day, last_day;
  State state{};
  std::optional<Comparison> comparison;

  static constexpr auto described =
      object("last_period", "The period before the running one; it is not counted",
             member<&LastPeriod::name>("name", "its name, or its two days"),
             member<&LastPeriod::first_day>("first_day", "first day of it"),
             member<&LastPeriod::last_day>("last_day", "last day of it"),
             member<&LastPeriod::state>("state", "the state in it"),
             member<&LastPeriod::comparison>("comparison", "its figure; none: there is no figure"));
};

/// Something that a figure would rest on.
struct UnreadPlace {
  std::string file;
  std::uint32_t line = 0, column = 0;
  std::optional<std::string> part, found;

  static constexpr auto described =
      object("unread_place", "A place that cannot be read and that a figure would rest on",
             member<&UnreadPlace::file>("file", "file in the workspace"),
             member<&UnreadPlace::line>("line", "line in the file, from 1"),
             member<&UnreadPlace::column>("column", "character in the line, from 1; 0: the row"),
             member<&UnreadPlace::part>("part", "what belongs there, as label 630; none: a row"),
             member<&UnreadPlace::found>("found", "what is written there; none: nothing is"));
};

struct RuleFinding {
  std::string rule;
  State state{};
  std::optional<std::string> reason;
  std::optional<Comparison> comparison;
  std::optional<Day> first_day, last_day;
  std::optional<LastPeriod> last_period;
  std::optional<CallCounts> call_counts;
  std::optional<std::uint64_t> deciding_call;
  std::vector<Call> calls;
  std::vector<Evidence> evidence, other_figures;
  std::vector<UnreadPlace> unread;

  static constexpr auto described = object(
      "rule_finding", "What one rule of a commitment was found to be",
      member<&RuleFinding::rule>("rule", "the rule as the text has it"),
      member<&RuleFinding::state>("state", "its state"),
      member<&RuleFinding::reason>("reason", "why, where the state alone does not say it"),
      member<&RuleFinding::comparison>("comparison", "its figure; none: it has no figure"),
      member<&RuleFinding::first_day>("first_day", "first day of those that a flow adds up"),
      member<&RuleFinding::last_day>("last_day", "last day of those that a flow adds up"),
      member<&RuleFinding::last_period>("last_period", "the period before the running one"),
      member<&RuleFinding::call_counts>("call_counts", "its calls counted; none: without calls"),
      member<&RuleFinding::deciding_call>("deciding_call",
                                          "the place of the call that decides, from 0"),
      member<&RuleFinding::calls>("calls", "the calls of a duty"),
      member<&RuleFinding::evidence>("evidence", "records used"),
      member<&RuleFinding::other_figures>("other_figures",
                                          "records of the same day that are not used"),
      member<&RuleFinding::unread>("unread", "what cannot be read of its figure"));
};

struct LastKnown {
  State state{};
  Day valid_day;
  std::int32_t age_days = 0;
  std::optional<Comparison> comparison;
  std::vector<Evidence> evidence;

  static constexpr auto described =
      object("last_known", "The last thing that was shown, where the state shows nothing",
             member<&LastKnown::state>("state", "the state then"),
             member<&LastKnown::valid_day>("valid_day", "the day that it is about"),
             member<&LastKnown::age_days>("age_days", "days since then"),
             member<&LastKnown::comparison>("comparison", "its figure; none: there is no figure"),
             member<&LastKnown::evidence>("evidence", "records used"));
};

struct DeclarationShown {
  evidence::Declaration::Kind kind{};
  std::string party;
  Day day;
  std::string title;
  Record record;
  std::optional<Day> first_day;
  std::optional<std::string> first_title;
  std::optional<Record> first_record;

  static constexpr auto described = object(
      "declaration", "The latest declaration of a party about a commitment, beside its state",
      member<&DeclarationShown::kind>("kind", "what it declares of the commitment"),
      member<&DeclarationShown::party>("party", "who declares it"),
      member<&DeclarationShown::day>("day", "the day of it"),
      member<&DeclarationShown::title>("title", "in the words of the table, not of the party"),
      member<&DeclarationShown::record>("record", "the row"),
      member<&DeclarationShown::first_day>(
          "first_day", "day of the first of the run that it ends; none: it is the only one"),
      member<&DeclarationShown::first_title>("first_title", "the first in the words of the table"),
      member<&DeclarationShown::first_record>("first_record", "the row of the first"));
};

struct UnderAnswer {
  std::string question, answer, text;
  std::vector<std::string> held_by;
  std::string held_by_title;
  State state{};

  static constexpr auto described =
      object("under_answer", "The state under one answer of an open question",
             member<&UnderAnswer::question>("question", "the question"),
             member<&UnderAnswer::answer>("answer", "its answer"),
             member<&UnderAnswer::text>("text", "what the answer says"),
             member<&UnderAnswer::held_by>("held_by", "parties that hold it"),
             member<&UnderAnswer::held_by_title>("held_by_title", "their names"),
             member<&UnderAnswer::state>("state", "the state if it is so"));
};

struct ReadingShown {
  std::string text;
  std::vector<std::string> held_by;
  std::string held_by_title;

  static constexpr auto described =
      object("reading", "A contested reading of the text",
             member<&ReadingShown::text>("text", "the reading"),
             member<&ReadingShown::held_by>("held_by", "parties that hold it"),
             member<&ReadingShown::held_by_title>("held_by_title", "their names"));
};

struct NotAttributed {
  std::string says;
  std::vector<Evidence> evidence;

  static constexpr auto described =
      object("not_attributed", "Records that may be of the party itself and name nobody",
             member<&NotAttributed::says>("says", "how many there are, in words"),
             member<&NotAttributed::evidence>("evidence", "the records"));
};

[[nodiscard]] Comparison comparison_of(const evidence::Comparison& comparison);

/// A figure beside its limit, out of the words that show them.
struct ShownFigure {
  std::optional<Decimal> value;
  std::optional<FigureBound> bound;
  std::optional<Decimal> limit;
  std::optional<std::string> unit;
};
[[nodiscard]] ShownFigure figure_of(const std::string& value_shown, const std::string& limit_shown);

/// What findings of one assessment rest on, with the rows themselves.
class FindingParts {
 public:
  explicit FindingParts(const evidence::Records& records) : records_(records) {}

  [[nodiscard]] Record record(std::uint32_t origin) const { return record_of(records_, origin); }
  [[nodiscard]] std::vector<Evidence> all(const std::vector<evidence::Evidence>& list) const;
  [[nodiscard]] RuleFinding rule(const evidence::RuleFinding& rule) const;
  [[nodiscard]] LastKnown last_known(const evidence::LastKnown& last) const;
  [[nodiscard]] DeclarationShown declaration(const evidence::DeclarationShown& shown) const;

 private:
  [[nodiscard]] Call call(const evidence::Call& call) const;

  const evidence::Records& records_;
};

/// The ratio as it is shown, with six digits after the point.
[[nodiscard]] std::optional<double> rounded(const std::optional<Rational>& ratio);
[[nodiscard]] std::optional<Rational> valid(const std::optional<Rational>& value);

template <class Made, class From, class Make>
std::vector<Made> each(const std::vector<From>& from, Make make) {
  std::vector<Made> out;
  out.reserve(from.size());
  for (const From& one : from) out.push_back(make(one));
  return out;
}

template <class From, class Make>
auto where(const std::optional<From>& from, Make make) {
  return from ? std::optional(make(*from)) : std::nullopt;
}

}  // namespace accord::answers
