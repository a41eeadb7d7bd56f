#pragma once

#include <string_view>

#include "assessment/campaign.h"

namespace accord::assessment {

/// The rules of a scenario with their limits, and the probabilities that formulas give.
void add_tests(const formats::Scenario& scenario, std::string_view file, unsigned threads,
               CampaignAnswer& answer);

}  // namespace accord::assessment
