#include <fmt/format.h>

#include <unordered_map>

#include "agreement/check/checks.h"
#include "agreement/model/own_days.h"

/// A072: an own event has a party whose event it is (agreement-2, 6.1).
namespace accord::agreement {

namespace {

class OwnChecks {
 public:
  explicit OwnChecks(Checks& checks) : checks_(checks), own_(checks.names) {
    for (const Item& item : checks.agreement.items) {
      if (const auto* term = std::get_if<Term>(&item)) terms_.emplace(term->head.name.text, term);
      if (const auto* amendment = std::get_if<Amendment>(&item))
        for (const Change& change : amendment->changes)
          if (const auto* term = std::get_if<Term>(&change))
            terms_.emplace(term->head.name.text, term);
    }
  }

  template <class Other>
  void look(const Other&) {}
  void look(const Term& term) { clauses(term.head.name.text, term.clauses); }
  void look(const Procedure& procedure) {
    if (procedure.available_until)
      refuse(*procedure.available_until, "a procedure has one day for all",
             "write the day, or the event of anybody: event E");
  }
  void look(const Amendment& amendment) {
    for (const Change& change : amendment.changes) {
      if (const auto* term = std::get_if<Term>(&change)) look(*term);
      if (const auto* replace = std::get_if<Replace>(&change))
        clauses(replace->term.text, replace->clauses);
    }
    for (const Change& change : amendment.changes)
      if (const std::string joint = owed_jointly(change); !joint.empty())
        return refuse_joint(amendment.effective, joint);
  }

 private:
  [[nodiscard]] bool is_joint(std::string_view name, const Clauses& clauses) const {
    if (clauses.obliges) return clauses.obliges->how == Obliges::How::jointly;
    const auto term = terms_.find(name);
    return term != terms_.end() && term->second->clauses.obliges &&
           term->second->clauses.obliges->how == Obliges::How::jointly;
  }

  [[nodiscard]] std::string owed_jointly(const Change& change) const {
    static const Clauses none;
    if (const auto* term = std::get_if<Term>(&change))
      return is_joint(term->head.name.text, term->clauses) ? term->head.name.text : "";
    if (const auto* replace = std::get_if<Replace>(&change))
      return is_joint(replace->term.text, none) || is_joint(replace->term.text, replace->clauses)
                 ? replace->term.text
                 : "";
    const auto* repeal = std::get_if<Repeal>(&change);
    return repeal != nullptr && is_joint(repeal->term.text, none) ? repeal->term.text : "";
  }

  void clauses(const std::string& name, const Clauses& c) {
    if (!is_joint(name, c)) return;
    if (c.from) {
      refuse_joint(c.from->from, name);
      if (c.from->kind == Period::Kind::until) refuse_joint(c.from->until, name);
    }
    for (const Rule& r : c.rules) std::visit([&](const auto& what) { rule(what, name); }, r.what);
  }
  void rule(const Limit& limit, const std::string& name) {
    if (limit.per_from) refuse_joint(*limit.per_from, name);
    for (const Step& step : limit.steps)
      if (step.as_of) refuse_joint(*step.as_of, name);
  }
  void rule(const ActivityRule&, const std::string&) {}
  void rule(const Duty& duty, const std::string& name) {
    if (duty.kind == Duty::Kind::by) refuse_joint(duty.by, name);
    if (duty.kind == Duty::Kind::within && duty.trigger.kind == Trigger::Kind::end_of_each_span)
      refuse_joint(duty.trigger.from, name);
    if (!duty.trigger.own || duty.trigger.event.empty()) return;
    At at = duty.trigger.event.at;  // “own” stands before it
    constexpr std::uint32_t own_and_space = 4;
    if (at.place.column > own_and_space) at.place.column -= own_and_space, at.place.length = 3;
    error(at, fmt::format("“{}” is owed jointly", name), "write event E of P");
  }

  void refuse_joint(const DayExpression& e, const std::string& name) {
    refuse(e, fmt::format("“{}” is owed jointly", name), "write event E of P");
  }
  void refuse(const DayExpression& e, const std::string& why, const char* help) {
    if (const At* at = own_.in(e)) error(*at, why, help);
  }
  void error(const At& at, const std::string& why, const char* help) {
    checks_.error("A072", at, fmt::format("“own event” has no single party here: {}", why), help);
  }

  Checks& checks_;
  OwnDays own_;
  std::unordered_map<std::string_view, const Term*> terms_;
};

}  // namespace

void check_own(Checks& checks) {
  OwnChecks own(checks);
  for (const Item& item : checks.agreement.items)
    std::visit([&](const auto& what) { own.look(what); }, item);
}

}  // namespace accord::agreement
