#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/rational.h"
#include "chart/time_chart.h"
#include "report/figures/figures.h"
#include "report/sections/writer.h"

/// What the drawings of one metric of the series share. Internal to `report`.
namespace accord::report {

/// A report of the series with its figure of one metric, in the unit of the chart.
struct Entry {
  const formats::SeriesReport* report = nullptr;
  const evidence::Observation* record = nullptr;
  Rational value;  ///< of a figure, or of the bound of a statement without one

  [[nodiscard]] bool is_figure() const { return record->relation == evidence::Relation::equal; }
  [[nodiscard]] bool is_ceiling() const {
    return record->relation == evidence::Relation::at_most ||
           record->relation == evidence::Relation::below;
  }
  [[nodiscard]] bool is_missing() const {
    return record->relation == evidence::Relation::no_access ||
           record->relation == evidence::Relation::no_figure;
  }
  [[nodiscard]] Day day() const { return record->head.valid; }
  [[nodiscard]] Mark mark() const { return mark_of(record->head.trace, record->head.grade); }
  /// Why there is no figure: "no access" or "no figure".
  [[nodiscard]] const char* missing_words() const {
    return record->relation == evidence::Relation::no_access ? "no access" : "no figure";
  }
};

/// One metric of the series: its reports up to the day of the report, in one unit, by day.
struct Series {
  std::string unit;
  std::vector<Entry> entries;

  [[nodiscard]] const Entry* last_figure() const;
};

/// The unit of the first figure, else of the first statement; a record in a unit that cannot be
/// turned into it is left out. An update that is silent about the metric is no missing figure.
[[nodiscard]] Series series_of(const Writer& writer, const std::string& metric);

/// For an axis: the title that the text gives the unit.
[[nodiscard]] std::string unit_title(const Writer& writer, const std::string& unit);

/// "205.0 kg", "not above 250 kg", as on record.
[[nodiscard]] std::string said(const Writer& writer, const evidence::Observation& record);

[[nodiscard]] chart::Mark chart_mark(Mark mark);

/// One drawing that is being built.
struct Sketch {
  chart::TimeChart chart;
  std::vector<std::uint32_t> origins;
};

/// The mark of a report: its row joins the annex and the rows of the drawing. `part` tells the
/// marks of one report apart.
[[nodiscard]] chart::Anchor anchor(Writer& writer, Sketch& sketch,
                                   const formats::SeriesReport& report, const std::string& text,
                                   std::string_view part = {});

/// Draws it. The axis ends with the day of the report, so that days without a figure are seen.
[[nodiscard]] Drawing finish(const Writer& writer, Sketch sketch);

[[nodiscard]] Drawing stock_and_limit(Writer& writer);
[[nodiscard]] Drawing highest_level(Writer& writer);

}  // namespace accord::report
