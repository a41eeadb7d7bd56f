#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/figures/figures.h"
#include "report/sections/writer.h"

namespace accord::report {

namespace {

void add_episodes(Writer& w, const std::string& term, Section& out) {
  if (term.empty()) return;
  Table table{"episodes-" + term,
              "Times beyond the limit of " + term,
              "First observed is the day of the first observation that breaks the rule; the limit "
              "was crossed after "
              "the last observation within it. A party's own announcement is a day of its own.",
              {{"first observed"},
               {"known"},
               {"last within"},
               {"announced"},
               {"first value"},
               {"largest"},
               {"within again"},
               {"days", true}},
              {}};
  bool of_minimum = false;
  const auto shown = [](const std::optional<Day>& day) {
    return day ? to_string(*day) : std::string("none on record");
  };
  for (const agreement::Subject& subject : w.assessed.evaluator().subjects()) {
    if (subject.term != term) continue;
    for (const auto& e : agreement::episodes(w.assessed.evaluator(), subject, w.assessed.on(),
                                             w.assessed.known())) {
      of_minimum = e.kind == agreement::Episode::Kind::below;
      table.rows.push_back(
          {"",
           {{.text = to_string(e.first_observed)},
            {.text = to_string(e.first_known)},
            {.text = shown(e.last_satisfied)},
            {.text = shown(e.announced)},
            {.text = w.in_words(e.first_value)},
            {.text = fmt::format("{} on {}", w.in_words(e.extreme), to_string(e.extreme_day))},
            {.text = e.first_within ? to_string(*e.first_within) : "not on record"},
            {.text = e.duration_days ? std::to_string(*e.duration_days) : "goes on"}}});
    }
  }
  if (of_minimum) {
    table.title = "Times short of the minimum of " + term;
    table.columns[2].title = "last reached";
    table.columns[5].title = "smallest";
    table.columns[6].title = "reached again";
  }
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

/// Calls of duties: requests and what became of them.
void add_calls(Writer& w, std::string_view section, Section& out) {
  Table table{"calls-" + std::string(section),
              "Requests, notices and reports that were due",
              "",
              {{"term"}, {"called for"}, {"due by"}, {"done on"}, {"state"}},
              {}};
  for (const auto& [id, terms] : w.workspace.report.sections) {
    if (id != section) continue;
    for (const evidence::Finding& f : w.assessed.findings()) {
      if (std::find(terms.begin(), terms.end(), f.term) == terms.end()) continue;
      for (const evidence::RuleFinding& rule : f.rules)
        for (const evidence::Call& call : rule.calls)
          table.rows.push_back(
              {"",
               {{.text = f.id.substr(2), .href = Writer::place_of(f)},
                {.text = call.what},
                {.text = to_string(call.deadline)},
                {.text = call.answered ? to_string(*call.answered) : "not on record"},
                {.text = plain(call.state)}}});
    }
  }
  if (!table.rows.empty()) out.blocks.emplace_back(std::move(table));
}

}  // namespace

void add_figures(Writer& w, const std::vector<Drawing>& drawings, Section& out) {
  for (const Drawing& d : drawings) {
    Figure figure{d.id, d.title, d.statement, d.svg, {}};
    for (const std::uint32_t origin : d.origins)
      figure.links.push_back(
          {.text = w.assessed.records().origins[origin].id, .href = w.cite(origin, d.id)});
    out.blocks.emplace_back(std::move(figure));
  }
}

std::vector<Section> verification(Writer& w) {
  const auto& settings = w.workspace.report;
  std::vector<Section> out;
  out.push_back({"C", "Verification and monitoring", 1, {}});
  out.push_back({"C.1", "Heavy water and reprocessing", 2, {}});
  add_terms(w, "C.1", out.back());
  if (!settings.heavy_water_metric.empty()) {
    add_figures(w, heavy_water_drawings(w), out.back());
    out.back().blocks.emplace_back(series_table(w, "heavy-water", "Heavy water, report by report",
                                                {settings.heavy_water_metric}));
    add_episodes(w, settings.heavy_water_term, out.back());
  }
  out.push_back({"C.2", "Enrichment and fuel", 2, {}});
  add_terms(w, "C.2", out.back());
  if (!settings.total_metric.empty()) {
    add_stock(w, out.back());
    add_figures(w, level_drawings(w), out.back());
    add_episodes(w, settings.stock_term, out.back());
    add_episodes(w, settings.level_term, out.back());
  }
  out.push_back({"C.3", "Research, manufacture and inventory of machines", 2, {}});
  add_terms(w, "C.3", out.back());
  if (!out.back().blocks.empty())
    out.back().blocks.emplace_back(Paragraph{
        "Machines installed and operating by site and type: not published in the tables at hand."});
  if (!w.workspace.items.empty()) {
    out.push_back({"C.4", "Counted items", 2, {}});
    add_items(w, out.back());
  }
  if (w.assessed.books() != nullptr) {
    out.push_back({"C.5", "The accounts", 2, {}});
    add_books(w, out.back());
  }
  out.push_back({"D", "Transparency measures", 1, {}});
  add_terms(w, "D", out.back());
  add_calls(w, "D", out.back());
  // Headings of subjects that this agreement does not have.
  std::erase_if(out, [](const Section& s) { return s.level == 2 && s.blocks.empty(); });
  const bool has_parts =
      std::any_of(out.begin(), out.end(), [](const Section& s) { return s.level == 2; });
  std::erase_if(out, [&](const Section& s) {
    return s.level == 1 && s.blocks.empty() && (s.id != "C" || !has_parts);
  });
  return out;
}

}  // namespace accord::report
