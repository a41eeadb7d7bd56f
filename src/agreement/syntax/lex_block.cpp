#include <algorithm>

#include "agreement/syntax/character_class.h"
#include "agreement/syntax/lex.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

bool all_blank(std::string_view line) {
  return std::all_of(line.begin(), line.end(), is_blank);
}

std::string_view indentation(std::string_view line) {
  const auto* end = std::find_if_not(line.begin(), line.end(), is_blank);
  return line.substr(0, static_cast<std::size_t>(end - line.begin()));
}

std::string_view common_start(std::string_view a, std::string_view b) {
  const auto [end, unused] = std::mismatch(
      a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  return a.substr(0, static_cast<std::size_t>(end - a.begin()));
}

}  // namespace

std::string block_content(const Token& token) {
  std::vector<std::string_view> lines = split(token.text, "\n");
  for (std::string_view& line : lines)
    if (line.ends_with('\r')) line.remove_suffix(1);
  // Text beside the opening mark has no indentation of its own.
  lines.front().remove_prefix(indentation(lines.front()).size());
  const bool starts_beside = !lines.front().empty();
  if (lines.size() > 1 && all_blank(lines.back())) lines.pop_back();
  if (!starts_beside) lines.erase(lines.begin());
  std::string_view common;
  bool known = false;
  for (std::size_t i = starts_beside ? 1 : 0; i < lines.size(); ++i) {
    if (all_blank(lines[i])) {
      lines[i] = {};
      continue;
    }
    common = known ? common_start(common, indentation(lines[i])) : indentation(lines[i]);
    known = true;
  }
  std::string content;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) content += '\n';
    const bool indented = !lines[i].empty() && (i > 0 || !starts_beside);
    content += indented ? lines[i].substr(common.size()) : lines[i];
  }
  return content;
}

}  // namespace accord::agreement
