#pragma once

#include "assessment/campaign.h"
#include "assessment/summary.h"
#include "described/words.h"

/// The words of what assessments tell apart, for every face.
namespace accord::described {

template <>
struct Words<assessment::Cause> {
  static constexpr auto last = assessment::Cause::not_decided;
  static constexpr std::string_view name = "cause",
                                    words[] = {"not entered", "no access",    "not renewed",
                                               "unreadable",  "nobody named", "open question",
                                               "not decided"};
};

template <>
struct Words<assessment::Offer::Kind> {
  static constexpr auto last = assessment::Offer::Kind::measure;
  static constexpr std::string_view name = "offer_kind", words[] = {"event", "measure"};
};

template <>
struct Words<assessment::LimitOrigin> {
  static constexpr auto last = assessment::LimitOrigin::given;
  static constexpr std::string_view name = "limit_origin",
                                    words[] = {"exact", "simulated", "given"};
};

}  // namespace accord::described
