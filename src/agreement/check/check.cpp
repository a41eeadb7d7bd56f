#include "agreement/check/check.h"

#include <fmt/format.h>

#include <utility>

#include "agreement/check/checks.h"
#include "agreement/evaluate/examples.h"
#include "base/text.h"

namespace accord::agreement {

Checks::Checks(const Agreement& checked, std::string_view file_name)
    : agreement(checked),
      file(file_name),
      names(checked),
      units(checked),
      days(names, Calendar(checked)) {}

void Checks::error(std::string_view code, const At& at, std::string message, std::string help) {
  problems.push_back(
      {Severity::error, std::string(code), std::move(message), std::move(help), file, at.place});
}

void Checks::warning(std::string_view code, const At& at, std::string message, std::string help) {
  problems.push_back(
      {Severity::warning, std::string(code), std::move(message), std::move(help), file, at.place});
}

std::string Checks::did_you_mean(std::string_view word,
                                 const std::vector<std::string_view>& candidates,
                                 std::string otherwise) {
  if (suggestions_left == 0) return otherwise;
  --suggestions_left;
  const auto near = nearest(word, candidates);
  return near ? fmt::format("did you mean “{}”?", *near) : otherwise;
}

std::vector<Problem> check(const Agreement& agreement, std::string_view file) {
  Checks checks(agreement, file);
  check_declared_once(checks);
  check_unused(checks, check_uses(checks));
  check_circles(checks);
  check_units(checks);
  check_days(checks);
  check_open_ends(checks);
  check_own(checks);
  check_first_events(checks);
  check_items(checks);
  check_terms(checks);
  check_words(checks);
  check_facts(checks);
  sort_problems(checks.problems);
  return std::move(checks.problems);
}

Parsed read(std::string_view text, std::string_view file) {
  Parsed parsed = parse(text, file);
  for (Problem& problem : check(parsed.agreement, file))
    parsed.problems.push_back(std::move(problem));
  if (!has_errors(parsed.problems))
    for (Problem& problem : run_examples(parsed.agreement, file))
      parsed.problems.push_back(std::move(problem));
  sort_problems(parsed.problems);
  return parsed;
}

FactCheck::FactCheck(const Agreement& agreement)
    : checks_(std::make_unique<Checks>(agreement, std::string_view())) {}
FactCheck::~FactCheck() = default;

std::vector<Problem> FactCheck::operator()(const Fact& fact) {
  each_use(fact, [&](const Name& name, Role wanted) { check_use(*checks_, name, wanted); });
  check_fact_kinds(*checks_, fact);
  sort_problems(checks_->problems);
  return std::exchange(checks_->problems, {});
}

}  // namespace accord::agreement
