#include "report/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>

#include "agreement/corrections.h"
#include "agreement/explain.h"
#include "base/text.h"

namespace accord::report {

using agreement::Finding;
using agreement::Grade;
using agreement::Observation;
using agreement::Relation;
using formats::SeriesReport;

namespace {

/// Replaces a word where it does not stand inside a longer one.
void replace_word(std::string& text, std::string_view word, std::string_view by) {
  const auto in_word = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
  };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
    const std::size_t end = at + word.size();
    if ((at > 0 && in_word(text[at - 1])) || (end < text.size() && in_word(text[end]))) {
      at = end;
      continue;
    }
    text.replace(at, word.size(), by);
    at += by.size();
  }
}

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

std::vector<const agreement::Declaration*> ceased(const Writer& w) {
  std::vector<const agreement::Declaration*> out;
  for (const agreement::Declaration& d : w.assessed.records().declarations)
    if (d.kind == agreement::Declaration::Kind::ceases && d.head.known <= w.assessed.known() &&
        d.head.valid <= w.assessed.on())
      out.push_back(&d);
  std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) {
    return std::tie(a->head.valid, a->head.party, a->head.origin) <
           std::tie(b->head.valid, b->head.party, b->head.origin);
  });
  return out;
}

Mark mark_of(agreement::Trace trace, Grade grade) {
  if (trace == agreement::Trace::recalled) return Mark::recalled;
  if (trace == agreement::Trace::derived) return Mark::derived;
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

std::string plain(agreement::State state) {
  if (state == agreement::State::not_verifiable_no_access) return "not verifiable, no access";
  std::string text = agreement::word(state);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

const agreement::RuleFinding* deciding(const Finding& finding) {
  return finding.deciding_rule < finding.rules.size() ? &finding.rules[finding.deciding_rule]
                                                      : nullptr;
}

Writer::Writer(const assessment::Assessment& a, const SeriesReport* about)
    : assessed(a), workspace(a.workspace()), current(about) {
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
    if (const auto* p = std::get_if<agreement::Party>(&item))
      party_titles_.emplace(p->head.name.text, p->head.title);
  for (const agreement::Item& item : workspace.agreement.items)
    if (const auto* unit = std::get_if<agreement::Unit>(&item))
      if (const auto shown = workspace.unit_names.find(unit->head.name.text);
          shown != workspace.unit_names.end())
        shown_names_.emplace_back(*shown);
  // Names made of several words are no English; single words read well as they are.
  const auto add_title = [&](const agreement::Heading& head) {
    if (head.name.text.find('_') != std::string::npos)
      shown_names_.emplace_back(head.name.text, "“" + head.title + "”");
  };
  for (const agreement::Item& item : workspace.agreement.items) {
    if (const auto* measure = std::get_if<agreement::Measure>(&item)) add_title(measure->head);
    if (const auto* event = std::get_if<agreement::Event>(&item)) add_title(event->head);
    if (const auto* site = std::get_if<agreement::Site>(&item))
      shown_names_.emplace_back(site->head.name.text, site->head.title);
  }
  for (const auto& [id, title] : workspace.outsiders) party_titles_.emplace(id, title);
}

std::string Writer::party(std::string_view id) const {
  const auto found = party_titles_.find(id);
  return found == party_titles_.end() ? std::string(id) : found->second;
}

std::string Writer::parties(const std::vector<std::string>& ids) const {
  // The members of a group that owes jointly read as the group.
  for (const agreement::Item& item : workspace.agreement.items) {
    const auto* group = std::get_if<agreement::Party>(&item);
    if (group == nullptr || !group->members || group->members->size() != ids.size() ||
        ids.size() < 2)
      continue;
    if (std::equal(
            ids.begin(), ids.end(), group->members->begin(),
            [](const std::string& id, const agreement::Name& name) { return id == name.text; }))
      return group->head.title;
  }
  std::vector<std::string> titles;
  for (const std::string& id : ids) titles.push_back(party(id));
  return join(titles, ", ");
}

std::string Writer::place_of(const Finding& finding) {
  return "#" + finding.id;
}

std::string Writer::label(const std::string& metric) const {
  const auto found = workspace.labels.find(metric);
  const std::string name = found == workspace.labels.end() ? metric : found->second;
  for (const SeriesReport* report : series)
    if (const Observation* o = figure(metric, *report);
        o != nullptr && o->relation == Relation::equal)
      return fmt::format("{}, {}", name, in_words(o->unit));
  return name;
}

std::string Writer::in_words(std::string text) const {
  for (const auto& [id, shown] : shown_names_) replace_word(text, id, shown);
  return text;
}

std::string Writer::cite(std::uint32_t origin) {
  cited_.insert(origin);
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
  const std::string outcome = agreement::word(finding.outcome());
  const std::string state = plain(finding.state);
  return {.text = fmt::format("{}{}{}", outcome == state ? "" : outcome + ": ", state,
                              finding.supposed ? " (supposed)" : ""),
          .outcome = outcome};
}

std::string Writer::comparison(const Finding& finding) const {
  const auto* rule = deciding(finding);
  std::string out;
  const bool done = finding.state == agreement::State::performed ||
                    finding.state == agreement::State::performed_late ||
                    finding.state == agreement::State::partly_performed;
  if (rule != nullptr && !rule->calls.empty() && rule->calls.back().answered)
    out = fmt::format("done on {}, due by {}", to_string(*rule->calls.back().answered),
                      to_string(rule->calls.back().deadline));
  else if (rule != nullptr && rule->comparison && !rule->comparison->value_shown.empty())
    out = in_words(agreement::sentence(*rule->comparison));
  else if (rule != nullptr && done && !rule->evidence.empty())
    out = fmt::format("done{} on {}; {}",
                      finding.state == agreement::State::partly_performed ? " in part" : "",
                      to_string(rule->evidence.front().valid), in_words(rule->reason));
  else if (rule != nullptr)
    out = in_words(rule->reason);
  if (out.empty() && finding.state == agreement::State::met && rule != nullptr &&
      rule->rule.starts_with("require"))
    out = "the required state holds";
  if (out.empty() && rule != nullptr && !rule->evidence.empty())
    out = in_words(rule->evidence.front().says);
  if (out.empty()) out = in_words(finding.reason);
  if (finding.last_known) {
    out += fmt::format("{}last known: {} on {} ({} days before)", out.empty() ? "" : "; ",
                       plain(finding.last_known->state), to_string(finding.last_known->valid),
                       finding.last_known->age_days);
    if (finding.last_known->comparison)
      out += ", " + in_words(finding.last_known->comparison->value_shown);
  }
  return out;
}

Cell Writer::evidence_cell(const Finding& finding) {
  const auto* rule = deciding(finding);
  const agreement::Evidence* first =
      rule == nullptr || rule->evidence.empty() ? nullptr : &rule->evidence.front();
  if (first == nullptr && rule != nullptr && !rule->calls.empty() &&
      !rule->calls.back().evidence.empty())
    first = &rule->calls.back().evidence.front();
  if (first == nullptr) return {.text = "no record"};
  for (const agreement::Evidence& e : rule->evidence) cite(e.origin);
  const agreement::Origin& origin = assessed.records().origins[first->origin];
  return {
      .text = fmt::format("{}{}, {} of {}{}", origin.supposed ? "supposed: " : "",
                          agreement::word(first->grade), origin.id.empty() ? "a fact" : origin.id,
                          to_string(first->known),
                          finding.age_days ? fmt::format(", {} days old", *finding.age_days) : ""),
      .mark = mark_of(first->trace, first->grade),
      .href = cite(first->origin)};
}

std::string Writer::beside(const Finding& finding) const {
  std::vector<std::string> parts;
  for (const agreement::DeclarationShown& d : finding.declarations) {
    std::string said = agreement::sentence(d);
    replace_word(said, d.party, party(d.party));
    parts.push_back(said + ".");
  }
  for (const agreement::UnderAnswer& a : finding.answers)
    parts.push_back(fmt::format("If {} is answered “{}” ({}): {}.", a.question, a.text,
                                a.by.empty() ? "held by nobody named" : "held by " + parties(a.by),
                                plain(a.state)));
  for (const agreement::ReadingShown& r : finding.readings)
    parts.push_back(fmt::format("Read as “{}” by {}.", r.text, parties(r.by)));
  return join(parts, " ");
}

}  // namespace accord::report
