#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "balance/tests/arguments.h"
#include "base/day_meant.h"
#include "base/nearest_double.h"
#include "base/text.h"
#include "cli/frame/parse.h"
#include "formats/measured/scenario.h"
#include "formats/profiles/criteria.h"
#include "formats/profiles/profile.h"
#include "material/weights.h"

namespace accord::cli {

namespace {

constexpr std::uint32_t threads_max = 1024;              // more only wait for one another
constexpr std::uint32_t report_number_max = 99'999'999;  // eight digits, as readers of forms take

Problem not_understood(const std::string& origin, std::string expected, const std::string& value,
                       std::string help = {}) {
  return {
      Severity::error, "U004", fmt::format("{}: expected {}, found “{}”", origin, expected, value),
      std::move(help), {},     {}};
}

template <class Target>
std::optional<Problem> set_day(Target& target, const std::string& value,
                               const std::string& origin) {
  const auto day = parse_day(value);
  if (!day)
    return not_understood(origin, "a day that exists, written as 2019-07-01", value,
                          day_help(value));
  if (*day < day_min || day_max < *day)
    return not_understood(origin, "a day between 1900-01-01 and 2100-12-31", value);
  target = *day;
  return std::nullopt;
}

/// One word of a fixed list; the place of the word goes to `use`.
template <class Use>
std::optional<Problem> set_word(std::string_view words, const std::string& value,
                                const std::string& origin, Use use) {
  const std::vector<std::string_view> known = fixed_values(words);
  const auto found = std::find(known.begin(), known.end(), value);
  if (found != known.end())
    return use(static_cast<std::size_t>(found - known.begin())), std::nullopt;
  const auto near = nearest(value, known);
  return not_understood(origin, fmt::format("one of {}", fmt::join(known, ", ")), value,
                        near ? fmt::format("did you mean “{}”?", *near) : std::string());
}

std::optional<Problem> set_assumption(Request& request, const std::string& value,
                                      const std::string& origin) {
  const std::size_t equals = value.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == value.size())
    return not_understood(origin, "QUESTION=ANSWER, as Q-ENDED=yes", value);
  request.assume.push_back({value.substr(0, equals), value.substr(equals + 1)});
  return std::nullopt;
}

std::optional<Problem> set_stage_end(Request& request, const std::string& value,
                                     const std::string& origin) {
  const std::size_t equals = value.find('=');
  const auto day = equals == std::string::npos ? std::nullopt : parse_day(value.substr(equals + 1));
  if (!day || equals == 0)
    return not_understood(
        origin, "NAME=DAY, as review=2020-02-29", value,
        equals == std::string::npos ? std::string() : day_help(value.substr(equals + 1)));
  request.stage_ends.emplace_back(value.substr(0, equals), *day);
  return std::nullopt;
}

std::optional<Problem> set_pair(Request& request, const std::string& value,
                                const std::string& origin) {
  const std::size_t comma = value.find(',');
  const auto first = parse_day(value.substr(0, comma));
  const auto second =
      comma == std::string::npos ? std::nullopt : parse_day(value.substr(comma + 1));
  if (!first || !second)
    return not_understood(origin, "two days, as 2016-01-16,2025-09-27", value,
                          comma == std::string::npos
                              ? std::string()
                              : day_help(first ? value.substr(comma + 1) : value.substr(0, comma)));
  request.known_pair = {first, second};
  return std::nullopt;
}

/// A whole number from 1.
std::optional<Problem> set_number(std::uint32_t& target, const std::string& value,
                                  const std::string& origin, std::uint32_t most) {
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), target);
  if (error != std::errc() || end != value.data() + value.size() || target == 0 || target > most)
    return not_understood(origin, fmt::format("a whole number from 1 to {}", most), value);
  return std::nullopt;
}

std::optional<Problem> set_whole(std::optional<std::uint64_t>& target, const std::string& value,
                                 const std::string& origin, std::uint64_t least,
                                 std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < least || number > most)
    return not_understood(origin, fmt::format("a whole number from {} to {}", least, most), value);
  target = number;
  return std::nullopt;
}

/// A number as people write it, also with a power of ten: 0.05, 5e-2. Nothing for others, and what
/// is not finite.
std::optional<double> number_of(const std::string& value) {
  if (const ParsedDecimal parsed = parse_decimal(value); parsed.fault == DecimalFault::none)
    return nearest_double(parsed.value);
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool digits = value.find_first_not_of("0123456789.eE+-") == std::string::npos;
  if (error != std::errc() || end != value.data() + value.size() || !digits) return std::nullopt;
  return number;
}

/// Which numbers a flag takes. What a computation makes of a number within its range may still be
/// out of it; the command then names flag and number.
struct Range {
  double least, most;
  const char* words;
};

constexpr Range limit_factors{1e-3, 1e3, "a number from 0.001 to 1000"};
constexpr Range kilograms{1e-9, 1e12, "a number of kilograms from 1e-9 to 1e12"};
constexpr Range page_ks{0, 1e3, "a number from 0 to 1000"};
constexpr Range page_headstarts{0, 100, "a number from 0 to 100"};
constexpr Range false_alarms{balance::alpha_min, 1 - 1e-15,
                             "a number from 1e-100 to below 1, such as 0.05"};
constexpr Range detections{1e-15, 1 - 1e-15, "a number from 1e-15 to 1 - 1e-15, such as 0.95"};

std::optional<Problem> set_decimal(double& target, const std::string& value,
                                   const std::string& origin, const Range& range) {
  const std::optional<double> number = number_of(value);
  if (!number || !(*number >= range.least && *number <= range.most))
    return not_understood(origin, range.words, value);
  target = *number;
  return std::nullopt;
}

std::optional<Problem> set_switch(bool& target, const std::string& value,
                                  const std::string& origin) {
  if (value != "true" && value != "false" && value != "1" && value != "0")
    return not_understood(origin, "true or false", value);
  target = value == "true" || value == "1";
  return std::nullopt;
}

}  // namespace

namespace {

std::vector<std::string_view> label_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> out;
    for (const material::KindFacts& facts : material::kinds)
      out.push_back(std::to_string(static_cast<int>(facts.kind)));
    return out;
  }();
  return {words.begin(), words.end()};
}

}  // namespace

std::vector<std::string_view> fixed_values(std::string_view list) {
  if (list == Words::grades)
    return {"verified", "attested", "estimated", "declared", "reported", "unverified"};
  if (list == Words::fail_on) return {"not-met", "not-shown", "never"};
  if (list == Words::profiles) return formats::profile_ids();
  if (list == Words::mass_kinds)
    return {std::begin(measurement::mass_kind_words), std::end(measurement::mass_kind_words)};
  if (list == Words::criteria) return formats::own_criteria_ids();
  if (list == Words::labels) return label_words();
  if (list == Words::shells) return {"bash", "zsh", "fish"};
  return {};
}

std::optional<Problem> set(Request& r, Flag flag, const std::string& value,
                           const std::string& origin) {
  switch (flag) {
    case Flag::workspace:
      r.workspace = value;
      break;
    case Flag::on:
      return set_day(r.on, value, origin);
    case Flag::known:
      return set_day(r.known, value, origin);
    case Flag::from:
      return set_day(r.from, value, origin);
    case Flag::to:
      return set_day(r.to, value, origin);
    case Flag::open:
      return set_day(r.open, value, origin);
    case Flag::known_pair:
      return set_pair(r, value, origin);
    case Flag::stage_end:
      return set_stage_end(r, value, origin);
    case Flag::assume:
      return set_assumption(r, value, origin);
    case Flag::suppose:
      r.suppose.push_back(value);
      break;
    case Flag::min_grade:
      return set_word(Words::grades, value, origin,
                      [&](std::size_t i) { r.min_grade = static_cast<evidence::Grade>(i); });
    case Flag::fail_on:
      return set_word(Words::fail_on, value, origin,
                      [&](std::size_t i) { r.fail_on = static_cast<FailOn>(i); });
    case Flag::found_only:
      return set_switch(r.found_only, value, origin);
    case Flag::together:
      return set_switch(r.together, value, origin);
    case Flag::term:
      r.term = value;
      break;
    case Flag::party:
      r.party = value;
      break;
    case Flag::label:
      return set_word(Words::labels, value, origin, [&](std::size_t i) {
        r.label = static_cast<std::uint32_t>(material::kinds.at(i).kind);
      });
    case Flag::mba:
      r.mba = value;
      break;
    case Flag::profile:
      return set_word(Words::profiles, value, origin, [&](std::size_t) { r.profile = value; });
    case Flag::reps:
      return set_whole(r.reps, value, origin, 1, formats::scenario_sequences_max);
    case Flag::seed:
      return set_whole(r.seed, value, origin, 0, formats::scenario_seed_max);
    case Flag::threads:
      return set_number(r.threads, value, origin, threads_max);
    case Flag::resume:
      r.resume = value;
      break;
    case Flag::no_progress:
      return set_switch(r.no_progress, value, origin);
    case Flag::as_of:
      r.as_of = value;
      break;
    case Flag::against:
      r.against = value;
      break;
    case Flag::data:
      r.data = value;
      break;
    case Flag::example:
      r.example = value;
      break;
    case Flag::accounts:
      return set_switch(r.accounts, value, origin);
    case Flag::dry_run:
      return set_switch(r.dry_run, value, origin);
    case Flag::accept_findings:
      return set_switch(r.accept_findings, value, origin);
    case Flag::rounded:
      return set_switch(r.rounded, value, origin);
    case Flag::dated:
      return set_day(r.dated, value, origin);
    case Flag::number:
      return set_number(r.number, value, origin, report_number_max);
    case Flag::encoder:
      r.encoder = value;
      break;
    case Flag::items:
      r.items = value;
      break;
    case Flag::methods:
      r.methods = value;
      break;
    case Flag::study:
      r.study = value;
      break;
    case Flag::false_alarm:
      return set_decimal(r.false_alarm, value, origin, false_alarms);
    case Flag::page_k:
      return set_decimal(r.page_k, value, origin, page_ks);
    case Flag::page_headstart:
      return set_decimal(r.page_headstart, value, origin, page_headstarts);
    case Flag::two_sided:
      return set_switch(r.two_sided, value, origin);
    case Flag::mass:
      return set_word(Words::mass_kinds, value, origin,
                      [&](std::size_t i) { r.mass = static_cast<measurement::MassKind>(i); });
    case Flag::detection:
      return set_decimal(r.detection, value, origin, detections);
    case Flag::goal:
      return set_decimal(r.goal.emplace(), value, origin, kilograms);
    case Flag::criteria:
      r.criteria = value;
      break;
    case Flag::targets:
      r.targets = value;
      break;
    case Flag::demonstration:
      return set_switch(r.demonstration, value, origin);
    case Flag::figure:
      r.figure = value;
      break;
    case Flag::limit_factor:
      return set_decimal(r.limit_factor, value, origin, limit_factors);
    case Flag::pdf:
      return set_switch(r.pdf, value, origin);
    case Flag::check:
      return set_switch(r.check, value, origin);
    case Flag::public_only:
      return set_switch(r.public_only, value, origin);
    case Flag::list:
      return set_switch(r.list, value, origin);
  }
  return std::nullopt;
}

}  // namespace accord::cli
