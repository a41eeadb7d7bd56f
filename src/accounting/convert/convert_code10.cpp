#include <optional>
#include <string_view>
#include <tuple>

#include "accounting/convert/convert_parts.h"
#include "accounting/reports/labels.h"

/// Euratom and the United Kingdom to Code 10.
namespace accord::accounting::converting {

using material::Kind;
using material::Mass;
using material::MassSum;

namespace {

constexpr std::pair<std::string_view, std::string_view> renamed[] = {
    {"NL", "LN"}, {"TC", "LD"}, {"TE", "LD"}};
/// The same letters for the same thing. TU is not here: Euratom's is the end of use.
constexpr std::string_view same[] = {"RD", "RF", "RN", "SD", "SF", "SN",
                                     "TW", "FW", "LA", "GA", "NP", "DI"};
/// What an entry says with these is said, or worked out, in the labelled form. Check values are
/// those of the line as it was.
constexpr Label carried[] = {1,   2,   3,   6,   10,  15,  307, 309, 370, 372, 407, 411, 412,
                             430, 446, 469, 470, 610, 620, 630, 640, 660, 670, 700, 800};
constexpr Label carried_of_tables[] = {
    label::line_count, label::period_end,        label::transaction,    label::container,
    label::state,      label::previous_batch,    label::inventory_date, label::category,
    label::isotope,    label::previous_category, label::previous_check, label::check_value,
    label::item};
constexpr std::pair<char, char> bases[] = {{'E', 'M'}, {'F', 'N'}, {'G', 'T'}, {'H', 'L'}};

char letter_of(char category) {
  return category == 'H' || category == 'L' ? 'E' : category;
}

/// One entry of Code 10 while lines are put together.
struct Draft {
  std::string code;
  const Entry* entry = nullptr;  ///< the first of its lines
  std::string batch, material, basis;
  std::uint32_t items = 0;
  std::map<Kind, MassSum> weights;
};

class ToCode10 {
 public:
  explicit ToCode10(const Work& work) : work_(work), lost_(work, carried, carried_of_tables) {}

  void all() {
    if (is_empty_list(work_.report)) work_.out.lines.push_back(header("U"));
    for (const Entry& e : work_.report.entries) take(e);
    for (const Draft& draft : drafts_) write(draft);
    lost_.tell();
    const std::string total = std::to_string(work_.out.lines.size());
    for (std::size_t i = 0; i < work_.out.lines.size(); ++i)
      for (auto& [label, content] : work_.out.lines[i])
        if (label == 2) content = std::to_string(i + 1) + (i == 0 ? "/" + total : "");
  }

 private:
  /// What the lines of one entry have in common: code, batch, material, basis, day, transaction,
  /// measurement point, partner.
  using Key = std::tuple<std::string, std::string, std::string, char, Day, std::string, std::string,
                         std::string>;
  const Work& work_;
  Lost lost_;
  std::vector<Draft> drafts_;
  std::map<Key, std::size_t> places_;  // in drafts_

  [[nodiscard]] bool is_list() const { return work_.report.header.kind == ReportKind::pil; }

  void take(const Entry& e) {
    if (is_correction(e.status)) {
      (void)work_.refuse(e, 309, work_.content(e, 309), correction_refused);
      return;
    }
    // Code 10 has no statement of the book among changes.
    if (e.status != Status::fresh || e.code == code("BA")) return;
    const std::string given = to_string(e.code);
    const CodeRule* rule = work_.from.find(e.code);
    if (!is_list() && rule == nullptr) return;  // the reader has found fault with it
    const bool rebatches = rule != nullptr && rule->group == Group::rebatching;
    if (rebatches) {
      lost_.note(e);
      add(e, "RM", work_.content(e, label::previous_batch), true);
      add(e, "RP", std::string(e.batch), false);
      return;
    }
    const auto code = is_list() ? std::optional<std::string>("") : code_of(e, *rule, given);
    if (!code) {
      (void)work_.refuse(e, 411, given);
      return;
    }
    // From high to low enriched uranium, or back: both are E. The code of an entry of a list says
    // nothing.
    const bool changes = rule != nullptr && rule->group == Group::category_change && !is_list();
    if (changes && code->at(0) == code->at(1)) return;
    lost_.note(e);
    add(e, *code, std::string(e.batch), false);
  }

  static std::optional<std::string> code_of(const Entry& e, const CodeRule& rule,
                                            const std::string& given) {
    if (rule.group == Group::category_change) {
      const char old = letter_of(e.previous.category), now = letter_of(e.account.category);
      const std::string_view known = "END";
      if (known.find(old) == std::string_view::npos || known.find(now) == std::string_view::npos)
        return std::nullopt;
      return std::string{old, now};
    }
    for (const auto& [from, to] : renamed)
      if (from == given) return std::string(to);
    const bool is_same = std::find(std::begin(same), std::end(same), given) != std::end(same);
    return is_same ? std::optional(given) : std::nullopt;
  }

  /// To an entry of the same movement, or as a new one.
  void add(const Entry& e, const std::string& code, std::string batch, bool previous) {
    const std::string material =
        work_.content(e, 430) + work_.content(e, label::container) + work_.content(e, label::state);
    const Key key{code,
                  batch,
                  material,
                  e.basis,
                  e.date,
                  work_.content(e, label::transaction),
                  work_.content(e, 407),
                  std::string(e.shipper.code) + std::string(e.receiver.code)};
    const auto [place, fresh] = places_.try_emplace(key, drafts_.size());
    if (fresh) drafts_.push_back({code, &e, std::move(batch), material, basis(e), 0, {}});
    Draft* const draft = &drafts_[place->second];
    draft->items += e.items;
    const bool both = work_.from.find(e.code) != nullptr &&
                      work_.from.find(e.code)->group == Group::category_change;
    for (std::uint32_t i = 0; i < e.weight_count; ++i) {
      const Weight& w = work_.report.weights[e.weights + i];
      if (w.previous != previous && !both) continue;
      const bool turned = w.previous || code == "DI";
      draft->weights[w.kind] += turned ? -MassSum(w.mass) : MassSum(w.mass);
    }
  }

  std::string basis(const Entry& e) {
    for (const auto& [estimated, measured] : bases) {
      if (estimated != e.basis) continue;
      work_.tell(&e, Severity::warning, 469, std::string(1, e.basis),
                 "estimated is not told apart");
      return std::string(1, measured);
    }
    return e.basis == 0 ? std::string() : std::string(1, e.basis);
  }

  /// What each entry says of the whole report.
  [[nodiscard]] ConvertedLine header(const char* status) const {
    const Header& h = work_.report.header;
    return {{1, "OI/" + work_.facts.country + ";" + std::to_string(h.number)},
            {2, ""},
            {3, compact(h.date)},
            {6, std::string(h.encoder)},
            {10, std::string(1, static_cast<char>(h.kind))},
            {15, is_list() ? compact(h.end) : compact(h.begin) + "/" + compact(h.end)},
            {207, work_.facts.facility},
            {307, std::string(h.mba)},
            {309, status}};
  }

  void write(const Draft& d) {
    const Entry& e = *d.entry;
    const auto material = work_.facts.materials.find(d.material);
    if (material == work_.facts.materials.end()) {
      (void)work_.refuse(e, 430, d.material, "no material was agreed for it");
      return;
    }
    if (!has_country(d)) return;
    ConvertedLine line = header("N");
    if (!is_list()) partners(d, line);
    line.emplace_back(407, work_.content(e, 407));
    if (!is_list()) {
      line.emplace_back(411, d.code);
      line.emplace_back(412, compact(e.date));
    }
    line.emplace_back(430, material->second);
    line.emplace_back(446, d.batch);
    // A receipt has the batch name of the shipper.
    if (d.code == "RD" || d.code == "RF") line.emplace_back(447, d.batch);
    line.emplace_back(469, d.basis);
    line.emplace_back(470, std::to_string(d.items));
    for (const auto& [kind, mass] : d.weights) {
      const material::MassUnit unit = material::facts(kind).unit;
      line.emplace_back(static_cast<Label>(kind),
                        material::to_string(mass, unit) + static_cast<char>(unit));
    }
    work_.out.lines.push_back(std::move(line));
  }

  /// Of imports and exports the table has a country or an area: Code 10 wants the country.
  [[nodiscard]] bool has_country(const Draft& d) const {
    for (const auto& [code, label, partner] :
         {std::tuple("RF", Label{370}, &d.entry->shipper), {"SF", Label{372}, &d.entry->receiver}})
      if (d.code == code && partner->country.size() != 2)
        return work_.refuse(*d.entry, label, std::string(partner->country),
                            "the country of the area is not said, as it must be");
    return true;
  }

  void partners(const Draft& d, ConvertedLine& line) const {
    const std::string& cc = work_.facts.country;
    const std::string self = cc + "/" + std::string(work_.report.header.mba);
    const auto other = [&](const Partner& p) {
      return p.code.empty() ? std::string(p.country) : cc + "/" + std::string(p.code);
    };
    const bool in = d.code == "RD" || d.code == "RF", out = d.code == "SD" || d.code == "SF";
    if (!in && !out) return;
    line.emplace_back(370, in ? other(d.entry->shipper) : self);
    line.emplace_back(372, in ? self : other(d.entry->receiver));
  }
};

}  // namespace

void to_code10(const Work& work) {
  ToCode10(work).all();
}

}  // namespace accord::accounting::converting
