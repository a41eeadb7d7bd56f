#include "assessment/changes.h"

#include <string_view>
#include <unordered_map>

namespace accord::assessment {

using evidence::Finding;

std::vector<Change> changes(const Assessment& without, const Assessment& with) {
  std::unordered_map<std::string_view, const Finding*> before;
  for (const Finding& f : without.findings()) before.emplace(f.id, &f);
  std::vector<Change> out;
  for (const Finding& f : with.findings()) {
    const auto same = before.find(f.id);
    if (same == before.end()) {
      out.push_back({nullptr, &f});
      continue;
    }
    if (same->second->state != f.state) out.push_back({same->second, &f});
    before.erase(same);
  }
  for (const Finding& f : without.findings())
    if (before.contains(f.id)) out.push_back({&f, nullptr});
  return out;
}

}  // namespace accord::assessment
