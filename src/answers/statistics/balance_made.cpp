#include <fmt/format.h>

#include <algorithm>

#include "answers/statistics/balance.h"
#include "assessment/study.h"
#include "assessment/targets.h"
#include "balance/muf/common_share.h"
#include "balance/tests/page.h"
#include "base/codes/parameter.h"
#include "formats/profiles/criteria.h"

namespace accord::answers {

namespace {

/// What is wrong with Page's test is wrong with the numbers that were asked with.
Error about_page(const Error& error, const BalanceQuestion& asked) {
  const bool is_started = asked.page_headstart > 0;
  const std::string k = fmt::format("{} {}", parameter("page_k"), asked.page_k);
  const std::string headstart =
      fmt::format("{} {}", parameter("page_headstart"), asked.page_headstart);
  const std::string false_alarm = fmt::format("{} {}", parameter("false_alarm"), asked.false_alarm);
  if (error.code == "B105")
    return {"U004",
            is_started
                ? fmt::format("{} with {}: no limit makes the probability of a false alarm as "
                              "large as {}",
                              k, headstart, false_alarm)
                : fmt::format("{} is too large: whatever the limit, the probability of a false "
                              "alarm stays below {}",
                              k, false_alarm),
            {},
            is_started ? fmt::format("take a smaller {} or {}", parameter("page_headstart"),
                                     parameter("page_k"))
                       : fmt::format("take a smaller {}; 0.5 is usual", parameter("page_k"))};
  const bool is_limit =
      error.where == "h" || error.where == "headstart" || error.where == "periods";
  if (!is_limit || (error.code != "B107" && error.code != "B102")) return error;
  if (is_started)
    return {"U004",
            fmt::format("{} is too large: Page's statistic would begin at its limit, or need one "
                        "above {}",
                        headstart, balance::page_h_max),
            {},
            "take a smaller one; half of the limit is usual"};
  return {"U004",
          fmt::format("{} is too small for {}: Page's test would need a limit above {}", k,
                      false_alarm, balance::page_h_max),
          {},
          fmt::format("take a larger {} or {}", parameter("page_k"), parameter("false_alarm"))};
}

assessment::MeasuredBalance balance_of(const Measured& measured, const BalanceQuestion& asked) {
  const balance::Options options{asked.limit_factor};
  if (!measured.study.empty())
    return assessment::study_balance(measured.named(measured.study), measured.texts, options);
  return assessment::measured_balance(measured.named(measured.items),
                                      measured.named(measured.methods), options, measured.mass);
}

void take(std::vector<Problem>& problems, const std::vector<Problem>& more) {
  problems.insert(problems.end(), more.begin(), more.end());
}

/// Criteria and target values, with what is wrong with their files.
void read_comparisons(const Measured& measured, const BalanceQuestion& asked, MadeBalance& out) {
  if (measured.criteria) {
    const assessment::NamedText text = measured.named(*measured.criteria);
    formats::ReadCriteria read = formats::read_criteria(text.bytes, text.file);
    out.criteria = std::move(read.criteria);
    take(out.problems, read.problems);
  }
  if (!measured.targets) return;
  // The reader of the balance has reported what is wrong with the table of methods.
  assessment::ReadTargets read = assessment::target_report(
      measured.named(measured.methods), measured.named(*measured.targets),
      asked.demonstration ? measurement::Purpose::demonstration : measurement::Purpose::evaluation);
  out.targets = std::move(read.report);
  take(out.problems, read.problems);
}

}  // namespace

bool MadeBalance::has_item_discrepancy() const {
  return std::any_of(balance.periods.begin(), balance.periods.end(),
                     [](const balance::PeriodBalance& p) {
                       return p.status == balance::Status::item_discrepancy;
                     });
}

bool MadeBalance::is_doubted() const {
  return has_item_discrepancy() || !tests.adds_up() || tests.alarmed() || decisions.exceeded();
}

Answered<MadeBalance> made_balance(const Measured& measured, const BalanceQuestion& asked) {
  if (asked.demonstration && !measured.targets)
    return refused({"U004",
                    fmt::format("{}: no target values are used here", parameter("demonstration")),
                    {},
                    fmt::format("add {} FILE", parameter("targets"))});
  MadeBalance out;
  out.choice = {asked.false_alarm, asked.page_k, asked.page_headstart, asked.two_sided};
  out.decision_choice = {asked.false_alarm, asked.detection, asked.goal_kg};
  assessment::MeasuredBalance read = balance_of(measured, asked);
  out.problems = std::move(read.problems);
  read_comparisons(measured, asked, out);
  if (!read.balance || has_errors(out.problems))
    return tl::make_unexpected(Refusal{std::move(out.problems), measured.texts});
  out.balance = std::move(*read.balance);
  auto tests = assessment::balance_tests(out.balance.muf.muf_kg, out.balance.muf.covariance_kg2,
                                         out.choice, balance::common_share(out.balance.muf));
  if (!tests) return refused(about_page(tests.error(), asked));
  out.tests = std::move(*tests);
  auto decisions = balance::decide(out.balance, out.decision_choice, out.criteria);
  if (!decisions) return refused(about_page(decisions.error(), asked));
  out.decisions = std::move(*decisions);
  return out;
}

}  // namespace accord::answers
