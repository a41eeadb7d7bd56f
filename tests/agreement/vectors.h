#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// The texts in vectors/agreement/.
namespace accord::agreement {

inline std::string vector_path(const std::string& name) {
  return std::string(ACCORD_SOURCE_DIR) + "/vectors/agreement/" + name;
}

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Paths of all worked texts, sorted.
inline std::vector<std::string> worked_texts() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(vector_path("worked")))
    paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace accord::agreement
