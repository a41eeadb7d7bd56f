#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/accounts/parts.h"

namespace accord::answers {

struct MbrQuestion {
  std::optional<std::string> mba;
  std::optional<Day> on;

  static constexpr auto described =
      object("mbr_question",
             "The material balance of each inventory: computed from the entries, and reported",
             mba_flag<&MbrQuestion::mba>(),
             member<&MbrQuestion::on>("on", "only the balance that ends on this day").setting());
};

struct MbrRow {
  std::string mba;
  Day begin, end;
  Label label{};
  std::string line;
  std::optional<material::Amount> computed;
  std::optional<Bound> computed_bound;
  std::optional<material::Amount> reported;
  std::optional<std::string> sign_is;

  [[nodiscard]] std::string material() const { return material_of(label); }
  [[nodiscard]] material::Unit unit() const { return unit_of(label); }
  [[nodiscard]] std::string unit_letter() const { return unit_letter_of(label); }

  static constexpr auto described = object(
      "mbr_row", "One line of a material balance, of one material", mba_member<&MbrRow::mba>(),
      member<&MbrRow::begin>("begin", "day of the inventory before").detail(),
      member<&MbrRow::end>("end", "day of the inventory"), label_member<&MbrRow::label>(),
      material_member<&MbrRow::material>(),
      member<&MbrRow::line>("line", "PB, a change, BA, PE or MF"),
      member<&MbrRow::computed>("computed", "from the effective entries, exact; none: not known"),
      bound_member<&MbrRow::computed_bound>("computed_bound"),
      member<&MbrRow::reported>("reported",
                                "what the balance report says; none: it has no such "
                                "line, or it cannot be read"),
      unit_member<&MbrRow::unit>(), unit_letter_member<&MbrRow::unit_letter>(),
      member<&MbrRow::sign_is>("sign_is",
                               "sign of MF and DI in this form of reporting; none: of "
                               "other lines")
          .detail());
};

struct MbrAnswer {
  std::vector<MbrRow> lines;
  std::vector<Unread> incomplete;
  std::vector<std::string> not_read, notes, closing;

  [[nodiscard]] bool rests_on_unread() const { return !incomplete.empty(); }

  static constexpr auto described = object(
      "mbr", "The material balance of each inventory: computed from the entries, and reported",
      member<&MbrAnswer::lines>("lines", "by area, inventory, label and line"),
      incomplete_member<&MbrAnswer::incomplete>(), not_read_member<&MbrAnswer::not_read>(),
      notes_member<&MbrAnswer::notes>(), closing_member<&MbrAnswer::closing>(),
      rests_on_unread_member<&MbrAnswer::rests_on_unread>());
};

/// Both columns in the sign in which reports of this form are written. Without rounding.
[[nodiscard]] Answered<MbrAnswer> mbr(const Ledger& ledger, const MbrQuestion& asked);

extern const Question mbr_question;

}  // namespace accord::answers
