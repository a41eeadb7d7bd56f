#include "agreement/syntax/editor.h"

#include "agreement/syntax/words.h"

namespace accord::agreement {

namespace {

/// "\\b(?:a|b)(?![\\w-])" over the words for which `wanted` is true: a name such as end-2 is no
/// word.
std::string words_pattern(bool (*wanted)(Word)) {
  std::string out = R"((?<![\\w-])(?:)";
  bool first = true;
  for (Word word = 0; word < reserved_words.size(); ++word) {
    if (!wanted(word)) continue;
    if (!first) out += '|';
    first = false;
    out += reserved_words[word];
  }
  return out + R"()(?![\\w-]))";
}

bool starts_part(Word word) {
  return starts_item(word) || starts_clause(word) || starts_step(word) ||
         starts_question_clause(word) || starts_change(word) || starts_example_line(word) ||
         word == "accord"_w || word == "agreement"_w;
}

bool other_word(Word word) {
  return !starts_part(word);
}

std::string pattern(const std::string& name, const std::string& match) {
  return R"(    { "name": ")" + name + R"(.accord", "match": ")" + match + "\" },\n";
}

std::string between(const std::string& name, const std::string& begin, const std::string& end,
                    const std::string& inside) {
  return R"(    { "name": ")" + name + R"(.accord", "begin": ")" + begin + R"(", "end": ")" + end +
         "\"" + inside + " },\n";
}

}  // namespace

std::string textmate_grammar() {
  std::string out = R"({
  "name": "accord agreement",
  "scopeName": "source.accord",
  "fileTypes": ["accord"],
  "patterns": [
)";
  out += pattern("comment.line.number-sign", "#.*$");
  out += between("string.quoted.triple", R"(\"\"\")", R"(\"\"\")", "");
  out += between("string.quoted.double", R"(\")", R"(\"|$)",
                 R"(, "patterns": [{ "name": "constant.character.escape.accord", )"
                 R"("match": "\\\\[\"\\\\]" }])");
  out += pattern("constant.numeric.date", R"(\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b)");
  out += pattern("constant.numeric", R"((?<![\\w-])[0-9]+(?:\\.[0-9]+)?\\b)");
  out += pattern("keyword.control", words_pattern(starts_part));
  out += pattern("keyword.other", words_pattern(other_word));
  out += pattern("keyword.operator", "<=|>=|==|[<>=+*/%-]");
  out += pattern("variable.other", "[A-Za-z](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_]))*");
  out.erase(out.size() - 2, 1);  // the comma behind the last pattern
  return out + "  ]\n}\n";
}

}  // namespace accord::agreement
