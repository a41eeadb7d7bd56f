#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "accounting/reports/profile.h"
#include "formats/code10/code10_labels.h"

/// Contents of elements into values (reporting chapter, section 8.2). Contents have one of the
/// shapes of their label and no empty item.
namespace accord::formats::code10 {

/// What is wrong with a value: nothing, its form (V003), its code (V007) or that it is no whole
/// number of items (V028); and what belongs there.
struct Verdict {
  enum class Fault : std::uint8_t { none, form, code, count } fault = Fault::none;
  const char* expected = nullptr;  ///< null: the length or the code table of the label says it

  explicit operator bool() const { return fault == Fault::none; }
};
inline constexpr Verdict good{};
[[nodiscard]] constexpr Verdict wrong_form(const char* expected) {
  return {Verdict::Fault::form, expected};
}
[[nodiscard]] constexpr Verdict wrong_code(const char* expected) {
  return {Verdict::Fault::code, expected};
}

/// The items of a content; views of no characters after the last.
[[nodiscard]] std::array<std::string_view, 4> split_items(std::string_view content);

/// 1 to 9 digits.
[[nodiscard]] std::optional<std::uint32_t> read_number(std::string_view text);

/// YYYYMMDD, or YYMMDD with 70–99 in the 1900s and 00–69 in the 2000s; a day that exists, after
/// 1900-01-01 and up to 2100-12-31.
[[nodiscard]] std::optional<Day> read_day(std::string_view text);

/// Label 001, "OI/ZZ;12".
struct ReportNumber {
  accounting::EntryKind kind = accounting::EntryKind::accounting;
  std::string_view country;
  std::uint32_t number = 0;
};
[[nodiscard]] Verdict read_report_number(std::string_view content, ReportNumber& out);
/// Label 002, "3/12" or "3".
[[nodiscard]] Verdict read_entry_number(std::string_view content, accounting::Entry& out);
/// Label 010.
[[nodiscard]] Verdict read_kind(std::string_view content, accounting::ReportKind& out);
/// Label 015; one day is its own end.
struct Period {
  Day begin = day_min, end = day_min;
};
[[nodiscard]] Verdict read_period(std::string_view content, Period& out);
/// Label 099.
[[nodiscard]] Verdict read_note_reference(std::string_view content);
/// Label 309, with its reference.
[[nodiscard]] Verdict read_status(std::string_view content, accounting::Entry& out);
/// Labels 370 and 372.
[[nodiscard]] Verdict read_partner(std::string_view content, accounting::Partner& out);
/// Label 411: a code that the profile has for this kind of report. Rebatching in a material balance
/// is another mistake (V066).
[[nodiscard]] Verdict read_code(std::string_view content, accounting::ReportKind kind,
                                const accounting::Profile& profile, accounting::Code& out);
/// Label 430; the digit 0 in one of the first three places is O, and `zero` tells of it.
[[nodiscard]] Verdict read_description(std::string_view content, std::array<char, 4>& out,
                                       bool& zero);
/// Label 435.
[[nodiscard]] Verdict read_operator_code(std::string_view content);
/// Label 469.
[[nodiscard]] Verdict read_measurement(std::string_view content, char& basis);
/// Label 470.
[[nodiscard]] Verdict read_items(std::string_view content, std::uint32_t& items);
/// Labels 600 to 800, "-1523.4K"; the unit may be the wrong one for the label.
[[nodiscard]] Verdict read_weight(std::string_view content, material::Kind kind,
                                  accounting::Weight& out);

}  // namespace accord::formats::code10
