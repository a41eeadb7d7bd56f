#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>

#include "answers/agreement/terms.h"
#include "assessment/assessment.h"
#include "bind.h"
#include "casters.h"
#include "formats/workspace/workspace.h"
#include "report/sections/report.h"

namespace py = pybind11;

namespace accord::python {

using assessment::Assessment;
using formats::Workspace;

namespace {

std::shared_ptr<const Workspace> open_workspace(const std::string& path) {
  py::gil_scoped_release release;
  Result<Workspace> read = formats::read_workspace(path);
  py::gil_scoped_acquire acquire;
  if (!read) raise(read.error());
  auto workspace = std::make_shared<const Workspace>(std::move(*read));
  if (has_errors(workspace->problems))
    raise({"W010", "the workspace has errors", path, "correct the places named below"},
          workspace->problems);
  return workspace;
}

Assessment assess(std::shared_ptr<const Workspace> workspace, std::optional<Day> on,
                  std::optional<Day> known, const std::string& min_grade, bool found_only,
                  const std::vector<std::pair<std::string, std::string>>& assume,
                  const std::vector<std::string>& suppose) {
  assessment::Query query;
  query.on = on;
  query.known = known;
  const auto grade = evidence::grade_of(min_grade);
  if (!grade)
    throw py::value_error(
        "min_grade: expected verified, attested, estimated, declared, reported or "
        "unverified, found '" +
        min_grade + "'");
  query.options.min_grade = *grade;
  query.options.found_only = found_only;
  for (const auto& [question, answer] : assume) query.options.assume.push_back({question, answer});
  query.suppose = suppose;
  return value_or_raise(Assessment::make(std::move(workspace), query));
}

void bind_folder(py::module_& module) {
  py::class_<formats::SeriesReport>(module, "SeriesReport", "One report of the verifier's series.")
      .def_readonly("id", &formats::SeriesReport::id)
      .def_readonly("report_date", &formats::SeriesReport::report_date)
      .def_readonly("as_of", &formats::SeriesReport::as_of)
      .def_readonly("kind", &formats::SeriesReport::kind)
      .def_readonly("basis", &formats::SeriesReport::basis)
      .def_readonly("statement", &formats::SeriesReport::statement)
      .def("__repr__",
           [](const formats::SeriesReport& r) { return "<SeriesReport " + r.id + ">"; });

  py::class_<Workspace, std::shared_ptr<Workspace>>(module, "Workspace")
      .def_readonly("name", &Workspace::name)
      .def_readonly("reports", &Workspace::reports)
      .def_readonly("problems", &Workspace::problems, "Warnings; errors are raised by open().")
      .def_property_readonly("root", [](const Workspace& w) { return w.root.string(); })
      .def_property_readonly("accounts",
                             [](const Workspace& w) {
                               return std::const_pointer_cast<formats::Accounts>(w.books.accounts);
                             })
      .def(
          "ask",
          [](const std::shared_ptr<Workspace>& workspace, const std::string& question,
             const py::dict& given,
             const py::dict& classes) { return ask(workspace.get(), question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"))
      .def_property_readonly(
          "terms",
          [](const std::shared_ptr<Workspace>& w) { return answers::terms_of(w, w->root); })
      .def(
          "following",
          [](const Workspace& w, const std::string& as_of, std::optional<Day> on,
             std::optional<Day> known) {
            assessment::Query query;
            query.on = on;
            query.known = known;
            const auto found = value_or_raise(report::following(w, as_of, std::move(query)));
            return std::tuple(
                found.query.on, found.query.known,
                found.report == nullptr ? std::nullopt : std::optional(found.report->id));
          },
          py::arg("as_of"), py::arg("on"), py::arg("known"))
      .def_property_readonly("terms_text", [](const Workspace& w) { return w.terms_text; });
}

void bind_assessment(py::module_& module) {
  py::class_<Assessment>(module, "Assessment")
      .def_property_readonly("on", &Assessment::on)
      .def_property_readonly("known", &Assessment::known)
      .def(
          "ask",
          [](const Assessment& a, const std::string& question, const py::dict& given,
             const py::dict& classes) { return ask(&a, question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"))
      .def(
          "report",
          [](const Assessment& a, const std::optional<std::string>& id) {
            const formats::SeriesReport* about =
                id ? value_or_raise(report::find_report(a.workspace(), *id)) : nullptr;
            const py::gil_scoped_release release;
            const report::Report made = report::make_report(a, about);
            return std::tuple(report::html(made), report::markdown(made), report::json(made));
          },
          py::arg("report"));
}

}  // namespace

void bind_workspace(py::module_& module) {
  bind_folder(module);
  bind_assessment(module);
  module.def("open_workspace", [](const std::string& path) {
    return std::const_pointer_cast<Workspace>(open_workspace(path));
  });
  module.def("assess", [](const std::shared_ptr<Workspace>& workspace, std::optional<Day> on,
                          std::optional<Day> known, const std::string& min_grade, bool found_only,
                          const std::vector<std::pair<std::string, std::string>>& assume,
                          const std::vector<std::string>& suppose) {
    return assess(workspace, on, known, min_grade, found_only, assume, suppose);
  });
}

}  // namespace accord::python
