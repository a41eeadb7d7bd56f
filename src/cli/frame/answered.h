#pragma once

#include "answers/accounts/opened.h"
#include "answers/agreement/terms.h"
#include "answers/statistics/measured.h"
#include "cli/frame/command.h"
#include "cli/frame/use.h"

namespace accord::cli {

/// Asks the question of a described command and shows its answer in the format that is asked for:
/// notes and what cannot be read on standard error, exit status by the deciding members.
[[nodiscard]] Answer ask(const Command& command, const Call& call);

// For files in a form of their own, which a described command also writes (`Command::run`).

/// The accounts of the first argument, else of -C, else of this folder, as --known says.
[[nodiscard]] answers::Answered<std::unique_ptr<answers::Ledger>> ledger_of(const Call& call);
/// The texts that are named, “-” for standard input, else that of the workspace.
[[nodiscard]] Used<answers::Terms> terms_of(const Command& command, const Call& call);
/// The texts of what was measured, “-” for standard input.
[[nodiscard]] answers::Answered<answers::Measured> measured_of(const Call& call);
/// The workspace assessed as the flags of every judging question say.
[[nodiscard]] Assessed assessed_by(const Command& command, const Call& call);
[[nodiscard]] const void* asked_at(const Call& call);
/// What is asked. Contract: the command takes, or its question is asked with, an `Asked`.
template <class Asked>
[[nodiscard]] const Asked& asked_of(const Call& call) {
  return *static_cast<const Asked*>(asked_at(call));
}
[[nodiscard]] Answer refuse(const Command& command, const Call& call, answers::Refusal refusal);

}  // namespace accord::cli
