#include "claims/claim_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "agreement/evaluate/corrections.h"

namespace accord::claims {

namespace {

/// Of several figures of one report: the stronger, then the later known; never the order of rows.
bool is_better(const Observation& a, const Observation& b) {
  const auto key = [](const Observation& o) {
    return std::tuple(o.head.grade, -o.head.known.number, -o.head.valid.number, o.value);
  };
  return key(a) < key(b);
}

}  // namespace

ClaimFigures::ClaimFigures(const ClaimSettings& settings, const Records& records,
                           const Units& units, Day known)
    : settings_(settings), records_(records), units_(units) {
  for (const Observation& o : records.observations) {
    const std::string& report = records.origins[o.head.origin].id;
    if (report.empty() || o.head.known > known) continue;
    const Observation*& best = reports_[report].try_emplace(o.metric, nullptr).first->second;
    if (o.relation == Relation::equal && (best == nullptr || is_better(o, *best))) best = &o;
  }
  // A claim may be about a report that was corrected since; the series goes on with the correction.
  const Corrections corrections(records);
  for (const auto& [report, metrics] : reports_)
    for (const auto& [metric, o] : metrics)
      if (o != nullptr && is_regular(report) && corrections.stands(o->head, known))
        series_[metric].push_back(o);
  for (auto& [metric, series] : series_)
    std::stable_sort(series.begin(), series.end(), [](const auto* a, const auto* b) {
      return std::tuple(a->head.valid, a->head.known) < std::tuple(b->head.valid, b->head.known);
    });
}

bool ClaimFigures::is_regular(std::string_view report) const {
  const auto& regular = settings_.regular_reports;
  return regular.empty() || std::find(regular.begin(), regular.end(), report) != regular.end();
}

bool ClaimFigures::knows(std::string_view report) const {
  return reports_.contains(report);
}

std::string ClaimFigures::plain(std::string_view unit) const {
  const auto at = settings_.plain_units.find(unit);
  return at == settings_.plain_units.end() ? std::string(unit) : at->second;
}

std::optional<Rational> ClaimFigures::factor(std::string_view from, std::string_view to) const {
  return units_.factor(plain(from), plain(to));
}

std::string ClaimFigures::label(std::string_view metric) const {
  const auto found = settings_.labels.find(metric);
  return found == settings_.labels.end() ? std::string(metric) : fmt::format("“{}”", found->second);
}

const Observation* ClaimFigures::find(std::string_view report, std::string_view metric) const {
  const auto at = reports_.find(report);
  if (at == reports_.end()) return nullptr;
  const auto found = at->second.find(metric);
  return found == at->second.end() ? nullptr : found->second;
}

std::optional<ClaimFigure> ClaimFigures::of(std::string_view report, std::string_view metric,
                                            std::string_view unit) const {
  ClaimMeaning meaning;
  meaning.metric = metric;
  return of(report, meaning, unit);
}

std::optional<ClaimFigure> ClaimFigures::of(std::string_view report, const ClaimMeaning& meaning,
                                            std::string_view unit) const {
  const Observation* whole = find(report, meaning.metric);
  if (whole == nullptr) return std::nullopt;
  ClaimFigure out;
  out.metric = meaning.metric;
  out.label = label(meaning.metric);
  out.report = report;
  out.unit = plain(unit);
  out.own_unit = plain(whole->unit);
  out.own_value = whole->value;
  out.own_digits = whole->value.scale;
  out.shown = to_string(whole->value);
  out.valid = whole->head.valid;
  out.from.push_back(whole);
  for (const std::string& metric : meaning.less) {
    const Observation* part = find(report, metric);
    if (part == nullptr || part->unit != whole->unit) return std::nullopt;
    out.own_value = out.own_value - part->value;
    out.own_digits = std::max<int>(out.own_digits, part->value.scale);
    out.shown += " − " + to_string(part->value);
    out.from.push_back(part);
  }
  if (!meaning.less.empty()) out.shown += " = " + to_fixed(out.own_value, out.own_digits);
  out.shown += " " + out.own_unit;
  const auto by = factor(out.own_unit, out.unit);
  if (!by) return std::nullopt;
  out.value = out.own_value * *by;
  return out;
}

std::optional<ClaimFigure> ClaimFigures::beside(const ClaimFigure& figure,
                                                const ClaimMeaning& meaning, int step) const {
  const auto at = series_.find(meaning.metric);
  if (at == series_.end()) return std::nullopt;
  const Observation* found = nullptr;
  for (const Observation* o : at->second) {
    if (step < 0 && o->head.valid < figure.valid) found = o;
    if (step > 0 && o->head.valid > figure.valid) {
      found = o;
      break;
    }
  }
  if (found == nullptr) return std::nullopt;
  return of(records_.origins[found->head.origin].id, meaning, figure.unit);
}

std::vector<ClaimFigure> ClaimFigures::others(const ClaimFigure& figure) const {
  std::vector<ClaimFigure> out;
  const auto at = reports_.find(figure.report);
  if (at == reports_.end()) return out;
  for (const auto& [metric, o] : at->second) {
    if (metric == figure.metric || o == nullptr) continue;
    if (auto other = of(figure.report, metric, figure.unit)) out.push_back(std::move(*other));
  }
  return out;
}

}  // namespace accord::claims
