#include <fmt/format.h>

#include <unordered_set>

#include "agreement/check/checks.h"

/// A069: the day of an event that each party has for itself is the day of the first of them
/// (agreement-2, 6.1).
namespace accord::agreement {

namespace {

using EachHas = std::unordered_set<std::string_view>;

/// Calls the two sinks with every day expression and condition of a text, without their parts.
template <class OfDay, class OfCondition>
class Walk {
 public:
  Walk(OfDay of_day, OfCondition of_condition) : day_(of_day), condition_(of_condition) {}

  template <class Other>
  void item(const Other&) const {}
  void item(const NamedDay& i) const { day_(i.expression); }
  void item(const Term& i) const { clauses(i.clauses); }
  void item(const Provision& i) const {
    if (i.from) period(*i.from);
  }
  void item(const Procedure& i) const {
    if (i.available_until) day_(*i.available_until);
  }
  void item(const Waiver& i) const { period(i.from); }
  void item(const Amendment& i) const {
    day_(i.effective);
    for (const Change& change : i.changes) {
      if (const auto* term = std::get_if<Term>(&change)) item(*term);
      if (const auto* replace = std::get_if<Replace>(&change)) clauses(replace->clauses);
    }
  }

 private:
  void period(const Period& p) const {
    day_(p.from);
    if (p.kind == Period::Kind::until) day_(p.until);
  }
  void clauses(const Clauses& c) const {
    if (c.from) period(*c.from);
    for (const Rule& r : c.rules) std::visit([&](const auto& what) { rule(what); }, r.what);
    for (const ConditionClause& clause : c.conditions) condition_(clause.condition);
  }
  void rule(const ActivityRule&) const {}
  void rule(const Limit& limit) const {
    if (limit.per_from) day_(*limit.per_from);
    for (const Step& step : limit.steps)
      if (step.as_of) day_(*step.as_of);
  }
  void rule(const Duty& duty) const {
    if (duty.kind == Duty::Kind::by) day_(duty.by);
    if (duty.kind == Duty::Kind::within && duty.trigger.kind == Trigger::Kind::end_of_each_span)
      day_(duty.trigger.from);
  }

  OfDay day_;
  OfCondition condition_;
};

template <class OfDay, class OfCondition>
void walk(const Agreement& agreement, OfDay of_day, OfCondition of_condition) {
  const Walk<OfDay, OfCondition> all(of_day, of_condition);
  for (const Item& item : agreement.items)
    std::visit([&](const auto& what) { all.item(what); }, item);
}

/// Calls `f` with the node and all its parts; deep texts nest deeply, so without recursion.
template <class Node, class F>
void each_part(const Node& root, F f) {
  std::vector<const Node*> pending{&root};
  while (!pending.empty()) {
    const Node& at = *pending.back();
    pending.pop_back();
    f(at);
    for (const Node& part : at.parts) pending.push_back(&part);
  }
}

/// Events that the text takes as one of each party: an own event, or the act of a duty under
/// `each`.
EachHas events_of_each(const Agreement& agreement) {
  EachHas out;
  walk(
      agreement,
      [&](const DayExpression& day) {
        each_part(day, [&](const DayExpression& part) {
          if (part.kind == DayExpression::Kind::own_event) out.insert(part.name.text);
        });
      },
      [](const Condition&) {});
  each_clauses(agreement, [&](const Clauses& c) {
    const bool each = c.obliges && c.obliges->how == Obliges::How::each;
    for (const Rule& r : c.rules)
      if (const auto* duty = std::get_if<Duty>(&r.what)) {
        if (each) out.insert(duty->event.text);
        if (duty->trigger.own) out.insert(duty->trigger.event.text);
      }
  });
  return out;
}

}  // namespace

void check_first_events(Checks& checks) {
  const EachHas each = events_of_each(checks.agreement);
  const auto warn = [&](const At& at, const Name& event, std::string help) {
    const auto* known = checks.names.find<Event>(event.text);
    if (known == nullptr || !each.contains(event.text)) return;
    checks.warning(
        "A069", at,
        fmt::format("each party does “{}” for itself: this is the day of the first of them",
                    known->head.title),
        std::move(help));
  };
  walk(
      checks.agreement,
      [&](const DayExpression& day) {
        each_part(day, [&](const DayExpression& part) {
          if (part.kind == DayExpression::Kind::event)
            warn(part.at, part.name,
                 fmt::format("for the day of the party that is judged: own event {}",
                             part.name.text));
        });
      },
      [&](const Condition& condition) {
        each_part(condition, [&](const Condition& part) {
          if (part.kind == Condition::Kind::event)
            warn(part.at, part.name,
                 "if all of them are meant, give each party an event of its own");
        });
      });
}

}  // namespace accord::agreement
