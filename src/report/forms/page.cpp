#include "report/forms/page.h"

#include <utility>

#include "seal/sha256.h"

namespace accord::report {

std::vector<const Figure*> figures_of(const Page& page) {
  std::vector<const Figure*> out;
  for (const Section& section : page.sections)
    for (const Block& block : section.blocks)
      if (const auto* figure = std::get_if<Figure>(&block)) out.push_back(figure);
  return out;
}

RunFile run_file(std::string name, std::string_view bytes) {
  return {std::move(name), seal::sha256_hex(bytes)};
}

Section data_section(const std::vector<RunFile>& files,
                     const std::vector<std::pair<std::string, std::string>>& rows) {
  Section out{"data", "What it was made from", 1, {}};
  Table table{"data-table",
              "Files and settings",
              "The same files and settings give the same numbers.",
              {{"what"}, {"value"}},
              {}};
  for (const RunFile& file : files)
    table.rows.push_back({"", {{.text = file.name}, {.text = "SHA-256 " + file.sha256}}});
  for (const auto& [name, value] : rows)
    table.rows.push_back({"", {{.text = name}, {.text = value}}});
  out.blocks.emplace_back(std::move(table));
  return out;
}

}  // namespace accord::report
