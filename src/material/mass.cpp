#include "material/mass.h"

#include <algorithm>

#include "base/contract.h"

namespace accord::material {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int digits_after_point(MassUnit unit) {
  return unit == MassUnit::gram ? 6 : 9;
}

/// Digits of a number that is not negative, at least `least` of them.
std::string digits_of(MassSum::Int value, std::size_t least) {
  std::string out;
  while (value > 0 || out.size() < least) {
    out += static_cast<char>('0' + static_cast<int>(value % 10));
    value /= 10;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

MassSum::Int rounded_to(MassSum::Int value, MassSum::Int step) {
  const MassSum::Int half = step / 2;
  return (value < 0 ? value - half : value + half) / step;
}

}  // namespace

ParsedMass parse_mass(std::string_view number, MassUnit unit) {
  const bool negative = !number.empty() && number.front() == '-';
  if (negative) number.remove_prefix(1);
  constexpr std::int64_t most = INT64_MAX;
  const int places = digits_after_point(unit);
  std::int64_t value = 0;
  int after = -1;  // digits after the point so far; -1: no point yet
  bool too_fine = false, too_large = false;
  std::size_t digits = 0;
  const auto push = [&](int digit) {
    if (value > (most - digit) / 10)
      too_large = true;
    else
      value = value * 10 + digit;
  };
  for (const char c : number) {
    if (c == '.' && after < 0 && digits > 0) {
      after = 0;
      continue;
    }
    if (!is_digit(c)) return {{}, MassFault::not_a_number};
    ++digits;
    if (after < places)
      push(c - '0');
    else if (c != '0')
      too_fine = true;
    if (after >= 0) ++after;
  }
  if (digits == 0 || after == 0) return {{}, MassFault::not_a_number};
  for (int i = std::max(after, 0); i < places; ++i) push(0);
  if (too_large) return {{}, MassFault::too_large};
  if (too_fine) return {{}, MassFault::too_fine};
  return {{negative ? -value : value}, MassFault::none};
}

std::string to_string(MassSum mass, MassUnit unit) {
  const auto places = static_cast<std::size_t>(digits_after_point(unit));
  const bool negative = mass.micrograms < 0;
  std::string out = digits_of(negative ? -mass.micrograms : mass.micrograms, places + 1);
  out.insert(out.size() - places, ".");
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return (negative ? "-" : "") + out;
}

std::string to_fixed(MassSum mass, MassUnit unit, int decimals) {
  ACCORD_EXPECT(decimals >= 0 && decimals <= 6);
  MassSum::Int step = micrograms_in(unit);
  for (int i = 0; i < decimals; ++i) step /= 10;
  const MassSum::Int value = rounded_to(mass.micrograms, step);
  const bool negative = value < 0;
  std::string out = digits_of(negative ? -value : value, static_cast<std::size_t>(decimals) + 1);
  if (decimals > 0) out.insert(out.size() - static_cast<std::size_t>(decimals), ".");
  return (negative ? "-" : "") + out;
}

MassSum rounded(MassSum mass, MassUnit unit) {
  const MassSum::Int step = micrograms_in(unit);
  return MassSum(rounded_to(mass.micrograms, step) * step);
}

}  // namespace accord::material
