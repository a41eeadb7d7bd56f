#include "cli/print/run_pages.h"

#include <fmt/format.h>

#include <algorithm>

namespace accord::cli {

bool wants_page(const Request& request) {
  return request.format == Format::html || request.format == Format::md ||
         request.format == Format::svg;
}

std::optional<Error> figure_fault(const Request& request, const std::optional<std::string>& figure,
                                  const std::vector<std::string>& figures) {
  const bool drawing = request.format == Format::svg;
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

std::string page_text(const Request& request, const report::Page& page,
                      const std::optional<std::string>& figure) {
  if (request.format == Format::html) return report::html(page);
  if (request.format == Format::md) return report::markdown(page);
  for (const report::Figure* one : report::figures_of(page))
    if (!figure || one->id == *figure) return one->svg;
  return {};
}

}  // namespace accord::cli
