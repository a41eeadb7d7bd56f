#include "accounting/reports/entry_lines.h"

#include <algorithm>

namespace accord::accounting {

std::uint32_t EntryLines::of(const Report& source, const Element& element) {
  const auto [found, is_new] = ends_.try_emplace(&source);
  std::vector<std::uint32_t>& ends = found->second;
  if (is_new)
    for (std::size_t at = source.text->find('\n'); at != std::string::npos;
         at = source.text->find('\n', at + 1))
      ends.push_back(static_cast<std::uint32_t>(at));
  const auto before = std::lower_bound(ends.begin(), ends.end(), element.offset) - ends.begin();
  return static_cast<std::uint32_t>(before) + 1;
}

}  // namespace accord::accounting
