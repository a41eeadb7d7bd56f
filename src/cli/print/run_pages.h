#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/frame/call.h"
#include "report/forms/page.h"

/// The page of one run (a balance, a simulation) in the format that was asked for.
namespace accord::cli {

[[nodiscard]] bool wants_page(const Call& call);  ///< html, md or svg

/// U004: a figure without --format svg, or a name that none of the figures has.
[[nodiscard]] std::optional<Error> figure_fault(const Call& call,
                                                const std::optional<std::string>& figure,
                                                const std::vector<std::string>& figures);

/// HTML, Markdown, or the drawing of this name (the first without a name; empty when there is
/// none).
[[nodiscard]] std::string page_text(const Call& call, const report::Page& page,
                                    const std::optional<std::string>& figure = {});

}  // namespace accord::cli
