#pragma once

#include <pybind11/pybind11.h>

#include <memory>
#include <vector>

#include "balance/muf/balance.h"
#include "balance/tests/sequential.h"
#include "base/problem.h"
#include "report/forms/page.h"

namespace accord::python {

/// A balance as Python holds it. It does not change.
struct MadeBalance {
  balance::Balance balance;
  std::vector<Problem> problems;  ///< warnings
  double limit_factor = 2;        ///< LEID = factor · SEID
  std::vector<report::RunFile> files;
};
using SharedBalance = std::shared_ptr<MadeBalance>;

/// Tests, drawings and the page of a balance.
void bind_balance_tests(pybind11::module_& module);

/// The periods as tuples, in the order of the fields of accord.statistics.Period.
[[nodiscard]] pybind11::list rows_of(const balance::Sequence& sequence);

}  // namespace accord::python
