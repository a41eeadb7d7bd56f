#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "balance/muf/muf_pass.h"
#include "balance/muf/validity.h"
#include "balance/study/study_builder.h"

namespace accord::balance {

/// A sink of StudyBuilder that keeps no column: MUF and validity are summed as the samples come,
/// the same numbers as those of the columns, bit for bit.
class SeriesPass {
 public:
  explicit SeriesPass(std::size_t periods) : muf_(periods, false), validity_(periods) {}

  void stratum(std::uint32_t number) { stratum_ = number; }
  void method(const std::vector<ErrorTerm>& terms) {
    method_ = methods_++;
    validity_.add_method(terms);
  }

  void begin(double value, std::size_t) {
    value_ = value;
    period_.clear();
    sign_.clear();
    weight_.clear();
  }
  void use(std::size_t period, std::int8_t sign, double weight) {
    period_.push_back(static_cast<std::uint32_t>(period));
    sign_.push_back(sign);
    weight_.push_back(weight);
  }
  void end() {
    const Measured m{value_, method_, stratum_, false, period_, sign_, weight_};
    muf_.add(m);
    validity_.add(m);
  }

  /// What begin, use and end do, with the sums at hand.
  template <class WeightOf>
  void run(std::span<const double> values, std::size_t first, std::size_t last, WeightOf weight_of,
           const SampleRun& of) {
    const MufPass::OnePeriod sums = muf_.in_one_period(method_, stratum_, of.period);
    const ValidityPass::OnePeriod valid = validity_.in_one_period(method_, of.period);
    // Copies: what the loop writes is none of what it reads.
    numerics::CompensatedSum muf = sums.muf, magnitude = sums.magnitude, kg = of.kg;
    numerics::CompensatedSum squares_of_variances = valid.squares;
    Loads::Sums loads = sums.loads;
    valid.method.used = true;
    const ValidityPass::Method method = valid.method;
    const bool has_own = method.has_own();
    std::size_t may_be_negative = 0;
    double largest = valid.largest;
    for (std::size_t i = first; i < last; ++i) {
      const double x = values[i], weight = weight_of(i);
      const double c = of.sign * weight, signed_kg = c * x;
      muf.add(signed_kg);
      magnitude.add(std::abs(signed_kg));
      kg.add(weight * x);
      loads.values.add(signed_kg);
      loads.count += c;
      loads.squares.add(c * c * x * x);
      loads.pairs += c * c;
      if (method.may_be_negative(x)) ++may_be_negative;
      if (!has_own) continue;
      const double square = x * x;
      const double fourth = method.own_relative * square * square + method.own_absolute;
      if (fourth == 0) continue;
      squares_of_variances.add(c * c * c * c * fourth);
      const double variance =
          c * c * std::max(method.largest_relative * square, method.largest_absolute);
      if (variance > largest) largest = variance;
    }
    sums.muf = muf;
    sums.magnitude = magnitude;
    sums.used += last - first;
    sums.loads = loads;
    of.kg = kg;
    valid.squares = squares_of_variances;
    valid.may_be_negative += may_be_negative;
    if (!(largest > valid.largest)) return;
    valid.largest = largest;
    valid.period.is_shared = false;
    valid.period.source_or_method = method_;
  }

  [[nodiscard]] MufPass& muf() { return muf_; }
  [[nodiscard]] ValidityPass& validity() { return validity_; }

 private:
  MufPass muf_;
  ValidityPass validity_;
  std::uint32_t stratum_ = 0, method_ = 0, methods_ = 0;
  double value_ = 0;
  std::vector<std::uint32_t> period_;
  std::vector<std::int8_t> sign_;
  std::vector<double> weight_;
};

}  // namespace accord::balance
