#pragma once

#include <string>
#include <string_view>

namespace accord::talks {

/// The commitment to a position: SHA-256("accord/talks-position/v1\n" || salt || bytes), in hex.
/// The salt has 32 random bytes, since a position can be guessed.
[[nodiscard]] std::string commitment(std::string_view salt, std::string_view bytes);

/// What a party shows of its position: to the mediator in the seal, to a checker by consent.
struct Opening {
  std::string salt;  ///< 32 bytes
  std::string file;  ///< the bytes of the position
};

}  // namespace accord::talks
