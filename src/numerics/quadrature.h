#pragma once

#include <cstddef>
#include <vector>

namespace accord::numerics {

/// Nodes in ascending order and weights of ∫ f over an interval: Σ weights_j f(nodes_j), exact for
/// polynomials up to degree 2·count − 1.
struct Quadrature {
  std::vector<double> nodes;
  std::vector<double> weights;
};

/// Gauss–Legendre on (lower, upper). Contract: count ≥ 1, finite ends. Newton's method on the
/// Legendre polynomial, to the last digits.
[[nodiscard]] Quadrature gauss_legendre(std::size_t count, double lower, double upper);

}  // namespace accord::numerics
