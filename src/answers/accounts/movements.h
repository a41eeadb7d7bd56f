#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/accounts/parts.h"

namespace accord::answers {

struct MovementsQuestion {
  std::optional<std::string> mba;
  std::optional<Day> from_day, to_day;

  [[nodiscard]] std::optional<Error> fault() const { return turned_period(from_day, to_day); }

  static constexpr auto described = object(
      "movements_question", "The inventory changes that count, with the file and line of each",
      mba_flag<&MovementsQuestion::mba>(), from_flag<&MovementsQuestion::from_day>(),
      to_flag<&MovementsQuestion::to_day>());
};

struct Movement {
  std::string mba;
  std::optional<Day> day;
  std::optional<std::string> code;
  std::string batch;
  Label label{};
  material::Amount amount;
  std::int32_t sign = 0;
  std::uint32_t report = 0, entry = 0;
  std::string file;
  std::uint32_t line = 0;

  [[nodiscard]] std::string material() const { return material_of(label); }
  [[nodiscard]] material::Unit unit() const { return unit_of(label); }
  [[nodiscard]] std::string unit_letter() const { return unit_letter_of(label); }

  static constexpr auto described = object(
      "movement", "One weight of an inventory change that counts", mba_member<&Movement::mba>(),
      member<&Movement::day>("day", "day of the change; none: it cannot be read"),
      member<&Movement::code>("code", "inventory change code, as RD; none: it cannot be read"),
      member<&Movement::batch>("batch", "name of the batch"), label_member<&Movement::label>(),
      material_member<&Movement::material>(),
      member<&Movement::amount>("amount", "weight as reported, exact"),
      unit_member<&Movement::unit>(), unit_letter_member<&Movement::unit_letter>(),
      member<&Movement::sign>("sign", "its effect on the book: 1, -1, or 0 for none").detail(),
      member<&Movement::report>("report", "number of the report in its area").detail(),
      member<&Movement::entry>("entry", "number of the entry in that report").detail(),
      file_member<&Movement::file>(), line_member<&Movement::line>());
};

struct MovementsAnswer {
  std::vector<Movement> movements;
  std::vector<Unread> incomplete;
  std::vector<std::string> not_read, notes;

  [[nodiscard]] bool rests_on_unread() const { return !incomplete.empty(); }

  static constexpr auto described =
      object("movements", "The inventory changes that count, with the file and line of each",
             member<&MovementsAnswer::movements>("movements", "by area, report and entry"),
             incomplete_member<&MovementsAnswer::incomplete>(),
             not_read_member<&MovementsAnswer::not_read>(), notes_member<&MovementsAnswer::notes>(),
             rests_on_unread_member<&MovementsAnswer::rests_on_unread>());
};

/// Effective entries of inventory change reports: corrections applied. A change whose day cannot be
/// read may be of any. U006: the period ends before it begins, or begins after the known day.
[[nodiscard]] Answered<MovementsAnswer> movements(const Ledger& ledger,
                                                  const MovementsQuestion& asked);

extern const Question movements_question;

}  // namespace accord::answers
