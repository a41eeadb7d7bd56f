#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

/// What a report says, and in which order: [report] of accord.toml as plain values.
namespace accord::formats {

/// A value to compare with, drawn as a line.
struct ReportMark {
  std::string label;
  Decimal value;
};

/// One table, drawing or paragraph, or a few that belong together. What a block has no records for
/// is left out.
struct ReportBlock {
  enum class Kind : std::uint8_t {
    summary,       ///< the sentences that a reader may quote
    sides,         ///< drawing: the outcomes of every commitment over time
    outcomes,      ///< how many commitments of each side are met, not met, not shown
    introduction,  ///< what is compared with what, on which days
    changes,       ///< against the report of the series before
    calendar,      ///< the named days of the text
    parties,       ///< with those who declared that they cease to participate
    questions,     ///< questions of the text, and procedures that were opened
    terms,         ///< commitments: `names`
    terms_of,      ///< every commitment of the side `names` that no block `terms` names
    other_terms,   ///< every commitment that no other block names
    calls,         ///< requests, notices and reports due under the commitments of the section
    text,          ///< a paragraph: `text`
    limit_chart,   ///< drawing: what is held against the limit of the term `names`
    series,        ///< the figures `names` of the verifier's reports, one row a report
    bands,         ///< the parts of the figure `names`: now, in the report before, change
    bands_chart,   ///< drawing: the same parts on top of one another, report by report
    change_chart,  ///< drawing: the change of the figure `names` between reports
    episodes,      ///< the times beyond the limits of the terms `names`
    items,         ///< counted items
    books,         ///< accountancy reports
    account,       ///< what two sides performed and stopped, by day; `names`: the sides, or none
    events_chart,  ///< drawing: events on record by category
    events,        ///< events and declarations since the report before
    positions,     ///< in talks
    rounds,        ///< of talks
    claims,        ///< what others say about figures, held against the record
    missing,       ///< the figures `names` that are recalled or not at hand
    evidence       ///< rows that feed nothing, files read, hash of the rows used
  };

  Kind kind = Kind::text;
  std::vector<std::string> names{};
  std::string text{};
  std::string id{}, title{}, statement{};  ///< of the table or drawing; empty: the usual ones
  std::string line{};                      ///< name of what is drawn; empty: that of the figure
  std::string figure{};  ///< limit_chart: a figure of the series; empty: what the findings compare
  std::string term{};    ///< series: the term whose limit the first figure is divided by
  std::string party{};   ///< limit_chart, episodes: of this party only
  std::string part{};    ///< bands: what a part is called; empty: "part"
  std::vector<ReportMark> marks{};  ///< limit_chart: further lines to compare with
  bool logarithmic = false, steps = false, multiples = false, cut = false;  ///< limit_chart
  bool change = false;  ///< series: with the change of the first figure in 30 days
};

/// The word of a block in accord.toml: "limit_chart".
[[nodiscard]] std::string_view word(ReportBlock::Kind kind);
/// Every such word, in the order of the kinds.
[[nodiscard]] std::span<const std::string_view> report_block_words();

struct ReportSection {
  std::string id;  ///< "C.1": below "C"
  std::string title;
  std::vector<ReportBlock> blocks;
};

struct ReportPlan {
  std::string title;
  std::vector<ReportSection> sections;  ///< none: the usual report, by party

  /// Figures of the series that a block draws or lists: nobody passes them over.
  [[nodiscard]] bool shows(std::string_view figure) const;
};

}  // namespace accord::formats
