#include "measurement/component.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "measurement/items.h"

namespace accord::measurement {

namespace {

/// What is wrong with one component, whatever stands beside it.
void check(const ComponentRow& row, std::size_t index, std::vector<Fault>& faults) {
  const Component& c = row.component;
  const auto add = [&](Severity severity, const char* code, std::string message, std::string help,
                       const char* column) {
    faults.push_back({severity, code, std::move(message), std::move(help), index, column});
  };
  const bool relative = c.kind == Kind::relative;
  if (!(c.sigma >= 0 && c.sigma <= kg_max))
    add(Severity::error, "B001",
        fmt::format("{} is not a standard deviation of “{}”: it is {}", c.sigma, row.method,
                    c.sigma < 0 ? "negative" : "too large"),
        "write a number of 0 or more: a fraction for a relative error, kg for an absolute one",
        "standard_deviation");
  else if (relative && c.sigma >= 1)
    add(Severity::error, "B001",
        fmt::format("a relative standard deviation of {} is {} per cent", c.sigma, c.sigma * 100),
        "write a fraction below 1: 0.01 for one per cent", "standard_deviation");
  else if (relative && c.sigma > normal_relative_max)
    add(Severity::warning, "B018",
        fmt::format("a relative standard deviation of {} is above {}: normal errors are a poor "
                    "model of it",
                    c.sigma, normal_relative_max),
        "treat the result as rough, or simulate the measurement with a lognormal error",
        "standard_deviation");
  if (c.systematic && c.key.empty())
    add(Severity::error, "B002",
        fmt::format("a systematic error of “{}” has no source: what it is common to is not known",
                    row.method),
        "name its source, such as the method with its instrument; equal names are one error",
        "source_key");
}

}  // namespace

Methods methods_of(std::span<const ComponentRow> rows) {
  Methods out;
  std::unordered_map<std::string_view, std::size_t> places;
  std::set<std::tuple<std::size_t, std::string_view, Kind>> sources;
  std::vector<bool> exact;       // of each method: its first row says that it has no errors
  std::set<std::size_t> faulty;  // methods that say both
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ComponentRow& row = rows[i];
    const auto [place, added] = places.try_emplace(row.method, out.methods.size());
    if (added) out.methods.push_back({row.method, {}});
    const bool has_other = added ? false : exact[place->second] == row.has_component;
    if (has_other && faulty.insert(place->second).second)
      out.faults.push_back({Severity::error, "B028",
                            fmt::format("“{}” has errors and is said to have none", row.method),
                            "take out the row with “none”, or the errors", i, "component"});
    if (added) exact.push_back(!row.has_component);
    if (!row.has_component) continue;
    std::vector<Fault> faults;
    check(row, i, faults);
    const Component& c = row.component;
    if (!c.key.empty() && !sources.emplace(place->second, c.key, c.kind).second)
      faults.push_back({Severity::error, "B003",
                        fmt::format("“{}” has the source “{}” twice", row.method, c.key),
                        "one source is one error: give its standard deviation once", i,
                        "source_key"});
    if (!has_errors(faults)) {
      out.methods[place->second].components.push_back(c);
      out.methods[place->second].components.back().row = i;
    }
    out.faults.insert(out.faults.end(), faults.begin(), faults.end());
  }
  return out;
}

std::vector<std::string_view> columns_of_key(std::string_view key) {
  std::vector<std::string_view> out;
  for (std::size_t open = key.find('{'); open != std::string_view::npos;
       open = key.find('{', open + 1)) {
    const std::size_t close = key.find('}', open);
    if (close == std::string_view::npos) {
      out.push_back(key.substr(open));  // with its brace, the name of no column
      break;
    }
    out.push_back(key.substr(open + 1, close - open - 1));
  }
  return out;
}

double sigma_kg(const Method& method, double value_kg) {
  double variance = 0;
  std::map<std::string_view, double> shared;
  for (const Component& c : method.components) {
    const double s = c.kind == Kind::relative ? c.sigma * std::abs(value_kg) : c.sigma;
    if (c.key.empty())
      variance += s * s;
    else
      shared[c.key] += s;
  }
  for (const auto& [key, s] : shared) variance += s * s;
  return std::sqrt(variance);
}

}  // namespace accord::measurement
