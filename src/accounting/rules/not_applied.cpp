#include "accounting/rules/not_applied.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "base/text.h"

namespace accord::accounting {

namespace {

/// A weight of an area, as "XBF1/630".
using Weights = std::set<std::pair<std::string_view, material::Kind>>;

class Missing {
 public:
  explicit Missing(const RuleInput& input) : input_(input), tables_(input.tables) {}

  std::vector<NotApplied> all() && {
    uncertainties();
    if (!tables_.special_reports) add("there is no special_reports.csv", "V029");
    if (!tables_.notices && input_.profile.notice_above.known)
      add("there is no notices.csv", "V085");
    state();
    return std::move(out_);
  }

 private:
  const RuleInput& input_;
  const StateTables& tables_;
  std::vector<NotApplied> out_;

  void add(std::string because, const char* rule, const char* part = "") {
    if (!input_.profile.is_off(rule)) out_.push_back({std::move(because), rule, part});
  }

  /// Lines of a code in reports of a kind whose weights have no row in the table. One of 0 has
  /// nothing to be compared.
  template <class Row>
  Weights without_row(ReportKind kind, Code wanted, const std::vector<Row>& rows) const {
    Weights known, out;
    for (const Row& row : rows) known.emplace(row.mba, row.kind);
    for (const EffectiveEntry& e : input_.effective.entries) {
      if (e.report->header.kind != kind || e.entry->code != wanted) continue;
      for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
        const Weight& w = e.source->weights[e.entry->weights + i];
        const std::pair<std::string_view, material::Kind> weight(e.report->header.mba, w.kind);
        if (material::facts(w.kind).balanced && w.mass != material::Mass() &&
            !known.contains(weight))
          out.insert(weight);
      }
    }
    return out;
  }

  static std::string no_row(std::string_view what, const Weights& weights) {
    constexpr std::size_t named_max = 4;
    std::vector<std::string> names;
    for (const auto& [mba, kind] : weights)
      if (names.size() < named_max)
        names.push_back(fmt::format("{}/{}", mba, static_cast<int>(kind)));
    const std::string more = weights.size() > names.size()
                                 ? fmt::format(" and {} more", weights.size() - names.size())
                                 : std::string();
    return fmt::format("uncertainty.csv has no {} of {}{}", what, join(names, ", "), more);
  }

  void uncertainties() {
    if (!tables_.has_uncertainties) {
      add("there is no uncertainty.csv", "V069", "against σ(MUF)");
      add("there is no uncertainty.csv", "V083");
      return;
    }
    const Weights no_muf = without_row(ReportKind::mbr, code("MF"), tables_.muf);
    if (!no_muf.empty()) add(no_row("σ(MUF)", no_muf), "V069", "against σ(MUF)");
    const Weights no_transfer = without_row(ReportKind::icr, code("DI"), tables_.transfers);
    if (!no_transfer.empty()) add(no_row("uncertainty of transfers", no_transfer), "V083");
  }

  void state() {
    const std::string none = "there is no state.json";
    if (!tables_.has_state) add(none, "V025", "of areas that account for all uranium together");
    if (!tables_.assessment_day) {
      const std::string why = tables_.has_state ? "state.json gives no assessment_day" : none;
      add(why, "V070", "of inventories that no report names");
      add(why, "V082", "of shipments without a receipt");
      if (input_.profile.inventory_months.known) add(why, "V091", "since the last inventory");
      if (input_.profile.each_month) add(why, "V093", "since the last report");
    }
    const auto counts_workdays = [](Counting c) { return c == Counting::business_days; };
    if (tables_.holidays.empty() && (counts_workdays(input_.profile.icr_counting) ||
                                     counts_workdays(input_.profile.inventory_counting)))
      add(tables_.has_state ? "state.json names no holidays" : none, "V090", "for public holidays");
  }
};

}  // namespace

std::vector<NotApplied> not_applied(const RuleInput& input) {
  return Missing(input).all();
}

std::vector<std::string> not_applied_lines(const std::vector<NotApplied>& all) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < all.size();) {
    std::vector<std::string> rules;
    const std::string& because = all[i].because;
    for (; i < all.size() && all[i].because == because; ++i)
      rules.push_back(all[i].part.empty() ? all[i].rule : all[i].rule + " " + all[i].part);
    const bool one = rules.size() == 1;
    const std::string last = std::move(rules.back());
    rules.pop_back();
    out.push_back(fmt::format("{}: {}{}{} {} not applied", because, join(rules, ", "),
                              one ? "" : " and ", last, one ? "was" : "were"));
  }
  return out;
}

}  // namespace accord::accounting
