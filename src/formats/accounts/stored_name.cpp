#include "formats/accounts/stored_name.h"

#include <fmt/format.h>

namespace accord::formats {

namespace {

bool is_plain(char c) {
  return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
}

/// One "_" for each character, also for one of several bytes.
std::string safe(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool goes_on = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (out.size() == area_length_max) break;
    if (!goes_on) out += is_plain(c) ? c : '_';
  }
  return out;
}

}  // namespace

std::string stored_name(const accounting::Header& h, accounting::Form form,
                        const std::set<std::string>& taken) {
  const std::string stem =
      fmt::format("{}-{:04}-{}", safe(h.mba), h.number, static_cast<char>(h.kind));
  const char* const ending = form == accounting::Form::table ? ".csv" : ".txt";
  std::string name = stem + ending;
  for (int n = 2; taken.contains(name); ++n) name = fmt::format("{}_{}{}", stem, n, ending);
  return name;
}

}  // namespace accord::formats
