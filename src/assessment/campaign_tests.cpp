#include "assessment/campaign_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "balance/tests/page.h"
#include "numerics/distributions.h"
#include "simulation/limits.h"

namespace accord::assessment {

namespace {

using formats::ScenarioTest;
using numerics::Cholesky;
using simulation::Campaign;
using simulation::Rule;
using Kind = ScenarioTest::Kind;

/// Limits are simulated with numbers of their own: not those the limit is then tried on.
constexpr std::uint64_t limit_seed = 0x9E3779B97F4A7C15U;

struct Made {
  Rule rule;
  PreparedTest shown;
};

Result<balance::PageTest> page_test(const ScenarioTest& test, double alpha, std::size_t periods) {
  balance::PageTest page;
  if (!test.k.empty()) page.k = test.k.front();
  page.headstart = test.headstart.value_or(0);
  if (test.limit) {
    page.h = *test.limit;
    return page;
  }
  const auto h = balance::page_threshold(periods, alpha, page.k, page.headstart);
  if (!h) return tl::make_unexpected(h.error());
  page.h = *h;
  return page;
}

/// The rule with its limit; limits without a formula are left for `simulate_limit`.
Result<Rule> rule_of(const ScenarioTest& test, const Campaign& campaign) {
  const Cholesky& factor = campaign.factor;
  const double alpha = test.false_alarm.value_or(0.05);  // a given limit replaces it
  switch (test.kind) {
    case Kind::single_period:
      return simulation::single_period_rule(factor, alpha);
    case Kind::cumuf_end:
      return simulation::cumuf_end_rule(factor, alpha);
    case Kind::cumuf_each:
      return simulation::cumuf_each_rule(factor, numerics::normal_upper_quantile(alpha));
    case Kind::gemuf:
      return simulation::gemuf_rule(factor, alpha);
    case Kind::gemuf_v5b3:
      if (factor.size() < 5)
        return fail("S013",
                    fmt::format("gemuf_v5b3 needs at least 5 periods, here are {}", factor.size()));
      return simulation::gemuf_v5b3_rule(factor, 0);
    case Kind::page:
    case Kind::page_gains: {
      const auto page = page_test(test, alpha, factor.size());
      if (!page) return tl::make_unexpected(page.error());
      return test.kind == Kind::page ? simulation::page_rule(factor, *page)
                                     : simulation::page_lower_rule(factor, *page);
    }
    case Kind::known_loss:
      for (const simulation::Loss& loss : campaign.losses)
        if (loss.name == test.loss)
          return simulation::known_loss_rule(factor, loss.per_period, alpha);
      return fail(
          "S014",
          fmt::format("“{}” stands for several losses: name one with a single total", test.loss));
    case Kind::anytime:
      return simulation::anytime_rule(factor, alpha, test.m.value_or(1));
    case Kind::pages:
    case Kind::page_two_sided:
      break;
  }
  return fail("S002", "no rule");
}

/// Of one period every test has a limit by formula.
bool needs_simulation(const ScenarioTest& test, std::size_t periods) {
  return test.false_alarm && periods > 1 &&
         (test.kind == Kind::single_period || test.kind == Kind::cumuf_each ||
          test.kind == Kind::gemuf_v5b3);
}

/// What a formula gives for a loss; nothing where only simulation does.
std::optional<double> exact(const Rule& rule, const Cholesky& factor,
                            const std::vector<double>& loss) {
  std::vector<double> means = factor.solve_lower(loss);
  const std::size_t last = means.size() - 1;
  for (std::size_t t = 0; t < last && rule.form != Rule::Form::page; ++t)
    if (rule.scale[t] != 0) return std::nullopt;  // looked at more than once
  switch (rule.form) {
    case Rule::Form::page: {
      for (double& mean : means) mean *= rule.sign;
      const auto found =
          balance::page_detection_probability({rule.k, rule.limit, rule.headstart}, means);
      return found ? std::optional(*found) : std::nullopt;
    }
    case Rule::Form::linear: {
      if (rule.two_sided) return std::nullopt;
      const auto row = rule.left.row(last);
      return numerics::normal_cdf(std::inner_product(row.begin(), row.end(), means.begin(), 0.0) -
                                  rule.limit);
    }
    case Rule::Form::squares:
      return numerics::noncentral_chi_squared_sf(
          std::max(0.0, rule.limit), static_cast<double>(means.size()),
          std::inner_product(means.begin(), means.end(), means.begin(), 0.0));
    case Rule::Form::bilinear:
      break;
  }
  return std::nullopt;
}

Result<Made> made(const ScenarioTest& test, const Campaign& campaign, unsigned threads) {
  auto rule = rule_of(test, campaign);
  if (!rule) return tl::make_unexpected(rule.error());
  Made out{std::move(*rule), {}};
  if (test.limit) out.rule.limit = *test.limit;
  out.shown.limit_origin = test.limit ? LimitOrigin::given : LimitOrigin::exact;
  if (needs_simulation(test, campaign.factor.size())) {
    const auto limit =
        simulation::simulated_limit(out.rule, campaign.factor.size(), *test.false_alarm,
                                    limit_sequences, campaign.seed ^ limit_seed, threads);
    if (!limit) return tl::make_unexpected(limit.error());
    out.rule.limit = limit->limit;
    out.shown.limit_low = limit->low;
    out.shown.limit_high = limit->high;
    out.shown.limit_origin = LimitOrigin::simulated;
  }
  out.shown.limit = out.rule.limit;
  for (const simulation::Loss& loss : campaign.losses)
    out.shown.exact.push_back(exact(out.rule, campaign.factor, loss.per_period));
  if (!test.name.empty()) out.rule.name = test.name;
  out.shown.name = out.rule.name;
  return out;
}

/// The last test has the name of an earlier one.
bool names_twice(const std::vector<PreparedTest>& tests) {
  return std::count_if(tests.begin(), tests.end(), [&](const PreparedTest& test) {
           return test.name == tests.back().name;
         }) > 1;
}

/// Losses and gains, each side with half the false-alarm probability: together at most all of it.
Result<void> add_two_sides(const ScenarioTest& test, PreparedCampaign& prepared) {
  Campaign& campaign = prepared.campaign;
  const auto page = page_test(test, test.false_alarm.value_or(0) / 2, campaign.factor.size());
  if (!page) return tl::make_unexpected(page.error());
  PreparedTest shown;
  shown.name = test.name.empty() ? "Page, losses and gains" : test.name;
  shown.limit = page->h;
  shown.limit_origin = test.limit ? LimitOrigin::given : LimitOrigin::exact;
  shown.exact.resize(campaign.losses.size());
  campaign.combinations.push_back({shown.name, {campaign.rules.size(), campaign.rules.size() + 1}});
  for (auto rule : {simulation::page_rule(campaign.factor, *page),
                    simulation::page_lower_rule(campaign.factor, *page)}) {
    if (!rule) return tl::make_unexpected(rule.error());
    campaign.rules.push_back(std::move(*rule));
  }
  prepared.tests.push_back(std::move(shown));
  return {};
}

Result<void> add_pages(const ScenarioTest& test, unsigned threads, PreparedCampaign& prepared) {
  Campaign& campaign = prepared.campaign;
  const auto joint =
      simulation::joint_page_limits(campaign.factor, test.k, *test.false_alarm, limit_sequences,
                                    campaign.seed ^ limit_seed, threads);
  if (!joint) return tl::make_unexpected(joint.error());
  PreparedTest shown;
  shown.name = test.name.empty() ? "Page tests together" : test.name;
  shown.limit_origin = LimitOrigin::simulated;
  simulation::Combination combination{shown.name, {}};
  for (std::size_t i = 0; i < test.k.size(); ++i) {
    combination.rules.push_back(campaign.rules.size());
    campaign.rules.push_back(*simulation::page_rule(campaign.factor, {test.k[i], joint->h[i], 0}));
    shown.parts.push_back(fmt::format("Page k = {}, h = {:.4f} ({:.4f} to {:.4f})", test.k[i],
                                      joint->h[i], joint->h_low[i], joint->h_high[i]));
  }
  shown.exact.resize(campaign.losses.size());
  campaign.combinations.push_back(std::move(combination));
  prepared.tests.push_back(std::move(shown));
  return {};
}

}  // namespace

Problem placed(const Error& error, std::string_view file, Place place) {
  // “k: k is −1” says it twice.
  const bool named = error.where.empty() || error.message.find(error.where) != std::string::npos;
  return {Severity::error,
          error.code,
          named ? error.message : error.where + ": " + error.message,
          error.remedy,
          std::string(file),
          place};
}

void add_tests(const formats::Scenario& scenario, std::string_view file, unsigned threads,
               CampaignAnswer& answer) {
  PreparedCampaign& prepared = answer.prepared;
  std::vector<std::size_t> combined;  // places in prepared.tests of combinations
  const bool losses_whole = !has_errors(answer.problems);
  for (const ScenarioTest& test : scenario.tests) {
    if (test.kind == Kind::known_loss && !losses_whole) continue;  // it may be one of the faulty
    std::optional<Error> error;
    if (test.kind == Kind::pages || test.kind == Kind::page_two_sided) {
      combined.push_back(prepared.tests.size());
      auto added = test.kind == Kind::pages ? add_pages(test, threads, prepared)
                                            : add_two_sides(test, prepared);
      if (!added) error = added.error();
    } else if (auto one = made(test, prepared.campaign, threads)) {
      one->shown.index = prepared.campaign.rules.size();
      prepared.campaign.rules.push_back(std::move(one->rule));
      prepared.tests.push_back(std::move(one->shown));
    } else {
      error = one.error();
    }
    if (!error && names_twice(prepared.tests))
      error = Error{"S012",
                    fmt::format("two tests are named “{}”", prepared.tests.back().name),
                    {},
                    "give each a name"};
    if (error) answer.problems.push_back(placed(*error, file, test.place));
  }
  // Combinations are counted behind the rules, whose number is known only now.
  if (!has_errors(answer.problems))
    for (std::size_t i = 0; i < combined.size(); ++i)
      prepared.tests[combined[i]].index = prepared.campaign.rules.size() + i;
}

}  // namespace accord::assessment
