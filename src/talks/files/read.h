#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "talks/files/limits.h"
#include "talks/model/position.h"

/// Native files of talks (docs/reference/talks.md): domains and positions as JSON texts.
namespace accord::talks {

struct ReadOptions {
  bool strict = false;  ///< members that are not known are errors, not warnings
  Limits limits;
};

/// What a file holds, unless it has errors; and all that is wrong with it.
template <class T>
struct Read {
  std::optional<T> value;
  std::vector<Problem> problems;
};

/// P010–P043 where something is wrong. `sha256` of the domain is that of the bytes.
[[nodiscard]] Read<Domain> read_domain(std::string_view bytes, std::string_view file,
                                       const ReadOptions& options = {});

/// A position on this domain. P050: made for another domain.
[[nodiscard]] Read<Position> read_position(std::string_view bytes, std::string_view file,
                                           const Domain& domain, const ReadOptions& options = {});

/// The files, in one line each and in order of the members' bytes: what is read back is the same.
[[nodiscard]] std::string write_domain(const Domain& domain);
[[nodiscard]] std::string write_position(const Domain& domain, const Position& position);

}  // namespace accord::talks
