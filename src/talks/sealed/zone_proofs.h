#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "seal/group.h"

/// Proofs without conversation (Fiat and Shamir) for the zone test: who makes one knows a secret
/// and shows nothing of it. In all of them G is the base of ristretto255.
namespace accord::talks {

/// What every challenge hashes: session, domain, both shares and all messages so far, in order.
class ZoneHash {
 public:
  explicit ZoneHash(std::string_view context) { add(context); }

  void add(std::string_view message);
  [[nodiscard]] seal::Scalar challenge(std::string_view label, std::uint64_t index,
                                       std::string_view statement) const;

 private:
  std::string state_;
};

/// Secret scalars of one side: from its random bytes, what the session is about and what it says.
class ZoneSecrets {
 public:
  explicit ZoneSecrets(std::string_view secret_context);
  [[nodiscard]] seal::Scalar operator()(std::string_view label, std::uint64_t index = 0) const;

 private:
  std::string digest_;
};

/// ElGamal in the exponent under a key P: (r·G, r·P + m·G).
struct Ciphertext {
  seal::Element u, v;
  friend bool operator==(const Ciphertext&, const Ciphertext&) = default;
};
[[nodiscard]] Ciphertext operator+(const Ciphertext& a, const Ciphertext& b);
[[nodiscard]] Ciphertext operator-(const Ciphertext& a, const Ciphertext& b);
[[nodiscard]] std::string bytes_of(const Ciphertext& c);

/// Pairs (base, element) that all have the logarithm that is proved.
using Logarithms = std::vector<std::pair<seal::Element, seal::Element>>;

inline constexpr std::size_t log_proof_bytes = 64, one_of_proof_bytes = 128;

/// That all elements are the same secret times their bases (Schnorr; Chaum and Pedersen). `once` is
/// used for nothing else.
[[nodiscard]] std::string prove_logarithm(const ZoneHash& hash, std::string_view label,
                                          const Logarithms& pairs, const seal::Scalar& secret,
                                          const seal::Scalar& once);
[[nodiscard]] bool check_logarithm(const ZoneHash& hash, std::string_view label,
                                   const Logarithms& pairs, std::string_view proof);

/// That one of two ciphertexts encrypts 0 under `key`, not which (Cramer, Damgård and
/// Schoenmakers). `r` is the logarithm of its first half.
struct OneOf {
  std::array<Ciphertext, 2> of;
  seal::Element key;
  std::uint64_t index = 0;
};
struct OneOfWitness {
  bool second = false;
  seal::Scalar r;
  std::array<seal::Scalar, 3> once;
};
[[nodiscard]] std::string prove_one_of(const ZoneHash& hash, std::string_view label,
                                       const OneOf& statement, const OneOfWitness& witness);
[[nodiscard]] bool check_one_of(const ZoneHash& hash, std::string_view label,
                                const OneOf& statement, std::string_view proof);

}  // namespace accord::talks
