#include "talks/sealed/padding.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace accord::talks {

namespace {
constexpr std::size_t length_bytes = 8;
}  // namespace

std::string padded(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < length_bytes; ++i)
    out += static_cast<char>((std::uint64_t{bytes.size()} >> (8 * i)) & 0xffU);
  out += bytes;
  out.resize(std::bit_ceil(std::max(out.size(), padded_bytes_min)), '\0');
  return out;
}

std::optional<std::string> unpadded(std::string_view bytes) {
  if (bytes.size() < padded_bytes_min) return std::nullopt;
  std::uint64_t size = 0;
  for (std::size_t i = length_bytes; i-- > 0;)
    size = size << 8U | static_cast<std::uint8_t>(bytes[i]);
  if (size > bytes.size() - length_bytes) return std::nullopt;
  std::string out(bytes.substr(length_bytes, size));
  // Zeros alone behind it, and no more of them than needed: one text has one padding.
  if (padded(out) != bytes) return std::nullopt;
  return out;
}

}  // namespace accord::talks
