#include "report/sections/series_figures.h"

#include <algorithm>

namespace accord::report {

using evidence::Observation;
using evidence::Relation;
using formats::SeriesFigure;

namespace {

bool has_parts(const formats::Workspace& workspace, const std::string& figure) {
  return std::any_of(workspace.figures.begin(), workspace.figures.end(),
                     [&](const SeriesFigure& f) { return f.part_of == figure; });
}

/// Whether it is a part of the whole, or of one of its parts. Reading has refused circles.
bool is_below(const formats::Workspace& workspace, const SeriesFigure& figure,
              const std::string& whole) {
  if (figure.part_of.empty()) return false;
  if (figure.part_of == whole) return true;
  for (const SeriesFigure& above : workspace.figures)
    if (above.column == figure.part_of) return is_below(workspace, above, whole);
  return false;
}

}  // namespace

const Observation* number(const Writer& w, const std::string& figure,
                          const formats::SeriesReport* report) {
  const Observation* o = report == nullptr ? nullptr : w.figure(figure, *report);
  return o != nullptr && o->relation == Relation::equal ? o : nullptr;
}

Mark derived_from(const Observation& a, const Observation& b) {
  return weaker(Mark::derived,
                weaker(mark_of(a.head.trace, a.head.grade), mark_of(b.head.trace, b.head.grade)));
}

FigureParts parts_of(const formats::Workspace& workspace, const std::string& whole) {
  FigureParts out;
  for (const SeriesFigure& figure : workspace.figures) {
    if (!is_below(workspace, figure, whole)) continue;
    if (!has_parts(workspace, figure.column))
      out.bands.push_back(figure.column);
    else if (figure.part_of == whole)
      out.forms.push_back(figure.column);
  }
  return out;
}

}  // namespace accord::report
