#include "formats/text/day_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace accord::formats {

namespace {

using Kind = DayForm::Kind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<Kind> kind_of(char letter) {
  if (letter == 'Y') return Kind::year;
  if (letter == 'M') return Kind::month;
  if (letter == 'D') return Kind::day;
  return std::nullopt;
}

/// Groups of three digits behind the first, which has one to three.
std::optional<std::string> without_thousands(std::string_view whole, char mark) {
  if (mark == '\0' || whole.find(mark) == std::string_view::npos) return std::string(whole);
  std::string out;
  for (bool first = true;; first = false) {
    const std::size_t end = std::min(whole.find(mark), whole.size());
    // A number in groups does not begin with 0: “0.123” has another decimal mark than was said.
    if (first ? end < 1 || end > 3 || whole[0] == '0' : end != 3) return std::nullopt;
    out += whole.substr(0, end);
    if (end == whole.size()) return out;
    whole.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<DayForm> day_form_of(std::string_view text) {
  DayForm out{std::string(text), {}};
  std::array<int, 4> seen{};
  for (std::size_t at = 0; at < text.size();) {
    const auto kind = kind_of(text[at]);
    std::size_t end = at + 1;
    while (kind && end < text.size() && text[end] == text[at]) ++end;
    const std::size_t length = end - at;
    if (!kind && is_digit(text[at])) return std::nullopt;
    if (kind) {
      const bool fits = *kind == Kind::year ? length == 4 : length <= 2;
      if (!fits || ++seen[static_cast<std::size_t>(*kind)] > 1) return std::nullopt;
      out.parts.push_back({*kind, length, std::max<std::size_t>(length, 2), 0});
    } else {
      out.parts.push_back({Kind::literal, 1, 1, text[at]});
    }
    at = end;
  }
  for (std::size_t i = 0; i + 1 < out.parts.size(); ++i)
    if (out.parts[i].digits_min < out.parts[i].digits_max && out.parts[i + 1].kind != Kind::literal)
      return std::nullopt;
  return seen[1] == 1 && seen[2] == 1 && seen[3] == 1 ? std::optional(std::move(out))
                                                      : std::nullopt;
}

std::optional<std::string> plain_day(std::string_view text, const DayForm& form) {
  std::array<std::string_view, 4> found;
  for (const DayForm::Part& part : form.parts) {
    std::size_t length = 0;
    while (part.kind != Kind::literal && length < part.digits_max && length < text.size() &&
           is_digit(text[length]))
      ++length;
    if (part.kind == Kind::literal) length = !text.empty() && text[0] == part.literal ? 1 : 0;
    if (length < part.digits_min || length == 0) return std::nullopt;
    found[static_cast<std::size_t>(part.kind)] = text.substr(0, length);
    text.remove_prefix(length);
  }
  if (!text.empty()) return std::nullopt;
  return fmt::format("{}-{:0>2}-{:0>2}", found[1], found[2], found[3]);
}

std::optional<std::string> plain_number(std::string_view text, const NumberForm& form) {
  const bool is_share = text.ends_with('%');
  std::string_view number = text.substr(0, text.size() - (is_share ? 1 : 0));
  while (is_share && number.ends_with(' ')) number.remove_suffix(1);
  const char* const rest = is_share ? " %" : "";
  const std::size_t mark = std::min(number.find(form.decimal), number.size());
  const auto whole = without_thousands(number.substr(0, mark), form.thousands);
  if (!whole || !all_digits(*whole)) return std::nullopt;
  if (mark == number.size()) return fmt::format("{}{}", *whole, rest);
  const std::string_view decimals = number.substr(mark + 1);
  if (!all_digits(decimals)) return std::nullopt;
  return fmt::format("{}.{}{}", *whole, decimals, rest);
}

}  // namespace accord::formats
