#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>

#include "answers/questions.h"
#include "base/codes/parameter.h"
#include "base/printable.h"
#include "bind.h"
#include "faults.h"

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
      .def("__repr__", [](const Problem& p) { return render(p, {}); })
      .def(py::pickle(
          [](const Problem& p) {
            return py::make_tuple(static_cast<int>(p.severity), p.code, py::bytes(p.message),
                                  py::bytes(p.help), py::bytes(p.file), p.place.line,
                                  p.place.column, p.place.length);
          },
          [](const py::tuple& kept) {
            Problem p;
            p.severity = static_cast<Severity>(kept[0].cast<int>());
            p.code = kept[1].cast<std::string>();
            p.message = kept[2].cast<std::string>();
            p.help = kept[3].cast<std::string>();
            p.file = kept[4].cast<std::string>();
            p.place.line = kept[5].cast<decltype(p.place.line)>();
            p.place.column = kept[6].cast<decltype(p.place.column)>();
            p.place.length = kept[7].cast<decltype(p.place.length)>();
            return p;
          }));
}

}  // namespace

/// A parameter as Python has it: its keyword; the folder of a workspace as what opens it; another
/// question as its method.
std::string keyword_of(std::string_view parameter) {
  if (parameter == "folder") return "accord.open(path)";
  const auto questions = answers::questions();
  const bool is_question =
      std::any_of(questions.begin(), questions.end(),
                  [&](const answers::Question* one) { return one->method == parameter; });
  return std::string(parameter) + (is_question ? "()" : "");
}

void raise(const Error& given, const std::vector<Problem>& given_problems,
           const std::map<std::string, std::string_view>& texts) {
  Error error = given;
  for (std::string* text : {&error.message, &error.where, &error.remedy})
    *text = spelled(*text, &keyword_of);
  std::vector<Problem> problems = given_problems;
  for (Problem& problem : problems)
    for (std::string* text : {&problem.message, &problem.help}) *text = spelled(*text, &keyword_of);
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
  module.attr("__version__") = ACCORD_VERSION;
  error_type = PyErr_NewExceptionWithDoc(
      "accord.AccordError",
      "Input that cannot be used. Attributes: code, message, where, remedy, problems.", nullptr,
      nullptr);
  module.attr("AccordError") = py::reinterpret_borrow<py::object>(error_type);
  raise_own_faults();
  bind_problem(module);
  bind_accounts(module);
  bind_answers(module);
  bind_balance(module);
  bind_measurement(module);
  bind_simulation(module);
  bind_statistics(module);
  bind_studies(module);
  bind_talks(module);
  bind_terms(module);
  bind_workspace(module);
}

}  // namespace accord::python
