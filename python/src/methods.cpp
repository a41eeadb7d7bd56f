#include "methods.h"

#include <fmt/format.h>
#include <pybind11/stl.h>

#include <tuple>

#include "formats/measured/measured.h"

namespace py = pybind11;

namespace accord::python {

using measurement::Fault;

namespace {

std::vector<measurement::ComponentRow> rows_of(const py::list& methods,
                                               std::vector<std::size_t>& numbers) {
  using Row = std::tuple<std::size_t, std::string, std::string, std::string, double, std::string,
                         std::string, std::string, std::string>;
  std::vector<measurement::ComponentRow> out;
  for (const auto& one : methods) {
    const auto [number, method, component, kind, sigma, key, factor, name, target] =
        one.cast<Row>();
    numbers.push_back(number);
    measurement::ComponentRow& row = out.emplace_back();
    row.method = method;
    row.has_component = component != "none";
    row.component = {name,
                     factor,
                     kind == "absolute" ? measurement::Kind::absolute : measurement::Kind::relative,
                     component == "systematic",
                     sigma,
                     key,
                     0,
                     target};
  }
  return out;
}

}  // namespace

void add_problems(const std::vector<Fault>& faults, const RowNames& rows,
                  std::vector<Problem>& out) {
  for (const Fault& f : faults) {
    const std::size_t row = f.row < rows.numbers.size() ? rows.numbers[f.row] : f.row;
    Problem problem{f.severity,
                    f.code,
                    message_of(f, fmt::format("row {}", f.other)),
                    f.help,
                    fmt::format("{}[{}].{}", rows.table, row, f.column),
                    {}};
    if (f.row < rows.places.size()) {
      problem.file = rows.places[f.row].first;
      problem.place = {rows.places[f.row].second, 1, 1};
      if (f.other < rows.places.size())
        problem.message = message_of(
            f, fmt::format("{}:{}", rows.places[f.other].first, rows.places[f.other].second));
    }
    out.push_back(std::move(problem));
  }
}

void TakenMethods::add_problems(const std::vector<Fault>& faults, std::vector<Problem>& out) const {
  if (!is_table()) return python::add_problems(faults, names, out);
  for (Problem& problem : formats::problems_of(faults, file.second, file.first, lines))
    out.push_back(std::move(problem));
}

std::map<std::string, std::string_view> TakenMethods::texts() const {
  if (!is_table()) return {};
  return {{file.first, file.second}};
}

TakenMethods taken_methods(const py::object& given) {
  TakenMethods out;
  if (py::isinstance<py::tuple>(given)) {
    out.file = given.cast<NamedBytes>();
    formats::ReadMethods read = formats::read_methods(out.file.second, out.file.first);
    out.methods = std::move(read.methods);
    out.problems = std::move(read.problems);
    out.lines = std::move(read.lines);
    return out;
  }
  measurement::Methods made =
      measurement::methods_of(rows_of(given.cast<py::list>(), out.names.numbers));
  out.methods = std::move(made.methods);
  out.add_problems(made.faults, out.problems);
  return out;
}

}  // namespace accord::python
