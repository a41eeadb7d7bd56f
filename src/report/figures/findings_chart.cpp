#include <fmt/format.h>

#include <algorithm>

#include "report/figures/limit_chart.h"
#include "report/figures/series_chart.h"
#include "report/sections/blocks.h"

/// What the findings of a term compare, day by day, against the limit of the day: for figures that
/// stand in no series of reports.
namespace accord::report {

namespace {

using agreement::Limit;
using agreement::Subject;
using evidence::Finding;
using evidence::RuleFinding;

/// What is held from one day on, or why nothing is shown from it on.
struct Held {
  Day day;
  std::optional<Rational> value;
  std::string shown;  ///< "4 items", or "no value"
  std::uint32_t origin = 0;
  Mark mark = Mark::found;
};

const Limit* limit_rule(const Writer& w, std::string_view term, std::size_t rule) {
  const agreement::Term* found = w.term_text(term);
  return found == nullptr || rule >= found->clauses.rules.size()
             ? nullptr
             : std::get_if<Limit>(&found->clauses.rules[rule].what);
}

std::string title_of_measure(const agreement::Agreement& agreement, const std::string& name) {
  for (const agreement::Item& item : agreement.items)
    if (const auto* m = std::get_if<agreement::Measure>(&item);
        m != nullptr && m->head.name.text == name)
      return m->head.title.empty() ? name : m->head.title;
  return name;
}

Mark mark_of_all(const RuleFinding& rule) {
  Mark out = Mark::found;
  for (const evidence::Evidence& e : rule.evidence) out = weaker(out, mark_of(e.trace, e.grade));
  return out;
}

/// The day of the latest record: a figure was held since then, whatever began on the day asked.
Day day_of_figure(const RuleFinding& rule, Day asked) {
  Day out = rule.evidence.front().valid;
  for (const evidence::Evidence& e : rule.evidence) out = std::max(out, e.valid);
  return std::min(out, asked);
}

/// In order of day; days on which nothing changes are left out.
std::vector<Held> held_by_day(const Writer& w, const Subject& subject, std::size_t rule_index,
                              std::string& unit) {
  const agreement::Evaluator& evaluator = w.assessed.evaluator();
  std::vector<Held> out;
  for (const Day day :
       evaluator.change_days(subject, day_min - 1, w.assessed.on(), w.assessed.known())) {
    const Finding finding = evaluator.evaluate(subject, day, w.assessed.known());
    if (rule_index >= finding.rules.size()) continue;
    const RuleFinding& rule = finding.rules[rule_index];
    const bool has_figure = rule.comparison && rule.comparison->value && !rule.evidence.empty() &&
                            evidence::outcome_of(rule.state) != evidence::Outcome::out_of_count;
    if (has_figure) {
      unit = rule.comparison->unit;
      Held now{day_of_figure(rule, day), rule.comparison->value,
               w.in_words(rule.comparison->value_shown), rule.evidence.front().origin,
               mark_of_all(rule)};
      const bool is_same =
          !out.empty() && out.back().value == now.value && out.back().origin == now.origin;
      if (!is_same) out.push_back(std::move(now));
    } else if (!out.empty() && out.back().value &&
               evidence::outcome_of(rule.state) == evidence::Outcome::not_shown) {
      out.push_back({day, std::nullopt, plain(rule.state), out.back().origin, Mark::none});
    }
  }
  return out;
}

chart::Line line_of(Writer& w, const std::vector<Held>& held, const std::string& name,
                    const std::vector<LimitStep>& limits, Sketch& sketch) {
  chart::Line line{.name = name, .steps = true};
  const auto last = std::find_if(held.rbegin(), held.rend(), [](const Held& h) { return h.value; });
  bool above = false;
  for (const Held& h : held) {
    const std::string& record = w.assessed.records().origins[h.origin].id;
    const std::string text = fmt::format("{}: {} as of {}", record, h.shown, to_string(h.day));
    const chart::Anchor anchor{
        fmt::format("{}-{}-{}", sketch.chart.head.id, h.origin, to_string(h.day)), w.cite(h.origin),
        text};
    if (sketch.origins.empty() || sketch.origins.back() != h.origin)
      sketch.origins.push_back(h.origin);
    if (!h.value) {
      line.points.push_back({h.day, std::nullopt, chart::Mark::none, anchor, h.shown});
      continue;
    }
    const LimitStep* limit = limit_on(limits, h.day);
    const bool now_above = limit != nullptr && *h.value > limit->value;
    const bool labelled = (now_above && !above) || &h == &*last;
    above = now_above;
    line.points.push_back({h.day, h.value->approximate(), chart_mark(h.mark), anchor,
                           labelled ? to_exact_string(*h.value) : ""});
  }
  return line;
}

/// "The latest figure is 4 items as of 2025-04-14 (I-9); the limit of that day is 0 items."
std::string latest_sentence(const Writer& w, const std::vector<Held>& held,
                            const std::vector<LimitStep>& limits) {
  const auto last = std::find_if(held.rbegin(), held.rend(), [](const Held& h) { return h.value; });
  std::string out =
      fmt::format("The latest figure is {} as of {} ({})", last->shown, to_string(last->day),
                  w.assessed.records().origins[last->origin].id);
  if (const LimitStep* limit = limit_on(limits, last->day))
    out += fmt::format("; the limit of that day is {}", limit->shown);
  out += ".";
  if (!held.back().value)
    out += fmt::format(" Since {}: {}.", to_string(held.back().day), held.back().shown);
  return out;
}

/// A line that never leaves its first value says no more than the row of the finding.
bool moves(const std::vector<Held>& held) {
  const auto is_other = [&](const Held& h) { return h.value && h.value != held.front().value; };
  return std::any_of(held.begin(), held.end(), is_other);
}

/// One subject; nothing without two different figures to draw.
void add_subject(Writer& w, const ReportBlock& block, const Subject& subject, std::size_t rule,
                 Section& out) {
  std::string unit;
  const std::vector<Held> held = held_by_day(w, subject, rule, unit);
  if (!moves(held)) return;
  const std::string id = evidence::finding_id(subject.term, subject.party);
  const Finding* finding = w.assessed.find(id);
  const std::vector<LimitStep> limits = limit_steps(w, subject, rule, unit);
  const Limit* asked = limit_rule(w, subject.term, rule);
  const std::string measure =
      asked == nullptr ? "" : title_of_measure(w.workspace.agreement, asked->measure.text);
  Sketch sketch;
  sketch.chart.head = {
      w.own_id("fig-" + (block.id.empty() ? "limit-" + id.substr(2) : block.id)),
      block.title.empty()
          ? fmt::format("{}: {}", finding == nullptr ? subject.term : finding->title,
                        subject.party.empty() ? measure : w.party(subject.party))
          : block.title,
      block.statement.empty() ? latest_sentence(w, held, limits) : block.statement};
  sketch.chart.value_title = unit_title(w, unit);
  sketch.chart.lines.push_back(
      line_of(w, held, block.line.empty() ? measure : block.line, limits, sketch));
  add_limits(w, id, limits, sketch.chart);
  shape(block, limits, sketch.chart);
  add_figures(w, {finish(w, std::move(sketch))}, out);
}

}  // namespace

std::optional<std::size_t> limited_amount(const Writer& w, std::string_view term) {
  const agreement::Term* found = w.term_text(term);
  if (found == nullptr) return std::nullopt;
  const auto& rules = found->clauses.rules;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (const auto* limit = std::get_if<Limit>(&rules[i].what); limit != nullptr && !limit->per)
      return i;
  return std::nullopt;
}

void add_findings_charts(Writer& w, const ReportBlock& block, Section& out) {
  const std::string& term = block.names.front();
  const std::optional<std::size_t> rule = limited_amount(w, term);
  if (!rule) return;
  for (const Subject* subject : w.subjects_of(term))
    if (block.party.empty() || subject->party.empty() || block.party == subject->party)
      add_subject(w, block, *subject, *rule, out);
}

}  // namespace accord::report
