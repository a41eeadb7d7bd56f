/// Answers questions about the bottom of the house, one a line, for tests/base/bottom.py, which
/// asks Python's `fractions` and `decimal` the same. Fields are divided by one blank; texts are in
/// hex.

#include <array>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/nearest_double.h"
#include "base/rational.h"
#include "base/text.h"

namespace {

using namespace accord;

std::string from_hex(std::string_view text) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string out;
  for (std::size_t i = 1; i + 1 < text.size(); i += 2)  // the first character is an x
    out += static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1]));
  return out;
}

std::string to_hex(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "x";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte / 16];
    out += digits[byte % 16];
  }
  return out;
}

/// Every bit of a double, as Python's float.hex reads it.
std::string bits(double value) {
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%a", value);
  return out.data();
}

/// "mantissa:scale", because a text keeps fewer digits than 64 bits hold.
Decimal decimal_of(const std::string& text) {
  const std::size_t colon = text.find(':');
  return {std::stoll(text.substr(0, colon)),
          static_cast<std::uint8_t>(std::stoi(text.substr(colon + 1)))};
}

std::string shown(const std::optional<Decimal>& value) {
  if (!value) return "none";
  return std::to_string(value->mantissa) + ":" + std::to_string(value->scale);
}

/// Reverse Polish: n or n/d puts a fraction on the stack, a sign takes two of them.
std::vector<Rational> stack_of(const std::vector<std::string>& words) {
  std::vector<Rational> stack;
  for (const std::string& word : words) {
    const bool is_sign =
        word.size() == 1 && std::string_view("+-*/").find(word[0]) != std::string_view::npos;
    if (!is_sign) {
      const std::size_t bar = word.find('/');
      const std::int64_t below = bar == std::string::npos ? 1 : std::stoll(word.substr(bar + 1));
      stack.push_back(Rational::of(std::stoll(word.substr(0, bar)), below));
      continue;
    }
    const Rational right = stack.back();
    stack.pop_back();
    Rational& left = stack.back();
    left = word == "+"   ? left + right
           : word == "-" ? left - right
           : word == "*" ? left * right
                         : left / right;
  }
  return stack;
}

std::string fraction(const std::vector<std::string>& words) {
  const Rational value = stack_of(words).back();
  if (!value.is_valid()) return "invalid";
  return fraction_string(value) + " " + bits(value.approximate()) + " " + shown(to_decimal(value));
}

std::string fixed(const std::vector<std::string>& words) {
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  const Rational value = stack_of(rest).back();
  const int scale = std::stoi(words[0]);
  return to_hex(to_fixed(value, scale)) + " " + to_hex(to_fixed(value, scale, Rounding::floor)) +
         " " + to_hex(to_exact_string(value, scale));
}

template <class Order>
std::string order(Order found) {
  return found < 0 ? "less" : found > 0 ? "greater" : found == 0 ? "equal" : "unordered";
}

std::string parsed(const std::string& text) {
  const ParsedDecimal found = parse_decimal(text);
  constexpr std::array<const char*, 6> faults{"none",           "empty", "not_a_number",
                                              "thousands_mark", "sign",  "too_long"};
  if (found.fault != DecimalFault::none) return faults[static_cast<std::size_t>(found.fault)];
  return shown(found.value) + " " + to_string(found.value) + " " +
         bits(nearest_double(found.value));
}

std::string sums(const Decimal& a, const Decimal& b) {
  return shown(add(a, b)) + " " + shown(subtract(a, b)) + " " + order(a <=> b) + " " +
         to_string(a) + " " + bits(nearest_double(a));
}

std::string utf8(const std::string& text) {
  const auto wrong = invalid_utf8_at(text);
  return wrong ? std::to_string(*wrong) : "valid " + std::to_string(character_count(text));
}

std::string lines(const std::string& text) {
  std::string out;
  for (std::uint32_t n = 1; line_of(text, n).data() != nullptr; ++n)
    out += (n > 1 ? " " : "") + to_hex(line_of(text, n));
  return out;
}

std::string pieces(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(text, separator)) parts.emplace_back(part);
  std::string out = to_hex(trim(text)) + " " + to_hex(join(parts, "|"));
  return out;
}

std::string near(const std::vector<std::string>& words) {
  const std::vector<std::string_view> candidates(words.begin() + 1, words.end());
  return nearest(words[0], candidates).value_or("none");
}

std::string answer(const std::string& question, std::vector<std::string> words) {
  if (question == "fraction") return fraction(words);
  if (question == "fixed") return fixed(words);
  if (question == "compare") {
    const std::vector<Rational> two = stack_of(words);
    return order(two[0] <=> two[1]);
  }
  if (question == "sums") return sums(decimal_of(words[0]), decimal_of(words[1]));
  if (question == "near") return near(words);
  for (std::string& word : words) word = from_hex(word);
  if (question == "parse") return parsed(words[0]);
  if (question == "utf8") return utf8(words[0]);
  if (question == "lines") return lines(words[0]);
  if (question == "pieces") return pieces(words[0], words[1]);
  return "no such question";
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::vector<std::string> words;
    for (const std::string_view word : split(line, " ")) words.emplace_back(word);
    const std::string question = words.front();
    words.erase(words.begin());
    std::cout << answer(question, words) << '\n';
  }
}
