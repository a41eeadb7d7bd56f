#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/units.h"
#include "claims/claims.h"

/// The figures that claims are compared with. Internal to the check of claims.
namespace accord::claims {

/// A figure of a report in the unit that a claim uses.
struct ClaimFigure {
  Rational value;        ///< in `unit`
  std::string unit;      ///< of the claim
  Rational own_value;    ///< as on record
  std::string own_unit;  ///< plain unit of the record: "kg"
  int own_digits = 0;    ///< after the point, of the finest figure
  std::string shown;     ///< "274.8 kg", "2105.4 − 638.8 = 1466.6 kg"
  std::string metric;
  std::string label;  ///< of the metric, in quotes when it has one
  std::string report;
  Day valid;
  std::vector<const Observation*> from;

  [[nodiscard]] bool converted() const { return unit != own_unit; }
};

class ClaimFigures {
 public:
  ClaimFigures(const ClaimSettings& settings, const Records& records, const Units& units,
               Day known);

  /// The figure of a report in a unit; nothing when the report has none or the unit is another
  /// kind.
  [[nodiscard]] std::optional<ClaimFigure> of(std::string_view report, const ClaimMeaning& meaning,
                                              std::string_view unit) const;
  [[nodiscard]] std::optional<ClaimFigure> of(std::string_view report, std::string_view metric,
                                              std::string_view unit) const;
  /// The figure of the nearest regular report before (step −1) or after (+1).
  [[nodiscard]] std::optional<ClaimFigure> beside(const ClaimFigure& figure,
                                                  const ClaimMeaning& meaning, int step) const;
  /// Every other figure of the same report that can be given in the unit, in order of metric.
  [[nodiscard]] std::vector<ClaimFigure> others(const ClaimFigure& figure) const;
  /// How many `to` one `from` is.
  [[nodiscard]] std::optional<Rational> factor(std::string_view from, std::string_view to) const;
  [[nodiscard]] std::string plain(std::string_view unit) const;
  [[nodiscard]] bool knows(std::string_view report) const;
  [[nodiscard]] std::string label(std::string_view metric) const;

 private:
  using ByMetric = std::map<std::string_view, const Observation*>;
  [[nodiscard]] const Observation* find(std::string_view report, std::string_view metric) const;
  [[nodiscard]] bool is_regular(std::string_view report) const;

  const ClaimSettings& settings_;
  const Records& records_;
  const Units& units_;
  std::map<std::string_view, ByMetric> reports_;
  std::map<std::string_view, std::vector<const Observation*>> series_;  ///< by valid, known day
};

}  // namespace accord::claims
