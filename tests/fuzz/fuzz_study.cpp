#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "assessment/campaign.h"
#include "assessment/study.h"
#include "balance/study.h"
#include "base/contract.h"
#include "formats/criteria.h"
#include "formats/scenario.h"

/// What describes a balance in TOML: a study with its series behind a byte 30, a scenario, or
/// criteria, as the first byte says. A study that can be read has finite masses and a covariance.
namespace {

constexpr std::size_t periods_most = 60;

void check_study(std::string_view text) {
  const std::size_t end = std::min(text.find('\x1e'), text.size());
  const accord::assessment::NamedText study{"study.toml", text.substr(0, end)};
  std::map<std::string, std::string> series;
  for (const std::string& file : accord::assessment::files_of_study(study))
    series[file] = text.substr(std::min(end + 1, text.size()));
  auto loaded = accord::assessment::load_study(study, series);
  ACCORD_EXPECT(loaded.study.has_value() == !accord::has_errors(loaded.problems));
  if (!loaded.study || loaded.prepared.prepared->periods > periods_most) return;
  const auto balance =
      accord::balance::balance_of(*loaded.prepared.prepared, std::move(loaded.prepared.methods),
                                  std::move(loaded.prepared.strata));
  for (std::size_t t = 0; t < balance.periods.size(); ++t)
    ACCORD_EXPECT(std::isfinite(balance.periods[t].muf_kg) &&
                  balance.muf.covariance_kg2(t, t) >= 0);
}

void check_scenario(std::string_view text) {
  const auto read = accord::formats::read_scenario(text, "scenario.toml");
  if (accord::has_errors(read.problems)) return;
  static_cast<void>(accord::assessment::stated_covariance(read.scenario.balance));
}

void check_criteria(std::string_view text) {
  const auto read = accord::formats::read_criteria(text, "criteria.toml");
  if (accord::has_errors(read.problems)) return;
  for (const auto& criterion : read.criteria.list)
    ACCORD_EXPECT(criterion.above_sigma || criterion.above_kg || criterion.above_active ||
                  criterion.above_goal);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (data[0] % 3 == 0)
    check_study(text);
  else if (data[0] % 3 == 1)
    check_scenario(text);
  else
    check_criteria(text);
  return 0;
}
