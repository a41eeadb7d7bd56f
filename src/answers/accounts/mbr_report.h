#pragma once

#include <optional>
#include <string>

#include "answers/accounts/parts.h"

namespace accord::answers {

struct MbrReportQuestion {
  std::optional<std::string> mba;
  std::optional<Day> on, dated;
  std::optional<std::uint32_t> number;
  std::optional<std::string> encoder;
  bool rounded = false;

  static constexpr auto described = object(
      "mbr_report_question",
      "The material balance report of one area and inventory, in the labelled form of Code 10",
      mba_flag<&MbrReportQuestion::mba>(),
      member<&MbrReportQuestion::on>("on", "day of the inventory").setting(),
      member<&MbrReportQuestion::dated>("dated", "the date of the report that is written"),
      member<&MbrReportQuestion::number>(
          "number", "its number in the area; otherwise the next one that is free")
          .from(1)
          .to(99999999),
      member<&MbrReportQuestion::encoder>(
          "encoder",
          "the official who answers for it, as “MODEL,B C”; otherwise that of the last report")
          .shown_as("NAME"),
      member<&MbrReportQuestion::rounded>(
          "rounded", "weights in whole units of account, with rounding adjustments"));
};

struct MbrReportAnswer {
  std::string mba;
  Day begin, end;
  std::uint32_t report = 0;
  std::string text;

  static constexpr auto described =
      object("mbr_report", "A material balance report in the labelled form of Code 10",
             mba_member<&MbrReportAnswer::mba>(),
             member<&MbrReportAnswer::begin>("begin", "day of the inventory before"),
             member<&MbrReportAnswer::end>("end", "day of the inventory"),
             member<&MbrReportAnswer::report>("report", "number of the report in its area"),
             member<&MbrReportAnswer::text>("text", "the report, one entry a line"));
};

/// Weights are exact, or rounded with their adjustments; the report is read back before it is
/// given. U005: no area, inventory or date is named; C014: no inventory of that day with another
/// before it; C015: the reports are tables; C030: something of the balance cannot be read; V…: the
/// reader of reports refuses what was written.
[[nodiscard]] Answered<MbrReportAnswer> mbr_report(const Ledger& ledger,
                                                   const MbrReportQuestion& asked);

extern const Question mbr_report_question;

}  // namespace accord::answers
