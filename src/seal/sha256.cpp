#include "seal/sha256.h"

#include <openssl/evp.h>

#include <array>

#include "base/contract.h"

namespace accord::seal {

std::string sha256_hex(std::string_view bytes) {
  // Fetched once: looking the algorithm up anew costs more than hashing a short row.
  static EVP_MD* const digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  ACCORD_EXPECT(digest != nullptr);
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  ACCORD_EXPECT(EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, digest, nullptr) == 1);
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += hex[out[i] >> 4U];
    text += hex[out[i] & 15U];
  }
  return text;
}

}  // namespace accord::seal
