#include "agreement/evaluate/rules/pairing.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <queue>
#include <set>
#include <string_view>
#include <unordered_map>

#include "agreement/model/period_name.h"

namespace accord::agreement {

namespace {

using Acts = std::vector<const Happened*>;
using Place = const Happened* DutyCall::*;  ///< the whole answer, or the part
using Numbers = std::set<std::size_t>;      ///< of calls; the oldest first

/// Finds the call that an act names.
class Named {
 public:
  Named(const Context& context, const Duty& duty, const std::vector<DutyCall>& calls)
      : calls_(calls), trigger_(duty.trigger), periods_(has_periods(duty)) {
    if (periods_) return;
    for (std::size_t i = 0; i < calls.size(); ++i)
      for (const Happened* h : calls[i].calls) {
        const std::string& id = context.index.records.origins[h->head().origin].id;
        if (!id.empty()) by_id_.emplace(id, i);
      }
  }

  std::optional<std::size_t> operator()(std::string_view name) const {
    if (periods_) return period(name);
    const auto found = by_id_.find(name);
    return found == by_id_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  [[nodiscard]] std::optional<std::size_t> period(std::string_view name) const {
    const auto named = parse_period(name);
    if (!named) return std::nullopt;
    const auto at = std::partition_point(
        calls_.begin(), calls_.end(), [&](const DutyCall& call) { return call.day < named->last; });
    const bool is_there = at != calls_.end() && is_name_of(*named, *at);
    return is_there ? std::optional(static_cast<std::size_t>(at - calls_.begin())) : std::nullopt;
  }

  /// A period counted from a day has no other name than its two days.
  [[nodiscard]] bool is_name_of(const NamedPeriod& named, const DutyCall& call) const {
    const bool form =
        named.form == NamedPeriod::Form::days || trigger_.kind == Trigger::Kind::end_of_each_unit;
    return form && named.first == call.opens && named.last == call.day;
  }

  const std::vector<DutyCall>& calls_;
  const Trigger& trigger_;
  bool periods_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
};

class Pairing {
 public:
  Pairing(std::vector<DutyCall>& calls, const Duty& duty, const Named& named, Place place)
      : calls_(calls), duty_(duty), named_(named), place_(place) {}

  void run(const Acts& acts) {
    Acts unnamed;
    for (const Happened* act : acts) {
      if (act->record->answers.empty())
        unnamed.push_back(act);
      else if (const auto at = named_(act->record->answers))
        if (is_free(*at) && !is_early(*act, calls_[*at])) give(*at, act);
    }
    if (duty_.kind == Duty::Kind::before)
      notices(unnamed);
    else if (has_periods(duty_))
      periods(unnamed);
    else
      events(unnamed);
  }

 private:
  [[nodiscard]] bool is_free(std::size_t at) const {
    return calls_[at].answer == nullptr && calls_[at].*place_ == nullptr;
  }
  void give(std::size_t at, const Happened* act) { calls_[at].*place_ = act; }

  /// A notice comes before its call; anything else that is dated before it answers nothing.
  [[nodiscard]] bool is_early(const Happened& act, const DutyCall& call) const {
    return duty_.kind != Duty::Kind::before && act.head().valid < call.opens;
  }

  /// The oldest open call that can still be answered in time, else the oldest open one.
  void events(const Acts& acts) {
    Numbers in_time, late;
    using Deadline = std::pair<Day, std::size_t>;
    std::priority_queue<Deadline, std::vector<Deadline>, std::greater<>> deadlines;
    std::size_t next = 0;
    for (const Happened* act : acts) {
      const Day day = act->head().valid;
      for (; next < calls_.size() && calls_[next].opens <= day; ++next) {
        if (!is_free(next)) continue;
        in_time.insert(next);
        deadlines.push({calls_[next].deadline(), next});
      }
      for (; !deadlines.empty() && deadlines.top().first < day; deadlines.pop())
        if (in_time.erase(deadlines.top().second) > 0) late.insert(deadlines.top().second);
      Numbers& open = in_time.empty() ? late : in_time;
      if (!open.empty()) take(open, open.begin(), act);
    }
  }

  /// The period that ended last, else the oldest one that ended in silence.
  void periods(const Acts& acts) {
    Numbers silent;
    std::size_t ended = 0;
    for (const Happened* act : acts) {
      for (; ended < calls_.size() && calls_[ended].day <= act->head().valid; ++ended)
        if (is_free(ended)) silent.insert(ended);
      if (silent.empty()) continue;
      const auto latest = std::prev(silent.end());
      take(silent, *latest + 1 == ended ? latest : silent.begin(), act);
    }
  }

  /// The earliest later call without a notice.
  void notices(const Acts& acts) {
    Numbers open;
    for (std::size_t at = 0; at < calls_.size(); ++at)
      if (is_free(at)) open.insert(at);
    for (const Happened* act : acts) {
      const auto later =
          std::partition_point(calls_.begin(), calls_.end(),
                               [&](const DutyCall& call) { return call.day < act->head().valid; });
      const auto at = open.lower_bound(static_cast<std::size_t>(later - calls_.begin()));
      if (at != open.end()) take(open, at, act);
    }
  }

  void take(Numbers& from, Numbers::iterator at, const Happened* act) {
    give(*at, act);
    from.erase(at);
  }

  std::vector<DutyCall>& calls_;
  const Duty& duty_;
  const Named& named_;
  Place place_;
};

}  // namespace

void pair_answers(const Context& context, const Duty& duty, const Acts& acts,
                  std::vector<DutyCall>& calls) {
  Acts whole, parts;
  for (const Happened* act : acts) (act->record->partly ? parts : whole).push_back(act);
  const Named named(context, duty, calls);
  Pairing(calls, duty, named, &DutyCall::answer).run(whole);
  Pairing(calls, duty, named, &DutyCall::part).run(parts);
}

}  // namespace accord::agreement
