#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>

#include "agreement/explain/explain.h"
#include "agreement/history/timeline.h"
#include "answers/agreement/terms.h"
#include "assessment/assessment.h"
#include "assessment/recalled.h"
#include "assessment/summary.h"
#include "base/printable.h"
#include "bind.h"
#include "casters.h"
#include "formats/workspace/workspace.h"
#include "period.h"
#include "report/sections/summary_json.h"

namespace py = pybind11;

namespace accord::python {

using assessment::Assessment;
using evidence::Finding;
using formats::Workspace;

namespace {

std::shared_ptr<const Workspace> open_workspace(const std::string& path) {
  py::gil_scoped_release release;
  Result<Workspace> read = formats::read_workspace(path);
  py::gil_scoped_acquire acquire;
  if (!read) raise(read.error());
  auto workspace = std::make_shared<const Workspace>(std::move(*read));
  if (has_errors(workspace->problems))
    raise({"W010", "the workspace has errors", path, "correct the places named below"},
          workspace->problems);
  return workspace;
}

Assessment assess(std::shared_ptr<const Workspace> workspace, std::optional<Day> on,
                  std::optional<Day> known, const std::string& min_grade, bool found_only,
                  const std::vector<std::pair<std::string, std::string>>& assume,
                  const std::vector<std::string>& suppose) {
  assessment::Query query;
  query.on = on;
  query.known = known;
  const auto grade = evidence::grade_of(min_grade);
  if (!grade)
    throw py::value_error(
        "min_grade: expected verified, attested, estimated, declared, reported or "
        "unverified, found '" +
        min_grade + "'");
  query.options.min_grade = *grade;
  query.options.found_only = found_only;
  for (const auto& [question, answer] : assume) query.options.assume.push_back({question, answer});
  query.suppose = suppose;
  return value_or_raise(Assessment::make(std::move(workspace), query));
}

Finding find_or_raise(const Assessment& self, const std::string& id) {
  const Finding* found = self.find(id);
  if (found == nullptr)
    raise({"C001", "no finding named “" + id + "”", "", "see the column id of to_frame()"});
  return *found;
}

bool is_party(const agreement::Agreement& text, const std::string& name) {
  return std::any_of(text.items.begin(), text.items.end(), [&](const agreement::Item& item) {
    const auto* party = std::get_if<agreement::Party>(&item);
    return party != nullptr && party->head.name.text == name;
  });
}

std::vector<agreement::TimelineEntry> timeline_of(const Assessment& self, std::optional<Day> from,
                                                  std::optional<Day> to, const std::string& party,
                                                  const std::string& term) {
  refuse_turned_period(from, to ? to : self.on());
  if (!term.empty()) find_or_raise(self, term);
  if (!party.empty() && !is_party(self.workspace().agreement, party))
    raise({"C002", "no party “" + party + "” in the text", "", ""});
  py::gil_scoped_release release;
  return agreement::timeline(self.evaluator(), {.from = from,
                                                .to = to ? to : self.on(),
                                                .known = self.known(),
                                                .party = party,
                                                .term = term});
}

std::vector<agreement::Episode> episodes_of(const Assessment& self, const std::string& id) {
  const Finding found = find_or_raise(self, id);
  std::vector<agreement::Episode> all;
  for (const agreement::Subject& subject : self.evaluator().subjects()) {
    if (evidence::finding_id(subject.term, subject.party) != found.id) continue;
    for (auto& episode : agreement::episodes(self.evaluator(), subject, self.on(), self.known()))
      all.push_back(std::move(episode));
  }
  return all;
}

py::dict counts_of(const Assessment& self) {
  const assessment::Counts counts = self.counts();
  py::dict out;
  out["met"] = counts.met;
  out["not met"] = counts.not_met;
  out["not shown"] = counts.not_shown;
  out["out of the count"] = counts.out_of_count;
  return out;
}

}  // namespace

namespace {

void bind_folder(py::module_& module) {
  py::class_<formats::SeriesReport>(module, "SeriesReport", "One report of the verifier's series.")
      .def_readonly("id", &formats::SeriesReport::id)
      .def_readonly("report_date", &formats::SeriesReport::report_date)
      .def_readonly("as_of", &formats::SeriesReport::as_of)
      .def_readonly("kind", &formats::SeriesReport::kind)
      .def_readonly("basis", &formats::SeriesReport::basis)
      .def_readonly("statement", &formats::SeriesReport::statement)
      .def("__repr__",
           [](const formats::SeriesReport& r) { return "<SeriesReport " + r.id + ">"; });

  py::class_<Workspace, std::shared_ptr<Workspace>>(module, "Workspace")
      .def_readonly("name", &Workspace::name)
      .def_readonly("reports", &Workspace::reports)
      .def_readonly("problems", &Workspace::problems, "Warnings; errors are raised by open().")
      .def_property_readonly("root", [](const Workspace& w) { return w.root.string(); })
      .def_property_readonly("accounts",
                             [](const Workspace& w) {
                               return std::const_pointer_cast<formats::Accounts>(w.books.accounts);
                             })
      .def(
          "ask",
          [](const std::shared_ptr<Workspace>& workspace, const std::string& question,
             const py::dict& given,
             const py::dict& classes) { return ask(workspace.get(), question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"))
      .def_property_readonly(
          "terms",
          [](const std::shared_ptr<Workspace>& w) { return answers::terms_of(w, w->root); })
      .def_property_readonly("terms_text", [](const Workspace& w) { return w.terms_text; });
}

void bind_remarks(py::module_& module) {
  py::class_<assessment::UnfedRow>(module, "UnfedRow",
                                   "A row that feeds no event, measure, declaration or reading.")
      .def_readonly("origin_index", &assessment::UnfedRow::origin, "Index into Assessment.origins.")
      .def_readonly("word", &assessment::UnfedRow::word, "Its metric, else its category.")
      .def_readonly("only_a_figure", &assessment::UnfedRow::only_a_figure,
                    "True where the rest of the row feeds something.")
      .def_property_readonly(
          "did_you_mean",
          [](const assessment::UnfedRow& row) {
            return row.did_you_mean ? std::optional(row.did_you_mean->name) : std::nullopt;
          },
          "A name of the text that is near to the word; None when none is.")
      .def("__repr__",
           [](const assessment::UnfedRow& row) { return "<UnfedRow " + row.word + ">"; });
  py::class_<assessment::Remarks>(module, "Remarks", "What an answer says beside its findings.")
      .def_readonly("unfed_rows", &assessment::Remarks::unfed_rows)
      .def_readonly("background_rows", &assessment::Remarks::background_rows,
                    "Number of rows that feed nothing and were set aside on purpose.");
}

void bind_assessment(py::module_& module) {
  py::class_<Assessment>(module, "Assessment")
      .def_property_readonly("on", &Assessment::on)
      .def_property_readonly("known", &Assessment::known)
      .def_property_readonly("findings", &Assessment::findings)
      .def_property_readonly("counts", &counts_of)
      .def_property_readonly("remarks", &Assessment::remarks)
      .def_property_readonly(
          "remark_sentences",
          [](const Assessment& a) { return assessment::sentences(a.remarks(), a.records()); })
      .def_property_readonly(
          "recalled_only",
          [](const Assessment& a) {
            std::vector<std::string> out;
            for (const Finding* f : assessment::resting_on_recalled(a.findings()))
              out.push_back(f->id);
            return out;
          })
      .def(
          "ask",
          [](const Assessment& a, const std::string& question, const py::dict& given,
             const py::dict& classes) { return ask(&a, question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"))
      .def("summary_json",
           [](const Assessment& a) { return report::summary_json_text(assessment::summarize(a)); })
      .def_property_readonly("record_end",
                             [](const Assessment& a) { return assessment::record_end(a).day; })
      .def_property_readonly(
          "nothing_later",
          [](const Assessment& a) { return assessment::record_end(a).nothing_later; })
      .def_property_readonly("origins", [](const Assessment& a) { return a.records().origins; })
      .def_property_readonly(
          "unread", [](const Assessment& a) { return a.records().unread; },
          "What cannot be read of the books behind the figures.")
      .def("origin",
           [](const Assessment& a, std::size_t index) { return a.records().origins.at(index); })
      .def(
          "explain",
          [](const Assessment& a, const std::string& id) {
            const formats::Workspace& workspace = a.workspace();
            return printable_lines(agreement::explain(
                find_or_raise(a, id), a.records(),
                agreement::PartyTitles(workspace.agreement, workspace.outsiders)));
          },
          py::arg("id"))
      .def("find", &find_or_raise, py::arg("id"))
      .def("episodes", &episodes_of, py::arg("id"))
      .def("timeline", &timeline_of, py::arg("from_day") = py::none(),
           py::arg("to_day") = py::none(), py::arg("party") = "", py::arg("term") = "");
}

}  // namespace

void bind_workspace(py::module_& module) {
  bind_folder(module);
  bind_remarks(module);
  bind_assessment(module);
  module.def("open_workspace", [](const std::string& path) {
    return std::const_pointer_cast<Workspace>(open_workspace(path));
  });
  module.def("assess", [](const std::shared_ptr<Workspace>& workspace, std::optional<Day> on,
                          std::optional<Day> known, const std::string& min_grade, bool found_only,
                          const std::vector<std::pair<std::string, std::string>>& assume,
                          const std::vector<std::string>& suppose) {
    return assess(workspace, on, known, min_grade, found_only, assume, suppose);
  });
}

}  // namespace accord::python
