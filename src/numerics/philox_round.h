#pragma once

#include <cstdint>

/// One round of Philox4x32 with the step of the key that follows it; Salmon, Moraes, Dror, Shaw,
/// “Parallel random numbers: as easy as 1, 2, 3”, 2011.
namespace accord::numerics {

inline constexpr int philox_rounds = 10;

[[gnu::always_inline]] inline void philox_round(std::uint32_t& a, std::uint32_t& b,
                                                std::uint32_t& c, std::uint32_t& d,
                                                std::uint32_t& key0, std::uint32_t& key1) {
  const std::uint64_t p = static_cast<std::uint64_t>(a) * 0xD2511F53U;
  const std::uint64_t q = static_cast<std::uint64_t>(c) * 0xCD9E8D57U;
  a = static_cast<std::uint32_t>(q >> 32) ^ b ^ key0;
  b = static_cast<std::uint32_t>(q);
  c = static_cast<std::uint32_t>(p >> 32) ^ d ^ key1;
  d = static_cast<std::uint32_t>(p);
  key0 += 0x9E3779B9U;
  key1 += 0xBB67AE85U;
}

}  // namespace accord::numerics
