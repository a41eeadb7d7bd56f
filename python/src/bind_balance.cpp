#include <fmt/format.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>

#include "assessment/measured_balance.h"
#include "balance/balance.h"
#include "balance/decision.h"
#include "balance/difference.h"
#include "bind.h"

namespace py = pybind11;

/// Material balances from arrays and from tables.
namespace accord::python {

using balance::Balance;
using balance::PeriodBalance;
using measurement::Fault;
using measurement::Items;

namespace {

template <class T>
using Array = py::array_t<T, py::array::c_style | py::array::forcecast>;

struct Made {
  Balance balance;
  std::vector<Problem> problems;  // warnings
};
using Shared = std::shared_ptr<Made>;

template <class T>
std::vector<T> column(const py::dict& columns, const char* name) {
  if (!columns.contains(name)) return {};
  const auto array = columns[name].cast<Array<T>>();
  return {array.data(), array.data() + array.size()};
}

void add_names(measurement::Names& names, const py::list& words) {
  for (const auto& word : words) names.id(word.cast<std::string>());
}

Items items_of(const py::dict& columns) {
  Items out;
  out.period = column<std::int32_t>(columns, "period");
  for (const std::uint8_t role : column<std::uint8_t>(columns, "role"))
    out.role.push_back(static_cast<measurement::Role>(role));
  out.stratum = column<std::uint32_t>(columns, "stratum");
  out.item = column<std::uint32_t>(columns, "item");
  out.method = column<std::uint32_t>(columns, "method");
  out.value_kg = column<double>(columns, "declared_kg");
  out.measured_in = column<std::int32_t>(columns, "measured_in_period");
  out.correction = column<std::uint8_t>(columns, "correction");
  add_names(out.strata, columns["strata"]);
  add_names(out.items, columns["items"]);
  add_names(out.methods, columns["methods"]);
  for (const auto& group : columns["groups"].cast<py::list>()) {
    const auto [name, ids, words] = group.cast<std::tuple<std::string, Array<std::uint32_t>, py::list>>();
    measurement::Group& added = out.groups.emplace_back();
    added.column = name;
    added.id.assign(ids.data(), ids.data() + ids.size());
    add_names(added.names, words);
  }
  return out;
}

std::vector<measurement::ComponentRow> rows_of(const py::list& methods, std::vector<std::size_t>& numbers) {
  std::vector<measurement::ComponentRow> out;
  for (const auto& one : methods) {
    const auto [number, method, component, kind, sigma, key, factor] =
        one.cast<std::tuple<std::size_t, std::string, std::string, std::string, double, std::string, std::string>>();
    numbers.push_back(number);
    measurement::ComponentRow& row = out.emplace_back();
    row.method = method;
    row.has_component = component != "none";
    row.component = {"", factor, kind == "absolute" ? measurement::Kind::absolute : measurement::Kind::relative,
                     component == "systematic", sigma, key};
  }
  return out;
}

/// Faults of arrays: the place is the row, from 0, and the column. `numbers`: of the rows that were taken.
void add_problems(const std::vector<Fault>& faults, const char* table, std::vector<Problem>& out,
                  const std::vector<std::size_t>& numbers = {}) {
  for (const Fault& f : faults) {
    const std::size_t row = f.row < numbers.size() ? numbers[f.row] : f.row;
    out.push_back({f.severity, f.code, message_of(f, fmt::format("row {}", f.other)), f.help,
                   fmt::format("{}[{}].{}", table, row, f.column), {}});
  }
}

Shared made_or_raise(std::optional<Balance> balance, std::vector<Problem> problems) {
  if (balance) return std::make_shared<Made>(Made{std::move(*balance), std::move(problems)});
  std::string code = "B001";
  for (const Problem& problem : problems)
    if (problem.severity == Severity::error) {
      code = problem.code;
      break;
    }
  raise({code, "the items or their methods have errors", "", "correct the places named below"}, problems);
}

Shared balance_of_columns(const py::dict& columns, const py::list& method_rows, double limit_factor) {
  const Items items = items_of(columns);
  std::vector<std::size_t> numbers;
  const std::vector<measurement::ComponentRow> rows = rows_of(method_rows, numbers);
  py::gil_scoped_release release;
  measurement::Methods methods = measurement::methods_of(rows);
  std::vector<Problem> problems;
  add_problems(methods.faults, "methods", problems, numbers);
  std::optional<Balance> made;
  if (!has_errors(methods.faults)) {
    balance::MadeBalance result = balance::balance_of(items, methods.methods, {limit_factor});
    add_problems(result.faults, "items", problems);
    add_problems(result.method_faults, "methods", problems, numbers);
    made = std::move(result.balance);
  }
  py::gil_scoped_acquire acquire;
  return made_or_raise(std::move(made), std::move(problems));
}

Shared balance_of_tables(const py::bytes& items, const py::bytes& methods, const std::string& items_file,
                         const std::string& methods_file, double limit_factor) {
  const std::string items_text = items;
  const std::string methods_text = methods;
  py::gil_scoped_release release;
  assessment::MeasuredBalance made = assessment::measured_balance(
      {items_file, items_text}, {methods_file, methods_text}, {limit_factor});
  py::gil_scoped_acquire acquire;
  return made_or_raise(std::move(made.balance), std::move(made.problems));
}

py::list period_rows(const Made& made) {
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
    row["sigma_kg"] = p.sigma_kg;
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

py::list share_rows(const Made& made, const std::string& by) {
  std::size_t division = 0;
  while (division < std::size(balance::division_words) && balance::division_words[division] != by) ++division;
  if (division == std::size(balance::division_words))
    raise({"U004", "“" + by + "” is no way to divide a variance", "by", "use source, method, stratum or nature"});
  py::list out;
  for (std::size_t t = 0; t < made.balance.periods.size(); ++t)
    for (const balance::Share& share : made.balance.shares(static_cast<balance::Division>(division), t)) {
      py::dict row;
      row["period"] = t + 1;
      row["name"] = share.name;
      row["variance_kg2"] = share.variance_kg2;
      row["fraction"] = share.fraction;
      out.append(row);
    }
  return out;
}

py::array_t<double> covariance_of(const Made& made) {
  const numerics::Matrix& matrix = made.balance.muf.covariance_kg2;
  const std::vector<py::ssize_t> shape{static_cast<py::ssize_t>(matrix.rows),
                                       static_cast<py::ssize_t>(matrix.columns)};
  return py::array_t<double>(shape, matrix.values.data());
}

py::dict shipper_receiver(double shipped, double received, double u_shipper, double u_receiver,
                          double covariance) {
  const auto d = value_or_raise(balance::shipper_receiver({shipped, received, u_shipper, u_receiver, covariance}));
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
  py::class_<Made, Shared>(module, "MeasuredBalance")
      .def_readonly("problems", &Made::problems)
      .def("periods", &period_rows)
      .def("shares", &share_rows)
      .def("covariance", &covariance_of)
      .def("muf", [](const Made& m) {
        return py::array_t<double>(static_cast<py::ssize_t>(m.balance.muf.muf_kg.size()), m.balance.muf.muf_kg.data());
      });
  module.def("balance_of_columns", &balance_of_columns);
  module.def("balance_of_tables", &balance_of_tables);
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
