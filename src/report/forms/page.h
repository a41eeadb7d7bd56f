#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/forms/content.h"

/// One calculation as a page of its own: what was found, tables, drawings, what it assumes, and the
/// files it was made from. No workspace, no evidence of others.
namespace accord::report {

struct Page {
  std::string kind{};  ///< above the title: "Material balance"
  std::string title{}, subtitle{};
  std::vector<Section> sections{};
};

[[nodiscard]] std::string html(const Page& page);      ///< one self-contained file
[[nodiscard]] std::string markdown(const Page& page);  ///< the same words and tables

/// Its figures, in order. `Figure::id` is the name that a user gives.
[[nodiscard]] std::vector<const Figure*> figures_of(const Page& page);
std::vector<const Figure*> figures_of(const Page&& page) = delete;  // they are the page's

/// A file that a page was made from.
struct RunFile {
  std::string name, sha256;
};
[[nodiscard]] RunFile run_file(std::string name, std::string_view bytes);
/// Where the numbers come from: the files with their hashes, and other rows of name and value.
[[nodiscard]] Section data_section(const std::vector<RunFile>& files,
                                   const std::vector<std::pair<std::string, std::string>>& rows);

}  // namespace accord::report
