#include "accounting/reports/tables.h"

#include <algorithm>
#include <tuple>

#include "base/contract.h"

namespace accord::accounting {

namespace {

std::tuple<std::string_view, std::string_view, bool> key(const Notice& n) {
  return {n.mba, n.batch, n.inward};
}
std::tuple<std::string_view, std::string_view, Code> key(const SpecialReport& r) {
  return {r.mba, r.batch, r.kind};
}
template <class Row>
auto key_of_sigma(const Row& row) {
  return std::tuple<std::string_view, material::Kind>(row.mba, row.kind);
}

template <class Row, class Key>
bool has(const std::vector<Row>& rows, const Key& wanted) {
  const auto at = std::lower_bound(rows.begin(), rows.end(), wanted,
                                   [](const Row& row, const Key& k) { return key(row) < k; });
  return at != rows.end() && key(*at) == wanted;
}

template <class Row, class KeyOf>
void sort_by(std::vector<Row>& rows, KeyOf key_of) {
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const Row& a, const Row& b) { return key_of(a) < key_of(b); });
}

}  // namespace

const AreaFacts* StateTables::area(std::string_view mba) const {
  const auto at =
      std::lower_bound(areas.begin(), areas.end(), mba,
                       [](const AreaFacts& a, std::string_view name) { return a.mba < name; });
  return at != areas.end() && at->mba == mba ? &*at : nullptr;
}

bool StateTables::has_notice(bool inward, std::string_view mba, std::string_view batch) const {
  ACCORD_EXPECT(notices.has_value());
  return has(*notices, std::tuple(mba, batch, inward));
}

bool StateTables::has_special_report(std::string_view mba, std::string_view batch,
                                     Code kind) const {
  ACCORD_EXPECT(special_reports.has_value());
  return has(*special_reports, std::tuple(mba, batch, kind));
}

void StateTables::sort() {
  std::sort(holidays.begin(), holidays.end());
  sort_by(areas, [](const AreaFacts& a) { return std::string_view(a.mba); });
  for (AreaFacts& area : areas) std::sort(area.inventories.begin(), area.inventories.end());
  if (notices) sort_by(*notices, [](const Notice& n) { return key(n); });
  if (special_reports) sort_by(*special_reports, [](const SpecialReport& r) { return key(r); });
  sort_by(muf, key_of_sigma<MufUncertainty>);
  sort_by(transfers, key_of_sigma<TransferWeights>);
}

}  // namespace accord::accounting
