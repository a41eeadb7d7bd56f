#include <optional>
#include <set>
#include <string_view>

#include "accounting/convert/convert_parts.h"
#include "accounting/reports/composition.h"
#include "accounting/reports/labels.h"
#include "material/quantities.h"

/// Code 10 to Euratom and the United Kingdom.
namespace accord::accounting::converting {

using material::Kind;
using material::Mass;
using material::MassUnit;

namespace {

/// The same letters for the same thing, and LN. TU is not here: Euratom's is the end of use.
constexpr std::pair<std::string_view, std::string_view> codes[] = {
    {"RD", "RD"}, {"RF", "RF"}, {"RN", "RN"}, {"SD", "SD"}, {"SF", "SF"},
    {"SN", "SN"}, {"TW", "TW"}, {"FW", "FW"}, {"LA", "LA"}, {"GA", "GA"},
    {"NP", "NP"}, {"DI", "DI"}, {"LN", "NL"}};

/// DDMMYYYY
std::string day_first(Day day) {
  const std::string text = compact(day);
  return text.substr(6) + text.substr(4, 2) + text.substr(0, 4);
}

/// What an entry says with these is said in the table, or is of the form alone: the country and the
/// facility stand in no line, and 447 is the batch.
constexpr Label carried[] = {1,   2,   3,   6,   10,  15,  207, 307, 309, 370, 372, 407, 411, 412,
                             430, 446, 447, 469, 470, 610, 620, 630, 640, 660, 670, 700, 800};

class ToTable {
 public:
  explicit ToTable(const Work& work) : work_(work), lost_(work, carried) {}

  void all() {
    if (is_empty_list(work_.report)) work_.out.lines.push_back(header());
    if (!is_list()) pair_rebatching();
    for (const Entry& e : work_.report.entries) take(e);
    lost_.tell();
    const std::string count = std::to_string(work_.out.lines.size());
    for (std::size_t i = 0; i < work_.out.lines.size(); ++i) {
      work_.out.lines[i].emplace_back(2, std::to_string(i + 1));
      work_.out.lines[i].emplace_back(label::line_count, count);
    }
  }

 private:
  const Work& work_;
  Lost lost_;
  std::map<const Entry*, const Entry*> previous_;  // RP to its RM
  std::set<const Entry*> paired_;

  [[nodiscard]] bool is_list() const { return work_.report.header.kind == ReportKind::pil; }

  [[nodiscard]] std::map<Kind, Mass> weights_of(const Entry& e) const {
    std::map<Kind, Mass> out;
    for (std::uint32_t i = 0; i < e.weight_count; ++i)
      out[work_.report.weights[e.weights + i].kind] = work_.report.weights[e.weights + i].mass;
    return out;
  }

  /// RM and RP of one day with the same weights, when there are no others like them.
  void pair_rebatching() {
    using Key = std::pair<Day, std::map<Kind, Mass>>;
    std::map<Key, std::pair<std::vector<const Entry*>, std::vector<const Entry*>>> found;
    for (const Entry& e : work_.report.entries) {
      if (e.status != Status::fresh) continue;
      if (e.code == code("RM")) found[{e.date, weights_of(e)}].first.push_back(&e);
      if (e.code == code("RP")) found[{e.date, weights_of(e)}].second.push_back(&e);
    }
    for (const auto& [key, sides] : found) {
      if (sides.first.size() != 1 || sides.second.size() != 1) continue;
      previous_[sides.second.front()] = sides.first.front();
      paired_.insert(sides.first.front());
    }
  }

  void take(const Entry& e) {
    if (e.kind != EntryKind::accounting) {
      (void)work_.refuse(e, 391, work_.content(e, 391), "a note has no place that was agreed");
      return;
    }
    if (e.status == Status::ignored || paired_.contains(&e)) return;
    if (is_correction(e.status)) {
      (void)work_.refuse(e, 309, work_.content(e, 309), correction_refused);
      return;
    }
    const std::string given = to_string(e.code);
    std::string code;
    if (const auto rm = previous_.find(&e); rm != previous_.end()) {
      code = "RB";
    } else if (!is_list()) {
      const auto at = std::find_if(std::begin(codes), std::end(codes),
                                   [&](const auto& c) { return c.first == given; });
      if (at == std::end(codes)) {
        (void)work_.refuse(e, 411, given);
        return;
      }
      code = at->second;
    }
    if (given.starts_with("R") && !e.shipper_batch.empty() && !(e.shipper_batch == e.batch)) {
      (void)work_.refuse(e, 447, std::string(e.shipper_batch), "a batch has the shipper's name");
      return;
    }
    const std::string material(e.description.data(), e.description.front() == 0 ? 0 : 4);
    std::string slashed;
    for (const char c : material) slashed += (slashed.empty() ? "" : "/") + std::string(1, c);
    const auto agreed = work_.facts.materials.find(slashed);
    if (agreed == work_.facts.materials.end() || agreed->second.size() != 4) {
      (void)work_.refuse(e, 430, slashed, "no material was agreed for it");
      return;
    }
    lines(e, code, agreed->second);
  }

  /// A line for each element.
  void lines(const Entry& e, const std::string& code, const std::string& material) {
    lost_.note(e);
    if (const std::string measured = work_.content(e, 469); measured.size() > 1)
      work_.tell(&e, Severity::warning, 469, measured,
                 "point and method of the measurement are not said");
    bool first = true;
    for (std::uint32_t i = 0; i < e.weight_count; ++i) {
      const Weight& w = work_.report.weights[e.weights + i];
      if (!material::facts(w.kind).element) continue;
      const auto category = category_of_weight(e, w, code);
      if (!category) {
        (void)work_.refuse(e, static_cast<Label>(w.kind),
                           "element " + work_.content(e, static_cast<Label>(w.kind)),
                           "its category is not known");
        continue;
      }
      ConvertedLine line = common(e, code, material);
      line.emplace_back(470, first ? std::to_string(e.items) : "0");
      first = false;
      line.emplace_back(label::category, std::string(1, *category));
      line.emplace_back(label::element_weight, grams(e, w.mass, code));
      add_fissile(e, w, code, line);
      work_.out.lines.push_back(std::move(line));
    }
  }

  /// By the enrichment, where the weights are a composition.
  [[nodiscard]] std::optional<char> category_of_weight(const Entry& e, const Weight& w,
                                                       const std::string& code) const {
    if (w.kind != Kind::enriched_uranium) {
      for (const Category& c : work_.to.categories)
        if (c.kind == w.kind) return c.letter.front();
      return std::nullopt;
    }
    const CodeRule* rule = code == "RB" || is_list() ? nullptr : work_.from.find(e.code);
    const auto fissile = fissile_of(work_.report, e, w.kind);
    if ((rule != nullptr && rule->differs) || !fissile || w.mass <= Mass{}) return std::nullopt;
    return material::is_high_enriched(*fissile, w.mass) ? 'H' : 'L';
  }

  std::string grams(const Entry& e, Mass mass, const std::string& code) {
    if (code == "DI") mass.micrograms = -mass.micrograms;
    constexpr int decimals = 3;
    const std::string exact = material::to_string(mass, MassUnit::gram);
    std::string rounded = material::to_fixed(mass, MassUnit::gram, decimals);
    if (mass.micrograms % 1000 != 0)
      work_.tell(&e, Severity::warning, 0, exact + " g", "rounded to " + rounded + " g");
    return rounded;
  }

  void add_fissile(const Entry& e, const Weight& element, const std::string& code,
                   ConvertedLine& line) {
    if (element.kind != Kind::enriched_uranium) return;
    const auto fissile = fissile_of(work_.report, e, element.kind);
    if (!fissile) return;
    const bool u233 = work_.report.weight(e, Kind::u233) != nullptr;
    const bool u235 = work_.report.weight(e, Kind::u235) != nullptr;
    const bool together = work_.report.weight(e, Kind::u233_u235) != nullptr || (u233 && u235);
    line.emplace_back(label::isotope, together ? "J" : u233 ? "K" : "G");
    line.emplace_back(label::fissile_weight, grams(e, *fissile, code));
  }

  /// What each line says of the whole report.
  [[nodiscard]] ConvertedLine header() const {
    const Header& h = work_.report.header;
    ConvertedLine line{{307, std::string(h.mba)},
                       {10, std::string(1, static_cast<char>(h.kind))},
                       {3, day_first(h.date)},
                       {1, std::to_string(h.number)},
                       {6, std::string(h.encoder)}};
    if (is_list()) {
      line.emplace_back(label::inventory_date, day_first(h.end));
    } else {
      line.emplace_back(15, day_first(h.begin));
      line.emplace_back(label::period_end, day_first(h.end));
    }
    return line;
  }

  [[nodiscard]] ConvertedLine common(const Entry& e, const std::string& code,
                                     const std::string& material) const {
    ConvertedLine line = header();
    const std::pair<Label, std::string> parts[] = {{446, std::string(e.batch)},
                                                   {407, work_.content(e, 407)},
                                                   {469, std::string(1, e.basis)},
                                                   {430, material.substr(0, 2)},
                                                   {label::container, material.substr(2, 1)},
                                                   {label::state, material.substr(3, 1)}};
    line.insert(line.end(), std::begin(parts), std::end(parts));
    if (is_list()) {
      line.emplace_back(label::item, std::to_string(e.number));
      return line;
    }
    line.emplace_back(label::transaction, std::to_string(e.number));
    line.emplace_back(411, code);
    line.emplace_back(412, day_first(e.date));
    const auto partner = [](const Partner& p) {
      return std::string(p.code.empty() ? p.country : p.code);
    };
    if (code == "RD" || code == "RF") line.emplace_back(370, partner(e.shipper));
    if (code == "SD" || code == "SF") line.emplace_back(372, partner(e.receiver));
    if (const auto rm = previous_.find(&e); rm != previous_.end())
      line.emplace_back(label::previous_batch, std::string(rm->second->batch));
    return line;
  }
};

}  // namespace

void to_table(const Work& work) {
  ToTable(work).all();
}

}  // namespace accord::accounting::converting
