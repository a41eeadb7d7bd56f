#include <fmt/format.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assessment/balance_tests.h"
#include "balance/muf/common_share.h"
#include "balance/muf/decisions.h"
#include "bind.h"
#include "formats/profiles/criteria.h"
#include "made_balance.h"
#include "numbers.h"
#include "report/pages/balance_page.h"

namespace py = pybind11;

/// What `accord balance` says about a balance beyond its numbers: tests of the sequence and of each
/// period, drawings, the page.
namespace accord::python {

using measurement::Criteria;
using report::Figure;

namespace {

struct Tests {
  SharedBalance made;
  assessment::TestChoice choice;
  balance::DecisionChoice decision_choice;
  Criteria criteria;
  assessment::BalanceTests tests;
  balance::Decisions decisions;

  [[nodiscard]] report::BalanceRun run() const {
    report::BalanceRun out{made->balance, tests, decisions, choice, decision_choice, criteria};
    out.limit_factor = made->limit_factor;
    out.files = made->files;
    return out;
  }
};

/// Of a file as the package has read it, or of those that come with the program.
Criteria criteria_of(const std::string& name, const std::optional<std::string>& bytes) {
  if (name.empty()) return {};
  const std::string text(bytes ? *bytes : std::string(formats::own_criteria(name)));
  if (text.empty() && !bytes)
    raise({"U004", "there are no criteria “" + name + "” here", "criteria",
           fmt::format("name a file, or one of {}", fmt::join(formats::own_criteria_ids(), ", "))});
  formats::ReadCriteria read = formats::read_criteria(text, name);
  const auto first = std::find_if(read.problems.begin(), read.problems.end(),
                                  [](const Problem& p) { return p.severity == Severity::error; });
  if (first != read.problems.end())
    raise({first->code, "the criteria have errors", name, "correct the places named below"},
          read.problems, {{name, text}});
  return std::move(read.criteria);
}

std::shared_ptr<Tests> tests_of(const SharedBalance& made, double false_alarm, double page_k,
                                double headstart, bool two_sided, double detection,
                                std::optional<double> goal_kg, const std::string& criteria_name,
                                const std::optional<std::string>& criteria_text) {
  auto out = std::make_shared<Tests>();
  out->made = made;
  out->choice = {false_alarm, page_k, headstart, two_sided};
  out->decision_choice = {false_alarm, detection, goal_kg};
  out->criteria = criteria_of(criteria_name, criteria_text);
  const balance::Balance& b = made->balance;
  Result<assessment::BalanceTests> tests = [&] {
    const py::gil_scoped_release release;
    return assessment::balance_tests(b.muf.muf_kg, b.muf.covariance_kg2, out->choice,
                                     balance::common_share(b.muf));
  }();
  out->tests = value_or_raise(std::move(tests));
  out->decisions = value_or_raise(balance::decide(b, out->decision_choice, out->criteria));
  return out;
}

py::list answer_rows(const Tests& t) {
  py::list out;
  for (const assessment::TestAnswer& answer : t.tests.answers)
    out.append(
        py::make_tuple(answer.name, answer.statistic, answer.limit, answer.alarm, answer.period));
  return out;
}

py::list unexplained_rows(const Tests& t) {
  py::list out;
  for (const assessment::Unexplained& u : t.tests.unexplained)
    out.append(py::make_tuple(u.period, u.kg));
  return out;
}

py::tuple decision_row(const balance::Decision& d) {
  return py::make_tuple(d.limit_kg, d.alarm, d.found_kg, d.goal_probability, d.does_not_add_up);
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
    const std::string statistic(
        measurement::statistic_words[static_cast<std::size_t>(c.statistic)]);
    for (std::size_t period = 0; period < t.decisions.criteria[i].size(); ++period) {
      const balance::CriterionAnswer& a = t.decisions.criteria[i][period];
      out.append(py::make_tuple(period + 1, c.name, statistic, a.value_kg, a.limit_kg, a.exceeded,
                                c.action, c.source, c.confirmed, c.note));
    }
  }
  return out;
}

py::list definition_rows(const Tests& t) {
  py::list out;
  for (const measurement::Definition& d : t.criteria.definitions)
    out.append(py::make_tuple(d.name, d.text, d.source, d.confirmed));
  return out;
}

Figure draw(const report::BalanceRun& run, const std::string& name, std::size_t period) {
  if (name == "muf") return report::muf_figure(run);
  if (name == "sitmuf") return report::sitmuf_figure(run);
  if (name == "page") return report::page_figure(run);
  return report::contributions_figure(run, period);
}

/// Title, statement and SVG. The package has looked at the name and the period, which counts from
/// 0.
py::tuple figure(const Tests& t, const std::string& name, std::size_t period) {
  const Figure drawn = [&] {
    const py::gil_scoped_release release;
    return draw(t.run(), name, period);
  }();
  return py::make_tuple(drawn.title, drawn.statement, drawn.svg);
}

std::string html(const Tests& t) {
  const py::gil_scoped_release release;
  return report::html(report::balance_page(t.run()));
}

}  // namespace

void bind_balance_tests(py::module_& module) {
  const auto copy = [](std::vector<double> values) { return array_of(std::move(values)); };
  py::class_<Tests, std::shared_ptr<Tests>>(module, "TestedBalance")
      .def("sequence", [](const Tests& t) { return rows_of(t.tests.sequence); })
      .def("answers", &answer_rows)
      .def("unexplained", &unexplained_rows)
      .def("decisions", &decision_rows)
      .def("together", [](const Tests& t) { return decision_row(t.decisions.together); })
      .def("criteria", &criterion_rows)
      .def("definitions", &definition_rows)
      .def("page", [copy](const Tests& t) { return copy(t.tests.page); })
      .def("page_gains", [copy](const Tests& t) { return copy(t.tests.page_gains); })
      .def("constant_loss",
           [](const Tests& t) -> std::optional<std::pair<double, double>> {
             if (!t.tests.constant) return std::nullopt;
             return std::pair(t.tests.constant->loss, t.tests.constant->sigma);
           })
      .def("common_share", [](const Tests& t) { return t.tests.common_share; })
      .def("html", &html)
      .def("figure", &figure);
  module.def("balance_tests", &tests_of);
  module.attr("balance_figures") = py::tuple(py::cast(report::balance_figures));
}

}  // namespace accord::python
