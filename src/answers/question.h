#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "described/described.h"

/// A question that can be asked, and its answer: one function on plain values. Every face (command
/// line, Python) is made of what the structs say of themselves.
namespace accord::answers {

using described::member;
using described::object;
using described::Use;

/// A question that cannot be answered: all problems, the last of which says what is refused, with
/// the texts of their files for excerpts.
/// `parameter("known")` in a text is the member `known` of a question: each face spells it.
struct Refusal {
  std::vector<Problem> problems;
  std::map<std::string, std::string> texts;
};

template <class T>
using Answered = tl::expected<T, Refusal>;

[[nodiscard]] Problem problem_of(const Error& error);
[[nodiscard]] tl::unexpected<Refusal> refused(const Error& error);

/// What is read before a question is asked.
enum class Source : std::uint8_t {
  accounts,    ///< an assessment::Ledger, as `AccountsGiven` says (answers/accounts/opened.h)
  workspace,   ///< a formats::Workspace, as `WorkspaceGiven` says (answers/agreement/opened.h)
  terms,       ///< a Terms, as `TermsGiven` says (answers/agreement/terms.h)
  assessment,  ///< an assessment::Assessment, as `AssessmentGiven` says (the same header)
  measured,    ///< a Measured, as `BalanceGiven` says (answers/statistics/measured.h)
  talks,       ///< a TalksFiles, as `TalksGiven` says (answers/talks/given.h)
  nothing      ///< Nothing
};

/// `value`: the source that is an S; `Given`: what says which. Said where S is read.
template <class S>
struct SourceOf;

/// Of questions on what the program itself knows.
struct Nothing {};
template <>
struct SourceOf<Nothing> {
  static constexpr Source value = Source::nothing;
  using Given = void;
};

/// A described value of its own, whatever its type.
struct Value {
  std::shared_ptr<void> at;
  const described::Type* type = nullptr;

  [[nodiscard]] described::View view() const { return {at.get(), type}; }

  template <class T>
  static Value of(T value) {
    return {std::make_shared<T>(std::move(value)), &described::type_of<T>};
  }
};

struct Question {
  std::string_view name;    ///< "books inventory": that of the command
  std::string_view method;  ///< "inventory": that of Python
  Source source{};
  const described::Type* asked = nullptr;   ///< its meaning is what is asked, in one line
  const described::Type* answer = nullptr;  ///< its first list of objects is the table
  Value (*fresh)() = nullptr;               ///< with the defaults of all members
  Value (*fresh_given)() = nullptr;  ///< the same of what says which source is read; of `nothing`
                                     ///< a value without a type
  /// What makes the question impossible, before anything is read: `fault` of the structs.
  std::optional<Error> (*fault)(const void* asked) = nullptr;
  std::optional<Error> (*given_fault)(const void* given) = nullptr;
  Answered<Value> (*ask)(const void* source, const void* asked) = nullptr;
};

/// What is wrong with a struct of a question by itself.
template <class T>
std::optional<Error> fault_of(const void* at) {
  if constexpr (!std::is_void_v<T>)
    if constexpr (requires(const T& t) { t.fault(); }) return static_cast<const T*>(at)->fault();
  return std::nullopt;
}

template <class T>
Value fresh_value() {
  if constexpr (std::is_void_v<T>)
    return {};
  else
    return Value::of(T{});
}

template <auto function>
struct Asked;

/// `Asked<inventory>::named("books inventory")`, beside the function in its .cpp. `method`: where
/// the last word of the name would not do as a method of Python.
template <class Answer, class S, class Asking,
          Answered<Answer> (*function)(const S&, const Asking&)>
struct Asked<function> {
  using Given = typename SourceOf<S>::Given;

  static constexpr Question named(std::string_view name, std::string_view method = {}) {
    return {name,
            method.empty() ? name.substr(name.rfind(' ') + 1) : method,
            SourceOf<S>::value,
            &described::type_of<Asking>,
            &described::type_of<Answer>,
            fresh_value<Asking>,
            fresh_value<Given>,
            fault_of<Asking>,
            fault_of<Given>,
            [](const void* source, const void* asked) -> Answered<Value> {
              if (const auto wrong = fault_of<Asking>(asked)) return refused(*wrong);
              Answered<Answer> made =
                  function(*static_cast<const S*>(source), *static_cast<const Asking*>(asked));
              if (!made) return tl::make_unexpected(std::move(made.error()));
              return Value::of(std::move(*made));
            }};
  }
};

}  // namespace accord::answers
