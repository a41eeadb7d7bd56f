#include "words.h"

#include <pybind11/numpy.h>

#include <array>
#include <string>
#include <string_view>

namespace py = pybind11;

namespace accord::python {

using measurement::Names;

namespace {

/// UTF-8 of a text; valid as long as the text is.
std::string_view utf8(PyObject* text) {
  Py_ssize_t size = 0;
  const char* bytes = PyUnicode_AsUTF8AndSize(text, &size);
  if (bytes == nullptr) throw py::error_already_set();
  return {bytes, static_cast<std::size_t>(size)};
}

/// None, and what is not equal to itself: NaN, and pandas.NaT and NA, which cannot say.
bool is_nothing(PyObject* value) {
  if (value == Py_None) return true;
  const auto same = py::reinterpret_steal<py::object>(PyObject_RichCompare(value, value, Py_EQ));
  const int truth = same ? PyObject_IsTrue(same.ptr()) : -1;
  if (truth < 0) PyErr_Clear();
  return truth != 1;
}

std::uint32_t number_of(PyObject* value, Names& names) {
  if (PyUnicode_Check(value)) return names.id(utf8(value));
  if (is_nothing(value)) return names.id("");
  return names.id(utf8(py::str(py::handle(value)).ptr()));
}

/// Rows often hold one and the same object: what was found for it lately is kept.
class Objects {
 public:
  explicit Objects(Names& names) : names_(names) {}

  std::uint32_t number(PyObject* value) {
    auto& [object, id] = lately_[(reinterpret_cast<std::uintptr_t>(value) >> 4U) % lately_.size()];
    if (object == value) return id;
    id = number_of(value, names_);
    object = value;
    return id;
  }

 private:
  Names& names_;
  std::array<std::pair<PyObject*, std::uint32_t>, 1024> lately_{};
};

std::vector<std::uint32_t> of_objects(PyObject** values, std::size_t count, Names& names) {
  std::vector<std::uint32_t> out(count);
  Objects objects(names);
  for (std::size_t i = 0; i < count; ++i) out[i] = objects.number(values[i]);
  return out;
}

/// Each text has the same room; the end of a shorter one is zeros.
std::vector<std::uint32_t> of_texts(const py::array& texts, Names& names) {
  const auto count = static_cast<std::size_t>(texts.size());
  const auto room = static_cast<std::size_t>(texts.itemsize()) / sizeof(Py_UCS4);
  const auto* at = static_cast<const Py_UCS4*>(texts.data());
  std::vector<std::uint32_t> out(count);
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i, at += room) {
    std::size_t size = room;
    while (size > 0 && at[size - 1] == 0) --size;
    bytes.assign(size, '\0');
    std::size_t plain = 0;
    for (; plain < size && at[plain] < 0x80; ++plain) bytes[plain] = static_cast<char>(at[plain]);
    if (plain == size) {
      out[i] = names.id(bytes);
      continue;
    }
    const auto text = py::reinterpret_steal<py::object>(
        PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, at, static_cast<Py_ssize_t>(size)));
    if (!text) throw py::error_already_set();
    out[i] = names.id(utf8(text.ptr()));
  }
  return out;
}

std::vector<std::uint32_t> of_codes(const py::tuple& pair, Names& names) {
  using Codes = py::array_t<std::int64_t, py::array::c_style | py::array::forcecast>;
  const auto codes = pair[0].cast<Codes>();
  const auto words = pair[1].cast<py::list>();
  std::vector<std::uint32_t> known(words.size() + 1, Names::none);  // that of nothing first
  std::vector<std::uint32_t> out(static_cast<std::size_t>(codes.size()));
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::int64_t code = codes.data()[i];
    std::uint32_t& id = known.at(code < 0 ? 0 : static_cast<std::size_t>(code) + 1);
    if (id == Names::none)
      id = code < 0 ? names.id("") : number_of(words[static_cast<std::size_t>(code)].ptr(), names);
    out[i] = id;
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> numbered(const py::handle& column, Names& names) {
  if (py::isinstance<py::tuple>(column)) return of_codes(column.cast<py::tuple>(), names);
  if (!py::isinstance<py::array>(column)) {
    const auto list = column.cast<py::list>();
    return of_objects(PySequence_Fast_ITEMS(list.ptr()), list.size(), names);
  }
  const auto array = py::array::ensure(column, py::array::c_style);
  if (array.dtype().kind() == 'U') return of_texts(array, names);
  return of_objects(static_cast<PyObject**>(const_cast<void*>(array.data())),
                    static_cast<std::size_t>(array.size()), names);
}

}  // namespace accord::python
