#include "balance/muf/items_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "balance/muf/slots.h"
#include "base/text.h"

namespace accord::balance {

using measurement::Component;
using measurement::Fault;
using measurement::Items;
using measurement::Kind;
using measurement::Method;
using measurement::Names;
using measurement::Role;

std::vector<std::uint32_t> methods_of_items(const Items& items, std::span<const Method> methods) {
  std::vector<std::uint32_t> out(items.methods.size(), Names::none);
  for (std::size_t i = 0; i < methods.size(); ++i)
    if (const std::uint32_t id = items.methods.find(methods[i].name); id != Names::none)
      out[id] = static_cast<std::uint32_t>(i);
  return out;
}

namespace {

struct HasErrors {
  bool relative = false, absolute = false;
};

HasErrors errors_of(const Method& method) {
  HasErrors out;
  for (const Component& c : method.components) {
    if (c.sigma == 0) continue;
    (c.kind == Kind::relative ? out.relative : out.absolute) = true;
  }
  return out;
}

/// Reports what is wrong with one row.
class RowCheck {
 public:
  RowCheck(const Items& items, std::span<const Method> methods,
           std::span<const std::uint32_t> found, std::vector<Fault>& faults)
      : items_(items), methods_(methods), found_(found), faults_(faults) {
    for (const Method& method : methods) errors_.push_back(errors_of(method));
    said_.resize(items.methods.size());
  }

  void check(std::size_t row) {
    check_period(row);
    const double x = items_.value_kg[row];
    if (!(std::abs(x) <= measurement::kg_max)) {
      add(row, Severity::error, "B013", fmt::format("{} is not a mass", x), "write a mass in kg",
          items_.value_column(row));
      return;
    }
    if (x < 0 && (items_.correction.empty() || items_.correction[row] == 0))
      add(row, Severity::error, "B007", fmt::format("a mass of {} kg is negative", x),
          "correct the mass, or mark the row as a correction: yes in the column “correction”",
          items_.value_column(row));
    check_method(row, x);
  }

 private:
  const Items& items_;
  std::span<const Method> methods_;
  std::span<const std::uint32_t> found_;
  std::vector<Fault>& faults_;
  std::vector<HasErrors> errors_;
  std::vector<bool> said_;  // a method that is not there is reported once

  void add(std::size_t row, Severity severity, const char* code, std::string message,
           std::string help, std::string_view column) {
    faults_.push_back(
        {severity, code, std::move(message), std::move(help), row, std::string(column)});
  }

  void check_period(std::size_t row) {
    const std::int32_t period = items_.period[row];
    const bool closing = items_.role[row] == Role::closing;
    const std::int32_t least = closing ? 0 : 1;
    if (period < least || period > measurement::period_max)
      add(row, Severity::error, "B010",
          fmt::format("there is no period {} for a row of {}: {} to {}", period,
                      measurement::role_words[static_cast<std::size_t>(items_.role[row])], least,
                      measurement::period_max),
          "periods count from 1; PE of period 0 is what is there at the start", "period");
    else if (const std::int32_t measured = measured_in(items_, row); measured > period)
      add(row, Severity::warning, "B014",
          fmt::format("measured in period {}, but the row is of period {}", measured, period),
          "a row names the period in which its value was measured", "measured_in_period");
  }

  void check_method(std::size_t row, double x) {
    const std::uint32_t id = items_.method[row];
    const std::uint32_t method = found_[id];
    if (method == Names::none) {
      if (!said_[id]) add_unknown(row, items_.methods[id]);
      said_[id] = true;
      return;
    }
    if (x > 0 || !errors_[method].relative) return;
    if (!errors_[method].absolute)
      add(row, Severity::error, "B008",
          fmt::format(
              "the error of {} kg measured by “{}” is relative only: at zero it would be none", x,
              items_.methods[id]),
          "give the method an absolute component as well, in kg", items_.value_column(row));
    else
      add(row, Severity::warning, "B009",
          fmt::format("{} kg has a relative error: it is taken of the amount without its sign", x),
          "the absolute component of the method is what counts here", items_.value_column(row));
  }

  void add_unknown(std::size_t row, const std::string& name) {
    std::vector<std::string_view> names;
    for (const Method& method : methods_) names.emplace_back(method.name);
    const auto near = nearest(name, names);
    add(row, Severity::error, "B004",
        fmt::format("no component is given for the method “{}”", name),
        near ? fmt::format("did you mean “{}”?", *near)
             : "give its components; a method without error has one row with the component “none”",
        "method");
  }
};

/// Where an item stands, row by row.
class Presence {
 public:
  Presence(const Items& items, std::vector<Fault>& faults) : items_(items), faults_(faults) {}

  void add(std::size_t row) {
    const bool inventory = items_.role[row] == Role::opening || items_.role[row] == Role::closing;
    const std::int32_t period = inventory ? inventory_of(items_, row) : items_.period[row];
    // The three lists of a period: receipts, removals, closing inventory.
    const auto list =
        static_cast<std::uint32_t>(period * 3 + (inventory                            ? 2
                                                 : items_.role[row] == Role::increase ? 0
                                                                                      : 1));
    const std::uint32_t slot = lists_(packed(items_.item[row], list), 0);
    if (slot == first_.size())
      first_.push_back(row);
    else
      report_twice(row, first_[slot], inventory);
    if (slot + 1 != first_.size() || first_.back() != row) return;
    if (!inventory) return mark(row, period, items_.role[row]);
    if (period >= 1) mark(row, period, Role::closing);
    mark(row, period + 1, Role::opening);
  }

  void finish() {
    for (std::size_t slot = 0; slot < marks_.size(); ++slot) {
      const Marks& m = marks_[slot];
      const bool in_twice = m.has(Role::opening) && m.has(Role::increase) && !m.has(Role::decrease);
      const bool out_twice =
          m.has(Role::decrease) && m.has(Role::closing) && !m.has(Role::increase);
      if (!in_twice && !out_twice) continue;
      const auto item = static_cast<std::uint32_t>(places_.a(slot) >> 32U);
      const auto period = static_cast<std::uint32_t>(places_.a(slot));
      faults_.push_back(
          {Severity::error, "B016",
           fmt::format("period {} counts the item “{}” twice: it is {}", period, items_.items[item],
                       in_twice ? "in the opening inventory and received, but not removed"
                                : "removed and in the closing inventory, but not received"),
           "take the row out that is wrong, or add the movement that is missing", m.row, "item"});
    }
  }

 private:
  const Items& items_;
  std::vector<Fault>& faults_;
  /// In which lists of a period an item stands.
  struct Marks {
    std::uint8_t roles = 0;
    std::size_t row = 0;  // the last that belongs to the period itself
    [[nodiscard]] bool has(Role role) const {
      return (roles >> static_cast<unsigned>(role) & 1U) != 0;
    }
  };
  Slots lists_;                     // (item, list)
  Slots places_;                    // (item, period)
  std::vector<std::size_t> first_;  // row of each item and list
  std::vector<Marks> marks_;

  void mark(std::size_t row, std::int32_t period, Role role) {
    const std::uint32_t slot =
        places_(packed(items_.item[row], static_cast<std::uint32_t>(period)), 0);
    if (slot == marks_.size()) marks_.push_back({0, row});
    marks_[slot].roles =
        static_cast<std::uint8_t>(marks_[slot].roles | 1U << static_cast<unsigned>(role));
    if (items_.period[row] == period) marks_[slot].row = row;
  }

  void report_twice(std::size_t row, std::size_t first, bool inventory) {
    const std::string& item = items_.items[items_.item[row]];
    const char* list = inventory                            ? "inventory"
                       : items_.role[row] == Role::increase ? "list of receipts"
                                                            : "list of removals";
    faults_.push_back(
        {Severity::error, "B005",
         fmt::format("the item “{}” is in this {} twice: first in {{other}}", item, list),
         "take one of the rows out, or give one of the items its right name", row, "item", first});
  }
};

}  // namespace

void check_rows(const Items& items, std::span<const Method> methods,
                std::span<const std::uint32_t> found, std::vector<Fault>& faults) {
  RowCheck rows(items, methods, found, faults);
  for (std::size_t row = 0; row < items.size(); ++row) rows.check(row);
}

void check_presence(const Items& items, std::vector<Fault>& faults) {
  Presence presence(items, faults);
  std::int32_t last = 0;
  std::vector<bool> closed;
  std::vector<std::size_t> row_of;
  for (std::size_t row = 0; row < items.size(); ++row) {
    presence.add(row);
    last = std::max(last, items.period[row]);
    closed.resize(std::max(closed.size(), static_cast<std::size_t>(last) + 1));
    row_of.resize(closed.size(), row);
    const auto period = static_cast<std::size_t>(items.period[row]);
    row_of[period] = row;
    if (items.role[row] == Role::closing) closed[period] = true;
    if (items.role[row] == Role::opening) closed[period - 1] = true;
  }
  presence.finish();
  for (std::size_t period = 1; period < closed.size(); ++period)
    if (!closed[period])
      faults.push_back(
          {Severity::warning, "B011",
           fmt::format("period {} has no closing inventory: it counts as empty", period),
           "if no inventory was taken, give its rows and those of the next period one "
           "number",
           row_of[period], "period"});
}

}  // namespace accord::balance
