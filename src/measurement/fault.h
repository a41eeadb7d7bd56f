#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace accord::measurement {

/// One thing that is wrong with a row of input, whatever it came from: a file, or arrays.
///
///   B001  a standard deviation that is no number, negative, or 1 or more where it is a fraction
///   B002  a systematic component without the key of its source
///   B003  a source twice in one method, in the same way
///   B004  a method that no component is given for
///   B005  an item twice in one inventory, or twice among the receipts or removals of one period
///   B006  one measurement with two values
///   B007  a negative mass without the mark that it is a correction
///   B008  a mass of zero or less whose error is relative only
///   B009  a mass of zero or less with a relative error (warning)
///   B010  a period that is not there: negative, not whole, or before the opening inventory
///   B011  no closing inventory in a period (warning)
///   B012  a target value that nobody verified
///   B013  a mass that is no number
///   B014  a measurement later than the period of its row (warning)
///   B015  a key that names a column the items do not have
///   B016  an item that a period counts twice: in stock and received, or removed and in stock
///   B017  columns of different length
///   B018  a relative standard deviation above 0.3 (warning)
///   B019  nothing in a column that the key of a source names
///   B020  a probability that is not between 0 and 1
///   B021  times that do not ascend
///   B022  a period in which a flow or an inventory is not known, a pulse in no period, or no
///   period B023  a location without samples B024  a period without a sample of any flow (warning)
///   B025  amounts outside all periods (warning)
///   B026  a target value that the table does not have, or that is not named clearly
///   B027  more items selected or hidden than there are
///   B028  a method without errors that has one
///   B029  a method with too many products of errors
struct Fault {
  Severity severity = Severity::error;
  std::string code;
  std::string message;  ///< one sentence: what was found, what was expected
  std::string help;
  std::size_t row = 0;  ///< index of the row, from 0
  std::string column;   ///< name of the column; may be empty
  /// A row that has to do with it, which the message calls “{other}”; no_row: there is none.
  static constexpr std::size_t no_row = std::numeric_limits<std::size_t>::max();
  std::size_t other = no_row;
};

/// The message with what the other row is called: "line 7", "row 5".
[[nodiscard]] inline std::string message_of(const Fault& fault, std::string_view other) {
  constexpr std::string_view mark = "{other}";
  std::string out = fault.message;
  if (const std::size_t at = out.find(mark); fault.other != Fault::no_row && at != out.npos)
    out.replace(at, mark.size(), other);
  return out;
}

[[nodiscard]] inline bool has_errors(const std::vector<Fault>& faults) {
  for (const Fault& fault : faults)
    if (fault.severity == Severity::error) return true;
  return false;
}

}  // namespace accord::measurement
