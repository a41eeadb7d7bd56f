#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assessment/measured_balance.h"
#include "assessment/measured_source.h"
#include "balance/study/study.h"

namespace accord::assessment {

/// The files that a study names, in its folder; those of a study that cannot be read as far as it
/// can.
[[nodiscard]] std::vector<std::string> files_of_study(const NamedText& study);

/// Series that are in memory, by the name that a study gives as the file of a location: they must
/// stay there, and not change, until the answer is made. What is wrong with a sample of one is a
/// problem of "NAME.value[17]".
using GivenSeries = std::map<std::string, measurement::LentSeries>;

/// A study (docs/reference/study.md) with its series. `texts` holds the bytes of files_of_study
/// that could be read; W004 for those that are neither among them nor given.
struct LoadedStudy {
  std::optional<measurement::Study> study;  ///< none when there is an error
  std::vector<std::uint8_t> not_measured;   ///< 1 for a period with a gap; empty: none has one
  std::vector<Problem> problems;            ///< of all files
};
[[nodiscard]] LoadedStudy load_study(const NamedText& study,
                                     const std::map<std::string, std::string>& texts,
                                     const GivenSeries& given = {});

[[nodiscard]] MeasuredBalance study_balance(const NamedText& study,
                                            const std::map<std::string, std::string>& texts,
                                            const balance::Options& options = {},
                                            const GivenSeries& given = {});

/// What a simulation takes of it; the errors one by one only when they are asked for.
[[nodiscard]] MeasuredSource study_source(const NamedText& study,
                                          const std::map<std::string, std::string>& texts,
                                          bool each_measurement);

}  // namespace accord::assessment
