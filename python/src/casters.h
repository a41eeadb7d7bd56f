#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <string>

#include "base/date.h"
#include "base/decimal.h"
#include "base/rational.h"
#include "evidence/finding.h"

/// How plain values cross into Python: days are datetime.date, exact numbers are decimal.Decimal
/// when they end and fractions.Fraction when they do not, states and grades are the words of the
/// chapter.
namespace pybind11::detail {

template <>
struct type_caster<accord::Day> {
  PYBIND11_TYPE_CASTER(accord::Day, const_name("datetime.date"));

  bool load(handle from, bool) {
    if (from.is_none()) return false;
    const std::string text = str(hasattr(from, "isoformat") ? from.attr("isoformat")() : from);
    const auto day = accord::parse_day(text.substr(0, 10));
    if (!day) return false;
    value = *day;
    return true;
  }
  static handle cast(accord::Day day, return_value_policy, handle) {
    const accord::CivilDate date = accord::civil(day);
    return module_::import("datetime").attr("date")(date.year, date.month, date.day).release();
  }
};

template <>
struct type_caster<accord::Decimal> {
  PYBIND11_TYPE_CASTER(accord::Decimal, const_name("decimal.Decimal"));

  static handle cast(const accord::Decimal& number, return_value_policy, handle) {
    return module_::import("decimal").attr("Decimal")(accord::to_string(number)).release();
  }
};

template <>
struct type_caster<accord::Rational> {
  PYBIND11_TYPE_CASTER(accord::Rational, const_name("decimal.Decimal | fractions.Fraction"));

  static handle cast(const accord::Rational& number, return_value_policy, handle) {
    if (const auto exact = accord::to_decimal(number))
      return module_::import("decimal").attr("Decimal")(accord::to_string(*exact)).release();
    if (!number.is_valid()) return none().release();
    return module_::import("fractions").attr("Fraction")(accord::fraction_string(number)).release();
  }
};

/// Enumerations become their words.
template <class Enum>
struct word_caster {
  PYBIND11_TYPE_CASTER(Enum, const_name("str"));

  static handle cast(Enum word, return_value_policy, handle) {
    return str(accord::evidence::word(word)).release();
  }
};
template <>
struct type_caster<accord::evidence::State> : word_caster<accord::evidence::State> {};
template <>
struct type_caster<accord::evidence::Outcome> : word_caster<accord::evidence::Outcome> {};
template <>
struct type_caster<accord::evidence::Grade> : word_caster<accord::evidence::Grade> {};
template <>
struct type_caster<accord::evidence::Trace> : word_caster<accord::evidence::Trace> {};

}  // namespace pybind11::detail
