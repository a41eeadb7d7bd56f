#include "balance/tests/arguments.h"

#include <fmt/format.h>

#include <cmath>

namespace accord::balance {

std::optional<Error> not_finite_fault(const char* name, std::span<const double> values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isfinite(values[i]))
      return Error{"B101",
                   fmt::format("{} is {}, not a finite number", name, values[i]),
                   fmt::format("period {}", i + 1),
                   {}};
  return std::nullopt;
}

std::optional<Error> alpha_fault(double alpha) {
  if (alpha >= alpha_min && alpha < 1) return std::nullopt;
  if (alpha > 0 && alpha < alpha_min)
    return Error{
        "B102", fmt::format("alpha is {}, expected at least {}", alpha, alpha_min), "alpha", {}};
  return Error{
      "B102", fmt::format("alpha is {}, expected above 0 and below 1", alpha), "alpha", {}};
}

std::optional<Error> page_fault(const PageTest& test) {
  const auto fault = [](const char* name, double value, const char* expected) {
    return Error{"B102", fmt::format("{} is {}, expected {}", name, value, expected), name, {}};
  };
  if (!(test.k >= 0 && std::isfinite(test.k))) return fault("k", test.k, "a number from 0");
  if (!(test.h > 0 && test.h <= page_h_max)) return fault("h", test.h, "above 0 and at most 100");
  if (!(test.headstart >= 0 && test.headstart <= test.h))
    return fault("headstart", test.headstart, "from 0 to h");
  return std::nullopt;
}

}  // namespace accord::balance
