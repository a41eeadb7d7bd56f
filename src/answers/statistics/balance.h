#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/message.h"
#include "answers/statistics/balance_rows.h"
#include "answers/statistics/measured.h"
#include "assessment/balance_tests.h"
#include "balance/muf/decisions.h"
#include "balance/tests/arguments.h"
#include "measurement/target_value.h"

namespace accord::answers {

/// What a computation makes of a number within its range may still be out of it; the answer then
/// names the number.
struct BalanceQuestion {
  double limit_factor = 2, false_alarm = 0.05, page_k = 0.5, page_headstart = 0;
  bool two_sided = false;
  double detection = 0.95;
  std::optional<double> goal_kg;
  bool demonstration = false;
  std::optional<std::string> figure;

  static constexpr auto described = object(
      "balance_question", "The material balance of measured items, with its uncertainty",
      member<&BalanceQuestion::limit_factor>(
          "limit_factor", "LEID is this factor times the standard error, 2 (default) or 1.96")
          .shown_as("K")
          .from(1e-3)
          .to(1e3),
      member<&BalanceQuestion::false_alarm>("false_alarm",
                                            "the probability of a false alarm of each test over "
                                            "all periods, otherwise 0.05")
          .shown_as("P")
          .from(balance::alpha_min)
          .below(1),
      member<&BalanceQuestion::page_k>("page_k",
                                       "half the shift that Page's test looks for, in standard "
                                       "deviations, otherwise 0.5")
          .shown_as("K")
          .from(0)
          .to(1e3),
      member<&BalanceQuestion::page_headstart>(
          "page_headstart", "where Page's statistic begins, at most its limit, otherwise 0")
          .shown_as("S")
          .from(0)
          .to(100),
      member<&BalanceQuestion::two_sided>(
          "two_sided",
          "Page's test also of gains, each side with half the false-alarm probability"),
      member<&BalanceQuestion::detection>(
          "detection",
          "the probability with which the loss that is stated is found, otherwise 0.95")
          .shown_as("P")
          .from(1e-15)
          .to(1 - 1e-15),
      member<&BalanceQuestion::goal_kg>("goal_kg",
                                        "a loss that should be found, such as one significant "
                                        "quantity, in kg: how often it is")
          .as_flag("--goal")
          .shown_as("KG")
          .from(1e-9)
          .to(1e12),
      member<&BalanceQuestion::demonstration>("demonstration",
                                              "take target values that nobody verified: the "
                                              "answer is not an evaluation"),
      member<&BalanceQuestion::figure>("figure",
                                       "with --format svg: the drawing of the page that is "
                                       "written; otherwise the first")
          .shown_as("NAME")
          .completed_by("figures")
          .in(Use::nowhere));
};

/// The sum of MUF over all periods: the test of a loss that is spread in the worst way.
struct AllPeriods {
  double muf_kg = 0, sigma_muf_kg = 0, limit_kg = 0;
  std::optional<bool> alarm, does_not_add_up;
  double found_kg = 0;
  std::optional<double> goal_probability;

  static constexpr auto described = object(
      "all_periods", "All periods as one", member<&AllPeriods::muf_kg>("muf_kg", "sum of MUF"),
      member<&AllPeriods::sigma_muf_kg>("sigma_muf_kg", "its standard error"),
      limit_kg_member<&AllPeriods::limit_kg>(), alarm_member<&AllPeriods::alarm>(),
      does_not_add_up_member<&AllPeriods::does_not_add_up>(),
      found_kg_member<&AllPeriods::found_kg>(),
      goal_probability_member<&AllPeriods::goal_probability>());
};

struct ConstantLoss {
  double loss_kg = 0, sigma_loss_kg = 0;

  static constexpr auto described =
      object("constant_loss", "The loss of each period, if it was the same in all",
             member<&ConstantLoss::loss_kg>("loss_kg", "best estimate"),
             member<&ConstantLoss::sigma_loss_kg>("sigma_loss_kg", "its standard error (k = 1)"));
};

struct BalanceAnswer {
  std::vector<PeriodRow> periods;
  std::vector<ContributionRow> contributions;
  std::vector<SequenceTest> tests;
  std::vector<CriterionRow> criteria;
  std::vector<DefinitionRow> definitions;
  std::vector<TargetRow> targets;
  std::vector<std::string> without_target;
  AllPeriods all_periods;
  std::vector<std::vector<double>> covariance_kg2;
  std::optional<ConstantLoss> constant_loss;
  std::optional<double> common_share;
  double largest_relative = 0;
  std::optional<std::string> largest_relative_method;
  std::uint64_t may_be_negative = 0;
  double limit_factor = 0, false_alarm = 0, page_k = 0, page_headstart = 0;
  bool two_sided = false;
  double detection = 0;
  std::optional<double> goal_kg;
  std::optional<std::string> criteria_id, criteria_title;
  std::optional<bool> demonstration;
  std::vector<Message> input_warnings;
  bool has_item_discrepancy = false, is_unexplained = false, is_alarmed = false,
       is_exceeded = false;

  [[nodiscard]] std::uint64_t periods_not_measured() const;

  static constexpr auto described = object(
      "material_balance", "The material balance of each period, its uncertainty and its tests",
      member<&BalanceAnswer::periods>("periods", "in their order"),
      member<&BalanceAnswer::contributions>(
          "contributions",
          "where the variance of MUF comes from, by period and division; those "
          "of a division add up to it"),
      member<&BalanceAnswer::tests>("tests",
                                    "tests of the periods as a sequence; empty: no variance, or a "
                                    "period is not measured"),
      member<&BalanceAnswer::criteria>("criteria",
                                       "bounds of the regulation, by criterion and period; empty: "
                                       "none is asked about"),
      member<&BalanceAnswer::definitions>("definitions", "words of the regulation"),
      member<&BalanceAnswer::targets>("targets",
                                      "declared errors beside target values, in the order of the "
                                      "methods"),
      member<&BalanceAnswer::without_target>("without_target",
                                             "methods with errors that name no target value"),
      member<&BalanceAnswer::all_periods>("all_periods", "all periods as one"),
      member<&BalanceAnswer::covariance_kg2>("covariance_kg2",
                                             "covariance of the MUF of any two periods, in kg²"),
      member<&BalanceAnswer::constant_loss>("constant_loss",
                                            "the same loss in each period; none: no variance"),
      member<&BalanceAnswer::common_share>("common_share",
                                           "fraction of the variance from errors that all periods "
                                           "have in common; none: not known"),
      member<&BalanceAnswer::largest_relative>("largest_relative",
                                               "largest relative standard deviation of an error"),
      member<&BalanceAnswer::largest_relative_method>("largest_relative_method",
                                                      "its method; none: no relative error"),
      member<&BalanceAnswer::may_be_negative>(
          "may_be_negative", "number of measurements whose errors put them below 0 once in 1000"),
      member<&BalanceAnswer::limit_factor>("limit_factor", "LEID through the standard error"),
      member<&BalanceAnswer::false_alarm>("false_alarm",
                                          "probability of a false alarm of each test"),
      member<&BalanceAnswer::page_k>("page_k", "half the shift that Page's test looks for"),
      member<&BalanceAnswer::page_headstart>("page_headstart", "where Page's statistic begins"),
      member<&BalanceAnswer::two_sided>("two_sided", "whether Page's test is also of gains"),
      member<&BalanceAnswer::detection>("detection",
                                        "probability with which the stated loss is found"),
      member<&BalanceAnswer::goal_kg>("goal_kg", "loss that should be found; none: not given"),
      member<&BalanceAnswer::criteria_id>("criteria_id",
                                          "name of the criteria; none: none are asked about"),
      member<&BalanceAnswer::criteria_title>("criteria_title",
                                             "their title; none: none are asked about"),
      member<&BalanceAnswer::demonstration>("demonstration",
                                            "whether target values that nobody verified were "
                                            "taken; none: no target values"),
      member<&BalanceAnswer::input_warnings>("input_warnings", "what is odd in the files"),
      member<&BalanceAnswer::has_item_discrepancy>(
          "has_item_discrepancy", "whether a period without variance has a MUF that is not 0")
          .deciding(),
      member<&BalanceAnswer::is_unexplained>(
          "is_unexplained",
          "whether a measured period has a mass that no measurement error explains")
          .deciding(),
      member<&BalanceAnswer::is_alarmed>(
          "is_alarmed",
          "whether a test of the sequence alarms; with a period that is not measured there is none")
          .deciding(),
      member<&BalanceAnswer::is_exceeded>("is_exceeded",
                                          "whether a criterion is exceeded in a measured period")
          .deciding(),
      member<&BalanceAnswer::periods_not_measured>(
          "periods_not_measured", "number of periods of which nothing is said by any test"));
};

/// A balance with its tests, as values that pages are made of.
struct MadeBalance {
  balance::Balance balance;
  assessment::BalanceTests tests;
  balance::Decisions decisions;
  assessment::TestChoice choice;
  balance::DecisionChoice decision_choice;
  measurement::Criteria criteria;
  std::optional<measurement::TargetReport> targets;
  std::vector<Problem> problems;  ///< warnings about the files

  /// A period without variance whose MUF is not 0.
  [[nodiscard]] bool has_item_discrepancy() const;
  /// Whether one of the deciding members of the answer is true.
  [[nodiscard]] bool is_doubted() const;
};

/// U004: a number that no test can be made with, or --demonstration without target values. B013: a
/// criterion counts in goal quantities, and none is given. The errors of the files.
[[nodiscard]] Answered<MadeBalance> made_balance(const Measured& measured,
                                                 const BalanceQuestion& asked);
[[nodiscard]] BalanceAnswer answer_of(const MadeBalance& made, const BalanceQuestion& asked);

[[nodiscard]] Answered<BalanceAnswer> material_balance(const Measured& measured,
                                                       const BalanceQuestion& asked);

extern const Question balance_question;

}  // namespace accord::answers
