#include "agreement/syntax/parse.h"

#include "agreement/syntax/parser.h"
#include "base/encoding.h"

namespace accord::agreement {

namespace {

/// One fault of the whole file, where a message for each of its characters would hide it.
std::optional<ByteFault> fault_of_all(std::string_view text) {
  if (auto fault = foreign_format(text)) return fault;
  return text.find('\n') == text.npos ? lone_return(text) : std::nullopt;
}

}  // namespace

Parsed parse(std::string_view text, std::string_view file) {
  Parsed parsed;
  if (const auto fault = fault_of_all(text)) {
    parsed.problems.push_back(fault->problem("A001", file));
    return parsed;
  }
  Faults faults(file);
  std::string copy;
  const std::string_view clean = refuse_characters(text, copy, faults);
  Parser(clean, faults, !copy.empty()).file(parsed.agreement);
  parsed.problems = faults.take();
  return parsed;
}

ParsedFact parse_fact(std::string_view text) {
  Faults faults({});
  std::string copy;
  const std::string_view clean = refuse_characters(text, copy, faults);
  ParsedFact parsed;
  Fact fact;
  Parser(clean, faults, !copy.empty()).lone_fact(fact);
  parsed.problems = faults.take();
  if (parsed.problems.empty()) parsed.fact = std::move(fact);
  return parsed;
}

}  // namespace accord::agreement
