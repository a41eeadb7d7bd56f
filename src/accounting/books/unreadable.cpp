#include "accounting/books/unreadable.h"

#include <algorithm>
#include <array>

#include "accounting/reports/labels.h"

namespace accord::accounting {

namespace {

/// Beside the weights. Batch names decide which receipt a shipment has, and which level a batch is
/// of; the number and the day of a report decide what corrections name and when it is known.
constexpr std::array<Label, 21> deciding{1,
                                         3,
                                         10,
                                         15,
                                         307,
                                         309,
                                         370,
                                         372,
                                         407,
                                         411,
                                         412,
                                         446,
                                         447,
                                         label::period_end,
                                         label::previous_batch,
                                         label::inventory_date,
                                         label::category,
                                         label::isotope,
                                         label::previous_category,
                                         label::previous_report,
                                         label::previous_line};

bool decides_anything(const Finding& f) {
  const bool reading = f.rule == "V001" || f.rule == "V002" || f.rule == "V003" || f.rule == "V007";
  return reading && f.kind != static_cast<char>(EntryKind::note) && (f.hides || decides(f.label));
}

}  // namespace

bool decides(Label label) {
  return material::is_kind(label) || label == label::element_weight ||
         label == label::fissile_weight ||
         std::find(deciding.begin(), deciding.end(), label) != deciding.end();
}

std::vector<Finding> unreadable_of(const std::vector<Finding>& findings) {
  std::vector<Finding> out;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(out), decides_anything);
  return out;
}

}  // namespace accord::accounting
