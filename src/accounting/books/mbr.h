#pragma once

#include <optional>
#include <vector>

#include "accounting/books/books.h"
#include "accounting/reports/profile.h"

/// The material balance report: what was reported, beside what the entries give.
namespace accord::accounting {

/// One line of an MBR for one kind of weight.
struct MbrLine {
  Code code = 0;
  material::MassSum amount;        ///< a code given twice is summed
  const Entry* entry = nullptr;    ///< the first that gives it
  const Report* source = nullptr;  ///< its file
};

/// The lines of one balance report for one kind of weight, in the order of the report.
struct MbrKind {
  material::Kind kind{};
  std::vector<MbrLine> lines;

  [[nodiscard]] const MbrLine* find(Code code) const;
  /// 0 when the line is missing.
  [[nodiscard]] material::MassSum amount(Code code) const;
};

struct Mbr {
  const Report* report = nullptr;
  std::vector<MbrKind> kinds;  ///< those with a balance of their own that have a line, in order
};

/// The balance reports of an area with their effective entries, by day of inventory; not those that
/// only correct others. Of one account only those of its category.
[[nodiscard]] std::vector<Mbr> balance_reports(const Effective& effective, std::string_view mba,
                                               const Account* account = nullptr);

/// What the reports of an inventory say of a line, in the sign in which they say it; nothing when
/// none has it. Some forms have a report for each category.
[[nodiscard]] std::optional<material::MassSum> reported(const std::vector<Mbr>& reports, Day end,
                                                        material::Kind kind, Code code);

/// What the sign of a line says in reports of a form: "physical minus book" of MF, "receiver minus
/// shipper" of DI; empty for all others, whose code says how they move the book.
[[nodiscard]] std::string_view sign_in_words(const Profile& profile, Code code);

/// A computed line as a report of the form writes it, so that it can stand beside what one says: MF
/// is book minus physical inside, and turned where the form has it the other way round. DI is
/// summed as its entries state it, in the sign of the form.
[[nodiscard]] material::MassSum as_written(const Profile& profile, Code code,
                                           material::MassSum amount);
/// The same of how it stands to the true one: what is at least so much is at most so when turned.
[[nodiscard]] Bound as_written(const Profile& profile, Code code, Bound bound);

/// What a balance report of these entries has to say, unrounded: PB, a line for each code
/// (increases first), BA, PE, MF for each kind of weight that has any. DI stands before BA.
[[nodiscard]] std::vector<MbrKind> computed_mbr(const Balance& balance, const Signs& signs);

}  // namespace accord::accounting
