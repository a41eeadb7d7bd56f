#include "base/threads.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

namespace accord {
namespace {

TEST(OnThreads, EveryoneTakesPart) {
  std::atomic<int> calls = 0;
  on_threads(4, [&] { ++calls; });
  EXPECT_EQ(calls, 4);
  on_threads(1, [&] { ++calls; });
  EXPECT_EQ(calls, 5);
  on_threads(0, [&] { ++calls; });
  EXPECT_EQ(calls, 6);
}

TEST(OnThreads, AnExceptionComesBackWhenAllAreDone) {
  std::atomic<int> calls = 0;
  EXPECT_THROW(on_threads(4,
                          [&] {
                            ++calls;
                            throw std::runtime_error("no");
                          }),
               std::runtime_error);
  EXPECT_EQ(calls, 4);
}

/// Where the system gives no thread the caller does the work.
TEST(OnThreads, WithoutThreadsTheWorkIsDoneAllTheSame) {
  const auto alone = [] {
    const rlimit none = {1 << 20, 1 << 20};  // less than the stack of a thread
    ::setrlimit(RLIMIT_AS, &none);
    std::atomic<int> calls = 0;
    on_threads(4, [&] { ++calls; });
    std::_Exit(calls);
  };
  EXPECT_EXIT(alone(), testing::ExitedWithCode(1), "");
}

}  // namespace
}  // namespace accord
