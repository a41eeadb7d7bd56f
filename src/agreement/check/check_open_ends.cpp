#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "agreement/check/checks.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

using Kind = DayExpression::Kind;
using Events = std::set<std::string_view>;

/// Whether a day is known once a term has begun: not at all as long as an event has not come, or
/// only that it is not before another day.
enum class Known : std::uint8_t { yes, bounded, no };

class OpenEnd {
 public:
  /// As long as nothing has come.
  explicit OpenEnd(const Checks& checks) : checks_(checks) {}
  OpenEnd(const Checks& checks, const Period& period) : checks_(checks) {
    collect(period.from, began_with_);
  }

  /// Each named day is looked at once, whatever is asked.
  Known ask(const DayExpression& end) {
    look_up(end);
    return known(end);
  }

  /// Titles of the events that the end waits for, when it has a bound without them.
  std::vector<std::string> waits_for(const DayExpression& end) {
    if (ask(end) != Known::bounded) return {};
    Events events;
    collect(end, events);
    std::vector<std::string> out;
    for (const std::string_view name : events)
      if (const auto* event = checks_.names.find<Event>(name);
          event != nullptr && !began_with_.contains(name))
        out.push_back(event->head.title);
    return out;
  }

 private:
  Known known(const DayExpression& day) {
    switch (day.kind) {
      case Kind::date:
        return Known::yes;
      case Kind::event:
      case Kind::own_event:
        return began_with_.contains(day.name.text) ? Known::yes : Known::no;
      case Kind::day:
        return named_.contains(day.name.text) ? named_.at(day.name.text) : Known::no;
      case Kind::end_of:
        return day.parts.empty() ? Known::no : known(day.parts.front());
      case Kind::earliest:
      case Kind::latest:
        break;
    }
    return extreme(day);
  }

  /// Every named day that the expression rests on, those that others rest on first. Inside a
  /// circle, which is reported elsewhere, nothing is known.
  void look_up(const DayExpression& root) {
    std::set<const DayExpression*> entered;
    std::vector<std::pair<std::string_view, const DayExpression*>> pending{{{}, &root}};
    while (!pending.empty()) {
      const auto [name, day] = pending.back();
      if (entered.insert(day).second) {
        for (const NamedDay* used : uses(*day))
          if (!entered.contains(&used->expression) && !named_.contains(used->head.name.text))
            pending.emplace_back(used->head.name.text, &used->expression);
        continue;
      }
      pending.pop_back();
      if (!name.empty()) named_.try_emplace(name, known(*day));
    }
  }

  /// The named days that an expression itself names.
  std::vector<const NamedDay*> uses(const DayExpression& root) const {
    std::vector<const NamedDay*> out;
    std::vector<const DayExpression*> pending{&root};
    while (!pending.empty()) {
      const DayExpression& at = *pending.back();
      pending.pop_back();
      if (at.kind == Kind::day)
        if (const auto* named = checks_.names.find<NamedDay>(at.name.text)) out.push_back(named);
      for (const DayExpression& part : at.parts) pending.push_back(&part);
    }
    return out;
  }

  /// `earliest` leaves out what is not known; `latest` waits for every part.
  Known extreme(const DayExpression& day) {
    std::set<Known> parts;
    for (const DayExpression& part : day.parts) parts.insert(known(part));
    if (parts.size() == 1 && (day.parts.size() == 1 || *parts.begin() != Known::no))
      return *parts.begin();
    if (day.kind == Kind::earliest) return parts.contains(Known::yes) ? Known::yes : Known::no;
    return parts == std::set{Known::yes} ? Known::yes : Known::bounded;
  }

  void collect(const DayExpression& day, Events& out) {
    std::set<std::string_view> seen;
    std::vector<const DayExpression*> pending{&day};
    while (!pending.empty()) {
      const DayExpression& at = *pending.back();
      pending.pop_back();
      if (at.kind == Kind::event || at.kind == Kind::own_event) out.insert(at.name.text);
      if (at.kind == Kind::day && seen.insert(at.name.text).second)
        if (const auto* named = checks_.names.find<NamedDay>(at.name.text))
          pending.push_back(&named->expression);
      for (const DayExpression& part : at.parts) pending.push_back(&part);
    }
  }

  const Checks& checks_;
  Events began_with_;
  std::map<std::string_view, Known> named_;
};

}  // namespace

void check_open_ends(Checks& checks) {
  OpenEnd before(checks);
  each_clauses(checks.agreement, [&](const Clauses& clauses) {
    if (!clauses.from || clauses.from->kind != Period::Kind::until) return;
    // What is known before anything has come is known whatever has.
    if (before.ask(clauses.from->until) == Known::yes) return;
    const std::vector<std::string> events =
        OpenEnd(checks, *clauses.from).waits_for(clauses.from->until);
    if (events.empty()) return;
    checks.warning(
        "A066", clauses.from->at,
        fmt::format("the end waits for “{}”: until then it is not known whether this still applies",
                    join(events, "”, “")),
        "write a plain end, and an amendment that is effective with the event and replaces it");
  });
}

}  // namespace accord::agreement
