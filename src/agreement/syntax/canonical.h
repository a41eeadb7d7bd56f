#pragma once

#include "agreement/model/model.h"

namespace accord::agreement {

/// The same meaning in one form: no notes, names of a set sorted and once, zeros behind numbers
/// cut, rules, conditions, parts of sums and of earliest and latest sorted.
void make_canonical(Item& item);

}  // namespace accord::agreement
