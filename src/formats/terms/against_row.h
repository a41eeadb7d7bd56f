#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agreement/model/units.h"
#include "formats/workspace/workspace.h"

namespace accord::formats {

/// One row of a table of commitments while it is compared with the text.
class RowCheck {
 public:
  RowCheck(const Workspace& workspace_in, const agreement::Units& units_in,
           const CommitmentRow& row, std::vector<Problem>& problems)
      : workspace(workspace_in), units(units_in), row_(row), problems_(problems) {}

  const Workspace& workspace;
  const agreement::Units& units;

  [[nodiscard]] const std::string& id() const { return row_.id; }
  [[nodiscard]] bool has(std::string_view column) const { return row_.cells.contains(column); }
  /// "" also when there is no such column.
  [[nodiscard]] std::string_view cell(std::string_view column) const {
    const auto found = row_.cells.find(column);
    return found == row_.cells.end() ? std::string_view() : std::string_view(found->second.text);
  }

  void report(const char* code, std::string_view column, std::string message) {
    const auto found = row_.cells.find(column);
    const Place place = found == row_.cells.end() ? Place{} : found->second.place;
    problems_.push_back({Severity::error, code, std::move(message),
                         "correct whichever of the two differs from the agreement", row_.file,
                         place});
  }
  void differ(const char* code, std::string_view column, std::string_view what,
              std::string_view table, std::string_view text) {
    const auto shown = [](std::string_view value) {
      return value.empty() ? std::string("nothing") : fmt::format("“{}”", value);
    };
    report(code, column,
           fmt::format("{} of {}: the table says {}, the text {}", what, id(), shown(table),
                       shown(text)));
  }

 private:
  const CommitmentRow& row_;
  std::vector<Problem>& problems_;
};

/// Kind, limit and durations of a row beside the item of its name.
void compare_term(RowCheck& check, const agreement::Term& term);
void compare_provision(RowCheck& check, const agreement::Provision& provision);
void compare_procedure(RowCheck& check, const agreement::Procedure& procedure);

}  // namespace accord::formats
