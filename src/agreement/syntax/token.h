#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/date.h"
#include "base/problem.h"

/// The words, marks and tokens of the language (chapter 3.2).
namespace accord::agreement {

/// Index into `reserved_words`.
using Word = std::uint8_t;
inline constexpr Word no_word = 255;

/// Every reserved word, sorted: all words in quotes of the grammar.
inline constexpr auto reserved_words = std::to_array<std::string_view>(
    {"about",     "access",   "accord",    "activity",   "after",      "agreement", "amendment",
     "amount",    "and",      "answer",    "arises",     "as",         "at",        "available",
     "before",    "between",  "body",      "by",         "ceases",     "data",      "day",
     "days",      "decided",  "duty",      "each",       "earliest",   "effective", "end",
     "event",     "every",    "example",   "expect",     "extendable", "flow",      "for",
     "from",      "given",    "grace",     "grade",      "holidays",   "in",        "is",
     "jointly",   "known",    "languages", "latest",     "leads",      "least",     "limit",
     "measure",   "month",    "months",    "no",         "none",       "not",       "note",
     "obliges",   "of",       "on",        "opens",      "or",         "outside",   "owed",
     "own",       "party",    "per",       "performing", "procedure",  "prohibit",  "provision",
     "quarter",   "question", "reading",   "reciprocal", "ref",        "refuses",   "repeal",
     "replace",   "require",  "resumes",   "site",       "source",     "stage",     "stale",
     "stops",     "suspends", "term",      "text",       "the",        "then",      "to",
     "tolerance", "unit",     "unless",    "until",      "verifier",   "waiver",    "week",
     "weeks",     "while",    "with",      "within",     "without",    "working",   "year",
     "years",     "yes"});
static_assert(std::is_sorted(reserved_words.begin(), reserved_words.end()) &&
              reserved_words.size() < no_word);

/// "limit"_w is the index of a reserved word; any other text does not compile.
consteval Word operator""_w(const char* text, std::size_t size) {
  const auto* found =
      std::find(reserved_words.begin(), reserved_words.end(), std::string_view(text, size));
  return found == reserved_words.end() ? throw "not a word of the language"
                                       : static_cast<Word>(found - reserved_words.begin());
}

/// The reserved word that `text` is, or no_word. Case counts.
[[nodiscard]] Word find_word(std::string_view text);

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
