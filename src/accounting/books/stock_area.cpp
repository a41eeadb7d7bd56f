#include "accounting/books/stock_area.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "accounting/books/stock_unread.h"
#include "accounting/books/transit.h"
#include "accounting/reports/composition.h"
#include "accounting/reports/labels.h"

namespace accord::accounting {

using material::Kind;
using material::MassSum;

namespace {

constexpr Code RM = code("RM"), RP = code("RP");

MassSum::Int power_of_ten(int exponent) {
  MassSum::Int out = 1;
  while (exponent-- > 0) out *= 10;
  return out;
}

/// −1, 0, 1: the level of a batch beside a bound in per cent, exactly.
int beside(MassSum fissile, MassSum element, const Decimal& bound) {
  const MassSum::Int level = fissile.micrograms * 100 * power_of_ten(bound.scale);
  const MassSum::Int limit = element.micrograms * bound.mantissa;
  return level < limit ? -1 : level > limit ? 1 : 0;
}

/// The holding of one element: of a batch when levels count, else of the whole area.
struct Holding {
  MassSum element, fissile;
  bool lacks_fissile = false;  ///< an entry moved the element and did not give it
  bool unread = false;         ///< an entry about it cannot be read: it counts with nothing

  Stock stock(const StockQuery& query) const {
    Stock out;
    if (unread) return out;
    if (element < MassSum()) {
      out.below_zero = 1;
      return out;
    }
    if (element == MassSum()) return out;
    const bool odd = lacks_fissile || fissile < MassSum() || fissile > element;
    if (query.by_level() && odd) {
      out.unknown = 1;
      return out;
    }
    const bool within = (!query.above || beside(fissile, element, *query.above) > 0) &&
                        (!query.up_to || beside(fissile, element, *query.up_to) <= 0);
    if (within) out.amount = element;
    return out;
  }
};

struct Key {
  std::string_view batch;
  Kind kind{};
  friend bool operator==(const Key&, const Key&) = default;
};
struct KeyHash {
  std::size_t operator()(const Key& key) const {
    return std::hash<std::string_view>()(key.batch) * 31 + static_cast<std::size_t>(key.kind);
  }
};

/// The accounts of one area from day to day.
class Holdings {
 public:
  Holdings(const Signs& signs, const StockQuery& query) : signs_(signs), query_(query) {}

  void clear() {
    holdings_.clear();
    touched_.clear();
    stock_ = {};
    entries_ = 0;
  }

  /// An entry of an inventory list, or a change with its sign.
  void add(const EffectiveEntry& e, bool list) {
    ++entries_;
    const auto* weights = e.source->weights.data() + e.entry->weights;
    const bool two_sided = std::any_of(weights, weights + e.entry->weight_count,
                                       [](const Weight& w) { return w.previous; });
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const Weight& w = e.source->weights[e.entry->weights + i];
      const bool asked = is_asked(query_, w.kind);
      if (!asked && !hides(query_, w.kind)) continue;
      if (query_.by_level())
        add_to_batch(e, w, list, two_sided);
      else
        move({{}, w.kind}, list ? 1 : signs_.of(e.entry->code, w.kind), w.mass);
    }
  }

  void cannot_read(std::string_view batch, Kind kind) { touched({batch, kind}).unread = true; }

  Stock at_end_of_day() {
    for (const Key& key : touched_) {
      Holding& holding = holdings_[key];
      if (holding.element == MassSum() && !holding.unread) holding = {};
      stock_ += of(key, holding);
    }
    touched_.clear();
    Stock out = stock_;
    out.entries = entries_;
    return out;
  }

 private:
  const Signs& signs_;
  const StockQuery& query_;
  std::unordered_map<Key, Holding, KeyHash> holdings_;
  std::unordered_set<Key, KeyHash> touched_;  ///< their stock is not in `stock_` for now
  Stock stock_;
  std::uint32_t entries_ = 0;

  Stock of(const Key& key, const Holding& holding) const {
    if (is_asked(query_, key.kind)) return holding.stock(query_);
    Stock out;
    out.unknown = holding.element == MassSum() ? 0 : 1;
    return out;
  }

  /// The holding of the key, which counts anew at the end of the day.
  Holding& touched(const Key& key) {
    Holding& holding = holdings_[key];
    if (touched_.insert(key).second) stock_ -= of(key, holding);
    return holding;
  }

  Holding* move(const Key& key, int sign, material::Mass mass) {
    if (sign == 0) return nullptr;
    Holding& holding = touched(key);
    sign > 0 ? holding.element += mass : holding.element -= mass;
    return &holding;
  }

  /// One entry may state both sides of a change; it then does not say which fissile weight belongs
  /// to which side, nor always which batch the other side is.
  void add_to_batch(const EffectiveEntry& e, const Weight& w, bool list, bool two_sided) {
    const Code c = e.entry->code;
    const bool renames = two_sided && !signs_.moves(c);
    const int sign = list || renames || c == RP ? 1 : c == RM ? -1 : signs_.of(c, w.kind);
    const Element* previous =
        w.previous ? e.source->find(*e.entry, label::previous_batch) : nullptr;
    const std::string_view batch = !w.previous           ? std::string_view(e.entry->batch)
                                   : previous == nullptr ? std::string_view()
                                                         : e.source->content(*previous);
    Holding* holding = move({batch, w.kind}, sign, w.mass);
    if (holding == nullptr) return;
    const auto fissile = two_sided ? std::nullopt : fissile_of(*e.source, *e.entry, w.kind);
    if (!fissile)
      holding->lacks_fissile = holding->lacks_fissile || w.mass != material::Mass();
    else
      sign > 0 ? holding->fissile += * fissile : holding->fissile -= *fissile;
  }
};

using Entries = std::vector<const EffectiveEntry*>;

}  // namespace

bool is_asked(const StockQuery& query, Kind kind) {
  return std::find(query.elements.begin(), query.elements.end(), kind) != query.elements.end();
}

bool hides(const StockQuery& query, Kind kind) {
  return kind == Kind::unified_uranium && !is_asked(query, kind) &&
         std::any_of(query.elements.begin(), query.elements.end(),
                     [](Kind k) { return category_of(k) != 0; });
}

bool concerns(const StockQuery& query, const Report& source, const Entry& entry) {
  for (std::uint32_t i = 0; i < entry.weight_count; ++i) {
    const Kind kind = source.weights[entry.weights + i].kind;
    if (is_asked(query, kind) || hides(query, kind)) return true;
  }
  return false;
}

std::vector<StockStep> steps_of_area(const Effective& area, const Signs& signs,
                                     const StockQuery& query, const std::vector<Gap>& gaps) {
  std::map<Day, std::vector<const Gap*>> unread;
  if (query.by_level())
    for (const Gap& gap : gaps)
      if (names_batch(gap) && touches(query, gap)) unread[gap.from].push_back(&gap);
  std::map<Day, Entries> lists, changes;
  for (const Report* r : area.reports)
    if (is_inventory_list(*r)) lists[r->header.end];
  for (const EffectiveEntry& e : area.entries) {
    if (!concerns(query, *e.source, *e.entry)) continue;
    const Header& h = e.report->header;
    if (h.kind == ReportKind::pil && h.end != day_min) lists[h.end].push_back(&e);
    if (h.kind == ReportKind::icr && e.entry->date != day_min && e.entry->code != 0)
      changes[e.entry->date].push_back(&e);
  }
  std::set<Day> days;
  for (const auto& [day, list] : lists) days.insert(day);
  for (const auto& [day, list] : changes) days.insert(day);
  for (const auto& [day, list] : unread) days.insert(day);
  Holdings holdings(signs, query);
  std::vector<StockStep> out;
  for (const Day day : days) {
    StockStep step{day, {}, {}};
    const auto take = [&](const Entries& entries, bool list) {
      for (const EffectiveEntry* e : entries) {
        holdings.add(*e, list);
        step.moved.push_back(*e);
      }
    };
    const auto leave_out = [&](Gap::Of of) {
      const auto found = unread.find(day);
      if (found == unread.end()) return;
      for (const Gap* gap : found->second)
        for (const Kind kind : query.elements)
          if (gap->of == of && touches_element(*gap, kind))
            holdings.cannot_read(gap->entry->batch, kind);
    };
    if (const auto found = changes.find(day); found != changes.end()) take(found->second, false);
    leave_out(Gap::Of::change);
    if (const auto found = lists.find(day); found != lists.end()) {
      holdings.clear();
      take(found->second, true);
    }
    leave_out(Gap::Of::list);
    step.stock = holdings.at_end_of_day();
    // An inventory of an area that has nothing of it is no news.
    const bool had_none = out.empty() || out.back().stock.says_same({});
    if (step.moved.empty() && had_none) continue;
    out.push_back(std::move(step));
  }
  return out;
}

namespace {

Stock stock_of(const StockQuery& query, const EffectiveEntry& shipment) {
  Stock out;
  for (std::uint32_t i = 0; i < shipment.entry->weight_count; ++i) {
    const Weight& w = shipment.source->weights[shipment.entry->weights + i];
    if (hides(query, w.kind)) ++out.unknown;
    if (!is_asked(query, w.kind)) continue;
    Holding holding{w.mass, {}, false, false};
    const auto fissile = fissile_of(*shipment.source, *shipment.entry, w.kind);
    if (fissile)
      holding.fissile = *fissile;
    else
      holding.lacks_fissile = true;
    out += holding.stock(query);
  }
  out.entries = 1;
  return out;
}

}  // namespace

std::vector<StockStep> steps_under_way(const Effective& movements,
                                       const std::vector<std::string_view>& areas,
                                       const StockQuery& query) {
  const auto is_area = [&](std::string_view mba) {
    return std::find(areas.begin(), areas.end(), mba) != areas.end();
  };
  std::map<Day, std::pair<Stock, Stock>> moves;  // what sets out, what arrives
  const auto under_way = [&](const EffectiveEntry& shipment, const EffectiveEntry* receipt) {
    const std::string_view from_area = shipment.report->header.mba;
    const std::string_view to_area = receipt == nullptr
                                         ? std::string_view(shipment.entry->receiver.code)
                                         : receipt->report->header.mba;
    if (!concerns(query, *shipment.source, *shipment.entry) || shipment.entry->code != code("SD") ||
        !is_area(from_area) || !is_area(to_area))
      return;
    Stock stock = stock_of(query, shipment);
    const Day from = shipment.entry->date;
    if (receipt == nullptr) {
      moves[from].first += stock;
      return;
    }
    const Day to = receipt->entry->date;
    if (to < from) {
      stock = {};
      stock.below_zero = 1;
    }
    moves[std::min(from, to)].first += stock;
    moves[std::max(from, to)].second += stock;
  };
  const Transit transit = match_transit(movements);
  for (const Transfer& pair : transit.pairs) under_way(*pair.shipment, pair.receipt);
  for (const EffectiveEntry* shipment : transit.open) under_way(*shipment, nullptr);
  std::vector<StockStep> out;
  Stock now;
  for (const auto& [day, move] : moves) {
    now += move.first;
    now -= move.second;
    out.push_back({day, now, {}});
  }
  return out;
}

}  // namespace accord::accounting
