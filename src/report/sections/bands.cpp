#include <fmt/format.h>

#include <algorithm>

#include "base/english.h"
#include "report/sections/blocks.h"
#include "report/sections/series_figures.h"

/// A figure of the series by its parts: now, in the report before, change; then by form.
namespace accord::report {

using evidence::Observation;
using formats::SeriesReport;

namespace {

/// A figure computed from several of one report.
struct Rest {
  Decimal value;
  Mark mark = Mark::derived;
};

/// The whole less the forms listed: what is in all other forms.
std::optional<Rest> rest_of(const Writer& w, const std::string& whole,
                            const std::vector<std::string>& forms, const SeriesReport* report) {
  const Observation* total = number(w, whole, report);
  if (total == nullptr) return std::nullopt;
  Rest out{total->value};
  for (const std::string& name : forms) {
    const Observation* form = number(w, name, report);
    if (form == nullptr || form->unit != total->unit) return std::nullopt;
    const auto rest = subtract(out.value, form->value);
    if (!rest) return std::nullopt;
    out = {*rest, weaker(out.mark, derived_from(*total, *form))};
  }
  return out;
}

Cell cell_of(const std::optional<Rest>& rest) {
  if (!rest) return not_computed();
  return {.text = to_string(rest->value), .mark = rest->mark};
}

/// Where both reports give all that it is computed from.
Cell change_of(const std::optional<Rest>& now, const std::optional<Rest>& then) {
  const auto change = now && then ? subtract(now->value, then->value) : std::nullopt;
  if (!change) return not_computed();
  return {.text = (change->mantissa > 0 ? "+" : "") + to_string(*change),
          .mark = weaker(now->mark, then->mark)};
}

class BandsTable {
 public:
  BandsTable(Writer& w, const ReportBlock& block)
      : w_(w),
        whole_(block.names.front()),
        part_(block.part.empty() ? "part" : block.part),
        parts_(parts_of(w.workspace, whole_)),
        table_{w.own_id(block.id.empty() ? "by-" + part_ : block.id),
               block.title.empty() ? w.name_of(whole_) + " by " + part_ : block.title,
               block.statement,
               {{"part"}, {"now", true}, {"previous report", true}, {"change", true}},
               {}} {}

  /// Without rows when no part, or no report, is known.
  Table made() {
    if (parts_.bands.empty() || w_.current == nullptr) return {};
    if (table_.statement.empty()) table_.statement = days();
    add_bands();
    add_heading(parts_.forms.empty() ? "In all" : "By form");
    for (const std::string& form : parts_.forms) add_figure(form);
    if (!parts_.forms.empty()) add_rest();
    add_figure(whole_);
    return std::move(table_);
  }

 private:
  [[nodiscard]] std::string days() const {
    const std::string before =
        w_.previous == nullptr
            ? ""
            : fmt::format(", against {} ({})", to_string(w_.previous->as_of), w_.previous->id);
    return fmt::format("As of {} ({}){}.", to_string(w_.current->as_of), w_.current->id, before);
  }

  void add_heading(std::string text) {
    table_.rows.push_back({"", {{.text = std::move(text)}}, true});
  }

  void add_figure(const std::string& figure) {
    table_.rows.push_back({"",
                           {{.text = w_.label(figure)},
                            w_.figure_cell(figure, w_.current),
                            w_.figure_cell(figure, w_.previous),
                            w_.change_cell(figure)}});
  }

  void add_bands() {
    const auto published = [&](const std::string& figure, const SeriesReport* report) {
      return report != nullptr && w_.figure(figure, *report) != nullptr;
    };
    add_heading(fmt::format("By {0}; a {0} is listed when one of the two reports gives it", part_));
    for (const std::string& band : parts_.bands)
      if (published(band, w_.current) || published(band, w_.previous)) add_figure(band);
    if (table_.rows.size() == 1)
      table_.rows.push_back({"",
                             {{.text = "any " + part_},
                              {.text = "not published"},
                              {.text = "not published"},
                              not_computed()}});
  }

  void add_rest() {
    const auto now = rest_of(w_, whole_, parts_.forms, w_.current);
    const auto then = rest_of(w_, whole_, parts_.forms, w_.previous);
    table_.rows.push_back({"",
                           {{.text = fmt::format("in all other forms: the total less the {} above",
                                                 noun_of(parts_.forms.size() == 1, "row"))},
                            cell_of(now),
                            cell_of(then),
                            change_of(now, then)}});
  }

  Writer& w_;
  std::string whole_, part_;
  FigureParts parts_;
  Table table_;
};

}  // namespace

void add_bands(Writer& w, const ReportBlock& block, Section& out) {
  Table table = BandsTable(w, block).made();
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

}  // namespace accord::report
