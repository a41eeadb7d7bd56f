#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/or_none.h"
#include "answers/talks/given.h"
#include "answers/talks/package.h"
#include "talks/solve/solutions.h"

namespace accord::answers {

enum class RuleAsked : std::uint8_t { nash, ks, egal, welfare, all };
enum class MethodAsked : std::uint8_t { chosen, merge, groups, enumerate };

}  // namespace accord::answers

namespace accord::described {

template <>
struct Words<talks::FairRule> {
  static constexpr auto last = talks::FairRule::welfare;
  static constexpr std::string_view name = "fair_rule", words[] = {"nash", "ks", "egal", "welfare"};
};
template <>
struct Words<answers::RuleAsked> {
  static constexpr auto last = answers::RuleAsked::all;
  static constexpr std::string_view name = "rule_asked",
                                    words[] = {"nash", "ks", "egal", "welfare", "all"};
};
template <>
struct Words<answers::MethodAsked> {
  static constexpr auto last = answers::MethodAsked::enumerate;
  static constexpr std::string_view name = "method_asked",
                                    words[] = {"chosen", "merge", "groups", "enumerate"};
};

}  // namespace accord::described

namespace accord::answers {

struct SolveQuestion {
  RuleAsked fair_rule = RuleAsked::all;
  MethodAsked by = MethodAsked::chosen;

  static constexpr auto described = object(
      "solve_question", "Which outcomes are efficient, and which is fair under a named rule",
      member<&SolveQuestion::fair_rule>("fair_by",
                                        "nash: the product of gains; ks: the least relative gain "
                                        "(Kalai-Smorodinsky); egal: the least gain; welfare: the "
                                        "sum of utilities; all of them unless one is named")
          .as_flag("--rule")
          .shown_as("RULE"),
      member<&SolveQuestion::by>("by_method",
                                 "force a method: merge (issue by issue), groups (of issues that "
                                 "hang together), enumerate (every outcome); otherwise chosen")
          .as_flag("--method")
          .shown_as("METHOD"));
};

/// What one party gets.
struct Gain {
  std::string party;
  ExactNumber utility, gain, relative_gain;

  static constexpr auto described = object(
      "gain", "What an outcome gives one party", member<&Gain::party>("party", "the party"),
      member<&Gain::utility>("utility", "by its own numbers"),
      member<&Gain::gain>("gain", "above walking away"),
      member<&Gain::relative_gain>("relative_gain",
                                   "of the most that it could gain in the zone; 1 where it could "
                                   "gain nothing"));
};

struct SolutionRow {
  talks::FairRule rule{};
  bool is_chosen = false;
  std::string words, utilities;
  talks::Number rank, value;
  std::vector<Gain> gains;
  std::vector<PackageValue> values;

  static constexpr auto described = object(
      "solution_row", "An outcome that a rule calls fair",
      member<&SolutionRow::rule>("fair_rule", "the rule"),
      member<&SolutionRow::is_chosen>("is_chosen",
                                      "the one proposed: the greatest relative gains from the "
                                      "least up, then the least rank"),
      member<&SolutionRow::words>("words", "the outcome of least rank at the point"),
      member<&SolutionRow::utilities>("utilities", "what each party gets, as decimals"),
      member<&SolutionRow::value>("rule_value",
                                  "what the rule makes most of: product of gains, least relative "
                                  "gain, least gain, or sum of utilities")
          .detail(),
      member<&SolutionRow::rank>("rank", "its number from 0, the first issue most significant")
          .detail(),
      member<&SolutionRow::gains>("gains", "party by party").in(Use::data),
      member<&SolutionRow::values>("package_values", "issue by issue").in(Use::data));
};

struct FrontierRow {
  std::string words, utilities;
  talks::Number rank, outcomes;
  std::vector<Gain> gains;
  std::vector<PackageValue> values;

  static constexpr auto described = object(
      "frontier_row",
      "An efficient point: no outcome of the zone is better for one and as good "
      "for all",
      member<&FrontierRow::words>("words", "the outcome of least rank at the point"),
      member<&FrontierRow::utilities>("utilities", "what each party gets, as decimals"),
      member<&FrontierRow::outcomes>("outcomes_at", "how many outcomes are at the point"),
      member<&FrontierRow::rank>("rank", "its number from 0, the first issue most significant")
          .detail(),
      member<&FrontierRow::gains>("gains", "party by party").in(Use::data),
      member<&FrontierRow::values>("package_values", "issue by issue").in(Use::data));
};

struct PartyRow {
  std::string party;
  bool has_reservation = false;
  ExactNumber disagreement;
  std::optional<ExactNumber> ideal;

  static constexpr auto described =
      object("talks_party", "What a party has without an accord, and at its best",
             member<&PartyRow::party>("party", "the party"),
             member<&PartyRow::has_reservation>("has_reservation",
                                                "whether it has stated a walk-away value"),
             member<&PartyRow::disagreement>(
                 "disagreement", "its walk-away value; without one the worst of the zone"),
             member<&PartyRow::ideal>("ideal", "its best in the zone; none: no zone"));
};

struct SolveAnswer {
  std::vector<SolutionRow> solutions;
  std::vector<FrontierRow> frontier;
  std::vector<PartyRow> parties;
  std::string method, reason;
  talks::Number outcomes;
  std::optional<talks::Number> zone_outcomes;
  std::string zone_reason;
  std::vector<std::string> notes;

  [[nodiscard]] bool has_no_zone() const { return frontier.empty(); }

  static constexpr auto described = object(
      "solve", "Efficient outcomes, and fair proposals",
      member<&SolveAnswer::solutions>("solutions", "rule by rule, the chosen one first"),
      member<&SolveAnswer::frontier>("frontier", "from the best for the first party to its worst"),
      member<&SolveAnswer::parties>("talks_parties", "in the order of their ids"),
      member<&SolveAnswer::method>("method", "how the frontier was found"),
      member<&SolveAnswer::reason>("reason", "why so, and the work"),
      member<&SolveAnswer::outcomes>("domain_outcomes", "outcomes of the domain"),
      member<&SolveAnswer::zone_outcomes>("zone_outcomes",
                                          "outcomes in the zone; none: not counted"),
      member<&SolveAnswer::zone_reason>("zone_reason", "why it was not counted").none_if_empty(),
      member<&SolveAnswer::has_no_zone>("has_no_zone", "whether no outcome is in the zone")
          .deciding(),
      member<&SolveAnswer::notes>("notes", "what must be said beside it"));
};

[[nodiscard]] Answered<SolveAnswer> solve(const TalksFiles& files, const SolveQuestion& asked);

extern const Question solve_question;

}  // namespace accord::answers
