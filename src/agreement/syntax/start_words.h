#pragma once

#include "agreement/syntax/token.h"

/// Which words begin an item or a clause of each body.
namespace accord::agreement {

constexpr bool starts_item(Word word) {
  switch (word) {
    case "source"_w:
    case "languages"_w:
    case "party"_w:
    case "body"_w:
    case "site"_w:
    case "unit"_w:
    case "measure"_w:
    case "event"_w:
    case "day"_w:
    case "holidays"_w:
    case "term"_w:
    case "provision"_w:
    case "procedure"_w:
    case "question"_w:
    case "amendment"_w:
    case "waiver"_w:
    case "example"_w:
      return true;
    default:
      return false;
  }
}

constexpr bool starts_words(Word word) {
  return word == "reading"_w || word == "text"_w || word == "note"_w;
}

constexpr bool starts_rule(Word word) {
  return word == "limit"_w || word == "prohibit"_w || word == "require"_w || word == "duty"_w;
}

constexpr bool starts_clause(Word word) {
  switch (word) {
    case "obliges"_w:
    case "owed"_w:
    case "verifier"_w:
    case "from"_w:
    case "while"_w:
    case "unless"_w:
    case "stale"_w:
    case "reciprocal"_w:
    case "about"_w:
      return true;
    default:
      return starts_rule(word) || starts_words(word);
  }
}

constexpr bool starts_provision_clause(Word word) {
  return word == "about"_w || word == "from"_w || starts_words(word);
}

constexpr bool starts_step(Word word) {
  return word == "opens"_w || word == "stage"_w || word == "stops"_w || word == "leads"_w ||
         word == "available"_w || starts_words(word);
}

constexpr bool starts_question_clause(Word word) {
  return word == "arises"_w || word == "answer"_w || starts_words(word);
}

constexpr bool starts_change(Word word) {
  return word == "replace"_w || word == "repeal"_w || word == "term"_w || starts_words(word);
}

constexpr bool starts_example_line(Word word) {
  return word == "given"_w || word == "expect"_w;
}

/// Words that begin something but also stand inside other clauses.
constexpr bool occurs_inside(Word word) {
  return word == "from"_w || word == "event"_w || word == "day"_w;
}

}  // namespace accord::agreement
