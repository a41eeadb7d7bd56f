#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace accord::numerics {

/// A small dense matrix, row by row: covariances, factors, samples.
struct Matrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> values;  ///< rows × columns

  Matrix() = default;
  Matrix(std::size_t row_count, std::size_t column_count)
      : rows(row_count), columns(column_count), values(row_count * column_count) {}

  [[nodiscard]] double& operator()(std::size_t row, std::size_t column) {
    return values[row * columns + column];
  }
  [[nodiscard]] double operator()(std::size_t row, std::size_t column) const {
    return values[row * columns + column];
  }
  [[nodiscard]] std::span<const double> row(std::size_t index) const {
    return {values.data() + index * columns, columns};
  }
};

}  // namespace accord::numerics
