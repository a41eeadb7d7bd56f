#include <fmt/format.h>

#include <algorithm>

#include "base/english.h"
#include "report/figures/series_chart.h"
#include "report/sections/blocks.h"

/// The change of a figure between neighbouring reports.
namespace accord::report {

namespace {

/// For each 30 days between the two reports.
chart::Bar bar_of(Writer& w, const Entry& last, const Entry& now, const std::string& unit,
                  Sketch& sketch) {
  const Day from = last.day();
  const Day to = now.day();
  const Rational change = now.value - last.value;
  const Rational rate = change * Rational::of(30, to - from);
  const std::string text =
      fmt::format("{} {} in {}, {} in 30 days, since {}", to_exact_string(change), w.in_words(unit),
                  counted(to - from, "day"), to_fixed(rate, 1), last.report->id);
  const Mark mark = weaker(now.mark(), last.mark());
  return {from,
          to,
          {{0, rate.approximate(), chart_mark(mark), anchor(w, sketch, *now.report, text)}},
          chart::Mark::none};
}

}  // namespace

void add_change_chart(Writer& w, const ReportBlock& block, Section& out) {
  const std::string& figure = block.names.front();
  const Series series = series_of(w, figure);
  Sketch sketch;
  sketch.chart.head = {
      w.own_id("fig-" + (block.id.empty() ? std::string("change") : block.id)),
      block.title.empty() ? fmt::format("{}: change between reports", w.name_of(figure))
                          : block.title,
      block.statement.empty()
          ? "Computed: difference of the figures of neighbouring quarterly reports, for each 30 "
            "days between them; below zero where it fell."
          : block.statement};
  sketch.chart.value_title = unit_title(w, series.unit) + " per 30 days";
  sketch.chart.series = {
      {block.line.empty() ? "change; both figures found or estimated" : block.line,
       chart::Colour::blue}};
  const Entry* last = nullptr;
  for (const Entry& now : series.entries) {
    if (now.report->kind == "update") continue;
    if (last != nullptr && now.is_figure() && now.day() > last->day())
      sketch.chart.bars.push_back(bar_of(w, *last, now, series.unit, sketch));
    last = now.is_figure() ? &now : nullptr;
  }
  add_figures(w, {finish(w, std::move(sketch))}, out);
}

}  // namespace accord::report
