#include "assessment/words.h"

#include <cctype>

namespace accord::assessment {

namespace {

/// Replaces a word where it does not stand inside a longer one.
void replace_word(std::string& text, std::string_view word, std::string_view by) {
  const auto in_word = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
    const std::size_t end = at + word.size();
    if ((at > 0 && in_word(text[at - 1])) || (end < text.size() && in_word(text[end]))) {
      at = end;
      continue;
    }
    text.replace(at, word.size(), by);
    at += by.size();
  }
}

}  // namespace

Words::Words(const formats::Workspace& workspace)
    : parties_(workspace.agreement, workspace.outsiders) {
  for (const agreement::Item& item : workspace.agreement.items)
    if (const auto* unit = std::get_if<agreement::Unit>(&item))
      if (const auto shown = workspace.unit_names.find(unit->head.name.text);
          shown != workspace.unit_names.end())
        units_.emplace_back(*shown);
}

std::string Words::in_words(std::string text) const {
  for (const auto& [unit, shown] : units_) replace_word(text, unit, shown);
  return text;
}

}  // namespace accord::assessment
