#include "agreement/parse.h"

#include "agreement/parser.h"

namespace accord::agreement {

Parsed parse(std::string_view text, std::string_view file) {
  Faults faults(file);
  std::string copy;
  const std::string_view clean = refuse_characters(text, copy, faults);
  Parsed parsed;
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
