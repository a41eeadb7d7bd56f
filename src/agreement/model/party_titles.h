#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"

namespace accord::agreement {

/// The titles of parties and bodies for sentences. Building it is O(parties), a look-up O(log).
class PartyTitles {
 public:
  /// `outsiders`: actors that the text does not declare, id → title.
  explicit PartyTitles(const Agreement& agreement,
                       const std::map<std::string, std::string, std::less<>>& outsiders = {});

  /// The title; the id of a party that nothing names.
  [[nodiscard]] std::string of(std::string_view id) const;
  /// The title of a group for exactly its members, in whatever order; else every title: "A, B".
  [[nodiscard]] std::string of(const std::vector<std::string>& ids) const;
  /// The same as a sentence has it: "A and B".
  [[nodiscard]] std::string in_sentence(const std::vector<std::string>& ids) const;

 private:
  [[nodiscard]] const std::string* group_of(std::vector<std::string> ids) const;

  std::map<std::string, std::string, std::less<>> titles_;
  std::map<std::vector<std::string>, std::string> groups_;  ///< by their members, sorted
};

}  // namespace accord::agreement
