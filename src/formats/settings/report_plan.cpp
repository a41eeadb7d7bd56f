#include "formats/settings/report_plan.h"

#include <algorithm>
#include <array>

namespace accord::formats {

namespace {

constexpr std::array<std::string_view, 29> words{
    "summary",   "sides",       "outcomes", "introduction", "changes",      "calendar",
    "parties",   "questions",   "terms",    "terms_of",     "other_terms",  "calls",
    "text",      "limit_chart", "series",   "bands",        "bands_chart",  "change_chart",
    "episodes",  "items",       "books",    "account",      "events_chart", "events",
    "positions", "rounds",      "claims",   "missing",      "evidence"};
static_assert(words.size() == static_cast<std::size_t>(ReportBlock::Kind::evidence) + 1);

bool is_of_figures(ReportBlock::Kind kind) {
  using Kind = ReportBlock::Kind;
  return kind == Kind::series || kind == Kind::bands || kind == Kind::bands_chart ||
         kind == Kind::change_chart || kind == Kind::missing;
}

}  // namespace

std::string_view word(ReportBlock::Kind kind) {
  return words.at(static_cast<std::size_t>(kind));
}

std::span<const std::string_view> report_block_words() {
  return words;
}

bool ReportPlan::shows(std::string_view figure) const {
  const auto is_it = [&](const std::string& name) { return name == figure; };
  for (const ReportSection& section : sections)
    for (const ReportBlock& block : section.blocks)
      if (is_it(block.figure) ||
          (is_of_figures(block.kind) && std::any_of(block.names.begin(), block.names.end(), is_it)))
        return true;
  return false;
}

}  // namespace accord::formats
