#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "balance/muf/loads.h"
#include "balance/muf/muf.h"
#include "numerics/sum.h"

/// Whether linear normal theory may be used: what decides it, as numbers. Statistics chapter, 6.4.
namespace accord::balance {

/// What the variance of one period consists of.
struct PeriodValidity {
  double largest_share = 0;  ///< of the largest single realisation of an error; 0 without variance
  bool is_shared = false;    ///< it is a source, otherwise an error of one measurement
  std::uint32_t source_or_method = 0;  ///< whose it is
  double effective = 0;  ///< (Σv)²/Σv² over the realisations: as many equal ones would be as normal
};

struct Validity {
  double largest_relative = 0;  ///< largest relative standard deviation in use
  std::uint32_t largest_method = 0;
  std::size_t may_be_negative =
      0;  ///< measurements that the model puts below 0 once in 1000, or more
  std::vector<PeriodValidity> periods;
};

/// Above this share of one realisation its own distribution decides, not the normal one.
inline constexpr double dominating_share = 0.8;
/// Below so many effective realisations the tails follow the largest.
inline constexpr double effective_least = 5;

/// z(0.999): a normal value with x < z·σ is below 0 more than once in 1000.
inline constexpr double z_negative = 3.090232306167813;

/// The pass over the measurements that gives it: one after the other, as they come.
class ValidityPass {
 public:
  /// Sums over the terms of a method, for a value x: relative ones times x², absolute ones.
  struct Method {
    double relative = 0, absolute = 0;          // δ² and a² of all terms
    double own_relative = 0, own_absolute = 0;  // fourth powers of terms drawn for each value
    double largest_relative = 0, largest_absolute = 0;  // δ² and a² of the largest of them
    bool used = false;

    [[nodiscard]] bool may_be_negative(double x) const {
      const double square = x * x;
      return x >= 0 && square < z_negative * z_negative * (relative * square + absolute);
    }
    [[nodiscard]] bool has_own() const { return own_relative != 0 || own_absolute != 0; }
  };

  explicit ValidityPass(std::size_t periods);

  /// The methods are numbered as they come.
  void add_method(const std::vector<ErrorTerm>& terms);
  void add(const Measured& measurement);

  /// What a measurement that counts in one period alone adds to. Good until the next method.
  struct OnePeriod {
    Method& method;
    std::size_t& may_be_negative;
    numerics::CompensatedSum& squares;
    double& largest;
    PeriodValidity& period;
  };
  [[nodiscard]] OnePeriod in_one_period(std::uint32_t method, std::uint32_t period) {
    return {methods_[method], out_.may_be_negative, squares_[period], largest_[period],
            out_.periods[period]};
  }

  /// `methods` are those that were added, `muf` what the same measurements gave.
  [[nodiscard]] Validity finish(std::span<const std::vector<ErrorTerm>> methods, const Muf& muf);

 private:
  Validity out_;
  std::vector<Method> methods_;
  std::vector<numerics::CompensatedSum> squares_;  // Σv² of each period
  std::vector<double> largest_;

  void add_variance(std::uint32_t period, double variance, double squares, bool shared,
                    std::uint32_t id);
};

/// One more pass over the measurements, with what `muf` made of them.
[[nodiscard]] Validity validity(const Measurements& measurements, const Muf& muf);

}  // namespace accord::balance
