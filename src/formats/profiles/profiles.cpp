#include "formats/profiles.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/contract.h"
#include "formats/profiles/profile.h"

/// The profiles that come with the program.
namespace accord::formats {

namespace {

using accounting::Profile;

constexpr std::pair<std::string_view, std::string_view> texts[] = {
    {"iaea-code10-labelled-2011", profiles::iaea_code10_labelled_2011_toml},
    {"euratom-302-2005", profiles::euratom_302_2005_toml},
    {"uk-nsr-2019", profiles::uk_nsr_2019_toml},
    {"euratom-2025-974", profiles::euratom_2025_974_toml},
    {"canada-regdoc-2.13.1", profiles::canada_regdoc_2_13_1_toml}};
constexpr std::size_t count = std::size(texts);

Profile read_own(std::size_t i) {
  auto read = read_profile(texts[i].second, std::string(texts[i].first) + ".toml");
  ACCORD_EXPECT(read.has_value());
  return std::move(*read);
}

/// Each is read when it is first asked for; one that is like another asks for that one.
template <std::size_t I>
const Profile& own() {
  static const Profile profile = read_own(I);
  return profile;
}

}  // namespace

const Profile* find_profile(std::string_view id) {
  constexpr std::array<const Profile& (*)(), count> readers{own<0>, own<1>, own<2>, own<3>, own<4>};
  for (std::size_t i = 0; i < count; ++i)
    if (texts[i].first == id) return &readers[i]();
  return nullptr;
}

const Profile& code10_profile() {
  return own<0>();
}

std::vector<std::string_view> profile_ids() {
  std::vector<std::string_view> out;
  for (const auto& [id, text] : texts) out.push_back(id);
  return out;
}

std::string profile_names() {
  std::string out;
  for (const auto& [id, text] : texts) out += (out.empty() ? "" : ", ") + std::string(id);
  return out;
}

std::string table_profile_names() {
  std::string out;
  for (const auto& [id, text] : texts)
    if (find_profile(id)->form == accounting::Form::table)
      out += (out.empty() ? "" : ", ") + std::string(id);
  return out;
}

}  // namespace accord::formats
