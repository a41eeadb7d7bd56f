#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "agreement/finding.h"
#include "agreement/timeline.h"
#include "bind.h"
#include "casters.h"

namespace py = pybind11;

namespace accord::python {

using namespace agreement;

namespace {

const char* word_of(Declaration::Kind kind) {
  constexpr const char* words[] = {"ceases", "suspends", "resumes", "refuses"};
  return words[static_cast<std::size_t>(kind)];
}

const char* word_of(TimelineEntry::Kind kind) {
  constexpr const char* words[] = {"event", "declaration", "state"};
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
      .def("__repr__",
           [](const Evidence& e) { return "<Evidence " + to_string(e.valid) + " " + e.says + ">"; });
  py::class_<Call>(module, "Call", "One call of a duty and its answer.")
      .def_readonly("day", &Call::day)
      .def_readonly("deadline", &Call::deadline, "Last day on which the answer is in time.")
      .def_readonly("stage_ends", &Call::stage_ends)
      .def_readonly("answered", &Call::answered)
      .def_readonly("state", &Call::state)
      .def_readonly("evidence", &Call::evidence);
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
      .def_readonly(
          "at_least", &Comparison::at_least,
          "Where a part is missing or cannot be read: the figure is at least this; else None.")
      .def_readonly("at_most", &Comparison::at_most, "Likewise: at most this; else None.");
  py::class_<RuleFinding>(module, "RuleFinding", "What one rule of a term gave.")
      .def_readonly("rule", &RuleFinding::rule)
      .def_readonly("state", &RuleFinding::state)
      .def_readonly("reason", &RuleFinding::reason)
      .def_readonly("comparison", &RuleFinding::comparison)
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
  py::class_<DeclarationShown>(module, "Declaration", "A declaration printed beside the state.")
      .def_property_readonly("kind", [](const DeclarationShown& d) { return word_of(d.kind); })
      .def_readonly("party", &DeclarationShown::party)
      .def_readonly("day", &DeclarationShown::day)
      .def_readonly("title", &DeclarationShown::title)
      .def_readonly("origin_index", &DeclarationShown::origin);
  py::class_<ReadingShown>(module, "Reading", "A contested reading and who holds it.")
      .def_readonly("text", &ReadingShown::text)
      .def_readonly("by", &ReadingShown::by);
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
      .def_readonly("rules", &Finding::rules)
      .def_property_readonly(
          "comparison",
          [](const Finding& f) -> std::optional<Comparison> {
            return f.deciding_rule < f.rules.size() ? f.rules[f.deciding_rule].comparison : std::nullopt;
          },
          "The comparison of the rule that decided, or None.")
      .def_readonly("last_known", &Finding::last_known)
      .def_readonly("age_days", &Finding::age_days)
      .def_readonly("grade", &Finding::grade)
      .def_readonly("trace", &Finding::trace)
      .def_readonly("declarations", &Finding::declarations)
      .def_readonly("readings", &Finding::readings)
      .def_readonly("provisions", &Finding::provisions)
      .def_readonly("answers", &Finding::answers)
      .def_readonly("supposed", &Finding::supposed, "True when it rests on a hypothetical record.")
      .def("__repr__", [](const Finding& f) {
        return "<Finding " + f.id + " on " + to_string(f.valid_day) + ": " + word(f.state) + ">";
      });
}

void bind_timeline(py::module_& module) {
  py::class_<TimelineEntry>(module, "TimelineEntry", "An event, a declaration or a change of state.")
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
        return "<TimelineEntry " + to_string(e.day) + " " + (e.term.empty() ? e.title : e.term) + ">";
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
      .def_readonly("maximum", &Episode::maximum)
      .def_readonly("maximum_day", &Episode::maximum_day)
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
