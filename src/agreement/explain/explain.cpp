#include "agreement/explain/explain.h"

#include <fmt/format.h>

#include <array>

#include "agreement/evaluate/rules/call_counts.h"
#include "agreement/model/units.h"
#include "base/contract.h"
#include "base/english.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

/// Titles of the tables paraphrase: they are told apart from what a party said, and never quoted.
std::string on_day(Day day, const std::string& title) {
  return to_string(day) + (title.empty() ? "" : fmt::format(" (in the record: {})", title));
}

std::string evidence_lines(const Evidence& evidence, const Records& records, const char* label) {
  ACCORD_EXPECT(evidence.origin < records.origins.size());
  const Origin& origin = records.origins[evidence.origin];
  std::string out = fmt::format("     {}: {}, valid {}, known {}, {}, {}\n", label, evidence.says,
                                to_string(evidence.valid), to_string(evidence.known),
                                word(evidence.grade), word(evidence.trace));
  if (origin.supposed)
    return out + fmt::format("       supposed, not on record: {}\n", origin.text);
  if (!origin.file.empty())
    out += fmt::format("       {}:{}  {}\n       sha256 {}\n", origin.file, origin.row, origin.id,
                       origin.sha256);
  if (!origin.by.empty()) out += fmt::format("       said by: {}\n", origin.by);
  if (!origin.replaces.empty()) out += fmt::format("       corrects: {}\n", origin.replaces);
  if (!origin.text.empty()) out += fmt::format("       in the record: {}\n", origin.text);
  if (!origin.note.empty()) out += fmt::format("       note: {}\n", origin.note);
  if (!origin.source.empty()) out += fmt::format("       source: {}\n", origin.source);
  return out;
}

std::string unread_line(const Unread& unread) {
  std::string out =
      fmt::format("     cannot be read: {}:{}:{}", unread.file, unread.line, unread.column);
  if (!unread.label.empty()) out += fmt::format("  label {}", unread.label);
  if (!unread.found.empty()) out += fmt::format("  “{}”", unread.found);
  return out + "\n";
}

std::string call_line(const Call& call) {
  std::string out = fmt::format("     {}: due by {}", call.what, to_string(call.deadline));
  if (call.stage_ends.size() > 1) {
    out += " (stages end";
    for (const Day end : call.stage_ends) out += " " + to_string(end);
    out += ")";
  }
  out += call.answered ? ", answered on " + to_string(*call.answered)
                       : std::string(", no answer on record");
  if (call.late_days) out += fmt::format(", {} late", counted(*call.late_days, "day"));
  return out + fmt::format(": {}\n", plain(call.state));
}

std::string state_words(const RuleFinding& rule) {
  const std::string more = exceeded_words(rule);
  return more.empty() ? plain(rule.state) : fmt::format("{}: {}", plain(rule.state), more);
}

std::string rule_lines(const RuleFinding& rule, const Records& records, bool decides) {
  std::string out =
      fmt::format("   - {}: {}{}\n", rule.rule, state_words(rule), decides ? " (decides)" : "");
  if (!rule.reason.empty()) out += fmt::format("     {}\n", rule.reason);
  if (rule.comparison) out += fmt::format("     {}\n", sentence(*rule.comparison));
  if (tells_last_period(rule))
    out += fmt::format("     the period before, {}\n", sentence(*rule.last_period));
  if (rule.counts) out += fmt::format("     {}\n", sentence(*rule.counts));
  for (const Call& call : rule.calls) {
    out += call_line(call);
    for (const Evidence& e : call.evidence) out += evidence_lines(e, records, "record");
  }
  for (const Evidence& e : rule.evidence) out += evidence_lines(e, records, "record");
  for (const std::uint32_t index : rule.incomplete) out += unread_line(records.unread[index]);
  for (const Evidence& e : rule.other_figures)
    out += evidence_lines(e, records, "other figure, not used");
  return out;
}

/// "met", "met (met attested)", "not met (exceeded: below the minimum)"
std::string outcome_words(const Finding& f) {
  const std::string outcome = word(f.outcome());
  const bool is_of_rule =
      f.deciding_rule < f.rules.size() && f.rules[f.deciding_rule].state == f.state;
  const std::string state = is_of_rule ? state_words(f.rules[f.deciding_rule]) : plain(f.state);
  return outcome == state ? outcome : fmt::format("{} ({})", outcome, state);
}

std::string heading(const Finding& f, const PartyTitles& parties) {
  std::string out = fmt::format("{}  {}\n", f.id, f.title);
  if (!f.ref.empty()) out += fmt::format("  text: {}\n", f.ref);
  out += fmt::format("  obliged: {}", parties.of(f.party));
  if (!f.owed.empty()) out += fmt::format("; owed to: {}", parties.of(f.owed));
  out += fmt::format("; verified by: {}\n\n",
                     f.verifier.empty() ? "nobody named" : parties.of(f.verifier));
  out += fmt::format("  {} on {}, as known on {}{}\n", outcome_words(f), to_string(f.valid_day),
                     to_string(f.known_day),
                     f.since ? ", since " + to_string(*f.since) : std::string());
  if (f.supposed) out += "  This finding rests on a supposed record.\n";
  if (!f.reason.empty()) out += fmt::format("  {}\n", f.reason);
  if (f.age_days)
    out += fmt::format("  The evidence is {} old on that day.\n", counted(*f.age_days, "day"));
  return out + "\n";
}

std::string last_known_lines(const LastKnown& last, const Records& records) {
  std::string out = fmt::format("  Last known: {} on {} ({} before).\n", plain(last.state),
                                to_string(last.valid), counted(last.age_days, "day"));
  if (last.comparison) out += fmt::format("     {}\n", sentence(*last.comparison));
  for (const Evidence& e : last.evidence) out += evidence_lines(e, records, "record");
  return out;
}

/// The records that may be the party's own and name nobody.
std::string not_attributed_lines(const NotAttributed& n, const Records& records) {
  std::string out = fmt::format("  Names nobody: {}.\n", n.says);
  if (n.if_attributed)
    out += fmt::format("     If it was this party: {}. If it was not: {}.\n",
                       plain(*n.if_attributed), plain(*n.if_not));
  if (n.together)
    out += fmt::format("     Together: {}. {}.\n", plain(n.together->state), n.together->says);
  for (const Evidence& e : n.records) out += evidence_lines(e, records, "record that names nobody");
  return out;
}

std::string beside(const Finding& f, const Records& records, const PartyTitles& parties) {
  std::string out;
  for (const DeclarationShown& d : f.declarations)
    out += fmt::format("  {}.\n", sentence(d, parties));
  if (f.not_attributed) out += not_attributed_lines(*f.not_attributed, records);
  for (const UnderAnswer& a : f.answers)
    out += fmt::format("  If {} is {} (“{}”, held by {}): {}.\n", a.question, a.answer, a.text,
                       a.by.empty() ? "nobody named" : parties.of(a.by), plain(a.state));
  for (const ReadingShown& r : f.readings)
    out += fmt::format("  Read as “{}” by {}.\n", r.text, parties.in_sentence(r.by));
  if (!f.provisions.empty()) out += fmt::format("  See also: {}.\n", join(f.provisions, ", "));
  return out;
}

std::string end_words(const Finding& f) {
  if (f.in_force_until) return "up to the day before " + to_string(*f.in_force_until);
  if (f.end_waits_for.empty()) return "without end";
  const std::string events = "“" + join(f.end_waits_for, "”, “") + "”";
  if (!f.end_not_before) return "until the end, which waits for " + events;
  return fmt::format("until the end, which is not before {} and waits for {}",
                     to_string(*f.end_not_before), events);
}

std::string in_force_line(const Finding& f) {
  if (!f.in_force_from) return "  The start day is not known.\n";
  return fmt::format("  In force from {} {}.\n", to_string(*f.in_force_from), end_words(f));
}

/// Words of something to reach.
std::string of_minimum(const Comparison& c) {
  const std::string unit = difference_unit(c.unit);
  const bool is_short = c.margin && c.margin->is_negative();
  std::string out = c.value_shown + (is_short ? ", short of " : " against ") + c.limit_shown;
  if (is_short) out += " by " + amount_words(to_exact_string(Rational::of(0) - *c.margin), unit);
  if (c.uncertainty)
    out += fmt::format(", uncertainty ± {} {}", to_exact_string(*c.uncertainty), unit);
  if (c.margin && c.margin->is_zero()) return out + ": exactly the minimum";
  if (c.margin && !is_short)
    out += fmt::format(": {} above the minimum", amount_words(to_exact_string(*c.margin), unit));
  return c.ratio ? out + fmt::format(", {} times the minimum", to_fixed(*c.ratio, 2)) : out;
}

}  // namespace

std::string sentence(const Comparison& c) {
  if (c.minimum) return of_minimum(c);
  const std::string unit = difference_unit(c.unit);
  std::string out = c.value_shown;
  if (!c.limit_shown.empty()) out += " against " + c.limit_shown;
  if (c.uncertainty)
    out += fmt::format(", uncertainty ± {} {}", to_exact_string(*c.uncertainty), unit);
  if (c.margin && c.margin->is_zero()) return out + ": exactly the limit";
  if (c.margin) {
    const bool beyond = c.margin->is_negative();
    const Rational size = beyond ? Rational::of(0) - *c.margin : *c.margin;
    out += fmt::format(": {} {} the limit", amount_words(to_exact_string(size), unit),
                       beyond ? "beyond" : "within");
  }
  if (c.ratio) out += fmt::format(", {} times the limit", to_fixed(*c.ratio, 2));
  return out;
}

const char* exceeded_words(const RuleFinding& rule) {
  if (rule.state != State::exceeded) return "";
  if (rule.rule.starts_with("prohibit")) return "seen";
  return rule.comparison && rule.comparison->minimum ? "below the minimum" : "";
}

std::string sentence(const LastPeriod& p) {
  std::string out = fmt::format("{}: {}", p.name, plain(p.state));
  if (!p.comparison) return out;
  out += ", " + p.comparison->value_shown;
  return p.comparison->limit_shown.empty() ? out : out + " against " + p.comparison->limit_shown;
}

bool tells_last_period(const RuleFinding& rule) {
  return rule.last_period && !(rule.period && rule.period->last == rule.last_period->days.last);
}

std::string sentence(const DeclarationShown& d, const PartyTitles& parties) {
  constexpr std::array verbs{"declared that it ceases to participate", "declared it suspended",
                             "declared that it resumes", "refused it"};
  std::string out =
      fmt::format("{} {} on ", parties.of(d.party), verbs[static_cast<std::size_t>(d.kind)]);
  if (d.first) out += on_day(d.first->day, d.first->title) + " and again on ";
  return out + on_day(d.day, d.title);
}

std::string announced_sentence(Day day, const std::string& title) {
  return fmt::format("Announced by the party on {}.", on_day(day, title));
}

std::string explain(const Finding& f, const Records& records, const PartyTitles& parties) {
  std::string out = heading(f, parties) + in_force_line(f);
  if (!f.basis.empty()) out += "  Its days and conditions rest on:\n";
  for (const Evidence& e : f.basis) out += evidence_lines(e, records, "record");
  if (!f.rules.empty()) out += "  Rules:\n";
  for (std::size_t i = 0; i < f.rules.size(); ++i)
    out += rule_lines(f.rules[i], records, f.rules.size() > 1 && i == f.deciding_rule);
  if (f.last_known) out += last_known_lines(*f.last_known, records);
  return out + beside(f, records, parties);
}

}  // namespace accord::agreement
