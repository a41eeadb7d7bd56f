#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>

#include "agreement/history/account.h"
#include "assessment/assessment.h"
#include "bind.h"
#include "casters.h"
#include "formats/workspace/workspace.h"

namespace py = pybind11;

namespace accord::python {

using assessment::Assessment;
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

bool is_party(const agreement::Agreement& text, const std::string& name) {
  return std::any_of(text.items.begin(), text.items.end(), [&](const agreement::Item& item) {
    const auto* party = std::get_if<agreement::Party>(&item);
    return party != nullptr && party->head.name.text == name;
  });
}

agreement::Account account_of(const Assessment& self, const std::string& left,
                              const std::string& right) {
  const agreement::Agreement& text = self.workspace().agreement;
  for (const std::string& side : {left, right})
    if (!is_party(text, side)) raise({"C002", "no party “" + side + "” in the text", "", ""});
  if (const auto both = on_both_sides(text, left, right))
    raise({"C002", "“" + *both + "” is on both sides", "",
           "name two sides that have no party in common"});
  py::gil_scoped_release release;
  return agreement::account(self.evaluator(), left, right, self.on(), self.known());
}

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
      .def_property_readonly("terms_text", [](const Workspace& w) { return w.terms_text; });
}

using agreement::Account;
using agreement::AccountLine;
using agreement::AccountStanding;

void bind_account(py::module_& module) {
  py::class_<AccountLine>(module, "AccountLine", "One line of the account of give and take.")
      .def_readonly("day", &AccountLine::day)
      .def_property_readonly(
          "side", [](const AccountLine& l) { return word(l.side); }, "'left', 'right' or 'joint'.")
      .def_property_readonly(
          "what", [](const AccountLine& l) { return word(l.what); },
          "'declared', 'performed', 'stopped', 'due', 'not shown' or 'ended'.")
      .def_readonly("parties", &AccountLine::parties)
      .def_readonly("term", &AccountLine::term)
      .def_readonly("title", &AccountLine::title)
      .def_readonly("state", &AccountLine::state)
      .def_readonly("value", &AccountLine::value)
      .def_readonly("limit", &AccountLine::limit)
      .def_readonly("ground", &AccountLine::ground)
      .def_readonly("source", &AccountLine::source)
      .def_readonly("supposed", &AccountLine::supposed);
  py::class_<AccountStanding>(module, "AccountStanding",
                              "Where one term is at the end of an account.")
      .def_property_readonly(
          "side", [](const AccountStanding& s) { return word(s.side); },
          "'left', 'right' or 'joint'.")
      .def_readonly("parties", &AccountStanding::parties)
      .def_readonly("term", &AccountStanding::term)
      .def_readonly("title", &AccountStanding::title)
      .def_readonly("state", &AccountStanding::state)
      .def_readonly("since", &AccountStanding::since);
  py::class_<Account>(module, "Account",
                      "What each of two sides performed, stopped or owes, by day.")
      .def_readonly("left", &Account::left)
      .def_readonly("right", &Account::right)
      .def_readonly("lines", &Account::lines)
      .def_readonly("standing", &Account::standing)
      .def("__str__", [](const Account& a) { return agreement::account_text(a); })
      .def("__repr__",
           [](const Account& a) { return "<Account of " + a.left + " and " + a.right + ">"; });
}

void bind_assessment(py::module_& module) {
  py::class_<Assessment>(module, "Assessment")
      .def_property_readonly("on", &Assessment::on)
      .def_property_readonly("known", &Assessment::known)
      .def(
          "ask",
          [](const Assessment& a, const std::string& question, const py::dict& given,
             const py::dict& classes) { return ask(&a, question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"))
      .def("account", &account_of, py::arg("left"), py::arg("right"));
}

}  // namespace

void bind_workspace(py::module_& module) {
  bind_folder(module);
  bind_account(module);
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
