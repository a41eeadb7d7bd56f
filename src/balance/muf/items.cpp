#include "balance/muf/items.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "balance/muf/items_check.h"
#include "balance/muf/slots.h"
#include "balance/muf/sources.h"
#include "measurement/product.h"
#include "numerics/sum.h"

namespace accord::balance {

using measurement::Fault;
using measurement::Items;
using measurement::Method;
using measurement::Names;
using measurement::Role;

namespace {

/// One row in one period, before rows of a measurement are put together.
struct Mark {
  std::uint32_t measurement, period;
  std::int8_t sign;
};

class Builder {
 public:
  Builder(const Items& items, std::span<const std::uint32_t> found, std::vector<Fault>& faults,
          Prepared& out)
      : items_(items), found_(found), faults_(faults), out_(out) {}

  void build() {
    std::int32_t last = 0;
    for (const std::int32_t period : items_.period) last = std::max(last, period);
    out_.periods = static_cast<std::size_t>(last);
    out_.strata = items_.strata.size();
    sums_.resize(out_.periods + 2);
    for (std::size_t row = 0; row < items_.size(); ++row) add(row);
    join_uses();
    for (std::size_t t = 1; t <= out_.periods; ++t)
      out_.sums.push_back({sums_[t].kg[0].value(), sums_[t].kg[1].value(), sums_[t].kg[2].value(),
                           sums_[t].kg[3].value(), sums_[t].rows});
  }

 private:
  struct Sums {
    std::array<numerics::CompensatedSum, 4> kg;  // by role
    std::size_t rows = 0;
  };
  const Items& items_;
  std::span<const std::uint32_t> found_;
  std::vector<Fault>& faults_;
  Prepared& out_;
  Slots measurements_;  // (item, method), measured in
  std::vector<Mark> marks_;
  std::vector<Sums> sums_;

  void add(std::size_t row) {
    const std::uint32_t m = measurement_of(row);
    const bool tare = items_.is_tare(row);
    const auto count = [&](std::int32_t period, Role role) {
      auto& sums = sums_[static_cast<std::size_t>(period)];
      sums.kg[static_cast<std::size_t>(role)].add(tare ? -items_.value_kg[row]
                                                       : items_.value_kg[row]);
      ++sums.rows;
      if (period < 1 || static_cast<std::size_t>(period) > out_.periods) return;
      const bool adds = (role == Role::opening || role == Role::increase) != tare;
      marks_.push_back(
          {m, static_cast<std::uint32_t>(period - 1), static_cast<std::int8_t>(adds ? 1 : -1)});
    };
    if (items_.role[row] == Role::increase || items_.role[row] == Role::decrease)
      return count(items_.period[row], items_.role[row]);
    const std::int32_t end = inventory_of(items_, row);
    count(end, Role::closing);
    count(end + 1, Role::opening);
  }

  std::uint32_t measurement_of(std::size_t row) {
    const std::uint32_t m = measurements_(packed(items_.item[row], items_.method[row]),
                                          static_cast<std::uint32_t>(measured_in(items_, row)));
    if (m == out_.first_row.size()) {
      out_.first_row.push_back(row);
      out_.value_kg.push_back(items_.value_kg[row]);
      out_.method.push_back(found_[items_.method[row]]);
      out_.stratum.push_back(items_.stratum[row]);
      if (!items_.tare.empty()) out_.tare.push_back(items_.tare[row]);
      return m;
    }
    check_same(row, out_.first_row[m]);
    return m;
  }

  void check_same(std::size_t row, std::size_t first) {
    const auto report = [&](const std::string& column, const std::string& one,
                            const std::string& other) {
      faults_.push_back(
          {Severity::error, "B006",
           fmt::format("one measurement of “{}” has {} here and {} in {{other}}",
                       items_.items[items_.item[row]], one, other),
           "write what was measured in each row of it; a second measurement has another "
           "measured_in_period, or a method name of its own",
           row, column, first});
    };
    if (items_.value_kg[row] != items_.value_kg[first] && std::isfinite(items_.value_kg[row]))
      report(std::string(items_.value_column(row)), fmt::format("{} kg", items_.value_kg[row]),
             fmt::format("{} kg", items_.value_kg[first]));
    for (const measurement::Group& group : items_.groups)
      if (group.id[row] != group.id[first])
        report(group.column, fmt::format("“{}”", group.names[group.id[row]]),
               fmt::format("“{}”", group.names[group.id[first]]));
  }

  /// Marks by measurement, in the order of the rows; marks of one period become one coefficient.
  void join_uses() {
    const std::size_t count = out_.value_kg.size();
    std::vector<std::size_t> begin(count + 1);
    for (const Mark& mark : marks_) ++begin[mark.measurement + 1];
    for (std::size_t i = 1; i <= count; ++i) begin[i] += begin[i - 1];
    std::vector<Mark> ordered(marks_.size());
    std::vector<std::size_t> next(begin.begin(), begin.end());
    for (const Mark& mark : marks_) ordered[next[mark.measurement]++] = mark;
    out_.use_begin.push_back(0);
    for (std::size_t m = 0; m < count; ++m) {
      const auto from = ordered.begin() + static_cast<std::ptrdiff_t>(begin[m]);
      const auto to = ordered.begin() + static_cast<std::ptrdiff_t>(begin[m + 1]);
      std::sort(from, to, [](const Mark& a, const Mark& b) { return a.period < b.period; });
      for (auto at = from; at != to;) {
        int sign = 0;
        const std::uint32_t period = at->period;
        for (; at != to && at->period == period; ++at) sign += at->sign;
        if (sign == 0) continue;
        out_.use_period.push_back(period);
        out_.use_sign.push_back(static_cast<std::int8_t>(sign));
      }
      out_.use_begin.push_back(static_cast<std::uint32_t>(out_.use_period.size()));
    }
  }
};

/// A method with too many products is reported, and stays without.
std::vector<Method> with_products(std::span<const Method> methods, std::vector<Fault>& faults) {
  std::vector<Method> out;
  for (const Method& method : methods) {
    const double count = measurement::product_count(method);
    if (count <= measurement::products_max) {
      out.push_back(measurement::with_products(method));
      continue;
    }
    out.push_back(method);
    faults.push_back({Severity::error, "B029",
                      fmt::format("the factors of “{}” have {:.6g} products of errors; at most {} "
                                  "are taken",
                                  method.name, count, measurement::products_max),
                      "join factors whose errors are small, or state the error of the whole",
                      method.components.front().row, "factor"});
  }
  return out;
}

}  // namespace

Measurements Prepared::view() const {
  Measurements out;
  out.periods = periods;
  out.strata = strata;
  out.sources = static_cast<std::uint32_t>(sources.size());
  out.value_kg = value_kg;
  out.method = method;
  out.stratum = stratum;
  out.use_begin = use_begin;
  out.use_period = use_period;
  out.use_sign = use_sign;
  out.methods = methods;
  out.source_columns = column_spans;
  out.use_weight = use_weight;
  out.tare = tare;
  return out;
}

PreparedItems prepare(const Items& items, std::span<const Method> methods) {
  PreparedItems out;
  out.faults = measurement::check_lengths(items);
  if (!out.faults.empty()) return out;
  const std::vector<std::uint32_t> found = methods_of_items(items, methods);
  check_rows(items, methods, found, out.faults);
  const bool periods_right = std::none_of(out.faults.begin(), out.faults.end(),
                                          [](const Fault& f) { return f.code == "B010"; });
  if (!periods_right) return out;
  check_presence(items, out.faults);
  Prepared prepared;
  Builder(items, found, out.faults, prepared).build();
  const std::vector<Method> exact = with_products(methods, out.method_faults);
  resolve_sources(items, exact, prepared, out);
  if (!has_errors(out.faults) && !has_errors(out.method_faults)) out.prepared = std::move(prepared);
  return out;
}

}  // namespace accord::balance
