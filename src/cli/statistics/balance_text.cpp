#include "cli/statistics/balance_text.h"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/english.h"
#include "cli/print/text.h"
#include "report/pages/run_words.h"

namespace accord::cli {

using assessment::BalanceTests;
using assessment::TestAnswer;
using balance::Balance;
using balance::Decision;
using balance::Division;
using balance::PeriodBalance;
using balance::PeriodStatus;
using balance::SequencePeriod;
using balance::Share;
using report::BalanceRun;

namespace {

/// With so many digits; a dash for what was not measured.
std::string kg_text(double kg, int digits) {
  return std::isnan(kg) ? "-" : fmt::format("{:.{}f}", kg, digits);
}

std::string or_dash(const std::optional<double>& value, int digits, double times = 1) {
  return value ? kg_text(value.value_or(0) * times, digits) : "-";
}

Table masses(const Balance& balance, int digits) {
  Table out{{"period", "PB", "X", "Y", "PE", "MUF", "active", "status"}, {}, {}};
  for (std::size_t t = 0; t < balance.periods.size(); ++t) {
    const PeriodBalance& p = balance.periods[t];
    std::vector<std::string> row{std::to_string(t + 1)};
    for (const double kg : {p.sums.opening_kg, p.sums.increases_kg, p.sums.decreases_kg,
                            p.sums.closing_kg, p.muf_kg, p.active_kg})
      row.push_back(kg_text(kg, digits));
    row.emplace_back(to_string(p.status));
    out.rows.push_back(std::move(row));
  }
  return out;
}

Table uncertainties(const Balance& balance, int digits) {
  Table out{{"period", "MUF", "SEID", "LEID", "MUF/SEID", "p", "SEID/active %"}, {}, {}};
  for (std::size_t t = 0; t < balance.periods.size(); ++t) {
    const PeriodBalance& p = balance.periods[t];
    out.rows.push_back({std::to_string(t + 1), kg_text(p.muf_kg, digits),
                        kg_text(p.sigma_kg, digits), kg_text(p.limit_kg, digits),
                        or_dash(p.ratio, 3),
                        p.probability ? report::probability(p.probability) : "-",
                        or_dash(p.active_share, 4, 100)});
  }
  return out;
}

Table contributions(const Balance& balance, std::size_t period) {
  Table out{{"period", "source", "kg²", "%"}, {}, {}};
  for (const Share& share : balance.shares(Division::source, period))
    out.rows.push_back({std::to_string(period + 1), share.name,
                        fmt::format("{:.6g}", share.variance_kg2),
                        fmt::format("{:.2f}", share.fraction * 100)});
  return out;
}

Table decisions_table(const BalanceRun& run, int digits) {
  Table out{{"period", "MUF", "limit", "answer", "found"}, {}, {}};
  if (run.decision_choice.goal_kg) out.columns.emplace_back("goal %");
  const auto add = [&](std::string period, double muf_kg, const Decision& d) {
    out.rows.push_back({std::move(period), kg_text(muf_kg, digits), kg_text(d.limit_kg, digits),
                        std::isnan(d.limit_kg) ? "not measured"
                        : d.does_not_add_up    ? "DOES NOT ADD UP"
                        : d.alarm              ? "ALARM"
                                               : "no alarm",
                        kg_text(d.found_kg, digits)});
    if (d.goal_probability) out.rows.back().push_back(or_dash(d.goal_probability, 2, 100));
  };
  for (std::size_t t = 0; t < run.decisions.periods.size(); ++t)
    add(std::to_string(t + 1), run.balance.periods[t].muf_kg, run.decisions.periods[t]);
  if (run.decisions.periods.size() > 1)
    add("all", run.balance.muf.cumulated_kg(), run.decisions.together);
  return out;
}

std::string decisions_text(const BalanceRun& run, int digits, const Look& look) {
  const balance::DecisionChoice& choice = run.decision_choice;
  std::string out = fmt::format(
      "\nEach period by itself, false-alarm probability {}; found: the loss that alarms with "
      "probability {}",
      choice.false_alarm, choice.detection);
  if (choice.goal_kg)
    out += fmt::format(";\ngoal: how often a loss of {} kg alarms", *choice.goal_kg);
  return out + "\n" + as_text(decisions_table(run, digits), look);
}

std::string criteria_text(const BalanceRun& run, int digits, const Look& look) {
  if (run.criteria.list.empty()) return {};
  Table table{{"period", "value", "limit", "answer", "criterion"}, {}, {}};
  std::string notes;
  for (std::size_t i = 0; i < run.criteria.list.size(); ++i) {
    const measurement::Criterion& criterion = run.criteria.list[i];
    for (std::size_t t = 0; t < run.decisions.criteria[i].size(); ++t) {
      const balance::CriterionAnswer& answer = run.decisions.criteria[i][t];
      table.rows.push_back({std::to_string(t + 1), kg_text(answer.value_kg, digits),
                            kg_text(answer.limit_kg, digits),
                            std::isnan(answer.value_kg) ? std::string("not measured")
                            : answer.exceeded ? fmt::format("EXCEEDED: {}", criterion.action)
                                              : "not exceeded",
                            criterion.name});
    }
    if (!criterion.confirmed)
      notes +=
          wrap(fmt::format("not confirmed at its source ({}): {}{}\n", criterion.source,
                           criterion.name, criterion.note.empty() ? "" : ". " + criterion.note),
               2, 0, look);
  }
  return fmt::format("\n{}\n{}{}", run.criteria.title, as_text(table, look), notes);
}

std::string targets_text(const BalanceRun& run, const Look& look) {
  if (!run.targets) return {};
  Table table{
      {"method", "factor", "declared", "target", "ratio", "answer", "target value"}, {}, {}};
  for (const measurement::DeclaredAgainst& row : run.targets->rows) {
    const measurement::AgainstTarget& a = row.against;
    table.rows.push_back({row.method, row.factor, fmt::format("{:.5g}", a.declared),
                          fmt::format("{:.5g}", a.target_total), or_dash(a.ratio, 2),
                          a.meets ? "within" : "ABOVE", report::target_name(a.target)});
  }
  std::string out = fmt::format("\nDeclared errors against target values{}\n{}",
                                run.demonstration ? ", a demonstration" : "", as_text(table, look));
  if (!run.targets->without_target.empty())
    out += wrap(fmt::format("no target named: {}\n", enumerated(run.targets->without_target)), 2, 0,
                look);
  return out;
}

Table periods_table(const BalanceTests& tests, int digits) {
  Table out{{"period", "CUMUF", "sigma", "ITMUF", "sigma", "SITMUF", "GEMUF", "Page"}, {}, {}};
  if (!tests.page_gains.empty()) out.columns.emplace_back("gains");
  for (std::size_t t = 0; t < tests.sequence.size(); ++t) {
    const SequencePeriod& p = tests.sequence.periods()[t];
    std::vector<std::string> row{std::to_string(t + 1)};
    for (const double kg : {p.cumuf, p.sigma_cumuf, p.itmuf, p.sigma_itmuf})
      row.push_back(kg_text(kg, digits));
    row.push_back(balance::has_sitmuf(p.status) ? fmt::format("{:.3f}", p.sitmuf)
                                                : std::string(balance::to_string(p.status)));
    row.push_back(fmt::format("{:.3f}", p.gemuf));
    row.push_back(t < tests.page.size() ? fmt::format("{:.3f}", tests.page[t]) : "-");
    if (!tests.page_gains.empty()) row.push_back(fmt::format("{:.3f}", tests.page_gains[t]));
    out.rows.push_back(std::move(row));
  }
  return out;
}

Table answers_table(const BalanceTests& tests) {
  Table out{{"test", "statistic", "limit", "answer"}, {}, {}};
  for (const TestAnswer& answer : tests.answers)
    out.rows.push_back({answer.name, fmt::format("{:.4f}", answer.statistic),
                        fmt::format("{:.4f}", answer.limit),
                        answer.alarm ? fmt::format("ALARM in period {}", *answer.alarm)
                                     : std::string("no alarm")});
  for (const assessment::Unexplained& u : tests.unexplained)
    out.rows.push_back({"adds up", fmt::format("{:.4f}", u.kg), fmt::format("{:.4f}", 0.0),
                        fmt::format("DOES NOT ADD UP in period {}", u.period)});
  return out;
}

std::string tests_text(const BalanceRun& run, int digits, const Look& look) {
  const BalanceTests& tests = run.tests;
  if (!run.balance.is_measured())
    return "\nThe periods as a sequence\nnot tested: a period was not measured\n";
  std::string out = "\nThe periods as a sequence\n" + as_text(periods_table(tests, digits), look);
  if (tests.answers.empty() && tests.adds_up()) return out;
  out += fmt::format(
      "\nTests, each with false-alarm probability {} over the periods{}; GEMUF also answers to "
      "gains\n{}",
      run.choice.false_alarm, run.choice.two_sided ? " (the two of Page together)" : "",
      as_text(answers_table(tests), look));
  if (tests.constant)
    out += fmt::format("\nif the same was lost in each period: {:.{}f} ± {:.{}f} kg (k = 1)\n",
                       tests.constant->loss, digits, tests.constant->sigma, digits);
  for (const std::string& text : report::unexplained(run))
    out += "\n" + wrap(fmt::format("DOES NOT ADD UP: {}", text), 2, 0, look) + "\n";
  if (tests.sequence.is_near_singular())
    out += wrap(fmt::format("{}\n", report::near_singular), 0, 0, look);
  if (tests.common_share.value_or(0) > assessment::systematic_share_warning)
    out += wrap(fmt::format("{}\n", report::common_errors), 0, 0, look);
  return out;
}

}  // namespace

std::string balance_text(const BalanceRun& run, bool every_period, const Look& look) {
  const Balance& balance = run.balance;
  if (balance.periods.empty()) return "no period: nothing to balance\n";
  const int digits = report::mass_digits(balance);
  std::string out = "Material balance, kg; MUF = PB + X - Y - PE\n";
  out += as_text(masses(balance, digits), look);
  out += fmt::format("\nSEID is the standard error of MUF, LEID {} times it\n", run.limit_factor);
  out += as_text(uncertainties(balance, digits), look);
  out += decisions_text(run, digits, look);
  out += criteria_text(run, digits, look);
  out += tests_text(run, digits, look);
  const std::size_t last = balance.periods.size() - 1;
  out += fmt::format("\nWhere the variance of {} comes from\n",
                     every_period ? "each period" : fmt::format("period {}", last + 1));
  Table shares = contributions(balance, every_period ? 0 : last);
  for (std::size_t t = 1; every_period && t <= last; ++t)
    for (auto& row : contributions(balance, t).rows) shares.rows.push_back(std::move(row));
  out += as_text(shares, look) + targets_text(run, look);
  const std::vector<std::string> doubts = report::doubts(balance);
  if (!doubts.empty()) out += "\nDoubts about linear normal theory\n";
  for (const std::string& doubt : doubts) out += wrap(doubt + "\n", 2, 0, look);
  return out;
}

}  // namespace accord::cli
