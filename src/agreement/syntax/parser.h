#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"
#include "agreement/syntax/lex.h"
#include "agreement/syntax/token.h"

/// The inside of `parse.h`: recursive descent with one word of lookahead. Each function reads one
/// rule of the grammar and returns false after a problem that stops it; the loop over clauses or
/// items then goes on with the next one.
namespace accord::agreement {

class Parser {
 public:
  Parser(std::string_view text, Faults& faults, bool had_refused);

  void file(Agreement& agreement);
  /// One fact and nothing else.
  bool lone_fact(Fact& fact);

 private:
  // --- parser.cpp: cursor, problems, recovery ---
  [[nodiscard]] bool is(Word word) const { return token_.word == word; }
  [[nodiscard]] bool is(Mark mark) const { return token_.mark == mark; }
  [[nodiscard]] bool is(TokenKind kind) const { return token_.kind == kind; }
  [[nodiscard]] At here() const { return {token_.place}; }
  void advance();
  template <class What>
  bool accept(What what) {
    if (!is(what)) return false;
    advance();
    return true;
  }
  bool expect(Word word, std::string help = {});
  bool expect(Mark mark, std::string help = {});
  /// A010 at the present token, unless it has a problem of its own; false.
  bool unexpected(std::string_view expected, std::string help = {});
  /// The same; the help names the nearest of the words for which `starts` is true.
  bool unexpected(std::string_view expected, bool (*starts)(Word));
  bool fail(const Place& place, std::string_view code, std::string message, std::string help = {});
  /// A045 at the present word when it is there already.
  void only_once(bool there, std::string_view owner);
  /// Reads `inner` one level deeper in brackets; A011 when that is too deep.
  template <class Inner>
  bool deeper(Inner inner) {
    if (!enter()) return false;
    const bool read = inner();
    --depth_;
    return read;
  }
  bool enter();

  /// Comments before the present token; those that trail the part before are taken by
  /// `comments_of`.
  Comments leading_comments();
  /// Adds the comments inside a part just read and behind it on its last line.
  void comments_of(Comments& comments);

  /// A missing brace is reported and taken as read, unless the next item stands here.
  bool open_brace(bool reported = false);
  void close_brace(Comments& closing);
  /// Skips to a word that `starts` a clause, to the closing brace, or to the next item.
  void recover(bool (*starts)(Word));
  /// An item begins here although the braces around it are not closed.
  [[nodiscard]] bool at_next_item() const;
  /// The clauses between braces; `one` reads one of them, `starts` tells which words begin one.
  template <class One>
  void body(Damage& damage, std::string_view expected, bool (*starts)(Word), One one);

  /// A clause that stands at most once: its word, then what `read` reads.
  template <class T, class Read>
  bool single(std::optional<T>& out, Comments& slot, std::string_view owner, Read read);
  /// A clause that may stand several times; dropped when it cannot be read.
  template <class T, class Read>
  bool listed(std::vector<T>& out, Read read);

  // --- parse_parts.cpp: names, texts, numbers ---
  bool name(Name& name, std::string_view what = "a name");
  bool ids(Names& names);
  bool idset(Names& names);
  /// "{" one { "," one } "}"
  template <class One>
  bool set(One one) {
    if (!expect(Mark::open)) return false;
    do {
      if (!one()) return leave_set();
    } while (accept(Mark::comma));
    return accept(Mark::close) || unexpected("“,” or “}”") || leave_set();
  }
  bool leave_set();
  bool text(std::string& text, std::string_view what = "a text in quotes");
  bool optional_text(std::optional<std::string>& text);
  bool number(Decimal& number);
  bool date(Day& day);
  bool unit_name(Name& unit);
  bool value(Value& value);
  bool bound(Bound& bound);
  bool relation(Bound::Kind& kind);
  bool formula(Formula& formula);
  bool part(Part& part);

  // --- parse_days.cpp: days, durations, periods, conditions ---
  bool day_expression(DayExpression& day);
  bool day_atom(DayExpression& day);
  bool calendar_unit(CalendarUnit& unit);
  bool duration(Duration& duration);
  bool duration_unit(Duration& duration);
  bool span(Span& span);
  bool repeating_span(Span& span);
  bool period(Period& period);
  bool condition(Condition& condition);
  bool test(Condition& condition);

  // --- parse_terms.cpp: the clauses of a term ---
  void clauses(Clauses& clauses, std::string_view owner);
  bool clause(Clauses& clauses, std::string_view owner);
  bool obliges(Clauses& clauses, std::string_view owner);
  bool rule(Clauses& clauses);
  bool condition_clause(Clauses& clauses);
  bool limit(Limit& limit);
  bool steps(Limit& limit);
  bool activity_rule(ActivityRule& rule);
  bool duty(Duty& duty);
  bool duty_within(Duty& duty);
  bool trigger_end(Trigger& trigger);
  bool where(ActivityRule::Where& where, Names& sites);
  bool words_clause(Words& words);

  // --- parse_items.cpp, parse_bodies.cpp: items ---
  bool header(Agreement& agreement);
  void after_the_end(Agreement& agreement);
  void items(std::vector<Item>& items);
  bool item(std::vector<Item>& items);
  template <class T>
  bool headed(std::vector<Item>& items, bool (Parser::*read)(T&));
  /// An item without a name; `read` reads what follows its word.
  template <class T, class Read>
  bool plain(std::vector<Item>& items, Read read);
  template <class T>
  bool read_headed(T& value, bool (Parser::*read)(T&));
  bool name_and_title(Heading& head);
  bool open_body(Heading& head);
  bool party(Party& party);
  bool body_party(Party& party);
  bool site(Site& site);
  bool unit(Unit& unit);
  bool measure(Measure& measure);
  bool event(Event& event);
  bool named_day(NamedDay& day);
  bool holidays(std::vector<Day>& days);
  bool term(Term& term);
  bool provision(Provision& provision);
  bool procedure(Procedure& procedure);
  bool procedure_step(Procedure& procedure);
  bool question(Question& question);
  bool question_clause(Question& question);
  bool amendment(Amendment& amendment);
  bool change(Amendment& amendment);
  bool waiver(Waiver& waiver);

  // --- parse_example.cpp ---
  bool example(Example& example);
  bool example_line(Example& example);
  bool fact(Fact& fact);
  bool fact_about(Fact& fact);
  bool terms_of(Fact& fact);
  bool when(When& when);
  bool expectation(Expectation& expectation);

  struct Brace {
    std::uint32_t line = 0;
    std::uint32_t indent = 0;  ///< column of the first word on that line
  };

  Faults& faults_;
  Lexer lexer_;
  Token token_;
  Place before_;  ///< of the word that was read last
  std::vector<Brace> braces_;
  std::uint32_t line_indent_ = 1;
  std::uint32_t suspect_line_ = 0;  ///< of a brace whose closing brace stands too far left
  bool end_reported_ = false;
  int depth_ = 0;
};

template <class One>
void Parser::body(Damage& damage, std::string_view expected, bool (*starts)(Word), One one) {
  while (!is(Mark::close) && !is(TokenKind::end)) {
    if (starts(token_.word)) {
      const std::uint32_t before = token_.index;
      if (one()) continue;
      if (token_.index == before) advance();
    } else {
      unexpected(expected, starts);
      if (at_next_item()) break;
    }
    damage.is = true;
    recover(starts);
  }
}

template <class T>
bool Parser::read_headed(T& value, bool (Parser::*read)(T&)) {
  value.head.comments = leading_comments();
  value.head.at = here();
  advance();
  const bool complete = (this->*read)(value);
  comments_of(value.head.comments);
  if (!complete) value.head.damage.is = true;
  return complete;
}

template <class T, class Read>
bool Parser::single(std::optional<T>& out, Comments& slot, std::string_view owner, Read read) {
  only_once(out.has_value(), owner);
  Comments comments = leading_comments();
  advance();
  const bool complete = read(out.emplace());
  comments_of(comments);
  slot.lines.insert(slot.lines.end(), comments.lines.begin(), comments.lines.end());
  if (!complete) out.reset();
  return complete;
}

template <class T, class Read>
bool Parser::listed(std::vector<T>& out, Read read) {
  T& added = out.emplace_back();
  added.comments = leading_comments();
  if constexpr (requires { added.at; }) added.at = here();
  const bool complete = read(added);
  comments_of(added.comments);
  if (!complete) out.pop_back();
  return complete;
}

}  // namespace accord::agreement
