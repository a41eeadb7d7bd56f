#include "report/pages/balance_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/english.h"
#include "report/pages/run_words.h"

namespace accord::report {

using assessment::TestAnswer;
using balance::Division;
using balance::PeriodBalance;
using balance::PeriodStatus;
using balance::Share;
using balance::Status;

namespace {

std::string or_dash(const std::optional<double>& value, int digits, double times = 1) {
  return value ? fixed(*value * times, digits) : "–";
}

/// "an apparent loss", …; empty for a MUF that prints as zero.
std::string direction(double kg, int digits) {
  const std::string shown = fixed(kg, digits);
  if (shown.find_first_not_of("-0.") == std::string::npos) return "";
  return kg > 0 ? "an apparent loss" : "an apparent gain";
}

std::string last_muf(const BalanceRun& run, int digits) {
  const std::size_t t = run.balance.periods.size();
  const PeriodBalance& p = run.balance.periods.back();
  const std::string kind = direction(p.muf_kg, digits);
  switch (p.status) {
    case Status::measured:
      return fmt::format(
          "MUF of period {} is {}{}: {} times its standard error. The limit of error LEID is {} "
          "kg.",
          t, with_sigma(p.muf_kg, p.sigma_kg, digits), kind.empty() ? "" : ", " + kind,
          fixed(*p.ratio, 2), fixed(p.limit_kg, digits));
    case Status::empty:
      return fmt::format("Nothing counts in period {}.", t);
    case Status::closed:
      return fmt::format(
          "Period {} closes: MUF is 0 kg, and nothing in it has a measurement error.", t);
    case Status::not_measured:
      return fmt::format("Period {} was not measured: its series have a gap.", t);
    case Status::item_discrepancy:
      break;
  }
  return fmt::format(
      "MUF of period {} is {} kg without any measurement error. This is not a question of "
      "statistics: "
      "an item is missing or too many.",
      t, fixed(p.muf_kg, digits));
}

std::string beyond_limits(const BalanceRun& run) {
  std::vector<std::string> periods;
  std::size_t measured = 0;
  for (std::size_t t = 0; t < run.balance.periods.size(); ++t) {
    const PeriodBalance& p = run.balance.periods[t];
    if (p.status != Status::measured) continue;
    ++measured;
    if (std::abs(p.muf_kg) > p.limit_kg) periods.push_back(std::to_string(t + 1));
  }
  if (measured == 0)
    return "No period has a measurement error, so that there is no limit of error.";
  if (periods.empty() && measured == 1)
    return "MUF lies within ± LEID in the one period with measurement errors.";
  if (periods.empty())
    return fmt::format("MUF lies within ± LEID in all {} with measurement errors.",
                       counted(measured, "period"));
  return fmt::format("MUF lies outside ± LEID in {} of {}: {}.", periods.size(),
                     counted(measured, "period"), enumerated(periods));
}

std::string answer_sentence(const TestAnswer& answer, const BalanceRun& run) {
  const bool is_page = &answer == page_answer(run.tests);
  if (is_page && answer.alarm)
    return fmt::format(
        "Page's test alarms in period {}: its statistic is {:.3f} there, above the "
        "threshold {:.3f}.",
        *answer.alarm, answer.statistic, answer.limit);
  return fmt::format(
      "{}: {:.3f}, {} the limit {:.3f}: {}.", is_page ? "Page's test at the end" : answer.name,
      answer.statistic, answer.alarm ? "above" : "not above", answer.limit,
      answer.alarm && answer.name.starts_with("GEMUF") ? "alarm (it also answers to gains)"
      : answer.alarm                                   ? "alarm"
                                                       : "no alarm");
}

std::string verdict(const BalanceRun& run) {
  if (!run.tests.adds_up())
    return fmt::format("The balance does not add up: {}. The tests cannot answer this.",
                       enumerated(unexplained(run)));
  if (!run.balance.is_measured())
    return "A period was not measured, so that the sequence is not tested and nothing is known of "
           "its sum.";
  const auto& answers = run.tests.answers;
  if (answers.empty()) return "Without measurement errors there is nothing to test.";
  const auto alarms = std::count_if(answers.begin(), answers.end(), [](const TestAnswer& answer) {
    return answer.alarm.has_value();
  });
  return fmt::format("{} of {} over {} {}.", alarms == 0 ? "None" : std::to_string(alarms),
                     counted(answers.size(), "test"), counted(run.balance.periods.size(), "period"),
                     alarms == 1 || alarms == 0 ? "alarms" : "alarm");
}

constexpr const char* meaning =
    "A positive MUF is an apparent loss, a negative one an apparent gain. Statistics compare it "
    "with "
    "what is expected from the stated measurement errors; they do not show its cause. An alarm is "
    "a "
    "reason to look again at records, measurements and stated errors. No alarm does not exclude a "
    "loss that is too small for these measurements.";

Section summary(const BalanceRun& run, int digits) {
  Section out{"summary", "Summary", 1, {}};
  out.blocks.emplace_back(Paragraph{last_muf(run, digits)});
  std::vector<std::string> discrepancies;
  for (std::size_t t = 0; t < run.balance.periods.size(); ++t)
    if (run.balance.periods[t].status == Status::item_discrepancy)
      discrepancies.push_back(std::to_string(t + 1));
  if (!discrepancies.empty())
    out.blocks.emplace_back(Paragraph{fmt::format("Item discrepancy in period {}: MUF is not zero "
                                                  "although nothing there has a measurement "
                                                  "error. CUMUF and its test contain it.",
                                                  enumerated(discrepancies)),
                                      Paragraph::Kind::warning});
  out.blocks.emplace_back(Paragraph{
      beyond_limits(run) + fmt::format(" Over all periods MUF adds up to {}.",
                                       with_sigma(run.balance.muf.cumulated_kg(),
                                                  run.balance.muf.cumulated_sigma_kg(), digits))});
  out.blocks.emplace_back(Paragraph{
      verdict(run), run.tests.adds_up() ? Paragraph::Kind::text : Paragraph::Kind::warning});
  List list;
  for (const TestAnswer& answer : run.tests.answers)
    list.items.push_back({.text = answer_sentence(answer, run)});
  if (!list.items.empty()) out.blocks.emplace_back(std::move(list));
  out.blocks.emplace_back(Paragraph{meaning, Paragraph::Kind::note});
  return out;
}

Table masses(const balance::Balance& balance, int digits) {
  Table out{"masses",
            "Masses, kg",
            "MUF = PB + X - Y - PE: opening inventory, increases, decreases, closing inventory. "
            "Active inventory: their sum without what is in both inventories.",
            {{"period", true},
             {"PB", true},
             {"X", true},
             {"Y", true},
             {"PE", true},
             {"MUF", true},
             {"active", true},
             {"status"}},
            {}};
  for (std::size_t t = 0; t < balance.periods.size(); ++t) {
    const PeriodBalance& p = balance.periods[t];
    std::vector<std::string> row{std::to_string(t + 1)};
    for (const double kg : {p.sums.opening_kg, p.sums.increases_kg, p.sums.decreases_kg,
                            p.sums.closing_kg, p.muf_kg, p.active_kg})
      row.push_back(fixed(kg, digits));
    row.emplace_back(to_string(p.status));
    out.rows.push_back(row_of(std::move(row)));
  }
  return out;
}

Table uncertainties(const BalanceRun& run, int digits) {
  Table out{"uncertainties",
            "Uncertainty of MUF",
            fmt::format("SEID: standard error of MUF; LEID: {} times SEID. p: probability of a MUF "
                        "at least as large when nothing is lost.",
                        run.limit_factor),
            {{"period", true},
             {"MUF, kg", true},
             {"SEID, kg", true},
             {"LEID, kg", true},
             {"MUF/SEID", true},
             {"p", true},
             {"SEID/active, %", true},
             {"random, %", true},
             {"systematic, %", true}},
            {}};
  for (std::size_t t = 0; t < run.balance.periods.size(); ++t) {
    const PeriodBalance& p = run.balance.periods[t];
    std::string parts[] = {"–", "–"};
    for (const Share& share : run.balance.shares(Division::nature, t))
      parts[share.name == "systematic" ? 1 : 0] = fixed(share.fraction * 100, 1);
    out.rows.push_back(
        row_of({std::to_string(t + 1), fixed(p.muf_kg, digits), fixed(p.sigma_kg, digits),
                fixed(p.limit_kg, digits), or_dash(p.ratio, 3), probability(p.probability),
                or_dash(p.active_share, 4, 100), parts[0], parts[1]}));
  }
  return out;
}

Table sequence_table(const BalanceRun& run, int digits) {
  Table out{
      "sequence-table",
      "The periods as a sequence",
      "CUMUF: sum of the MUFs so far; ITMUF: MUF less what is expected from the earlier MUFs; "
      "SITMUF: ITMUF over its standard deviation; GEMUF: sum of the squares of SITMUF. Masses "
      "in kg, standard deviations with k = 1.",
      {{"period", true},
       {"CUMUF", true},
       {"its σ", true},
       {"ITMUF", true},
       {"its σ", true},
       {"SITMUF", true},
       {"GEMUF", true},
       {"Page's S", true}},
      {}};
  for (std::size_t t = 0; t < run.tests.sequence.size(); ++t) {
    const balance::SequencePeriod& p = run.tests.sequence.periods()[t];
    std::vector<std::string> row{std::to_string(t + 1)};
    for (const double kg : {p.cumuf, p.sigma_cumuf, p.itmuf, p.sigma_itmuf})
      row.push_back(fixed(kg, digits));
    row.push_back(balance::has_sitmuf(p.status)           ? fixed(p.sitmuf, 3)
                  : p.status == PeriodStatus::predictable ? "predictable"
                                                          : "discrepancy");
    row.push_back(fixed(p.gemuf, 3));
    row.push_back(t < run.tests.page.size() ? fixed(run.tests.page[t], 3) : "–");
    out.rows.push_back(row_of(std::move(row)));
  }
  return out;
}

Table answers_table(const BalanceRun& run) {
  Table out{"answers",
            "Tests of the sequence",
            fmt::format("Each has the false-alarm probability {} over the periods, on its own. The "
                        "statistic is that of the period of the alarm, else that of the last.",
                        run.choice.false_alarm),
            {{"test"}, {"statistic", true}, {"of period", true}, {"limit", true}, {"answer"}},
            {}};
  for (const TestAnswer& answer : run.tests.answers)
    out.rows.push_back(row_of({answer.name, fixed(answer.statistic, 4),
                               std::to_string(answer.period), fixed(answer.limit, 4),
                               answer.alarm ? fmt::format("alarm in period {}", *answer.alarm)
                                            : std::string("no alarm")}));
  for (const assessment::Unexplained& u : run.tests.unexplained)
    out.rows.push_back(row_of({"adds up", fixed(u.kg, 4), std::to_string(u.period), fixed(0, 4),
                               fmt::format("does not add up in period {}", u.period)}));
  return out;
}

Section sequence(const BalanceRun& run, int digits) {
  Section out{"sequence", "The periods as a sequence", 1, {}};
  out.blocks.emplace_back(sitmuf_figure(run));
  out.blocks.emplace_back(page_figure(run));
  if (!run.tests.answers.empty() || !run.tests.adds_up())
    out.blocks.emplace_back(answers_table(run));
  if (run.tests.constant)
    out.blocks.emplace_back(Paragraph{
        fmt::format("If the same was lost in each period, the MUFs estimate it as {}.",
                    with_sigma(run.tests.constant->loss, run.tests.constant->sigma, digits))});
  out.blocks.emplace_back(sequence_table(run, digits));
  return out;
}

Table shares_table(const BalanceRun& run, std::size_t period) {
  Table out{"shares",
            fmt::format("The variance of MUF of period {}, divided in four ways", period + 1),
            "Each way adds up to the whole variance; a share is negative where errors cancel.",
            {{"part"}, {"kg²", true}, {"%", true}},
            {}};
  for (const Division division :
       {Division::source, Division::method, Division::stratum, Division::nature}) {
    const std::vector<Share> shares = run.balance.shares(division, period);
    if (shares.empty()) continue;
    out.rows.push_back(
        {"",
         {{.text =
               fmt::format("by {}", balance::division_words[static_cast<std::size_t>(division)])}},
         true});
    for (const Share& share : shares)
      out.rows.push_back(row_of(
          {share.name, fmt::format("{:.6g}", share.variance_kg2), fixed(share.fraction * 100, 2)}));
  }
  return out;
}

std::string together(const BalanceRun& run) {
  const double alpha = run.choice.false_alarm;
  const std::size_t tests = run.tests.answers.size();
  std::string out =
      fmt::format("Each test has the false-alarm probability {} over the periods.", alpha);
  if (tests < 2) return out;
  return out + fmt::format(
                   " They look at the same numbers: the probability that at least one of the {} "
                   "alarms without loss lies between {:.6g} and {:.6g}.",
                   tests, alpha, std::min(1.0, static_cast<double>(tests) * alpha));
}

Section assumptions(const BalanceRun& run) {
  Section out{"assumptions", "What these numbers assume", 1, {}};
  List list;
  const auto add = [&](std::string text) { list.items.push_back({.text = std::move(text)}); };
  add("Measurement errors are normal, with the standard deviations and the keys that the table of "
      "methods states. A wrong key or a missing error gives a wrong standard error, and nothing in "
      "the numbers shows it.");
  add("Every item of every period is in the table, once. A mistake in the records is "
      "not a measurement error.");
  add("The covariances of the periods follow from the stated errors; they are not estimated from "
      "the "
      "MUFs.");
  if (!run.tests.answers.empty()) {
    add(together(run));
    add(fmt::format(
        "Page's test uses k = {}; its threshold is exact for the number of periods that "
        "say something. Page's test and CUMUF look for losses only; GEMUF also answers "
        "to gains.",
        run.choice.page_k));
  }
  out.blocks.emplace_back(std::move(list));
  for (std::string& doubt : doubts(run.balance))
    out.blocks.emplace_back(Paragraph{std::move(doubt), Paragraph::Kind::warning});
  if (run.tests.sequence.is_near_singular())
    out.blocks.emplace_back(Paragraph{std::string(near_singular), Paragraph::Kind::warning});
  if (run.tests.common_share.value_or(0) > assessment::systematic_share_warning)
    out.blocks.emplace_back(Paragraph{std::string(common_errors), Paragraph::Kind::warning});
  return out;
}

}  // namespace

std::vector<std::string> unexplained(const BalanceRun& run) {
  std::vector<std::string> out;
  const int digits = mass_digits(run.balance);
  for (const assessment::Unexplained& u : run.tests.unexplained) {
    const std::string shown = fixed(u.kg, digits);
    const bool vanishes = shown.find_first_not_of("-0.") == std::string::npos;
    out.push_back(fmt::format("period {}: {} kg that no measurement error explains", u.period,
                              vanishes ? fmt::format("{:.3g}", u.kg) : shown));
  }
  return out;
}

Page balance_page(const BalanceRun& run) {
  Page out{"Material balance", "MUF, its uncertainty, and tests", "", {}};
  const std::size_t periods = run.balance.periods.size();
  out.subtitle = periods == 0   ? "No period"
                 : periods == 1 ? "One period; masses in kg"
                                : fmt::format("Periods 1 to {}; masses in kg", periods);
  if (periods == 0) {
    out.sections.push_back(
        {"summary", "Summary", 1, {Paragraph{"There is no period: nothing to balance."}}});
  } else {
    const int digits = mass_digits(run.balance);
    out.sections.push_back(summary(run, digits));
    out.sections.push_back(
        {"balance",
         "Material balance",
         1,
         {muf_figure(run), uncertainties(run, digits), masses(run.balance, digits)}});
    out.sections.push_back(decisions_section(run, digits));
    out.sections.push_back(sequence(run, digits));
    out.sections.push_back(
        {"contributions",
         "Where the variance comes from",
         1,
         {contributions_figure(run, periods - 1), shares_table(run, periods - 1)}});
    if (run.targets) out.sections.push_back(targets_section(*run.targets, run.demonstration));
    out.sections.push_back(assumptions(run));
  }
  std::vector<std::pair<std::string, std::string>> settings{
      {"LEID", fmt::format("{} × SEID", run.limit_factor)},
      {"false-alarm probability of each test", fmt::format("{}", run.choice.false_alarm)},
      {"k of Page's test", fmt::format("{}", run.choice.page_k)},
      {"probability that a loss is found", fmt::format("{}", run.decision_choice.detection)}};
  if (run.decision_choice.goal_kg)
    settings.emplace_back("goal quantity", fmt::format("{} kg", *run.decision_choice.goal_kg));
  out.sections.push_back(data_section(run.files, settings));
  return out;
}

}  // namespace accord::report
