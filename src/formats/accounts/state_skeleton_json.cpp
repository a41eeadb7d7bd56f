#include "formats/accounts/state_skeleton_json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace accord::formats {

using accounting::Report;
using accounting::ReportKind;
using Json = nlohmann::ordered_json;

namespace {

/// What the reports say of an area.
struct Area {
  std::string_view facility;
  std::set<Day> lists;        ///< days of lists of an inventory
  std::set<Day> inventories;  ///< of lists and balances
  bool uranium = false, unified = false;
};

void take(const Report& report, Area& area) {
  const accounting::Header& h = report.header;
  if (area.facility.empty()) area.facility = h.facility;
  const bool is_list = h.kind == ReportKind::pil;
  if (h.end != day_min && is_list) area.lists.insert(h.end);
  if (h.end != day_min && (is_list || h.kind == ReportKind::mbr)) area.inventories.insert(h.end);
  for (const accounting::Weight& w : report.weights) {
    const material::KindFacts& facts = material::facts(w.kind);
    if (facts.kind >= material::Kind{600} && facts.kind < material::Kind{640}) area.uranium = true;
    if (facts.kind == material::Kind{600}) area.unified = true;
  }
}

Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}

/// The first list is the initial inventory, which is no inventory of a balance period.
Json area_json(std::string_view mba, Area area) {
  if (!area.lists.empty()) area.inventories.erase(*area.lists.begin());
  Json days = Json::array();
  for (const Day day : area.inventories) days.push_back(to_string(day));
  return {{"mba", mba},
          {"facility", text_or_null(area.facility)},
          {"name", nullptr},
          {"unified_uranium", area.uranium ? Json(area.unified) : Json()},
          {"pit_dates", std::move(days)}};
}

}  // namespace

std::string state_skeleton(const Accounts& accounts) {
  std::set<std::string_view> countries;
  std::map<std::string_view, Area> areas;
  for (const Report& report : accounts.reports) {
    if (!report.header.country.empty()) countries.insert(report.header.country);
    if (!report.header.mba.empty()) take(report, areas[report.header.mba]);
  }
  std::set<Day> first_lists;
  Json mbas = Json::array();
  for (const auto& [mba, area] : areas) {
    if (!area.lists.empty()) first_lists.insert(*area.lists.begin());
    mbas.push_back(area_json(mba, area));
  }
  const Json all{{"country", countries.size() == 1 ? Json(*countries.begin()) : Json()},
                 {"profile", accounts.profile.id},
                 {"entry_into_force", nullptr},
                 {"initial_inventory",
                  first_lists.size() == 1 ? Json(to_string(*first_lists.begin())) : Json()},
                 {"assessment_day", nullptr},
                 {"holidays", nullptr},
                 {"mbas", std::move(mbas)},
                 {"materials", nullptr}};
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<std::pair<std::string, std::string>> table_templates() {
  return {{notices_file, "direction,mba,batch,partner,date\n"},
          {special_reports_file, "id,mba,batch,date,kind\n"},
          {uncertainty_file, "kind,mba,label,sigma_g,u_shipper,u_receiver\n"}};
}

}  // namespace accord::formats
