#include "faults.h"

#include <fmt/format.h>
#include <pybind11/pybind11.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include "base/contract_handler.h"
#include "base/stop_point.h"
#include "bind.h"

namespace py = pybind11;

namespace accord::python {

namespace {

/// Not of std::logic_error or std::runtime_error: nothing on the way may take it for a fault of the
/// input.
struct ContractBroken : std::exception {
  explicit ContractBroken(std::string said) : text(std::move(said)) {}
  [[nodiscard]] const char* what() const noexcept override { return text.c_str(); }
  std::string text;
};

/// The name inside the source tree: where it was built is nobody's matter.
std::string_view file_in_source(std::string_view file) {
  const std::size_t at = file.rfind("/src/");
  return at == std::string_view::npos ? file : file.substr(at + 1);
}

void throw_broken(const char* condition, const char* file, int line) {
  throw ContractBroken(
      fmt::format("contract broken at {}:{}: {}", file_in_source(file), line, condition));
}

void set_error(const Error& error) {
  try {
    raise(error);
  } catch (py::error_already_set& raised) {
    raised.restore();
  }
}

void set_error(const std::string& what) {
  set_error({"X001",
             "a fault of accord itself: " + what,
             {},
             "please report it with the call and its arguments (see CONTRIBUTING.md)"});
}

void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(std::move(thrown));
  } catch (const ContractBroken& fault) {
    set_error(fault.what());
  } catch (const py::builtin_exception&) {
    throw;  // pybind11 knows these
  } catch (const py::error_already_set&) {
    throw;
  } catch (const std::out_of_range&) {
    throw;  // IndexError
  } catch (const std::length_error&) {
    throw;
  } catch (const std::system_error& fault) {  // also of files and folders; the words of `accord`
    set_error({"E010",
               fmt::format("the system refuses: {}", fault.what()),
               {},
               "look at the limits of the user (ulimit -a), the disk and the folder"});
  } catch (const std::logic_error& fault) {
    set_error(fault.what());
  } catch (const std::runtime_error& fault) {
    set_error(fault.what());
  }
}

constexpr std::chrono::milliseconds look_every{50};

unsigned long main_thread = 0;  ///< of Python

/// Ctrl-C in the middle of a formula: Python's handler runs, and what it raises goes to the caller.
/// On the main thread alone, as handlers run on no other; and a thread that was left to end by
/// itself must not ask an interpreter that is ending.
void hear_signals() {
  if (PyThread_get_thread_ident() != main_thread) return;
  thread_local std::chrono::steady_clock::time_point last;
  const auto now = std::chrono::steady_clock::now();
  if (now - last < look_every) return;
  last = now;
  const py::gil_scoped_acquire acquire;
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
}

}  // namespace

void raise_own_faults() {
  handle_broken_contracts(&throw_broken);
  main_thread =
      py::module_::import("threading").attr("main_thread")().attr("ident").cast<unsigned long>();
  stop_handler = &hear_signals;
  py::register_exception_translator(&translate);
}

}  // namespace accord::python
