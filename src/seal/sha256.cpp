#include "seal/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <memory>

#include "base/contract.h"

namespace accord::seal {

namespace {

/// No settings of the machine have a say in a digest, and nothing is left that the end of the
/// process would have to undo: reading the one and doing the other take longer than hashing a
/// workspace.
EVP_MD* fetch_digest() {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT, nullptr);
  return EVP_MD_fetch(nullptr, "SHA256", nullptr);
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  // Fetched and allocated once: both cost more than hashing a short row.
  static EVP_MD* const digest = fetch_digest();
  thread_local const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(),
                                                                                &EVP_MD_CTX_free);
  ACCORD_EXPECT(digest != nullptr && context != nullptr);
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  ACCORD_EXPECT(EVP_DigestInit_ex2(context.get(), digest, nullptr) == 1);
  ACCORD_EXPECT(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1);
  ACCORD_EXPECT(EVP_DigestFinal_ex(context.get(), out.data(), &size) == 1);
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text(2 * std::size_t{size}, '\0');
  for (std::size_t i = 0; i < size; ++i) {
    text[2 * i] = hex[out.at(i) >> 4U];
    text[2 * i + 1] = hex[out.at(i) & 15U];
  }
  return text;
}

}  // namespace accord::seal
