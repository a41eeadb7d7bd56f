#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <set>

#include "accounting/rules/rule_texts.h"
#include "answers/accounts/check.h"
#include "assessment/ledger.h"
#include "base/text.h"
#include "bind.h"
#include "casters.h"
#include "formats/accounts/accounts.h"
#include "formats/accounts/converted.h"
#include "formats/accounts/state_skeleton_json.h"
#include "formats/code10/code10.h"
#include "formats/profiles/profile.h"
#include "formats/report_table/report_table.h"
#include "report/pages/check_page.h"

namespace py = pybind11;

/// Accountancy reports and the books they make. Rows go to Python as dicts with exact decimals; the
/// package makes tables of them.
namespace accord::python {

using accounting::Finding;
using accounting::Gap;
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

/// All of these, or the one that is asked for. C009: it is none of them.
std::vector<std::string_view> chosen(const std::vector<std::string_view>& all,
                                     const std::string& mba) {
  if (mba.empty()) return all;
  const auto found = std::find(all.begin(), all.end(), mba);
  if (found != all.end()) return {*found};
  const auto near = nearest(mba, all);
  raise({"C009", "no area “" + mba + "” in the reports", "",
         near ? "did you mean “" + std::string(*near) + "”?" : "leave mba out to see all areas"});
}

std::vector<std::string_view> areas_of(const Ledger& ledger, const std::string& mba) {
  return chosen(ledger.books.areas(), mba);
}

/// The page of `accord check --format html`.
std::string check_html(const Shared& accounts, const std::string& mba, std::optional<Day> known) {
  const Ledger ledger(accounts, known.value_or(day_max));
  [[maybe_unused]] const auto asked = chosen(assessment::known_areas(ledger), mba);
  std::vector<Finding> findings = assessment::findings_of(ledger);
  if (!mba.empty()) std::erase_if(findings, [&](const Finding& f) { return f.mba != mba; });
  return report::html(report::check_page(ledger, findings, mba));
}

py::object text_or_none(const std::string& text) {
  return text.empty() ? py::object(py::none()) : py::cast(text);
}

/// All that cannot be read of an area, or of all.
std::vector<const Gap*> gaps_of(const Ledger& ledger, const std::string& mba) {
  accounting::Doubt out;
  for (const std::string_view area : ledger.books.areas())
    if (mba.empty() || area == mba) out.add(ledger.books.doubt_between(area, day_min, day_max));
  if (ledger.books.areas().empty())
    for (const Gap& gap : ledger.books.gaps()) out.add(gap);
  return out.gaps;
}

/// Each place once.
py::list incomplete(const Shared& accounts, const std::string& mba, std::optional<Day> known) {
  const Ledger ledger(accounts, known.value_or(day_max));
  py::list out;
  std::set<const Finding*> there;
  for (const Gap* gap : gaps_of(ledger, mba)) {
    const Finding& f = *gap->finding;
    if (!there.insert(&f).second) continue;
    py::dict row;
    row["mba"] = text_or_none(std::string(gap->mba));
    row["from_day"] = day_or_none(gap->from);
    row["file"] = f.file;
    row["line"] = f.place.line;
    row["column"] = f.place.column;
    row["label"] = f.label == 0 ? py::object(py::none()) : py::cast(f.label);
    row["found"] = text_or_none(f.found);
    row["rule"] = f.rule;
    row["says"] = accounting::in_words(*gap);
    out.append(std::move(row));
  }
  return out;
}

/// C030: nothing is made of a book that is incomplete.
void refuse_incomplete(const std::string& what, const std::vector<const Gap*>& gaps) {
  if (gaps.empty()) return;
  std::vector<Problem> problems;
  for (const Gap* gap : gaps)
    problems.push_back({Severity::error,
                        gap->finding->rule,
                        accounting::in_words(*gap),
                        {},
                        gap->finding->file,
                        gap->finding->place});
  raise({"C030", what + " is not made of an incomplete book", gaps.front()->finding->file,
         "correct the reports that are named, or take in corrections that can be read"},
        problems);
}

py::bytes write(const Accounts& accounts, const Report& report) {
  if (!report.unreadable.empty()) {
    std::vector<Problem> problems;
    for (const Finding& f : report.unreadable)
      problems.push_back({Severity::error, f.rule, "this cannot be read", {}, f.file, f.place});
    raise({"C030", "a report that cannot be read is not written", report.file,
           "correct it, or take in a correction that can be read"},
          problems);
  }
  return accounts.profile.form == accounting::Form::table
             ? formats::write_report_table(report, accounts.profile)
             : formats::write_code10(report);
}

/// The reports of an area, or all, in another form: files by name, and what was found.
py::dict convert(const Shared& accounts, const std::string& profile, const std::string& mba,
                 std::optional<Day> known, const py::dict& classes) {
  const accounting::Profile* to = formats::find_profile(profile);
  if (to == nullptr)
    raise({"W032", "there is no profile “" + profile + "”", "",
           "name one of " + formats::profile_names()});
  const Ledger ledger(accounts, known.value_or(day_max));
  areas_of(ledger, mba);
  refuse_incomplete("a converted report", gaps_of(ledger, mba));
  std::vector<const Report*> reports;
  for (const Report* r : ledger.effective.reports)
    if (mba.empty() || r->header.mba == mba) reports.push_back(r);
  const auto problems = formats::conversion_problems(*accounts, reports, *to);
  if (!problems.empty())
    raise({problems.front().code, problems.front().message, problems.front().file,
           problems.front().help},
          problems);
  const formats::ConvertedAccounts converted = formats::convert_accounts(*accounts, reports, *to);
  py::dict files, sources, out;
  for (const formats::ConvertedFile& file : converted.files) {
    files[py::str(file.name)] = py::bytes(file.bytes);
    sources[py::str(file.name)] = file.from;
  }
  out["files"] = std::move(files);
  out["sources"] = std::move(sources);
  std::vector<answers::FindingRow> findings;
  for (const auto* some : {&converted.of_reader, &converted.of_change, &converted.of_written})
    for (const Finding& f : *some) findings.push_back(answers::finding_row(f));
  out["findings"] = made(described::view(findings), classes);
  return out;
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
      .def("incomplete", &incomplete, py::arg("mba") = "", py::arg("known") = py::none())
      .def("check_html", &check_html, py::arg("mba") = "", py::arg("known") = py::none())
      .def("state_skeleton",
           [](const Shared& accounts) { return formats::state_skeleton(*accounts); })
      .def(
          "ask",
          [](const Shared& accounts, const std::string& question, const py::dict& given,
             const py::dict& classes) { return ask_accounts(accounts, question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"))
      .def("convert", &convert, py::arg("profile"), py::arg("mba"), py::arg("known"),
           py::arg("classes"))
      .def("write", &write, py::arg("report"));
  module.def("read_accounts", &read_accounts, py::arg("path"));
}

}  // namespace accord::python
