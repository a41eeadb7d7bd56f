#pragma once

#include <vector>

#include "report/forms/content.h"
#include "report/sections/writer.h"

/// The blocks of a plan, each in its own file: adds what it says to the section, or nothing when
/// there are no records for it. formats/report_plan.h says what each kind is.
namespace accord::report {

using formats::ReportBlock;

void add_summary(Writer& writer, const ReportBlock& block, Section& out);
void add_sides(Writer& writer, const ReportBlock& block, Section& out);
void add_outcomes(Writer& writer, const ReportBlock& block, Section& out);
void add_introduction(Writer& writer, const ReportBlock& block, Section& out);
void add_changes(Writer& writer, const ReportBlock& block, Section& out);
void add_calendar(Writer& writer, const ReportBlock& block, Section& out);
void add_parties(Writer& writer, const ReportBlock& block, Section& out);
void add_questions(Writer& writer, const ReportBlock& block, Section& out);
void add_terms(Writer& writer, const ReportBlock& block, Section& out);
void add_terms_of(Writer& writer, const ReportBlock& block, Section& out);
void add_other_terms(Writer& writer, const ReportBlock& block, Section& out);
void add_calls(Writer& writer, const ReportBlock& block, Section& out);
void add_text(Writer& writer, const ReportBlock& block, Section& out);
void add_limit_chart(Writer& writer, const ReportBlock& block, Section& out);
void add_series(Writer& writer, const ReportBlock& block, Section& out);
void add_bands(Writer& writer, const ReportBlock& block, Section& out);
void add_bands_chart(Writer& writer, const ReportBlock& block, Section& out);
void add_change_chart(Writer& writer, const ReportBlock& block, Section& out);
void add_episodes(Writer& writer, const ReportBlock& block, Section& out);
void add_items(Writer& writer, const ReportBlock& block, Section& out);
void add_books(Writer& writer, const ReportBlock& block, Section& out);
void add_account(Writer& writer, const ReportBlock& block, Section& out);
void add_events_chart(Writer& writer, const ReportBlock& block, Section& out);
void add_events(Writer& writer, const ReportBlock& block, Section& out);
void add_positions(Writer& writer, const ReportBlock& block, Section& out);
void add_rounds(Writer& writer, const ReportBlock& block, Section& out);
void add_claims(Writer& writer, const ReportBlock& block, Section& out);
void add_missing(Writer& writer, const ReportBlock& block, Section& out);

/// The rows that feed nothing, the files, and the hash of the rows used; fills the evidence of the
/// report, which leads to every table and figure of its sections.
[[nodiscard]] std::vector<Block> evidence_blocks(Writer& writer, Report& report);

}  // namespace accord::report
