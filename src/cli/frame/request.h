#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "base/date.h"
#include "cli/frame/common.h"
#include "cli/frame/flags.h"
#include "cli/print/look.h"
#include "measurement/items.h"

/// What a user asked for, as plain values: the one thing that commands receive.
namespace accord::cli {

enum class FailOn : std::uint8_t { not_met, not_shown, never };

struct DescribedRequest;

struct Request : Common {
  std::vector<std::string> arguments;  ///< those that are no flags, in order

  std::optional<Day> on, known, from, to, open;
  std::vector<agreement::Assumption> assume;
  std::vector<std::string> suppose;
  evidence::Grade min_grade = evidence::Grade::unverified;
  bool found_only = false;
  bool together = false;
  FailOn fail_on = FailOn::not_met;
  std::string term, party, mba, profile, as_of, against, data, example;
  std::pair<std::optional<Day>, std::optional<Day>> known_pair;  ///< terms diff --known D1,D2
  std::vector<std::pair<std::string, Day>> stage_ends;           ///< --stage-end NAME=DAY
  bool dry_run = false, accept_findings = false, rounded = false, accounts = false;
  std::optional<Day> dated;
  std::uint32_t number = 0;  ///< 0: not given
  std::string encoder;
  std::optional<std::uint64_t> reps, seed;
  std::uint32_t label = 0;    ///< 0: not given
  std::uint32_t threads = 0;  ///< 0: not given
  std::string resume;
  bool no_progress = false;
  std::string items, methods;  ///< tables
  std::string study;           ///< TOML file
  measurement::MassKind mass = measurement::MassKind::declared;
  double limit_factor = 2;
  double false_alarm = 0.05;
  double page_k = 0.5;
  double page_headstart = 0;
  bool two_sided = false;
  double detection = 0.95;
  std::optional<double> goal;  ///< kg
  std::string criteria;        ///< a name, or a file
  std::string targets;         ///< table
  bool demonstration = false;
  std::string figure;  ///< a drawing of a page
  bool check = false, pdf = false, list = false, public_only = false;

  std::shared_ptr<DescribedRequest> described;  ///< of a described command (options.h)
  /// Flags written, or set by the environment: settings of the workspace do not change these.
  std::vector<std::string> said;
  Look look;  ///< what `color`, `output` and the terminal come to

  [[nodiscard]] bool json() const { return format == Format::json; }
};

}  // namespace accord::cli
