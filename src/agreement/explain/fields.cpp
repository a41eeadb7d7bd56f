#include "agreement/explain/fields.h"

#include <algorithm>
#include <utility>

#include "agreement/syntax/canonical.h"
#include "agreement/syntax/print.h"
#include "agreement/syntax/printer.h"

namespace accord::agreement {

namespace {

/// Collects the fields of one item.
class Fields {
 public:
  explicit Fields(const DayOf& day_of) : day_of_(day_of) {}

  std::vector<Field> take() { return std::exchange(fields_, {}); }
  void prefix(std::string text) { prefix_ = std::move(text); }

  void add(const std::string& label, std::string text) {
    fields_.push_back({prefix_ + label, std::move(text)});
  }
  void add(const char* label, const std::optional<Names>& names) {
    if (names) add(label, names->empty() ? "none" : ids(*names));
  }

  void heading(const Heading& head) {
    if (!head.title.empty()) add("title", quoted(head.title));
    if (head.ref) add("ref", quoted(*head.ref));
  }

  /// As days where both the start and the end are known, else as written.
  void period(const Period& period) {
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

  void words(const Words& words) {
    std::vector<Reading> readings = words.readings;
    std::sort(readings.begin(), readings.end(),
              [](const Reading& a, const Reading& b) { return a.text < b.text; });
    for (const Reading& reading : readings)
      add("reading", quoted(reading.text) + " by " + ids(reading.by));
    for (const Quote& quote : words.quotes) add("text " + quote.language.text, quoted(quote.text));
  }

  void clauses(const Clauses& c) {
    if (c.obliges) {
      const char* how = c.obliges->how == Obliges::How::each      ? "each "
                        : c.obliges->how == Obliges::How::jointly ? "jointly "
                                                                  : "";
      add("obliges", how + ids(c.obliges->who));
    }
    add("owed", c.owed);
    add("verifier", c.verifier);
    if (c.from) period(*c.from);
    rules(c.rules);
    for (const ConditionClause& clause : c.conditions)
      add(clause.unless ? "unless" : "while", print(clause.condition));
    if (c.stale_after) add("stale after", print(*c.stale_after));
    add("reciprocal to", c.reciprocal);
    add("about", c.about);
    words(c.words);
  }

 private:
  /// "limit" for the only limit of a term, with its measure as a field of its own; "limit eu_total"
  /// for one of several.
  void rules(const std::vector<Rule>& rules) {
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

  const DayOf& day_of_;
  std::string prefix_;
  std::vector<Field> fields_;
};

class Sayer {
 public:
  explicit Sayer(const DayOf& day_of) : day_of_(day_of), fields_(day_of) {}

  std::vector<Said> all(const Agreement& agreement) {
    fields_.add("name", agreement.name.text);
    fields_.add("title", quoted(agreement.title));
    out_.push_back({"agreement", agreement.name.text, agreement.title, {}});
    for (const Item& item : agreement.items) {
      Item same = item;
      make_canonical(same);
      std::visit([this](const auto& what) { general(what); }, same);
    }
    out_.front().fields = fields_.take();
    for (const Item& item : agreement.items) {
      Item same = item;
      make_canonical(same);
      std::visit([this](const auto& what) { say(what); }, same);
    }
    return std::move(out_);
  }

 private:
  template <class Other>
  void general(const Other&) {}
  void general(const Source& i) { fields_.add("source", quoted(i.text)); }
  void general(const Languages& i) { fields_.add("languages", ids(i.names)); }
  void general(const Holidays& i) {
    std::string days;
    for (const Day day : i.days) days += (days.empty() ? "" : ", ") + to_string(day);
    fields_.add("holidays", days);
  }

  void end(const char* kind, const Heading& head) {
    out_.push_back({kind, head.name.text, head.title, fields_.take()});
  }

  void say(const Source&) {}
  void say(const Languages&) {}
  void say(const Holidays&) {}
  void say(const Party& i) {
    fields_.heading(i.head);
    fields_.add("members", i.members);
    end(i.is_body ? "body" : "party", i.head);
  }
  void say(const Site& i) {
    fields_.heading(i.head);
    if (i.parent) fields_.add("in", i.parent->text);
    end("site", i.head);
  }
  void say(const Unit& i) {
    fields_.heading(i.head);
    if (i.left && i.right) fields_.add("with", print(*i.left) + " = " + print(*i.right));
    end("unit", i.head);
  }
  void say(const Measure& i) {
    fields_.heading(i.head);
    fields_.add("kind", i.kind == Measure::Kind::activity ? "activity"
                        : i.kind == Measure::Kind::flow   ? "flow"
                                                          : "amount");
    if (!i.unit.empty()) fields_.add("unit", i.unit.text);
    if (i.formula) fields_.add("formula", formula(*i.formula));
    fields_.add("data", i.data);
    end("measure", i.head);
  }
  static std::string formula(const Formula& formula) {
    std::string out;
    for (const Part& part : formula.parts) {
      if (&part != formula.parts.data())
        out += formula.is_share ? " / " : part.minus ? " - " : " + ";
      if (part.weight) out += to_string(*part.weight) + " * ";
      out += part.measure.text;
    }
    return out;
  }
  void say(const Event& i) {
    fields_.heading(i.head);
    fields_.add("data", i.data);
    end("event", i.head);
  }
  void say(const NamedDay& i) {
    fields_.add("day", print(i.expression));
    end("day", i.head);
  }
  void say(const Term& i) {
    fields_.heading(i.head);
    fields_.clauses(i.clauses);
    end("term", i.head);
  }
  void say(const Provision& i) {
    fields_.heading(i.head);
    fields_.add("about", i.about);
    if (i.from) fields_.period(*i.from);
    fields_.words(i.words);
    end("provision", i.head);
  }
  void say(const Procedure& i) {
    fields_.heading(i.head);
    fields_.add("opens by", i.opens_by);
    if (!i.opens_with.empty()) fields_.add("opens with", i.opens_with.text);
    std::string order;
    for (const ProcedureStage& stage : i.stages) {
      order += (order.empty() ? "" : ", ") + stage.name.text;
      fields_.add("stage " + stage.name.text, print(Span{stage.duration}) +
                                                  (stage.extendable ? " extendable" : "") +
                                                  (stage.label ? " " + quoted(*stage.label) : ""));
    }
    if (i.stages.size() > 1) fields_.add("order of stages", order);
    for (const Name& event : i.stops_on) fields_.add("stops on", event.text);
    if (i.leads_to) fields_.add("leads to", quoted(*i.leads_to));
    if (i.available_until) fields_.add("available until", print(*i.available_until));
    fields_.words(i.words);
    end("procedure", i.head);
  }
  void say(const Question& i) {
    fields_.heading(i.head);
    if (!i.arises_from.empty()) fields_.add("arises from", i.arises_from.text);
    for (const Answer& answer : i.answers)
      fields_.add("answer " + answer.name.text, quoted(answer.text) + " by " + ids(answer.by));
    fields_.words(i.words);
    end("question", i.head);
  }
  void say(const Amendment& i) {
    fields_.heading(i.head);
    fields_.add("decided", to_string(i.decided));
    const auto effective = day_of_(i.effective);
    fields_.add("effective", effective ? to_string(*effective) : print(i.effective));
    for (const Change& change : i.changes) {
      if (const auto* term = std::get_if<Term>(&change)) fields_.add("adds", term->head.name.text);
      if (const auto* repeal = std::get_if<Repeal>(&change))
        fields_.add("repeals", repeal->term.text);
      const auto* replace = std::get_if<Replace>(&change);
      if (replace == nullptr) continue;
      fields_.prefix(replace->term.text + " ");
      fields_.clauses(replace->clauses);
      fields_.prefix({});
    }
    fields_.words(i.words);
    end("amendment", i.head);
    for (const Change& change : i.changes)
      if (const auto* term = std::get_if<Term>(&change)) say(*term);
  }
  void say(const Waiver& i) {
    fields_.heading(i.head);
    fields_.add("of", ids(i.of));
    fields_.add("for", i.for_parties);
    fields_.add("by", i.by.text);
    fields_.add("decided", to_string(i.decided));
    fields_.period(i.from);
    fields_.words(i.words);
    end("waiver", i.head);
  }
  void say(const Example& i) {
    std::vector<std::string> given, expected;
    for (const auto& line : i.lines) {
      if (const auto* fact = std::get_if<Fact>(&line)) given.push_back(print(*fact));
      if (const auto* e = std::get_if<Expectation>(&line))
        expected.push_back(e->term.text + " " + e->state.text + " on " + to_string(e->on) +
                           (e->known ? " known " + to_string(*e->known) : "") +
                           (e->by.empty() ? "" : " by " + e->by.text));
    }
    std::sort(given.begin(), given.end());
    std::sort(expected.begin(), expected.end());
    for (std::string& fact : given) fields_.add("given", std::move(fact));
    for (std::string& line : expected) fields_.add("expect", std::move(line));
    out_.push_back({"example", i.title, i.title, fields_.take()});
  }

  const DayOf& day_of_;
  Fields fields_;
  std::vector<Said> out_;
};

}  // namespace

std::vector<Said> said_by(const Agreement& agreement, const DayOf& day_of) {
  return Sayer(day_of).all(agreement);
}

}  // namespace accord::agreement
