#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "agreement/syntax/character_class.h"
#include "agreement/syntax/lex.h"
#include "base/decimal.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

/// Bytes of a mark that some write between digits; 0 when there is none here.
std::size_t digit_mark(std::string_view text) {
  constexpr auto marks = std::to_array<std::string_view>(
      {",", "'", "_", ".", "\u2019", "\u00A0", "\u202F", "\u2009", "\u066C", "\u066B"});
  for (const std::string_view mark : marks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

/// What the writer may have meant, when there is only one reading; else "".
std::string plain_number(std::string_view text) {
  if (text[0] == '.') return "0" + std::string(text);
  std::string digits;
  std::string_view mark;
  bool groups_of_three = true;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (is_digit(text[i])) {
      digits += text[i++];
      continue;
    }
    const std::string_view here = text.substr(i, utf8_length(text, i));
    if (!mark.empty() && here != mark) return {};
    mark = here;
    ++marks;
    i += here.size();
    const std::size_t end = std::min(text.size(), i + 3);
    groups_of_three =
        groups_of_three && end == i + 3 && (end == text.size() || !is_digit(text[end]));
    for (std::size_t j = i; j < end; ++j) groups_of_three = groups_of_three && is_digit(text[j]);
  }
  if (mark == ".") return {};
  if (groups_of_three) return digits;
  if (marks != 1) return {};
  std::string pointed(text);
  return pointed.replace(pointed.find(mark), mark.size(), ".");
}

}  // namespace

void Lexer::not_a_number(Token& token, std::size_t start) {
  while (at_ < text_.size()) {
    const std::size_t mark = digit_mark(text_.substr(at_));
    if (is_digit(text_[at_]))
      ++at_;
    else if (mark > 0 && is_digit(at(at_ + mark)))
      at_ += mark;
    else
      break;
  }
  finish(token, TokenKind::number, start);
  token.place.length = static_cast<std::uint32_t>(character_count(token.text));
  count_characters(start, at_);
  const std::string meant = plain_number(token.text);
  report(token, "A005", fmt::format("“{}” is not a number", token.text),
         (meant.empty() ? std::string() : "write " + meant + "; ") +
             "the decimal mark is a point, there is no thousands mark");
}

void Lexer::date(Token& token, std::size_t start) {
  while (is_digit(at(at_)) || (at(at_) == '-' && is_digit(at(at_ + 1)))) ++at_;
  finish(token, TokenKind::date, start);
  const std::optional<Day> day = parse_day(token.text);
  if (day && *day >= day_min && *day <= day_max) {
    token.day = *day;
    return;
  }
  report(token, "A004", fmt::format("no such day: {}", token.text),
         day ? fmt::format("days from {} to {} can be used", to_string(day_min), to_string(day_max))
             : "days are written year-month-day, for example 2016-01-16");
}

/// “130t”: the word is read as the next token.
void Lexer::run_together(Token& token, std::size_t start) {
  std::size_t end = at_;
  while (is_id(at(end)) || (at(end) == '-' && is_id(at(end + 1)))) ++end;
  const std::string_view first = text_.substr(start, at_ - start);
  const std::string_view rest = text_.substr(at_, end - at_);
  const Place place{line_, column(at_), static_cast<std::uint32_t>(end - at_)};
  const bool exponent = (rest[0] == 'e' || rest[0] == 'E') && rest.size() > 1 &&
                        std::all_of(rest.begin() + 1, rest.end(), is_digit);
  faults_.add(place, "A006", fmt::format("number and word run together: “{}{}”", first, rest),
              exponent ? std::string("write all digits of the number, without an exponent")
                       : fmt::format("write a space: {} {}", first, rest));
  if (exponent) {
    at_ = end;
    token.reported = true;
  }
}

void Lexer::number(Token& token) {
  const std::size_t start = at_;
  while (is_digit(at(at_))) ++at_;
  if (at_ == start) return not_a_number(token, start);
  if (at(at_) == '-' && is_digit(at(at_ + 1))) {
    date(token, start);
  } else {
    if (at(at_) == '.' && is_digit(at(at_ + 1))) {
      ++at_;
      while (is_digit(at(at_))) ++at_;
    }
    const std::size_t mark = digit_mark(text_.substr(at_, 4));
    if (mark > 0 && is_digit(at(at_ + mark))) return not_a_number(token, start);
    finish(token, TokenKind::number, start);
    if (parse_decimal(token.text).fault != DecimalFault::none)
      report(token, "A005", fmt::format("“{}” has too many digits", token.text),
             fmt::format("at most {} digits, {} of them after the point", decimal_digits_max,
                         decimal_scale_max));
  }
  if (is_letter(at(at_)) || at(at_) == '_') run_together(token, start);
}

}  // namespace accord::agreement
