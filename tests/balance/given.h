#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "balance/muf/balance.h"
#include "measurement/component.h"
#include "measurement/items.h"

/// Items and methods written as in the worked examples.
namespace accord::balance::given {

using measurement::Component;
using measurement::Items;
using measurement::Kind;
using measurement::Method;
using measurement::Role;

inline Component random(double sigma, std::string key = {}) {
  return {"", "", Kind::relative, false, sigma, std::move(key)};
}
inline Component systematic(double sigma, std::string key) {
  return {"", "", Kind::relative, true, sigma, std::move(key)};
}
inline Component absolute(double sigma_kg, std::string key = {}) {
  const bool shared = !key.empty();
  return {"", "", Kind::absolute, shared, sigma_kg, std::move(key)};
}

struct Given {
  Items items;
  std::vector<Method> methods;

  Given() { items.groups.clear(); }

  /// One row; `measured` is the period it was measured in, −1: its own.
  Given& row(int period, Role role, std::string_view item, std::string_view method, double kg,
             int measured = -1, std::string_view stratum = "") {
    static constexpr std::string_view strata[] = {"pb", "x", "y", "pe"};
    items.period.push_back(period);
    items.role.push_back(role);
    items.stratum.push_back(
        items.strata.id(stratum.empty() ? strata[static_cast<int>(role)] : stratum));
    items.item.push_back(items.items.id(item));
    items.method.push_back(items.methods.id(method));
    items.value_kg.push_back(kg);
    items.measured_in.push_back(measured >= 0           ? measured
                                : role == Role::opening ? period - 1
                                                        : period);
    return *this;
  }
  /// `count` items of the same mass.
  Given& rows(int count, int period, Role role, const std::string& name, std::string_view method,
              double kg) {
    for (int i = 0; i < count; ++i) row(period, role, name + std::to_string(i), method, kg);
    return *this;
  }
  Given& method(std::string name, std::vector<Component> components) {
    methods.push_back({std::move(name), std::move(components)});
    return *this;
  }

  [[nodiscard]] MadeBalance made(const Options& options = {}) const {
    return balance_of(items, methods, options);
  }
  /// Contract: there are no errors.
  [[nodiscard]] Balance balance(const Options& options = {}) const {
    return made(options).balance.value();
  }
};

inline double share(const Balance& balance, Division division, std::size_t period,
                    std::string_view name) {
  for (const Share& share : balance.shares(division, period))
    if (share.name == name) return share.variance_kg2;
  return 0;
}

/// EX-2.1: one period, kg of uranium.
inline Given example_2_1() {
  Given out;
  out.method("VOL", {random(0.004), systematic(0.002, "VOL")})
      .method("SCALE", {random(0.002), systematic(0.0015, "SCALE")})
      .method("NDA", {random(0.005), systematic(0.003, "NDA")})
      .rows(10, 1, Role::opening, "b", "NDA", 10)
      .rows(20, 1, Role::increase, "x", "VOL", 50)
      .rows(49, 1, Role::decrease, "y", "SCALE", 20)
      .rows(10, 1, Role::closing, "e", "NDA", 11.8);
  return out;
}

/// EX-2.2: two periods, an inventory in the middle that is measured once and used twice.
inline Given example_2_2() {
  Given out;
  out.method("inventory", {random(0.01), systematic(0.005, "nda")})
      .method("in", {random(0.003), systematic(0.002, "da")})
      .method("out", {random(0.002), systematic(0.002, "da")})
      .row(0, Role::closing, "I0", "inventory", 40)
      .row(1, Role::increase, "X0", "in", 300)
      .row(1, Role::decrease, "Y0", "out", 288)
      .row(1, Role::closing, "I1", "inventory", 50)
      .row(2, Role::increase, "X1", "in", 280)
      .row(2, Role::decrease, "Y1", "out", 286.5)
      .row(2, Role::closing, "I2", "inventory", 45);
  return out;
}

}  // namespace accord::balance::given
