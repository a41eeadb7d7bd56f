#pragma once

#include <string>
#include <string_view>

/// A figure beside its limit in columns of their own.
namespace accord::cli {

struct Compared {
  std::string value, bound;  ///< a number, and how it stands to the true one
  std::string limit;         ///< a number of the same unit; empty where it has no one number
  std::string unit;
};

/// Of the words that findings and timelines show: "at least 17.6 kg_u", "300 kg_uf6 (202.8 kg_u)".
[[nodiscard]] Compared compared_in(std::string_view value, std::string_view limit);

}  // namespace accord::cli
