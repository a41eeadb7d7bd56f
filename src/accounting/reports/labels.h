#pragma once

#include "accounting/reports/report.h"

/// Numbers of fields that the labelled form of Code 10 does not have, in forms that are tables.
/// They are of this program; what a form calls its fields is in its profile.
namespace accord::accounting::label {

inline constexpr Label line_count = 901;
inline constexpr Label period_end = 902;  ///< the beginning, or the day of an inventory, is 015
inline constexpr Label transaction = 903;
inline constexpr Label container = 904;  ///< with the form (430) and the state one description
inline constexpr Label state = 905;
inline constexpr Label previous_batch = 906;
inline constexpr Label original_date = 907;
inline constexpr Label inventory_date = 908;
inline constexpr Label category = 909;
inline constexpr Label isotope = 911;
inline constexpr Label obligation = 914;
inline constexpr Label previous_category = 915;
inline constexpr Label previous_obligation = 916;
inline constexpr Label previous_report = 921;
inline constexpr Label previous_line = 922;
inline constexpr Label burn_up = 923;
inline constexpr Label previous_check = 924;
inline constexpr Label check_value = 925;  ///< CRC, carried through unchanged
inline constexpr Label notification = 926;
inline constexpr Label item = 930;  ///< identifier of an object in a list
/// Columns of weights: a weight stands in its entry with the number of what it is a weight of.
inline constexpr Label element_weight = 990;
inline constexpr Label fissile_weight = 991;

}  // namespace accord::accounting::label
