#include "report/sections/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

#include "agreement/evaluate/corrections.h"
#include "agreement/evaluate/rules/call_counts.h"
#include "agreement/explain/explain.h"
#include "base/english.h"
#include "base/text.h"

namespace accord::report {

using evidence::Finding;
using evidence::Grade;
using evidence::Observation;
using evidence::Relation;
using formats::SeriesReport;

namespace {

const SeriesReport* before(const std::vector<const SeriesReport*>& series,
                           const SeriesReport* current) {
  const SeriesReport* found = nullptr;
  for (const SeriesReport* report : series) {
    if (report == current) return found;
    if (report->kind == "quarterly") found = report;
  }
  return found;
}

}  // namespace

std::vector<const evidence::Declaration*> ceased(const Writer& w) {
  std::vector<const evidence::Declaration*> out;
  for (const evidence::Declaration& d : w.assessed.records().declarations)
    if (d.kind == evidence::Declaration::Kind::ceases && d.head.known <= w.assessed.known() &&
        d.head.valid <= w.assessed.on())
      out.push_back(&d);
  std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) {
    return std::tie(a->head.valid, a->head.party, a->head.origin) <
           std::tie(b->head.valid, b->head.party, b->head.origin);
  });
  return out;
}

Mark mark_of(evidence::Trace trace, Grade grade) {
  if (trace == evidence::Trace::recalled) return Mark::recalled;
  if (trace == evidence::Trace::derived) return Mark::derived;
  return grade == Grade::estimated ? Mark::estimated : Mark::found;
}

Mark weaker(Mark a, Mark b) {
  // From the strongest to the weakest: found, derived, estimated, recalled.
  constexpr int rank[] = {0, 1, 2, 4, 3};
  return rank[static_cast<std::size_t>(a)] < rank[static_cast<std::size_t>(b)] ? b : a;
}

std::string or_dash(std::string text) {
  return text.empty() ? "–" : text;
}

std::string dated(const std::string& id, Day day) {
  const std::string shown = to_string(day);
  return id.find(shown) == std::string::npos ? fmt::format("{} of {}", id, shown) : id;
}

std::string named(const SeriesReport& report) {
  const std::string article = report.id.starts_with("report ") ? "the " : "the report ";
  const bool has_day = report.id.find(to_string(report.report_date)) != std::string::npos;
  return article + report.id + (has_day ? "" : " of " + long_form(report.report_date));
}

const evidence::RuleFinding* deciding(const Finding& finding) {
  return finding.deciding_rule < finding.rules.size() ? &finding.rules[finding.deciding_rule]
                                                      : nullptr;
}

const evidence::Call* deciding_call(const evidence::RuleFinding* rule) {
  if (rule == nullptr || rule->calls.empty()) return nullptr;
  return &rule->calls[rule->deciding_call.value_or(rule->calls.size() - 1)];
}

Writer::Writer(const assessment::Assessment& a, const SeriesReport* about)
    : assessed(a), workspace(a.workspace()), current(about), words_(workspace) {
  const agreement::Corrections corrections(assessed.records());
  for (const SeriesReport& report : workspace.reports)
    if (report.report_date <= assessed.known() &&
        assessed.known() < corrections.replaced_on(report.origin))
      series.push_back(&report);
  if (current == nullptr && !series.empty()) current = series.back();
  previous = before(series, current);
  for (const Observation& o : assessed.records().observations)
    figures_.emplace(std::pair(o.head.origin, o.metric), &o);
  for (const agreement::Item& item : workspace.agreement.items)
    if (const auto* term = std::get_if<agreement::Term>(&item))
      term_texts_.emplace(term->head.name.text, term);
  for (const agreement::Subject& subject : assessed.evaluator().subjects())
    subjects_[subject.term].push_back(&subject);
  for (const Finding& finding : assessed.findings()) {
    sides_.try_emplace(finding.party, sides_.size());
    findings_[finding.term].push_back(&finding);
    findings_of_side_[finding.party].push_back(&finding);
  }
  breakable_ = agreement::breakable_terms(assessed.evaluator());
}

namespace {

template <class Map, class Key>
const typename Map::mapped_type& found_or_none(const Map& map, const Key& key) {
  static const typename Map::mapped_type none;
  const auto found = map.find(key);
  return found == map.end() ? none : found->second;
}

}  // namespace

const agreement::Term* Writer::term_text(std::string_view name) const {
  const auto found = term_texts_.find(name);
  return found == term_texts_.end() ? nullptr : found->second;
}

const std::vector<const agreement::Subject*>& Writer::subjects_of(const std::string& term) const {
  return found_or_none(subjects_, term);
}

const std::vector<const Finding*>& Writer::findings_of(const std::string& term) const {
  return found_or_none(findings_, term);
}

const std::vector<const Finding*>& Writer::findings_of_side(
    const std::vector<std::string>& party) const {
  return found_or_none(findings_of_side_, party);
}

std::string Writer::party(std::string_view id) const {
  return words_.parties().of(id);
}

std::string Writer::parties(const std::vector<std::string>& ids) const {
  return words_.parties().of(ids);
}

std::string Writer::place_of(const Finding& finding) {
  return "#" + finding.id;
}

const assessment::Summary& Writer::said() {
  if (!said_) said_ = assessment::summarize(assessed);
  return *said_;
}

void Writer::use(const formats::ReportPlan& plan) {
  using Kind = formats::ReportBlock::Kind;
  plan_ = &plan;
  for (const formats::ReportSection& section : plan.sections)
    for (const formats::ReportBlock& block : section.blocks) {
      if (block.kind == Kind::terms) terms_.insert(block.names.begin(), block.names.end());
      if (block.kind == Kind::terms_of) named_sides_.insert(block.names);
    }
}

std::string Writer::own_id(const std::string& wanted) {
  const int times = ++ids_[wanted];
  return times == 1 ? wanted : own_id(fmt::format("{}-{}", wanted, times));
}

bool Writer::is_drawn(const std::string& figure) const {
  using Kind = formats::ReportBlock::Kind;
  if (plan_ == nullptr) return false;
  for (const formats::ReportSection& section : plan_->sections)
    for (const formats::ReportBlock& block : section.blocks) {
      if (block.figure == figure) return true;
      if (block.kind == Kind::bands_chart && block.names.front() == figure) return true;
    }
  return false;
}

std::string Writer::name_of(const std::string& figure) const {
  const auto found = workspace.labels.find(figure);
  return found == workspace.labels.end() ? figure : found->second;
}

std::string Writer::label(const std::string& metric) const {
  const std::string name = name_of(metric);
  for (const SeriesReport* report : series)
    if (const Observation* o = figure(metric, *report);
        o != nullptr && o->relation == Relation::equal)
      return fmt::format("{}, {}", name, in_words(o->unit));
  return name;
}

std::string Writer::in_words(std::string text) const {
  return words_.in_words(std::move(text));
}

const std::set<std::string>& Writer::cited_from(std::uint32_t origin) const {
  static const std::set<std::string> none;
  const auto found = cited_from_.find(origin);
  return found == cited_from_.end() ? none : found->second;
}

std::size_t Writer::place_of_side(const std::vector<std::string>& party) const {
  return sides_.at(party);
}

std::string Writer::cite(std::uint32_t origin, const std::string& from) {
  cited_.insert(origin);
  if (!from.empty()) cited_from_[origin].insert(from);
  return fmt::format("#ev-{}", origin);
}

const Observation* Writer::figure(std::string_view metric, const SeriesReport& report) const {
  const auto found = figures_.find(std::pair(report.origin, std::string(metric)));
  return found == figures_.end() ? nullptr : found->second;
}

Cell Writer::figure_cell(std::string_view metric, const SeriesReport* report) {
  if (report == nullptr) return {.text = "not published"};
  const Observation* o = figure(metric, *report);
  const Relation relation = o == nullptr ? Relation::no_figure : o->relation;
  if (relation == Relation::no_access || report->kind == "no_access_report")
    return {.text = "no access"};
  if (relation == Relation::no_figure)
    return {.text = report->basis == "limit_statement_only" ? "not published" : "not found"};
  constexpr std::array words{"", "not above ", "below ", "at least ", "above "};
  // A statement may be in another unit than the figures of its column.
  const std::string unit = relation == Relation::equal ? "" : " " + in_words(o->unit);
  Cell cell{.text = words[static_cast<std::size_t>(relation)] + to_string(o->value) + unit,
            .mark = mark_of(o->head.trace, o->head.grade)};
  cell.href = cite(report->origin);
  return cell;
}

Cell Writer::change_cell(std::string_view metric) {
  const Observation* now = current == nullptr ? nullptr : figure(metric, *current);
  const Observation* then = previous == nullptr ? nullptr : figure(metric, *previous);
  if (now == nullptr || then == nullptr || now->relation != Relation::equal ||
      then->relation != Relation::equal)
    return {.text = "cannot be computed"};
  const auto change = subtract(now->value, then->value);
  if (!change) return {.text = "cannot be computed"};
  return {.text = (change->mantissa > 0 ? "+" : "") + to_string(*change),
          .mark = weaker(Mark::derived, weaker(mark_of(now->head.trace, now->head.grade),
                                               mark_of(then->head.trace, then->head.grade)))};
}

Cell Writer::state_cell(const Finding& finding) const {
  const std::string outcome = evidence::word(finding.outcome());
  const auto* rule = deciding(finding);
  const std::string more = rule == nullptr ? "" : agreement::exceeded_words(*rule);
  const std::string state = more.empty() ? plain(finding.state) : more;
  return {.text = fmt::format("{}{}{}", outcome == state ? "" : outcome + ": ", state,
                              finding.supposed ? " (supposed)" : ""),
          .outcome = outcome};
}

std::string Writer::comparison(const Finding& finding) const {
  const auto* rule = deciding(finding);
  std::string out;
  const bool done = finding.state == evidence::State::performed ||
                    finding.state == evidence::State::performed_late ||
                    finding.state == evidence::State::partly_performed;
  const evidence::Call* call = deciding_call(rule);
  if (call != nullptr && call->answered)
    out =
        fmt::format("done on {}, due by {}", to_string(*call->answered), to_string(call->deadline));
  else if (rule != nullptr && rule->comparison && !rule->comparison->value_shown.empty())
    out = in_words(agreement::sentence(*rule->comparison));
  else if (rule != nullptr && done && !rule->evidence.empty())
    out = fmt::format("done{} on {}; {}",
                      finding.state == evidence::State::partly_performed ? " in part" : "",
                      to_string(rule->evidence.front().valid), in_words(rule->reason));
  else if (rule != nullptr)
    out = in_words(rule->reason);
  if (out.empty() && finding.state == evidence::State::met && rule != nullptr &&
      rule->rule.starts_with("require"))
    out = "the required state holds";
  if (out.empty() && rule != nullptr && !rule->evidence.empty())
    out = in_words(rule->evidence.front().says);
  if (out.empty()) out = in_words(finding.reason);
  if (rule != nullptr && agreement::tells_last_period(*rule))
    out += "; " + in_words(agreement::sentence(*rule->last_period));
  if (rule != nullptr && rule->counts) out += "; " + agreement::sentence(*rule->counts);
  if (finding.last_known) {
    out += fmt::format("{}last known: {} on {} ({} before)", out.empty() ? "" : "; ",
                       plain(finding.last_known->state), to_string(finding.last_known->valid),
                       counted(finding.last_known->age_days, "day"));
    if (finding.last_known->comparison)
      out += ", " + in_words(finding.last_known->comparison->value_shown);
  }
  return out;
}

Cell Writer::evidence_cell(const Finding& finding) {
  const auto* rule = deciding(finding);
  std::vector<const evidence::Evidence*> all;
  std::unordered_set<std::uint32_t> taken;
  const auto take = [&](const std::vector<evidence::Evidence>& list) {
    for (const evidence::Evidence& e : list)
      if (taken.insert(e.origin).second) all.push_back(&e);
  };
  if (rule != nullptr) take(rule->evidence);
  if (const evidence::Call* call = deciding_call(rule); all.empty() && call != nullptr)
    take(call->evidence);
  if (all.empty() && finding.last_known) take(finding.last_known->evidence);
  if (all.empty()) return {.text = "no record"};
  const evidence::Evidence& first = *all.front();
  const auto& origins = assessed.records().origins;
  const auto name = [&](const evidence::Evidence& e) {
    const std::string& id = origins[e.origin].id;
    return id.empty() ? std::string("a fact") : id;
  };
  Cell cell{.text = fmt::format(
                "{}{}, {}{}", origins[first.origin].supposed ? "supposed: " : "",
                evidence::word(first.grade), dated(name(first), first.known),
                finding.age_days ? fmt::format(", {} old", counted(*finding.age_days, "day")) : ""),
            .mark = mark_of(first.trace, first.grade),
            .href = cite(first.origin)};
  for (std::size_t i = 1; i < all.size(); ++i)
    cell.more.push_back({.text = name(*all[i]), .href = cite(all[i]->origin)});
  return cell;
}

std::string Writer::beside(const Finding& finding) const {
  std::vector<std::string> parts;
  for (const evidence::DeclarationShown& d : finding.declarations)
    parts.push_back(agreement::sentence(d, words_.parties()) + ".");
  for (const evidence::UnderAnswer& a : finding.answers)
    parts.push_back(fmt::format("If {} is answered “{}” ({}): {}.", a.question, a.text,
                                a.by.empty() ? "held by nobody named" : "held by " + parties(a.by),
                                plain(a.state)));
  for (const evidence::ReadingShown& r : finding.readings)
    parts.push_back(fmt::format("Read as “{}” by {}.", r.text, words_.parties().in_sentence(r.by)));
  return join(parts, " ");
}

}  // namespace accord::report
