#include "talks/sealed/zone_proofs.h"

namespace accord::talks {

namespace {

using seal::Element;
using seal::Scalar;

std::string text(const Element& e) {
  return std::string(seal::view(e.bytes));
}
std::string text(const Scalar& s) {
  return std::string(seal::view(s.bytes));
}

std::string count_bytes(std::uint64_t count) {
  std::string out;
  for (int i = 0; i < 8; ++i) out += static_cast<char>((count >> (8 * i)) & 0xffU);
  return out;
}

/// With its length, so that two lists never come to the same bytes.
std::string framed(std::string_view bytes) {
  return count_bytes(bytes.size()).append(bytes);
}

std::string digest(std::string_view bytes) {
  const auto wide = seal::sha512(bytes);
  return {reinterpret_cast<const char*>(wide.data()), wide.size()};
}

std::optional<Scalar> scalar_in(std::string_view proof, std::size_t at) {
  return seal::scalar(proof.substr(32 * at, 32));
}

/// s·(G, P) − c·(U, V): what was committed to, if the answer s to the challenge c is right.
Ciphertext committed(const Ciphertext& of, const Element& key, const Scalar& c, const Scalar& s) {
  return {seal::times_base(s) - c * of.u, s * key - c * of.v};
}

Scalar one_of_challenge(const ZoneHash& hash, std::string_view label, const OneOf& statement,
                        const std::array<Ciphertext, 2>& commitments) {
  std::string all = text(statement.key);
  for (const Ciphertext& c : statement.of) all += bytes_of(c);
  for (const Ciphertext& c : commitments) all += bytes_of(c);
  return hash.challenge(label, statement.index, all);
}

}  // namespace

void ZoneHash::add(std::string_view message) {
  state_ = digest(state_ + framed(message));
}

Scalar ZoneHash::challenge(std::string_view label, std::uint64_t index,
                           std::string_view statement) const {
  return seal::scalar_from("accord/talks-zone-test/v1 challenge\n" + state_ + framed(label) +
                           count_bytes(index) + framed(statement));
}

ZoneSecrets::ZoneSecrets(std::string_view secret_context) : digest_(digest(secret_context)) {}

Scalar ZoneSecrets::operator()(std::string_view label, std::uint64_t index) const {
  return seal::scalar_from("accord/talks-zone-test/v1 secret\n" + digest_ + framed(label) +
                           count_bytes(index));
}

Ciphertext operator+(const Ciphertext& a, const Ciphertext& b) {
  return {a.u + b.u, a.v + b.v};
}
Ciphertext operator-(const Ciphertext& a, const Ciphertext& b) {
  return {a.u - b.u, a.v - b.v};
}
std::string bytes_of(const Ciphertext& c) {
  return text(c.u) + text(c.v);
}

std::string prove_logarithm(const ZoneHash& hash, std::string_view label, const Logarithms& pairs,
                            const Scalar& secret, const Scalar& once) {
  std::string statement;
  for (const auto& [base, element] : pairs)
    statement += text(base) + text(element) + text(once * base);
  const Scalar c = hash.challenge(label, pairs.size(), statement);
  return text(c) + text(once + c * secret);
}

bool check_logarithm(const ZoneHash& hash, std::string_view label, const Logarithms& pairs,
                     std::string_view proof) {
  if (proof.size() != log_proof_bytes) return false;
  const auto c = scalar_in(proof, 0), s = scalar_in(proof, 1);
  if (!c || !s) return false;
  std::string statement;
  for (const auto& [base, element] : pairs)
    statement += text(base) + text(element) + text(*s * base - *c * element);
  return hash.challenge(label, pairs.size(), statement) == *c;
}

std::string prove_one_of(const ZoneHash& hash, std::string_view label, const OneOf& statement,
                         const OneOfWitness& witness) {
  const auto& [w, other_c, other_s] = witness.once;
  const std::size_t mine = witness.second ? 1 : 0, other = 1 - mine;
  std::array<Ciphertext, 2> commitments;
  commitments.at(mine) = {seal::times_base(w), w * statement.key};
  commitments.at(other) = committed(statement.of.at(other), statement.key, other_c, other_s);
  const Scalar c = one_of_challenge(hash, label, statement, commitments) - other_c;
  std::array<Scalar, 2> cs, ss;
  cs.at(mine) = c;
  ss.at(mine) = w + c * witness.r;
  cs.at(other) = other_c;
  ss.at(other) = other_s;
  return text(cs[0]) + text(ss[0]) + text(cs[1]) + text(ss[1]);
}

bool check_one_of(const ZoneHash& hash, std::string_view label, const OneOf& statement,
                  std::string_view proof) {
  if (proof.size() != one_of_proof_bytes) return false;
  const auto c0 = scalar_in(proof, 0), s0 = scalar_in(proof, 1);
  const auto c1 = scalar_in(proof, 2), s1 = scalar_in(proof, 3);
  if (!c0 || !s0 || !c1 || !s1) return false;
  const std::array commitments{committed(statement.of[0], statement.key, *c0, *s0),
                               committed(statement.of[1], statement.key, *c1, *s1)};
  return one_of_challenge(hash, label, statement, commitments) == *c0 + *c1;
}

}  // namespace accord::talks
