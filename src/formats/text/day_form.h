#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How a user's tables write days and numbers.
namespace accord::formats {

/// "DD.MM.YYYY": YYYY is four digits, MM and DD two, M and D one or two; all else stands as it is.
struct DayForm {
  enum class Kind : std::uint8_t { literal, year, month, day };
  struct Part {
    Kind kind = Kind::literal;
    std::size_t digits_min = 0, digits_max = 0;
    char literal = 0;
  };
  std::string text;
  std::vector<Part> parts;
};

/// Nothing unless the year, the month and the day are each there once, and a part of one or two
/// digits is followed by a mark.
[[nodiscard]] std::optional<DayForm> day_form_of(std::string_view text);
/// "2025-01-31" for "31.01.2025"; nothing when the text has not the form. The day need not exist.
[[nodiscard]] std::optional<std::string> plain_day(std::string_view text, const DayForm& form);

/// Marks of decimals and of thousands ('\0': none).
struct NumberForm {
  char decimal = '.';
  char thousands = '\0';
  [[nodiscard]] bool is_plain() const { return decimal == '.' && thousands == '\0'; }
};

/// "1234.5" for "1.234,5", "1.5 %" for "1,5 %". Nothing when the marks do not stand where the form
/// has them.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view text,
                                                      const NumberForm& form);

}  // namespace accord::formats
