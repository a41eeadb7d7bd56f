#include "report/sections/finding_json.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "agreement/explain/figure_words.h"
#include "agreement/model/units.h"
#include "base/contract.h"
#include "base/decimal.h"
#include "base/nearest_double.h"

namespace accord::report {

using evidence::Call;
using evidence::Comparison;
using evidence::Evidence;
using evidence::Finding;
using evidence::Records;
using evidence::RuleFinding;

namespace {

template <class Value, class Make>
Json list_json(const std::vector<Value>& values, Make make) {
  Json out = Json::array();
  for (const Value& value : values) out.push_back(make(value));
  return out;
}

template <class Word>
Json word_json(const std::optional<Word>& value) {
  return value ? Json(word(*value)) : Json(nullptr);
}

const evidence::Origin& origin_at(const Records& records, std::uint32_t index) {
  ACCORD_EXPECT(index < records.origins.size());
  return records.origins[index];
}

/// A number as this program writes it, in any locale.
double number_of(const std::string& text) {
  double out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

Json number_json(const std::optional<std::int32_t>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json evidence_list(const std::vector<Evidence>& list, const Records& records) {
  return list_json(list, [&](const Evidence& e) { return evidence_json(e, records); });
}

Json call_json(const Call& call, const Records& records) {
  return {{"name", text_json(call.name)},
          {"day", to_string(call.day)},
          {"deadline", to_string(call.deadline)},
          {"stage_ends", list_json(call.stage_ends, [](Day day) { return to_string(day); })},
          {"answered", day_json(call.answered)},
          {"late_days", number_json(call.late_days)},
          {"state", word(call.state)},
          {"evidence", evidence_list(call.evidence, records)}};
}

Json counts_json(const evidence::CallCounts& c) {
  return {{"total", c.total},
          {"in_time", c.in_time},
          {"late", c.late},
          {"in_part", c.in_part},
          {"open", c.open},
          {"missed", c.missed},
          {"longest_late_days", number_json(c.longest_late_days)}};
}

Json period_json(const evidence::JudgedPeriod& period) {
  return {{"first", to_string(period.first)}, {"last", to_string(period.last)}};
}

Json last_period_json(const evidence::LastPeriod& last) {
  return {{"name", last.name},
          {"first", to_string(last.days.first)},
          {"last", to_string(last.days.last)},
          {"state", word(last.state)},
          {"comparison", last.comparison ? comparison_json(*last.comparison) : Json(nullptr)}};
}

/// What the figure is at least or at most, and what cannot be read of it; each only where it is so.
void add_incomplete(Json& out, const RuleFinding& rule, const Records& records) {
  if (rule.comparison && rule.comparison->at_least)
    out["at_least"] = quantity_json(rule.comparison->at_least, rule.comparison->unit);
  if (rule.comparison && rule.comparison->at_most)
    out["at_most"] = quantity_json(rule.comparison->at_most, rule.comparison->unit);
  if (rule.incomplete.empty()) return;
  out["incomplete"] = list_json(rule.incomplete, [&](std::uint32_t index) {
    ACCORD_EXPECT(index < records.unread.size());
    const evidence::Unread& u = records.unread[index];
    return Json{{"file", u.file},
                {"line", u.line},
                {"column", u.column},
                {"label", text_json(u.label)},
                {"found", text_json(u.found)}};
  });
}

Json rule_json(const RuleFinding& rule, const Records& records) {
  Json out{
      {"rule", rule.rule},
      {"state", word(rule.state)},
      {"reason", text_json(rule.reason)},
      {"comparison", rule.comparison ? comparison_json(*rule.comparison) : Json(nullptr)},
      {"period", rule.period ? period_json(*rule.period) : Json(nullptr)},
      {"last_period", rule.last_period ? last_period_json(*rule.last_period) : Json(nullptr)},
      {"call_counts", rule.counts ? counts_json(*rule.counts) : Json(nullptr)},
      {"deciding_call", rule.deciding_call ? Json(*rule.deciding_call) : Json(nullptr)},
      {"calls", list_json(rule.calls, [&](const Call& call) { return call_json(call, records); })},
      {"evidence", evidence_list(rule.evidence, records)},
      {"other_figures", evidence_list(rule.other_figures, records)}};
  add_incomplete(out, rule, records);
  return out;
}

Json last_known_json(const evidence::LastKnown& last, const Records& records) {
  return {{"state", word(last.state)},
          {"valid_day", to_string(last.valid)},
          {"age_days", last.age_days},
          {"comparison", last.comparison ? comparison_json(*last.comparison) : Json(nullptr)},
          {"evidence", evidence_list(last.evidence, records)}};
}

/// The first of the run of declarations that this one ends; null when it is the only one.
Json first_json(const evidence::DeclarationShown& shown, const Records& records) {
  if (!shown.first) return nullptr;
  const evidence::Origin& origin = origin_at(records, shown.first->origin);
  return {{"day", to_string(shown.first->day)},
          {"text", shown.first->title},
          {"record", origin_json(origin)}};
}

Json declaration_json(const evidence::DeclarationShown& shown, const Records& records) {
  constexpr std::array kinds{"ceases", "suspends", "resumes", "refuses"};
  const evidence::Origin& origin = origin_at(records, shown.origin);
  return {{"event", text_json(origin.id)}, {"kind", kinds.at(static_cast<std::size_t>(shown.kind))},
          {"party", shown.party},          {"day", to_string(shown.day)},
          {"text", shown.title},           {"first", first_json(shown, records)},
          {"record", origin_json(origin)}};
}

/// Fields that are there only where a record that names nobody may be the party's own.
void add_not_attributed(Json& out, const evidence::NotAttributed& n, const Records& records) {
  out["not_attributed"] = {{"says", n.says}, {"records", evidence_list(n.records, records)}};
  if (n.if_attributed) out["if_attributed"] = word(*n.if_attributed);
  if (n.if_not) out["if_not"] = word(*n.if_not);
  if (n.together)
    out["together"] = {{"state", word(n.together->state)},
                       {"outcome", word(evidence::outcome_of(n.together->state))},
                       {"says", n.together->says}};
}

/// Everything about the day that is no rule: what stands beside the measured state.
void add_beside(Json& out, const Finding& f, const Records& records) {
  out["declarations"] = list_json(f.declarations, [&](const evidence::DeclarationShown& d) {
    return declaration_json(d, records);
  });
  out["effects"] = list_json(f.answers, [](const evidence::UnderAnswer& a) {
    return Json{{"question", a.question},
                {"answer", a.answer},
                {"claim", a.text},
                {"by", a.by},
                {"state", word(a.state)}};
  });
  out["readings"] = list_json(f.readings, [](const evidence::ReadingShown& r) {
    return Json{{"text", r.text}, {"by", r.by}};
  });
  out["provisions"] = f.provisions;
  out["supposed"] = f.supposed;
}

}  // namespace

Json exact_json(const std::optional<Rational>& value) {
  if (!value || !value->is_valid()) return nullptr;
  if (const auto decimal = to_decimal(*value)) {
    const std::string text = to_string(*decimal);
    if (text.size() <= 16) return nearest_double(*decimal);
  }
  return fraction_string(*value);
}

Json quantity_json(const std::optional<Rational>& value, const std::string& unit) {
  Json number = exact_json(value);
  if (number.is_null()) return number;
  return {{"value", std::move(number)}, {"unit", unit}};
}

Json day_json(const std::optional<Day>& day) {
  return day ? Json(to_string(*day)) : Json(nullptr);
}

Json text_json(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json origin_json(const evidence::Origin& o) {
  return {{"id", text_json(o.id)},
          {"file", text_json(o.file)},
          {"row", o.row > 0 ? Json(o.row) : Json(nullptr)},
          {"sha256", text_json(o.sha256)},
          {"source", text_json(o.source)},
          {"text", text_json(o.text)},
          {"note", text_json(o.note)},
          {"supposed", o.supposed},
          {"by", text_json(o.by)},
          {"replaces", text_json(o.replaces)}};
}

Json evidence_json(const Evidence& e, const Records& records) {
  return {{"says", e.says},
          {"valid_day", to_string(e.valid)},
          {"known_day", to_string(e.known)},
          {"grade", word(e.grade)},
          {"trace_kind", word(e.trace)},
          {"record", origin_json(origin_at(records, e.origin))}};
}

Json comparison_json(const Comparison& c) {
  Json ratio(nullptr);
  if (c.ratio && c.ratio->is_valid()) ratio = number_of(to_fixed(*c.ratio, 6));
  return {{"value", quantity_json(c.value, c.unit)},
          {"value_shown", text_json(c.value_shown)},
          {"limit", quantity_json(c.limit, c.unit)},
          {"limit_shown", text_json(c.limit_shown)},
          {"limit_is", c.minimum ? "minimum" : "maximum"},
          {"ratio", std::move(ratio)},
          {"margin", quantity_json(c.margin, evidence::difference_unit(c.unit))},
          {"uncertainty", quantity_json(c.uncertainty, evidence::difference_unit(c.unit))}};
}

Json finding_json(const Finding& f, const Records& records) {
  Json out{{"id", f.id},
           {"term", f.term},
           {"title", f.title},
           {"ref", text_json(f.ref)},
           {"party", f.party},
           {"owed", f.owed},
           {"verifier", f.verifier},
           {"valid_day", to_string(f.valid_day)},
           {"known_day", to_string(f.known_day)},
           {"outcome", word(f.outcome())},
           {"state", word(f.state)},
           {"reason", text_json(f.reason)},
           {"since", day_json(f.since)},
           {"in_force_from", day_json(f.in_force_from)},
           {"in_force_until", day_json(f.in_force_until)},
           {"end_not_before", day_json(f.end_not_before)},
           {"end_waits_for", f.end_waits_for},
           {"age_days", f.age_days ? Json(*f.age_days) : Json(nullptr)},
           {"grade", word_json(f.grade)},
           {"trace_kind", word_json(f.trace)}};
  if (f.deciding_rule < f.rules.size()) add_incomplete(out, f.rules[f.deciding_rule], records);
  out["deciding_rule"] = f.deciding_rule < f.rules.size() ? Json(f.deciding_rule) : Json(nullptr);
  out["rules"] =
      list_json(f.rules, [&](const RuleFinding& rule) { return rule_json(rule, records); });
  out["basis"] = evidence_list(f.basis, records);
  out["last_known"] = f.last_known ? last_known_json(*f.last_known, records) : Json(nullptr);
  if (const auto excess = f.excess()) out["excess"] = quantity_json(excess->value, excess->unit);
  if (f.not_attributed) add_not_attributed(out, *f.not_attributed, records);
  add_beside(out, f, records);
  return out;
}

namespace {

/// A number of at most 15 digits, as a quantity has it.
Json number_json(std::string_view digits) {
  const bool is_negative = digits.starts_with('-');
  const ParsedDecimal parsed = parse_decimal(digits.substr(is_negative ? 1 : 0));
  if (parsed.fault != DecimalFault::none) return nullptr;
  const Rational value(parsed.value);
  return exact_json(is_negative ? Rational::of(0) - value : value);
}

/// The figure of an entry and its limit as numbers; null where there is neither.
Json figure_json(const agreement::TimelineEntry& e) {
  const agreement::ComparedWords words = agreement::compared_in(e.value, e.limit);
  if (words.value.empty() && words.bound.empty() && words.limit.empty()) return nullptr;
  return {{"value", number_json(words.value)},
          {"value_bound", text_json(words.bound)},
          {"limit", number_json(words.limit)},
          {"unit", text_json(words.unit)}};
}

}  // namespace

Json timeline_json(const agreement::TimelineEntry& e, const Records& records) {
  constexpr std::array kinds{"event", "declaration", "state", "period"};
  return {{"day", to_string(e.day)},
          {"known", day_json(e.known)},
          {"kind", kinds.at(static_cast<std::size_t>(e.kind))},
          {"parties", e.parties},
          {"term", text_json(e.term)},
          {"terms", e.terms},
          {"before", word_json(e.before)},
          {"state", word_json(e.state)},
          {"value", text_json(e.value)},
          {"limit", text_json(e.limit)},
          {"figure", figure_json(e)},
          {"grade", word_json(e.grade)},
          {"title", e.title},
          {"note", text_json(e.note)},
          {"source", text_json(e.source)},
          {"record", e.origin ? origin_json(origin_at(records, *e.origin)) : Json(nullptr)},
          {"supposed", e.supposed}};
}

Json episode_json(const agreement::Episode& e, const Records& records) {
  return {{"term", e.term},
          {"party", text_json(e.party)},
          {"rule", e.rule},
          {"kind", word(e.kind)},
          {"first_observed", to_string(e.first_observed)},
          {"first_known", to_string(e.first_known)},
          {"crossing_interval", {day_json(e.last_satisfied), to_string(e.first_observed)}},
          {"first_within", day_json(e.first_within)},
          {"duration_days", e.duration_days ? Json(*e.duration_days) : Json(nullptr)},
          {"first_value", text_json(e.first_value)},
          {"extreme", text_json(e.extreme)},
          {"extreme_day", to_string(e.extreme_day)},
          {"limit", text_json(e.limit)},
          {"announced", day_json(e.announced)},
          {"announcement", text_json(e.announcement)},
          {"records", list_json(e.origins, [&](std::uint32_t index) {
             return origin_json(origin_at(records, index));
           })}};
}

}  // namespace accord::report
