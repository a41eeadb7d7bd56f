#pragma once

#include <string>

#include "accounting/convert.h"

namespace accord::formats {

/// The lines of a converted report in the form of the profile: labelled, or a table. Empty when
/// there is no line.
[[nodiscard]] std::string write_converted(const accounting::Converted& converted,
                                          const accounting::Profile& profile);

}  // namespace accord::formats
