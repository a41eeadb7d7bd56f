#include "base/contract.h"

#include <cstdio>
#include <cstdlib>

namespace accord {

void contract_broken(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "accord: bug: contract broken at %s:%d: %s\n", file, line, condition);
  std::abort();
}

}  // namespace accord
