#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accounting/books/books.h"
#include "accounting/reports/effective.h"
#include "assessment/ledger.h"
#include "cli/frame/command.h"
#include "cli/frame/envelope_json.h"
#include "cli/frame/unread.h"
#include "cli/print/data_table.h"
#include "cli/print/text.h"
#include "formats/accounts/accounts.h"

/// What the commands on accounts share.
namespace accord::cli {

using assessment::Ledger;

struct OpenedLedger {
  std::unique_ptr<Ledger> ledger;
  Answer refusal;  ///< when there is none
  explicit operator bool() const { return ledger != nullptr; }
  const Ledger* operator->() const { return ledger.get(); }
};

/// The accounts of the first argument, else of -C, else of this folder.
[[nodiscard]] OpenedLedger open_ledger(const Command& command, const Request& request);

/// C009: there is no such area; names those that are there, in their order.
[[nodiscard]] Error no_such_area(std::string_view mba, const std::vector<std::string_view>& areas);

/// The areas a command is about: all, or the one of --mba. C009: there is no such area.
[[nodiscard]] Result<std::vector<std::string_view>> areas_of(const Ledger& ledger,
                                                             const Request& request);

/// The finding with what its rule means.
[[nodiscard]] Problem problem_of(const accounting::Finding& finding);

/// "630 enriched uranium" and "G".
[[nodiscard]] std::string words_of(const material::KindFacts& facts);
/// "630", "enriched uranium" and "g": cells of a table for programs.
[[nodiscard]] std::string label_of(const material::KindFacts& facts);
[[nodiscard]] std::string unit_of(const material::KindFacts& facts);
[[nodiscard]] std::string exact(material::MassSum mass, const material::KindFacts& facts);

}  // namespace accord::cli
