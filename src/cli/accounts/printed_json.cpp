#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/accounts/accounts.h"
#include "cli/frame/suggested.h"
#include "cli/print/workbook.h"

namespace accord::cli {

namespace {

AboutLines about(const Request& request, const Gaps& gaps) {
  AboutLines out{{"area", request.mba.empty() ? "all" : request.mba},
                 {"known on", request.known ? to_string(*request.known) : "all reports"}};
  for (const Problem& problem : unread_problems(gaps, about_accounts(request, "check")))
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
    return workbook(command, request, {cells.table()}, about(request, gaps));
  } else {
    answer.body = as_text(table, request.look);
  }
  return answer;
}

}  // namespace accord::cli
