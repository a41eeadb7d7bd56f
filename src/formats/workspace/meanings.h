#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/settings/mapping.h"
#include "formats/workspace/intake.h"

namespace accord::formats {

/// What the rows of a table say by accord.toml: every row, and those of a kind.
class Meanings {
 public:
  /// Values are taken from the columns of the sheet; W009 for a column that it has not.
  Meanings(Intake& intake, Sheet& sheet, const std::vector<Meaning>& every,
           const std::vector<KindMeanings>& kinds);

  /// In the order of accord.toml.
  [[nodiscard]] const std::vector<const Meaning*>& of(std::string_view kind) const;
  /// The observation of a `measure`, `seen` or `not_seen`, still without its head. An empty cell
  /// is a figure that is not known, unless it is optional. Nothing when a cell cannot be read.
  std::optional<evidence::Observation> observation(const Row& row, const Meaning& meaning);

 private:
  struct Source {
    Sheet::Column value = 0, unit = 0;
  };
  void add(const Meaning& meaning);
  Sheet::Column column(const Template& from);
  std::optional<evidence::Observation> figure(const Row& row, const Meaning& meaning);

  Intake& intake_;
  Sheet& sheet_;
  std::vector<const Meaning*> every_;
  std::unordered_map<std::string_view, std::vector<const Meaning*>> kinds_;
  std::unordered_map<const Meaning*, Source> sources_;
};

/// Names of the meanings that the agreement text does not declare (W008).
void check_meanings(Intake& intake, const std::vector<Meaning>& meanings);

}  // namespace accord::formats
