#include <fmt/format.h>

#include <algorithm>

#include "agreement/model/units.h"
#include "base/english.h"
#include "report/figures/series_chart.h"
#include "report/sections/blocks.h"
#include "report/sections/series_figures.h"

/// The parts of a figure on top of one another, report by report.
namespace accord::report {

namespace {

using chart::Colour;
using evidence::Observation;
using evidence::Relation;

/// What a bar is made of: the parts in their order, and the word for one of them.
struct Bands {
  std::vector<std::string> figures;
  std::string part;
};

/// Parts of one report: its bands, then what the total holds beyond them.
chart::Bar bar_of(Writer& w, const Bands& bands, const Entry& total, const std::string& unit,
                  Sketch& sketch) {
  const Day day = total.day();
  chart::Bar bar{day, day, {}, chart_mark(total.mark())};
  const agreement::Units units(w.workspace.agreement);
  Rational rest = total.value;
  for (std::size_t i = 0; i < bands.figures.size(); ++i) {
    const Observation* o = w.figure(bands.figures[i], *total.report);
    const auto factor = o == nullptr ? std::nullopt : units.factor(o->unit, unit);
    if (!factor || o->relation != Relation::equal) continue;
    const Rational value = Rational(o->value) * *factor;
    rest = rest - value;
    const std::string text =
        fmt::format("{}, {}, {}", w.name_of(bands.figures[i]), said(w, *o), word(o->head.trace));
    bar.parts.push_back({i, value.approximate(), chart_mark(mark_of(o->head.trace, o->head.grade)),
                         anchor(w, sketch, *total.report, text, fmt::format("-{}", i))});
  }
  if (rest > Rational())
    bar.parts.push_back(
        {bands.figures.size(), rest.approximate(), chart::Mark::none,
         anchor(w, sketch, *total.report,
                fmt::format("in no published {}: {}", bands.part, to_exact_string(rest)),
                "-rest")});
  return bar;
}

/// The legend, and what the drawing says of itself.
void head(Writer& w, const ReportBlock& block, const Bands& bands, bool has_forms, Sketch& sketch) {
  constexpr Colour colours[] = {Colour::sky,    Colour::green,     Colour::blue,
                                Colour::orange, Colour::vermilion, Colour::purple};
  const std::string parts = noun_of(false, bands.part);
  const std::string& whole = block.names.front();
  sketch.chart.head = {
      w.own_id("fig-" + (block.id.empty() ? "by-" + bands.part : block.id)),
      block.title.empty() ? w.name_of(whole) + " by " + bands.part : block.title,
      block.statement.empty()
          ? fmt::format("The published {} of each report, one on top of the other, up to its "
                        "total; what the total holds beyond them is in {} not published{}.",
                        parts, parts, has_forms ? " or in other forms" : "")
          : block.statement};
  for (std::size_t i = 0; i < bands.figures.size(); ++i)
    sketch.chart.series.push_back({w.name_of(bands.figures[i]), colours[i % std::size(colours)]});
  sketch.chart.series.push_back(
      {fmt::format("{} not published{}", bands.part, has_forms ? ", or other forms" : ""),
       Colour::grey, chart::Fill::hollow});
}

}  // namespace

void add_bands_chart(Writer& w, const ReportBlock& block, Section& out) {
  const FigureParts parts = parts_of(w.workspace, block.names.front());
  const Series totals = series_of(w, block.names.front());
  if (parts.bands.empty()) return;
  const Bands bands{parts.bands, block.part.empty() ? "part" : block.part};
  Sketch sketch;
  head(w, block, bands, !parts.forms.empty(), sketch);
  sketch.chart.value_title = unit_title(w, totals.unit);
  chart::Line gaps;
  for (const Entry& e : totals.entries) {
    if (e.report->kind == "update") continue;
    if (e.is_figure()) {
      sketch.chart.bars.push_back(bar_of(w, bands, e, totals.unit, sketch));
      continue;
    }
    const std::string why = e.missing_words();
    gaps.points.push_back(
        {e.day(), std::nullopt, chart::Mark::none, anchor(w, sketch, *e.report, why), why});
  }
  sketch.chart.lines.push_back(std::move(gaps));
  add_figures(w, {finish(w, std::move(sketch))}, out);
}

}  // namespace accord::report
