#pragma once

#include <cstdint>
#include <string_view>

#include "agreement/syntax/words.h"
#include "base/date.h"
#include "base/problem.h"

/// The marks and tokens of the language (chapter 3.2).
namespace accord::agreement {

enum class TokenKind : std::uint8_t { end, id, word, number, date, text, block, mark };

enum class Mark : char {
  none = 0,
  open = '{',
  close = '}',
  open_bracket = '(',
  close_bracket = ')',
  comma = ',',
  equals = '=',
  plus = '+',
  minus = '-',
  times = '*',
  slash = '/',
  percent = '%',
  less = '<',
  greater = '>',
  less_equal = 'l',
  greater_equal = 'g',
  equal_to = 'e',
  plus_minus = 'p'  ///< only from “±”, which is reported
};

/// A word or mark of the text. Views into the text: it must outlive the token.
struct Token {
  TokenKind kind = TokenKind::end;
  Word word = no_word;
  Mark mark = Mark::none;
  bool first_on_line = false;
  bool gap = false;       ///< an empty line before it (before its comments, when it has some)
  bool reported = false;  ///< it has a problem of its own: no second message about it
  std::uint32_t index = 0;
  Place place;
  Day day;                ///< date
  std::string_view text;  ///< as written; between the quotes for text and block
};

}  // namespace accord::agreement
