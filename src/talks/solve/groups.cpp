#include <algorithm>
#include <numeric>

#include "talks/solve/merge.h"

namespace accord::talks {

namespace {

/// Sets of issues that are joined one by one.
class JoinedIssues {
 public:
  explicit JoinedIssues(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(const std::vector<std::size_t>& issues) {
    for (const std::size_t issue : issues) {
      const std::size_t a = root(issues.front()), b = root(issue);
      parent_[std::max(a, b)] = std::min(a, b);
    }
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

std::vector<Group> groups_of(const std::vector<std::uint32_t>& sizes,
                             const std::vector<ExactParty>& parties,
                             const std::vector<Factor<std::uint64_t>>& lines) {
  JoinedIssues joined(sizes.size());
  for (const ExactParty& party : parties)
    for (const Factor<Number>& factor : party.utility)
      if (!factor.issues.empty()) joined.join(factor.issues);
  for (const Factor<std::uint64_t>& line : lines)
    if (!line.issues.empty()) joined.join(line.issues);
  std::vector<Group> out;
  std::vector<std::size_t> place(sizes.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::size_t root = joined.root(i);  // the least issue of the group
    if (root == i) {
      place[i] = out.size();
      out.push_back({{}, 1});
    }
    Group& group = out[place[root]];
    group.issues.push_back(i);
    group.outcomes *= Number(std::int64_t{sizes[i]});
  }
  return out;
}

}  // namespace accord::talks
