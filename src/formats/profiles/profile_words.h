#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accounting/reports/profile.h"
#include "formats/text/keys.h"

/// What the readers of the parts of a profile share.
namespace accord::formats {

template <class T, std::size_t N>
const T* find_word(const std::pair<std::string_view, T> (&words)[N], std::string_view text) {
  const auto at = std::find_if(std::begin(words), std::end(words),
                               [text](const auto& word) { return word.first == text; });
  return at == std::end(words) ? nullptr : &at->second;
}

/// W007 when it is none of the words; then the first of them.
template <class T, std::size_t N>
T word(Keys& keys, const Setting& setting, const std::pair<std::string_view, T> (&words)[N]) {
  if (const T* found = find_word(words, setting.text)) return *found;
  std::string known;
  for (const auto& [name, value] : words)
    if (!name.empty()) known += (known.empty() ? "“" : ", “") + std::string(name) + "”";
  keys.report("W013", setting.place, fmt::format("“{}” is none of the words here", setting.text),
              "write one of " + known);
  return words[0].second;
}

/// The number of a label, 0 and W007 when it is none.
accounting::Label label_of(Keys& keys, const Setting& setting);
std::vector<accounting::Label> labels(Keys& keys, std::string_view key);

/// What the files of a form look like: fields, letters, features, due days.
void read_form(Keys& keys, accounting::Profile& out);

}  // namespace accord::formats
