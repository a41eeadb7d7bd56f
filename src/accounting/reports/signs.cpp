#include "accounting/reports/signs.h"

#include <algorithm>

namespace accord::accounting {

using material::Kind;

char category_of(Kind kind) {
  switch (kind) {
    case Kind::natural_uranium:
    case Kind::fissile_natural:
      return 'N';
    case Kind::depleted_uranium:
    case Kind::fissile_depleted:
      return 'D';
    case Kind::enriched_uranium:
    case Kind::u233:
    case Kind::u234:
    case Kind::u233_u235:
    case Kind::u235:
    case Kind::u236:
    case Kind::u238:
      return 'E';
    default:
      return 0;
  }
}

bool Signs::is_category_change(Code code) const {
  return std::find(changes_.begin(), changes_.end(), code) != changes_.end();
}

bool Signs::is_change(Code code) const {
  return is_category_change(code) ||
         std::any_of(signs_.begin(), signs_.end(), [&](const auto& s) { return s.first == code; });
}

bool Signs::moves(Code code) const {
  return is_category_change(code) || std::any_of(signs_.begin(), signs_.end(), [&](const auto& s) {
           return s.first == code && s.second != 0;
         });
}

bool Signs::goes_either_way(Code code) const {
  return std::find(either_.begin(), either_.end(), code) != either_.end();
}

int Signs::of(Code code, Kind kind) const {
  for (const auto& [known, sign] : signs_)
    if (known == code) return sign;
  if (!is_category_change(code)) return 0;
  const auto category = static_cast<unsigned char>(category_of(kind));
  if (category == 0) return 0;
  return category == (code & 0xFFU) ? 1 : category == (code >> 8U & 0xFFU) ? -1 : 0;
}

}  // namespace accord::accounting
