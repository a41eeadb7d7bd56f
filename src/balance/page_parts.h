#pragma once

#include <optional>
#include <span>

#include "balance/page.h"
#include "base/result.h"

/// What the files of Page's test share.
namespace accord::balance {

[[nodiscard]] std::optional<Error> page_fault(const PageTest& test);
[[nodiscard]] std::optional<Error> not_finite_fault(const char* name,
                                                    std::span<const double> values);

}  // namespace accord::balance
