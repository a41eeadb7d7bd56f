#include "numerics/random.h"

#include <algorithm>

#include "numerics/philox_round.h"

namespace accord::numerics {

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::uint64_t key) {
  auto [a, b, c, d] = counter;
  auto key0 = static_cast<std::uint32_t>(key);
  auto key1 = static_cast<std::uint32_t>(key >> 32);
  for (int round = 0; round < philox_rounds; ++round) philox_round(a, b, c, d, key0, key1);
  return {a, b, c, d};
}

void fill_normals(const RandomStream& stream, std::uint64_t first, std::span<double> out) {
  constexpr std::uint64_t block_size = 4 * random_lanes;
  NormalBlock block;
  for (std::size_t done = 0; done < out.size();) {
    const std::uint64_t number = first + done;
    const std::uint64_t start = number % block_size;
    normal_block(stream, number / block_size * random_lanes, 0, block);
    const std::size_t count =
        std::min(static_cast<std::size_t>(block_size - start), out.size() - done);
    const double* const values = block.data()->data();
    std::copy(values + start, values + start + count,
              out.begin() + static_cast<std::ptrdiff_t>(done));
    done += count;
  }
}

}  // namespace accord::numerics
