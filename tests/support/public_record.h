#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/date.h"
#include "formats/workspace/workspace.h"

/// The public record of the 2015 accord (examples/jcpoa), read once for a test program.
namespace accord::test {

/// One of its own, for a test that changes it; a workspace is not copied.
inline formats::Workspace read_public_record() {
  return formats::read_workspace(std::filesystem::path(ACCORD_SOURCE_DIR) / "examples/jcpoa")
      .value();
}

inline std::shared_ptr<const formats::Workspace> public_record() {
  static const auto workspace = std::make_shared<const formats::Workspace>(read_public_record());
  return workspace;
}

inline Day day(std::string_view text) {
  const auto found = parse_day(text);
  EXPECT_TRUE(found) << text;
  return found.value_or(Day{});
}

}  // namespace accord::test
