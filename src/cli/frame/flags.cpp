#include "cli/frame/flags.h"

#include <array>

#include "base/contract.h"

namespace accord::cli {

namespace {

constexpr std::array table{
    FlagHelp{Flag::workspace, "--workspace", "-C", "DIR",
             "the workspace folder; otherwise this folder, or the nearest one above it with an "
             "accord.toml",
             false, false, Words::folders},
    FlagHelp{Flag::on, "--on", "", "DAY",
             "the day asked about, as 2019-07-01; otherwise the known day", false, true,
             Words::days},
    FlagHelp{Flag::known, "--known", "", "DAY",
             "use only what was known on this day; otherwise --on, else the last day on record",
             false, true, Words::days},
    FlagHelp{Flag::assume, "--assume", "", "QUESTION=ANSWER",
             "take this answer of an open question (may be given several times)", true, false,
             Words::answers},
    FlagHelp{Flag::suppose, "--suppose", "", "FACT",
             "add a hypothetical record, as “stock = 80 t on 2026-01-10”; it is marked "
             "wherever it "
             "is shown (may be given several times)",
             true, false, Words::none},
    FlagHelp{
        Flag::min_grade, "--min-grade", "", "GRADE",
        "leave out weaker records: verified, attested, estimated, declared, reported, unverified",
        false, true, Words::grades},
    FlagHelp{Flag::found_only, "--found-only", "", "",
             "leave out records that are derived or recalled, not found", false, true, Words::none},
    FlagHelp{Flag::fail_on, "--fail-on", "", "LEVEL",
             "exit with 1 on not-met (default), on not-shown too, or never", false, true,
             Words::fail_on},
    FlagHelp{Flag::from, "--from", "", "DAY", "first day", false, false, Words::days},
    FlagHelp{Flag::to, "--to", "", "DAY", "last day", false, false, Words::days},
    FlagHelp{Flag::term, "--term", "", "ID", "this term only", false, false, Words::terms},
    FlagHelp{Flag::party, "--party", "", "ID", "this party only", false, false, Words::parties},
    FlagHelp{Flag::together, "--together", "", "",
             "where a record does not say whose it is: what can be said of all who are obliged"},
    FlagHelp{Flag::mba, "--mba", "", "CODE", "this material balance area only", false, false,
             Words::areas},
    FlagHelp{Flag::label, "--label", "", "N", "weights of this label, as 630 for enriched uranium",
             false, false, Words::labels},
    FlagHelp{Flag::profile, "--profile", "", "ID",
             "the form of reporting: of the reports that are written, or of those that are there",
             false, false, Words::profiles},
    FlagHelp{Flag::dry_run, "--dry-run", "", "", "say what would be done, and change nothing"},
    FlagHelp{Flag::accept_findings, "--accept-findings", "", "",
             "go on although errors were found: take or write the reports as they are"},
    FlagHelp{Flag::dated, "--dated", "", "DAY", "the date of the report that is written", false,
             false, Words::days},
    FlagHelp{Flag::number, "--number", "", "N",
             "its number in the area; otherwise the next one that is free"},
    FlagHelp{Flag::encoder, "--encoder", "", "NAME",
             "the official who answers for it, as “MODEL,B C”; otherwise that of the last report"},
    FlagHelp{Flag::items, "--items", "", "FILE", "the table of measured items", false, false,
             Words::files},
    FlagHelp{Flag::methods, "--methods", "", "FILE",
             "the table of methods with the components of their errors", false, false,
             Words::files},
    FlagHelp{Flag::study, "--study", "", "FILE",
             "a study: flows and inventories as time series, described in this TOML file", false,
             false, Words::files},
    FlagHelp{
        Flag::mass, "--mass", "", "KIND",
        "masses of the items: declared (default); gross, with their containers; net, gross less "
        "tare",
        false, false, Words::mass_kinds},
    FlagHelp{Flag::limit_factor, "--limit-factor", "", "K",
             "LEID is K times the standard error: 2 (default) or 1.96"},
    FlagHelp{Flag::rounded, "--rounded", "", "",
             "weights in whole units of account, with rounding adjustments"},
    FlagHelp{Flag::false_alarm, "--false-alarm", "", "P",
             "the probability of a false alarm of each test over all periods; otherwise 0.05"},
    FlagHelp{Flag::page_k, "--page-k", "", "K",
             "half the shift that Page's test looks for, in standard deviations; otherwise 0.5"},
    FlagHelp{Flag::page_headstart, "--page-headstart", "", "S",
             "where Page's statistic begins, at most its limit; otherwise 0"},
    FlagHelp{Flag::two_sided, "--two-sided", "", "",
             "Page's test also of gains, each side with half the false-alarm probability"},
    FlagHelp{Flag::detection, "--detection", "", "P",
             "the probability with which the loss that is stated is found; otherwise 0.95"},
    FlagHelp{Flag::goal, "--goal", "", "KG",
             "a loss that should be found, such as one significant quantity: how often it is"},
    FlagHelp{Flag::criteria, "--criteria", "", "ID|FILE",
             "compare with the bounds of a regulation: us-10cfr74, iaea-usual, or a TOML file",
             false, false, Words::criteria},
    FlagHelp{Flag::targets, "--targets", "", "FILE",
             "compare the errors of the methods with this table of target values", false, false,
             Words::files},
    FlagHelp{Flag::demonstration, "--demonstration", "", "",
             "take target values that nobody verified: the answer is not an evaluation"},
    FlagHelp{Flag::figure, "--figure", "", "NAME",
             "with --format svg: the drawing of the page that is written; otherwise the first",
             false, false, Words::figures},
    FlagHelp{Flag::reps, "--reps", "", "N",
             "number of simulated sequences; otherwise the scenario's"},
    FlagHelp{Flag::seed, "--seed", "", "N", "seed of the random numbers; otherwise the scenario's"},
    FlagHelp{Flag::threads, "--threads", "", "N",
             "threads to use; otherwise one for each processor", false, true},
    FlagHelp{Flag::resume, "--resume", "", "FILE",
             "go on from this file if it is there, and write it when stopped", false, false,
             Words::files},
    FlagHelp{Flag::no_progress, "--no-progress", "", "", "no progress line", false, true},
    FlagHelp{Flag::as_of, "--as-of", "", "ID|DAY",
             "the report of the series to follow, or a day; otherwise the last one", false, false,
             Words::reports},
    FlagHelp{Flag::pdf, "--pdf", "", "", "also print the report as PDF (needs weasyprint)", false,
             false, Words::none},
    FlagHelp{Flag::list, "--list", "", "",
             "the reports of the series that --as-of can name, with their days; nothing is written",
             false, false, Words::none},
    FlagHelp{Flag::check, "--check", "", "", "change nothing; exit with 1 if a file would change",
             false, false, Words::none},
    FlagHelp{Flag::against, "--against", "", "DIR",
             "compare ids, limits and days with the tables of this workspace", false, false,
             Words::folders},
    FlagHelp{Flag::data, "--data", "", "DIR",
             "also list the findings that differ on the records of this workspace", false, false,
             Words::folders},
    FlagHelp{Flag::known_pair, "--known", "", "DAY,DAY",
             "with one file: compare the text in force as known on two days", false, false,
             Words::days},
    FlagHelp{Flag::open, "--open", "", "DAY", "the day on which the procedure opens", false, false,
             Words::days},
    FlagHelp{Flag::stage_end, "--stage-end", "", "NAME=DAY",
             "a stage that was extended ends on this day (may be given several times)", true, false,
             Words::none},
    FlagHelp{Flag::public_only, "--public-only", "", "", "public statements only, no press reports",
             false, false, Words::none},
    FlagHelp{Flag::example, "--example", "", "NAME", "start from this example", false, false,
             Words::examples},
    FlagHelp{Flag::accounts, "--accounts", "", "",
             "for accountancy reports: state.json, filled from the reports in DIR, and templates",
             false, false, Words::none},
};

}  // namespace

std::span<const FlagHelp> all_flags() {
  return table;
}

const FlagHelp& help_of(Flag flag) {
  const FlagHelp& found = table.at(static_cast<std::size_t>(flag));
  ACCORD_EXPECT(found.flag == flag);
  return found;
}

}  // namespace accord::cli
