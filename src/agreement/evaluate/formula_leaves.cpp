#include <algorithm>

#include "agreement/evaluate/compiled.h"

namespace accord::agreement {

namespace {

/// Of more the formula is walked through, so that a chain of formulas with a measure of its own for
/// each does not take room for all their pairs.
constexpr std::size_t leaves_max = 64;

/// Those of the parts, which are known; nothing when they are too many.
std::optional<std::vector<Id>> leaves_of(const CompiledAgreement& compiled,
                                         const MeasureInfo& info) {
  std::vector<Id> out;
  for (const MeasureInfo::Part& part : info.parts) {
    if (part.measure == no_id) continue;
    const MeasureInfo& inside = compiled.measures[part.measure];
    if (!inside.text->formula)
      out.push_back(part.measure);
    else if (inside.leaves)
      out.insert(out.end(), inside.leaves->begin(), inside.leaves->end());
    else
      return std::nullopt;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out.size() <= leaves_max ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

void note_leaves(CompiledAgreement& compiled) {
  std::vector<bool> entered(compiled.measures.size());
  for (Id root = 0; root < compiled.measures.size(); ++root) {
    std::vector<Id> pending{root};  // parts before what is computed from them
    while (!pending.empty()) {
      MeasureInfo& info = compiled.measures[pending.back()];
      if (!entered[pending.back()]) {
        entered[pending.back()] = true;
        for (const MeasureInfo::Part& part : info.parts)
          if (part.measure != no_id && !entered[part.measure]) pending.push_back(part.measure);
        continue;
      }
      pending.pop_back();
      if (info.text->formula && !info.leaves) info.leaves = leaves_of(compiled, info);
    }
  }
}

}  // namespace accord::agreement
