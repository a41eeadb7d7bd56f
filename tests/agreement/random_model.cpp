#include "agreement/random_model.h"

#include <algorithm>
#include <array>
#include <string>

#include "agreement/syntax/token.h"

namespace accord::agreement {
namespace {

/// Draws parts of a model. A fixed algorithm (SplitMix64), so that a seed means the same
/// everywhere.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}

  Agreement agreement() {
    Agreement out;
    out.name = name();
    out.title = text();
    out.comments = comments();
    const std::size_t count = below(12);
    for (std::size_t i = 0; i < count; ++i) out.items.push_back(item());
    out.closing_comments = comments();
    out.end_comments = comments();
    return out;
  }

  Fact fact() {
    Fact out;
    out.kind = pick<Fact::Kind>(9);
    out.subject = name();
    out.comments = comments();
    if (out.kind == Fact::Kind::figure) {
      out.relation = pick<Bound::Kind>(5);
      out.value = value();
      maybe(out.plus_minus, [&] { return number(); });
    } else if (out.kind == Fact::Kind::seen) {
      out.yes = coin();
      where(out.where, out.sites);
    } else if (out.kind == Fact::Kind::answer) {
      out.answer = name();
      return out;
    } else if (out.kind == Fact::Kind::resumes) {
      if (coin()) out.terms = names();
    } else if (out.kind == Fact::Kind::suspends || out.kind == Fact::Kind::refuses) {
      out.terms = names();
    }
    out.when.on = day();
    maybe(out.when.known, [&] { return day(); });
    if (coin()) out.when.by = name();
    if (coin()) out.when.grade = name();
    return out;
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t bound) { return next() % bound; }
  bool coin() { return below(2) == 0; }
  template <class Enum>
  Enum pick(std::size_t count) {
    return static_cast<Enum>(below(count));
  }
  template <class T, class Make>
  void maybe(std::optional<T>& out, Make make) {
    if (coin()) out = make();
  }
  template <class T, class Make>
  void some(std::vector<T>& out, std::size_t least, Make make) {
    const std::size_t count = least + below(3);
    for (std::size_t i = 0; i < count; ++i) out.push_back(make());
  }

  Name name() {
    constexpr std::string_view letters = "abcxyzTQ";
    constexpr std::string_view more = "abcxyz019_-";
    std::string out(1, letters[below(letters.size())]);
    for (std::size_t i = below(12); i > 0; --i) {
      const char c = more[below(more.size())];
      if (c != '-' || out.back() != '-') out += c;
    }
    if (out.back() == '-') out += '1';
    if (find_word(out) != no_word) out += "_1";
    return {out, {}};
  }

  Names names() {
    Names out;
    some(out, 1, [&] { return name(); });
    return out;
  }

  std::string text() {
    constexpr auto pieces = std::to_array<std::string_view>(
        {"word", " ", "\"", "\\", "#", "{", "}", "3.67 %", "é", "متن", "中文", "\t", "term", "'"});
    std::string out;
    for (std::size_t i = below(8); i > 0; --i) out += pieces[below(pieces.size())];
    return out;
  }

  /// Lines without a common indentation, as a block gives them.
  std::string block_text() {
    std::string out = coin() ? "\n" : "";
    out += "First line";
    for (std::size_t i = below(4); i > 0; --i) {
      out += '\n';
      if (coin())
        out += std::string(below(4), ' ') + "a \"line\" \\ of text # here" + (coin() ? " " : "");
    }
    return out;
  }

  Comments comments() {
    Comments out;
    if (below(4) == 0) some(out.lines, 1, [&] { return " remark " + std::to_string(below(100)); });
    out.gap = coin();
    return out;
  }

  Day day() { return Day{day_min.number + static_cast<std::int32_t>(below(73413))}; }

  Decimal number() {
    return {static_cast<std::int64_t>(below(1000000)), static_cast<std::uint8_t>(below(4))};
  }

  Value value() {
    Value out;
    out.number = number();
    out.unit = coin() ? Name{"%", {}} : name();
    return out;
  }

  Bound bound() {
    Bound out;
    out.kind = pick<Bound::Kind>(6);
    out.value = value();
    if (out.kind != Bound::Kind::between) return out;
    out.upper = {number(), out.value.unit, {}};
    return out;
  }

  Duration duration() {
    return {static_cast<std::int32_t>(1 + below(40)), pick<DurationUnit>(5), {}};
  }

  Span span() {
    Span out;
    some(out, 1, [&] { return duration(); });
    return out;
  }

  DayExpression atom(int depth) {
    DayExpression out;
    out.kind = pick<DayExpression::Kind>(depth > 0 ? 7 : 4);
    switch (out.kind) {
      case DayExpression::Kind::date:
        out.date = day();
        break;
      case DayExpression::Kind::day:
      case DayExpression::Kind::event:
      case DayExpression::Kind::own_event:
        out.name = name();
        break;
      case DayExpression::Kind::earliest:
      case DayExpression::Kind::latest:
        some(out.parts, 1, [&] { return day_expression(depth - 1); });
        break;
      case DayExpression::Kind::end_of:
        out.unit = pick<CalendarUnit>(3);
        out.parts.push_back(atom(depth - 1));
        break;
    }
    return out;
  }

  DayExpression day_expression(int depth = 2) {
    DayExpression out = atom(depth);
    if (coin()) some(out.shifts, 0, [&] { return Shift{coin(), duration()}; });
    return out;
  }

  Period period() {
    Period out;
    out.from = day_expression();
    out.kind = pick<Period::Kind>(3);
    if (out.kind == Period::Kind::span) out.span = span();
    if (out.kind == Period::Kind::until) out.until = day_expression();
    return out;
  }

  Condition condition(int depth = 3) {
    Condition out;
    out.kind = static_cast<Condition::Kind>(depth > 0 ? below(6) : 3 + below(3));
    switch (out.kind) {
      case Condition::Kind::all:
      case Condition::Kind::any:
        some(out.parts, 2, [&] { return condition(depth - 1); });
        break;
      case Condition::Kind::negation:
        out.parts.push_back(condition(depth - 1));
        break;
      case Condition::Kind::is:
        out.answer = name();
        [[fallthrough]];
      case Condition::Kind::event:
      case Condition::Kind::performing:
        out.name = name();
    }
    return out;
  }

  void where(ActivityRule::Where& out, Names& sites, std::size_t count = 3) {
    out = pick<ActivityRule::Where>(count);
    if (out != ActivityRule::Where::anywhere) sites = names();
  }

  Limit limit() {
    Limit out;
    out.measure = name();
    maybe(out.per, [&] { return pick<CalendarUnit>(3); });
    if (out.per) maybe(out.per_from, [&] { return day_expression(); });
    out.steps.push_back({bound(), {}});
    maybe(out.steps[0].as_of, [&] { return day_expression(); });
    some(out.steps, 0, [&] { return Step{bound(), day_expression()}; });
    maybe(out.tolerance, [&] { return value(); });
    return out;
  }

  ActivityRule activity_rule() {
    ActivityRule out;
    out.require = coin();
    out.activity = name();
    where(out.where, out.sites, out.require ? 2 : 3);
    return out;
  }

  Stage stage() {
    Stage out{duration(), {}};
    maybe(out.label, [&] { return text(); });
    return out;
  }

  Trigger trigger() {
    Trigger out;
    out.kind = pick<Trigger::Kind>(4);
    if (out.kind == Trigger::Kind::each_event || out.kind == Trigger::Kind::end_of_unit_of_event) {
      out.own = coin();
      out.event = name();
    }
    if (out.kind == Trigger::Kind::end_of_unit_of_event ||
        out.kind == Trigger::Kind::end_of_each_unit)
      out.unit = pick<CalendarUnit>(3);
    if (out.kind == Trigger::Kind::end_of_each_span) {
      out.span = span();
      out.from = day_expression();
    }
    return out;
  }

  Duty duty() {
    Duty out;
    out.event = name();
    out.kind = pick<Duty::Kind>(4);
    switch (out.kind) {
      case Duty::Kind::by:
        out.by = day_expression();
        break;
      case Duty::Kind::within:
        some(out.stages, 1, [&] { return stage(); });
        out.trigger = trigger();
        break;
      case Duty::Kind::before:
        out.span = span();
        out.trigger.own = coin();
        out.trigger.event = name();
        break;
      case Duty::Kind::every:
        out.span = span();
        if (coin()) out.grace = span();
        break;
    }
    return out;
  }

  Rule rule() {
    Rule out;
    const std::size_t kind = below(3);
    if (kind == 0) out.what = limit();
    if (kind == 1) out.what = activity_rule();
    if (kind == 2) out.what = duty();
    out.comments = comments();
    return out;
  }

  Words words() {
    Words out;
    some(out.readings, 0, [&] { return Reading{text(), names(), {}, comments()}; });
    some(out.quotes, 0, [&] {
      const bool block = coin();
      return Quote{name(), block ? block_text() : text(), block, {}, comments()};
    });
    some(out.notes, 0, [&] { return Note{text(), {}, comments()}; });
    return out;
  }

  Clauses clauses() {
    Clauses out;
    maybe(out.obliges, [&] { return Obliges{pick<Obliges::How>(3), names(), {}, comments()}; });
    maybe(out.owed, [&] { return names(); });
    if (coin()) out.verifier = coin() ? names() : Names{};
    maybe(out.from, [&] { return period(); });
    some(out.rules, 0, [&] { return rule(); });
    some(out.conditions, 0, [&] { return ConditionClause{coin(), condition(), {}, comments()}; });
    std::stable_partition(out.conditions.begin(), out.conditions.end(),
                          [](const ConditionClause& clause) { return !clause.unless; });
    maybe(out.stale_after, [&] { return span(); });
    maybe(out.reciprocal, [&] { return names(); });
    maybe(out.about, [&] { return names(); });
    out.words = words();
    if (out.owed) out.owed_comments = comments();
    if (out.verifier) out.verifier_comments = comments();
    if (out.from) out.from_comments = comments();
    if (out.stale_after) out.stale_comments = comments();
    if (out.reciprocal) out.reciprocal_comments = comments();
    if (out.about) out.about_comments = comments();
    out.closing_comments = comments();
    return out;
  }

  Heading head(bool with_ref = false) {
    Heading out;
    out.name = name();
    out.title = text();
    if (with_ref) maybe(out.ref, [&] { return text(); });
    out.comments = comments();
    return out;
  }

  Term term() { return {head(true), clauses()}; }

  Unit unit() {
    Unit out{head(), {}, {}};
    if (coin()) {
      out.left = value();
      out.right = value();
    }
    return out;
  }

  Formula formula() {
    Formula out;
    const auto part = [&] {
      Part one;
      one.minus = coin();
      maybe(one.weight, [&] { return number(); });
      one.measure = name();
      return one;
    };
    out.is_share = coin();
    some(out.parts, 1, part);
    if (out.is_share) out.parts = {part(), part()};
    for (Part& one : out.parts) one.minus = one.minus && !out.is_share;
    out.parts.front().minus = false;
    return out;
  }

  Measure measure() {
    Measure out;
    out.head = head();
    out.kind = pick<Measure::Kind>(3);
    if (out.kind != Measure::Kind::activity) out.unit = value().unit;
    maybe(out.formula, [&] { return formula(); });
    maybe(out.data, [&] { return names(); });
    return out;
  }

  NamedDay named_day() {
    NamedDay out{head(), day_expression()};
    out.head.title.clear();
    return out;
  }

  Provision provision() {
    Provision out;
    out.head = head(true);
    maybe(out.about, [&] { return names(); });
    maybe(out.from, [&] { return period(); });
    out.words = words();
    if (out.about) out.about_comments = comments();
    if (out.from) out.from_comments = comments();
    out.closing_comments = comments();
    return out;
  }

  ProcedureStage procedure_stage() {
    ProcedureStage out{name(), duration(), coin(), {}, comments()};
    maybe(out.label, [&] { return text(); });
    return out;
  }

  Procedure procedure() {
    Procedure out;
    out.head = head(true);
    maybe(out.opens_by, [&] { return names(); });
    if (out.opens_by) out.opens_with = name();
    some(out.stages, 0, [&] { return procedure_stage(); });
    some(out.stops_on, 0, [&] { return name(); });
    maybe(out.leads_to, [&] { return text(); });
    maybe(out.available_until, [&] { return day_expression(); });
    out.words = words();
    if (out.opens_by) out.opens_comments = comments();
    if (!out.stops_on.empty()) out.stops_comments = comments();
    if (out.leads_to) out.leads_comments = comments();
    if (out.available_until) out.available_comments = comments();
    out.closing_comments = comments();
    return out;
  }

  Question question() {
    Question out;
    out.head = head(true);
    out.arises_from = name();
    out.arises_comments = comments();
    some(out.answers, 0, [&] { return Answer{name(), text(), names(), comments()}; });
    out.words = words();
    out.closing_comments = comments();
    return out;
  }

  Change change() {
    const std::size_t kind = below(3);
    if (kind == 0) return Replace{name(), clauses(), comments()};
    if (kind == 1) return Repeal{name(), comments()};
    return term();
  }

  Amendment amendment() {
    Amendment out;
    out.head = head(true);
    out.decided = day();
    out.effective = day_expression();
    out.decided_comments = comments();
    some(out.changes, 0, [&] { return change(); });
    out.words = words();
    out.closing_comments = comments();
    return out;
  }

  Waiver waiver() {
    Waiver out;
    out.head = head(true);
    out.of = names();
    maybe(out.for_parties, [&] { return names(); });
    out.by = name();
    out.decided = day();
    out.from = period();
    out.words = words();
    out.body_comments = comments();
    out.closing_comments = comments();
    return out;
  }

  Expectation expectation() {
    Expectation out;
    out.term = name();
    out.state = name();
    out.on = day();
    maybe(out.known, [&] { return day(); });
    if (coin()) out.by = name();
    out.comments = comments();
    return out;
  }

  Example example() {
    Example out;
    out.title = text();
    for (std::size_t i = below(4); i > 0; --i) out.lines.emplace_back(fact());
    for (std::size_t i = below(4); i > 0; --i) out.lines.emplace_back(expectation());
    out.comments = comments();
    out.closing_comments = comments();
    return out;
  }

  Party party() {
    Party out{head(), coin(), {}};
    maybe(out.members, [&] { return names(); });
    return out;
  }

  Site site() {
    Site out{head(), {}};
    maybe(out.parent, [&] { return name(); });
    return out;
  }

  Event event() {
    Event out{head(), {}};
    maybe(out.data, [&] { return names(); });
    return out;
  }

  Holidays holidays() {
    Holidays out;
    some(out.days, 1, [&] { return day(); });
    out.comments = comments();
    return out;
  }

  Item item() {
    switch (below(16)) {
      case 0:
        return Source{text(), {}, comments()};
      case 1:
        return Languages{names(), {}, comments()};
      case 2:
        return party();
      case 3:
        return site();
      case 4:
        return unit();
      case 5:
        return measure();
      case 6:
        return event();
      case 7:
        return named_day();
      case 8:
        return holidays();
      case 9:
        return provision();
      case 10:
        return procedure();
      case 11:
        return question();
      case 12:
        return amendment();
      case 13:
        return waiver();
      case 14:
        return example();
      default:
        return term();
    }
  }

  std::uint64_t state_;
};

}  // namespace

Agreement random_agreement(std::uint64_t seed) {
  return Draw(seed).agreement();
}

Fact random_fact(std::uint64_t seed) {
  return Draw(seed).fact();
}

}  // namespace accord::agreement
