#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accounting/books.h"
#include "accounting/effective.h"
#include "cli/command.h"
#include "formats/accounts.h"

/// What the commands on accounts share.
namespace accord::cli {

/// Accounts with the entries that count as known on a day. Neither copied nor moved: the books look
/// into the reports.
struct Ledger {
  formats::Accounts accounts;
  accounting::Effective effective;
  accounting::Signs signs;
  accounting::Books books;

  Ledger(formats::Accounts read, Day known)
      : accounts(std::move(read)),
        effective(accounting::effective(accounts.reports, known)),
        signs(accounting::signs_of(accounts.profile)),
        books(effective, signs) {}
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
};

struct OpenedLedger {
  std::unique_ptr<Ledger> ledger;
  Answer refusal;  ///< when there is none
  explicit operator bool() const { return ledger != nullptr; }
  const Ledger* operator->() const { return ledger.get(); }
};

/// The accounts of the first argument, else of -C, else of this folder.
[[nodiscard]] OpenedLedger open_ledger(const Command& command, const Request& request);

/// The areas a command is about: all, or the one of --mba. C009: there is no such area.
[[nodiscard]] Result<std::vector<std::string_view>> areas_of(const Ledger& ledger,
                                                             const Request& request);

/// "630 enriched uranium" and "G".
[[nodiscard]] std::string words_of(const material::KindFacts& facts);
[[nodiscard]] std::string exact(material::MassSum mass, const material::KindFacts& facts);

}  // namespace accord::cli
