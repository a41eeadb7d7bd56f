#pragma once

#include <pybind11/pybind11.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "described/type.h"

/// The parts of the module, one file each, and the one way errors cross into Python.
namespace accord::formats {
struct Accounts;
}  // namespace accord::formats
namespace accord::answers {
struct Refusal;
}  // namespace accord::answers

namespace accord::python {

void bind_accounts(pybind11::module_& module);
void bind_answers(pybind11::module_& module);
void bind_balance(pybind11::module_& module);
void bind_measurement(pybind11::module_& module);
void bind_simulation(pybind11::module_& module);
void bind_statistics(pybind11::module_& module);
void bind_studies(pybind11::module_& module);
void bind_talks(pybind11::module_& module);
void bind_terms(pybind11::module_& module);
void bind_workspace(pybind11::module_& module);

/// A described value as Python has it; `classes` by the names of its objects.
pybind11::object made(described::View value, const pybind11::dict& classes);
/// The answer to a question on accounts; `given` by the names of its members, `classes` for what is
/// made of the answer.
pybind11::object ask_accounts(const std::shared_ptr<const formats::Accounts>& accounts,
                              const std::string& question, const pybind11::dict& given,
                              const pybind11::dict& classes);

/// AccordError with all that is wrong with a question.
[[noreturn]] void raise_refusal(const answers::Refusal& refusal);

/// The same of any other source that the question reads.
pybind11::object ask(const void* source, const std::string& question, const pybind11::dict& given,
                     const pybind11::dict& classes);

/// Raises accord.AccordError with code, message, where, remedy and the list of problems; these are
/// shown with their lines of the texts of their files, where these are given.
[[noreturn]] void raise(const Error& error, const std::vector<Problem>& problems = {},
                        const std::map<std::string, std::string_view>& texts = {});

template <class T>
T value_or_raise(Result<T> result) {
  if (!result) raise(result.error());
  return std::move(*result);
}

}  // namespace accord::python
