#include "answers/agreement/clock.h"

#include <fmt/format.h>

#include "base/codes/parameter.h"
#include "base/day_meant.h"

namespace accord::answers {

using agreement::ClockDates;
using agreement::StageEnd;

namespace {

/// The stage and its day; none where one is missing.
std::optional<StageEnd> end_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) return std::nullopt;
  const auto day = parse_day(text.substr(equals + 1));
  return day ? std::optional(StageEnd{text.substr(0, equals), *day}) : std::nullopt;
}

Result<std::vector<ClockDates>> clocks_for(const Assessment& assessment,
                                           const ClockQuestion& asked) {
  const agreement::Evaluator& evaluator = assessment.evaluator();
  if (!asked.opened)
    return agreement::clocks_on_record(evaluator, assessment.on(), assessment.known());
  std::vector<StageEnd> ends;
  for (const std::string& text : asked.stage_end)
    if (auto end = end_of(text)) ends.push_back(std::move(*end));
  return agreement::clocks(evaluator, asked.procedures, *asked.opened, ends, assessment.known());
}

}  // namespace

std::optional<Error> ClockQuestion::fault() const {
  for (const std::string& text : stage_end)
    if (!end_of(text)) {
      const std::size_t equals = text.find('=');
      return Error{"U004",
                   fmt::format("{}: expected NAME=DAY, as review=2020-02-29, found “{}”",
                               parameter("stage_end"), text),
                   {},
                   equals == std::string::npos ? std::string() : day_help(text.substr(equals + 1))};
    }
  return std::nullopt;
}

Answered<ClockAnswer> clock(const Assessment& assessment, const ClockQuestion& asked) {
  auto clocks = clocks_for(assessment, asked);
  if (!clocks) return refused(clocks.error());
  return ClockAnswer{judged_of(assessment), std::move(*clocks), notes_of(assessment)};
}

constinit const Question clock_question = Asked<clock>::named("terms clock");

}  // namespace accord::answers
