#include "talks/sealed/commitment.h"

#include "seal/sha256.h"

namespace accord::talks {

std::string commitment(std::string_view salt, std::string_view bytes) {
  return seal::sha256_hex("accord/talks-position/v1\n" + std::string(salt) + std::string(bytes));
}

}  // namespace accord::talks
