#include "balance/tests/sequential.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/stop_point.h"

namespace accord::balance {

namespace {

/// Statistics chapter, 3.1: how near a determined MUF must be to what the others say.
constexpr double determined_tolerance = 1e-9;

std::string period_name(std::size_t index) {
  return fmt::format("period {}", index + 1);
}

std::optional<Error> not_finite(double muf, std::span<const double> covariances,
                                std::size_t period) {
  if (!std::isfinite(muf))
    return Error{"B101", fmt::format("MUF is {}, not a finite number", muf), period_name(period),
                 "leave out a period that was not closed and merge its flows with the next"};
  for (std::size_t i = 0; i < covariances.size(); ++i)
    if (!std::isfinite(covariances[i]))
      return Error{"B101",
                   fmt::format("the covariance with period {} is {}, not a finite number", i + 1,
                               covariances[i]),
                   period_name(period),
                   {}};
  return std::nullopt;
}

double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

Result<SequencePeriod> Sequence::append(double muf, std::span<const double> covariances) {
  const std::size_t t = size();
  if (covariances.size() != t + 1)
    return fail(
        "B103",
        fmt::format("expected {} covariances (with each earlier period and itself), found {}",
                    t + 1, covariances.size()),
        period_name(t));
  if (auto error = not_finite(muf, covariances, t)) return tl::make_unexpected(*std::move(error));
  using Step = numerics::Cholesky::Step;
  stop_point();
  const Step step = factor_.append(covariances);
  if (step == Step::not_semi_definite)
    return fail("B104", "these are not covariances: not positive semi-definite", period_name(t),
                "compute them from the measurements, or look for a mistyped number");

  SequencePeriod now;
  now.muf = muf;
  now.sigma_muf = std::sqrt(std::max(0.0, covariances[t]));
  const std::vector<double> earlier = sitmuf();
  now.itmuf = muf - dot(factor_.row(t).first(t), earlier);
  now.sigma_itmuf = factor_.pivot(t);
  muf_largest_ = std::max(muf_largest_, std::abs(muf));
  if (step == Step::determined) {
    const bool as_expected = std::abs(now.itmuf) <= determined_tolerance * muf_largest_;
    now.status = as_expected ? PeriodStatus::predictable : PeriodStatus::discrepancy;
  } else {
    now.sitmuf = now.itmuf / now.sigma_itmuf;
    if (now.sigma_itmuf * now.sigma_itmuf <= near_singular_share * covariances[t])
      now.status = PeriodStatus::near_singular;
  }

  double variance = covariances[t];
  for (const double with_earlier : covariances.first(t)) variance += 2 * with_earlier;
  if (t > 0) {
    const SequencePeriod& before = periods_.back();
    now.cumuf = before.cumuf;
    now.gemuf = before.gemuf;
    now.degrees = before.degrees;
    variance += before.sigma_cumuf * before.sigma_cumuf;
  }
  now.cumuf += muf;
  now.sigma_cumuf = std::sqrt(std::max(0.0, variance));
  now.gemuf += now.sitmuf * now.sitmuf;
  now.degrees += step == Step::regular ? 1 : 0;
  periods_.push_back(now);
  return now;
}

std::vector<double> Sequence::sitmuf() const {
  std::vector<double> values;
  values.reserve(periods_.size());
  for (const SequencePeriod& period : periods_) values.push_back(period.sitmuf);
  return values;
}

Result<Sequence> sequence(std::span<const double> muf, const numerics::Matrix& sigma) {
  const std::size_t size = muf.size();
  if (sigma.rows != size || sigma.columns != size)
    return fail("B103", fmt::format("{} MUFs need a covariance of {} × {}, found {} × {}", size,
                                    size, size, sigma.rows, sigma.columns));
  for (std::size_t t = 0; t < size; ++t)
    for (std::size_t u = 0; u < t; ++u)
      if (std::abs(sigma(t, u) - sigma(u, t)) >
          1e-9 * std::sqrt(std::abs(sigma(t, t) * sigma(u, u))))
        return fail("B104",
                    fmt::format("not symmetric: {} and {} between periods {} and {}", sigma(t, u),
                                sigma(u, t), t + 1, u + 1),
                    period_name(t));
  double largest = 0;
  for (std::size_t t = 0; t < size; ++t) largest = std::max(largest, sigma(t, t));
  Sequence result;
  for (std::size_t t = 0; t < size; ++t) {
    const auto row = sigma.row(t).first(t + 1);
    std::vector<double> covariances(row.begin(), row.end());
    // Of a covariance that was written down, zero may have become a little less.
    if (covariances[t] < 0 && covariances[t] >= -numerics::negative_share * largest)
      covariances[t] = 0;
    if (auto added = result.append(muf[t], covariances); !added)
      return tl::make_unexpected(std::move(added.error()));
  }
  return result;
}

std::vector<double> smoothed_pattern(std::span<const double> muf) {
  std::vector<double> pattern;
  for (std::size_t i = 2; i + 2 < muf.size(); ++i)
    pattern.push_back((muf[i - 2] + muf[i - 1] + 3 * muf[i] + muf[i + 1] + muf[i + 2]) / 7);
  return pattern;
}

Result<std::optional<double>> gemuf_v5b3(std::span<const double> muf,
                                         const numerics::Matrix& sigma) {
  if (auto whole = sequence(muf, sigma); !whole)
    return tl::make_unexpected(std::move(whole.error()));
  const std::vector<double> pattern = smoothed_pattern(muf);
  if (pattern.empty()) return std::nullopt;
  Sequence inner;
  for (std::size_t t = 0; t < pattern.size(); ++t)
    if (auto added = inner.append(muf[t + 2], sigma.row(t + 2).subspan(2, t + 1)); !added)
      return tl::make_unexpected(std::move(added.error()));
  return dot(inner.factor().solve_lower(pattern), inner.sitmuf());
}

}  // namespace accord::balance
