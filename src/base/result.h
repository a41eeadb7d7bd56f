#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace accord {

/// Bad input or a failing environment. `code` is stable ("I003"), `where` a file, line or argument,
/// `remedy` a sentence that can be followed word for word (may be empty).
struct Error {
  std::string code;
  std::string message;
  std::string where;
  std::string remedy;

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string code, std::string message, std::string where = {},
                                  std::string remedy = {}) {
  return tl::make_unexpected(
      Error{std::move(code), std::move(message), std::move(where), std::move(remedy)});
}

}  // namespace accord
