#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "formats/workspace/workspace.h"

/// Small workspaces for tests, on disk for the time of one test.
namespace accord::formats::test {

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

class Folder {
 public:
  /// A copy of a workspace of this repository: "vectors/formats/small", "examples/jcpoa".
  explicit Folder(std::string_view from) {
    std::string pattern = testing::TempDir() + "accord-formats-XXXXXX";
    root_ = ::mkdtemp(pattern.data());
    std::filesystem::copy(std::filesystem::path(ACCORD_SOURCE_DIR) / from, root_,
                          std::filesystem::copy_options::recursive);
  }
  ~Folder() {
    if (!root_.empty()) std::filesystem::remove_all(root_);
  }
  Folder(Folder&& from) noexcept : root_(std::exchange(from.root_, {})) {}

  void write(std::string_view file, std::string_view text) const {
    std::ofstream(root_ / file, std::ios::binary) << text;
  }
  /// Replaces the one place where `from` stands.
  void replace(std::string_view file, std::string_view from, std::string_view to) const {
    std::string text = read_text(root_ / file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    ASSERT_EQ(text.find(from, at + 1), std::string::npos) << from << " is there twice";
    write(file, text.replace(at, from.size(), to));
  }
  [[nodiscard]] Workspace read() const { return read_workspace(root_).value(); }
  [[nodiscard]] const std::filesystem::path& root() const { return root_; }

 private:
  std::filesystem::path root_;
};

/// One line for each error: "data/events.csv:2:3: I009 “x” is not a day".
inline std::string errors(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& p : problems)
    if (p.severity == Severity::error)
      out += p.file + ":" + std::to_string(p.place.line) + ":" + std::to_string(p.place.column) +
             ": " + p.code + " " + p.message + "\n";
  return out;
}

}  // namespace accord::formats::test
