#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/problem.h"
#include "described/described.h"

namespace accord::described {

template <>
struct Words<Severity> {
  static constexpr auto last = Severity::warning;
  static constexpr std::string_view name = "severity", words[] = {"error", "warning"};
};

}  // namespace accord::described

namespace accord::answers {

/// A problem, as faces show it beside an answer.
struct Message {
  Severity severity{};
  std::string code, message;
  std::optional<std::string> help, file;
  std::optional<std::uint32_t> line, column, length;

  static constexpr auto described = described::object(
      "message", "An error or a warning",
      described::member<&Message::severity>("severity", "an error, or a warning"),
      described::member<&Message::code>("code", "its code; `accord help CODE` explains it"),
      described::member<&Message::message>("message", "what is wrong, with the value found"),
      described::member<&Message::help>("help", "what to do; none: nothing can be said"),
      described::member<&Message::file>("file", "where; none: not in a file"),
      described::member<&Message::line>("line", "line in the file, from 1"),
      described::member<&Message::column>("column", "character in the line, from 1"),
      described::member<&Message::length>("length", "how many characters it is about"));
};

[[nodiscard]] Message message_of(const Problem& problem);
[[nodiscard]] Problem problem_of(const Message& message);

}  // namespace accord::answers
