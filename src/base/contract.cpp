#include "base/contract.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

#include "base/contract_handler.h"

namespace accord {

namespace {

std::atomic<ContractHandler> chosen = nullptr;

}  // namespace

void handle_broken_contracts(ContractHandler handler) {
  chosen = handler;
}

void contract_broken(const char* condition, const char* file, int line) {
  if (const ContractHandler handler = chosen) handler(condition, file, line);
  std::fprintf(stderr, "accord: bug: contract broken at %s:%d: %s\n", file, line, condition);
  std::abort();
}

}  // namespace accord
