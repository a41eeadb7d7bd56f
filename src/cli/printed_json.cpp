#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/accounts.h"
#include "cli/answer.h"

namespace accord::cli {

namespace {

std::vector<std::pair<std::string, std::string>> read_me(const Command& command,
                                                         const Request& request, const Gaps& gaps) {
  std::vector<std::pair<std::string, std::string>> out{
      {"what", std::string(command.summary)},
      {"written by", fmt::format("accord {} (accord {})", ACCORD_VERSION, command.name)},
      {"area", request.mba.empty() ? "all" : request.mba},
      {"known on", request.known ? to_string(*request.known) : "all reports"},
      {"NAME_bound",
       "how the number before it stands to the true one: at least, at most, not known; empty: it "
       "is "
       "the figure"}};
  for (const Problem& problem : unread_problems(gaps))
    out.emplace_back("cannot be read", fmt::format("{}:{}:{}: {}", problem.file, problem.place.line,
                                                   problem.place.column, problem.message));
  return out;
}

}  // namespace

Answer printed(const Request& request, const Command& command, const Table& table,
               const DataTable& cells, Json data, const Gaps& gaps) {
  Answer answer;
  if (request.json()) {
    answer.body = envelope(command.name, std::move(data));
  } else if (request.format == Format::csv) {
    answer.body = as_csv(cells.table(), request.exact);
  } else if (request.format == Format::xlsx) {
    Result<std::string> bytes = formats::write_xlsx(cells.table(), read_me(command, request, gaps));
    if (!bytes) return refuse(command, request, bytes.error());
    answer.body = std::move(*bytes);
  } else {
    answer.body = as_text(table, request.colored);
  }
  return answer;
}

}  // namespace accord::cli
