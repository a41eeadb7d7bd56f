#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <span>

#include "balance/tests/combined.h"
#include "balance/tests/roc.h"
#include "bind.h"
#include "formats/measured/measured.h"
#include "formats/measured/target_values.h"
#include "measurement/budget.h"
#include "measurement/product.h"
#include "measurement/replication.h"
#include "measurement/target_value.h"
#include "numbers.h"

namespace py = pybind11;

/// Uncertainties of measurements, and tests beside a balance, one formula at a time.
namespace accord::python {

using measurement::BudgetLine;

namespace {

py::tuple budget_of(const std::vector<std::tuple<std::string, double, double, double>>& rows) {
  std::vector<BudgetLine> lines;
  lines.reserve(rows.size());
  for (const auto& [name, u, sensitivity, degrees] : rows)
    lines.push_back({name, u, sensitivity, degrees});
  const measurement::Budget budget = value_or_raise(measurement::budget(lines));
  py::list shares;
  for (const measurement::BudgetShare& share : budget.shares)
    shares.append(py::make_tuple(share.name, share.contribution, share.variance_share));
  return py::make_tuple(budget.combined, budget.degrees_of_freedom, shares);
}

py::tuple product_of(const Numbers& sigmas) {
  const measurement::ProductSigma p = measurement::product_sigma(span_of(sigmas));
  return py::make_tuple(p.linear, p.exact, p.sigma(), p.normal_is_poor);
}

py::list target_rows(const py::bytes& methods, const std::string& methods_file,
                     const py::bytes& targets, const std::string& targets_file,
                     bool demonstration) {
  const std::string methods_text = methods, targets_text = targets;
  const formats::ReadMethods read = formats::read_methods(methods_text, methods_file);
  const formats::ReadTargetValues table = formats::read_target_values(targets_text, targets_file);
  std::vector<Problem> problems = read.problems;
  problems.insert(problems.end(), table.problems.begin(), table.problems.end());
  const auto purpose =
      demonstration ? measurement::Purpose::demonstration : measurement::Purpose::evaluation;
  const measurement::TargetReport report =
      measurement::against_targets(read.methods, table.values, purpose);
  for (const Problem& p :
       formats::problems_of(report.table_faults, targets_text, targets_file, table.lines))
    problems.push_back(p);
  for (const Problem& p :
       formats::problems_of(report.method_faults, methods_text, methods_file, read.lines))
    problems.push_back(p);
  for (const Problem& problem : problems)
    if (problem.severity == Severity::error)
      raise({problem.code, "the methods or the target values have errors", "",
             "correct the places named below"},
            problems);
  py::list out;
  for (const measurement::DeclaredAgainst& row : report.rows) {
    const measurement::AgainstTarget& a = row.against;
    py::dict one;
    one["method"] = row.method;
    one["factor"] = row.factor;
    one["declared"] = a.declared;
    one["target"] = a.target_total;
    one["unit"] = a.target.unit;
    one["ratio"] = a.ratio;
    one["within"] = a.meets;
    one["target_method"] = a.target.method;
    one["material"] = a.target.material;
    one["quantity"] = a.target.quantity;
    one["edition"] = a.target.edition;
    one["source_page"] = a.target.source_page;
    one["verified_by"] = a.target.verified_by;
    one["verified_on"] = a.target.verified_on;
    out.append(one);
  }
  return out;
}

/// The rows of a table, all of them usable; in the order of the fields of
/// accord.measurement.TargetValue.
py::list target_values(const py::bytes& targets, const std::string& file, bool demonstration) {
  const std::string text = targets;
  formats::ReadTargetValues table = formats::read_target_values(text, file);
  std::vector<Problem> problems = std::move(table.problems);
  measurement::UsableValues usable;
  if (!has_errors(problems)) {
    usable = measurement::usable(table.values, demonstration ? measurement::Purpose::demonstration
                                                             : measurement::Purpose::evaluation);
    for (Problem& p : formats::problems_of(usable.faults, text, file, table.lines))
      problems.push_back(std::move(p));
  }
  for (const Problem& problem : problems)
    if (problem.severity == Severity::error)
      raise({problem.code, "the target values have errors", file, "correct the places named below"},
            problems, {{file, text}});
  py::list out;
  for (const measurement::TargetValue& t : usable.values)
    out.append(py::make_tuple(t.edition, t.method, t.material, t.quantity, t.u_random,
                              t.u_systematic, t.unit, t.source_page, t.verified_by, t.verified_on));
  return out;
}

py::tuple pair_detection(double sigma_muf, double sigma_difference, double alpha_muf,
                         double alpha_difference, double missing, double falsified) {
  const auto a = value_or_raise(balance::pair_detection(
      {sigma_muf, sigma_difference, alpha_muf, alpha_difference}, missing, falsified));
  return py::make_tuple(a.detection, a.false_alarm, a.muf_alone, a.difference_alone);
}

balance::ItemsAndBalance plan_of(std::uint64_t items, std::uint64_t selected, double item_kg,
                                 double recognition, double sigma_kg, double alpha) {
  return {items, selected, item_kg, recognition, sigma_kg, alpha};
}

}  // namespace

void bind_measurement(py::module_& module) {
  module.def("budget", &budget_of);
  module.def("product_sigma", &product_of);
  module.def("target_rows", &target_rows);
  module.def("target_values", &target_values);
  module.def("replicated_sigma", [](double weighing, double sampling, double analysis,
                                    int weighings, int samples, int analyses) {
    return measurement::replicated_sigma(weighing, sampling, analysis,
                                         {weighings, samples, analyses});
  });
  module.def("rounding_sigma", &measurement::rounding_sigma);
  module.def("quotient_bias", &measurement::quotient_bias);
  module.def("pair_detection", &pair_detection);
  module.def("miss_probability", [](std::uint64_t items, std::uint64_t selected, double item_kg,
                                    double recognition, double sigma_kg, double alpha,
                                    double goal_kg, std::uint64_t hidden) {
    return value_or_raise(balance::miss_probability(
        plan_of(items, selected, item_kg, recognition, sigma_kg, alpha), goal_kg, hidden));
  });
  module.def("worst_hiding", [](std::uint64_t items, std::uint64_t selected, double item_kg,
                                double recognition, double sigma_kg, double alpha, double goal_kg) {
    const auto w = value_or_raise(balance::worst_hiding(
        plan_of(items, selected, item_kg, recognition, sigma_kg, alpha), goal_kg));
    return py::make_tuple(w.hidden, w.miss, w.detection);
  });
  module.def("normal_auc", [](double loss, double sigma) {
    return value_or_raise(balance::normal_auc(loss, sigma));
  });
  module.def("auc", [](const Numbers& without, const Numbers& with) {
    const std::span<const double> low = span_of(without), high = span_of(with);
    const auto found = [&] {
      const py::gil_scoped_release release;
      return balance::auc(low, high);
    }();
    const balance::Auc a = value_or_raise(found);
    return py::make_tuple(a.value, a.standard_error);
  });
}

}  // namespace accord::python
