#include "agreement/evaluate/place.h"

#include <algorithm>
#include <set>

namespace accord::agreement {

Area::Area(std::uint32_t begin, std::uint32_t end) {
  add(begin, end);
}

/// Runs must come in order of their begin.
void Area::add(std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  if (!runs_.empty() && begin <= runs_.back().second)
    runs_.back().second = std::max(runs_.back().second, end);
  else
    runs_.emplace_back(begin, end);
}

bool Area::contains(const Area& other) const {
  return (other - *this).empty();
}

bool Area::touches(const Area& other) const {
  return (other - *this) != other;
}

Area operator|(const Area& a, const Area& b) {
  auto runs = a.runs_;
  runs.insert(runs.end(), b.runs_.begin(), b.runs_.end());
  std::sort(runs.begin(), runs.end());
  Area out;
  for (const auto& [begin, end] : runs) out.add(begin, end);
  return out;
}

Area operator-(const Area& a, const Area& b) {
  Area out;
  for (auto [begin, end] : a.runs_) {
    for (const auto& [from, to] : b.runs_) {
      if (to <= begin || from >= end) continue;
      out.add(begin, from);
      begin = to;
    }
    out.add(begin, end);
  }
  return out;
}

namespace {

using Children = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Depth first without recursion: a chain of sites may be as long as the text.
std::vector<std::pair<std::string, bool>> walk(const Children& children,
                                               const std::vector<std::string>& roots) {
  std::vector<std::pair<std::string, bool>> out;  // name, entering
  std::vector<std::pair<std::string, bool>> pending;
  for (auto root = roots.rbegin(); root != roots.rend(); ++root) pending.emplace_back(*root, true);
  while (!pending.empty()) {
    const auto [name, entering] = pending.back();
    pending.pop_back();
    out.emplace_back(name, entering);
    if (!entering) continue;
    pending.emplace_back(name, false);
    const auto inside = children.find(name);
    if (inside == children.end()) continue;
    for (const std::string& child : inside->second) pending.emplace_back(child, true);
  }
  return out;
}

}  // namespace

Places::Places(const Agreement& agreement, const Records& records) {
  Children children;
  std::vector<std::string> roots;
  std::set<std::string, std::less<>> declared;
  for (const Item& item : agreement.items) {
    const auto* site = std::get_if<Site>(&item);
    if (site == nullptr || !declared.insert(site->head.name.text).second) continue;
    if (site->parent)
      children[site->parent->text].push_back(site->head.name.text);
    else
      roots.push_back(site->head.name.text);
  }
  std::set<std::string> others;  // sorted: numbers must not depend on the order of records
  for (const Observation& observation : records.observations)
    for (const std::string& site : observation.sites)
      if (!declared.contains(site)) others.insert(site);
  roots.insert(roots.end(), others.begin(), others.end());
  for (const auto& [name, entering] : walk(children, roots)) {
    if (entering)
      runs_[name].first = count_++;
    else
      runs_[name].second = count_;
  }
}

Area Places::at(std::string_view site) const {
  const auto found = runs_.find(site);
  return found == runs_.end() ? Area() : Area(found->second.first, found->second.second);
}

}  // namespace accord::agreement
