#include <algorithm>

#include "agreement/syntax/parser.h"
#include "agreement/syntax/words.h"

namespace accord::agreement {

void Parser::clauses(Clauses& clauses, std::string_view owner) {
  body(clauses.damage, "a clause such as “obliges”, “limit”, “duty”, “from” or “}”", starts_clause,
       [&] { return clause(clauses, owner); });
}

bool Parser::clause(Clauses& c, std::string_view owner) {
  const auto names = [this](Names& out) { return ids(out); };
  switch (token_.word) {
    case "obliges"_w:
      return obliges(c, owner);
    case "owed"_w:
      return single(c.owed, c.owed_comments, owner, names);
    case "verifier"_w:
      return single(c.verifier, c.verifier_comments, owner,
                    [this](Names& out) { return accept("none"_w) || ids(out); });
    case "from"_w:
      return single(c.from, c.from_comments, owner, [this](Period& out) { return period(out); });
    case "stale"_w:
      return single(c.stale_after, c.stale_comments, owner,
                    [this](Span& out) { return expect("after"_w) && span(out); });
    case "reciprocal"_w:
      return single(c.reciprocal, c.reciprocal_comments, owner,
                    [this](Names& out) { return expect("to"_w) && ids(out); });
    case "about"_w:
      return single(c.about, c.about_comments, owner, names);
    case "while"_w:
    case "unless"_w:
      return condition_clause(c);
    default:
      return starts_rule(token_.word) ? rule(c) : words_clause(c.words);
  }
}

bool Parser::obliges(Clauses& c, std::string_view owner) {
  const At at = here();
  Comments comments;
  const bool complete = single(c.obliges, comments, owner, [this](Obliges& out) {
    if (accept("each"_w))
      out.how = Obliges::How::each;
    else if (accept("jointly"_w))
      out.how = Obliges::How::jointly;
    return ids(out.who);
  });
  if (!complete) return false;
  c.obliges->at = at;
  c.obliges->comments = std::move(comments);
  return true;
}

/// The model holds every `while` before every `unless`; all must be true, so order has no meaning.
bool Parser::condition_clause(Clauses& c) {
  const bool complete = listed(c.conditions, [this](ConditionClause& out) {
    out.unless = is("unless"_w);
    advance();
    return condition(out.condition);
  });
  if (!complete) return false;
  const auto last = c.conditions.end() - 1;
  if (!last->unless)
    std::rotate(std::find_if(c.conditions.begin(), last,
                             [](const ConditionClause& clause) { return clause.unless; }),
                last, c.conditions.end());
  return true;
}

bool Parser::rule(Clauses& c) {
  return listed(c.rules, [this](Rule& out) {
    const Word word = token_.word;
    advance();
    if (word == "limit"_w) return limit(std::get<Limit>(out.what));
    if (word == "duty"_w) return duty(out.what.emplace<Duty>());
    ActivityRule& activity = out.what.emplace<ActivityRule>();
    activity.require = word == "require"_w;
    return activity_rule(activity);
  });
}

bool Parser::where(ActivityRule::Where& where, Names& sites) {
  where = ActivityRule::Where::anywhere;
  if (is("at"_w)) where = ActivityRule::Where::at;
  if (is("outside"_w)) where = ActivityRule::Where::outside;
  if (where == ActivityRule::Where::anywhere) return true;
  advance();
  return ids(sites);
}

bool Parser::activity_rule(ActivityRule& rule) {
  if (!name(rule.activity)) return false;
  if (rule.require && is("outside"_w))
    return unexpected("“at” or the next clause", "a state that lasts is required at sites");
  return where(rule.where, rule.sites);
}

bool Parser::limit(Limit& limit) {
  if (!name(limit.measure)) return false;
  if (accept("per"_w)) {
    if (!calendar_unit(limit.per.emplace())) return false;
    if (accept("from"_w) && !day_expression(limit.per_from.emplace())) return false;
  }
  return steps(limit) && (!accept("tolerance"_w) || value(limit.tolerance.emplace()));
}

bool Parser::steps(Limit& limit) {
  Step& first = limit.steps.emplace_back();
  if (!bound(first.bound)) return false;
  if (accept("as"_w) && !(expect("of"_w) && day_expression(first.as_of.emplace()))) return false;
  while (accept("then"_w)) {
    Step& next = limit.steps.emplace_back();
    if (!bound(next.bound)) return false;
    if (!accept("as"_w))
      return unexpected("“as of” a day", "each further step says from which day it holds");
    if (!expect("of"_w) || !day_expression(next.as_of.emplace())) return false;
  }
  return true;
}

bool Parser::duty(Duty& duty) {
  if (!name(duty.event)) return false;
  if (accept("by"_w)) {
    duty.kind = Duty::Kind::by;
    return day_expression(duty.by);
  }
  if (accept("within"_w)) {
    duty.kind = Duty::Kind::within;
    return duty_within(duty);
  }
  if (accept("at"_w)) {
    duty.kind = Duty::Kind::before;
    if (!expect("least"_w) || !span(duty.span) || !expect("before"_w) || !expect("each"_w))
      return false;
    duty.trigger.own = accept("own"_w);
    return name(duty.trigger.event);
  }
  if (accept("every"_w)) {
    duty.kind = Duty::Kind::every;
    return repeating_span(duty.span) && (!accept("grace"_w) || span(duty.grace));
  }
  return unexpected("“by”, “within”, “at least” or “every”",
                    "say when the duty is due; a lasting duty is written with require");
}

bool Parser::duty_within(Duty& duty) {
  do {
    Stage& stage = duty.stages.emplace_back();
    if (!duration(stage.duration) || !optional_text(stage.label)) return false;
  } while (accept(Mark::plus));
  if (!expect("of"_w)) return false;
  Trigger& trigger = duty.trigger;
  if (accept("the"_w)) return expect("end"_w) && expect("of"_w) && trigger_end(trigger);
  if (!accept("each"_w)) return unexpected("“each” event or “the end of” a period");
  trigger.kind = Trigger::Kind::each_event;
  trigger.own = accept("own"_w);
  return name(trigger.event);
}

/// What follows “of the end of”.
bool Parser::trigger_end(Trigger& trigger) {
  if (accept("the"_w)) {
    trigger.kind = Trigger::Kind::end_of_unit_of_event;
    if (!calendar_unit(trigger.unit) || !expect("of"_w) || !expect("each"_w)) return false;
    trigger.own = accept("own"_w);
    return name(trigger.event);
  }
  if (!accept("each"_w)) return unexpected("“the month of each” event or “each” period");
  if (is(TokenKind::number)) {
    trigger.kind = Trigger::Kind::end_of_each_span;
    return repeating_span(trigger.span) && expect("from"_w) && day_expression(trigger.from);
  }
  trigger.kind = Trigger::Kind::end_of_each_unit;
  return calendar_unit(trigger.unit);
}

bool Parser::words_clause(Words& words) {
  const Word word = token_.word;
  if (word == "reading"_w)
    return listed(words.readings, [this](Reading& out) {
      advance();
      return text(out.text) && expect("by"_w) && ids(out.by);
    });
  if (word == "note"_w)
    return listed(words.notes, [this](Note& out) {
      advance();
      return text(out.text);
    });
  return listed(words.quotes, [this](Quote& out) {
    advance();
    if (!name(out.language, "a language")) return false;
    out.block = is(TokenKind::block);
    if (!out.block) return text(out.text);
    out.text = block_content(token_);
    advance();
    return true;
  });
}

}  // namespace accord::agreement
