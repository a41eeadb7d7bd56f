#include "report/sections/usual_plan.h"

#include <algorithm>

#include "report/figures/limit_chart.h"

namespace accord::report {

using formats::ReportBlock;
using formats::ReportPlan;
using formats::ReportSection;
using formats::SeriesFigure;

namespace {

using Kind = ReportBlock::Kind;
using Side = std::vector<std::string>;

ReportBlock block(Kind kind, std::vector<std::string> names = {}) {
  return {.kind = kind, .names = std::move(names)};
}

std::vector<ReportBlock> blocks(std::initializer_list<Kind> kinds) {
  std::vector<ReportBlock> out;
  for (const Kind kind : kinds) out.push_back(block(kind));
  return out;
}

/// In the order in which the text first obliges them.
std::vector<Side> sides_of(const Writer& w) {
  std::vector<Side> out;
  for (const evidence::Finding& f : w.assessed.findings())
    if (w.place_of_side(f.party) == out.size()) out.push_back(f.party);
  return out;
}

/// What one side owes, what was asked of it, what it holds against its limits, and when it held
/// more.
std::vector<ReportBlock> blocks_of(const Writer& w, const Side& side) {
  std::vector<ReportBlock> out{block(Kind::terms_of, side), block(Kind::calls)};
  std::vector<ReportBlock> episodes;
  for (const evidence::Finding* f : w.findings_of_side(side)) {
    if (!limited_amount(w, f->term)) continue;
    for (const Kind kind : {Kind::limit_chart, Kind::episodes}) {
      ReportBlock made = block(kind, {f->term});
      if (side.size() == 1) made.party = side.front();
      (kind == Kind::limit_chart ? out : episodes).push_back(std::move(made));
    }
  }
  out.insert(out.end(), episodes.begin(), episodes.end());
  return out;
}

void add_commitments(const Writer& w, ReportPlan& plan) {
  const std::vector<Side> sides = sides_of(w);
  plan.sections.push_back({"C", "Commitments", {}});
  if (sides.size() == 1) {
    plan.sections.back().blocks = blocks_of(w, sides.front());
    return;
  }
  for (std::size_t i = 0; i < sides.size(); ++i)
    plan.sections.push_back(
        {"C." + std::to_string(i + 1), w.parties(sides[i]), blocks_of(w, sides[i])});
}

/// The verifier's reports: what consists of parts by its parts, then figures that are part of none.
std::vector<ReportBlock> blocks_of_series(const Writer& w) {
  std::vector<ReportBlock> out;
  std::vector<std::string> whole;
  for (const SeriesFigure& figure : w.workspace.figures) {
    if (!figure.part_of.empty()) continue;
    whole.push_back(figure.column);
    const bool has_parts =
        std::any_of(w.workspace.figures.begin(), w.workspace.figures.end(),
                    [&](const SeriesFigure& f) { return f.part_of == figure.column; });
    if (has_parts) out.push_back(block(Kind::bands, {figure.column}));
  }
  if (!whole.empty()) out.push_back(block(Kind::series, std::move(whole)));
  return out;
}

}  // namespace

ReportPlan usual_plan(const Writer& w) {
  ReportPlan plan;
  plan.sections = {{"summary", "Summary", blocks({Kind::summary, Kind::sides, Kind::outcomes})},
                   {"A", "Introduction", blocks({Kind::introduction, Kind::changes})},
                   {"B", "Background", blocks({Kind::calendar, Kind::parties, Kind::questions})}};
  add_commitments(w, plan);
  plan.sections.push_back({"D", "Reports of the verifier", blocks_of_series(w)});
  plan.sections.push_back({"E", "Counted items", blocks({Kind::items})});
  plan.sections.push_back({"F", "The accounts", blocks({Kind::books})});
  plan.sections.push_back(
      {"G", "Events", blocks({Kind::events_chart, Kind::account, Kind::events})});
  plan.sections.push_back({"H", "Talks", blocks({Kind::positions, Kind::rounds})});
  plan.sections.push_back({"I", "Statements of others", blocks({Kind::claims})});
  ReportSection annex{"annex", "Annex: sources and data", {}};
  std::vector<std::string> figures;
  for (const SeriesFigure& figure : w.workspace.figures) figures.push_back(figure.column);
  if (!figures.empty()) annex.blocks.push_back(block(Kind::missing, std::move(figures)));
  annex.blocks.push_back(block(Kind::evidence));
  plan.sections.push_back(std::move(annex));
  return plan;
}

}  // namespace accord::report
