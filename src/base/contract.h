#pragma once

namespace accord {

/// Stops the program with the place and the broken condition: our own bug, never bad input.
[[noreturn]] void contract_broken(const char* condition, const char* file, int line);

}  // namespace accord

/// Contracts stay on in every build type: a wrong number is worse than none.
#define ACCORD_EXPECT(condition) \
  ((condition) ? static_cast<void>(0) : ::accord::contract_broken(#condition, __FILE__, __LINE__))
