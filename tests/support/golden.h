#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace accord::test {

/// Compares with the reviewed bytes in vectors/. On a difference the new bytes are left in the
/// folder the test runs in, to be looked at and, with a reason, copied.
inline void expect_golden(const std::string& path, const std::string& actual) {
  std::ifstream file(std::string(ACCORD_SOURCE_DIR) + "/vectors/" + path, std::ios::binary);
  std::stringstream expected;
  expected << file.rdbuf();
  if (expected.str() == actual) return;
  const std::string left = "actual-" + path.substr(path.rfind('/') + 1);
  std::ofstream(left, std::ios::binary) << actual;
  ADD_FAILURE() << "vectors/" << path << " differs; the new bytes are in " << left;
}

inline std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace accord::test
