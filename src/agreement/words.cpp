#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "agreement/finding.h"
#include "agreement/record.h"
#include "agreement/units.h"

namespace accord::agreement {

namespace {

constexpr std::array grade_words{"verified", "attested", "estimated",
                                 "declared", "reported", "unverified"};
constexpr std::array trace_words{"found", "derived", "recalled"};
constexpr std::array state_words{"exceeded",
                                 "overdue",
                                 "not_performed",
                                 "performed_late",
                                 "partly_performed",
                                 "undetermined",
                                 "not_verifiable_no_access",
                                 "exceeded_within_uncertainty",
                                 "no_value",
                                 "no_new_value",
                                 "met_within_uncertainty",
                                 "met_attested",
                                 "met",
                                 "performed",
                                 "not_due",
                                 "not_in_force",
                                 "waived",
                                 "sunset",
                                 "terminated"};
constexpr std::array outcome_words{"met", "not met", "not shown", "out of the count"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<const char*, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (word == words[i]) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

const char* word(Grade grade) {
  return grade_words[static_cast<std::size_t>(grade)];
}
const char* word(Trace trace) {
  return trace_words[static_cast<std::size_t>(trace)];
}
const char* word(State state) {
  return state_words[static_cast<std::size_t>(state)];
}
const char* word(Outcome outcome) {
  return outcome_words[static_cast<std::size_t>(outcome)];
}

std::string plain(State state) {
  if (state == State::not_verifiable_no_access) return "not verifiable, no access";
  std::string text = word(state);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::optional<Excess> Finding::excess() const {
  if (deciding_rule >= rules.size() || !rules[deciding_rule].comparison) return std::nullopt;
  const Comparison& c = *rules[deciding_rule].comparison;
  if (!c.value || !c.limit || !(*c.limit < *c.value) || !c.margin || !c.margin->is_negative())
    return std::nullopt;
  return Excess{*c.value - *c.limit, difference_unit(c.unit)};
}

std::optional<Grade> grade_of(std::string_view word) {
  return find<Grade>(grade_words, word);
}
std::optional<State> state_of(std::string_view word) {
  return find<State>(state_words, word);
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

void append(Records& records, Records more) {
  const auto shift = static_cast<std::uint32_t>(records.origins.size());
  const auto take = [shift](auto& to, auto& from) {
    for (auto& record : from) {
      record.head.origin += shift;
      to.push_back(std::move(record));
    }
  };
  const auto unread = static_cast<std::uint32_t>(records.unread.size());
  for (Observation& o : more.observations)
    for (std::uint32_t& index : o.unread) index += unread;
  for (Unread& one : more.unread) records.unread.push_back(std::move(one));
  for (Origin& origin : more.origins) records.origins.push_back(std::move(origin));
  take(records.observations, more.observations);
  take(records.events, more.events);
  take(records.declarations, more.declarations);
}

}  // namespace accord::agreement
