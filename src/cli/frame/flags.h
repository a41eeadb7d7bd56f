#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace accord::cli {

/// Where the possible values of a flag or argument come from, for completion.
enum class Words : std::uint8_t {
  none,
  files,
  folders,
  days,
  grades,
  formats,
  colors,
  fail_on,
  findings,
  terms,
  term_or_party,
  parties,
  reports,
  answers,
  procedures,
  commands,
  examples,
  profiles,
  criteria,
  mass_kinds,
  shells,
  topics,      ///< commands and what several begin with, for help
  workspaces,  ///< a folder that takes the place of -C
  areas,
  labels,
  items,
  figures
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
  exact,
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
  accounts,
  format,
  json,
  output,
  quiet,
  verbose,
  color,
  no_pager,
  help
};

struct FlagHelp {
  Flag flag;
  std::string_view name;    ///< "--on"
  std::string_view letter;  ///< "-o"; may be empty
  std::string_view value;   ///< "DAY"; empty: a switch
  std::string_view text;
  bool repeatable = false;
  bool setting = false;  ///< also read from ACCORD_… and from [settings] of accord.toml
  Words values = Words::none;
};

/// In the order of the enum.
[[nodiscard]] std::span<const FlagHelp> all_flags();
[[nodiscard]] const FlagHelp& help_of(Flag flag);

/// Flags of every command.
[[nodiscard]] std::span<const Flag> common_flags();

}  // namespace accord::cli
