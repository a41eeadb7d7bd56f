#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "accounting/reports/labels.h"
#include "accounting/rules/rules.h"

namespace accord::accounting {

using material::MassSum;

namespace {

constexpr Code RM = code("RM"), RP = code("RP"), DI = code("DI");

std::string shown(MassSum mass, material::Kind kind) {
  const material::MassUnit unit = material::facts(kind).unit;
  return material::to_string(mass, unit) + static_cast<char>(unit);
}

/// What is below zero: the account of a batch, or (empty batch) the book of the area.
struct Holding {
  std::string_view batch;
  std::size_t kind = 0;
  friend bool operator==(const Holding&, const Holding&) = default;
};
struct HoldingHash {
  std::size_t operator()(const Holding& a) const {
    return std::hash<std::string_view>()(a.batch) * 31 + a.kind;
  }
};

/// The accounts of one area from one inventory to the next.
class Running {
 public:
  Running(const RuleInput& input, Findings& findings)
      : profile_(input.profile), signs_(input.signs), findings_(findings) {}

  void restart() {
    sums_.clear();
    told_.clear();
    received_.clear();
  }
  void open(const EffectiveEntry& e) {
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const Weight& w = e.source->weights[e.entry->weights + i];
      if (!e.entry->batch.empty()) sums_[{e.entry->batch, material::index_of(w.kind)}] += w.mass;
      sums_[{{}, material::index_of(w.kind)}] += w.mass;
    }
  }
  void apply(const EffectiveEntry& e) {
    const Code c = e.entry->code;
    check_name(e);
    const CodeRule* rule = profile_.find(c);
    // A change of category does not say which batch it takes from.
    const bool merges = rule != nullptr && rule->group == Group::category_change;
    const bool renames = rule != nullptr && rule->from_previous && rule->group == Group::rebatching;
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const Weight& w = e.source->weights[e.entry->weights + i];
      const std::size_t kind = material::index_of(w.kind);
      const int book = signs_.of(c, w.kind);
      const bool elsewhere = merges && w.previous;
      const std::string_view own = e.entry->batch;
      const std::string_view name = renames && w.previous ? previous_batch(e) : own;
      const int batch = name.empty() || elsewhere ? 0
                        : c == RM                 ? -1
                        : c == RP || renames      ? 1
                                                  : book;
      const std::string faults = moved({name, kind}, batch, w) + moved({{}, kind}, book, w);
      if (faults.empty()) continue;
      findings_.add("V031", *e.source, *e.entry, static_cast<Label>(w.kind),
                    faults.substr(0, faults.size() - 2), "not below zero");
    }
  }

 private:
  const Profile& profile_;
  const Signs& signs_;
  Findings& findings_;
  std::unordered_map<Holding, MassSum, HoldingHash> sums_;
  std::unordered_set<Holding, HoldingHash> told_;
  std::unordered_map<std::string_view, Day> received_;  ///< last day of each batch

  static std::string_view previous_batch(const EffectiveEntry& e) {
    const Element* element = e.source->find(*e.entry, label::previous_batch);
    return element == nullptr ? std::string_view() : e.source->content(*element);
  }

  /// V026 where a batch name is never used again: received while a batch of this name is there.
  void check_name(const EffectiveEntry& e) {
    const CodeRule* rule = profile_.find(e.entry->code);
    if (!profile_.names_stay || rule == nullptr || rule->group != Group::receipt) return;
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const Holding held{e.entry->batch,
                         material::index_of(e.source->weights[e.entry->weights + i].kind)};
      const auto sum = sums_.find(held);
      // Lines of one movement, of several obligations, are of one day.
      const auto received = received_.find(e.entry->batch);
      const bool same = received != received_.end() && received->second == e.entry->date;
      if (same || sum == sums_.end() || sum->second <= MassSum()) continue;
      findings_.add("V026", *e.source, *e.entry, 446, std::string(e.entry->batch),
                    "a name that no other batch has");
      break;
    }
    received_[e.entry->batch] = e.entry->date;
  }

  /// "batch X -3G, " when the account is now below zero for the first time; empty otherwise.
  std::string moved(const Holding& account, int sign, const Weight& w) {
    if (sign == 0) return "";
    MassSum& sum = sums_[account];
    if (sign > 0)
      sum += w.mass;
    else
      sum -= w.mass;
    if (sum >= MassSum() || !told_.insert(account).second) return "";
    const std::string name =
        account.batch.empty() ? "the book" : "the batch " + std::string(account.batch);
    return name + " at " + shown(sum, w.kind) + ", ";
  }
};

/// On one day increases come first, then category changes, then decreases.
int rank(const EffectiveEntry& e, const Signs& signs) {
  const Code c = e.entry->code;
  if (signs.is_category_change(c)) return 1;
  if (c == RP) return 0;
  if (c == RM || c == DI) return 2;
  return signs.of(c, material::Kind::plutonium) > 0 ? 0 : 2;
}

struct AreaEntries {
  std::vector<const EffectiveEntry*> changes;
  std::map<Day, std::vector<const EffectiveEntry*>> lists;
};

std::map<std::string_view, AreaEntries> by_area(const Effective& effective) {
  std::map<std::string_view, AreaEntries> out;
  for (const Report* r : effective.reports)
    if (is_inventory_list(*r)) out[r->header.mba].lists[r->header.end];
  for (const EffectiveEntry& e : effective.entries) {
    const Header& h = e.report->header;
    if (h.kind == ReportKind::pil && h.end != day_min) out[h.mba].lists[h.end].push_back(&e);
    if (h.kind == ReportKind::icr && e.entry->date != day_min) out[h.mba].changes.push_back(&e);
  }
  return out;
}

}  // namespace

void check_rebatching(const RuleInput& input, Findings& findings) {
  const Effective& effective = input.effective;
  std::map<const Report*, std::pair<Amounts, Amounts>> sums;
  for (const EffectiveEntry& e : effective.entries) {
    if (e.report->header.kind != ReportKind::icr) continue;
    if (e.entry->code != RM && e.entry->code != RP) continue;
    auto& [off, on] = sums[e.report];
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const Weight& w = e.source->weights[e.entry->weights + i];
      at(e.entry->code == RM ? off : on, w.kind) += w.mass;
    }
  }
  for (const Report* r : effective.reports) {
    const auto sum = sums.find(r);
    if (sum == sums.end()) continue;
    for (const material::KindFacts& facts : material::kinds) {
      const MassSum off = at(sum->second.first, facts.kind);
      const MassSum on = at(sum->second.second, facts.kind);
      if (off == on) continue;
      findings.add("V030", *r, static_cast<Label>(facts.kind),
                   "RM takes off " + shown(off, facts.kind) + ", RP adds " + shown(on, facts.kind),
                   "the same");
    }
  }
}

void check_below_zero(const RuleInput& input, Findings& findings) {
  const Signs& signs = input.signs;
  std::vector<std::tuple<Day, int, const EffectiveEntry*>> order;
  for (auto& [mba, area] : by_area(input.effective)) {
    if (area.lists.empty()) continue;
    order.clear();
    for (const EffectiveEntry* e : area.changes)
      order.emplace_back(e->entry->date, rank(*e, signs), e);
    std::sort(order.begin(), order.end());
    Running running(input, findings);
    auto next =
        std::upper_bound(order.begin(), order.end(), area.lists.begin()->first,
                         [](Day day, const auto& change) { return day < std::get<0>(change); });
    for (auto list = area.lists.begin(); list != area.lists.end(); ++list) {
      running.restart();
      for (const EffectiveEntry* e : list->second) running.open(*e);
      const auto after = std::next(list);
      for (;
           next != order.end() && (after == area.lists.end() || std::get<0>(*next) <= after->first);
           ++next)
        running.apply(*std::get<2>(*next));
    }
  }
}

}  // namespace accord::accounting
