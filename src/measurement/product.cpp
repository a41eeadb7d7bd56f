#include "measurement/product.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/contract.h"

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

/// The product of two errors, each 0 on average and independent of the other.
Component product(const Component& a, const Component& b) {
  Component out;
  out.name = a.name.empty() || b.name.empty() ? "product" : a.name + " × " + b.name;
  out.factor = a.factor + " × " + b.factor;
  out.systematic = a.systematic && b.systematic;
  out.sigma = a.sigma * b.sigma;
  if (!a.key.empty() && !b.key.empty()) out.key = a.key + " × " + b.key;
  return out;
}

}  // namespace

Method with_products(const Method& method) {
  std::map<std::string_view, std::vector<const Component*>> factors;
  bool needed = false;
  for (const Component& c : method.components) {
    if (c.kind != Kind::relative || c.factor.empty()) continue;
    factors[c.factor].push_back(&c);
    needed |= c.sigma > linear_relative_max;
  }
  if (!needed || factors.size() < 2) return method;
  // Products of every choice of factors, one error of each: the first factors first.
  std::vector<Component> singles;
  std::vector<Component> products;
  for (const auto& [factor, errors] : factors) {
    const std::size_t before = products.size();
    for (const Component* error : errors) {
      for (const Component& single : singles) products.push_back(product(single, *error));
      for (std::size_t i = 0; i < before; ++i) products.push_back(product(products[i], *error));
    }
    for (const Component* error : errors) singles.push_back(*error);
  }
  Method out = method;
  out.components.insert(out.components.end(), products.begin(), products.end());
  return out;
}

}  // namespace accord::measurement
