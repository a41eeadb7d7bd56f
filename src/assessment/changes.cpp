#include "assessment/changes.h"

#include "base/contract.h"

namespace accord::assessment {

std::vector<Change> changes(const Assessment& without, const Assessment& with) {
  const auto& before = without.findings();
  const auto& after = with.findings();
  ACCORD_EXPECT(before.size() == after.size());
  std::vector<Change> out;
  for (std::size_t i = 0; i < after.size(); ++i)
    if (before[i].state != after[i].state) out.push_back({&before[i], &after[i]});
  return out;
}

}  // namespace accord::assessment
