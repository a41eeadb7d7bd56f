#include "agreement/syntax/parser.h"
#include "agreement/syntax/words.h"

namespace accord::agreement {

/// Name, title, reference and the opening brace. After a problem in the heading the body is read
/// all the same.
bool Parser::open_body(Heading& head) {
  const bool complete = name_and_title(head) && (!accept("ref"_w) || text(head.ref.emplace()));
  if (!complete) {
    head.damage.is = true;
    while (!is(Mark::open) && !is(Mark::close) && !is(TokenKind::end) && !token_.first_on_line)
      advance();
  }
  if (!open_brace(!complete)) return false;
  comments_of(head.comments);
  return true;
}

bool Parser::term(Term& term) {
  if (!open_body(term.head)) return false;
  clauses(term.clauses, term.head.name.text);
  close_brace(term.clauses.closing_comments);
  term.head.damage.is = term.head.damage.is || term.clauses.damage.is;
  return true;
}

bool Parser::provision(Provision& p) {
  if (!open_body(p.head)) return false;
  const std::string_view owner = p.head.name.text;
  body(p.head.damage, "“about”, “from”, “text”, “note”, “reading” or “}”", starts_provision_clause,
       [&] {
         if (is("about"_w))
           return single(p.about, p.about_comments, owner, [this](Names& out) { return ids(out); });
         if (is("from"_w))
           return single(p.from, p.from_comments, owner,
                         [this](Period& out) { return period(out); });
         return words_clause(p.words);
       });
  close_brace(p.closing_comments);
  return true;
}

bool Parser::procedure(Procedure& procedure) {
  if (!open_body(procedure.head)) return false;
  body(procedure.head.damage, "a step such as “opens”, “stage”, “stops”, “leads” or “}”",
       starts_step, [&] { return procedure_step(procedure); });
  close_brace(procedure.closing_comments);
  return true;
}

bool Parser::procedure_step(Procedure& p) {
  const std::string_view owner = p.head.name.text;
  switch (token_.word) {
    case "opens"_w:
      return single(p.opens_by, p.opens_comments, owner, [&](Names& out) {
        return expect("by"_w) && ids(out) && expect("with"_w) && name(p.opens_with);
      });
    case "stage"_w:
      return listed(p.stages, [this](ProcedureStage& out) {
        advance();
        if (!name(out.name) || !duration(out.duration)) return false;
        out.extendable = accept("extendable"_w);
        return optional_text(out.label);
      });
    case "stops"_w: {
      Comments comments = leading_comments();
      advance();
      Name event;
      if (!expect("on"_w) || !name(event)) return false;
      p.stops_on.push_back(std::move(event));
      comments_of(comments);
      p.stops_comments.lines.insert(p.stops_comments.lines.end(), comments.lines.begin(),
                                    comments.lines.end());
      return true;
    }
    case "leads"_w:
      return single(p.leads_to, p.leads_comments, owner,
                    [this](std::string& out) { return expect("to"_w) && text(out); });
    case "available"_w:
      return single(p.available_until, p.available_comments, owner, [this](DayExpression& out) {
        return expect("until"_w) && day_expression(out);
      });
    default:
      return words_clause(p.words);
  }
}

bool Parser::question(Question& question) {
  if (!open_body(question.head)) return false;
  if (!is("arises"_w)) {
    unexpected("“arises from” an event", "a question is open from the day of an event");
    question.head.damage.is = true;
  }
  body(question.head.damage, "“answer”, “text”, “note”, “reading” or “}”", starts_question_clause,
       [&] { return question_clause(question); });
  close_brace(question.closing_comments);
  return true;
}

bool Parser::question_clause(Question& question) {
  if (is("answer"_w))
    return listed(question.answers, [this](Answer& out) {
      advance();
      return name(out.name) && text(out.text) && expect("by"_w) && ids(out.by);
    });
  if (!is("arises"_w)) return words_clause(question.words);
  only_once(!question.arises_from.empty(), question.head.name.text);
  question.arises_comments = leading_comments();
  advance();
  if (!expect("from"_w) || !name(question.arises_from)) return false;
  comments_of(question.arises_comments);
  return true;
}

bool Parser::amendment(Amendment& amendment) {
  if (!open_body(amendment.head)) return false;
  amendment.decided_comments = leading_comments();
  if (expect("decided"_w) && date(amendment.decided) && expect("effective"_w) &&
      day_expression(amendment.effective)) {
    comments_of(amendment.decided_comments);
  } else {
    amendment.head.damage.is = true;
    amendment.effective = {};
    recover(starts_change);
  }
  body(amendment.head.damage, "“replace”, “repeal”, “term”, “text”, “note” or “}”", starts_change,
       [&] { return change(amendment); });
  close_brace(amendment.closing_comments);
  return true;
}

bool Parser::change(Amendment& amendment) {
  if (starts_words(token_.word)) return words_clause(amendment.words);
  const auto dropped = [&] {
    amendment.changes.pop_back();
    return false;
  };
  if (is("term"_w)) {
    Term& term = amendment.changes.emplace_back().emplace<Term>();
    const bool complete = read_headed(term, &Parser::term);
    return term.head.name.empty() ? (amendment.changes.pop_back(), complete) : complete;
  }
  const bool is_repeal = is("repeal"_w);
  Comments comments = leading_comments();
  advance();
  if (is_repeal) {
    Repeal& repeal = amendment.changes.emplace_back().emplace<Repeal>();
    if (!name(repeal.term)) return dropped();
    comments_of(comments);
    repeal.comments = std::move(comments);
    return true;
  }
  Replace& replace = amendment.changes.emplace_back().emplace<Replace>();
  if (!name(replace.term) || !open_brace()) return dropped();
  comments_of(comments);
  replace.comments = std::move(comments);
  clauses(replace.clauses, replace.term.text);
  close_brace(replace.clauses.closing_comments);
  return true;
}

bool Parser::waiver(Waiver& w) {
  if (!open_body(w.head)) return false;
  w.body_comments = leading_comments();
  if (expect("of"_w) && ids(w.of) && (!accept("for"_w) || ids(w.for_parties.emplace())) &&
      expect("by"_w) && name(w.by) && expect("decided"_w) && date(w.decided) && expect("from"_w) &&
      period(w.from)) {
    comments_of(w.body_comments);
  } else {
    w.head.damage.is = true;
    w.from = {};
    recover(starts_words);
  }
  body(w.head.damage, "“text”, “note”, “reading” or “}”", starts_words,
       [&] { return words_clause(w.words); });
  close_brace(w.closing_comments);
  return true;
}

}  // namespace accord::agreement
