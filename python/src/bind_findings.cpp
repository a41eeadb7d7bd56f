#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "agreement/evaluate/rules/call_counts.h"
#include "agreement/explain/figure_words.h"
#include "agreement/history/timeline.h"
#include "bind.h"
#include "casters.h"
#include "evidence/finding.h"

namespace py = pybind11;

namespace accord::python {

using namespace agreement;
using namespace evidence;

namespace {

const char* word_of(Declaration::Kind kind) {
  constexpr const char* words[] = {"ceases", "suspends", "resumes", "refuses"};
  return words[static_cast<std::size_t>(kind)];
}

const char* word_of(TimelineEntry::Kind kind) {
  constexpr const char* words[] = {"event", "declaration", "state", "period"};
  return words[static_cast<std::size_t>(kind)];
}

void bind_evidence(py::module_& module) {
  py::class_<Origin>(module, "Origin", "Where a record comes from: a row of a file, with its hash.")
      .def_readonly("id", &Origin::id)
      .def_readonly("file", &Origin::file)
      .def_readonly("row", &Origin::row, "Line of the file, from 1.")
      .def_readonly("sha256", &Origin::sha256)
      .def_readonly("source", &Origin::source)
      .def_readonly("text", &Origin::text)
      .def_readonly("note", &Origin::note)
      .def_readonly("supposed", &Origin::supposed, "True for a hypothetical record.")
      .def_readonly("by", &Origin::by, "Who says so, where the table tells it; else an empty text.")
      .def_readonly("replaces", &Origin::replaces,
                    "Id of the row that this one corrects, or an empty text.")
      .def("__repr__", [](const Origin& o) {
        return "<Origin " + o.id + " " + o.file + ":" + std::to_string(o.row) + ">";
      });
  py::class_<Unread>(module, "Unread", "Something in a file that cannot be read.")
      .def_readonly("file", &Unread::file)
      .def_readonly("line", &Unread::line)
      .def_readonly("column", &Unread::column)
      .def_readonly("label", &Unread::label)
      .def_readonly("found", &Unread::found)
      .def("__repr__", [](const Unread& u) {
        return "<Unread " + u.file + ":" + std::to_string(u.line) + ":" + std::to_string(u.column) +
               ">";
      });
  py::class_<Evidence>(module, "Evidence", "One record a finding rests on.")
      .def_readonly("origin_index", &Evidence::origin, "Index into Assessment.origins.")
      .def_readonly("valid", &Evidence::valid, "The day the record is about.")
      .def_readonly("known", &Evidence::known, "The day it became known.")
      .def_readonly("grade", &Evidence::grade)
      .def_readonly("trace", &Evidence::trace)
      .def_readonly("says", &Evidence::says)
      .def("__repr__", [](const Evidence& e) {
        return "<Evidence " + to_string(e.valid) + " " + e.says + ">";
      });
  py::class_<Call>(module, "Call", "One call of a duty and its answer.")
      .def_readonly("name", &Call::name,
                    "The period, or the id of the row that calls; may be empty.")
      .def_readonly("day", &Call::day)
      .def_readonly("deadline", &Call::deadline, "Last day on which the answer is in time.")
      .def_readonly("stage_ends", &Call::stage_ends)
      .def_readonly("answered", &Call::answered)
      .def_readonly("late_days", &Call::late_days,
                    "From the deadline to an answer after it, or None.")
      .def_readonly("state", &Call::state)
      .def_readonly("evidence", &Call::evidence);
  py::class_<CallCounts>(module, "CallCounts",
                         "How often a duty was called for, and what became of it.")
      .def_readonly("total", &CallCounts::total, "The sum of the others.")
      .def_readonly("in_time", &CallCounts::in_time)
      .def_readonly("late", &CallCounts::late)
      .def_readonly("in_part", &CallCounts::in_part)
      .def_readonly("open", &CallCounts::open, "Can still be answered in time.")
      .def_readonly("missed", &CallCounts::missed, "Past the deadline without an answer.")
      .def_readonly("longest_late_days", &CallCounts::longest_late_days)
      .def("__str__", [](const CallCounts& c) { return sentence(c); })
      .def("__repr__", [](const CallCounts& c) { return "<CallCounts " + sentence(c) + ">"; });
}

void bind_comparison(py::module_& module) {
  py::class_<Comparison>(module, "Comparison",
                         "A figure compared with its bound; all numbers exact.")
      .def_readonly("value", &Comparison::value, "In `unit`; None for a pure attestation.")
      .def_readonly("value_shown", &Comparison::value_shown)
      .def_readonly("limit", &Comparison::limit, "The bound of the day in `unit`.")
      .def_readonly("limit_shown", &Comparison::limit_shown)
      .def_readonly("unit", &Comparison::unit)
      .def_readonly("ratio", &Comparison::ratio, "value / limit.")
      .def_readonly("margin", &Comparison::margin,
                    "Room left in `unit`; negative beyond the limit.")
      .def_readonly("uncertainty", &Comparison::uncertainty)
      .def_readonly("minimum", &Comparison::minimum,
                    "The limit is one to reach, not one to stay within.")
      .def_readonly(
          "at_least", &Comparison::at_least,
          "Where a part is missing or cannot be read: the figure is at least this; else None.")
      .def_readonly("at_most", &Comparison::at_most, "Likewise: at most this; else None.");
  py::class_<LastPeriod>(module, "LastPeriod",
                         "The period before the running one; it counts in no total.")
      .def_readonly("name", &LastPeriod::name)
      .def_property_readonly("first", [](const LastPeriod& p) { return p.days.first; })
      .def_property_readonly("last", [](const LastPeriod& p) { return p.days.last; })
      .def_readonly("state", &LastPeriod::state)
      .def_readonly("comparison", &LastPeriod::comparison);
  py::class_<RuleFinding>(module, "RuleFinding", "What one rule of a term gave.")
      .def_readonly("rule", &RuleFinding::rule)
      .def_readonly("state", &RuleFinding::state)
      .def_readonly("reason", &RuleFinding::reason)
      .def_readonly("comparison", &RuleFinding::comparison)
      .def_property_readonly(
          "period",
          [](const RuleFinding& r) -> std::optional<std::pair<Day, Day>> {
            if (!r.period) return std::nullopt;
            return std::pair(r.period->first, r.period->last);
          },
          "First and last day over which a flow is added up, or None.")
      .def_readonly("last_period", &RuleFinding::last_period,
                    "The period before the running one, or None.")
      .def_readonly("call_counts", &RuleFinding::counts, "None without calls.")
      .def_readonly("deciding_call", &RuleFinding::deciding_call, "Index into calls, or None.")
      .def_readonly("calls", &RuleFinding::calls)
      .def_readonly("evidence", &RuleFinding::evidence)
      .def_readonly("other_figures", &RuleFinding::other_figures)
      .def_readonly("incomplete", &RuleFinding::incomplete,
                    "What cannot be read of its figure: indexes into Assessment.unread.")
      .def("__repr__", [](const RuleFinding& r) {
        return "<RuleFinding " + r.rule + ": " + word(r.state) + ">";
      });
  py::class_<LastKnown>(module, "LastKnown", "The last thing shown, when the state shows nothing.")
      .def_readonly("state", &LastKnown::state)
      .def_readonly("valid", &LastKnown::valid)
      .def_readonly("age_days", &LastKnown::age_days)
      .def_readonly("comparison", &LastKnown::comparison)
      .def_readonly("evidence", &LastKnown::evidence);
}

void bind_beside(py::module_& module) {
  py::class_<UnderAnswer>(module, "UnderAnswer", "The result under one answer of an open question.")
      .def_readonly("question", &UnderAnswer::question)
      .def_readonly("answer", &UnderAnswer::answer)
      .def_readonly("text", &UnderAnswer::text)
      .def_readonly("by", &UnderAnswer::by, "Who holds the answer.")
      .def_readonly("state", &UnderAnswer::state);
  py::class_<Together>(
      module, "Together",
      "What can be said of all who are obliged, where it is not known who of them it was.")
      .def_readonly("state", &Together::state)
      .def_property_readonly("outcome",
                             [](const Together& t) { return evidence::outcome_of(t.state); })
      .def_readonly("says", &Together::says);
  py::class_<NotAttributed>(module, "NotAttributed",
                            "Records that may be the party's own and name nobody.")
      .def_readonly("says", &evidence::NotAttributed::says)
      .def_readonly("records", &evidence::NotAttributed::records);
  py::class_<DeclarationShown>(module, "Declaration", "A declaration printed beside the state.")
      .def_property_readonly("kind", [](const DeclarationShown& d) { return word_of(d.kind); })
      .def_readonly("party", &DeclarationShown::party)
      .def_readonly("day", &DeclarationShown::day)
      .def_readonly("title", &DeclarationShown::title)
      .def_readonly("origin_index", &DeclarationShown::origin)
      .def_property_readonly(
          "first_day",
          [](const DeclarationShown& d) {
            return d.first ? std::optional(d.first->day) : std::nullopt;
          },
          "Day of the first declaration of the run that this one ends; None when it is the only "
          "one.");
  py::class_<Excess>(module, "Excess", "How far a figure is above its limit; exact.")
      .def_readonly("value", &Excess::value)
      .def_readonly("unit", &Excess::unit, "Of shares in %: \"percentage points\".")
      .def("__repr__", [](const Excess& e) {
        return "<Excess " + to_exact_string(e.value) + " " + e.unit + ">";
      });
  py::class_<ReadingShown>(module, "Reading", "A contested reading and who holds it.")
      .def_readonly("text", &ReadingShown::text)
      .def_readonly("by", &ReadingShown::by);
}

/// What holds where records name nobody; none where all name somebody.
template <class Part>
Part without_name(const Finding& f, Part evidence::NotAttributed::*part) {
  return f.not_attributed ? (*f.not_attributed).*part : Part{};
}

void bind_finding(py::module_& module) {
  py::class_<Finding>(module, "Finding", "The result of judging one term on one day. Read-only.")
      .def_readonly("id", &Finding::id)
      .def_readonly("term", &Finding::term)
      .def_readonly("title", &Finding::title)
      .def_readonly("ref", &Finding::ref)
      .def_readonly("party", &Finding::party)
      .def_readonly("owed", &Finding::owed)
      .def_readonly("verifier", &Finding::verifier)
      .def_readonly("valid_day", &Finding::valid_day)
      .def_readonly("known_day", &Finding::known_day)
      .def_readonly("state", &Finding::state)
      .def_property_readonly("outcome", &Finding::outcome,
                             "'met', 'not met', 'not shown' or 'out of the count'.")
      .def_readonly("reason", &Finding::reason)
      .def_readonly("since", &Finding::since)
      .def_readonly("in_force_from", &Finding::in_force_from)
      .def_readonly("in_force_until", &Finding::in_force_until, "First day out of force, or None.")
      .def_readonly("end_not_before", &Finding::end_not_before,
                    "An end that is not known does not come before this day.")
      .def_readonly("end_waits_for", &Finding::end_waits_for,
                    "Titles of the events that it waits for.")
      .def_readonly("rules", &Finding::rules)
      .def_property_readonly(
          "comparison",
          [](const Finding& f) -> std::optional<Comparison> {
            return f.deciding_rule < f.rules.size() ? f.rules[f.deciding_rule].comparison
                                                    : std::nullopt;
          },
          "The comparison of the rule that decided, or None.")
      .def_property_readonly("excess", &Finding::excess,
                             "How far the figure is above its limit, or None.")
      .def_readonly("last_known", &Finding::last_known)
      .def_readonly("age_days", &Finding::age_days)
      .def_readonly("grade", &Finding::grade)
      .def_readonly("trace", &Finding::trace)
      .def_readonly("declarations", &Finding::declarations)
      .def_readonly("readings", &Finding::readings)
      .def_readonly("provisions", &Finding::provisions)
      .def_readonly("answers", &Finding::answers)
      .def_readonly("not_attributed", &Finding::not_attributed)
      .def_property_readonly(
          "if_attributed",
          [](const Finding& f) { return without_name(f, &evidence::NotAttributed::if_attributed); },
          "The state if the records that name nobody are the party's own, where it would be "
          "another.")
      .def_property_readonly(
          "if_not",
          [](const Finding& f) { return without_name(f, &evidence::NotAttributed::if_not); },
          "The state if they are not.")
      .def_property_readonly(
          "together",
          [](const Finding& f) { return without_name(f, &evidence::NotAttributed::together); },
          "All parties of the term taken together, or None.")
      .def_readonly("supposed", &Finding::supposed, "True when it rests on a hypothetical record.")
      .def("__repr__", [](const Finding& f) {
        return "<Finding " + f.id + " on " + to_string(f.valid_day) + ": " + word(f.state) + ">";
      });
}

void bind_timeline(py::module_& module) {
  module.def(
      "compared_in",
      [](const std::string& value, const std::string& limit) {
        const agreement::ComparedWords words = agreement::compared_in(value, limit);
        return py::make_tuple(words.value, words.bound, words.limit, words.unit);
      },
      py::arg("value"), py::arg("limit") = "",
      "Number, bound, limit and unit of a figure in words; empty texts where there is none.");
  py::class_<TimelineEntry>(module, "TimelineEntry",
                            "An event, a declaration or a change of state.")
      .def_property_readonly("kind", [](const TimelineEntry& e) { return word_of(e.kind); })
      .def_readonly("day", &TimelineEntry::day)
      .def_readonly("known", &TimelineEntry::known)
      .def_readonly("parties", &TimelineEntry::parties)
      .def_readonly("term", &TimelineEntry::term)
      .def_readonly("terms", &TimelineEntry::terms)
      .def_readonly("state", &TimelineEntry::state)
      .def_readonly("before", &TimelineEntry::before)
      .def_readonly("value", &TimelineEntry::value)
      .def_readonly("limit", &TimelineEntry::limit)
      .def_readonly("grade", &TimelineEntry::grade)
      .def_readonly("title", &TimelineEntry::title)
      .def_readonly("note", &TimelineEntry::note)
      .def_readonly("source", &TimelineEntry::source)
      .def_readonly("supposed", &TimelineEntry::supposed)
      .def("__repr__", [](const TimelineEntry& e) {
        return "<TimelineEntry " + to_string(e.day) + " " + (e.term.empty() ? e.title : e.term) +
               ">";
      });
  py::class_<Episode>(module, "Episode", "A run of observations that break a rule, with its days.")
      .def_readonly("term", &Episode::term)
      .def_readonly("party", &Episode::party)
      .def_readonly("rule", &Episode::rule)
      .def_readonly("first_observed", &Episode::first_observed)
      .def_readonly("first_known", &Episode::first_known)
      .def_readonly("last_satisfied", &Episode::last_satisfied)
      .def_readonly("first_within", &Episode::first_within, "None while it goes on.")
      .def_readonly("duration_days", &Episode::duration_days)
      .def_readonly("first_value", &Episode::first_value)
      .def_property_readonly(
          "kind", [](const Episode& e) { return word(e.kind); },
          "'beyond', 'below' (a minimum), 'seen' or 'not held'.")
      .def_readonly("extreme", &Episode::extreme, "The largest value; of a minimum the smallest.")
      .def_readonly("extreme_day", &Episode::extreme_day)
      .def_readonly("limit", &Episode::limit)
      .def_readonly("announced", &Episode::announced)
      .def_readonly("announcement", &Episode::announcement);
}

}  // namespace

void bind_findings(py::module_& module) {
  bind_evidence(module);
  bind_comparison(module);
  bind_beside(module);
  bind_finding(module);
  bind_timeline(module);
}

}  // namespace accord::python
