#include "agreement/explain/fields.h"

#include <algorithm>
#include <utility>

#include "agreement/model/described.h"
#include "agreement/syntax/canonical.h"
#include "agreement/syntax/print.h"
#include "agreement/syntax/printer.h"

namespace accord::agreement {

namespace {

using described::Kind;
using described::Member;
using described::Type;
using described::type_of;
using described::View;

/// Collects the fields of one item: a walk over its table, where what has a wording of its own is
/// said by a function for its type.
class Fields {
 public:
  explicit Fields(const DayOf& day_of) : day_of_(day_of) {}

  std::vector<Field> take() { return std::exchange(fields_, {}); }

  void add(const std::string& label, std::string text) {
    fields_.push_back({prefix_ + label, std::move(text)});
  }

  void members(View object) {
    if (object.type == &type_of<Unit>) return say_unit(*static_cast<const Unit*>(object.at));
    for (const Member& m : object.type->members)
      if (is_data(m) && !is_said_elsewhere(m) && speaks(m, object))
        visit(m, object.at, [&](View value) { say(object, m, value); });
  }

  /// One field for an item without a name, under its own word.
  void nameless(View item) {
    const std::vector<Field> before = take();
    members(item);
    std::string text;
    for (const Field& field : take()) text += (text.empty() ? "" : " ") + field.text;
    fields_ = before;
    add(std::string(item.type->name), std::move(text));
  }

 private:
  /// A comment is no part of the meaning; the name of an item tells which one it is.
  static bool is_said_elsewhere(const Member& m) {
    return m.type == &type_of<Comments> || !m.name_if_true.empty() ||
           m.type == &type_of<std::vector<Note>>;
  }
  static std::string label_of(const Member& m) {
    std::string out(m.label.empty() ? m.name : m.label);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
  }

  void say(View object, const Member& m, View value) {
    const std::string label = label_of(m);
    if (object.type == &type_of<Procedure> && m.type == &type_of<Names>)  // one clause for each
      for (std::size_t i = 0; i < value.size(); ++i) say(label, value[i]);
    else if (object.type == &type_of<Amendment> && m.type == &type_of<DayExpression>)
      say_effective(label, *static_cast<const DayExpression*>(value.at));
    else
      say(label, value);
  }
  void say(const std::string& label, View value) {
    if (say_by_type(label, value)) return;
    switch (value.type->kind) {
      case Kind::maybe:
      case Kind::list:
        for (std::size_t i = 0; i < value.size(); ++i) say(label, value[i]);
        return;
      case Kind::one_of:
        return say(label, inside(value));
      case Kind::object:
        return members(value);
      default: {
        std::string text;
        value.type->print(value.at, text);
        add(label, std::move(text));
      }
    }
  }
  bool say_by_type(const std::string& label, View value);
  template <class... T>
  bool say_if_one_of(const std::string& label, View value);

  void say_effective(const std::string& label, const DayExpression& effective) {
    const auto day = day_of_(effective);
    add(label, day ? to_string(*day) : print(effective));
  }

  void say(const std::string& label, const std::string& text) {
    if (!text.empty()) add(label, quoted(text));
  }
  void say(const std::string& label, const Name& name) {
    if (!name.empty()) add(label, name.text);
  }
  void say(const std::string& label, const Names& names) {
    add(label, names.empty() ? "none" : ids(names));
  }
  void say(const std::string& label, const Span& span) { add(label, print(span)); }
  void say(const std::string& label, const DayExpression& day) { add(label, print(day)); }
  void say(const std::string& label, const std::vector<Day>& days) {
    std::string out;
    for (const Day day : days) out += (out.empty() ? "" : ", ") + to_string(day);
    add(label, std::move(out));
  }
  void say(const std::string&, const Heading& head) {
    say("title", head.title);
    if (head.ref) add("ref", quoted(*head.ref));
  }

  /// As days where both the start and the end are known, else as written.
  void say(const std::string&, const Period& period) {
    const auto start = day_of_(period.from);
    add("start", start ? to_string(*start) : print(period.from));
    if (period.kind == Period::Kind::without_end) return add("end", "without end");
    DayExpression end = period.kind == Period::Kind::until ? period.until : period.from;
    if (period.kind == Period::Kind::span)
      for (const Duration& duration : period.span) end.shifts.push_back({false, duration});
    if (const auto day = day_of_(end)) return add("end", to_string(*day));
    if (period.kind == Period::Kind::span) return add("duration", print(period.span));
    add("end", print(period.until));
  }

  void say(const std::string&, const std::vector<Reading>& given) {
    std::vector<Reading> readings = given;
    std::sort(readings.begin(), readings.end(),
              [](const Reading& a, const Reading& b) { return a.text < b.text; });
    for (const Reading& reading : readings)
      add("reading", quoted(reading.text) + " by " + ids(reading.by));
  }
  void say(const std::string&, const Quote& quote) {
    add("text " + quote.language.text, quoted(quote.text));
  }

  void say(const std::string&, const Obliges& obliges) {
    const char* how = obliges.how == Obliges::How::each      ? "each "
                      : obliges.how == Obliges::How::jointly ? "jointly "
                                                             : "";
    add("obliges", how + ids(obliges.who));
  }
  void say(const std::string&, const ConditionClause& clause) {
    add(clause.unless ? "unless" : "while", print(clause.condition));
  }
  /// "limit" for the only limit of a term, with its measure as a field of its own; "limit stock"
  /// for one of several.
  void say(const std::string&, const std::vector<Rule>& rules) {
    const auto limits = std::count_if(rules.begin(), rules.end(), [](const Rule& rule) {
      return std::holds_alternative<Limit>(rule.what);
    });
    for (const Rule& rule : rules) {
      const std::string text = print(rule);
      const std::size_t word = text.find(' ');
      const std::size_t subject = text.find(' ', word + 1);
      std::string label = text.substr(0, subject);
      std::string rest = subject == std::string::npos ? "" : text.substr(subject + 1);
      const auto* limit = std::get_if<Limit>(&rule.what);
      if (limit != nullptr && limits == 1) {
        add("measure", limit->measure.text);
        label = "limit";
      }
      add(label, rest.empty() ? "always" : std::move(rest));
    }
  }

  void say_unit(const Unit& unit) {
    say({}, unit.head);
    if (unit.left && unit.right) add("with", print(*unit.left) + " = " + print(*unit.right));
  }
  void say(const std::string& label, const Formula& formula) {
    std::string out;
    for (const Part& part : formula.parts) {
      if (&part != formula.parts.data())
        out += formula.is_share ? " / " : part.minus ? " - " : " + ";
      if (part.weight) out += to_string(*part.weight) + " * ";
      out += part.measure.text;
    }
    add(label, std::move(out));
  }
  void say(const std::string&, const std::vector<ProcedureStage>& stages) {
    std::string order;
    for (const ProcedureStage& stage : stages) {
      order += (order.empty() ? "" : ", ") + stage.name.text;
      add("stage " + stage.name.text, print(Span{stage.duration}) +
                                          (stage.extendable ? " extendable" : "") +
                                          (stage.label ? " " + quoted(*stage.label) : ""));
    }
    if (stages.size() > 1) add("order of stages", order);
  }
  void say(const std::string&, const Answer& answer) {
    add("answer " + answer.name.text, quoted(answer.text) + " by " + ids(answer.by));
  }

  void say(const std::string&, const Term& added) { add("adds", added.head.name.text); }
  void say(const std::string&, const Repeal& repeal) { add("repeals", repeal.term.text); }
  void say(const std::string&, const Replace& replace) {
    prefix_ = replace.term.text + " ";
    members(described::view(replace.clauses));
    prefix_.clear();
  }

  void say(const std::string&, const std::vector<std::variant<Fact, Expectation>>& lines) {
    std::vector<std::string> given, expected;
    for (const auto& line : lines) {
      if (const auto* fact = std::get_if<Fact>(&line)) given.push_back(print(*fact));
      if (const auto* e = std::get_if<Expectation>(&line))
        expected.push_back(e->term.text + " " + e->state.text + " on " + to_string(e->on) +
                           (e->known ? " known " + to_string(*e->known) : "") +
                           (e->by.empty() ? "" : " by " + e->by.text));
    }
    std::sort(given.begin(), given.end());
    std::sort(expected.begin(), expected.end());
    for (std::string& fact : given) add("given", std::move(fact));
    for (std::string& line : expected) add("expect", std::move(line));
  }

  const DayOf& day_of_;
  std::string prefix_;
  std::vector<Field> fields_;
};

template <class... T>
bool Fields::say_if_one_of(const std::string& label, View value) {
  return ((value.type == &type_of<T> && (say(label, *static_cast<const T*>(value.at)), true)) ||
          ...);
}

bool Fields::say_by_type(const std::string& label, View value) {
  return say_if_one_of<std::string, Name, Names, Span, DayExpression, std::vector<Day>, Heading,
                       Period, Obliges, std::vector<Rule>, ConditionClause, Formula,
                       std::vector<ProcedureStage>, Answer, Term, Repeal, Replace,
                       std::vector<Reading>, Quote, std::vector<std::variant<Fact, Expectation>>>(
      label, value);
}

class Sayer {
 public:
  explicit Sayer(const DayOf& day_of) : fields_(day_of) {}

  std::vector<Said> all(const Agreement& agreement) {
    std::vector<Item> items = agreement.items;
    for (Item& item : items) make_canonical(item);
    fields_.add("name", agreement.name.text);
    fields_.add("title", quoted(agreement.title));
    for (const Item& item : items)
      if (!has_name(item)) fields_.nameless(inside(described::view(item)));
    out_.push_back({"agreement", agreement.name.text, agreement.title, fields_.take()});
    for (const Item& item : items)
      if (has_name(item))
        std::visit([&](const auto& what) { say(what, inside(described::view(item))); }, item);
    return std::move(out_);
  }

 private:
  static bool has_name(const Item& item) {
    return std::visit(
        [](const auto& what) {
          return requires {
            what.head;
          }
          || requires {
            what.title;
          };
        },
        item);
  }

  template <class T>
  void say(const T& item, View view) {
    fields_.members(view);
    const std::string kind(name_of(view));
    if constexpr (requires { item.head; })
      out_.push_back({kind, item.head.name.text, item.head.title, fields_.take()});
    else if constexpr (requires { item.title; })  // an example
      out_.push_back({kind, item.title, item.title, fields_.take()});
    if constexpr (requires { item.changes; })
      for (const Change& change : item.changes)
        if (const auto* term = std::get_if<Term>(&change)) say(*term, described::view(*term));
  }

  Fields fields_;
  std::vector<Said> out_;
};

}  // namespace

std::vector<Said> said_by(const Agreement& agreement, const DayOf& day_of) {
  return Sayer(day_of).all(agreement);
}

}  // namespace accord::agreement
