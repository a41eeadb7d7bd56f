#include "talks/solve/scaled.h"

namespace accord::talks {

namespace {

Number denominator_of(const ExactParty& party) {
  Number out = 1;
  for (const Factor<Number>& factor : party.utility)
    for (const Number& value : factor.values)
      if (!value.is_whole()) out = common_multiple(out, value.denominator());
  return out;
}

Number size_of(const Number& value) {
  return value.sign() < 0 ? -value : value;
}

template <class T>
T whole(const Number& value) {
  if constexpr (std::is_same_v<T, std::int64_t>) return *value.to_int64();
  if constexpr (std::is_same_v<T, Number::Wide>) return *value.to_wide();
  if constexpr (std::is_same_v<T, Number>) return value;
}

/// The least whole number that is not below.
Number ceiling(const Number& value) {
  return -(-value).floor();
}

}  // namespace

Digits digits_needed(const std::vector<ExactParty>& parties) {
  // Sums stay below 2^62, so that two of them can be subtracted.
  const Number narrow = Number::of(Number::Wide{1} << 61),
               wide = Number::of(Number::Wide{1} << 124);
  Digits out = Digits::narrow;
  for (const ExactParty& party : parties) {
    const Number denominator = denominator_of(party);
    Number sum = party.reservation ? size_of(*party.reservation) : Number();
    for (const Factor<Number>& factor : party.utility) {
      Number most;
      for (const Number& value : factor.values) most = std::max(most, size_of(value));
      sum += most;
    }
    sum = sum * denominator + 1;
    if (sum > wide) return Digits::any;
    if (sum > narrow) out = Digits::wide;
  }
  return out;
}

template <class T>
std::vector<ScaledParty<T>> scaled(const std::vector<ExactParty>& parties) {
  std::vector<ScaledParty<T>> out;
  for (const ExactParty& party : parties) {
    ScaledParty<T> one;
    one.denominator = denominator_of(party);
    for (const Factor<Number>& factor : party.utility) {
      Factor<T> whole_factor{factor.issues, {}};
      for (const Number& value : factor.values)
        whole_factor.values.push_back(whole<T>(value * one.denominator));
      one.utility.push_back(std::move(whole_factor));
    }
    if (party.reservation)
      one.reservation = whole<T>(ceiling(*party.reservation * one.denominator));
    out.push_back(std::move(one));
  }
  return out;
}

template <class T>
Number unscaled(const T& value, const Number& denominator) {
  if constexpr (std::is_same_v<T, Number>)
    return value / denominator;
  else
    return Number::of(value) / denominator;
}

template std::vector<ScaledParty<std::int64_t>> scaled(const std::vector<ExactParty>&);
template std::vector<ScaledParty<Number::Wide>> scaled(const std::vector<ExactParty>&);
template std::vector<ScaledParty<Number>> scaled(const std::vector<ExactParty>&);
template Number unscaled(const std::int64_t&, const Number&);
template Number unscaled(const Number::Wide&, const Number&);
template Number unscaled(const Number&, const Number&);

}  // namespace accord::talks
