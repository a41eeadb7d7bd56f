#include "answers/statistics/simulate.h"

namespace accord::answers {

namespace {

/// The sums of the first alarms over the periods: no loss and test takes longer for many of them.
std::vector<double> by_period(const simulation::Tally& tally, std::size_t loss, std::size_t test) {
  std::vector<double> out;
  std::uint64_t alarms = 0;
  for (const std::uint64_t first : tally.alarms[loss][test]) {
    alarms += first;
    out.push_back(static_cast<double>(alarms) / static_cast<double>(tally.sequences));
  }
  return out;
}

SitmufMoments moments_of(const simulation::Tally& tally) {
  simulation::SitmufMoments found = simulation::sitmuf_moments(tally);
  SitmufMoments out{std::move(found.mean), {}};
  for (std::size_t t = 0; t < found.covariance.rows; ++t) {
    const auto row = found.covariance.row(t);
    out.covariance.emplace_back(row.begin(), row.end());
  }
  return out;
}

}  // namespace

SimulateAnswer simulate_answer(const formats::Scenario& scenario,
                               const assessment::PreparedCampaign& prepared,
                               const simulation::Tally& tally) {
  const std::size_t periods = prepared.campaign.factor.size();
  SimulateAnswer out{scenario.name,
                     tally.sequences,
                     prepared.campaign.seed,
                     periods,
                     prepared.sigma_muf_kg,
                     prepared.sigma_cumuf_kg,
                     prepared.common_share,
                     {},
                     {},
                     std::nullopt};
  for (const assessment::PreparedTest& test : prepared.tests)
    out.tests.push_back(
        {test.name, test.limit, test.limit_origin, test.limit_low, test.limit_high, test.parts});
  for (std::size_t loss = 0; loss < prepared.losses.size(); ++loss)
    for (const assessment::PreparedTest& test : prepared.tests) {
      const auto found = simulation::alarm_probability(tally, loss, test.index, periods - 1);
      out.results.push_back({prepared.losses[loss].name, prepared.losses[loss].total_kg, test.name,
                             test.limit, found.value, found.standard_error, test.exact[loss],
                             by_period(tally, loss, test.index)});
    }
  if (!tally.moments.empty()) out.sitmuf_moments = moments_of(tally);
  return out;
}

}  // namespace accord::answers
