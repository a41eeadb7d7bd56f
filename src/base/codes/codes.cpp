#include "base/codes/codes.h"

#include <algorithm>

#include "base/codes/parts.h"

namespace accord {

const std::vector<Code>& codes() {
  static const std::vector<Code> all = [] {
    std::vector<Code> out;
    for (const auto part : {codes_of::agreement_texts(), codes_of::tables(), codes_of::workspaces(),
                            codes_of::measurements(), codes_of::talks(), codes_of::surroundings()})
      out.insert(out.end(), part.begin(), part.end());
    std::sort(out.begin(), out.end(), [](const Code& a, const Code& b) { return a.code < b.code; });
    return out;
  }();
  return all;
}

const Code* find_code(std::string_view code) {
  const auto found = std::lower_bound(codes().begin(), codes().end(), code,
                                      [](const Code& a, std::string_view b) { return a.code < b; });
  return found != codes().end() && found->code == code ? &*found : nullptr;
}

}  // namespace accord
