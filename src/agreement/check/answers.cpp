#include "agreement/check/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "agreement/check/checks.h"
#include "agreement/evaluate/evaluate.h"
#include "agreement/evaluate/rules/rules.h"
#include "agreement/model/calendar.h"
#include "agreement/model/period_name.h"
#include "base/near_names.h"

namespace accord::agreement {

namespace {

enum class Verdict : std::uint8_t { nothing_asked, unknown, early, fits };

/// A duty with the days that its periods are counted from.
struct Asking {
  const Duty* duty = nullptr;
  std::optional<Day> start;   ///< of its term, where known
  std::optional<Day> origin;  ///< of periods counted from a day, where known
};

/// What a row names, as the duty that fits best sees it.
struct Found {
  const EventRecord* record = nullptr;
  Verdict verdict = Verdict::nothing_asked;
  const Asking* asking = nullptr;
};

class AnswerCheck {
 public:
  AnswerCheck(const Agreement& agreement, const Records& records)
      : calendar_(agreement), records_(records), evaluator_(agreement, records) {
    for (const Item& item : agreement.items)
      if (const auto* event = std::get_if<Event>(&item)) {
        const std::string& name = event->head.name.text;
        fed_[name].push_back(name);
        if (!event->data) continue;
        for (const Name& key : *event->data) fed_[key.text].push_back(name);
      }
    each_clauses(agreement, [&](const Clauses& clauses) { add_duties(clauses); });
    for (const EventRecord& record : records.events)
      for (const std::string_view event : events_of(record)) {
        const std::string& id = records.origins[record.head.origin].id;
        const auto [place, is_new] = calls_.try_emplace({event, id}, record.head.valid);
        if (!is_new) place->second = std::min(place->second, record.head.valid);
      }
  }

  std::vector<AnswerFault> run() {
    for (const EventRecord& record : records_.events)
      if (!record.answers.empty()) look(record);
    std::vector<AnswerFault> out;
    for (const auto& [origin, found] : rows_)
      if (found.verdict != Verdict::fits) out.push_back(fault_of(origin, found));
    return out;
  }

 private:
  void add_duties(const Clauses& clauses) {
    const auto start = clauses.from ? evaluator_.day(clauses.from->from, day_max) : std::nullopt;
    for (const Rule& rule : clauses.rules) {
      const auto* duty = std::get_if<Duty>(&rule.what);
      if (duty == nullptr || (duty->kind != Duty::Kind::within && duty->kind != Duty::Kind::before))
        continue;
      Asking asking{duty, start, {}};
      if (has_periods(*duty) && duty->trigger.kind == Trigger::Kind::end_of_each_span)
        asking.origin = evaluator_.day(duty->trigger.from, day_max);
      asking_[duty->event.text].push_back(asking);
    }
  }

  /// The events of the text that a record feeds.
  [[nodiscard]] std::set<std::string_view> events_of(const EventRecord& record) const {
    std::set<std::string_view> out;
    for (const std::string& name : record.names)
      if (const auto found = fed_.find(name); found != fed_.end())
        out.insert(found->second.begin(), found->second.end());
    return out;
  }

  /// The best that a row can mean: one row may be several records, of one event and of others. A
  /// row that feeds no event is named elsewhere.
  void look(const EventRecord& record) {
    for (const std::string_view event : events_of(record)) {
      Found& found = rows_.try_emplace(record.head.origin, Found{&record}).first->second;
      const auto duties = asking_.find(event);
      if (duties == asking_.end()) continue;
      for (const Asking& asking : duties->second)
        if (const Verdict now = verdict(asking, record); found.verdict < now)
          found = {&record, now, &asking};
    }
  }

  [[nodiscard]] AnswerFault fault_of(std::uint32_t origin, const Found& found) {
    const EventRecord& record = *found.record;
    if (found.asking == nullptr)
      return {origin, fmt::format("“{}” is answered, and no duty calls for it", record.answers),
              "leave the cell empty"};
    if (found.verdict == Verdict::early)
      return {origin,
              fmt::format("“{}” had not begun on {}, the day of its answer", record.answers,
                          to_string(record.head.valid)),
              "correct the day, or name what the row answers"};
    const bool period = has_periods(*found.asking->duty);
    return {origin,
            fmt::format("no duty has the {} “{}”", period ? "period" : "call", record.answers),
            help(*found.asking, record)};
  }

  [[nodiscard]] Verdict verdict(const Asking& asking, const EventRecord& record) const {
    const Duty& duty = *asking.duty;
    if (!has_periods(duty)) {
      const auto call = calls_.find({duty.trigger.event.text, record.answers});
      if (call == calls_.end()) return Verdict::unknown;
      const bool begun = duty.kind == Duty::Kind::before || call->second <= record.head.valid;
      return begun ? Verdict::fits : Verdict::early;
    }
    const auto named = parse_period(record.answers);
    if (!named || !is_period(asking, *named) || (asking.start && named->last < *asking.start))
      return Verdict::unknown;
    return named->first <= record.head.valid ? Verdict::fits : Verdict::early;
  }

  [[nodiscard]] bool is_period(const Asking& asking, const NamedPeriod& named) const {
    const Trigger& trigger = asking.duty->trigger;
    if (trigger.kind == Trigger::Kind::end_of_each_unit)
      return named.first == start_of(trigger.unit, named.first) &&
             named.last == end_of(trigger.unit, named.first);
    if (named.form != NamedPeriod::Form::days) return false;
    if (!asking.origin) return true;  // its periods are not known
    Day first = *asking.origin;
    for (std::int32_t count = 1; first < named.first; ++count) {
      const Day next = calendar_.add(*asking.origin, trigger.span, count);
      if (next <= first) return false;
      first = next;
      if (first == named.first)
        return named.last == calendar_.add(*asking.origin, trigger.span, count + 1) - 1;
    }
    return first == named.first && named.last == calendar_.add(first, trigger.span) - 1;
  }

  [[nodiscard]] std::string help(const Asking& asking, const EventRecord& record) {
    const Trigger& trigger = asking.duty->trigger;
    if (trigger.kind == Trigger::Kind::end_of_each_unit)
      return fmt::format("its periods are named like {}",
                         period_name(trigger.unit, record.head.valid));
    if (has_periods(*asking.duty)) return "name its first and last day: 2021-03-01..2021-08-31";
    const std::string& file = records_.origins[record.head.origin].file;
    const auto near = suggestions_.nearest_in(file, "I025", record.answers, [&] {
      std::vector<std::string_view> ids;
      for (const auto& [call, day] : calls_)
        if (call.first == trigger.event.text) ids.push_back(call.second);
      return ids;
    });
    return near ? fmt::format("did you mean “{}”?", *near)
                : fmt::format("name the id of a row of “{}”", trigger.event.text);
  }

  Calendar calendar_;
  const Records& records_;
  Evaluator evaluator_;
  Suggestions suggestions_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> fed_;  ///< key → events
  std::map<std::string_view, std::vector<Asking>> asking_;                   ///< by event
  std::map<std::pair<std::string_view, std::string_view>, Day> calls_;       ///< event, row id
  std::map<std::uint32_t, Found> rows_;                                      ///< by origin
};

}  // namespace

std::vector<AnswerFault> check_answers(const Agreement& agreement, const Records& records) {
  const bool any = std::any_of(records.events.begin(), records.events.end(),
                               [](const EventRecord& e) { return !e.answers.empty(); });
  return any ? AnswerCheck(agreement, records).run() : std::vector<AnswerFault>{};
}

}  // namespace accord::agreement
