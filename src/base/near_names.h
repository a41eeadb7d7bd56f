#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace accord {

/// Names among which the nearest to many words is sought, as `nearest` of base/text.h finds it.
/// Once many have been sought, a word is compared only with the names that begin much like it. The
/// names must outlive it.
class NearNames {
 public:
  void add(std::string_view name);
  [[nodiscard]] std::optional<std::string> nearest(std::string_view word);

 private:
  struct Known {
    std::uint64_t letters;
    std::string_view name;
  };
  void make_index();

  std::vector<Known> names_;
  std::size_t sought_ = 0;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> index_;  ///< by beginnings
};

/// “Did you mean” for the words of many rows. A word is compared with every name, so that a file
/// with thousands of faults gets suggestions for the first ones of each kind only: no more of its
/// problems are shown.
class Suggestions {
 public:
  /// `names` gives what the word may mean, when it is asked for.
  template <class Names>
  std::optional<std::string> nearest_in(std::string_view file, std::string_view code,
                                        std::string_view word, Names names) {
    std::size_t& given = given_[{std::string(file), std::string(code)}];
    if (given == problems_shown_max) return std::nullopt;
    ++given;
    NearNames known;
    for (const auto& name : names()) known.add(name);
    return known.nearest(word);
  }

 private:
  std::map<std::pair<std::string, std::string>, std::size_t> given_;  ///< by file and code
};

}  // namespace accord
