#pragma once

#include <cstdint>

#include "talks/model/number.h"

/// Chance that comes out the same on every machine: by counting (numerics/random.h), and decided
/// exactly. No logarithm or exponential of the machine has a say.
namespace accord::talks {

/// One place of a seeded stream, from which as many words are drawn as a decision needs.
class Chance {
 public:
  /// Places of one seed do not overlap.
  Chance(std::uint64_t seed, std::uint64_t place, std::uint32_t purpose)
      : seed_(seed), place_(place), purpose_(purpose) {}

  /// Uniform on 0 … n − 1; n is at least 1. Words that would favour small numbers are drawn again.
  [[nodiscard]] std::uint32_t below(std::uint32_t n);

  /// True with probability p exactly, 0 ≤ p ≤ 1: the binary digits of p are compared with those
  /// drawn until two differ.
  [[nodiscard]] bool happens(const Number& p);

  /// True with probability e^(−x) exactly, x ≥ 0. Of x ≤ 1: let K be the first k for which an event
  /// of probability x/k does not happen; it is odd with probability Σ (−x)^k/k! = e^(−x) (Forsythe
  /// 1972; Canonne, Kamath and Steinke 2020, algorithm 1). Larger x: once for each whole, and once
  /// for the rest.
  [[nodiscard]] bool happens_exp_of_minus(const Number& x);

 private:
  std::uint64_t seed_, place_;
  std::uint32_t purpose_, drawn_ = 0;

  [[nodiscard]] std::uint32_t word();
};

}  // namespace accord::talks
