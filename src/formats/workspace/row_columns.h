#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/rational.h"
#include "formats/workspace/intake.h"

/// The columns that every table of records may have beside its own (docs/reference/workspace.md):
/// `party`, `by`, `replaces`, `answers` (or `for`), `part`, `grade`, `u` and `k`.
namespace accord::formats {

/// The expanded uncertainty that a row gives for its figure, already with the factor of the record.
struct RowUncertainty {
  Rational size;          ///< in the unit of the figure, or a share of it
  bool is_share = false;  ///< it was given in %
  [[nodiscard]] Rational of(const Decimal& figure) const {
    return is_share ? size * Rational(figure) : size;
  }
};

struct RowSays {
  /// Whose conduct it is: none when the table has no such column, empty when nobody is named.
  std::optional<std::vector<std::string>> party;
  std::vector<std::string> by;  ///< who says so; empty: as the table has it
  std::string replaces, answers;
  bool partly = false;
  std::optional<evidence::Grade> grade;
  std::optional<RowUncertainty> uncertainty;
};

/// Whose conduct a row is about. A name that is "" is nobody's.
struct RowSubject {
  std::vector<std::string> acts;     ///< of its events: one for each
  std::vector<std::string> seen;     ///< of its yes or no: one for each
  std::string figure;                ///< of its figures
  std::vector<std::string> unclear;  ///< several were named, and the row does not say which of them
};

class RowColumns {
 public:
  /// I020 when the table has both `answers` and `for`.
  RowColumns(Intake& intake, Sheet& sheet);

  [[nodiscard]] bool has_party() const { return sheet_.has(party_); }
  /// What the row says; I008, I011, I012 and I024 at its cells.
  RowSays read(const Row& row);
  /// Of the parties that the row's own columns name: those of `party` if it is there. Of a figure
  /// the one who is neither the verifier nor only reports; of several nobody.
  [[nodiscard]] RowSubject subject(const RowSays& says,
                                   const std::vector<std::string>& actors) const;
  /// I018: a figure is about one party. For a row with a figure.
  void expect_one_party(const Row& row, const RowSays& says);
  /// I028: the observation of the row names nobody, since several parties were named.
  void warn_unclear(const Row& row, Sheet::Column actors, const RowSubject& subject);
  /// I024: for a row without a figure.
  void expect_no_uncertainty(const Row& row, const RowSays& says);
  /// The grade that the row gives itself, or that follows from who says so; else the table's.
  [[nodiscard]] evidence::Grade grade(const RowSays& says, const RowSubject& subject,
                                      evidence::Grade of_table) const;
  void fill(evidence::Origin& origin, const RowSays& says) const;

  /// After a row has become records: what `replaces` is checked against. `about` is the metric, or
  /// "" when any row may stand in its place.
  void note(const Row& row, std::string_view id, Day known, std::string_view about);
  /// I026 for each `replaces` that names no earlier row of the table about the same; gives the
  /// events of a corrected row to the row that stands in its place.
  void settle_replaced(Sheet::Column ids);

 private:
  struct Noted {
    const Row* row = nullptr;
    Day known;
    std::string_view about;
  };
  std::optional<RowUncertainty> uncertainty(const Row& row);
  /// Why the row cannot correct the other; "" when it can.
  [[nodiscard]] std::string fault_of(std::string_view id, std::string_view replaced) const;
  void find_circles(Sheet::Column ids);
  void inherit_events();

  using EventNames = std::vector<std::string_view>;
  [[nodiscard]] const EventNames& events_of(std::string_view id) const;

  Intake& intake_;
  Sheet& sheet_;
  Sheet::Column party_, by_, replaces_, answers_, part_, grade_, u_, k_;
  std::unordered_map<std::string_view, Noted> noted_;       ///< by id
  std::unordered_map<std::string_view, EventNames> feeds_;  ///< row id under `data` → events
  std::unordered_map<std::string_view, std::string_view> corrects_;  ///< row id → row id
};

}  // namespace accord::formats
