#pragma once

#include "claims/claims.h"
#include "described/described.h"

/// The words of what a claim was found to be, for every face.
namespace accord::described {

template <>
struct Words<claims::ClaimWord> {
  static constexpr auto last = claims::ClaimWord::cannot_check;
  static constexpr std::string_view name = "claim_verdict",
                                    words[] = {"consistent", "consistent_truncated",
                                               "consistent_rounded", "inconsistent",
                                               "cannot_check"};
};
template <>
struct Words<claims::ClaimFault> {
  static constexpr auto last = claims::ClaimFault::known_day_for_first;
  static constexpr std::string_view name = "claim_fault", words[] = {"none",
                                                                     "unknown",
                                                                     "other_unit",
                                                                     "part_for_whole",
                                                                     "whole_for_part",
                                                                     "difference_for_value",
                                                                     "value_for_difference",
                                                                     "sign_error",
                                                                     "other_report",
                                                                     "other_part_taken_off",
                                                                     "digit_lost",
                                                                     "digit_added",
                                                                     "digits_swapped",
                                                                     "off_by_one_day",
                                                                     "later_for_first",
                                                                     "known_day_for_first"};
};

}  // namespace accord::described
