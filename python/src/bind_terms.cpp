#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "agreement/check/check.h"
#include "agreement/syntax/print.h"
#include "answers/agreement/terms.h"
#include "bind.h"
#include "formats/text/files.h"

namespace py = pybind11;

namespace accord::python {

using answers::Terms;
using answers::TermsText;

namespace {

Terms made_of(const std::vector<std::pair<std::string, std::string>>& texts) {
  Terms out;
  for (const auto& [file, text] : texts) out.texts.push_back({file, text, {}});
  return out;
}

Terms read_terms(const std::vector<std::string>& files) {
  Terms out;
  for (const std::string& file : files)
    out.texts.push_back({file, value_or_raise(formats::file_bytes(file)), {}});
  return out;
}

std::string in_one_layout(const Terms& terms) {
  std::string out;
  for (const TermsText& text : terms.texts) {
    const agreement::Parsed parsed = agreement::read(text.text, text.file);
    if (has_errors(parsed.problems))
      raise({"A000", "the text has errors", text.file, "correct the places named below"},
            parsed.problems);
    out += agreement::print(parsed.agreement);
  }
  return out;
}

}  // namespace

void bind_terms(py::module_& module) {
  py::class_<Terms>(module, "Terms")
      .def(py::init(&made_of), py::arg("texts"))
      .def("format", &in_one_layout)
      .def(
          "ask",
          [](const Terms& terms, const std::string& question, const py::dict& given,
             const py::dict& classes) { return ask(&terms, question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"));
  module.def("read_terms", &read_terms, py::arg("files"));
}

}  // namespace accord::python
