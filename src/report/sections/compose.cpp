#include "report/sections/compose.h"

#include <array>
#include <optional>
#include <utility>

#include "report/sections/blocks.h"

namespace accord::report {

using formats::ReportBlock;
using formats::ReportPlan;
using formats::ReportSection;

namespace {

using Kind = ReportBlock::Kind;
using AddBlock = void (*)(Writer&, const ReportBlock&, Section&);

/// In the order of the kinds. Evidence is gathered from all sections: it has its turn at the end.
constexpr std::array<AddBlock, 29> adders{
    add_summary,     add_sides,       add_outcomes,     add_introduction, add_changes,
    add_calendar,    add_parties,     add_questions,    add_terms,        add_terms_of,
    add_other_terms, add_calls,       add_text,         add_limit_chart,  add_series,
    add_bands,       add_bands_chart, add_change_chart, add_episodes,     add_items,
    add_books,       add_account,     add_events_chart, add_events,       add_positions,
    add_rounds,      add_claims,      add_missing,      nullptr};
static_assert(adders.size() == static_cast<std::size_t>(Kind::evidence) + 1);

bool has_block(const ReportPlan& plan, Kind kind) {
  for (const ReportSection& section : plan.sections)
    for (const ReportBlock& block : section.blocks)
      if (block.kind == kind) return true;
  return false;
}

int level_of(const std::string& id) {
  return id.find('.') == std::string::npos ? 1 : 2;
}

/// A section under construction. `said`: something beside paragraphs of the plan itself stands in
/// it, or nothing else was asked for.
struct Draft {
  Section section;
  bool said = false;
  std::optional<std::size_t> evidence{};  ///< before which block it belongs
};

Draft drafted(Writer& w, const ReportSection& planned) {
  Draft out{{planned.id, planned.title, level_of(planned.id), {}}};
  w.shown.clear();
  bool only_text = !planned.blocks.empty();
  for (const ReportBlock& block : planned.blocks) {
    const std::size_t before = out.section.blocks.size();
    if (block.kind == Kind::evidence)
      out.evidence = before;
    else
      adders.at(static_cast<std::size_t>(block.kind))(w, block, out.section);
    only_text = only_text && block.kind == Kind::text;
    out.said = out.said || block.kind == Kind::evidence ||
               (block.kind != Kind::text && out.section.blocks.size() > before);
  }
  out.said = out.said || only_text;
  return out;
}

/// A heading whose parts have something to say stays without blocks of its own.
bool has_parts(const std::vector<Draft>& drafts, std::size_t heading) {
  if (drafts[heading].section.level > 1) return false;
  for (std::size_t i = heading + 1; i < drafts.size() && drafts[i].section.level > 1; ++i)
    if (drafts[i].said) return true;
  return false;
}

void add_what_no_block_shows(Writer& w, const ReportPlan& plan, std::vector<Draft>& drafts) {
  if (!has_block(plan, Kind::summary))
    drafts.insert(drafts.begin(), drafted(w, {"summary", "Summary", {{.kind = Kind::summary}}}));
  if (!has_block(plan, Kind::other_terms))
    drafts.push_back(drafted(w, {"other", "Other commitments", {{.kind = Kind::other_terms}}}));
  if (!has_block(plan, Kind::evidence))
    drafts.push_back(drafted(w, {"annex", "Annex: sources and data", {{.kind = Kind::evidence}}}));
}

}  // namespace

void compose(Writer& w, const ReportPlan& plan, Report& report) {
  w.use(plan);
  std::vector<Draft> drafts;
  for (const ReportSection& section : plan.sections) drafts.push_back(drafted(w, section));
  add_what_no_block_shows(w, plan, drafts);
  std::optional<std::pair<std::size_t, std::size_t>> evidence;  // section and block
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (!draft.said && !has_parts(drafts, i)) continue;
    if (draft.evidence && !evidence) evidence = {report.sections.size(), *draft.evidence};
    report.sections.push_back(std::move(draft.section));
  }
  const std::vector<Block> gathered = evidence_blocks(w, report);
  std::vector<Block>& blocks = report.sections[evidence->first].blocks;
  blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(evidence->second), gathered.begin(),
                gathered.end());
}

}  // namespace accord::report
