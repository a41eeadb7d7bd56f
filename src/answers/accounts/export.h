#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/accounts/parts.h"

namespace accord::answers {

/// Whether the books take an entry.
enum class Counted : std::uint8_t { yes, no, in_part, not_known };

}  // namespace accord::answers

namespace accord::described {

template <>
struct Words<answers::Counted> {
  static constexpr auto last = answers::Counted::not_known;
  static constexpr std::string_view name = "counted",
                                    words[] = {"yes", "no", "in part", "not known"};
};

}  // namespace accord::described

namespace accord::answers {

struct ExportQuestion {
  std::optional<std::string> mba;

  static constexpr auto described =
      object("export_question",
             "The entries of accountancy reports as a table, or the reports in canonical form",
             mba_flag<&ExportQuestion::mba>());
};

struct EntryRow {
  std::string mba, facility;
  std::uint32_t report = 0;
  std::optional<std::string> report_type;
  std::optional<Day> report_date, begin, end;
  std::uint32_t entry = 0;
  std::optional<std::string> status, reference;
  Counted counted{};
  std::optional<Day> day;
  std::optional<std::string> code, batch, shipper, receiver, shipper_batch, description,
      measurement_basis;
  std::optional<std::uint32_t> item_count;
  std::optional<material::Amount> g_600, kg_610, kg_620, g_630, g_640, g_650, g_660, g_670, g_680,
      g_690, g_700, g_710, g_720, g_730, g_740, g_750, g_760, g_770, g_780, kg_800;

  static constexpr auto described = object(
      "entry_row", "An accounting entry, as its report says it", mba_member<&EntryRow::mba>(),
      member<&EntryRow::facility>("facility", "facility of the area").detail(),
      member<&EntryRow::report>("report", "number of the report in its area"),
      member<&EntryRow::report_type>(
          "report_type", "I inventory changes, P physical inventory, M material balance"),
      member<&EntryRow::report_date>("report_date",
                                     "day of the report: what it says is known from then on")
          .detail(),
      member<&EntryRow::begin>("begin", "first day that the report is about").detail(),
      member<&EntryRow::end>("end", "its last day, or the day of the inventory").detail(),
      member<&EntryRow::entry>("entry", "number of the accounting entry in its report, from 1"),
      member<&EntryRow::status>("status", "N new, C correction, D deletion, A addition, U ignored"),
      member<&EntryRow::reference>("reference",
                                   "report/entry that a correction, deletion or addition names"),
      member<&EntryRow::counted>(
          "counted",
          "yes: it counts in the books; no: replaced, removed or ignored; in part: something of it "
          "cannot be read; not known: its status cannot"),
      member<&EntryRow::day>("day", "day of the change"),
      member<&EntryRow::code>("code", "inventory change or entry type"),
      member<&EntryRow::batch>("batch", "name of the batch"),
      member<&EntryRow::shipper>("shipper", "country/area that shipped").detail(),
      member<&EntryRow::receiver>("receiver", "country/area that received").detail(),
      member<&EntryRow::shipper_batch>("shipper_batch", "name that the shipper gave the batch")
          .detail(),
      member<&EntryRow::description>("description",
                                     "physical form, chemical form, containment, quality")
          .detail(),
      member<&EntryRow::measurement_basis>("measurement_basis",
                                           "where it was measured: N, L, M or T")
          .detail(),
      member<&EntryRow::item_count>("item_count", "number of items; 0 for bulk material").detail(),
      member<&EntryRow::g_600>("g_600", "weight of unified uranium, as reported, in grams"),
      member<&EntryRow::kg_610>("kg_610", "weight of natural uranium, as reported, in kilograms"),
      member<&EntryRow::kg_620>("kg_620", "weight of depleted uranium, as reported, in kilograms"),
      member<&EntryRow::g_630>("g_630", "weight of enriched uranium, as reported, in grams"),
      member<&EntryRow::g_640>("g_640", "weight of U-233, as reported, in grams"),
      member<&EntryRow::g_650>("g_650", "weight of U-234, as reported, in grams"),
      member<&EntryRow::g_660>("g_660", "weight of U-233 and U-235, as reported, in grams"),
      member<&EntryRow::g_670>("g_670", "weight of U-235, as reported, in grams"),
      member<&EntryRow::g_680>("g_680", "weight of U-236, as reported, in grams"),
      member<&EntryRow::g_690>("g_690", "weight of U-238, as reported, in grams"),
      member<&EntryRow::g_700>("g_700", "weight of plutonium, as reported, in grams"),
      member<&EntryRow::g_710>("g_710", "weight of Pu-238, as reported, in grams"),
      member<&EntryRow::g_720>("g_720", "weight of Pu-239, as reported, in grams"),
      member<&EntryRow::g_730>("g_730", "weight of Pu-240, as reported, in grams"),
      member<&EntryRow::g_740>("g_740", "weight of Pu-241, as reported, in grams"),
      member<&EntryRow::g_750>("g_750", "weight of Pu-242, as reported, in grams"),
      member<&EntryRow::g_760>("g_760", "weight of Pu-239 and Pu-241, as reported, in grams"),
      member<&EntryRow::g_770>(
          "g_770", "weight of fissile content of natural uranium, as reported, in grams"),
      member<&EntryRow::g_780>(
          "g_780", "weight of fissile content of depleted uranium, as reported, in grams"),
      member<&EntryRow::kg_800>("kg_800", "weight of thorium, as reported, in kilograms"));
};

struct ExportAnswer {
  std::string profile;
  std::vector<EntryRow> entries;
  std::vector<Unread> incomplete;
  std::vector<std::string> not_read, notes;

  [[nodiscard]] bool rests_on_unread() const { return !incomplete.empty(); }

  static constexpr auto described =
      object("export", "The entries of accountancy reports",
             member<&ExportAnswer::profile>("profile", "form of reporting"),
             member<&ExportAnswer::entries>("entries",
                                            "by area, number and date of the report, and entry"),
             incomplete_member<&ExportAnswer::incomplete>(),
             not_read_member<&ExportAnswer::not_read>(), notes_member<&ExportAnswer::notes>(),
             rests_on_unread_member<&ExportAnswer::rests_on_unread>());
};

/// Every accounting entry of the reports that took part, corrected ones too.
[[nodiscard]] Answered<ExportAnswer> export_entries(const Ledger& ledger,
                                                    const ExportQuestion& asked);

extern const Question export_question;

}  // namespace accord::answers
