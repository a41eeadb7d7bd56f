#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Keys and boxes that only their owner opens: the façade over libsodium. Nothing here draws random
/// numbers of its own but `random_bytes`, which only the faces call.
namespace accord::seal {

using Bytes32 = std::array<std::uint8_t, 32>;

/// X25519. The secret key stays with its owner.
struct KeyPair {
  Bytes32 public_key{}, secret_key{};
};

/// The keys that belong to 32 random bytes; the same bytes, the same keys.
[[nodiscard]] KeyPair box_keys(const Bytes32& seed);

/// A sealed box (libsodium's crypto_box_seal, X25519 and XSalsa20-Poly1305): who has the secret key
/// opens it, and does not learn from it who sealed it. `once`: 32 random bytes that are used for
/// this box alone. 48 bytes longer than the message. Nothing: the key is not one that can be used.
[[nodiscard]] std::optional<std::string> box_to(const Bytes32& public_key, std::string_view message,
                                                const Bytes32& once);

/// What was sealed. Nothing: for another key, or changed.
[[nodiscard]] std::optional<std::string> open_box(const KeyPair& keys, std::string_view box);

/// SHA-512 of the bytes.
[[nodiscard]] std::array<std::uint8_t, 64> sha512(std::string_view bytes);

/// From the system's source, which must not be used below the faces.
[[nodiscard]] Bytes32 random_bytes();

/// Lower-case hex, two digits a byte.
[[nodiscard]] std::string hex_of(std::string_view bytes);
/// Nothing for other text than pairs of lower-case hex digits.
[[nodiscard]] std::optional<std::string> bytes_of_hex(std::string_view hex);

[[nodiscard]] inline std::string_view view(const Bytes32& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
/// Of a text of exactly 32 bytes; nothing otherwise.
[[nodiscard]] std::optional<Bytes32> bytes32(std::string_view bytes);

}  // namespace accord::seal
