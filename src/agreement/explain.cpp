#include "agreement/explain.h"

#include <fmt/format.h>

#include <array>

#include "base/contract.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

std::string days_word(std::int32_t days) { return fmt::format("{} day{}", days, days == 1 ? "" : "s"); }

std::string names(const std::vector<std::string>& list) { return join(list, ", "); }

std::string evidence_lines(const Evidence& evidence, const Records& records, const char* label) {
  ACCORD_EXPECT(evidence.origin < records.origins.size());
  const Origin& origin = records.origins[evidence.origin];
  std::string out = fmt::format("     {}: {}, valid {}, known {}, {}, {}\n", label, evidence.says,
                                to_string(evidence.valid), to_string(evidence.known),
                                word(evidence.grade), word(evidence.trace));
  if (origin.supposed) return out + fmt::format("       supposed, not on record: {}\n", origin.text);
  if (!origin.file.empty())
    out += fmt::format("       {}:{}  {}\n       sha256 {}\n", origin.file, origin.row, origin.id,
                       origin.sha256);
  if (!origin.text.empty()) out += fmt::format("       says: {}\n", origin.text);
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
  std::string out = fmt::format("     call of {}: due by {}", to_string(call.day), to_string(call.deadline));
  if (call.stage_ends.size() > 1) {
    out += " (stages end";
    for (const Day end : call.stage_ends) out += " " + to_string(end);
    out += ")";
  }
  out += call.answered ? ", answered on " + to_string(*call.answered) : std::string(", no answer on record");
  return out + fmt::format(": {}\n", word(call.state));
}

std::string rule_lines(const RuleFinding& rule, const Records& records, bool decides) {
  std::string out = fmt::format("   - {}: {}{}\n", rule.rule, word(rule.state), decides ? " (decides)" : "");
  if (!rule.reason.empty()) out += fmt::format("     {}\n", rule.reason);
  if (rule.comparison) out += fmt::format("     {}\n", sentence(*rule.comparison));
  for (const Call& call : rule.calls) {
    out += call_line(call);
    for (const Evidence& e : call.evidence) out += evidence_lines(e, records, "record");
  }
  for (const Evidence& e : rule.evidence) out += evidence_lines(e, records, "record");
  for (const std::uint32_t index : rule.incomplete) out += unread_line(records.unread[index]);
  for (const Evidence& e : rule.other_figures) out += evidence_lines(e, records, "other figure, not used");
  return out;
}

std::string heading(const Finding& f) {
  std::string out = fmt::format("{}  {}\n", f.id, f.title);
  if (!f.ref.empty()) out += fmt::format("  text: {}\n", f.ref);
  out += fmt::format("  obliged: {}", names(f.party));
  if (!f.owed.empty()) out += fmt::format("; owed to: {}", names(f.owed));
  out += fmt::format("; verified by: {}\n\n", f.verifier.empty() ? "nobody named" : names(f.verifier));
  out += fmt::format("  {} ({}) on {}, as known on {}{}\n", word(f.outcome()), word(f.state),
                     to_string(f.valid_day), to_string(f.known_day),
                     f.since ? ", since " + to_string(*f.since) : std::string());
  if (f.supposed) out += "  This finding rests on a supposed record.\n";
  if (!f.reason.empty()) out += fmt::format("  {}\n", f.reason);
  if (f.age_days) out += fmt::format("  The evidence is {} old on that day.\n", days_word(*f.age_days));
  return out + "\n";
}

std::string last_known_lines(const LastKnown& last, const Records& records) {
  std::string out = fmt::format("  Last known: {} on {} ({} before).\n", word(last.state),
                                to_string(last.valid), days_word(last.age_days));
  if (last.comparison) out += fmt::format("     {}\n", sentence(*last.comparison));
  for (const Evidence& e : last.evidence) out += evidence_lines(e, records, "record");
  return out;
}

std::string beside(const Finding& f) {
  std::string out;
  for (const DeclarationShown& d : f.declarations) out += fmt::format("  {}.\n", sentence(d));
  for (const UnderAnswer& a : f.answers)
    out += fmt::format("  If {} is {} (“{}”, held by {}): {}.\n", a.question, a.answer, a.text,
                       a.by.empty() ? "nobody named" : names(a.by), word(a.state));
  for (const ReadingShown& r : f.readings) out += fmt::format("  Read as “{}” by {}.\n", r.text, names(r.by));
  if (!f.provisions.empty()) out += fmt::format("  See also: {}.\n", names(f.provisions));
  return out;
}

std::string in_force_line(const Finding& f) {
  if (!f.in_force_from) return "  The start day is not known.\n";
  return fmt::format("  In force from {} {}.\n", to_string(*f.in_force_from),
                     f.in_force_until ? "up to the day before " + to_string(*f.in_force_until)
                                      : std::string("without end"));
}

}  // namespace

std::string sentence(const Comparison& c) {
  std::string out = c.value_shown;
  if (!c.limit_shown.empty()) out += " against " + c.limit_shown;
  if (c.uncertainty) out += fmt::format(", uncertainty ± {} {}", to_exact_string(*c.uncertainty), c.unit);
  if (c.margin) {
    const bool beyond = c.margin->is_negative();
    const Rational size = beyond ? Rational::of(0) - *c.margin : *c.margin;
    out += c.margin->is_zero() ? std::string(": exactly the limit")
                               : fmt::format(": {} {} {} the limit", to_exact_string(size), c.unit,
                                             beyond ? "beyond" : "within");
  }
  if (c.ratio) out += fmt::format(", {} times the limit", to_fixed(*c.ratio, 2));
  return out;
}

std::string sentence(const DeclarationShown& d) {
  constexpr std::array verbs{"has declared that it ceases to participate", "has declared it suspended",
                             "has declared that it resumes", "has refused it on record"};
  std::string out = fmt::format("{} {} on {}", d.party, verbs[static_cast<std::size_t>(d.kind)],
                                to_string(d.day));
  return d.title.empty() ? out : out + fmt::format(" (“{}”)", d.title);
}

std::string explain(const Finding& f, const Records& records) {
  std::string out = heading(f) + in_force_line(f);
  if (!f.basis.empty()) out += "  Its days and conditions rest on:\n";
  for (const Evidence& e : f.basis) out += evidence_lines(e, records, "record");
  if (!f.rules.empty()) out += "  Rules:\n";
  for (std::size_t i = 0; i < f.rules.size(); ++i)
    out += rule_lines(f.rules[i], records, f.rules.size() > 1 && i == f.deciding_rule);
  if (f.last_known) out += last_known_lines(*f.last_known, records);
  return out + beside(f);
}

}  // namespace accord::agreement
