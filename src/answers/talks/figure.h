#pragma once

#include <string>

#include "described/described.h"
#include "talks/model/number.h"

/// Exact numbers of talks in every face: the fraction in lowest terms, and a decimal to read.
namespace accord::described {

template <>
struct Described<talks::Number> {
  static const Type type;
};

}  // namespace accord::described

namespace accord::answers {

struct ExactNumber {
  talks::Number exact;

  [[nodiscard]] std::string decimal() const { return exact.decimal(); }

  static constexpr auto described = described::object(
      "exact_number", "An exact number",
      described::member<&ExactNumber::exact>("exact",
                                             "a fraction in lowest terms, or a whole number"),
      described::member<&ExactNumber::decimal>("decimal",
                                               "the same with at most 12 digits after the "
                                               "point, rounded half away from zero"));
};

}  // namespace accord::answers
