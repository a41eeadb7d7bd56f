#include <fmt/format.h>

#include <numeric>

#include "agreement/evaluate/plain_words.h"
#include "agreement/syntax/print.h"
#include "agreement/syntax/printer.h"

namespace accord::agreement {

namespace {

/// Who owes, and the verbs that go with it.
struct Obliged {
  std::string who;
  bool plural = false;
  [[nodiscard]] const char* keeps() const { return plural ? "keep" : "keeps"; }
  [[nodiscard]] const char* ensures() const { return plural ? "ensure" : "ensures"; }
  [[nodiscard]] const char* sees_to() const { return plural ? "see to" : "sees to"; }
};

Obliged obliged(const PlainWords& words, const std::optional<Obliges>& obliges) {
  if (!obliges || obliges->who.empty()) return {"the obliged party"};
  const auto* group =
      obliges->who.size() == 1 ? words.names().find<Party>(obliges->who.front().text) : nullptr;
  const bool is_group = group != nullptr && group->members;
  const std::string all = words.titles(obliges->who);
  if (obliges->how == Obliges::How::one) return {all};
  const std::string members =
      is_group ? fmt::format("{} ({})", all, words.titles(*group->members)) : all;
  if (obliges->how == Obliges::How::jointly)
    return {is_group ? "the members of " + members + " together" : all + " together", true};
  if (is_group) return {"each member of " + members};
  return {obliges->who.size() == 1 ? all : "each of " + all};
}

/// A title inside a sentence; commas in it are closed with one.
std::string inside(const std::string& title) {
  return title.find(',') == std::string::npos ? title : title + ",";
}

std::string per_text(const PlainWords& words, const Limit& limit, const Measure* measure) {
  if (limit.per && limit.per_from)
    return fmt::format(", added up over each {} counted from {},", word(*limit.per),
                       words.day(*limit.per_from));
  if (limit.per) return fmt::format(", added up over each calendar {},", word(*limit.per));
  const bool is_flow = measure != nullptr && measure->kind == Measure::Kind::flow;
  return is_flow ? ", added up since the start," : "";
}

std::string sentence_of(const PlainWords& words, const Obliged& who, const Limit& limit) {
  const auto* measure = words.names().find<Measure>(limit.measure.text);
  const std::string per = per_text(words, limit, measure);
  const std::string title = words.title(limit.measure);
  std::string out =
      fmt::format("{} {} {}", who.who, who.keeps(), per.empty() ? inside(title) : title + per);
  for (const Step& step : limit.steps) {
    if (&step != limit.steps.data()) out += "; and";
    out += " " + words.bound(step.bound, measure);
    if (step.as_of) out += fmt::format(" from {} on", words.day(*step.as_of));
  }
  if (!limit.steps.empty() && limit.steps.front().as_of)
    out += fmt::format("; before {} this is not due", words.day(*limit.steps.front().as_of));
  if (limit.tolerance)
    out +=
        fmt::format("; the text grants a tolerance of {}", words.value(*limit.tolerance, measure));
  return out;
}

std::string sentence_of(const PlainWords& words, const Obliged& who, const ActivityRule& rule) {
  std::string where;
  if (rule.where == ActivityRule::Where::at)
    where = " at " + words.titles(rule.sites, rule.require ? "and" : "or");
  if (rule.where == ActivityRule::Where::outside) where = " outside " + words.titles(rule.sites);
  return fmt::format("{} {} that {} {}{}", who.who, who.ensures(),
                     rule.require ? "this lasts:" : "there is no",
                     in_quotes(words.title(rule.activity)), where);
}

std::string trigger_text(const PlainWords& words, const Trigger& trigger) {
  const std::string event =
      in_quotes(words.title(trigger.event)) + (trigger.own ? " of its own" : "");
  switch (trigger.kind) {
    case Trigger::Kind::each_event:
      return "each " + event;
    case Trigger::Kind::end_of_unit_of_event:
      return fmt::format("the end of the {} of each {}", word(trigger.unit), event);
    case Trigger::Kind::end_of_each_unit:
      return fmt::format("the end of each {}", word(trigger.unit));
    case Trigger::Kind::end_of_each_span:
      break;
  }
  return fmt::format("the end of each {}, counted from {}", words.span(trigger.span),
                     words.day(trigger.from));
}

/// "24 days", where all stages count in one unit; else the stages one after the other.
std::string total(const PlainWords& words, const std::vector<Stage>& stages) {
  Span span;
  for (const Stage& stage : stages) {
    if (!span.empty() && span.front().unit == stage.duration.unit)
      span.front().count += stage.duration.count;
    else
      span.push_back(stage.duration);
  }
  return words.span(span);
}

std::string stages_text(const std::vector<Stage>& stages) {
  if (stages.size() < 2 && !stages.front().label) return {};
  std::string out = ":";
  for (const Stage& stage : stages) {
    out += &stage == stages.data() ? " " : ", then ";
    out += print(stage.duration);
    if (stage.label) out += fmt::format(" ({})", *stage.label);
  }
  return out;
}

std::string sentence_of(const PlainWords& words, const Obliged& who, const Duty& duty) {
  const std::string act =
      fmt::format("{} {} {}", who.who, who.sees_to(), in_quotes(words.title(duty.event)));
  switch (duty.kind) {
    case Duty::Kind::by:
      return fmt::format("{} on or before {}", act, words.day(duty.by));
    case Duty::Kind::within:
      return fmt::format("{} within {} of {}{}", act, total(words, duty.stages),
                         trigger_text(words, duty.trigger), stages_text(duty.stages));
    case Duty::Kind::before:
      return fmt::format("{} at least {} before {}", act, words.span(duty.span),
                         trigger_text(words, duty.trigger));
    case Duty::Kind::every:
      break;
  }
  return fmt::format(
      "{} at least every {}{}", act, words.span(duty.span),
      duty.grace.empty() ? "" : fmt::format(", with {} of grace", words.span(duty.grace)));
}

void add_conditions(std::vector<std::string>& out, const PlainWords& words, const Clauses& c) {
  for (const ConditionClause& clause : c.conditions)
    out.push_back(fmt::format("It {} as long as {}.",
                              clause.unless ? "does not hold" : "holds only",
                              words.condition(clause.condition)));
}

void add_parties(std::vector<std::string>& out, const PlainWords& words, const Clauses& c) {
  if (c.owed && c.verifier && !c.verifier->empty())
    out.push_back(fmt::format("Owed to {}; verified by {}.", words.titles(*c.owed),
                              words.titles(*c.verifier)));
  else if (c.owed)
    out.push_back(fmt::format("Owed to {}.", words.titles(*c.owed)));
  else if (c.verifier && !c.verifier->empty())
    out.push_back(fmt::format("Verified by {}.", words.titles(*c.verifier)));
  if (c.verifier && c.verifier->empty()) out.push_back("Nobody is named to verify it.");
}

}  // namespace

std::vector<std::string> plain_clauses(const PlainWords& words, const Clauses& c) {
  std::vector<std::string> out;
  const Obliged who = obliged(words, c.obliges);
  const std::string start = c.from ? words.period(*c.from) + " " : "";
  for (const Rule& rule : c.rules)
    out.push_back(
        capital(start + std::visit([&](const auto& what) { return sentence_of(words, who, what); },
                                   rule.what)) +
        ".");
  if (c.rules.empty() && c.from) out.push_back(words.period(*c.from) + ".");
  if (c.rules.empty() && c.obliges) out.push_back(fmt::format("Owed by {}.", who.who));
  add_conditions(out, words, c);
  if (c.stale_after)
    out.push_back(fmt::format("A figure or statement older than {} shows nothing.",
                              words.span(*c.stale_after)));
  add_parties(out, words, c);
  if (c.reciprocal)
    out.push_back(
        fmt::format("Linked in the account of give and take with {}.", words.terms(*c.reciprocal)));
  if (c.about) out.push_back(fmt::format("Concerns {}.", words.terms(*c.about)));
  return out;
}

std::string plain_formula(const PlainWords& words, const Measure& measure) {
  std::vector<std::string> parts;
  for (const Part& part : measure.formula->parts) {
    std::string text = words.title(part.measure);
    if (part.weight) text = fmt::format("{} times {}", to_string(*part.weight), text);
    if (text.find(',') != std::string::npos) text = in_quotes(text);
    parts.push_back(std::move(text));
  }
  if (measure.formula->is_share)
    return fmt::format("the share of {} in {}", parts.front(), parts.back());
  std::string out = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i)
    out += (measure.formula->parts[i].minus ? " minus " : " plus ") + parts[i];
  return out;
}

}  // namespace accord::agreement
