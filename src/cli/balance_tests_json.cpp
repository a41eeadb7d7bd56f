#include "cli/balance_tests_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/text.h"

namespace accord::cli {

using assessment::BalanceTests;
using assessment::TestAnswer;
using balance::PeriodStatus;
using balance::SequencePeriod;
using Json = nlohmann::ordered_json;

namespace {

std::string_view word(PeriodStatus status) {
  switch (status) {
    case PeriodStatus::regular:
      return "regular";
    case PeriodStatus::predictable:
      return "predictable";
    case PeriodStatus::discrepancy:
      return "discrepancy";
  }
  return "";
}

Table periods_table(const BalanceTests& tests, int digits) {
  Table out{{"period", "CUMUF", "sigma", "ITMUF", "sigma", "SITMUF", "GEMUF", "Page"}, {}, {}};
  for (std::size_t t = 0; t < tests.sequence.size(); ++t) {
    const SequencePeriod& p = tests.sequence.periods()[t];
    std::vector<std::string> row{std::to_string(t + 1)};
    for (const double kg : {p.cumuf, p.sigma_cumuf, p.itmuf, p.sigma_itmuf})
      row.push_back(fmt::format("{:.{}f}", kg, digits));
    row.push_back(p.status == PeriodStatus::regular ? fmt::format("{:.3f}", p.sitmuf)
                                                    : std::string(word(p.status)));
    row.push_back(fmt::format("{:.3f}", p.gemuf));
    row.push_back(t < tests.page.size() ? fmt::format("{:.3f}", tests.page[t]) : "-");
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
  return out;
}

}  // namespace

std::string tests_text(const BalanceTests& tests, double false_alarm, int digits, bool colored) {
  std::string out =
      "\nThe periods as a sequence\n" + as_text(periods_table(tests, digits), colored);
  if (tests.answers.empty()) return out;
  out += fmt::format(
      "\nTests, each with false-alarm probability {} over the periods; GEMUF also answers to "
      "gains\n{}",
      false_alarm, as_text(answers_table(tests), colored));
  if (tests.constant)
    out += fmt::format("\nif the same was lost in each period: {:.{}f} ± {:.{}f} kg (k = 1)\n",
                       tests.constant->loss, digits, tests.constant->sigma, digits);
  if (tests.systematic_share > assessment::systematic_share_warning)
    out += wrap(
        "errors that all periods have in common outweigh the others: a constant loss cannot be "
        "told "
        "from them, and need not be found sooner than a false alarm comes\n",
        0, 0);
  return out;
}

Json tests_json(const BalanceTests& tests, const assessment::TestChoice& choice) {
  Json periods = Json::array();
  for (std::size_t t = 0; t < tests.sequence.size(); ++t) {
    const SequencePeriod& p = tests.sequence.periods()[t];
    const bool regular = p.status == PeriodStatus::regular;
    periods.push_back({{"period", t + 1},
                       {"cumuf_kg", p.cumuf},
                       {"sigma_cumuf_kg", p.sigma_cumuf},
                       {"itmuf_kg", p.itmuf},
                       {"sigma_itmuf_kg", p.sigma_itmuf},
                       {"sitmuf", regular ? Json(p.sitmuf) : Json()},
                       {"gemuf", p.gemuf},
                       {"degrees", p.degrees},
                       {"page", t < tests.page.size() ? Json(tests.page[t]) : Json()},
                       {"status", word(p.status)}});
  }
  Json answers = Json::array();
  for (const TestAnswer& answer : tests.answers)
    answers.push_back({{"test", answer.name},
                       {"statistic", answer.statistic},
                       {"limit", answer.limit},
                       {"alarm", answer.alarm ? Json(*answer.alarm) : Json()}});
  Json constant;
  if (tests.constant)
    constant = {{"loss_kg", tests.constant->loss}, {"sigma_kg", tests.constant->sigma}};
  return {{"false_alarm", choice.false_alarm}, {"page_k", choice.page_k},
          {"periods", std::move(periods)},     {"answers", std::move(answers)},
          {"constant_loss", constant},         {"common_share", tests.systematic_share}};
}

}  // namespace accord::cli
