#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/time_chart.h"
#include "report/figures/figures.h"
#include "report/forms/content.h"
#include "report/sections/writer.h"

/// What the two kinds of limit charts share. Internal to `report`.
namespace accord::report {

/// The bound of a day; null when the text sets none.
[[nodiscard]] const LimitStep* limit_on(const std::vector<LimitStep>& limits, Day day);

/// The bounds as dashed lines that lead to the finding; `name` is its term or id.
void add_limits(const Writer& writer, const std::string& name, const std::vector<LimitStep>& limits,
                chart::TimeChart& chart);

/// As the plan asks: scales, steps, further lines. Contract: the chart has a line.
void shape(const formats::ReportBlock& block, const std::vector<LimitStep>& limits,
           chart::TimeChart& chart);

/// Of a term without a figure of the series: what its findings compare, one drawing for each party
/// that it obliges. A drawing needs two different figures; without them there is none.
void add_findings_charts(Writer& writer, const formats::ReportBlock& block, Section& out);

/// The rule of a term that such a drawing is about: its first limit, of an amount rather than of
/// what flows in a period. Nothing when the term limits no amount.
[[nodiscard]] std::optional<std::size_t> limited_amount(const Writer& w, std::string_view term);

}  // namespace accord::report
