#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "agreement/model/model.h"

/// The reserved words of the language (chapter 3.2), each where it is declared: by what it begins,
/// or among the others. Those of items stand beside `Item`.
namespace accord::agreement {

inline constexpr auto words_words = std::to_array<std::string_view>({"reading", "text", "note"});
inline constexpr auto rule_words =
    std::to_array<std::string_view>({"limit", "prohibit", "require", "duty"});
inline constexpr auto clause_words = std::to_array<std::string_view>(
    {"obliges", "owed", "verifier", "from", "while", "unless", "stale", "reciprocal", "about"});
inline constexpr auto provision_words = std::to_array<std::string_view>({"about", "from"});
inline constexpr auto step_words =
    std::to_array<std::string_view>({"opens", "stage", "stops", "leads", "available"});
inline constexpr auto question_words = std::to_array<std::string_view>({"arises", "answer"});
inline constexpr auto change_words = std::to_array<std::string_view>({"replace", "repeal", "term"});
inline constexpr auto line_words = std::to_array<std::string_view>({"given", "expect"});

/// Words that stand inside items and clauses, and `body`, which begins a party.
inline constexpr auto other_words = std::to_array<std::string_view>(
    {"access",   "accord",     "activity",   "after",   "agreement", "amount",    "and",
     "as",       "at",         "before",     "between", "body",      "by",        "ceases",
     "data",     "days",       "decided",    "each",    "earliest",  "effective", "end",
     "every",    "extendable", "flow",       "for",     "grace",     "grade",     "in",
     "is",       "jointly",    "known",      "latest",  "least",     "month",     "months",
     "no",       "none",       "not",        "of",      "on",        "or",        "outside",
     "own",      "per",        "performing", "quarter", "ref",       "refuses",   "resumes",
     "suspends", "the",        "then",       "to",      "tolerance", "until",     "week",
     "weeks",    "with",       "within",     "without", "working",   "year",      "years",
     "yes"});

namespace detail {

inline constexpr auto every_word = [] {
  constexpr std::size_t size = item_words.size() + words_words.size() + rule_words.size() +
                               clause_words.size() + step_words.size() + question_words.size() +
                               change_words.size() + line_words.size() + other_words.size();
  std::array<std::string_view, size> out{};
  auto at = out.begin();
  const auto add = [&](const auto& words) { at = std::copy(words.begin(), words.end(), at); };
  add(item_words), add(words_words), add(rule_words), add(clause_words), add(step_words);
  add(question_words), add(change_words), add(line_words), add(other_words);
  std::sort(out.begin(), out.end());
  return out;
}();
/// Without those that begin several things, as `term` does.
inline constexpr std::size_t different_words = [] {
  auto words = every_word;
  return static_cast<std::size_t>(std::unique(words.begin(), words.end()) - words.begin());
}();

}  // namespace detail

/// Every reserved word, sorted: all words in quotes of the grammar.
inline constexpr auto reserved_words = [] {
  std::array<std::string_view, detail::different_words> out{};
  std::unique_copy(detail::every_word.begin(), detail::every_word.end(), out.begin());
  return out;
}();

/// Index into `reserved_words`.
using Word = std::uint8_t;
inline constexpr Word no_word = 255;
static_assert(reserved_words.size() < no_word);

/// "limit"_w is the index of a reserved word; any other text does not compile.
consteval Word operator""_w(const char* text, std::size_t size) {
  const auto* found =
      std::find(reserved_words.begin(), reserved_words.end(), std::string_view(text, size));
  return found == reserved_words.end() ? throw "not a word of the language"
                                       : static_cast<Word>(found - reserved_words.begin());
}

/// The reserved word that `text` is, or no_word. Case counts.
[[nodiscard]] Word find_word(std::string_view text);

// --- which words begin an item, or a clause of each body

namespace detail {

/// By the number of a word, whether it stands in one of the lists.
template <const auto&... lists>
inline constexpr auto is_in = [] {
  std::array<bool, no_word + 1> out{};
  const auto note = [&](const auto& words) {
    for (std::size_t i = 0; i < reserved_words.size(); ++i)
      if (std::find(words.begin(), words.end(), reserved_words[i]) != words.end()) out[i] = true;
  };
  (note(lists), ...);
  return out;
}();

}  // namespace detail

constexpr bool starts_item(Word word) {
  return detail::is_in<item_words>[word] || word == "body"_w;
}
constexpr bool starts_rule(Word word) {
  return detail::is_in<rule_words>[word];
}
constexpr bool starts_clause(Word word) {
  return detail::is_in<clause_words, rule_words, words_words>[word];
}
constexpr bool starts_provision_clause(Word word) {
  return detail::is_in<provision_words, words_words>[word];
}
constexpr bool starts_words(Word word) {
  return detail::is_in<words_words>[word];
}
constexpr bool starts_step(Word word) {
  return detail::is_in<step_words, words_words>[word];
}
constexpr bool starts_question_clause(Word word) {
  return detail::is_in<question_words, words_words>[word];
}
constexpr bool starts_change(Word word) {
  return detail::is_in<change_words, words_words>[word];
}
constexpr bool starts_example_line(Word word) {
  return detail::is_in<line_words>[word];
}

/// Words that begin something but also stand inside other clauses.
constexpr bool occurs_inside(Word word) {
  return word == "from"_w || word == "event"_w || word == "day"_w;
}

}  // namespace accord::agreement
