#include "agreement/evaluate/corrections.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace accord::agreement {

Corrections::Corrections(const std::vector<Origin>& origins) {
  const auto corrects = [](const Origin& origin) { return !origin.replaces.empty(); };
  if (std::none_of(origins.begin(), origins.end(), corrects)) return;
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> rows;
  row_.resize(origins.size());
  std::iota(row_.begin(), row_.end(), 0U);
  for (std::uint32_t i = 0; i < origins.size(); ++i)
    if (!origins[i].id.empty())
      row_[i] = rows.try_emplace({origins[i].file, origins[i].id}, i).first->second;
  corrects_ = row_;
  replaced_.resize(origins.size(), never);
  for (std::uint32_t i = 0; i < origins.size(); ++i)
    if (corrects(origins[i]))
      if (const auto row = rows.find({origins[i].file, origins[i].replaces}); row != rows.end())
        corrects_[row_[i]] = row->second;
}

void Corrections::note(const Header& head) {
  const std::uint32_t row = row_[head.origin], corrected = corrects_[row];
  if (corrected != row) replaced_[corrected] = std::min(replaced_[corrected], head.known);
}

}  // namespace accord::agreement
