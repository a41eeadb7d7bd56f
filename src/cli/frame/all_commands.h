#pragma once

#include "cli/frame/command.h"

/// Each command stands in its own file: code, help, manual section and schema side by side.
namespace accord::cli {

extern const Command assess_command, explain_command, status_command, timeline_command,
    report_command, compare_claims, compare_items, talks_positions;
extern const Command check_command, books_inventory, books_movements, books_mbr, books_due,
    books_items, books_pairs, import_command, export_command;
extern const Command balance_command, simulate_command;
extern const Command talks_check, talks_days, talks_draft, talks_replay, talks_round, talks_sheet,
    talks_solve, talks_verify, talks_why, talks_zone, talks_zone_on;
extern const Command terms_account, terms_check, terms_clock, terms_depends, terms_diff,
    terms_format, terms_grammar, terms_show;
extern const Command init, doctor, schema, help_command, completion, complete, manual_page,
    rules_data;

}  // namespace accord::cli
