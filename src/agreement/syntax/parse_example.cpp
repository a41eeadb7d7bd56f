#include "agreement/syntax/parser.h"
#include "agreement/syntax/words.h"

namespace accord::agreement {

bool Parser::example(Example& example) {
  if (!text(example.title, "a title in quotes") || !open_brace()) return false;
  comments_of(example.comments);
  Damage unused;
  bool facts_over = false;
  body(unused, "“given”, “expect” or “}”", starts_example_line, [&] {
    if (is("given"_w) && facts_over)
      return unexpected("“expect” or “}”", "all facts stand before what is expected of them");
    facts_over = is("expect"_w);
    return example_line(example);
  });
  close_brace(example.closing_comments);
  return true;
}

bool Parser::example_line(Example& example) {
  Comments comments = leading_comments();
  const At at = here();
  const auto add = [&](auto line, bool complete) {
    comments_of(comments);
    line.at = at;
    line.comments = std::move(comments);
    if (complete) example.lines.emplace_back(std::move(line));
    return complete;
  };
  if (accept("given"_w)) {
    Fact given;
    const bool complete = fact(given);
    return add(std::move(given), complete);
  }
  advance();
  Expectation expected;
  const bool complete = expectation(expected);
  return add(std::move(expected), complete);
}

bool Parser::expectation(Expectation& expected) {
  return name(expected.term) && name(expected.state, "a state such as met or exceeded") &&
         expect("on"_w) && date(expected.on) &&
         (!accept("known"_w) || date(expected.known.emplace())) &&
         (!accept("by"_w) || name(expected.by));
}

bool Parser::when(When& when) {
  when.at = here();
  return expect("on"_w) && date(when.on) && (!accept("known"_w) || date(when.known.emplace())) &&
         (!accept("by"_w) || name(when.by)) && (!accept("grade"_w) || name(when.grade));
}

bool Parser::fact(Fact& fact) {
  fact.at = here();
  if (accept("event"_w)) {
    fact.kind = Fact::Kind::event;
    return name(fact.subject) && when(fact.when);
  }
  if (accept("no"_w)) {
    fact.kind = Fact::Kind::no_access;
    return expect("access"_w) && expect("to"_w) && name(fact.subject) && when(fact.when);
  }
  return name(fact.subject, "“event”, “no access to”, or a name") && fact_about(fact);
}

/// What follows the name of a measure, question or party.
bool Parser::fact_about(Fact& fact) {
  if (is(Mark::equals) || relation(fact.relation)) {
    if (accept(Mark::equals)) fact.relation = Bound::Kind::eq;
    fact.kind = Fact::Kind::figure;
    if (!value(fact.value)) return false;
    if (!accept(Mark::plus_minus) && accept(Mark::plus)) {
      if (!expect(Mark::slash) || !expect(Mark::minus)) return false;
      if (!number(fact.plus_minus.emplace())) return false;
    }
    return when(fact.when);
  }
  if (is("yes"_w) || is("no"_w)) {
    fact.kind = Fact::Kind::seen;
    fact.yes = is("yes"_w);
    advance();
    return where(fact.where, fact.sites) && when(fact.when);
  }
  if (accept("is"_w)) {
    fact.kind = Fact::Kind::answer;
    return name(fact.answer);
  }
  return terms_of(fact);
}

bool Parser::terms_of(Fact& fact) {
  switch (token_.word) {
    case "ceases"_w:
      fact.kind = Fact::Kind::ceases;
      advance();
      return when(fact.when);
    case "suspends"_w:
      fact.kind = Fact::Kind::suspends;
      break;
    case "resumes"_w:
      fact.kind = Fact::Kind::resumes;
      break;
    case "refuses"_w:
      fact.kind = Fact::Kind::refuses;
      break;
    default:
      return unexpected(
          "“=”, “<=”, “>=”, “yes”, “no”, “is”, “ceases”, “suspends”, “resumes” or “refuses”");
  }
  advance();
  const bool as_a_whole = fact.kind == Fact::Kind::resumes && is("on"_w);
  return (as_a_whole || ids(fact.terms)) && when(fact.when);
}

bool Parser::lone_fact(Fact& out) {
  return fact(out) && (is(TokenKind::end) || unexpected("the end of the fact"));
}

}  // namespace accord::agreement
