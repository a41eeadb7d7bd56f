#include "seal/group.h"

#include <sodium.h>

#include <algorithm>

#include "base/contract.h"

namespace accord::seal {

namespace {

/// Of arguments that are elements: the library refuses no others.
using ElementRule = int (*)(unsigned char*, const unsigned char*, const unsigned char*);

Element combined(ElementRule rule, const Element& a, const Element& b) {
  Element out;
  ACCORD_EXPECT(rule(out.bytes.data(), a.bytes.data(), b.bytes.data()) == 0);
  return out;
}

Scalar reduced(const std::array<std::uint8_t, 64>& wide) {
  Scalar out;
  crypto_core_ristretto255_scalar_reduce(out.bytes.data(), wide.data());
  return out;
}

}  // namespace

std::optional<Element> element(std::string_view bytes) {
  const auto read = bytes32(bytes);
  if (!read || crypto_core_ristretto255_is_valid_point(read->data()) != 1) return std::nullopt;
  return Element{*read};
}

std::optional<Scalar> scalar(std::string_view bytes) {
  const auto read = bytes32(bytes);
  if (!read) return std::nullopt;
  std::array<std::uint8_t, 64> wide{};
  std::copy(read->begin(), read->end(), wide.begin());
  const Scalar out{*read};
  if (reduced(wide) != out) return std::nullopt;
  return out;
}

Scalar scalar_from(std::string_view bytes) {
  return reduced(sha512(bytes));
}

Scalar operator+(const Scalar& a, const Scalar& b) {
  Scalar out;
  crypto_core_ristretto255_scalar_add(out.bytes.data(), a.bytes.data(), b.bytes.data());
  return out;
}
Scalar operator-(const Scalar& a, const Scalar& b) {
  Scalar out;
  crypto_core_ristretto255_scalar_sub(out.bytes.data(), a.bytes.data(), b.bytes.data());
  return out;
}
Scalar operator*(const Scalar& a, const Scalar& b) {
  Scalar out;
  crypto_core_ristretto255_scalar_mul(out.bytes.data(), a.bytes.data(), b.bytes.data());
  return out;
}

Element operator+(const Element& a, const Element& b) {
  return combined(&crypto_core_ristretto255_add, a, b);
}
Element operator-(const Element& a, const Element& b) {
  return combined(&crypto_core_ristretto255_sub, a, b);
}

Element operator*(const Scalar& s, const Element& e) {
  Element out;
  // The library also says −1 where the result is neutral.
  if (crypto_scalarmult_ristretto255(out.bytes.data(), s.bytes.data(), e.bytes.data()) != 0)
    return {};
  return out;
}

Element times_base(const Scalar& s) {
  Element out;
  if (crypto_scalarmult_ristretto255_base(out.bytes.data(), s.bytes.data()) != 0) return {};
  return out;
}

const Element& base_element() {
  static const Element base = [] {
    Scalar one;
    one.bytes[0] = 1;
    return times_base(one);
  }();
  return base;
}

}  // namespace accord::seal
