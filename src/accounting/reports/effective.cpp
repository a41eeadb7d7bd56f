#include "accounting/reports/effective.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/memory.h"

namespace accord::accounting {

namespace {

/// One accounting entry, and where it belongs.
struct Node {
  const Report* source = nullptr;
  const Entry* entry = nullptr;
  const Report* report = nullptr;
  std::uint32_t number = 0;
  bool counts = false;
  bool removed = false;   ///< by a D, and nothing has taken its place
  bool doubtful = false;  ///< its status cannot be read
};

/// The reports of one MBA in order of number, applied one after the other.
class Area {
 public:
  /// `room` is used again from area to area.
  Area(std::vector<const Report*> reports, std::vector<Node>& room, Effective& out)
      : reports_(std::move(reports)), out_(out), nodes_(room) {
    nodes_.clear();
  }

  void apply() {
    for (std::size_t r = 0; r < reports_.size(); ++r) {
      first_node_.push_back(nodes_.size());
      for (const Entry& e : reports_[r]->entries) {
        nodes_.push_back({reports_[r], &e, reports_[r], name_of(e), false, false, false});
        if (e.kind == EntryKind::accounting) apply(*reports_[r], e, nodes_.size() - 1);
      }
    }
    const auto begin = out_.entries.size();
    for (const Node& n : nodes_) {
      if (n.counts) out_.entries.push_back({n.source, n.entry, n.report, n.number});
      if (n.doubtful) out_.doubtful.push_back({n.source, n.entry, n.report, n.number});
    }
    std::stable_sort(out_.entries.begin() + static_cast<std::ptrdiff_t>(begin), out_.entries.end(),
                     [](const EffectiveEntry& a, const EffectiveEntry& b) {
                       return std::tuple(a.report->header.number, a.number) <
                              std::tuple(b.report->header.number, b.number);
                     });
  }

 private:
  std::vector<const Report*> reports_;
  Effective& out_;
  std::vector<Node>& nodes_;
  std::vector<std::size_t> first_node_;  ///< of each report so far
  /// Second names, those that added entries got in an earlier report.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> added_;

  /// Of reports whose numbers are not their places: the first place of each number.
  mutable std::map<std::size_t, std::unordered_map<std::uint32_t, std::size_t>> names_;

  void refuse(const char* rule, const Report& source, const Entry& e) {
    out_.refused.push_back({rule, &source, &e});
  }

  /// The report with this number, the first of them when a number was used twice; reports_.size()
  /// when there is none so far.
  std::size_t report_of(std::uint32_t number) const {
    const auto at = std::lower_bound(
        reports_.begin(), reports_.end(), number,
        [](const Report* report, std::uint32_t n) { return report->header.number < n; });
    const auto index = static_cast<std::size_t>(at - reports_.begin());
    const bool found = index < first_node_.size() && (*at)->header.number == number;
    return found ? index : reports_.size();
  }

  /// The node that answers to this name; nodes_.size() when there is none so far.
  std::size_t node_of(std::uint32_t report, std::uint32_t entry) const {
    if (const auto second = added_.find({report, entry}); second != added_.end())
      return second->second;
    const std::size_t index = report_of(report);
    if (index == reports_.size()) return nodes_.size();
    const auto& entries = reports_[index]->entries;
    const auto says_so = [&](const Entry& e) {
      return e.kind == EntryKind::accounting && e.declared == entry;
    };
    // Entries usually stand at the place of their number.
    std::size_t at = entry - 1U;
    if (at >= entries.size() || !says_so(entries[at])) at = place_of(index, entry);
    if (at == entries.size()) return nodes_.size();
    return std::min(first_node_[index] + at, nodes_.size());
  }

  /// The first accounting entry of the report with this name; the number of its entries when there
  /// is none. Looked up, so that many references to a report cost no more than their number.
  std::size_t place_of(std::size_t report, std::uint32_t name) const {
    const auto& entries = reports_[report]->entries;
    const auto [names, fresh] = names_.try_emplace(report);
    // One that does not say its number has that of its place where no other one says it.
    for (const bool says_so : {true, false})
      for (std::size_t i = 0; fresh && i < entries.size(); ++i)
        if (entries[i].kind == EntryKind::accounting && (entries[i].declared != 0) == says_so)
          names->second.try_emplace(name_of(entries[i]), i);
    const auto found = names->second.find(name);
    return found == names->second.end() ? entries.size() : found->second;
  }

  void apply(const Report& source, const Entry& e, std::size_t self) {
    if (!is_correction(e.status)) {
      if (e.status == Status::fresh && e.reference) refuse("V041", source, e);
      nodes_[self].counts = e.status == Status::fresh;
      nodes_[self].doubtful = e.status == Status::unknown;
      return;
    }
    if ((e.unusable & mask_of(309)) != 0) {
      nodes_[self].doubtful = true;
      return;
    }
    if (!e.reference) return refuse("V041", source, e);
    if (e.status == Status::replaces) return replace_removed(source, e, self);
    const bool done = e.reference.country == source.header.country &&
                      (e.status == Status::added ? add(source, e, self) : replace(source, e, self));
    if (!done) refuse("V040", source, e);
  }

  /// Where the report it names cannot be placed, the correction says where it belongs.
  void belongs_to(std::size_t self, const Report* report, std::uint32_t number) {
    if (report->header.kind == ReportKind::unknown) return;
    nodes_[self].report = report;
    nodes_[self].number = number;
  }

  bool add(const Report& source, const Entry& e, std::size_t self) {
    const std::size_t index = report_of(e.reference.report);
    const bool earlier = index < reports_.size() && e.reference.report < source.header.number;
    if (!earlier || node_of(e.reference.report, e.reference.entry) != nodes_.size()) return false;
    // A late line of a form with lines has no number in the earlier report.
    if (e.reference.entry != 0) added_[{e.reference.report, e.reference.entry}] = self;
    belongs_to(self, reports_[index], e.reference.entry);
    nodes_[self].counts = true;
    out_.applied.push_back({&source, &e, reports_[index], nullptr});
    return true;
  }

  /// The second half of a pair: its first half must have removed the entry. V042
  void replace_removed(const Report& source, const Entry& e, std::size_t self) {
    const std::size_t at = node_of(e.reference.report, e.reference.entry);
    if (at >= self || !nodes_[at].removed) return refuse("V042", source, e);
    Node& target = nodes_[at];
    target.removed = false;
    belongs_to(self, target.report, target.number);
    nodes_[self].counts = true;
    out_.applied.push_back({&source, &e, reports_[report_of(e.reference.report)], target.entry});
  }

  bool replace(const Report& source, const Entry& e, std::size_t self) {
    const std::size_t at = node_of(e.reference.report, e.reference.entry);
    if (at >= self || (!nodes_[at].counts && !nodes_[at].doubtful)) return false;
    Node& target = nodes_[at];
    target.counts = target.doubtful = false;
    belongs_to(self, target.report, target.number);
    nodes_[self].counts = e.status == Status::corrects;
    target.removed = e.status == Status::removes;
    out_.applied.push_back({&source, &e, reports_[report_of(e.reference.report)], target.entry});
    return true;
  }
};

}  // namespace

Effective effective_of(const std::vector<const Report*>& reports, Day known) {
  std::map<std::string_view, std::vector<const Report*>> areas;
  for (const Report* r : reports) areas[r->header.mba].push_back(r);
  Effective out;
  out.known = known;
  std::size_t entries = 0;
  for (const auto& [mba, own] : areas)
    for (const Report* r : own) entries += r->entries.size();
  reserve_populated(out.entries, entries);
  std::vector<Node> nodes;
  for (auto& [mba, own] : areas) {
    std::sort(own.begin(), own.end(), [](const Report* a, const Report* b) {
      return std::tie(a->header.number, a->header.date, a->file) <
             std::tie(b->header.number, b->header.date, b->file);
    });
    out.reports.insert(out.reports.end(), own.begin(), own.end());
    Area(std::move(own), nodes, out).apply();
  }
  return out;
}

Effective effective(const std::vector<Report>& reports, Day known) {
  std::vector<const Report*> taking_part;
  for (const Report& r : reports)
    if (r.header.date <= known) taking_part.push_back(&r);
  return effective_of(taking_part, known);
}

std::set<Account> accounts_of(const Effective& effective) {
  std::set<Account> out;
  for (const EffectiveEntry& e : effective.entries)
    for (const Account& account : {e.entry->account, e.entry->previous})
      if (account.category != 0) out.insert(account);
  return out;
}

}  // namespace accord::accounting
