#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "answers/question.h"
#include "balance/muf/balance.h"
#include "balance/tests/sequential.h"
#include "measurement/criteria.h"

/// The rows of a material balance with its tests. Masses in kg; a number that is none (NaN): the
/// period was not measured.
namespace accord::described {

template <>
struct Words<balance::Status> {
  static constexpr auto last = balance::Status::not_measured;
  static constexpr std::string_view name = "period_status";
  static constexpr const auto& words = balance::status_words;
};

template <>
struct Words<balance::PeriodStatus> {
  static constexpr auto last = balance::PeriodStatus::discrepancy;
  static constexpr std::string_view name = "sequence_status";
  static constexpr const auto& words = balance::period_status_words;
};

template <>
struct Words<balance::Division> {
  static constexpr auto last = balance::Division::nature;
  static constexpr std::string_view name = "division";
  static constexpr const auto& words = balance::division_words;
};

template <>
struct Words<measurement::Statistic> {
  static constexpr auto last = measurement::Statistic::either_cumuf;
  static constexpr std::string_view name = "criterion_statistic";
  static constexpr const auto& words = measurement::statistic_words;
};

}  // namespace accord::described

namespace accord::answers {

template <auto P>
consteval auto period_member() {
  return member<P>("period", "number of the period, from 1");
}
template <auto P>
consteval auto limit_kg_member() {
  return member<P>("limit_kg",
                   "MUF above it alarms: with the false-alarm probability without loss");
}
template <auto P>
consteval auto alarm_member() {
  return member<P>("alarm",
                   "whether MUF is above the limit, never without variance; none: "
                   "not measured");
}
template <auto P>
consteval auto does_not_add_up_member() {
  return member<P>("does_not_add_up",
                   "whether there is no variance, and MUF is not 0; none: not measured");
}
template <auto P>
consteval auto found_kg_member() {
  return member<P>("found_kg", "the loss that alarms with the probability of detection");
}
template <auto P>
consteval auto goal_probability_member() {
  return member<P>("goal_probability",
                   "probability of an alarm when the goal quantity is missing; none: no goal");
}

/// One period: its balance, its test by itself, and what the sequence up to it says.
struct PeriodRow {
  std::uint32_t period = 0;
  double pb_kg = 0, x_kg = 0, y_kg = 0, pe_kg = 0, muf_kg = 0, sigma_muf_kg = 0, leid_kg = 0;
  std::optional<double> muf_over_sigma, p;
  double active_kg = 0;
  std::optional<double> sigma_over_active;
  std::uint64_t measurements = 0;
  balance::Status period_status{};
  std::optional<double> unexplained_kg;
  double limit_kg = 0;
  std::optional<bool> alarm, does_not_add_up;
  double found_kg = 0;
  std::optional<double> goal_probability;
  std::optional<double> cumuf_kg, sigma_cumuf_kg, itmuf_kg, sigma_itmuf_kg, sitmuf, gemuf;
  std::optional<std::uint64_t> degrees;
  std::optional<double> page, page_gains;
  std::optional<balance::PeriodStatus> sequence_status;
  std::optional<std::string> largest;
  double largest_share = 0, effective = 0;

  static constexpr auto described = object(
      "balance_period", "The balance of one period, its tests, and what its variance is made of",
      period_member<&PeriodRow::period>(),
      member<&PeriodRow::pb_kg>("pb_kg", "inventory at the beginning"),
      member<&PeriodRow::x_kg>("x_kg", "increases"), member<&PeriodRow::y_kg>("y_kg", "decreases"),
      member<&PeriodRow::pe_kg>("pe_kg", "inventory at the end"),
      member<&PeriodRow::muf_kg>("muf_kg", "PB + X - Y - PE: positive when material is missing"),
      member<&PeriodRow::sigma_muf_kg>("sigma_muf_kg", "standard error of MUF (k = 1), SEID"),
      member<&PeriodRow::leid_kg>("leid_kg", "limit of error: the limit factor times it"),
      member<&PeriodRow::muf_over_sigma>("muf_over_sigma",
                                         "MUF through its standard error; none: that is 0"),
      member<&PeriodRow::p>("p", "chance of a MUF at least as large without a loss; none: no error")
          .detail(),
      member<&PeriodRow::active_kg>("active_kg", "active inventory: PB + X + Y + PE").detail(),
      member<&PeriodRow::sigma_over_active>(
          "sigma_over_active", "standard error through the active inventory; none: that is 0")
          .detail(),
      member<&PeriodRow::measurements>("measurements", "number of measurements that count")
          .detail(),
      member<&PeriodRow::period_status>(
          "period_status", "measured: MUF is a question of statistics; else why it is none"),
      member<&PeriodRow::unexplained_kg>("unexplained_kg",
                                         "mass that no measurement error explains; none: all is "
                                         "explained, or the period is not measured"),
      limit_kg_member<&PeriodRow::limit_kg>().detail(), alarm_member<&PeriodRow::alarm>().detail(),
      does_not_add_up_member<&PeriodRow::does_not_add_up>().detail(),
      found_kg_member<&PeriodRow::found_kg>().detail(),
      goal_probability_member<&PeriodRow::goal_probability>().detail(),
      member<&PeriodRow::cumuf_kg>("cumuf_kg",
                                   "sum of MUF from the first period; none: a period is not "
                                   "measured")
          .detail(),
      member<&PeriodRow::sigma_cumuf_kg>("sigma_cumuf_kg", "its standard error; none: no sum")
          .detail(),
      member<&PeriodRow::itmuf_kg>(
          "itmuf_kg",
          "MUF less what is expected from the earlier ones; none: a period "
          "is not measured")
          .detail(),
      member<&PeriodRow::sigma_itmuf_kg>("sigma_itmuf_kg", "its standard error; none: no ITMUF")
          .detail(),
      member<&PeriodRow::sitmuf>("sitmuf",
                                 "ITMUF through its standard error; none: the earlier periods "
                                 "determine this one, or one is not measured")
          .detail(),
      member<&PeriodRow::gemuf>("gemuf",
                                "quadratic form of MUF so far; none: a period is not measured")
          .detail(),
      member<&PeriodRow::degrees>("degrees", "its degrees of freedom; none: no GEMUF").detail(),
      member<&PeriodRow::page>("page", "Page's statistic; none: no period has a variance").detail(),
      member<&PeriodRow::page_gains>("page_gains",
                                     "the same of gains; none: not asked for, or no variance")
          .detail(),
      member<&PeriodRow::sequence_status>("sequence_status",
                                          "what the earlier periods leave open of this one; none: "
                                          "a period is not measured")
          .detail(),
      member<&PeriodRow::largest>("largest",
                                  "the error that makes most of the variance; none: no variance")
          .detail(),
      member<&PeriodRow::largest_share>("largest_share", "its fraction of the variance").detail(),
      member<&PeriodRow::effective>("effective",
                                    "number of equal errors that would be as near to normal")
          .detail());
};

/// Where the variance of MUF comes from.
struct ContributionRow {
  std::uint32_t period = 0;
  balance::Division division{};
  std::string name;
  double variance_kg2 = 0, fraction = 0;

  static constexpr auto described = object(
      "contribution", "A part of the variance of MUF of one period",
      period_member<&ContributionRow::period>(),
      member<&ContributionRow::division>("division", "what the variance is divided by"),
      member<&ContributionRow::name>("name",
                                     "its source, method, stratum or nature; random:METHOD: errors "
                                     "of single measurements"),
      member<&ContributionRow::variance_kg2>("variance_kg2", "in kg²; below 0 where errors cancel"),
      member<&ContributionRow::fraction>("fraction", "of the variance of the period"));
};

/// One test of the sequence of periods.
struct SequenceTest {
  std::string test;
  double statistic = 0, test_limit = 0;
  std::optional<std::uint32_t> alarm_period;
  std::uint32_t period = 0;

  static constexpr auto described = object(
      "sequence_test", "A test of the sequence of periods",
      member<&SequenceTest::test>("test", "its name"),
      member<&SequenceTest::statistic>("statistic", "the number that decided it"),
      member<&SequenceTest::test_limit>("test_limit", "it alarms above this number"),
      member<&SequenceTest::alarm_period>("alarm_period",
                                          "the first period above the limit, from 1; none: no "
                                          "alarm"),
      member<&SequenceTest::period>(
          "period", "period of the statistic, from 1: that of the alarm, otherwise the last"));
};

/// A bound of a regulation in one period.
struct CriterionRow {
  std::uint32_t period = 0;
  std::string criterion;
  measurement::Statistic criterion_statistic{};
  double value_kg = 0, limit_kg = 0;
  std::optional<bool> exceeded;
  std::string action, source;
  bool confirmed = false;
  std::optional<std::string> note;

  static constexpr auto described = object(
      "criterion", "A bound of a regulation in one period", period_member<&CriterionRow::period>(),
      member<&CriterionRow::criterion>("criterion", "its name"),
      member<&CriterionRow::criterion_statistic>("criterion_statistic", "what is bounded"),
      member<&CriterionRow::value_kg>("value_kg", "the figure of the period"),
      member<&CriterionRow::limit_kg>("limit_kg", "the bound; the largest of several"),
      member<&CriterionRow::exceeded>(
          "exceeded", "whether the figure is above it; none: the period is not measured"),
      member<&CriterionRow::action>("action", "what the regulation then asks for"),
      member<&CriterionRow::source>("source", "where the bound is published").detail(),
      member<&CriterionRow::confirmed>("confirmed", "whether the bound was read there").detail(),
      member<&CriterionRow::note>("note", "remark on the bound; none: no remark").detail());
};

struct DefinitionRow {
  std::string name, text, source;
  bool confirmed = false;

  static constexpr auto described =
      object("definition", "A word of a regulation, as the regulation explains it",
             member<&DefinitionRow::name>("name", "the word"),
             member<&DefinitionRow::text>("text", "what it means"),
             member<&DefinitionRow::source>("source", "where that is published"),
             member<&DefinitionRow::confirmed>("confirmed", "whether the text was read there"));
};

/// A declared error beside a target value.
struct TargetRow {
  std::string method;
  std::optional<std::string> factor;
  double declared_error = 0, target_error = 0;
  std::string target_unit;
  std::optional<double> declared_over_target;
  bool within = false;
  std::string target_method, target_material, target_quantity, edition, source_page;
  std::optional<std::string> verified_by, verified_on;

  static constexpr auto described =
      object("target", "The declared error of a method beside a target value",
             member<&TargetRow::method>("method", "method of the table of methods"),
             member<&TargetRow::factor>("factor", "factor of the method; none: the whole"),
             member<&TargetRow::declared_error>("declared_error", "standard error as declared"),
             member<&TargetRow::target_error>("target_error", "standard error of the target value"),
             member<&TargetRow::target_unit>("target_unit", "unit of both: fraction or kg"),
             member<&TargetRow::declared_over_target>(
                 "declared_over_target", "declared through target; none: the target is 0"),
             member<&TargetRow::within>("within", "whether the declared one is at most the target"),
             member<&TargetRow::target_method>("target_method", "method of the target value"),
             member<&TargetRow::target_material>("target_material", "material of the target value"),
             member<&TargetRow::target_quantity>("target_quantity", "quantity of the target value"),
             member<&TargetRow::edition>("edition", "table of the target value, with its version"),
             member<&TargetRow::source_page>("source_page", "page of the table").detail(),
             member<&TargetRow::verified_by>("verified_by",
                                             "who compared the row with its source; none: nobody")
                 .detail(),
             member<&TargetRow::verified_on>("verified_on", "when; none: nobody did").detail());
};

}  // namespace accord::answers
