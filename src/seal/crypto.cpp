#include "seal/crypto.h"

#include <sodium.h>

#include <algorithm>

#include "base/contract.h"

namespace accord::seal {

namespace {

using Nonce = std::array<std::uint8_t, crypto_box_NONCEBYTES>;

/// The library chooses its code for this processor, once.
void start_library() {
  static const bool started = sodium_init() >= 0;
  ACCORD_EXPECT(started);
}

const std::uint8_t* bytes_in(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::uint8_t* room_in(std::string& text) {
  return reinterpret_cast<std::uint8_t*>(text.data());
}

/// As crypto_box_seal takes it: from both public keys.
Nonce nonce_of(const Bytes32& once_key, const Bytes32& public_key) {
  Nonce out{};
  const std::string both = std::string(view(once_key)).append(view(public_key));
  crypto_generichash(out.data(), out.size(), bytes_in(both), both.size(), nullptr, 0);
  return out;
}

}  // namespace

KeyPair box_keys(const Bytes32& seed) {
  start_library();
  KeyPair out;
  crypto_box_seed_keypair(out.public_key.data(), out.secret_key.data(), seed.data());
  return out;
}

std::optional<std::string> box_to(const Bytes32& public_key, std::string_view message,
                                  const Bytes32& once) {
  const KeyPair keys = box_keys(once);
  const Nonce nonce = nonce_of(keys.public_key, public_key);
  std::string body(message.size() + crypto_box_MACBYTES, '\0');
  if (crypto_box_easy(room_in(body), bytes_in(message), message.size(), nonce.data(),
                      public_key.data(), keys.secret_key.data()) != 0)
    return std::nullopt;
  return std::string(view(keys.public_key)).append(body);
}

std::optional<std::string> open_box(const KeyPair& keys, std::string_view box) {
  start_library();
  if (box.size() < crypto_box_SEALBYTES) return std::nullopt;
  std::string out(box.size() - crypto_box_SEALBYTES, '\0');
  if (crypto_box_seal_open(room_in(out), bytes_in(box), box.size(), keys.public_key.data(),
                           keys.secret_key.data()) != 0)
    return std::nullopt;
  return out;
}

std::array<std::uint8_t, 64> sha512(std::string_view bytes) {
  start_library();
  std::array<std::uint8_t, 64> out{};
  crypto_hash_sha512(out.data(), bytes_in(bytes), bytes.size());
  return out;
}

Bytes32 random_bytes() {
  start_library();
  Bytes32 out{};
  randombytes_buf(out.data(), out.size());
  return out;
}

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::optional<std::string> bytes_of_hex(std::string_view hex) {
  constexpr std::string_view digits = "0123456789abcdef";
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string out;
  out.reserve(hex.size() / 2);
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const std::size_t high = digits.find(hex[i]), low = digits.find(hex[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    out += static_cast<char>(16 * high + low);
  }
  return out;
}

std::optional<Bytes32> bytes32(std::string_view bytes) {
  Bytes32 out{};
  if (bytes.size() != out.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

}  // namespace accord::seal
