#include "evidence/finding.h"

#include <algorithm>

#include "evidence/words.h"

namespace accord::evidence {

const char* word(State state) {
  return described::word_of(state).data();
}

const char* word(Outcome outcome) {
  return described::word_of(outcome).data();
}

std::string plain(State state) {
  if (state == State::not_verifiable_no_access) return "not verifiable, no access";
  std::string text = word(state);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string difference_unit(std::string_view unit) {
  return unit == "%" ? "percentage points" : std::string(unit);
}

std::optional<Excess> Finding::excess() const {
  if (deciding_rule >= rules.size() || !rules[deciding_rule].comparison) return std::nullopt;
  const Comparison& c = *rules[deciding_rule].comparison;
  if (!c.value || !c.limit || !(*c.limit < *c.value) || !c.margin || !c.margin->is_negative())
    return std::nullopt;
  return Excess{*c.value - *c.limit, difference_unit(c.unit)};
}

std::optional<State> state_of(std::string_view word) {
  return described::value_of<State>(word);
}

Outcome outcome_of(State state) {
  switch (state) {
    case State::met:
    case State::met_attested:
    case State::met_within_uncertainty:
    case State::performed:
      return Outcome::met;
    case State::exceeded:
    case State::overdue:
    case State::performed_late:
    case State::partly_performed:
    case State::not_performed:
      return Outcome::not_met;
    case State::exceeded_within_uncertainty:
    case State::no_value:
    case State::no_new_value:
    case State::not_verifiable_no_access:
    case State::undetermined:
      return Outcome::not_shown;
    case State::not_due:
    case State::not_in_force:
    case State::waived:
    case State::sunset:
    case State::terminated:
      break;
  }
  return Outcome::out_of_count;
}

std::string finding_id(std::string_view term, std::string_view party) {
  std::string id = "F-";
  id += term;
  if (!party.empty()) id += std::string("@") + std::string(party);
  return id;
}

}  // namespace accord::evidence
