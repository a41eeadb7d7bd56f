#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"

/// Page's test on independent normal numbers with variance 1: the SITMUF of a sequence of balances.
/// Statistics chapter, 3.2 and 3.3; Page 1954; Nyström's method as in Waldmann 1986.
namespace accord::balance {

/// S_t = max(0, S_t−1 + y_t − k), S_0 = headstart; alarm when S_t > h.
struct PageTest {
  double k = 0.5;        ///< half the shift to be found, in standard deviations; at least 0
  double h = 0;          ///< above 0, at most `page_h_max`
  double headstart = 0;  ///< from 0 to h
};

/// Above this the quadrature needs more than a few hundred nodes; no use is known.
inline constexpr double page_h_max = 100;

/// Most periods of a threshold: a daily balance for 270 years.
inline constexpr std::size_t page_periods_max = 100'000;

struct PageRun {
  std::vector<double> statistic;     ///< S_1 … S_T
  std::optional<std::size_t> alarm;  ///< the first period with an alarm, from 1
};

/// How some other programs begin: S_1 = max(0, y_1). For comparing with them only.
enum class PageStart : unsigned char { subtract_k, first_without_k };

/// @param y  finite; use −y for unexplained gains. Empty gives an empty run.
/// @error B101 y is not finite; B102 k, h or headstart out of range.
[[nodiscard]] Result<PageRun> page_run(std::span<const double> y, const PageTest& test,
                                       PageStart start = PageStart::subtract_k);

/// The average number of periods until an alarm, every y ~ N(mean, 1). About 12 digits for h ≤ 10,
/// also of very long runs.
/// @error B101, B102; B106 beyond the range of double
[[nodiscard]] Result<double> page_arl(const PageTest& test, double mean);

/// Both charts, of y and of −y, with the same k, h and headstart ≤ h/2 + k.
/// @error B101, B102; B106 as above
[[nodiscard]] Result<double> page_arl_two_sided(const PageTest& test, double mean);

/// P(first alarm in period t), t = 1 … T, for independent y_t ~ N(means_t, 1): exact, no
/// simulation. O(T q²) for q quadrature nodes. With means = L⁻¹M this is Page's test on SITMUF
/// under any loss M.
/// @error B101, B102
[[nodiscard]] Result<std::vector<double>> page_alarm_probabilities(const PageTest& test,
                                                                   std::span<const double> means);

/// The sum of these: the probability of an alarm within the periods, for the loss the detection
/// probability, without loss the false-alarm probability. Empty gives 0.
/// @error B101, B102
[[nodiscard]] Result<double> page_detection_probability(const PageTest& test,
                                                        std::span<const double> means);

/// The h with the wanted false-alarm probability over `periods` periods. To 1e-11.
/// @param alpha  within (0, 1), both ends excluded
/// @error B102 k < 0, alpha, periods or headstart out of range; B107 h would exceed page_h_max;
/// B105 no h above 0 has so large a false-alarm probability with this k and headstart.
/// @param headstart  from 0 to h: none has so small a false-alarm probability otherwise (B105)
[[nodiscard]] Result<double> page_threshold(std::size_t periods, double alpha, double k,
                                            double headstart = 0);

/// The smallest n with P(an alarm within n periods) ≥ p, every y ~ N(mean, 1).
/// @error B101, B102; B106 not within `periods_max`.
[[nodiscard]] Result<std::size_t> page_run_length_quantile(const PageTest& test, double mean,
                                                           double p,
                                                           std::size_t periods_max = 1'000'000);

}  // namespace accord::balance
