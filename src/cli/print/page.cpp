#include "cli/print/page.h"

#include <algorithm>
#include <string>

#include "cli/pages.h"

namespace accord::cli {

namespace {

constexpr std::string_view begins_example = "\n```sh\n", ends_example = "\n```\n";

}  // namespace

Page page_of(std::string_view command) {
  std::string file = std::string(command) + ".md";
  std::replace(file.begin(), file.end(), ' ', '_');
  for (const auto& [name, text] : pages::files) {
    if (name != file) continue;
    const std::size_t fence = text.find(begins_example);
    const std::string_view prose = text.substr(0, fence);
    std::string_view example = text.substr(fence + begins_example.size());
    example.remove_suffix(ends_example.size());
    return {prose.substr(0, prose.find_last_not_of('\n') + 1), example};
  }
  return {};
}

}  // namespace accord::cli
