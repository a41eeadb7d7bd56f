#include "cli/frame/envelope_json.h"

#include <nlohmann/json.hpp>

#include "cli/frame/spelled.h"

namespace accord::cli {

namespace {

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json message(const Problem& found) {
  const Problem problem = as_written(found);
  const bool placed = problem.place.line > 0;
  return {{"severity", problem.severity == Severity::error ? "error" : "warning"},
          {"code", problem.code},
          {"message", problem.message},
          {"help", or_null(problem.help)},
          {"file", or_null(problem.file)},
          {"line", placed ? Json(problem.place.line) : Json(nullptr)},
          {"column", placed ? Json(problem.place.column) : Json(nullptr)},
          {"length", placed ? Json(problem.place.length) : Json(nullptr)}};
}

}  // namespace

std::string envelope(std::string_view command, Json data, const std::vector<Problem>& messages,
                     std::optional<std::uint64_t> seed) {
  Json list = Json::array();
  for (const Problem& problem : messages) list.push_back(message(problem));
  const Json all{{"accord", "1"},           {"command", command},
                 {"head", nullptr},         {"seed", seed ? Json(*seed) : Json(nullptr)},
                 {"data", std::move(data)}, {"messages", std::move(list)}};
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string empty_envelope(std::string_view command, const std::vector<Problem>& messages) {
  return envelope(command, Json(nullptr), messages);
}

}  // namespace accord::cli
