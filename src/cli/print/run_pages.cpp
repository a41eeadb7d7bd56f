#include "cli/print/run_pages.h"

#include <fmt/format.h>

#include <algorithm>

namespace accord::cli {

bool wants_page(const Call& call) {
  return call.format == Format::html || call.format == Format::md || call.format == Format::svg;
}

std::optional<Error> figure_fault(const Call& call, const std::optional<std::string>& figure,
                                  const std::vector<std::string>& figures) {
  const bool drawing = call.format == Format::svg;
  if (!drawing && !figure) return std::nullopt;
  if (!drawing)
    return Error{"U004", "--figure: only a drawing is chosen by name", {}, "add --format svg"};
  if (figures.empty())
    return Error{
        "U004", "--format svg: there is nothing to draw", {}, "--format html has the tables"};
  if (!figure || std::find(figures.begin(), figures.end(), *figure) != figures.end())
    return std::nullopt;
  return Error{"U004",
               fmt::format("--figure: no drawing “{}” here", *figure),
               {},
               fmt::format("there is {}", fmt::join(figures, ", "))};
}

std::string page_text(const Call& call, const report::Page& page,
                      const std::optional<std::string>& figure) {
  if (call.format == Format::html) return report::html(page);
  if (call.format == Format::md) return report::markdown(page);
  for (const report::Figure* one : report::figures_of(page))
    if (!figure || one->id == *figure) return one->svg;
  return {};
}

}  // namespace accord::cli
