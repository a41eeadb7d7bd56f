#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>

#include "answers/accounts/check.h"
#include "assessment/ledger.h"
#include "bind.h"
#include "casters.h"
#include "formats/accounts/accounts.h"
#include "formats/accounts/state_skeleton_json.h"
#include "report/pages/check_page.h"

namespace py = pybind11;

/// Accountancy reports; what is asked of them is described (bind_answers.cpp).
namespace accord::python {

using accounting::Report;
using assessment::Ledger;
using formats::Accounts;

namespace {

using Shared = std::shared_ptr<Accounts>;

Shared read_accounts(const std::string& path) {
  py::gil_scoped_release release;
  Result<Accounts> read = formats::read_accounts(path);
  py::gil_scoped_acquire acquire;
  if (!read) raise(read.error());
  if (has_errors(read->problems))
    raise({"W010", "the tables beside the reports have errors", path,
           "correct the places named below"},
          read->problems, {read->texts.begin(), read->texts.end()});
  return std::make_shared<Accounts>(std::move(*read));
}

py::object day_or_none(Day day) {
  return day == day_min ? py::object(py::none()) : py::cast(day);
}

/// The page of `accord check --format html`.
std::string check_html(const Shared& accounts, const std::string& mba, std::optional<Day> known) {
  const Ledger ledger(accounts, known.value_or(day_max));
  answers::CheckQuestion asked;
  if (!mba.empty()) asked.mba = mba;
  const auto findings = answers::findings_asked(ledger, asked);
  if (!findings) raise_refusal(findings.error());
  return report::html(report::check_page(ledger, *findings, mba));
}

const char* kind_of(const Report& report) {
  switch (report.header.kind) {
    case accounting::ReportKind::icr:
      return "ICR";
    case accounting::ReportKind::pil:
      return "PIL";
    case accounting::ReportKind::mbr:
      return "MBR";
    case accounting::ReportKind::text:
      return "text";
    default:
      return "unknown";
  }
}

void bind_report(py::module_& module) {
  const auto text = [](std::string_view accounting::Header::*part) {
    return [part](const Report& r) { return std::string(r.header.*part); };
  };
  const auto day = [](Day accounting::Header::*part) {
    return [part](const Report& r) { return day_or_none(r.header.*part); };
  };
  py::class_<Report>(module, "AccountReport", "One accountancy report, as its file says it.")
      .def_readonly("file", &Report::file)
      .def_property_readonly("country", text(&accounting::Header::country))
      .def_property_readonly("facility", text(&accounting::Header::facility))
      .def_property_readonly("mba", text(&accounting::Header::mba))
      .def_property_readonly("number", [](const Report& r) { return r.header.number; })
      .def_property_readonly("kind", &kind_of, "ICR, PIL, MBR or text.")
      .def_property_readonly("date", day(&accounting::Header::date))
      .def_property_readonly("begin", day(&accounting::Header::begin))
      .def_property_readonly("end", day(&accounting::Header::end))
      .def_property_readonly(
          "entries", [](const Report& r) { return r.entries.size(); },
          "Number of entries, notes included.")
      .def("__repr__", [](const Report& r) { return "<AccountReport " + r.file + ">"; });
}

}  // namespace

void bind_accounts(py::module_& module) {
  bind_report(module);
  py::class_<Accounts, Shared>(module, "Accounts")
      .def_property_readonly("profile", [](const Accounts& a) { return a.profile.id; })
      .def_property_readonly(
          "reports",
          [](const py::object& self) {
            py::list out;
            for (const Report& r : self.cast<const Accounts&>().reports)
              out.append(py::cast(&r, py::return_value_policy::reference_internal, self));
            return out;
          })
      .def_readonly("not_read", &Accounts::not_read)
      .def("check_html", &check_html, py::arg("mba") = "", py::arg("known") = py::none())
      .def("state_skeleton",
           [](const Shared& accounts) { return formats::state_skeleton(*accounts); })
      .def(
          "ask",
          [](const Shared& accounts, const std::string& question, const py::dict& given,
             const py::dict& classes) { return ask_accounts(accounts, question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"));
  module.def("read_accounts", &read_accounts, py::arg("path"));
}

}  // namespace accord::python
