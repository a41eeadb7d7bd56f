#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"
#include "agreement/syntax/parse.h"
#include "base/problem.h"

namespace accord::agreement {

/// Static checks of a parsed agreement (A021–A065): names, kinds, circles, units, clauses. In order
/// of place. Does not run the examples (see examples.h).
[[nodiscard]] std::vector<Problem> check(const Agreement& agreement, std::string_view file = {});

/// Parse, check, and, when there is no error so far, run the examples (A070): everything that
/// `accord terms check` reports about one text.
[[nodiscard]] Parsed read(std::string_view text, std::string_view file = {});

struct Checks;

/// Checks the names and units of facts against an agreement, which must outlive it (`--suppose`,
/// `[[reading]]`). Building it is O(items), a check O(1).
class FactCheck {
 public:
  explicit FactCheck(const Agreement& agreement);
  ~FactCheck();
  FactCheck(const FactCheck&) = delete;
  FactCheck& operator=(const FactCheck&) = delete;

  [[nodiscard]] std::vector<Problem> operator()(const Fact& fact);

 private:
  std::unique_ptr<Checks> checks_;
};

}  // namespace accord::agreement
