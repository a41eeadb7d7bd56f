#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounting/reports/signs.h"
#include "base/decimal.h"

/// The rules of one form of reporting as plain values, read from a data file (reporting chapter,
/// section 3): nothing of it is known to the program.
namespace accord::accounting {

/// How far a value is confirmed (reporting chapter, section 0).
enum class Trust : char {
  official = 'A',   ///< the official text was read
  secondary = 'C',  ///< a text that quotes it was read
  unread = 'K'      ///< background knowledge; to be verified before it is called official
};

/// What kind of change or statement a code is.
enum class Group : std::uint8_t {
  receipt,
  shipment,
  gain,
  loss,
  category_change,  ///< two letters, what it leaves and what it enters, unless it is one-sided
  rebatching,
  obligation_change,
  difference,   ///< between shipper and receiver
  rounding,     ///< brings a sum to what is stated
  unaccounted,  ///< MUF booked as a change; the next list of the inventory has it already
  balance       ///< a line of a material balance, or of the book
};

struct CodeRule {
  Code code = 0;
  std::string keyword;
  Group group = Group::balance;
  int sign = 0;            ///< effect on the book: 1 increase, −1 decrease, 0 none or by category
  bool algebraic = false;  ///< the amount has a sign of its own
  bool from_previous = false;  ///< one entry for both sides; it names what the amount leaves
  bool in_icr = false;         ///< may stand in an inventory change report
  bool in_mbr = false;         ///< may stand in a material balance report
  bool retires = false;  ///< an exemption that counts against the limits; its opposite gives back
  bool restores = false;
  bool differs = false;       ///< its weights are no composition: an isotope may exceed its element
  bool states = false;        ///< says anew what a batch holds
  bool special = false;       ///< asks for a special report
  char notice = 0;            ///< 'i', 'o': asks for a notice of a transfer in or out; 0: does not
  std::vector<Label> allows;  ///< of the labels that only some codes may have
  std::vector<Label> needs;   ///< of these, what must be there
  Trust trust = Trust::unread;

  [[nodiscard]] bool may_have(Label label) const;
  [[nodiscard]] bool must_have(Label label) const;
};

/// A number with where it comes from.
struct ProfileValue {
  Decimal value;
  Trust trust = Trust::unread;
  std::string source;
  bool known = false;  ///< false: no source states it, and what needs it is not applied

  /// A number of days, months or σ; readers refuse others than whole numbers from 0 to 9999.
  [[nodiscard]] std::int32_t whole() const {
    return value.scale == 0 && value.mantissa <= 9999 ? static_cast<std::int32_t>(value.mantissa)
                                                      : 0;
  }
};

/// How a difference is written in reports; inside it is always book minus physical, and shipper
/// minus receiver.
struct ReportedSigns {
  int muf = 1;  ///< 1: book minus physical, positive when material is missing; −1: the opposite
  int difference = 1;        ///< of DI; 1: shipper minus receiver; −1: the opposite
  bool muf_booked = false;   ///< a line of MUF brings the book to the physical inventory
  std::string muf_source{};  ///< where the sign of MUF was read
  Trust muf_trust = Trust::unread;
};

struct RuleSeverity {
  std::string rule;  ///< "V005", or a part of a rule: "V005 gap"
  Severity severity = Severity::error;
};

/// How the files of a form look.
enum class Form : std::uint8_t { labelled, table };

/// A field of a form that is a table: one column.
struct Field {
  enum class Type : std::uint8_t { text, whole, weight, day };
  std::string name;  ///< of the column
  Label label = 0;   ///< what it says
  Type type = Type::text;
  std::uint16_t length = 0, decimals = 0;
  /// Numbers in the official layout; empty where the kind of report has no such field.
  std::string icr, pil, mbr;
  std::string needed;   ///< letters of the kinds of report whose lines must give it
  bool header = false;  ///< the same on every line

  [[nodiscard]] const std::string& number(ReportKind kind) const;
};

/// A category of material as a form names it: "L", "TC".
struct Category {
  std::string letter;
  material::Kind kind{};
  material::MassUnit unit = material::MassUnit::gram;  ///< of the weights in the files
  ProfileValue at_least, below;                        ///< enrichment; where known
};

/// How a fissile weight says what it is a weight of.
struct IsotopeLetter {
  char letter = 0;
  material::Kind kind{};
};

/// From which day a time to report is counted.
enum class DueFrom : std::uint8_t { month_end, change };
enum class Counting : std::uint8_t {
  after,           ///< the day itself does not count
  beginning_with,  ///< it is the first of the days
  business_days    ///< Monday to Friday without the holidays of the tables
};

struct Profile {
  std::string id, title, source;
  Form form = Form::labelled;
  std::vector<Field> fields;                ///< in the order of the columns
  std::vector<Category> categories;         ///< of a table
  std::vector<IsotopeLetter> isotopes;      ///< of a table
  std::vector<std::string> material_forms;  ///< two characters each
  std::string containers, states;
  std::string bases;         ///< letters of the basis of a measurement
  std::string characters;    ///< allowed beside A–Z and 0–9; of a table
  bool separate = false;     ///< balances are kept by category and obligation
  bool pairs = false;        ///< corrections: D and A in pairs, L for a late line
  bool names_stay = false;   ///< a batch name is never used for another batch
  bool each_month = false;   ///< a report of changes also for months without one
  bool split_month = false;  ///< an inventory inside a month splits its report
  bool each_year = false;    ///< an inventory each calendar year
  DueFrom icr_from = DueFrom::month_end;
  Counting icr_counting = Counting::after, inventory_counting = Counting::after;
  std::vector<std::string> off;          ///< rules, or parts, that do not apply; in order
  std::vector<CodeRule> codes;           ///< by code
  std::vector<Label> coded;              ///< labels that only some codes may have, in order
  std::vector<RuleSeverity> severities;  ///< by rule
  ReportedSigns signs;
  std::string item_forms;                  ///< physical forms that are counted as items
  ProfileValue natural_low, natural_high;  ///< enrichment of natural uranium, both included
  ProfileValue icr_days;                   ///< for a report of changes, from `icr_from`
  ProfileValue ledger_days;                ///< for a ledger, after the month
  ProfileValue inventory_days;             ///< after the inventory, for its list and balance
  ProfileValue inventory_months;           ///< at most between two inventories
  ProfileValue unmatched_days;             ///< after the end of the month of a shipment
  ProfileValue notice_above;               ///< effective kilograms
  ProfileValue notice_months;              ///< over which small transfers are added up
  ProfileValue exempt_special;             ///< kg, paragraph 37 (a)
  ProfileValue exempt_uranium;             ///< kg of natural uranium and depleted above the next
  ProfileValue exempt_depleted;            ///< kg of depleted uranium up to `depleted_share`
  ProfileValue exempt_thorium;             ///< kg
  ProfileValue depleted_share;             ///< enrichment
  ProfileValue muf_limit_sigma;            ///< σ
  ProfileValue difference_limit_sigma;     ///< σ

  /// The rule of a code; null when the profile has none.
  [[nodiscard]] const CodeRule* find(Code code) const;
  /// Of a rule or a part of it; an error when the profile says nothing.
  [[nodiscard]] Severity severity(std::string_view rule) const;
  [[nodiscard]] bool is_off(std::string_view rule) const;
  /// Null when the profile has no such category.
  [[nodiscard]] const Category* category(std::string_view letter) const;
};

/// How the codes move the book.
[[nodiscard]] Signs signs_of(const Profile& profile);

}  // namespace accord::accounting
