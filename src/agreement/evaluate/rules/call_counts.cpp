#include "agreement/evaluate/rules/call_counts.h"

#include <fmt/format.h>

#include <algorithm>

namespace accord::agreement {

namespace {

std::string days(std::int32_t count) {
  return fmt::format("{} day{}", count, count == 1 ? "" : "s");
}

std::string late_words(const CallCounts& c) {
  if (!c.longest_late_days) return fmt::format("{} late", c.late);
  return c.late == 1 ? fmt::format("1 late by {}", days(*c.longest_late_days))
                     : fmt::format("{} late, by {} at most", c.late, days(*c.longest_late_days));
}

}  // namespace

void count(CallCounts& counts, const Call& call) {
  ++counts.total;
  switch (call.state) {
    case State::performed:
      ++counts.in_time;
      break;
    case State::performed_late:
      ++counts.late;
      counts.longest_late_days =
          std::max(counts.longest_late_days.value_or(0), call.late_days.value_or(0));
      break;
    case State::partly_performed:
      ++counts.in_part;
      break;
    case State::not_due:
      ++counts.open;
      break;
    default:
      ++counts.missed;
      break;
  }
}

std::string sentence(const CallCounts& c) {
  if (c.total == 0) return {};
  std::string out = fmt::format("{} of {} in time", c.in_time, c.total);
  if (c.late > 0) out += ", " + late_words(c);
  if (c.in_part > 0) out += fmt::format(", {} in part", c.in_part);
  if (c.missed > 0) out += fmt::format(", {} not on record", c.missed);
  if (c.open > 0) out += fmt::format(", {} not yet due", c.open);
  return out;
}

}  // namespace accord::agreement
