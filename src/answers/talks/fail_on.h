#pragma once

#include "described/described.h"

namespace accord::answers {

/// Which answers are a no for scripts.
enum class ZoneFailOn : std::uint8_t { possible, excluded };

}  // namespace accord::answers

namespace accord::described {

template <>
struct Words<answers::ZoneFailOn> {
  static constexpr auto last = answers::ZoneFailOn::excluded;
  static constexpr std::string_view name = "zone_fail_on", words[] = {"possible", "excluded"};
};

}  // namespace accord::described
