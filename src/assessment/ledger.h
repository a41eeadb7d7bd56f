#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "accounting/books/books.h"
#include "accounting/reports/effective.h"
#include "accounting/reports/findings.h"
#include "accounting/reports/signs.h"
#include "accounting/rules/due_list.h"
#include "accounting/rules/not_applied.h"
#include "base/date.h"
#include "formats/accounts/accounts.h"

/// The accounts of a party, as known on a day.
namespace accord::assessment {

/// The entries that count, and the books they make. Neither copied nor moved: the books look into
/// the reports.
struct Ledger {
  const std::shared_ptr<const formats::Accounts> shared;
  const formats::Accounts& accounts;
  Day known;  ///< only reports dated on or before it take part
  accounting::Effective effective;
  accounting::Signs signs;
  accounting::Books books;

  Ledger(std::shared_ptr<const formats::Accounts> read, Day known_day)
      : shared(std::move(read)),
        accounts(*shared),
        known(known_day),
        effective(accounting::effective(accounts.reports, known)),
        signs(accounting::signs_of(accounts.profile)),
        books(effective, signs) {}
  Ledger(formats::Accounts read, Day known_day)
      : Ledger(std::make_shared<const formats::Accounts>(std::move(read)), known_day) {}
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
};

/// Areas of the reports that take part, and of the table of the State; in order.
[[nodiscard]] std::vector<std::string_view> known_areas(const Ledger& ledger);

/// What all rules find in the reports that take part, those of the reader included, in one order.
/// The day of assessment is the known day when that is earlier.
[[nodiscard]] std::vector<accounting::Finding> findings_of(const Ledger& ledger);

/// What `findings_of` did not look at because it is not there.
[[nodiscard]] std::vector<accounting::NotApplied> not_applied(const Ledger& ledger);

/// The reports that are due and were sent, as of a day and as the ledger knows them.
struct DueReports {
  Day on;
  std::vector<accounting::DueReport> rows;
};

/// As of the day asked; without one as of the assessment day of the State, else of the last day
/// that a report speaks of. Never later than the known day, after which nothing can be said to be
/// missing. The rows point into the ledger.
[[nodiscard]] DueReports due_of(const Ledger& ledger, std::optional<Day> on);

/// The books behind an assessment with what is open in them: nothing of it changes a figure, and
/// nothing of it is silently ignored.
struct KnownBooks {
  Ledger ledger;
  std::vector<accounting::Finding> findings;
  std::size_t errors = 0, warnings = 0;

  KnownBooks(std::shared_ptr<const formats::Accounts> read, Day known);
};

}  // namespace accord::assessment
