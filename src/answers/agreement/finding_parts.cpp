#include "answers/agreement/finding_parts.h"

#include <charconv>

#include "agreement/explain/figure_words.h"
#include "base/contract.h"
#include "described/words.h"

namespace accord::answers {

namespace {

CallCounts call_counts_of(const evidence::CallCounts& c) {
  return {c.total, c.in_time, c.late, c.in_part, c.open, c.missed, c.longest_late_days};
}

LastPeriod last_period_of(const evidence::LastPeriod& last) {
  return {last.name, last.days.first, last.days.last, last.state,
          where(last.comparison, comparison_of)};
}

}  // namespace

std::optional<Rational> valid(const std::optional<Rational>& value) {
  return value && value->is_valid() ? value : std::nullopt;
}

std::optional<double> rounded(const std::optional<Rational>& ratio) {
  if (!valid(ratio)) return std::nullopt;
  const std::string text = to_fixed(*ratio, 6);
  double out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

Comparison comparison_of(const evidence::Comparison& c) {
  return {valid(c.value),
          text_or_none(c.value_shown),
          valid(c.limit),
          text_or_none(c.limit_shown),
          c.minimum ? LimitKind::minimum : LimitKind::maximum,
          c.unit,
          rounded(c.ratio),
          valid(c.margin),
          valid(c.uncertainty),
          evidence::difference_unit(c.unit),
          valid(c.at_least),
          valid(c.at_most)};
}

ShownFigure figure_of(const std::string& value_shown, const std::string& limit_shown) {
  const agreement::ComparedWords words = agreement::compared_in(value_shown, limit_shown);
  const auto number = [](const std::string& text) {
    Decimal out;
    return described::type_of<Decimal>.parse(text, &out) ? std::optional(out) : std::nullopt;
  };
  return {number(words.value), described::value_of<FigureBound>(words.bound), number(words.limit),
          text_or_none(words.unit)};
}

std::vector<Evidence> FindingParts::all(const std::vector<evidence::Evidence>& list) const {
  return each<Evidence>(list, [this](const evidence::Evidence& e) {
    return Evidence{e.says, e.valid, e.known, e.grade, e.trace, record(e.origin)};
  });
}

Call FindingParts::call(const evidence::Call& c) const {
  return {text_or_none(c.name), c.day,       c.deadline, c.stage_ends,
          c.answered,           c.late_days, c.state,    all(c.evidence)};
}

RuleFinding FindingParts::rule(const evidence::RuleFinding& r) const {
  RuleFinding out;
  out.rule = r.rule;
  out.state = r.state;
  out.reason = text_or_none(r.reason);
  out.comparison = where(r.comparison, comparison_of);
  if (r.period) out.first_day = r.period->first, out.last_day = r.period->last;
  out.last_period = where(r.last_period, last_period_of);
  out.call_counts = where(r.counts, call_counts_of);
  out.deciding_call = r.deciding_call;
  out.calls = each<Call>(r.calls, [this](const evidence::Call& c) { return call(c); });
  out.evidence = all(r.evidence);
  out.other_figures = all(r.other_figures);
  out.unread = each<UnreadPlace>(r.incomplete, [this](std::uint32_t index) {
    ACCORD_EXPECT(index < records_.unread.size());
    const evidence::Unread& u = records_.unread[index];
    return UnreadPlace{u.file, u.line, u.column, text_or_none(u.label), text_or_none(u.found)};
  });
  return out;
}

LastKnown FindingParts::last_known(const evidence::LastKnown& last) const {
  return {last.state, last.valid, last.age_days, where(last.comparison, comparison_of),
          all(last.evidence)};
}

DeclarationShown FindingParts::declaration(const evidence::DeclarationShown& d) const {
  DeclarationShown out{d.kind, d.party, d.day, d.title, record(d.origin), {}, {}, {}};
  if (!d.first) return out;
  out.first_day = d.first->day;
  out.first_title = d.first->title;
  out.first_record = record(d.first->origin);
  return out;
}

}  // namespace accord::answers
