#include "formats/workspace/statement_conflicts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <tuple>

#include "agreement/evaluate/place.h"
#include "agreement/model/interval.h"
#include "agreement/model/units.h"

namespace accord::formats {

namespace {

using agreement::Area;
using agreement::contains;
using agreement::Interval;
using agreement::touch;
using evidence::Observation;
using evidence::Relation;
using Group = std::span<const Stated>;

auto thing(const Stated& s) {
  return std::tie(s.report, s.measure, s.valid.number, s.by_obliged);
}

/// The figures a statement leaves open, in `unit`; nothing for other statements.
std::optional<Interval> range_of(const Observation& o, const agreement::Units& units,
                                 const std::string& unit) {
  const auto factor = units.factor(o.unit, unit);
  if (!factor) return std::nullopt;
  const Interval::End end{Rational(o.value) * *factor,
                          o.relation == Relation::below || o.relation == Relation::above};
  if (!end.at.is_valid()) return std::nullopt;
  switch (o.relation) {
    case Relation::equal:
      return Interval{end, end};
    case Relation::at_most:
    case Relation::below:
      return Interval{std::nullopt, end};
    case Relation::at_least:
    case Relation::above:
      return Interval{end, std::nullopt};
    default:
      return std::nullopt;
  }
}

class Conflicts {
 public:
  Conflicts(const agreement::Agreement& agreement,
            const std::function<void(const Stated&, const Stated&)>& found)
      : units_(agreement), places_(agreement, {}), found_(found) {}

  void look(Group group) const {
    figures(group);
    yes_and_no(group);
  }

 private:
  /// Every new range meets what all before it have in common, or not one of the two that bound it.
  void figures(Group group) const {
    Interval low, high;  // the tightest lower and upper end so far
    const Stated* low_by = nullptr;
    const Stated* high_by = nullptr;
    for (const Stated& s : group) {
      const auto range = range_of(*s.says, units_, group.front().says->unit);
      if (!range) continue;
      const Interval new_low{range->low, std::nullopt}, new_high{std::nullopt, range->high};
      if (!touch(new_high, low)) {
        found_(*low_by, s);
      } else if (!touch(new_low, high)) {
        found_(*high_by, s);
      } else {
        if (!contains(new_low, low)) low = new_low, low_by = &s;
        if (!contains(new_high, high)) high = new_high, high_by = &s;
      }
    }
  }

  Area area_of(const std::vector<std::string>& sites) const {
    if (sites.empty()) return places_.everywhere();
    Area out;
    for (const std::string& site : sites) out = out | places_.at(site);
    return out;
  }

  /// A no speaks about all its places, a yes about each of them, or also about all inside.
  void yes_and_no(Group group) const {
    std::map<std::vector<std::string>, const Stated*> noes;
    for (const Stated& s : group)
      if (s.says->relation == Relation::not_seen) noes.try_emplace(s.says->sites, &s);
    if (noes.empty()) return;
    for (const Stated& s : group)
      if (s.says->relation == Relation::seen)
        if (const Stated* no = against(s, noes)) no->row < s.row ? found_(*no, s) : found_(s, *no);
  }

  const Stated* against(const Stated& yes,
                        const std::map<std::vector<std::string>, const Stated*>& noes) const {
    std::vector<Area> places;
    for (const std::string& site : yes.says->sites) places.push_back(places_.at(site));
    if (places.empty()) places.push_back(places_.everywhere());
    for (const auto& [sites, no] : noes) {
      const Area area = area_of(sites);
      if (std::any_of(places.begin(), places.end(), [&](const Area& place) {
            return area.contains(place) || (yes.holds && place.contains(area));
          }))
        return no;
    }
    return nullptr;
  }

  agreement::Units units_;
  agreement::Places places_;
  const std::function<void(const Stated&, const Stated&)>& found_;
};

}  // namespace

void find_conflicts(std::vector<Stated> statements, const agreement::Agreement& agreement,
                    const std::function<void(const Stated&, const Stated&)>& found) {
  std::stable_sort(statements.begin(), statements.end(),
                   [](const Stated& a, const Stated& b) { return thing(a) < thing(b); });
  std::optional<Conflicts> conflicts;
  for (auto first = statements.begin(); first != statements.end();) {
    const auto last = std::find_if(first, statements.end(),
                                   [&](const Stated& s) { return thing(s) != thing(*first); });
    if (last - first > 1) {
      if (!conflicts) conflicts.emplace(agreement, found);
      conflicts->look(Group(first, last));
    }
    first = last;
  }
}

}  // namespace accord::formats
