#pragma once

#include <pybind11/numpy.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "numerics/matrix.h"

/// How rows and tables of numbers cross into Python: numpy arrays of doubles. The package has
/// looked at their shapes before.
namespace accord::python {

using Numbers = pybind11::array_t<double, pybind11::array::c_style | pybind11::array::forcecast>;

inline std::span<const double> span_of(const Numbers& array) {
  return {array.data(), static_cast<std::size_t>(array.size())};
}

inline numerics::Matrix matrix_of(const Numbers& array) {
  numerics::Matrix out(static_cast<std::size_t>(array.shape(0)),
                       static_cast<std::size_t>(array.shape(1)));
  std::copy_n(array.data(), out.values.size(), out.values.begin());
  return out;
}

/// The array takes the numbers over; nothing is copied.
template <class T>
pybind11::array_t<T> array_of(std::vector<T>&& values, std::vector<pybind11::ssize_t> shape) {
  auto* held = new std::vector<T>(std::move(values));
  const pybind11::capsule owner(held, [](void* p) { delete static_cast<std::vector<T>*>(p); });
  return pybind11::array_t<T>(std::move(shape), held->data(), owner);
}
inline pybind11::array_t<double> array_of(std::vector<double>&& values) {
  const auto size = static_cast<pybind11::ssize_t>(values.size());
  return array_of(std::move(values), {size});
}

}  // namespace accord::python
