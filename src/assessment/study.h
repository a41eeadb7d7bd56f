#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assessment/measured_balance.h"
#include "assessment/measured_source.h"
#include "balance/study.h"

namespace accord::assessment {

/// The files that a study names, in its folder; those of a study that cannot be read as far as it
/// can.
[[nodiscard]] std::vector<std::string> files_of_study(const NamedText& study);

/// A study (docs/reference/study.md) with its series. `texts` holds the bytes of files_of_study
/// that could be read; W004 for the others.
struct LoadedStudy {
  std::optional<measurement::Study> study;  ///< none when there is an error
  balance::PreparedStudy prepared;          ///< its faults have become problems
  std::vector<Problem> problems;            ///< of all files
};
[[nodiscard]] LoadedStudy load_study(const NamedText& study,
                                     const std::map<std::string, std::string>& texts);

[[nodiscard]] MeasuredBalance study_balance(const NamedText& study,
                                            const std::map<std::string, std::string>& texts,
                                            const balance::Options& options = {});

/// What a simulation takes of it; the errors one by one only when they are asked for.
[[nodiscard]] MeasuredSource study_source(const NamedText& study,
                                          const std::map<std::string, std::string>& texts,
                                          bool each_measurement);

}  // namespace accord::assessment
