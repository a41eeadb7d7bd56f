#include <fmt/format.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "assessment/balance_tests.h"
#include "assessment/measured_balance.h"
#include "assessment/study.h"
#include "balance/balance.h"
#include "balance/decision.h"
#include "balance/decisions.h"
#include "balance/difference.h"
#include "bind.h"
#include "formats/criteria.h"
#include "items_of.h"
#include "numbers.h"
#include "report/balance_page.h"

namespace py = pybind11;

/// Material balances from arrays and from tables.
namespace accord::python {

using balance::Balance;
using balance::PeriodBalance;
using measurement::Fault;

namespace {

struct Made {
  Balance balance;
  std::vector<Problem> problems;  // warnings
  double limit_factor = 2;
};
using Shared = std::shared_ptr<Made>;

measurement::MassKind mass_kind(const std::string& word) {
  std::size_t at = 0;
  while (measurement::mass_kind_words[at] != word) ++at;
  return static_cast<measurement::MassKind>(at);
}

std::vector<measurement::ComponentRow> rows_of(const py::list& methods,
                                               std::vector<std::size_t>& numbers) {
  std::vector<measurement::ComponentRow> out;
  for (const auto& one : methods) {
    const auto [number, method, component, kind, sigma, key, factor] =
        one.cast<std::tuple<std::size_t, std::string, std::string, std::string, double, std::string,
                            std::string>>();
    numbers.push_back(number);
    measurement::ComponentRow& row = out.emplace_back();
    row.method = method;
    row.has_component = component != "none";
    row.component = {"",
                     factor,
                     kind == "absolute" ? measurement::Kind::absolute : measurement::Kind::relative,
                     component == "systematic",
                     sigma,
                     key};
  }
  return out;
}

/// Faults of arrays: the place is the row, from 0, and the column. `numbers`: of the rows that were
/// taken.
void add_problems(const std::vector<Fault>& faults, const char* table, std::vector<Problem>& out,
                  const std::vector<std::size_t>& numbers = {}) {
  for (const Fault& f : faults) {
    const std::size_t row = f.row < numbers.size() ? numbers[f.row] : f.row;
    const std::size_t other = f.other < numbers.size() ? numbers[f.other] : f.other;
    out.push_back({f.severity,
                   f.code,
                   message_of(f, fmt::format("row {}", other)),
                   f.help,
                   fmt::format("{}[{}].{}", table, row, f.column),
                   {}});
  }
}

Shared made_or_raise(std::optional<Balance> balance, std::vector<Problem> problems,
                     double limit_factor) {
  if (balance)
    return std::make_shared<Made>(Made{std::move(*balance), std::move(problems), limit_factor});
  std::string code = "B001";
  for (const Problem& problem : problems)
    if (problem.severity == Severity::error) {
      code = problem.code;
      break;
    }
  raise({code, "the input of the balance has errors", "", "correct the places named below"},
        problems);
}

Shared balance_of_columns(const py::dict& columns, const py::list& method_rows,
                          double limit_factor) {
  const TakenItems taken = items_of(columns);
  std::vector<std::size_t> numbers;
  const std::vector<measurement::ComponentRow> rows = rows_of(method_rows, numbers);
  py::gil_scoped_release release;
  measurement::Methods methods = measurement::methods_of(rows);
  std::vector<Problem> problems;
  add_problems(methods.faults, "methods", problems, numbers);
  std::optional<Balance> made;
  if (!has_errors(methods.faults)) {
    balance::MadeBalance result = balance::balance_of(taken.items, methods.methods, {limit_factor});
    add_problems(result.faults, "items", problems, taken.rows);
    add_problems(result.method_faults, "methods", problems, numbers);
    made = std::move(result.balance);
  }
  py::gil_scoped_acquire acquire;
  return made_or_raise(std::move(made), std::move(problems), limit_factor);
}

Shared balance_of_tables(const py::bytes& items, const py::bytes& methods,
                         const std::string& items_file, const std::string& methods_file,
                         double limit_factor, const std::string& mass) {
  const auto kind = mass_kind(mass);
  const std::string items_text = items;
  const std::string methods_text = methods;
  py::gil_scoped_release release;
  assessment::MeasuredBalance made = assessment::measured_balance(
      {items_file, items_text}, {methods_file, methods_text}, {limit_factor}, kind);
  py::gil_scoped_acquire acquire;
  return made_or_raise(std::move(made.balance), std::move(made.problems), limit_factor);
}

Shared balance_of_study(const py::bytes& study, const std::string& file,
                        std::map<std::string, std::string> series, double limit_factor) {
  const std::string text = study;
  py::gil_scoped_release release;
  assessment::MeasuredBalance made =
      assessment::study_balance({file, text}, series, {limit_factor});
  py::gil_scoped_acquire acquire;
  return made_or_raise(std::move(made.balance), std::move(made.problems), limit_factor);
}

/// Tests of the periods, each by itself and as a sequence.
struct Tests {
  Shared made;
  assessment::TestChoice choice;
  balance::DecisionChoice decision_choice;
  measurement::Criteria criteria;
  assessment::BalanceTests tests;
  balance::Decisions decisions;

  [[nodiscard]] report::BalanceRun run() const {
    report::BalanceRun out{made->balance, tests, decisions, choice, decision_choice, criteria};
    out.limit_factor = made->limit_factor;
    return out;
  }
};

measurement::Criteria criteria_of(const std::string& text, const std::string& file) {
  if (text.empty()) return {};
  formats::ReadCriteria read = formats::read_criteria(text, file);
  if (has_errors(read.problems))
    raise({"W007", "the criteria have errors", file, "correct the places named below"},
          read.problems);
  return std::move(read.criteria);
}

std::shared_ptr<Tests> tests_of(const Shared& made, double false_alarm, double page_k,
                                double headstart, bool two_sided, double detection,
                                std::optional<double> goal_kg, const std::string& criteria,
                                const std::string& criteria_file) {
  auto out = std::make_shared<Tests>();
  out->made = made;
  out->choice = {false_alarm, page_k, headstart, two_sided};
  out->decision_choice = {false_alarm, detection, goal_kg};
  out->criteria = criteria_of(criteria, criteria_file);
  const Balance& b = made->balance;
  out->tests =
      value_or_raise(assessment::balance_tests(b.muf.muf_kg, b.muf.covariance_kg2, out->choice));
  out->decisions = value_or_raise(balance::decide(b, out->decision_choice, out->criteria));
  return out;
}

py::list answer_rows(const Tests& t) {
  py::list out;
  for (const assessment::TestAnswer& answer : t.tests.answers)
    out.append(py::make_tuple(answer.name, answer.statistic, answer.limit, answer.alarm));
  return out;
}

py::tuple decision_row(const balance::Decision& d) {
  return py::make_tuple(d.limit_kg, d.alarm, d.found_kg, d.goal_probability);
}

py::list decision_rows(const Tests& t) {
  py::list out;
  for (const balance::Decision& d : t.decisions.periods) out.append(decision_row(d));
  return out;
}

py::list criterion_rows(const Tests& t) {
  py::list out;
  for (std::size_t i = 0; i < t.criteria.list.size(); ++i) {
    const measurement::Criterion& c = t.criteria.list[i];
    for (std::size_t period = 0; period < t.decisions.criteria[i].size(); ++period) {
      const balance::CriterionAnswer& a = t.decisions.criteria[i][period];
      out.append(py::make_tuple(period + 1, c.name, a.value_kg, a.limit_kg, a.exceeded, c.action,
                                c.source, c.confirmed));
    }
  }
  return out;
}

std::string figure_of(const Tests& t, const std::string& name) {
  const report::Page page = report::balance_page(t.run());
  for (const report::Figure* figure : report::figures_of(page))
    if (figure->id == name) return figure->svg;
  return {};
}

py::list validity_rows(const Made& made) {
  py::list out;
  for (std::size_t t = 0; t < made.balance.validity.periods.size(); ++t) {
    const balance::PeriodValidity& p = made.balance.validity.periods[t];
    out.append(
        py::make_tuple(t + 1, made.balance.largest_realisation(t), p.largest_share, p.effective));
  }
  return out;
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

py::array_t<double> covariance_of(const Made& made) {
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
  py::class_<Made, Shared>(module, "MeasuredBalance")
      .def_readonly("problems", &Made::problems)
      .def("periods", &period_rows)
      .def("shares", &share_rows)
      .def("covariance", &covariance_of)
      .def("validity", &validity_rows)
      .def("largest_relative",
           [](const Made& m) -> std::optional<std::pair<double, std::string>> {
             const balance::Validity& v = m.balance.validity;
             if (v.largest_relative == 0) return std::nullopt;
             return std::pair(v.largest_relative, m.balance.methods[v.largest_method]);
           })
      .def("may_be_negative", [](const Made& m) { return m.balance.validity.may_be_negative; })
      .def("muf", [](const Made& m) {
        return py::array_t<double>(static_cast<py::ssize_t>(m.balance.muf.muf_kg.size()),
                                   m.balance.muf.muf_kg.data());
      });
  module.def("balance_of_columns", &balance_of_columns);
  module.def("balance_of_tables", &balance_of_tables);
  module.def("balance_of_study", &balance_of_study);
  py::class_<Tests, std::shared_ptr<Tests>>(module, "TestedBalance")
      .def("answers", &answer_rows)
      .def("decisions", &decision_rows)
      .def("together", [](const Tests& t) { return decision_row(t.decisions.together); })
      .def("criteria", &criterion_rows)
      .def("page", [](const Tests& t) { return t.tests.page; })
      .def("constant_loss",
           [](const Tests& t) -> std::optional<std::pair<double, double>> {
             if (!t.tests.constant) return std::nullopt;
             return std::pair(t.tests.constant->loss, t.tests.constant->sigma);
           })
      .def("common_share", [](const Tests& t) { return t.tests.systematic_share; })
      .def("html", [](const Tests& t) { return report::html(report::balance_page(t.run())); })
      .def("figure", &figure_of);
  module.def("balance_tests", &tests_of);
  module.def("balance_figures", [] { return report::balance_figures; });
  module.def("own_criteria",
             [](const std::string& id) { return std::string(formats::own_criteria(id)); });
  module.def("own_criteria_ids", [] {
    const auto ids = formats::own_criteria_ids();
    return std::vector<std::string>(ids.begin(), ids.end());
  });
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
