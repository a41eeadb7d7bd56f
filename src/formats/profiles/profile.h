#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounting/reports/profile.h"
#include "base/result.h"

/// Profiles of reporting from their data files.
namespace accord::formats {

/// Reads a profile; `file` names it in messages.
/// @error W003 to W007, W013 to W016, as in accord.toml — the first one, with its place.
[[nodiscard]] Result<accounting::Profile> read_profile(std::string_view text,
                                                       std::string_view file);

/// A profile that comes with the program; null when there is none of this name.
[[nodiscard]] const accounting::Profile* find_profile(std::string_view id);
/// Their ids, in their order.
[[nodiscard]] std::vector<std::string_view> profile_ids();
/// Their names, for messages: "a, b".
[[nodiscard]] std::string profile_names();
/// Of those whose reports are tables.
[[nodiscard]] std::string table_profile_names();

/// The IAEA's Code 10, labelled form of 2 November 2011.
[[nodiscard]] const accounting::Profile& code10_profile();

}  // namespace accord::formats
