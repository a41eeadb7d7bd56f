#pragma once

/// Distribution functions, each to about 1e-13 relative unless stated (statistics chapter, 8). The
/// arguments are contracts: who takes them from a user checks them first.
namespace accord::numerics {

/// Density, distribution and upper tail of N(0, 1); any x, also infinite. The tails keep their
/// relative accuracy (complementary error function).
[[nodiscard]] double normal_pdf(double x);
[[nodiscard]] double normal_cdf(double x);
[[nodiscard]] double normal_sf(double x);
/// ln Φ(x), also where Φ(x) is below the smallest double.
[[nodiscard]] double normal_log_cdf(double x);
/// z(p) = Φ⁻¹(p). Contract: 0 < p < 1.
[[nodiscard]] double normal_quantile(double p);
/// z(1 − α) without forming 1 − α, so that small α keep their digits. Contract: 0 < α < 1.
[[nodiscard]] double normal_upper_quantile(double alpha);

/// Owen's T: P(Z > h, 0 < Y < a·Z) for independent N(0, 1), the bridge to two correlated ones. Any
/// finite h and a ≥ 0.
[[nodiscard]] double owens_t(double h, double a);

/// P(χ² > x) and its point: the x with P(χ² > x) = α. Contract: degrees > 0, x ≥ 0, 0 < α < 1.
[[nodiscard]] double chi_squared_sf(double x, double degrees);
[[nodiscard]] double chi_squared_upper_quantile(double alpha, double degrees);
/// P(χ²(λ) > x), non-central; for λ above 1e8 to about 1e-8. Contract: degrees > 0, λ ≥ 0, x ≥ 0.
[[nodiscard]] double noncentral_chi_squared_sf(double x, double degrees, double lambda);

}  // namespace accord::numerics
