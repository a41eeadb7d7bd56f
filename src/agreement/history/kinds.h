#pragma once

#include "agreement/history/timeline.h"
#include "described/words.h"

/// The words of what histories tell apart, for every face.
namespace accord::described {

template <>
struct Words<agreement::TimelineEntry::Kind> {
  static constexpr auto last = agreement::TimelineEntry::Kind::period;
  static constexpr std::string_view name = "timeline_kind",
                                    words[] = {"event", "declaration", "state", "period"};
};

template <>
struct Words<agreement::Episode::Kind> {
  static constexpr auto last = agreement::Episode::Kind::not_held;
  static constexpr std::string_view name = "episode_kind",
                                    words[] = {"beyond", "below", "seen", "not held"};
};

}  // namespace accord::described
