#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agreement/model/party_titles.h"
#include "formats/workspace/workspace.h"

/// The words of one workspace for sentences: parties by their titles, units as its tables write
/// them.
namespace accord::assessment {

class Words {
 public:
  explicit Words(const formats::Workspace& workspace);

  /// "205.0 kg_u" → "205.0 kg U"
  [[nodiscard]] std::string in_words(std::string text) const;
  [[nodiscard]] const agreement::PartyTitles& parties() const { return parties_; }

 private:
  agreement::PartyTitles parties_;
  std::vector<std::pair<std::string, std::string>>
      units_;  ///< of the text, as the tables write them
};

}  // namespace accord::assessment
