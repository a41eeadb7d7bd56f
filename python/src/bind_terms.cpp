#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "agreement/check/check.h"
#include "agreement/syntax/print.h"
#include "bind.h"

namespace py = pybind11;

namespace accord::python {

namespace {

agreement::Parsed read_or_raise(const std::string& text, const std::string& file) {
  agreement::Parsed parsed = agreement::read(text, file);
  if (has_errors(parsed.problems))
    raise({"A000", "the text has errors", file, "correct the places named below"}, parsed.problems);
  return parsed;
}

}  // namespace

void bind_terms(py::module_& module) {
  module.def(
      "check_terms",
      [](const std::string& text, const std::string& file) {
        return agreement::read(text, file).problems;
      },
      py::arg("text"), py::arg("file") = "");
  module.def(
      "format_terms",
      [](const std::string& text, const std::string& file) {
        return agreement::print(read_or_raise(text, file).agreement);
      },
      py::arg("text"), py::arg("file") = "");
}

}  // namespace accord::python
