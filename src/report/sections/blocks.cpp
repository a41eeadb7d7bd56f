#include "report/sections/blocks.h"

namespace accord::report {

void add_figures(Writer& w, const std::vector<Drawing>& drawings, Section& out) {
  for (const Drawing& d : drawings) {
    Figure figure{d.id, d.title, d.statement, d.svg, {}};
    for (const std::uint32_t origin : d.origins)
      figure.links.push_back(
          {.text = w.assessed.records().origins[origin].id, .href = w.cite(origin, d.id)});
    out.blocks.emplace_back(std::move(figure));
  }
}

void add_text(Writer&, const ReportBlock& block, Section& out) {
  out.blocks.emplace_back(Paragraph{block.text});
}

}  // namespace accord::report
