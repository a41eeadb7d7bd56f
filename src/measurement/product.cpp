#include "measurement/product.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include "base/contract.h"
#include "base/text.h"

namespace accord::measurement {

ProductSigma product_sigma(std::span<const double> relative_sigmas) {
  ProductSigma out;
  double sum = 0;
  double logs = 0;
  for (const double delta : relative_sigmas) {
    ACCORD_EXPECT(std::isfinite(delta) && delta >= 0);
    sum += delta * delta;
    logs += std::log1p(delta * delta);
    if (delta > linear_relative_max) out.accepted = Propagation::exact;
    if (delta > normal_relative_max) out.normal_is_poor = true;
  }
  out.linear = std::sqrt(sum);
  out.exact = std::sqrt(std::expm1(logs));
  return out;
}

namespace {

/// The key of a product of shared errors: that of the same factors, whatever their order.
std::string joined(std::string_view a, std::string_view b) {
  constexpr std::string_view times = " × ";
  std::vector<std::string_view> keys = split(a, times);
  for (const std::string_view key : split(b, times)) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  return fmt::format("{}", fmt::join(keys, times));
}

/// The product of two errors, each 0 on average and independent of the other.
Component product(const Component& a, const Component& b) {
  Component out;
  out.name = a.name.empty() || b.name.empty() ? "product" : a.name + " × " + b.name;
  out.factor = a.factor + " × " + b.factor;
  out.systematic = a.systematic && b.systematic;
  out.sigma = a.sigma * b.sigma;
  if (!a.key.empty() && !b.key.empty()) out.key = joined(a.key, b.key);
  return out;
}

/// δ of a factor with several errors.
double relative_sigma(const Method& method, const std::vector<std::uint32_t>& errors) {
  double square = 0;
  for (const std::uint32_t i : errors)
    square += method.components[i].sigma * method.components[i].sigma;
  return std::sqrt(square);
}

/// The relative errors of each factor; nothing when no products of them are needed.
std::map<std::string_view, std::vector<std::uint32_t>> factors_of(const Method& method) {
  std::map<std::string_view, std::vector<std::uint32_t>> factors;
  for (std::uint32_t i = 0; i < method.components.size(); ++i) {
    const Component& c = method.components[i];
    if (c.kind != Kind::relative || c.factor.empty()) continue;
    factors[c.factor].push_back(i);
  }
  const bool needed = std::any_of(factors.begin(), factors.end(), [&](const auto& factor) {
    return relative_sigma(method, factor.second) > linear_relative_max;
  });
  if (!needed || factors.size() < 2) factors.clear();
  return factors;
}

}  // namespace

double product_count(const Method& method) {
  double choices = 1;  // of one error, or none, of each factor
  double singles = 0;
  for (const auto& [factor, errors] : factors_of(method)) {
    choices *= 1 + static_cast<double>(errors.size());
    singles += static_cast<double>(errors.size());
  }
  return choices - 1 - singles;
}

Method with_products(const Method& method) {
  const auto factors = factors_of(method);
  if (factors.empty()) return method;
  ACCORD_EXPECT(product_count(method) <= products_max);
  // Products of every choice of factors, one error of each: the first factors first.
  Method out = method;
  std::vector<std::uint32_t> singles;
  for (const auto& [factor, errors] : factors) {
    const auto before = static_cast<std::uint32_t>(out.components.size());
    const auto add = [&](std::uint32_t a, std::uint32_t b) {
      out.components.push_back(product(out.components[a], out.components[b]));
      out.products.push_back({a, b});
    };
    for (const std::uint32_t error : errors) {
      for (const std::uint32_t single : singles) add(single, error);
      for (auto i = static_cast<std::uint32_t>(method.components.size()); i < before; ++i)
        add(i, error);
    }
    singles.insert(singles.end(), errors.begin(), errors.end());
  }
  return out;
}

}  // namespace accord::measurement
