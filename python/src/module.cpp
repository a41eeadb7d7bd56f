#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "bind.h"

namespace py = pybind11;

namespace accord::python {

namespace {

PyObject* error_type = nullptr;

void bind_problem(py::module_& module) {
  py::class_<Problem>(module, "Problem", "One thing that is wrong with one input file.")
      .def_readonly("code", &Problem::code, "Stable code, e.g. 'A010'.")
      .def_readonly("message", &Problem::message)
      .def_readonly("help", &Problem::help, "A remedy, or ''.")
      .def_readonly("file", &Problem::file)
      .def_property_readonly("line", [](const Problem& p) { return p.place.line; })
      .def_property_readonly("column", [](const Problem& p) { return p.place.column; })
      .def_property_readonly(
          "severity",
          [](const Problem& p) { return p.severity == Severity::error ? "error" : "warning"; })
      .def("__repr__", [](const Problem& p) { return render(p, {}); });
}

}  // namespace

void raise(const Error& error, const std::vector<Problem>& problems,
           const std::map<std::string, std::string_view>& texts) {
  std::string text = error.message;
  if (!error.where.empty()) text = error.where + ": " + text;
  if (!error.code.empty()) text += "  [" + error.code + "]";
  if (!error.remedy.empty()) text += "\n  help: " + error.remedy;
  for (const Problem& problem : problems) {
    const auto source = texts.find(problem.file);
    text += "\n" + render(problem, source == texts.end() ? std::string_view{} : source->second);
  }
  // A line that is shown may hold bytes that are no UTF-8.
  const auto shown = py::reinterpret_steal<py::object>(
      PyUnicode_DecodeUTF8(text.data(), static_cast<py::ssize_t>(text.size()), "replace"));
  py::object raised = py::reinterpret_borrow<py::object>(error_type)(shown);
  raised.attr("code") = error.code;
  raised.attr("message") = error.message;
  raised.attr("where") = error.where;
  raised.attr("remedy") = error.remedy;
  raised.attr("problems") = problems;
  PyErr_SetObject(error_type, raised.ptr());
  throw py::error_already_set();
}

PYBIND11_MODULE(_accord, module) {
  module.doc() = "The compiled part of accord; use the package `accord`.";
  error_type = PyErr_NewExceptionWithDoc(
      "accord.AccordError",
      "Input that cannot be used. Attributes: code, message, where, remedy, problems.", nullptr,
      nullptr);
  module.attr("AccordError") = py::reinterpret_borrow<py::object>(error_type);
  bind_problem(module);
  bind_accounts(module);
  bind_balance(module);
  bind_findings(module);
  bind_measurement(module);
  bind_simulation(module);
  bind_statistics(module);
  bind_terms(module);
  bind_workspace(module);
}

}  // namespace accord::python
