#include "assessment/campaign.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "assessment/balance_tests.h"
#include "assessment/campaign_tests.h"
#include "balance/tests/best_test.h"
#include "balance/tests/sequential.h"
#include "base/english.h"

namespace accord::assessment {

namespace {

using formats::Scenario;
using formats::ScenarioLoss;

constexpr double counts_max = 2e6;   // 8 bytes each, for each of 64 threads
constexpr double weights_max = 2e8;  // 8 bytes each

void report(std::vector<Problem>& problems, std::string_view file, const Error& error,
            Place place) {
  problems.push_back(placed(error, file, place));
}

/// The losses of one entry: one, or one for each total.
Result<std::vector<simulation::Loss>> losses_of(const ScenarioLoss& loss,
                                                const numerics::Cholesky& factor) {
  const std::size_t periods = factor.size();
  if (loss.pattern == ScenarioLoss::Pattern::given) {
    if (loss.per_period_kg.size() != periods)
      return fail("S013", fmt::format("per_period_kg has {}; the balance has {}",
                                      counted(loss.per_period_kg.size(), "number"),
                                      counted(periods, "period")));
    return std::vector<simulation::Loss>{{loss.name, loss.per_period_kg}};
  }
  const std::size_t first = loss.first == 0 ? 1 : static_cast<std::size_t>(loss.first);
  const std::size_t last = loss.last == 0 ? periods : static_cast<std::size_t>(loss.last);
  if (first > last || last > periods)
    return fail("S013", fmt::format("periods {} to {} of a balance with {}", first, last,
                                    counted(periods, "period")));
  std::vector<simulation::Loss> losses;
  for (const double total : loss.totals_kg) {
    simulation::Loss one{
        loss.totals_kg.size() == 1 ? loss.name : fmt::format("{} {} kg", loss.name, total),
        std::vector<double>(periods)};
    if (loss.pattern == ScenarioLoss::Pattern::worst && total > 0) {
      auto worst = balance::worst_pattern(factor, total, 0.05);
      if (!worst) return tl::make_unexpected(worst.error());
      one.per_period = std::move(worst->loss);
    } else {
      for (std::size_t t = first; t <= last; ++t)
        one.per_period[t - 1] = total / static_cast<double>(last - first + 1);
    }
    losses.push_back(std::move(one));
  }
  return losses;
}

void add_loss(simulation::Loss loss, std::size_t entry, PreparedCampaign& prepared) {
  const double total = std::accumulate(loss.per_period.begin(), loss.per_period.end(), 0.0);
  prepared.losses.push_back({loss.name, total, entry});
  prepared.campaign.losses.push_back(std::move(loss));
}

void add_losses(const Scenario& scenario, std::string_view file, CampaignAnswer& answer) {
  PreparedCampaign& prepared = answer.prepared;
  add_loss({std::string(formats::scenario_no_loss),
            std::vector<double>(prepared.campaign.factor.size())},
           0, prepared);
  for (std::size_t i = 0; i < scenario.losses.size(); ++i) {
    auto made = losses_of(scenario.losses[i], prepared.campaign.factor);
    if (!made) {
      report(answer.problems, file, made.error(), scenario.losses[i].place);
      continue;
    }
    for (simulation::Loss& one : *made) {
      if (std::any_of(prepared.losses.begin(), prepared.losses.end(),
                      [&](const PreparedLoss& other) { return other.name == one.name; }))
        report(answer.problems, file,
               Error{"S012",
                     fmt::format("two losses are named “{}”", one.name),
                     {},
                     "give each a name, or each total once"},
               scenario.losses[i].place);
      add_loss(std::move(one), i + 1, prepared);
    }
  }
}

/// Every alarm is counted by loss, test and period, and most tests have a matrix of their own: what
/// a few lines can ask for is more than there is memory for.
std::optional<Error> size_fault(const Scenario& scenario, std::size_t periods) {
  std::size_t losses = 1;
  for (const ScenarioLoss& loss : scenario.losses)
    losses += std::max<std::size_t>(loss.totals_kg.size(), 1);
  std::size_t tests = 0;
  for (const formats::ScenarioTest& test : scenario.tests)
    tests += test.kind == formats::ScenarioTest::Kind::page_two_sided
                 ? 2  // a rule for each side
                 : std::max<std::size_t>(test.k.size(), 1);
  const double counts = static_cast<double>(losses * periods) * static_cast<double>(tests);
  if (counts > counts_max)
    return Error{"S009",
                 fmt::format("{}, {} and {} make {:.0f} counts; at most {:.0f} are kept",
                             counted(losses, "loss", "losses"), counted(tests, "test"),
                             counted(periods, "period"), counts, counts_max),
                 {},
                 "simulate fewer losses or tests at a time"};
  const double weights = static_cast<double>(periods * periods) * static_cast<double>(tests);
  if (weights > weights_max)
    return Error{
        "S009",
        fmt::format("{} of {} need {:.0f} weights; at most {:.0f} are kept", counted(tests, "test"),
                    counted(periods, "period"), weights, weights_max),
        {},
        "simulate fewer tests at a time"};
  return std::nullopt;
}

}  // namespace

std::optional<numerics::Matrix> stated_covariance(const formats::ScenarioBalance& balance) {
  if (balance.covariance_kg2) return balance.covariance_kg2;
  if (!balance.structure) return std::nullopt;
  const auto& s = *balance.structure;
  const auto periods = static_cast<std::size_t>(s.periods);
  numerics::Matrix sigma(periods, periods);
  for (std::size_t t = 0; t < periods; ++t)
    for (std::size_t u = 0; u < periods; ++u)
      sigma(t, u) = s.systematic_kg2 + (t == u ? s.flow_kg2 + 2 * s.inventory_kg2 : 0) -
                    (t + 1 == u || u + 1 == t ? s.inventory_kg2 : 0);
  return sigma;
}

CampaignAnswer prepare_campaign(const Scenario& scenario, const numerics::Matrix& covariance,
                                std::string_view file, unsigned threads) {
  CampaignAnswer answer;
  PreparedCampaign& prepared = answer.prepared;
  const std::vector<double> none(covariance.rows);
  auto sequence = balance::sequence(none, covariance);
  if (!sequence) {
    report(answer.problems, file, sequence.error(), scenario.balance.place);
    return answer;
  }
  prepared.campaign.factor = sequence->factor();
  prepared.campaign.seed = scenario.seed;
  if (const auto period = balance::first_determined(prepared.campaign.factor)) {
    report(answer.problems, file,
           Error{"S006",
                 fmt::format("MUF of period {} has no variance of its own: the earlier "
                             "periods determine it, or nothing was measured",
                             *period + 1),
                 {},
                 "merge the period with another, or add the missing measurement errors"},
           scenario.balance.place);
    return answer;
  }
  if (const auto fault = size_fault(scenario, covariance.rows)) {
    report(answer.problems, file, *fault, scenario.balance.place);
    return answer;
  }
  for (const balance::SequencePeriod& period : sequence->periods())
    prepared.sigma_muf_kg.push_back(period.sigma_muf);
  if (const auto& s = scenario.balance.structure; s && covariance.rows > 1) {
    double variance = 0;
    for (const balance::SequencePeriod& p : sequence->periods())
      variance += p.sigma_muf * p.sigma_muf;
    prepared.common_share = s->systematic_kg2 * static_cast<double>(covariance.rows) / variance;
  }
  prepared.sigma_cumuf_kg = sequence->periods().back().sigma_cumuf;
  add_losses(scenario, file, answer);
  add_tests(scenario, file, threads, answer);
  return answer;
}

}  // namespace accord::assessment
