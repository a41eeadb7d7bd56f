#include "agreement/syntax/print.h"
#include "agreement/syntax/printer.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

/// The rule in pieces: its start, then each further step, then the tolerance with the last.
std::vector<std::string> pieces(const Limit& limit) {
  std::vector<std::string> out;
  for (const Step& step : limit.steps) {
    std::string piece = "then ";
    if (out.empty()) {
      piece = "limit " + limit.measure.text + " ";
      if (limit.per) piece += std::string("per ") + word(*limit.per) + " ";
      if (limit.per_from) piece += "from " + print(*limit.per_from) + " ";
    }
    piece += print(step.bound);
    if (step.as_of) piece += " as of " + print(*step.as_of);
    out.push_back(std::move(piece));
  }
  if (limit.tolerance) out.back() += " tolerance " + print(*limit.tolerance);
  return out;
}

std::string print(const ActivityRule& rule) {
  std::string out = (rule.require ? "require " : "prohibit ") + rule.activity.text;
  if (rule.where == ActivityRule::Where::at) out += " at " + ids(rule.sites);
  if (rule.where == ActivityRule::Where::outside) out += " outside " + ids(rule.sites);
  return out;
}

std::string each(const Trigger& trigger) {
  return (trigger.own ? "each own " : "each ") + trigger.event.text;
}

std::string print(const Trigger& trigger) {
  switch (trigger.kind) {
    case Trigger::Kind::each_event:
      return each(trigger);
    case Trigger::Kind::end_of_unit_of_event:
      return std::string("the end of the ") + word(trigger.unit) + " of " + each(trigger);
    case Trigger::Kind::end_of_each_unit:
      return std::string("the end of each ") + word(trigger.unit);
    case Trigger::Kind::end_of_each_span:
      break;
  }
  return "the end of each " + print(trigger.span) + " from " + print(trigger.from);
}

std::string stages(const std::vector<Stage>& stages) {
  std::string out;
  for (const Stage& stage : stages) {
    if (&stage != stages.data()) out += " + ";
    out += print(stage.duration);
    if (stage.label) out += " " + quoted(*stage.label);
  }
  return out;
}

std::string print(const Duty& duty) {
  const std::string start = "duty " + duty.event.text;
  switch (duty.kind) {
    case Duty::Kind::by:
      return start + " by " + print(duty.by);
    case Duty::Kind::within:
      return start + " within " + stages(duty.stages) + " of " + print(duty.trigger);
    case Duty::Kind::before:
      return start + " at least " + print(duty.span) + " before " + each(duty.trigger);
    case Duty::Kind::every:
      break;
  }
  return start + " every " + print(duty.span) +
         (duty.grace.empty() ? "" : " grace " + print(duty.grace));
}

void print_rule(Lines& lines, const Rule& rule) {
  lines.comments(rule.comments);
  const std::string whole = print(rule);
  const Limit* limit = std::get_if<Limit>(&rule.what);
  if (limit == nullptr || lines.indent() + character_count(whole) <= print_columns_max) {
    lines.line(whole);
    return;
  }
  const std::vector<std::string> parts = pieces(*limit);
  lines.line(parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) lines.line("  " + parts[i]);
}

/// obliges … owed … verifier … on one line, as far as they are there.
void print_parties(Lines& lines, const Clauses& c) {
  std::string out;
  if (c.obliges) {
    lines.comments(c.obliges->comments);
    out += " obliges ";
    if (c.obliges->how == Obliges::How::each) out += "each ";
    if (c.obliges->how == Obliges::How::jointly) out += "jointly ";
    out += ids(c.obliges->who);
  }
  lines.comments(c.owed_comments);
  if (c.owed) out += " owed " + ids(*c.owed);
  lines.comments(c.verifier_comments);
  if (c.verifier) out += " verifier " + (c.verifier->empty() ? "none" : ids(*c.verifier));
  if (!out.empty()) lines.line(std::string_view(out).substr(1));
}

}  // namespace

std::string print(const Rule& rule) {
  if (const auto* activity = std::get_if<ActivityRule>(&rule.what)) return print(*activity);
  if (const auto* duty = std::get_if<Duty>(&rule.what)) return print(*duty);
  return join(pieces(std::get<Limit>(rule.what)), " ");
}

void print_words(Lines& lines, const Words& words) {
  for (const Reading& reading : words.readings) {
    lines.comments(reading.comments);
    lines.line("reading " + quoted(reading.text) + " by " + ids(reading.by));
  }
  for (const Quote& quote : words.quotes) {
    lines.comments(quote.comments);
    const std::string start = "text " + quote.language.text + " ";
    if (quote.block)
      print_block(lines, start, quote.text);
    else
      lines.line(start + quoted(quote.text));
  }
  for (const Note& note : words.notes) {
    lines.comments(note.comments);
    lines.line("note " + quoted(note.text));
  }
}

void print_clauses(Lines& lines, const Clauses& c) {
  print_parties(lines, c);
  lines.comments(c.from_comments);
  if (c.from) lines.line("from " + print(*c.from));
  for (const Rule& rule : c.rules) print_rule(lines, rule);
  for (const ConditionClause& clause : c.conditions) {
    lines.comments(clause.comments);
    lines.line((clause.unless ? "unless " : "while ") + print(clause.condition));
  }
  lines.comments(c.stale_comments);
  if (c.stale_after) lines.line("stale after " + print(*c.stale_after));
  lines.comments(c.reciprocal_comments);
  if (c.reciprocal) lines.line("reciprocal to " + ids(*c.reciprocal));
  lines.comments(c.about_comments);
  if (c.about) lines.line("about " + ids(*c.about));
  print_words(lines, c.words);
}

}  // namespace accord::agreement
