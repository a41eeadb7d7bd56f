#include "base/day_meant.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <optional>

namespace accord {

namespace {

/// A run of digits, or the name of a month.
struct Part {
  int number = 0;
  std::size_t digits = 0;  ///< 0: a name
};

std::optional<int> month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
  constexpr std::size_t short_name = 3;
  std::string low;
  for (const char c : word) low += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (std::size_t i = 0; i < names.size(); ++i)
    if (low.size() >= short_name && names[i].starts_with(low)) return static_cast<int>(i) + 1;
  return std::nullopt;
}

/// Empty when the text has something else than digits, month names and what stands between them.
std::vector<Part> parts_of(std::string_view text) {
  constexpr std::string_view between = "-./, ";
  constexpr std::size_t digits_max = 8, parts_max = 3;
  std::vector<Part> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto in_class = [&](auto is) {
      std::size_t end = at;
      while (end < text.size() && is(static_cast<unsigned char>(text[end])) != 0) ++end;
      return end;
    };
    if (const std::size_t end = in_class([](int c) { return std::isdigit(c); }); end > at) {
      if (end - at > digits_max) return {};
      Part part{0, end - at};
      for (; at < end; ++at) part.number = part.number * 10 + (text[at] - '0');
      out.push_back(part);
    } else if (const std::size_t name = in_class([](int c) { return std::isalpha(c); });
               name > at) {
      const auto month = month_named(text.substr(at, name - at));
      if (!month) return {};
      out.push_back({*month, 0});
      at = name;
    } else if (between.find(text[at++]) == std::string_view::npos) {
      return {};
    }
    if (out.size() > parts_max) return {};
  }
  return out;
}

class Meanings {
 public:
  /// The day, or the nearest one where month or day are out of range.
  void add(int year, int month, int day) {
    const int in_year = std::clamp(month, 1, 12);
    const auto first = day_of(year, in_year, 1);
    if (!first) return;
    const int last = civil(end_of_month(*first)).day;
    keep(day_of(year, in_year, std::clamp(day, 1, last)));
  }
  /// The day, when there is one.
  void add_existing(int year, int month, int day) { keep(day_of(year, month, day)); }

  std::vector<Day> found;

 private:
  void keep(const std::optional<Day>& day) {
    if (day && day_min <= *day && *day <= day_max &&
        std::find(found.begin(), found.end(), *day) == found.end())
      found.push_back(*day);
  }
};

constexpr std::size_t year_digits = 4;

/// A day with the name of its month.
void add_named(const std::vector<Part>& parts, Meanings& out) {
  const auto month = std::find_if(parts.begin(), parts.end(), [](Part p) { return p.digits == 0; });
  const auto year =
      std::find_if(parts.begin(), parts.end(), [](Part p) { return p.digits == year_digits; });
  const auto day = std::find_if(parts.begin(), parts.end(),
                                [](Part p) { return p.digits == 1 || p.digits == 2; });
  if (year != parts.end() && day != parts.end()) out.add(year->number, month->number, day->number);
}

}  // namespace

std::vector<Day> days_meant(std::string_view text) {
  const std::vector<Part> parts = parts_of(text);
  Meanings out;
  const auto is_short = [](const Part& p) { return p.digits == 1 || p.digits == 2; };
  if (parts.size() == 1 && parts[0].digits == 8) {
    const int n = parts[0].number;
    out.add(n / 10000, n / 100 % 100, n % 100);
  }
  if (parts.size() != 3) return out.found;
  const Part &a = parts[0], &b = parts[1], &c = parts[2];
  if (std::count_if(parts.begin(), parts.end(), [](Part p) { return p.digits == 0; }) == 1) {
    add_named(parts, out);
  } else if (a.digits == year_digits && is_short(b) && is_short(c)) {
    out.add(a.number, b.number, c.number);
    if (b.number > 12) out.add_existing(a.number, c.number, b.number);
  } else if (c.digits == year_digits && is_short(a) && is_short(b)) {
    out.add_existing(c.number, b.number, a.number);
    // With points between them the day comes first everywhere.
    if (text.find('.') == std::string_view::npos) out.add_existing(c.number, a.number, b.number);
    if (out.found.empty()) out.add(c.number, b.number, a.number);
  }
  return out.found;
}

std::string day_help(std::string_view text) {
  std::string out;
  for (const Day day : days_meant(text))
    out += (out.empty() ? "did you mean " : " or ") + to_string(day);
  return out.empty() ? out : out + "?";
}

}  // namespace accord
