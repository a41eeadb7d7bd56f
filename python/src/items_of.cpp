#include "items_of.h"

#include <fmt/format.h>
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "base/english.h"
#include "words.h"

namespace py = pybind11;

namespace accord::python {

using measurement::Items;
using measurement::Names;
using measurement::Role;

namespace {

/// When something was measured, as the package passes what nothing is said of.
constexpr std::int32_t not_said = std::numeric_limits<std::int32_t>::min();

template <class T>
using Array = py::array_t<T, py::array::c_style | py::array::forcecast>;

template <class T>
std::vector<T> column(const py::dict& columns, const char* name) {
  if (!columns.contains(name)) return {};
  const auto array = columns[name].cast<Array<T>>();
  return {array.data(), array.data() + array.size()};
}

measurement::MassKind mass_kind(const std::string& word) {
  const auto* const found = std::find(std::begin(measurement::mass_kind_words),
                                      std::end(measurement::mass_kind_words), word);
  return static_cast<measurement::MassKind>(found - std::begin(measurement::mass_kind_words));
}

/// None of the words may be missing.
std::vector<std::uint32_t> needed(const py::dict& columns, const std::string& name, Names& names) {
  const py::object words = columns[name.c_str()];
  std::vector<std::uint32_t> out = numbered(words, names);
  const std::uint32_t nothing = names.find("");
  const auto row = std::find(out.begin(), out.end(), nothing) - out.begin();
  if (nothing == Names::none || static_cast<std::size_t>(row) == out.size()) return out;
  const bool coded = py::isinstance<py::tuple>(words);
  throw py::value_error(
      fmt::format("{}[{}] is {}, expected a word", name, row,
                  coded ? "missing" : std::string(py::str(py::repr(words[py::int_(row)])))));
}

std::vector<Role> roles_of(const py::dict& columns) {
  Names words;
  const std::vector<std::uint32_t> ids = needed(columns, "role", words);
  std::vector<Role> known;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto* const found =
        std::find(std::begin(measurement::role_words), std::end(measurement::role_words), words[i]);
    if (found == std::end(measurement::role_words))
      throw py::value_error(fmt::format("role[{}] is '{}', expected PB, X, Y or PE",
                                        std::find(ids.begin(), ids.end(), i) - ids.begin(),
                                        words[i]));
    known.push_back(static_cast<Role>(found - std::begin(measurement::role_words)));
  }
  std::vector<Role> out(ids.size());
  std::transform(ids.begin(), ids.end(), out.begin(), [&](std::uint32_t id) { return known[id]; });
  return out;
}

/// The opening inventory is the closing one of the period before.
void fill_measured_in(Items& items) {
  for (std::size_t i = 0; i < items.measured_in.size(); ++i)
    if (items.measured_in[i] == not_said)
      items.measured_in[i] = items.period[i] - (items.role[i] == Role::opening ? 1 : 0);
}

template <class T>
void repeat(std::vector<T>& values, const std::vector<std::size_t>& rows) {
  if (values.empty()) return;
  values.reserve(values.size() + rows.size());
  for (const std::size_t row : rows) values.push_back(values[row]);
}

/// A row for each tare: all of its container, but for item, method and value.
void add_tares(const py::dict& columns, TakenItems& taken) {
  Items& items = taken.items;
  const std::vector<double> tares = column<double>(columns, "tare_kg");
  Names words;
  const std::vector<std::uint32_t> methods = numbered(columns["tare_method"], words);
  if (tares.size() != items.size() || methods.size() != items.size())
    throw py::value_error(fmt::format("tare_kg has {} and tare_method {}, gross_kg has {}",
                                      counted(tares.size(), "value"), methods.size(),
                                      items.size()));
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < tares.size(); ++row) {
    if (std::isnan(tares[row])) continue;
    if (words[methods[row]].empty())
      throw py::value_error(fmt::format("tare_method[{}] is missing, expected a word", row));
    rows.push_back(row);
  }
  items.tare.assign(tares.size(), 0);
  items.tare.resize(tares.size() + rows.size(), 1);
  repeat(items.period, rows);
  repeat(items.role, rows);
  repeat(items.stratum, rows);
  repeat(items.measured_in, rows);
  repeat(items.correction, rows);
  repeat(taken.rows, rows);
  for (measurement::Group& group : items.groups) repeat(group.id, rows);
  for (const std::size_t row : rows) {
    items.item.push_back(items.items.id(items.items[items.item[row]] + " (tare)"));
    items.method.push_back(items.methods.id(words[methods[row]]));
    items.value_kg.push_back(tares[row]);
  }
}

}  // namespace

TakenItems items_of(const py::dict& columns) {
  TakenItems out;
  Items& items = out.items;
  items.kind = mass_kind(columns["mass"].cast<std::string>());
  items.period = column<std::int32_t>(columns, "period");
  items.role = roles_of(columns);
  items.stratum = needed(columns, "stratum", items.strata);
  items.item = needed(columns, "item", items.items);
  const bool declared = items.kind == measurement::MassKind::declared;
  items.method = needed(columns, declared ? "method" : "gross_method", items.methods);
  items.value_kg = column<double>(columns, declared ? "declared_kg" : "gross_kg");
  items.measured_in = column<std::int32_t>(columns, "measured_in_period");
  items.correction = column<std::uint8_t>(columns, "correction");
  for (const auto& group : columns["groups"].cast<py::list>()) {
    const auto [name, words] = group.cast<std::pair<std::string, py::object>>();
    measurement::Group& added = items.groups.emplace_back();
    added.column = name;
    added.id = numbered(words, added.names);
  }
  out.rows.resize(items.size());
  std::iota(out.rows.begin(), out.rows.end(), std::size_t{0});
  // Columns of different length are reported later, with no look at what they hold.
  if (!measurement::check_lengths(items).empty()) return out;
  fill_measured_in(items);
  if (items.kind == measurement::MassKind::net) add_tares(columns, out);
  return out;
}

}  // namespace accord::python
