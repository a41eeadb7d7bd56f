#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "base/printable.h"
#include "bind.h"

namespace py = pybind11;

namespace accord::python {

namespace {

PyObject* error_type = nullptr;

/// As Python writes the names of files: bytes that are not UTF-8 come back as they went in.
py::object name_of_file(const std::string& file) {
  return py::reinterpret_steal<py::object>(
      PyUnicode_DecodeFSDefaultAndSize(file.data(), static_cast<py::ssize_t>(file.size())));
}

void bind_problem(py::module_& module) {
  py::class_<Problem>(module, "Problem", "One thing that is wrong with one input file.")
      .def_readonly("code", &Problem::code, "Stable code, e.g. 'A010'.")
      .def_property_readonly("message", [](const Problem& p) { return printable(p.message); })
      .def_property_readonly(
          "help", [](const Problem& p) { return printable(p.help); }, "A remedy, or ''.")
      .def_property_readonly("file", [](const Problem& p) { return name_of_file(p.file); })
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
  std::string text = printable(error.message);
  if (!error.where.empty()) text = printable(error.where) + ": " + text;
  if (!error.code.empty()) text += "  [" + error.code + "]";
  if (!error.remedy.empty()) text += "\n  help: " + printable(error.remedy);
  for (const Problem& problem : problems) {
    const auto source = texts.find(problem.file);
    text += "\n" + render(problem, source == texts.end() ? std::string_view{} : source->second);
  }
  py::object raised = py::reinterpret_borrow<py::object>(error_type)(text);
  raised.attr("code") = error.code;
  raised.attr("message") = printable(error.message);
  raised.attr("where") = name_of_file(error.where);
  raised.attr("remedy") = printable(error.remedy);
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
