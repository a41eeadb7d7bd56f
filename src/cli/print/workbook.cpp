#include "cli/print/workbook.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/frame/answer.h"

namespace accord::cli {

Answer workbook(const Command& command, const Call& call,
                const std::vector<formats::XlsxTable>& tables, AboutLines about) {
  AboutLines lines{
      {"what", std::string(summary_of(command))},
      {"written by", fmt::format("accord {} (accord {})", ACCORD_VERSION, command.name)},
      {"NAME_bound",
       "how the number before it relates to the true one: at least, at most, below, above, "
       "about, not known; empty: it is the figure"}};
  for (auto& line : about) lines.push_back(std::move(line));
  Result<std::string> bytes = formats::write_xlsx(tables, lines);
  if (!bytes) return refuse(command, call, bytes.error());
  Answer answer;
  answer.body = std::move(*bytes);
  return answer;
}

AboutLines lines_about(std::string_view text) {
  AboutLines out;
  for (const std::string_view line : split(text, "\n"))
    if (!line.empty()) out.emplace_back("", std::string(line));
  return out;
}

}  // namespace accord::cli
