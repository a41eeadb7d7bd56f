#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "assessment/study.h"
#include "base/stop_point.h"
#include "bind.h"
#include "numbers.h"
#include "simulation/measured.h"

namespace py = pybind11;

/// What stands behind the balance of a study: its locations, what each adds, and what they would
/// read.
namespace accord::python {

using measurement::Location;
using simulation::lanes;

namespace {

using NamedBytes = std::pair<std::string, std::string>;  ///< as the package has read the file
using NamedSeries = std::tuple<std::string, Numbers, Numbers>;

struct ReadStudy {
  measurement::Study study;
  std::vector<NamedSeries> series;  ///< where the study looks for arrays
  std::vector<Problem> problems;    ///< warnings
};
using SharedStudy = std::shared_ptr<ReadStudy>;

SharedStudy read_study(const NamedBytes& study, const std::map<std::string, std::string>& texts,
                       std::vector<NamedSeries> series) {
  auto out = std::make_shared<ReadStudy>();
  out->series = std::move(series);
  assessment::GivenSeries given;
  for (const auto& [name, time, value] : out->series) given[name] = {span_of(time), span_of(value)};
  assessment::LoadedStudy loaded;
  {
    const py::gil_scoped_release release;
    loaded = assessment::load_study({study.first, study.second}, texts, given);
  }
  if (!loaded.study) {
    std::map<std::string, std::string_view> shown(texts.begin(), texts.end());
    shown[study.first] = study.second;
    const auto first = std::find_if(loaded.problems.begin(), loaded.problems.end(),
                                    [](const Problem& p) { return p.severity == Severity::error; });
    raise({first->code, "the study has errors", "", "correct the places named below"},
          loaded.problems, shown);
  }
  out->study = std::move(*loaded.study);
  out->problems = std::move(loaded.problems);
  return out;
}

py::array_t<double> copy_of(std::span<const double> numbers) {
  return array_of(std::vector<double>(numbers.begin(), numbers.end()));
}

template <class Words, class Word>
std::string word(const Words& words, Word which) {
  return std::string(words[static_cast<std::size_t>(which)]);
}

py::list locations(const ReadStudy& read) {
  py::list out;
  for (const Location& l : read.study.locations) {
    py::dict one;
    one["name"] = l.name;
    one["role"] = word(measurement::location_role_words, l.role);
    one["kind"] = word(measurement::flow_kind_words, l.kind);
    one["between"] = word(measurement::between_words, l.between);
    one["close_pulses"] = l.close_pulses;
    one["until"] = l.until;
    one["random_absolute"] = l.random_absolute;
    one["systematic_absolute"] = l.systematic_absolute;
    one["time"] = copy_of(l.times());
    one["value"] = copy_of(l.values());
    out.append(std::move(one));
  }
  return out;
}

/// kg and σ: locations × periods each.
py::tuple totals(const ReadStudy& read) {
  std::vector<std::vector<balance::LocationTotal>> found;
  {
    const py::gil_scoped_release release;
    found = balance::location_totals(read.study);
  }
  std::vector<double> kg, sigma;
  for (const auto& of_location : found)
    for (const balance::LocationTotal& total : of_location) {
      kg.push_back(total.kg);
      sigma.push_back(total.sigma_kg);
    }
  const std::vector<py::ssize_t> shape{static_cast<py::ssize_t>(found.size()),
                                       static_cast<py::ssize_t>(read.study.edges.size() - 1)};
  return py::make_tuple(array_of(std::move(kg), shape), array_of(std::move(sigma), shape));
}

/// Of each location the samples that count in a period, and what was drawn for them: a row for each
/// sequence.
struct Drawn {
  std::vector<std::size_t> samples;
  std::vector<double> values;
};

std::vector<Drawn> draw(const measurement::Study& study, std::uint64_t seed, std::uint64_t first,
                        std::size_t count) {
  const balance::PreparedStudy made = balance::prepare(study);
  const balance::Prepared& columns = *made.prepared;
  std::vector<Drawn> out(study.locations.size());
  for (std::size_t l = 0; l < out.size(); ++l) {
    for (std::size_t m = made.location_begin[l]; m < made.location_begin[l + 1]; ++m)
      if (columns.use_begin[m] != columns.use_begin[m + 1])
        out[l].samples.push_back(columns.first_row[m]);
    out[l].values.reserve(count * out[l].samples.size());
  }
  const simulation::MeasuredErrors errors(columns.view());
  std::vector<simulation::Lane> drawn;
  for (std::size_t row = 0; row < count; row += lanes) {
    stop_point();
    errors.draw_values(seed, first + row, drawn);
    const std::size_t rows = std::min(lanes, count - row);
    std::size_t m = 0;
    for (Drawn& of : out) {
      for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t i = 0; i < of.samples.size(); ++i) of.values.push_back(drawn[m + i][r]);
      m += of.samples.size();
    }
  }
  return out;
}

py::list observations(const ReadStudy& read, std::uint64_t seed, std::uint64_t first,
                      std::size_t count) {
  std::vector<Drawn> drawn;
  {
    const py::gil_scoped_release release;
    drawn = draw(read.study, seed, first, count);
  }
  py::list out;
  for (std::size_t l = 0; l < drawn.size(); ++l) {
    std::vector<double> times;
    for (const std::size_t sample : drawn[l].samples)
      times.push_back(read.study.locations[l].times()[sample]);
    const std::vector<py::ssize_t> shape{static_cast<py::ssize_t>(count),
                                         static_cast<py::ssize_t>(times.size())};
    out.append(py::make_tuple(read.study.locations[l].name, array_of(std::move(times)),
                              array_of(std::move(drawn[l].values), shape)));
  }
  return out;
}

}  // namespace

void bind_studies(py::module_& module) {
  py::class_<ReadStudy, SharedStudy>(module, "ReadStudy")
      .def_readonly("problems", &ReadStudy::problems)
      .def_property_readonly("edges",
                             [](const ReadStudy& read) { return copy_of(read.study.edges); })
      .def_property_readonly("totals_measured",
                             [](const ReadStudy& read) {
                               return read.study.flow_errors == measurement::FlowErrors::total;
                             })
      .def("locations", &locations)
      .def("totals", &totals)
      .def("observations", &observations);
  module.def("read_study", &read_study);
}

}  // namespace accord::python
