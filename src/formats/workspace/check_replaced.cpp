#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "base/text.h"
#include "formats/workspace/intake.h"

/// Rows that take the place of others (agreement-2, 13, I026).
namespace accord::formats {

namespace {

using Names = std::set<std::string_view>;

/// The names of tables that feed an event or a measure of the text, and which.
using Feeding = std::map<std::string_view, Names>;

Feeding feeding_names(const Workspace& workspace) {
  Feeding out;
  const auto add = [&](const auto& item) {
    const std::string_view own = item.head.name.text;
    out[own].insert(own);
    if (item.data)
      for (const agreement::Name& name : *item.data) out[name.text].insert(own);
  };
  for (const agreement::Item& item : workspace.agreement.items) {
    if (const auto* event = std::get_if<agreement::Event>(&item)) add(*event);
    if (const auto* measure = std::get_if<agreement::Measure>(&item)) add(*measure);
  }
  return out;
}

/// What each row feeds, by its origin.
std::vector<Names> fed_by_rows(const Workspace& workspace) {
  const Feeding feeding = feeding_names(workspace);
  std::vector<Names> out(workspace.records.origins.size());
  const auto add = [&](const evidence::Header& head, std::string_view name) {
    if (const auto found = feeding.find(name); found != feeding.end())
      out[head.origin].insert(found->second.begin(), found->second.end());
  };
  for (const evidence::Observation& o : workspace.records.observations) add(o.head, o.metric);
  for (const evidence::EventRecord& e : workspace.records.events)
    for (const std::string& name : e.names) add(e.head, name);
  for (const evidence::Declaration& d : workspace.records.declarations)
    out[d.head.origin].insert("a declaration");
  return out;
}

bool share_one(const Names& a, const Names& b) {
  return std::any_of(a.begin(), a.end(), [&](std::string_view name) { return b.contains(name); });
}

}  // namespace

void check_replaced(Intake& intake) {
  const std::vector<evidence::Origin>& origins = intake.workspace.records.origins;
  const auto corrects = [](const evidence::Origin& origin) { return !origin.replaces.empty(); };
  if (std::none_of(origins.begin(), origins.end(), corrects) || !tables_are_whole(intake)) return;
  const std::vector<Names> fed = fed_by_rows(intake.workspace);
  std::map<std::pair<std::string_view, std::string_view>, Names> rows;
  for (std::size_t i = 0; i < origins.size(); ++i)
    rows[{origins[i].file, origins[i].id}].insert(fed[i].begin(), fed[i].end());
  std::set<std::pair<std::string_view, std::string_view>> told;
  for (const evidence::Origin& origin : origins) {
    const auto replaced = rows.find({origin.file, origin.replaces});
    if (!corrects(origin) || replaced == rows.end() || replaced->second.empty()) continue;
    const Names& own = rows[{origin.file, origin.id}];
    if (share_one(own, replaced->second) || !told.insert({origin.file, origin.id}).second) continue;
    const std::string other =
        join(std::vector<std::string>(replaced->second.begin(), replaced->second.end()), "”, “");
    intake.workspace.problems.push_back(
        {Severity::error,
         "I026",
         own.empty()
             ? fmt::format("“{}” feeds “{}”, and this row, which replaces it, feeds nothing",
                           origin.replaces, other)
             : fmt::format("“{}” feeds “{}”, and this row, which replaces it, “{}”",
                           origin.replaces, other, *own.begin()),
         "say the same kind of thing as the row that is corrected, or leave replaces empty",
         origin.file,
         {origin.row, 1, 1}});
  }
}

}  // namespace accord::formats
