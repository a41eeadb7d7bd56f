#include "answers/statistics/balance.h"

#include <algorithm>
#include <cmath>

#include "answers/or_none.h"

namespace accord::answers {

namespace {

using balance::Decision;
using balance::Division;
using balance::PeriodBalance;
using balance::SequencePeriod;

std::uint32_t period_number(std::size_t t) {
  return static_cast<std::uint32_t>(t + 1);
}

/// Nothing where the list ends before.
std::optional<double> at_or_none(const std::vector<double>& list, std::size_t t) {
  return t < list.size() ? std::optional(list[t]) : std::nullopt;
}

template <class Row>
void set_decision(Row& row, const Decision& d) {
  row.limit_kg = d.limit_kg;
  if (!std::isnan(d.limit_kg)) {  // else it was not measured: neither an alarm nor none
    row.alarm = d.alarm;
    row.does_not_add_up = d.does_not_add_up;
  }
  row.found_kg = d.found_kg;
  row.goal_probability = d.goal_probability;
}

void set_sequence(PeriodRow& row, const assessment::BalanceTests& tests, std::size_t t) {
  for (const assessment::Unexplained& one : tests.unexplained)
    if (one.period == row.period) row.unexplained_kg = one.kg;
  if (t >= tests.sequence.size()) return;
  const SequencePeriod& p = tests.sequence.periods()[t];
  row.cumuf_kg = p.cumuf;
  row.sigma_cumuf_kg = p.sigma_cumuf;
  row.itmuf_kg = p.itmuf;
  row.sigma_itmuf_kg = p.sigma_itmuf;
  if (balance::has_sitmuf(p.status)) row.sitmuf = p.sitmuf;
  row.gemuf = p.gemuf;
  row.degrees = p.degrees;
  row.page = at_or_none(tests.page, t);
  row.page_gains = at_or_none(tests.page_gains, t);
  row.sequence_status = p.status;
}

PeriodRow period_row(const MadeBalance& made, std::size_t t) {
  const PeriodBalance& p = made.balance.periods[t];
  PeriodRow out;
  out.period = period_number(t);
  out.pb_kg = p.sums.opening_kg;
  out.x_kg = p.sums.increases_kg;
  out.y_kg = p.sums.decreases_kg;
  out.pe_kg = p.sums.closing_kg;
  out.muf_kg = p.muf_kg;
  out.sigma_muf_kg = p.sigma_kg;
  out.leid_kg = p.limit_kg;
  out.muf_over_sigma = p.ratio;
  out.p = p.probability;
  out.active_kg = p.active_kg;
  out.sigma_over_active = p.active_share;
  out.measurements = p.measurements;
  out.period_status = p.status;
  set_decision(out, made.decisions.periods[t]);
  set_sequence(out, made.tests, t);
  const balance::PeriodValidity& validity = made.balance.validity.periods[t];
  out.largest = text_or_none(made.balance.largest_realisation(t));
  out.largest_share = validity.largest_share;
  out.effective = validity.effective;
  return out;
}

void add_periods(const MadeBalance& made, BalanceAnswer& out) {
  const balance::Balance& balance = made.balance;
  for (std::size_t t = 0; t < balance.periods.size(); ++t) {
    out.periods.push_back(period_row(made, t));
    const auto row = balance.muf.covariance_kg2.row(t);
    out.covariance_kg2.emplace_back(row.begin(), row.end());
    for (const Division division :
         {Division::source, Division::method, Division::stratum, Division::nature})
      for (balance::Share& share : balance.shares(division, t))
        out.contributions.push_back({period_number(t), division, std::move(share.name),
                                     share.variance_kg2, share.fraction});
  }
  out.all_periods.muf_kg = balance.muf.cumulated_kg();
  out.all_periods.sigma_muf_kg = balance.muf.cumulated_sigma_kg();
  set_decision(out.all_periods, made.decisions.together);
}

void add_tests(const assessment::BalanceTests& tests, BalanceAnswer& out) {
  for (const assessment::TestAnswer& answer : tests.answers) {
    SequenceTest& row = out.tests.emplace_back();
    row.test = answer.name;
    row.statistic = answer.statistic;
    row.test_limit = answer.limit;
    if (answer.alarm) row.alarm_period = static_cast<std::uint32_t>(*answer.alarm);
    row.period = static_cast<std::uint32_t>(answer.period);
  }
  if (tests.constant) out.constant_loss = {tests.constant->loss, tests.constant->sigma};
  out.common_share = tests.common_share;
}

void add_criteria(const MadeBalance& made, BalanceAnswer& out) {
  if (made.criteria.list.empty()) return;
  out.criteria_id = made.criteria.id;
  out.criteria_title = made.criteria.title;
  for (std::size_t i = 0; i < made.criteria.list.size(); ++i) {
    const measurement::Criterion& one = made.criteria.list[i];
    const std::vector<balance::CriterionAnswer>& answers = made.decisions.criteria[i];
    for (std::size_t t = 0; t < answers.size(); ++t)
      out.criteria.push_back(
          {period_number(t), one.name, one.statistic, answers[t].value_kg, answers[t].limit_kg,
           std::isnan(answers[t].value_kg) ? std::nullopt : std::optional(answers[t].exceeded),
           one.action, one.source, one.confirmed, text_or_none(one.note)});
  }
  for (const measurement::Definition& d : made.criteria.definitions)
    out.definitions.push_back({d.name, d.text, d.source, d.confirmed});
}

void add_targets(const MadeBalance& made, bool demonstration, BalanceAnswer& out) {
  if (!made.targets) return;
  out.demonstration = demonstration;
  out.without_target = made.targets->without_target;
  for (const measurement::DeclaredAgainst& row : made.targets->rows) {
    const measurement::AgainstTarget& a = row.against;
    out.targets.push_back({row.method, text_or_none(row.factor), a.declared, a.target_total,
                           a.target.unit, a.ratio, a.meets, a.target.method, a.target.material,
                           a.target.quantity, a.target.edition, a.target.source_page,
                           text_or_none(a.target.verified_by), text_or_none(a.target.verified_on)});
  }
}

}  // namespace

BalanceAnswer answer_of(const MadeBalance& made, const BalanceQuestion& asked) {
  BalanceAnswer out;
  add_periods(made, out);
  add_tests(made.tests, out);
  add_criteria(made, out);
  add_targets(made, asked.demonstration, out);
  const balance::Validity& validity = made.balance.validity;
  out.largest_relative = validity.largest_relative;
  if (validity.largest_relative > 0)
    out.largest_relative_method = made.balance.methods[validity.largest_method];
  out.may_be_negative = validity.may_be_negative;
  out.limit_factor = asked.limit_factor;
  out.false_alarm = asked.false_alarm;
  out.page_k = asked.page_k;
  out.page_headstart = asked.page_headstart;
  out.two_sided = asked.two_sided;
  out.detection = asked.detection;
  out.goal_kg = asked.goal_kg;
  for (const Problem& problem : made.problems) out.input_warnings.push_back(message_of(problem));
  out.has_item_discrepancy = made.has_item_discrepancy();
  out.is_unexplained = !made.tests.adds_up();
  out.is_alarmed = made.tests.alarmed();
  out.is_exceeded = made.decisions.exceeded();
  return out;
}

std::uint64_t BalanceAnswer::periods_not_measured() const {
  return static_cast<std::uint64_t>(std::count_if(
      periods.begin(), periods.end(),
      [](const PeriodRow& row) { return row.period_status == balance::Status::not_measured; }));
}

Answered<BalanceAnswer> material_balance(const Measured& measured, const BalanceQuestion& asked) {
  auto made = made_balance(measured, asked);
  if (!made) return tl::make_unexpected(std::move(made.error()));
  return answer_of(*made, asked);
}

constinit const Question balance_question =
    Asked<material_balance>::named("balance", "material_balance");

}  // namespace accord::answers
