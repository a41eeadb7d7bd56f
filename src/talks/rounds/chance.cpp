#include "talks/rounds/chance.h"

#include "numerics/random.h"

namespace accord::talks {

std::uint32_t Chance::word() {
  const std::uint32_t block = drawn_ / 4, at = drawn_ % 4;
  ++drawn_;
  return numerics::philox({static_cast<std::uint32_t>(place_),
                           static_cast<std::uint32_t>(place_ >> 32U), block, purpose_},
                          seed_)
      .at(at);
}

std::uint32_t Chance::below(std::uint32_t n) {
  const std::uint64_t whole = (std::uint64_t{1} << 32U) / n * n;
  for (;;) {
    const std::uint32_t drawn = word();
    if (drawn < whole) return drawn % n;
  }
}

bool Chance::happens(const Number& p) {
  const Number base = std::int64_t{1} << 32U;
  Number rest = p;
  for (;;) {
    rest *= base;
    const Number digit = rest.floor();
    const Number drawn = std::int64_t{word()};
    if (drawn != digit) return drawn < digit;
    rest -= digit;
  }
}

bool Chance::happens_exp_of_minus(const Number& x) {
  const Number one = 1;
  Number rest = x;
  while (rest > one) {
    if (!happens_exp_of_minus(one)) return false;
    rest -= one;
  }
  std::int64_t k = 1;
  while (happens(rest / Number(k))) ++k;
  return k % 2 == 1;
}

}  // namespace accord::talks
