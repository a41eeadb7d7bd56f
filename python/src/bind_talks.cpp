#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "answers/talks/given.h"
#include "answers/talks/openings.h"
#include "answers/talks/why.h"
#include "bind.h"
#include "formats/text/files.h"
#include "talks/solve/frontier.h"

namespace py = pybind11;

namespace accord::python {

using answers::TalksFiles;

namespace {

using File = std::pair<std::string, std::string>;

TalksFiles made_of(const File& domain, const std::vector<File>& positions, bool strict) {
  std::vector<TalksFiles::File> files;
  for (const auto& [name, bytes] : positions) files.push_back({name, bytes});
  auto made = answers::talks_of({domain.first, domain.second}, std::move(files), strict);
  if (!made) raise_refusal(made.error());
  return std::move(*made);
}

TalksFiles read(const std::vector<std::string>& names, bool strict) {
  const auto made = answers::read_talks(
      {names, strict},
      {formats::is_there, [](const std::string& file) { return formats::file_bytes(file); }});
  if (!made) raise_refusal(made.error());
  return *made;
}

/// Utilities of the frontier as nearest doubles, row by row, for numpy.
std::vector<std::vector<double>> frontier_points(const TalksFiles& files) {
  const auto found = talks::frontier(files.talks);
  std::vector<std::vector<double>> out;
  for (const auto& point : value_or_raise(found).points) {
    auto& row = out.emplace_back();
    for (const talks::Number& utility : point.utilities) row.push_back(utility.approximate());
  }
  return out;
}

/// The certificate of the first conflict and its openings; nothing when there is none.
py::object proof(const TalksFiles& files, const std::vector<py::bytes>& salts) {
  const std::vector<std::string> bytes(salts.begin(), salts.end());
  const auto made = answers::proof_of(files, bytes);
  if (!made) raise_refusal(made.error());
  if (!*made) return py::none();
  return py::make_tuple((*made)->certificate, (*made)->openings);
}

}  // namespace

void bind_talks(py::module_& module) {
  py::class_<TalksFiles>(module, "TalksFiles")
      .def(py::init(&made_of), py::arg("domain"), py::arg("positions"), py::arg("strict"))
      .def_property_readonly("parties",
                             [](const TalksFiles& files) { return files.talks.parties(); })
      .def_property_readonly("domain_sha256",
                             [](const TalksFiles& files) { return files.talks.domain.sha256; })
      .def("frontier_points", &frontier_points)
      .def("proof", &proof, py::arg("salts"))
      .def(
          "ask",
          [](const TalksFiles& files, const std::string& question, const py::dict& given,
             const py::dict& classes) { return ask(&files, question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"));
  module.def("read_talks", &read, py::arg("files"), py::arg("strict"));
}

}  // namespace accord::python
