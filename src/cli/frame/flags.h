#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace accord::cli {

/// Where the possible values of a flag or argument come from, for completion.
/// The lists.
struct Words {
  static constexpr std::string_view none = "", files = "files", folders = "folders", days = "days",
                                    grades = "grades", fail_on = "fail_on", findings = "findings",
                                    terms = "terms", term_or_party = "term_or_party",
                                    parties = "parties", reports = "reports", answers = "answers",
                                    procedures = "procedures", commands = "commands",
                                    examples = "examples", profiles = "profiles",
                                    criteria = "criteria", mass_kinds = "mass_kinds",
                                    shells = "shells", topics = "topics", workspaces = "workspaces",
                                    areas = "areas", labels = "labels", items = "items",
                                    figures = "figures";
};

/// Flags have one meaning everywhere; commands only choose among them.
enum class Flag : std::uint8_t {
  workspace,
  on,
  known,
  assume,
  suppose,
  min_grade,
  found_only,
  fail_on,
  from,
  to,
  term,
  party,
  together,
  mba,
  label,
  profile,
  dry_run,
  accept_findings,
  dated,
  number,
  encoder,
  items,
  methods,
  study,
  mass,
  limit_factor,
  rounded,
  false_alarm,
  page_k,
  page_headstart,
  two_sided,
  detection,
  goal,
  criteria,
  targets,
  demonstration,
  figure,
  reps,
  seed,
  threads,
  resume,
  no_progress,
  as_of,
  pdf,
  list,
  check,
  against,
  data,
  known_pair,
  open,
  stage_end,
  public_only,
  example,
  accounts
};

struct FlagHelp {
  Flag flag;
  std::string_view name;    ///< "--on"
  std::string_view letter;  ///< "-o"; may be empty
  std::string_view value;   ///< "DAY"; empty: a switch
  std::string_view text;
  bool repeatable = false;
  bool setting = false;  ///< also read from ACCORD_… and from [settings] of accord.toml
  std::string_view values = Words::none;
};

/// In the order of the enum.
[[nodiscard]] std::span<const FlagHelp> all_flags();
[[nodiscard]] const FlagHelp& help_of(Flag flag);

}  // namespace accord::cli
