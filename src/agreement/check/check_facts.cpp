#include <fmt/format.h>

#include "agreement/check/checks.h"
#include "evidence/finding.h"
#include "evidence/record.h"

namespace accord::agreement {

namespace {

template <class Enum>
std::vector<std::string_view> words_of(Enum last) {
  std::vector<std::string_view> out;
  for (int i = 0; i <= static_cast<int>(last); ++i)
    out.emplace_back(evidence::word(static_cast<Enum>(i)));
  return out;
}

void check_when(Checks& checks, const When& when) {
  if (!when.grade.empty() && !evidence::grade_of(when.grade.text)) {
    const auto grades = words_of(evidence::Grade::unverified);
    checks.error("A021", when.grade.at, fmt::format("no grade named “{}”", when.grade.text),
                 checks.did_you_mean(when.grade.text, grades,
                                     fmt::format("the grades are {}", fmt::join(grades, ", "))));
  }
  if (when.known && *when.known < when.on)
    checks.error("A023", when.at,
                 fmt::format("known on {}, before the day it is about, {}", to_string(*when.known),
                             to_string(when.on)),
                 "a fact cannot be known before its day; leave known out when it is the same day");
}

void check_state(Checks& checks, const Name& state) {
  if (evidence::state_of(state.text)) return;
  const auto states = words_of(evidence::State::terminated);
  const bool is_declared = state.text == "suspended" || state.text == "performance_ceased";
  checks.error("A022", state.at, fmt::format("no state named “{}”", state.text),
               is_declared ? "a declaration is beside the state and does not replace it"
                           : checks.did_you_mean(state.text, states,
                                                 "the states are listed in the manual, for example "
                                                 "met, exceeded, no_value"));
}

void check_line(Checks& checks, const Fact& fact) {
  check_fact_kinds(checks, fact);
}

void check_line(Checks& checks, const Expectation& expected) {
  check_state(checks, expected.state);
  if (expected.known && *expected.known < expected.on)
    checks.error("A024", expected.at,
                 fmt::format("asked on {} about {}, a later day", to_string(*expected.known),
                             to_string(expected.on)),
                 "known is the day on which it is asked, never before the day asked about");
}

}  // namespace

void check_fact_kinds(Checks& checks, const Fact& fact) {
  switch (fact.kind) {
    case Fact::Kind::figure: {
      check_is_figure(checks, fact.subject);
      if (const Measure* measure = figure_of(checks, fact.subject))
        check_comparable(checks, *measure, fact.value, fact.value.at, "figure");
      break;
    }
    case Fact::Kind::seen:
      check_is_activity(checks, fact.subject,
                        fmt::format("give the figure: {} = …", fact.subject.text));
      break;
    case Fact::Kind::answer:
      if (const auto* question = checks.names.find<Question>(fact.subject.text))
        check_answer(checks, *question, fact.answer);
      return;
    default:
      break;
  }
  check_when(checks, fact.when);
}

void check_facts(Checks& checks) {
  for (const Item& item : checks.agreement.items)
    if (const auto* example = std::get_if<Example>(&item))
      for (const auto& line : example->lines)
        std::visit([&](const auto& what) { check_line(checks, what); }, line);
}

}  // namespace accord::agreement
