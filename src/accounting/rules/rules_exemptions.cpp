#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "accounting/reports/composition.h"
#include "accounting/rules/rules.h"

/// Exemptions by quantity (INFCIRC/153, paragraph 37).
namespace accord::accounting {

namespace {

using material::EffectiveMass;
using material::Kind;
using material::Mass;

/// (a) special fissionable material, (b) natural uranium, and depleted uranium above half a per
/// cent, (c) depleted uranium up to it, (d) thorium.
enum Class : std::size_t { special, uranium, depleted, thorium };
using Totals = std::array<EffectiveMass, 4>;

struct Amount {
  Class of;
  EffectiveMass mass;
};

/// What counts of uranium in class (a): its weight times the enrichment from 20 per cent on, and
/// times five times its square below.
EffectiveMass special_uranium(Mass weight, Mass fissile) {
  if (material::is_high_enriched(fissile, weight)) return EffectiveMass::of(fissile, 1, 1);
  const auto square = EffectiveMass::of(fissile, fissile.micrograms, weight.micrograms);
  EffectiveMass out;
  for (int i = 0; i < 5; ++i) out += square;
  return out;
}

/// Uranium of an area that keeps all of it in one account belongs where its enrichment says.
Kind category(const Weight& w, std::optional<Mass> fissile, const Profile& profile) {
  if (w.kind != Kind::unified_uranium || !fissile) return w.kind;
  if (material::compare_share(*fissile, w.mass, profile.natural_high.value) > 0)
    return Kind::enriched_uranium;
  const bool natural = material::compare_share(*fissile, w.mass, profile.natural_low.value) >= 0;
  return natural ? Kind::natural_uranium : Kind::depleted_uranium;
}

std::optional<Amount> amount_of(const Report& report, const Entry& e, const Weight& w,
                                const Profile& profile) {
  if (w.mass <= Mass{}) return std::nullopt;
  const auto fissile = fissile_of(report, e, w.kind);
  if (fissile && (*fissile < Mass{} || *fissile > w.mass)) return std::nullopt;
  const EffectiveMass whole = EffectiveMass::of(w.mass, 1, 1);
  switch (category(w, fissile, profile)) {
    case Kind::plutonium:
      return Amount{special, whole};
    case Kind::enriched_uranium:
      if (!fissile) return std::nullopt;
      return Amount{special, special_uranium(w.mass, *fissile)};
    case Kind::natural_uranium:
      return Amount{uranium, whole};
    case Kind::depleted_uranium: {
      const bool above =
          fissile && material::compare_share(*fissile, w.mass, profile.depleted_share.value) > 0;
      return Amount{above ? uranium : depleted, whole};
    }
    case Kind::thorium:
      return Amount{thorium, whole};
    default:
      return std::nullopt;
  }
}

struct Step {
  const EffectiveEntry* entry = nullptr;
  bool retires = false;
};

/// Changes of exemptions of each State, by day, on one day those that end an exemption first.
std::map<std::string_view, std::vector<Step>> steps(const RuleInput& input) {
  std::map<std::string_view, std::vector<Step>> out;
  for (const EffectiveEntry& e : input.effective.entries) {
    if (e.report->header.kind != ReportKind::icr || e.entry->date == day_min) continue;
    const CodeRule* code = input.profile.find(e.entry->code);
    if (code == nullptr || (!code->retires && !code->restores)) continue;
    out[e.report->header.country].push_back({&e, code->retires});
  }
  for (auto& [country, list] : out)
    std::stable_sort(list.begin(), list.end(), [](const Step& a, const Step& b) {
      return std::tie(a.entry->entry->date, a.retires) < std::tie(b.entry->entry->date, b.retires);
    });
  return out;
}

class Exemptions {
 public:
  explicit Exemptions(const Profile& profile) : profile_(profile) {}

  void apply(const Step& step, Findings& findings) {
    const Report& report = *step.entry->source;
    const Entry& e = *step.entry->entry;
    std::array<bool, 4> touched{};
    for (std::uint32_t i = 0; i < e.weight_count; ++i) {
      const auto amount = amount_of(report, e, report.weights[e.weights + i], profile_);
      if (!amount) continue;
      touched[amount->of] = true;
      if (step.retires)
        totals_[amount->of] += amount->mass;
      else
        totals_[amount->of] -= amount->mass;
    }
    if (!step.retires) return;
    for (std::size_t i = 0; i < touched.size(); ++i)
      if (touched[i] && totals_[i].is_above(limit(i)))
        findings.add("V032", report, e, 411, totals_[i].to_fixed(4) + " kg",
                     "<= " + to_string(limit(i)) + " kg");
  }

 private:
  const Profile& profile_;
  Totals totals_{};

  [[nodiscard]] const Decimal& limit(std::size_t of) const {
    switch (of) {
      case special:
        return profile_.exempt_special.value;
      case uranium:
        return profile_.exempt_uranium.value;
      case depleted:
        return profile_.exempt_depleted.value;
      default:
        return profile_.exempt_thorium.value;
    }
  }
};

}  // namespace

void check_exemptions(const RuleInput& input, Findings& findings) {
  for (const auto& [country, list] : steps(input)) {
    Exemptions exemptions(input.profile);
    for (const Step& step : list) exemptions.apply(step, findings);
  }
}

}  // namespace accord::accounting
