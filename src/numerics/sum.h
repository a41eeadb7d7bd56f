#pragma once

#include <cmath>
#include <span>

namespace accord::numerics {

/// A sum that carries its rounding error along (Neumaier 1974): as if added in twice the precision.
/// Order of terms fixed, so is every bit of the result.
class CompensatedSum {
 public:
  void add(double term) {
    const double next = sum_ + term;
    rest_ += std::abs(sum_) >= std::abs(term) ? (sum_ - next) + term : (term - next) + sum_;
    sum_ = next;
  }
  [[nodiscard]] double value() const { return sum_ + rest_; }

 private:
  double sum_ = 0;
  double rest_ = 0;
};

[[nodiscard]] inline double compensated_sum(std::span<const double> terms) {
  CompensatedSum sum;
  for (const double term : terms) sum.add(term);
  return sum.value();
}

}  // namespace accord::numerics
