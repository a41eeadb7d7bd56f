#include "agreement/history/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "agreement/evaluate/corrections.h"
#include "agreement/model/calendar.h"
#include "agreement/model/names.h"
#include "agreement/syntax/print.h"
#include "base/codes/parameter.h"
#include "base/english.h"
#include "base/named.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

const Procedure* find_procedure(const Agreement& agreement, std::string_view name) {
  for (const Item& item : agreement.items)
    if (const auto* p = std::get_if<Procedure>(&item); p != nullptr && p->head.name.text == name)
      return p;
  return nullptr;
}

/// The procedure that is nearest, or all there are.
std::string meant_procedure(const Agreement& agreement, std::string_view name) {
  std::vector<Named> known;
  std::vector<std::string_view> ids;
  for (const Item& item : agreement.items)
    if (const auto* p = std::get_if<Procedure>(&item)) {
      known.push_back({p->head.name.text, p->head.title});
      ids.push_back(p->head.name.text);
    }
  if (std::string near = did_you_mean(name, known); !near.empty()) return near;
  return fmt::format("the text has: {}", fmt::join(ids, ", "));
}

std::vector<std::string> procedure_names(const Agreement& agreement) {
  std::vector<std::string> names;
  for (const Item& item : agreement.items)
    if (const auto* p = std::get_if<Procedure>(&item)) names.push_back(p->head.name.text);
  return names;
}

/// The keys under which records of an event are found: its `data`, or its own name.
std::vector<std::string> keys_of(const Agreement& agreement, const std::string& event) {
  for (const Item& item : agreement.items) {
    const auto* found = std::get_if<Event>(&item);
    if (found == nullptr || found->head.name.text != event || !found->data) continue;
    std::vector<std::string> keys;
    for (const Name& name : *found->data) keys.push_back(name.text);
    return keys;
  }
  return {event};
}

bool is_of(const EventRecord& record, const std::vector<std::string>& keys) {
  return std::any_of(record.names.begin(), record.names.end(), [&](const std::string& name) {
    return std::find(keys.begin(), keys.end(), name) != keys.end();
  });
}

/// `party` itself or a member of a group among `named`.
bool is_among(const Agreement& agreement, const std::string& party, const Names& named) {
  for (const Name& name : named) {
    if (name.text == party) return true;
    for (const Item& item : agreement.items) {
      const auto* group = std::get_if<Party>(&item);
      if (group == nullptr || group->head.name.text != name.text || !group->members) continue;
      if (is_among(agreement, party, *group->members)) return true;
    }
  }
  return false;
}

const StageEnd* end_of_stage(const std::vector<StageEnd>& ends, const std::string& stage) {
  const auto found =
      std::find_if(ends.begin(), ends.end(), [&](const StageEnd& e) { return e.stage == stage; });
  return found == ends.end() ? nullptr : &*found;
}

Result<StageDates> dates_of(const ProcedureStage& stage, Day from, const Calendar& calendar,
                            const StageEnd* given) {
  StageDates out{stage.name.text,
                 stage.label.value_or(""),
                 print(Span{stage.duration}),
                 stage.extendable,
                 given != nullptr,
                 from,
                 calendar.add(from, stage.duration)};
  if (given == nullptr) return out;
  if (!stage.extendable && given->end != out.until)
    return fail("A082",
                fmt::format("the stage “{}” cannot be extended: it ends on {}", out.name,
                            to_string(out.until)),
                parameter("stage_end"), "only a stage written “extendable” may end on another day");
  if (given->end < from)
    return fail("A083",
                fmt::format("the stage “{}” begins on {}, its end {} is before that", out.name,
                            to_string(from), to_string(given->end)),
                parameter("stage_end"), "give an end on or after " + to_string(from));
  out.until = given->end;
  return out;
}

/// The first stopping event on record in [from, until], as known on `known`.
void find_stop(const Evaluator& evaluator, const Procedure& procedure, Day known, ClockDates& out) {
  const Corrections corrections(evaluator.records());
  for (const Name& stop : procedure.stops_on) {
    const auto keys = keys_of(evaluator.agreement(), stop.text);
    for (const EventRecord& record : evaluator.records().events) {
      const Day day = record.head.valid;
      if (!corrections.stands(record.head, known)) continue;
      if (day < out.opened || day > out.runs_out) continue;
      if (!is_of(record, keys) || (out.stopped_on && *out.stopped_on <= day)) continue;
      out.stopped_on = day;
      out.stopped_by = stop.text;
      const auto* event = NamedItems(evaluator.agreement()).find<Event>(stop.text);
      out.stopped_title = event == nullptr ? stop.text : event->head.title;
    }
  }
}

Result<std::vector<StageDates>> stages_of(const Procedure& procedure, Day open,
                                          const Calendar& calendar,
                                          const std::vector<StageEnd>& ends) {
  std::vector<StageDates> out;
  for (const ProcedureStage& stage : procedure.stages) {
    auto dates = dates_of(stage, open, calendar, end_of_stage(ends, stage.name.text));
    if (!dates) return tl::make_unexpected(dates.error());
    open = dates->until;
    out.push_back(std::move(*dates));
  }
  return out;
}

/// The stage that is nearest, or all there are.
std::string meant_stage(const Agreement& agreement, const std::vector<std::string>& names,
                        const std::string& stage) {
  std::vector<Named> known;
  for (const std::string& name : names)
    if (const Procedure* p = find_procedure(agreement, name))
      for (const auto& s : p->stages) known.push_back({s.name.text, {}});
  if (std::string near = did_you_mean(stage, known); !near.empty()) return near;
  std::vector<std::string_view> ids;
  for (const Named& one : known) ids.push_back(one.id);
  return ids.empty() ? "they have no stages" : fmt::format("there are {}", fmt::join(ids, ", "));
}

/// Every named end must be that of a stage of one of the procedures.
std::optional<Error> unknown_stage(const Agreement& agreement,
                                   const std::vector<std::string>& names,
                                   const std::vector<StageEnd>& ends) {
  for (const StageEnd& end : ends) {
    const bool found = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      const Procedure* p = find_procedure(agreement, name);
      return p != nullptr && std::any_of(p->stages.begin(), p->stages.end(),
                                         [&](const auto& s) { return s.name.text == end.stage; });
    });
    if (!found)
      return Error{"A081",
                   fmt::format("no stage named “{}” in the procedures asked about", end.stage),
                   parameter("stage_end"), meant_stage(agreement, names, end.stage)};
  }
  return std::nullopt;
}

}  // namespace

Result<ClockDates> clock(const Evaluator& evaluator, std::string_view name, Day open,
                         const std::vector<StageEnd>& ends, Day known) {
  const Procedure* procedure = find_procedure(evaluator.agreement(), name);
  if (procedure == nullptr)
    return fail("A080", fmt::format("no procedure named “{}”", name), "",
                meant_procedure(evaluator.agreement(), name));
  const Calendar calendar(evaluator.agreement());
  auto stages = stages_of(*procedure, open, calendar, ends);
  if (!stages) return tl::make_unexpected(stages.error());
  ClockDates out;
  out.procedure = procedure->head.name.text;
  out.title = procedure->head.title;
  out.ref = procedure->head.ref.value_or("");
  out.opened = open;
  out.stages = std::move(*stages);
  out.runs_out = out.stages.empty() ? open : out.stages.back().until;
  out.shortest_days = out.runs_out - open;
  out.leads_to = procedure->leads_to.value_or("");
  if (procedure->available_until)
    out.available_until = evaluator.day(*procedure->available_until, known);
  if (out.available_until) {
    out.opened_in_time = open < *out.available_until;
    out.completes_in_time = out.runs_out <= *out.available_until;
  }
  find_stop(evaluator, *procedure, known, out);
  return out;
}

Result<std::vector<ClockDates>> clocks(const Evaluator& evaluator,
                                       const std::vector<std::string>& procedures, Day open,
                                       const std::vector<StageEnd>& ends, Day known) {
  const auto names = procedures.empty() ? procedure_names(evaluator.agreement()) : procedures;
  if (auto error = unknown_stage(evaluator.agreement(), names, ends))
    return tl::make_unexpected(*error);
  std::vector<ClockDates> out;
  for (const std::string& name : names) {
    auto dates = clock(evaluator, name, open, ends, known);
    if (!dates) return tl::make_unexpected(dates.error());
    open = dates->runs_out;
    out.push_back(std::move(*dates));
  }
  return out;
}

std::vector<ClockDates> clocks_on_record(const Evaluator& evaluator, Day valid, Day known) {
  std::vector<ClockDates> out;
  const Corrections corrections(evaluator.records());
  for (const Item& item : evaluator.agreement().items) {
    const auto* procedure = std::get_if<Procedure>(&item);
    if (procedure == nullptr) continue;
    const auto keys = keys_of(evaluator.agreement(), procedure->opens_with.text);
    // One row may name several openers and so give several records of one opening.
    std::map<std::pair<Day, std::uint32_t>, std::vector<std::string>> openings;
    for (const EventRecord& record : evaluator.records().events)
      if (corrections.stands(record.head, known) && record.head.valid <= valid &&
          is_of(record, keys)) {
        auto& openers = openings[{record.head.valid, record.head.origin}];
        if (!record.head.party.empty()) openers.push_back(record.head.party);
      }
    for (auto& [at, openers] : openings) {
      auto dates = clock(evaluator, procedure->head.name.text, at.first, {}, known);
      if (!dates) continue;  // without given ends a clock of the text has no error
      std::sort(openers.begin(), openers.end());
      dates->opener_named =
          openers.empty() || !procedure->opens_by ||
          std::any_of(openers.begin(), openers.end(), [&](const std::string& party) {
            return is_among(evaluator.agreement(), party, *procedure->opens_by);
          });
      dates->openers = std::move(openers);
      out.push_back(std::move(*dates));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const ClockDates& a, const ClockDates& b) {
    return std::tie(a.opened, a.procedure, a.openers) < std::tie(b.opened, b.procedure, b.openers);
  });
  return out;
}

std::string clock_text(const ClockDates& c) {
  std::string out = fmt::format("{}  {}{}\n  opened on {}{}\n", c.procedure, c.title,
                                c.ref.empty() ? "" : "  (" + c.ref + ")", to_string(c.opened),
                                c.openers.empty() ? "" : " by " + join(c.openers, ", "));
  if (!c.opener_named)
    out += "  The opener is none of those the text names; its standing is a claim.\n";
  for (const StageDates& s : c.stages)
    out += fmt::format("  {}  {} until {}, {}{}{}\n", to_string(s.from), s.name, to_string(s.until),
                       s.duration,
                       s.extended     ? " (end as given)"
                       : s.extendable ? " (extendable)"
                                      : "",
                       s.label.empty() ? "" : ": " + s.label);
  if (c.stopped_on)
    out += fmt::format("  stopped on {} by “{}”\n", to_string(*c.stopped_on), c.stopped_title);
  out += fmt::format("  runs out on {}, {} after the opening\n", to_string(c.runs_out),
                     counted(c.shortest_days, "day"));
  if (c.available_until)
    out += fmt::format("  available until {}: {}\n", to_string(*c.available_until),
                       !c.opened_in_time      ? "the opening is not before that day"
                       : !c.completes_in_time ? "it could not be completed before that day"
                                              : "it can be completed before that day");
  if (!c.leads_to.empty())
    out += fmt::format("  leads to: {} (a claim with an author where the effect is contested)\n",
                       c.leads_to);
  return out;
}

}  // namespace accord::agreement
