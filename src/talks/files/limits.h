#pragma once

#include <cstdint>

namespace accord::talks {

/// The most that a file or a calculation may have; the defaults are those of the manual.
struct Limits {
  std::uint64_t issues = 1024;
  std::uint64_t values = 1'000'000;  ///< of one issue
  std::uint64_t parties = 16;
  std::uint64_t lines = 64;        ///< of all parties, that one pass can tell apart
  std::uint64_t rows = 1'000'000;  ///< of all tables of a position
  std::uint64_t bytes = 64'000'000;
  std::uint64_t nesting = 64;
  std::uint64_t work = 100'000'000'000;  ///< elementary steps
  std::uint64_t points = 10'000'000;     ///< of a frontier
};

}  // namespace accord::talks
