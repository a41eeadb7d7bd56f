#include <algorithm>
#include <tuple>

#include "accounting/books/gaps.h"

namespace accord::accounting {

void Doubt::add(const Gap& gap) {
  more |= gap.more;
  less |= gap.less;
  gaps.push_back(&gap);
}

namespace {

void unite(std::vector<const Gap*>& gaps, const std::vector<const Gap*>& more) {
  gaps.insert(gaps.end(), more.begin(), more.end());
  const auto before = [](const Gap* a, const Gap* b) {
    return std::tie(a->finding->file, a->finding->place, a->finding->label, a) <
           std::tie(b->finding->file, b->finding->place, b->finding->label, b);
  };
  std::sort(gaps.begin(), gaps.end(), before);
  gaps.erase(std::unique(gaps.begin(), gaps.end()), gaps.end());
}

}  // namespace

void Doubt::add(const Doubt& other) {
  more |= other.more;
  less |= other.less;
  unite(gaps, other.gaps);
}

void Doubt::subtract(const Doubt& other) {
  more |= other.less;
  less |= other.more;
  unite(gaps, other.gaps);
}

Bound Doubt::bound(material::Kind kind) const {
  const bool up = (more & bit(kind)) != 0, down = (less & bit(kind)) != 0;
  return up ? (down ? Bound::none : Bound::at_least) : down ? Bound::at_most : Bound::exact;
}

}  // namespace accord::accounting
