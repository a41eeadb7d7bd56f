#include "cli/statistics/balance_answers_json.h"

#include <nlohmann/json.hpp>

namespace accord::cli {

using assessment::BalanceTests;
using assessment::TestAnswer;
using balance::Decision;
using balance::SequencePeriod;
using report::BalanceRun;
using Json = nlohmann::ordered_json;

Json tests_json(const BalanceRun& run) {
  const BalanceTests& tests = run.tests;
  Json periods = Json::array();
  for (std::size_t t = 0; t < tests.sequence.size(); ++t) {
    const SequencePeriod& p = tests.sequence.periods()[t];
    const bool regular = balance::has_sitmuf(p.status);
    periods.push_back(
        {{"period", t + 1},
         {"cumuf_kg", p.cumuf},
         {"sigma_cumuf_kg", p.sigma_cumuf},
         {"itmuf_kg", p.itmuf},
         {"sigma_itmuf_kg", p.sigma_itmuf},
         {"sitmuf", regular ? Json(p.sitmuf) : Json()},
         {"gemuf", p.gemuf},
         {"degrees", p.degrees},
         {"page", t < tests.page.size() ? Json(tests.page[t]) : Json()},
         {"page_gains", t < tests.page_gains.size() ? Json(tests.page_gains[t]) : Json()},
         {"status", balance::to_string(p.status)}});
  }
  Json answers = Json::array();
  for (const TestAnswer& answer : tests.answers)
    answers.push_back({{"test", answer.name},
                       {"statistic", answer.statistic},
                       {"limit", answer.limit},
                       {"alarm", answer.alarm ? Json(*answer.alarm) : Json()},
                       {"period", answer.period}});
  Json unexplained = Json::array();
  for (const assessment::Unexplained& u : tests.unexplained)
    unexplained.push_back({{"period", u.period}, {"kg", u.kg}});
  Json constant;
  if (tests.constant)
    constant = {{"loss_kg", tests.constant->loss}, {"sigma_kg", tests.constant->sigma}};
  return {{"false_alarm", run.choice.false_alarm},
          {"page_k", run.choice.page_k},
          {"periods", std::move(periods)},
          {"answers", std::move(answers)},
          {"adds_up", tests.adds_up()},
          {"unexplained", std::move(unexplained)},
          {"constant_loss", constant},
          {"common_share", tests.common_share ? Json(*tests.common_share) : Json()}};
}

namespace {

Json number_or_null(const std::optional<double>& value) {
  return value ? Json(*value) : Json();
}

Json decision_json(const Decision& d) {
  return {{"limit_kg", d.limit_kg},
          {"alarm", d.alarm},
          {"does_not_add_up", d.does_not_add_up},
          {"found_kg", d.found_kg},
          {"goal_probability", number_or_null(d.goal_probability)}};
}

}  // namespace

Json validity_json(const BalanceRun& run) {
  const balance::Validity& v = run.balance.validity;
  Json periods = Json::array();
  for (std::size_t t = 0; t < v.periods.size(); ++t)
    periods.push_back({{"period", t + 1},
                       {"largest", run.balance.largest_realisation(t)},
                       {"largest_share", v.periods[t].largest_share},
                       {"effective", v.periods[t].effective}});
  return {{"largest_relative", v.largest_relative},
          {"method", v.largest_relative > 0 ? Json(run.balance.methods[v.largest_method]) : Json()},
          {"may_be_negative", v.may_be_negative},
          {"periods", std::move(periods)}};
}

Json decisions_json(const BalanceRun& run) {
  Json periods = Json::array();
  for (std::size_t t = 0; t < run.decisions.periods.size(); ++t) {
    Json period = decision_json(run.decisions.periods[t]);
    period["period"] = t + 1;
    periods.push_back(std::move(period));
  }
  return {{"false_alarm", run.decision_choice.false_alarm},
          {"detection", run.decision_choice.detection},
          {"goal_kg", number_or_null(run.decision_choice.goal_kg)},
          {"periods", std::move(periods)},
          {"together", decision_json(run.decisions.together)}};
}

Json criteria_json(const BalanceRun& run) {
  if (run.criteria.list.empty()) return {};
  Json list = Json::array();
  for (std::size_t i = 0; i < run.criteria.list.size(); ++i) {
    const measurement::Criterion& criterion = run.criteria.list[i];
    Json periods = Json::array();
    for (std::size_t t = 0; t < run.decisions.criteria[i].size(); ++t) {
      const balance::CriterionAnswer& answer = run.decisions.criteria[i][t];
      periods.push_back({{"period", t + 1},
                         {"value_kg", answer.value_kg},
                         {"limit_kg", answer.limit_kg},
                         {"exceeded", answer.exceeded}});
    }
    list.push_back(
        {{"name", criterion.name},
         {"statistic", measurement::statistic_words[static_cast<std::size_t>(criterion.statistic)]},
         {"action", criterion.action},
         {"source", criterion.source},
         {"confirmed", criterion.confirmed},
         {"note", criterion.note},
         {"periods", std::move(periods)}});
  }
  Json definitions = Json::array();
  for (const measurement::Definition& d : run.criteria.definitions)
    definitions.push_back(
        {{"name", d.name}, {"text", d.text}, {"source", d.source}, {"confirmed", d.confirmed}});
  return {{"id", run.criteria.id},
          {"title", run.criteria.title},
          {"criteria", std::move(list)},
          {"definitions", std::move(definitions)}};
}

Json targets_json(const BalanceRun& run) {
  if (!run.targets) return {};
  Json rows = Json::array();
  for (const measurement::DeclaredAgainst& row : run.targets->rows) {
    const measurement::AgainstTarget& a = row.against;
    rows.push_back({{"method", row.method},
                    {"factor", row.factor},
                    {"declared", a.declared},
                    {"target", a.target_total},
                    {"unit", a.target.unit},
                    {"ratio", number_or_null(a.ratio)},
                    {"within", a.meets},
                    {"target_method", a.target.method},
                    {"material", a.target.material},
                    {"quantity", a.target.quantity},
                    {"edition", a.target.edition},
                    {"source_page", a.target.source_page},
                    {"verified_by", a.target.verified_by},
                    {"verified_on", a.target.verified_on}});
  }
  return {{"demonstration", run.demonstration},
          {"rows", std::move(rows)},
          {"without_target", run.targets->without_target}};
}

}  // namespace accord::cli
