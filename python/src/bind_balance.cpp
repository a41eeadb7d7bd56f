#include <fmt/format.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "assessment/measured_balance.h"
#include "assessment/study.h"
#include "balance/muf/difference.h"
#include "balance/muf/some_periods.h"
#include "balance/tests/decision.h"
#include "bind.h"
#include "items_of.h"
#include "made_balance.h"
#include "methods.h"
#include "numbers.h"

namespace py = pybind11;

/// Material balances from arrays, tables and studies.
namespace accord::python {

using balance::PeriodBalance;

namespace {

/// `what` has errors: "the study". `texts` are shown with the problems.
SharedBalance made_or_raise(assessment::MeasuredBalance made, double limit_factor, const char* what,
                            const std::map<std::string, std::string_view>& texts) {
  if (!made.balance) {
    const auto first = std::find_if(made.problems.begin(), made.problems.end(),
                                    [](const Problem& p) { return p.severity == Severity::error; });
    raise({first->code, fmt::format("{} errors", what), "", "correct the places named below"},
          made.problems, texts);
  }
  MadeBalance out{std::move(*made.balance), std::move(made.problems), limit_factor, {}};
  for (const auto& [file, bytes] : texts) out.files.push_back(report::run_file(file, bytes));
  return std::make_shared<MadeBalance>(std::move(out));
}

/// The methods are rows of the package, or a table: its name and bytes.
SharedBalance balance_of_columns(const py::dict& columns, const py::object& given_methods,
                                 double limit_factor) {
  const TakenItems taken = items_of(columns);
  RowNames names{"items", taken.rows};
  if (columns.contains("places")) names.places = columns["places"].cast<decltype(names.places)>();
  const TakenMethods methods = taken_methods(given_methods);
  assessment::MeasuredBalance made;
  {
    const py::gil_scoped_release release;
    made.problems = methods.problems;
    if (!has_errors(made.problems)) {
      balance::MadeBalance result =
          balance::balance_of(taken.items, methods.methods, {limit_factor});
      add_problems(result.faults, names, made.problems);
      methods.add_problems(result.method_faults, made.problems);
      made.balance = std::move(result.balance);
    }
  }
  return made_or_raise(std::move(made), limit_factor, "the items or their methods have",
                       methods.texts());
}

SharedBalance balance_of_tables(const NamedBytes& items, const NamedBytes& methods,
                                double limit_factor, const std::string& mass) {
  const auto* const kind = std::find(std::begin(measurement::mass_kind_words),
                                     std::end(measurement::mass_kind_words), mass);
  if (kind == std::end(measurement::mass_kind_words))
    throw py::value_error(fmt::format("mass is '{}', expected declared, gross or net", mass));
  assessment::MeasuredBalance made;
  {
    const py::gil_scoped_release release;
    made = assessment::measured_balance(
        {items.first, items.second}, {methods.first, methods.second}, {limit_factor},
        measurement::MassKind(kind - std::begin(measurement::mass_kind_words)));
  }
  return made_or_raise(std::move(made), limit_factor, "the items or their methods have",
                       {{items.first, items.second}, {methods.first, methods.second}});
}

/// Series in memory: name, times, values.
using NamedSeries = std::tuple<std::string, Numbers, Numbers>;

/// The arrays themselves, which the caller of Python holds until the answer is there.
assessment::GivenSeries given_of(const std::vector<NamedSeries>& series) {
  assessment::GivenSeries out;
  for (const auto& [name, time, value] : series) out[name] = {span_of(time), span_of(value)};
  return out;
}

SharedBalance balance_of_study(const NamedBytes& study,
                               const std::map<std::string, std::string>& texts,
                               const std::vector<NamedSeries>& series, double limit_factor) {
  const assessment::GivenSeries given = given_of(series);
  assessment::MeasuredBalance made;
  {
    const py::gil_scoped_release release;
    made = assessment::study_balance({study.first, study.second}, texts, {limit_factor}, given);
  }
  std::map<std::string, std::string_view> shown(texts.begin(), texts.end());
  shown[study.first] = study.second;
  return made_or_raise(std::move(made), limit_factor, "the study has", shown);
}

/// Some periods that follow each other, from 0. The package has looked at the numbers.
SharedBalance part(const MadeBalance& made, std::size_t first, std::size_t count) {
  return std::make_shared<MadeBalance>(
      MadeBalance{balance::some_periods(made.balance, first, count), made.problems,
                  made.limit_factor, made.files});
}

py::list validity_rows(const MadeBalance& made) {
  py::list out;
  for (std::size_t t = 0; t < made.balance.validity.periods.size(); ++t) {
    const balance::PeriodValidity& p = made.balance.validity.periods[t];
    out.append(
        py::make_tuple(t + 1, made.balance.largest_realisation(t), p.largest_share, p.effective));
  }
  return out;
}

py::list period_rows(const MadeBalance& made) {
  py::list out;
  for (std::size_t t = 0; t < made.balance.periods.size(); ++t) {
    const PeriodBalance& p = made.balance.periods[t];
    py::dict row;
    row["period"] = t + 1;
    row["pb_kg"] = p.sums.opening_kg;
    row["x_kg"] = p.sums.increases_kg;
    row["y_kg"] = p.sums.decreases_kg;
    row["pe_kg"] = p.sums.closing_kg;
    row["muf_kg"] = p.muf_kg;
    row["sigma_muf_kg"] = p.sigma_kg;
    row["leid_kg"] = p.limit_kg;
    row["muf_over_sigma"] = p.ratio;
    row["p"] = p.probability;
    row["active_kg"] = p.active_kg;
    row["sigma_over_active"] = p.active_share;
    row["measurements"] = p.measurements;
    row["status"] = std::string(to_string(p.status));
    out.append(row);
  }
  return out;
}

py::list share_rows(const MadeBalance& made, const std::string& by) {
  std::size_t division = 0;
  while (division < std::size(balance::division_words) && balance::division_words[division] != by)
    ++division;
  if (division == std::size(balance::division_words))
    raise({"U004", "“" + by + "” is no way to divide a variance", "by",
           "use source, method, stratum or nature"});
  py::list out;
  for (std::size_t t = 0; t < made.balance.periods.size(); ++t)
    for (const balance::Share& share :
         made.balance.shares(static_cast<balance::Division>(division), t)) {
      py::dict row;
      row["period"] = t + 1;
      row["name"] = share.name;
      row["variance_kg2"] = share.variance_kg2;
      row["fraction"] = share.fraction;
      out.append(row);
    }
  return out;
}

py::array_t<double> covariance_of(const MadeBalance& made) {
  const numerics::Matrix& matrix = made.balance.muf.covariance_kg2;
  const std::vector<py::ssize_t> shape{static_cast<py::ssize_t>(matrix.rows),
                                       static_cast<py::ssize_t>(matrix.columns)};
  return py::array_t<double>(shape, matrix.values.data());
}

py::dict shipper_receiver(double shipped, double received, double u_shipper, double u_receiver,
                          double covariance) {
  const auto d = value_or_raise(
      balance::shipper_receiver({shipped, received, u_shipper, u_receiver, covariance}));
  py::dict out;
  out["difference_kg"] = d.difference_kg;
  out["u_kg"] = d.u_kg;
  out["ratio"] = d.ratio;
  out["best_kg"] = d.best_kg;
  out["u_best_kg"] = d.u_best_kg;
  return out;
}

}  // namespace

void bind_balance(py::module_& module) {
  py::class_<MadeBalance, SharedBalance>(module, "MeasuredBalance")
      .def_readonly("problems", &MadeBalance::problems)
      .def_readonly("limit_factor", &MadeBalance::limit_factor)
      .def("part", &part)
      .def("periods", &period_rows)
      .def("shares", &share_rows)
      .def("covariance", &covariance_of)
      .def("sigma_muf",
           [](const MadeBalance& m) {
             std::vector<double> out;
             for (const PeriodBalance& p : m.balance.periods) out.push_back(p.sigma_kg);
             return array_of(std::move(out));
           })
      .def("validity", &validity_rows)
      .def("largest_relative",
           [](const MadeBalance& m) -> std::optional<std::pair<double, std::string>> {
             const balance::Validity& v = m.balance.validity;
             if (v.largest_relative == 0) return std::nullopt;
             return std::pair(v.largest_relative, m.balance.methods[v.largest_method]);
           })
      .def("may_be_negative",
           [](const MadeBalance& m) { return m.balance.validity.may_be_negative; })
      .def("muf", [](const MadeBalance& m) {
        return py::array_t<double>(static_cast<py::ssize_t>(m.balance.muf.muf_kg.size()),
                                   m.balance.muf.muf_kg.data());
      });
  module.def("balance_of_columns", &balance_of_columns);
  module.def("balance_of_tables", &balance_of_tables);
  module.def("balance_of_study", &balance_of_study);
  bind_balance_tests(module);
  module.def("alarm_limit", [](double sigma, double alpha) {
    return value_or_raise(balance::alarm_limit_kg({sigma, alpha}));
  });
  module.def("detection_probability", [](double loss, double sigma, double alpha) {
    return value_or_raise(balance::detection_probability({sigma, alpha}, loss));
  });
  module.def("detectable_loss", [](double sigma, double alpha, double beta) {
    return value_or_raise(balance::detectable_loss_kg({sigma, alpha}, beta));
  });
  module.def("shipper_receiver", &shipper_receiver);
}

}  // namespace accord::python
