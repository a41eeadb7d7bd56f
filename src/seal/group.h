#pragma once

#include <optional>
#include <string_view>

#include "seal/crypto.h"

/// The group ristretto255 (RFC 9496), of prime order, through libsodium. Elements and scalars are
/// 32 bytes; elements that come from outside are looked at by `element` first.
namespace accord::seal {

struct Scalar {
  Bytes32 bytes{};
  friend bool operator==(const Scalar&, const Scalar&) = default;
  [[nodiscard]] bool is_zero() const { return *this == Scalar{}; }
};

struct Element {
  Bytes32 bytes{};  ///< zeros: the neutral element
  friend bool operator==(const Element&, const Element&) = default;
  [[nodiscard]] bool is_neutral() const { return *this == Element{}; }
};

/// Nothing: not 32 bytes that an element is written as.
[[nodiscard]] std::optional<Element> element(std::string_view bytes);
/// Nothing: not 32 bytes below the order of the group.
[[nodiscard]] std::optional<Scalar> scalar(std::string_view bytes);

/// SHA-512 of the bytes, modulo the order.
[[nodiscard]] Scalar scalar_from(std::string_view bytes);

[[nodiscard]] Scalar operator+(const Scalar& a, const Scalar& b);
[[nodiscard]] Scalar operator-(const Scalar& a, const Scalar& b);
[[nodiscard]] Scalar operator*(const Scalar& a, const Scalar& b);

[[nodiscard]] Element operator+(const Element& a, const Element& b);
[[nodiscard]] Element operator-(const Element& a, const Element& b);
[[nodiscard]] Element operator*(const Scalar& s, const Element& e);
/// s times the base.
[[nodiscard]] Element times_base(const Scalar& s);
[[nodiscard]] const Element& base_element();

}  // namespace accord::seal
