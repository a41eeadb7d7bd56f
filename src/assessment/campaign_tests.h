#pragma once

#include <string_view>

#include "assessment/campaign.h"

namespace accord::assessment {

/// An error of a calculation, at the place of the scenario that asked for it.
[[nodiscard]] Problem placed(const Error& error, std::string_view file, Place place);

/// The rules of a scenario with their limits, and the probabilities that formulas give.
void add_tests(const formats::Scenario& scenario, std::string_view file, unsigned threads,
               CampaignAnswer& answer);

}  // namespace accord::assessment
