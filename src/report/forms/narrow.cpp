#include "report/forms/narrow.h"

#include <fmt/format.h>

#include <iterator>

namespace accord::report {

namespace {

/// A string of CSS that ends neither itself nor the element `style`.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || c == '<' || byte < 0x20)
      fmt::format_to(std::back_inserter(out), "\\{:x} ", byte);
    else
      out += c;
  }
  return out + '"';
}

}  // namespace

std::string cards(const std::vector<Section>& sections) {
  std::string out = "@media screen and (max-width: 699px) {\n";
  for (const Section& section : sections)
    for (const Block& block : section.blocks) {
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      for (std::size_t i = 0; i < table->columns.size(); ++i)
        if (const std::string& title = table->columns[i].title; !title.empty())
          out += fmt::format("table[id={}] td:nth-child({})::before {{ content: {}; }}\n",
                             quoted(table->id), i + 1, quoted(title + ": "));
    }
  return out + "}\n";
}

}  // namespace accord::report
