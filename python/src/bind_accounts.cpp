#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <set>

#include "accounting/books/mbr.h"
#include "accounting/books/transit_list.h"
#include "accounting/reports/entry_lines.h"
#include "accounting/rules/rule_texts.h"
#include "assessment/book_items.h"
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
#include "period.h"
#include "report/pages/check_page.h"

namespace py = pybind11;

/// Accountancy reports and the books they make. Rows go to Python as dicts with exact decimals; the
/// package makes tables of them.
namespace accord::python {

using accounting::Bound;
using accounting::Finding;
using accounting::Gap;
using accounting::Report;
using assessment::Ledger;
using formats::Accounts;
using material::KindFacts;

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

py::object exact(material::MassSum mass, const KindFacts& facts) {
  return py::module_::import("decimal").attr("Decimal")(material::to_string(mass, facts.unit));
}
const char* unit_of(const KindFacts& facts) {
  return facts.unit == material::MassUnit::gram ? "g" : "kg";
}
py::object day_or_none(Day day) {
  return day == day_min ? py::object(py::none()) : py::cast(day);
}

/// A row that begins with the area and its material.
py::dict row_of(std::string_view mba, const KindFacts& facts) {
  py::dict row;
  row["mba"] = py::str(std::string(mba));
  row["label"] = static_cast<int>(facts.kind);
  row["material"] = py::str(std::string(facts.name));
  row["unit"] = unit_of(facts);
  return row;
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

std::vector<Finding> check(const Shared& accounts, std::optional<Day> known) {
  py::gil_scoped_release release;
  return assessment::findings_of(Ledger(accounts, known.value_or(day_max)));
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

py::list not_applied(const Shared& accounts, std::optional<Day> known) {
  const Ledger ledger(accounts, known.value_or(day_max));
  py::list out;
  for (const accounting::NotApplied& one : assessment::not_applied(ledger)) {
    py::dict row;
    row["rule"] = one.rule;
    row["part"] = one.part.empty() ? py::object(py::none()) : py::str(one.part);
    row["because"] = one.because;
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

/// `name` when the figure is known, else an end of it, or nothing.
void put_figure(py::dict& row, const char* name, const py::object& amount, Bound bound) {
  const py::object none = py::none();
  row[name] = bound == Bound::exact ? amount : none;
  row["at_least"] = bound == Bound::at_least ? amount : none;
  row["at_most"] = bound == Bound::at_most ? amount : none;
}

py::list movements(const Shared& accounts, const std::string& mba, std::optional<Day> from,
                   std::optional<Day> to, std::optional<Day> known) {
  // No change of a day after the day of knowledge can be known.
  refuse_turned_period(from, known && (!to || *known < *to) ? known : to);
  const Ledger ledger(accounts, known.value_or(day_max));
  areas_of(ledger, mba);
  py::list out;
  accounting::EntryLines lines;
  for (const accounting::EffectiveEntry& e : ledger.effective.entries) {
    const accounting::Header& h = e.report->header;
    if (h.kind != accounting::ReportKind::icr || (!mba.empty() && h.mba != mba)) continue;
    const bool dated = e.entry->date != day_min;  // else it may be of any day
    if (dated && ((from && e.entry->date < *from) || (to && *to < e.entry->date))) continue;
    for (std::uint32_t i = 0; i < e.entry->weight_count; ++i) {
      const accounting::Weight& w = e.source->weights[e.entry->weights + i];
      const KindFacts& facts = material::facts(w.kind);
      py::dict row = row_of(h.mba, facts);
      row["day"] = day_or_none(e.entry->date);
      row["code"] = accounting::to_string(e.entry->code);
      row["batch"] = py::str(std::string(e.entry->batch));
      row["amount"] = exact(w.mass, facts);
      row["sign"] = ledger.signs.of(e.entry->code, w.kind);
      row["report"] = h.number;
      row["entry"] = e.number;
      row["file"] = e.source->file;
      row["line"] = lines.of(*e.source, *e.entry);
      out.append(std::move(row));
    }
  }
  return out;
}

py::list mbr(const Shared& accounts, const std::string& mba, std::optional<Day> on,
             std::optional<Day> known) {
  const Ledger ledger(accounts, known.value_or(day_max));
  py::list out;
  for (const std::string_view area : areas_of(ledger, mba)) {
    const std::vector<Day> days = ledger.books.inventories(area);
    const auto reports = accounting::balance_reports(ledger.effective, area);
    for (std::size_t i = 1; i < days.size(); ++i) {
      if (on && days[i] != *on) continue;
      const accounting::Balance balance = ledger.books.balance(area, days[i - 1], days[i]);
      const accounting::BalanceDoubt doubt = ledger.books.doubt(area, days[i - 1], days[i]);
      for (const accounting::MbrKind& made : accounting::computed_mbr(balance, ledger.signs))
        for (const accounting::MbrLine& line : made.lines) {
          const KindFacts& facts = material::facts(made.kind);
          py::dict row = row_of(area, facts);
          row["begin"] = balance.begin;
          row["end"] = balance.end;
          row["line"] = accounting::to_string(line.code);
          const accounting::Profile& profile = accounts->profile;
          put_figure(
              row, "computed",
              exact(accounting::as_written(profile, line.code, line.amount), facts),
              accounting::as_written(profile, line.code, doubt.of(line.code).bound(made.kind)));
          const auto said = accounting::reported(reports, balance.end, made.kind, line.code);
          const std::string_view sign = accounting::sign_in_words(profile, line.code);
          row["sign_is"] = py::str(std::string(sign));
          row["reported"] =
              said && doubt.reported.empty() ? exact(*said, facts) : py::object(py::none());
          out.append(std::move(row));
        }
    }
  }
  return out;
}

const KindFacts& facts_of(int label) {
  std::string known;
  for (const KindFacts& facts : material::kinds) {
    if (static_cast<int>(facts.kind) == label) return facts;
    known += (known.empty() ? "" : ", ") + std::to_string(static_cast<int>(facts.kind));
  }
  raise(
      {"C017", "no weight has the label " + std::to_string(label), "label", "use one of " + known});
}

/// Days of the inventories of an area, and its books as rows of items.
py::tuple items(const Shared& accounts, const std::string& mba, int label,
                std::optional<Day> known) {
  const Ledger ledger(accounts, known.value_or(day_max));
  if (mba.empty())
    raise({"C018", "which area? a balance is of one material balance area", "mba", "name one"});
  areas_of(ledger, mba);
  const KindFacts& facts = facts_of(label);
  refuse_incomplete("a table of items", assessment::unread_items(ledger, mba, facts.kind).gaps);
  const py::object exact_number = py::module_::import("decimal").attr("Decimal");
  const auto days = ledger.books.inventories(mba);
  py::list out;
  accounting::EntryLines lines;
  for (const assessment::BookItem& item : assessment::book_items(ledger, mba, facts.kind)) {
    py::dict row;
    row["period"] = item.period;
    row["role"] = std::string(measurement::role_words[static_cast<std::size_t>(item.role)]);
    row["stratum"] = item.stratum;
    row["item"] = item.item;
    row["method"] = item.method;
    row["declared_kg"] = exact_number(material::to_string(item.mass, material::MassUnit::kilogram));
    row["measured_in_period"] = item.measured_in;
    row["inventory"] =
        item.period < days.size() ? py::cast(days[item.period]) : py::object(py::none());
    row["file"] = item.source->file;
    row["line"] = lines.of(*item.source, *item.entry);
    out.append(std::move(row));
  }
  return py::make_tuple(py::tuple(py::cast(days)), std::move(out));
}

py::list due(const Shared& accounts, const std::string& mba, std::optional<Day> on,
             std::optional<Day> known, bool only_open) {
  const Ledger ledger(accounts, known.value_or(day_max));
  [[maybe_unused]] const auto asked = chosen(assessment::known_areas(ledger), mba);
  const auto or_none = [](const auto& value) {
    return value ? py::cast(*value) : py::object(py::none());
  };
  py::list out;
  for (const accounting::DueReport& row : assessment::due_of(ledger, on).rows) {
    if (!mba.empty() && row.mba != mba) continue;
    if (only_open && !accounting::is_open(row)) continue;
    py::dict made;
    made["mba"] = std::string(row.mba);
    made["report"] = std::string(accounting::in_words(row.kind));
    made["for"] = accounting::event_in_words(row);
    made["day"] = or_none(row.day);
    made["due"] = or_none(row.due);
    made["sent"] = or_none(row.sent);
    made["state"] = std::string(accounting::in_words(row.state));
    made["days"] = or_none(row.days);
    made["number"] = row.sent ? py::cast(row.report->header.number) : py::object(py::none());
    made["file"] = row.sent ? py::cast(row.report->file) : py::object(py::none());
    made["source"] = row.time->source;
    made["trust"] = std::string(1, static_cast<char>(row.time->trust));
    out.append(std::move(made));
  }
  return out;
}

/// The side of a movement, as items of the row; None where there is none.
void put_side(py::dict& row, const std::string& name, const accounting::EffectiveEntry* side,
              accounting::EntryLines& lines) {
  const py::object none = py::none();
  for (const char* part : {"", "_file", "_line"}) row[(name + part).c_str()] = none;
  if (side == nullptr) return;
  const Report& source = *side->source;
  row[name.c_str()] = std::string(source.header.mba) + "/" + std::to_string(source.header.number) +
                      "/" + std::to_string(side->entry->number);
  row[(name + "_file").c_str()] = source.file;
  row[(name + "_line").c_str()] = lines.of(source, *side->entry);
}

py::list weight_rows(const accounting::TransitRow& row) {
  py::list out;
  for (const accounting::TransitWeight& w : accounting::weights_of(row)) {
    const KindFacts& facts = material::facts(w.kind);
    const auto amount = [&](const accounting::Weight* weight) {
      return weight == nullptr ? py::object(py::none()) : exact(weight->mass, facts);
    };
    const auto difference = w.difference();
    py::dict one;
    one["label"] = static_cast<int>(facts.kind);
    one["material"] = py::str(std::string(facts.name));
    one["sent"] = amount(w.sent);
    one["got"] = amount(w.received);
    one["difference"] = difference ? exact(*difference, facts) : py::object(py::none());
    one["unit"] = unit_of(facts);
    one["sent_is_known"] = w.sent_is_known;
    one["got_is_known"] = w.received_is_known;
    out.append(std::move(one));
  }
  return out;
}

py::list pairs(const Shared& accounts, const std::string& mba, std::optional<Day> from,
               std::optional<Day> to, std::optional<Day> known) {
  refuse_turned_period(from, to);
  const Ledger ledger(accounts, known.value_or(day_max));
  areas_of(ledger, mba);
  const auto day_of = [](const accounting::EffectiveEntry* side) {
    return side == nullptr ? py::object(py::none()) : day_or_none(side->entry->date);
  };
  const auto text = [](std::string_view words) { return py::str(std::string(words)); };
  py::list out;
  accounting::EntryLines lines;
  for (const accounting::TransitRow& row :
       accounting::transit_list(ledger.effective, ledger.books.gaps(), {mba, from, to}).rows) {
    py::dict made;
    made["state"] = text(accounting::in_words(row.state));
    made["from_country"] = text(accounting::from_of(row).country);
    made["from_area"] = text(accounting::from_of(row).mba);
    made["to_country"] = text(accounting::to_of(row).country);
    made["to_area"] = text(accounting::to_of(row).mba);
    made["batch"] = text(accounting::batch_of(row));
    made["shipped"] = day_of(row.shipment);
    made["received"] = day_of(row.receipt);
    made["days"] = row.days ? py::cast(*row.days) : py::object(py::none());
    const bool scored = row.state == accounting::TransitState::candidate;
    made["score"] = scored ? py::cast(row.score) : py::object(py::none());
    made["why"] = row.why;
    made["weights"] = weight_rows(row);
    put_side(made, "shipment", row.shipment, lines);
    put_side(made, "receipt", row.receipt, lines);
    out.append(std::move(made));
  }
  return out;
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
                 std::optional<Day> known) {
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
  std::vector<Finding> findings = converted.of_reader;
  for (const auto* more : {&converted.of_change, &converted.of_written})
    findings.insert(findings.end(), more->begin(), more->end());
  out["findings"] = std::move(findings);
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

std::string text_of(const Finding& f, std::string_view accounting::RuleText::*part) {
  const accounting::RuleText* text = accounting::rule_text(f.rule);
  return text == nullptr ? std::string() : std::string(text->*part);
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

void bind_finding(py::module_& module) {
  using Text = accounting::RuleText;
  py::class_<Finding>(module, "AccountFinding", "Something that a rule of accountancy found.")
      .def_readonly("rule", &Finding::rule)
      .def_property_readonly(
          "severity",
          [](const Finding& f) { return f.severity == Severity::error ? "error" : "warning"; })
      .def_readonly("mba", &Finding::mba)
      .def_readonly("report", &Finding::report, "Number of the report.")
      .def_property_readonly(
          "entry",
          [](const Finding& f) { return f.entry == 0 ? std::nullopt : std::optional(f.entry); },
          "Position in the report; None: the whole report.")
      .def_readonly("label", &Finding::label)
      .def_readonly("found", &Finding::found)
      .def_readonly("expected", &Finding::expected)
      .def_readonly("file", &Finding::file)
      .def_property_readonly("line", [](const Finding& f) { return f.place.line; })
      .def_property_readonly("column", [](const Finding& f) { return f.place.column; })
      .def_property_readonly("meaning", [](const Finding& f) { return text_of(f, &Text::meaning); })
      .def_property_readonly("remedy", [](const Finding& f) { return text_of(f, &Text::remedy); })
      .def_property_readonly("source", [](const Finding& f) { return text_of(f, &Text::source); })
      .def("__repr__", [](const Finding& f) {
        return "<AccountFinding " + f.rule + " " + f.file + ":" + std::to_string(f.place.line) +
               ">";
      });
}

}  // namespace

void bind_accounts(py::module_& module) {
  bind_report(module);
  bind_finding(module);
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
      .def("check", &check, py::arg("known") = py::none())
      .def("check_html", &check_html, py::arg("mba") = "", py::arg("known") = py::none())
      .def("not_applied", &not_applied, py::arg("known") = py::none())
      .def("state_skeleton",
           [](const Shared& accounts) { return formats::state_skeleton(*accounts); })
      .def(
          "ask",
          [](const Shared& accounts, const std::string& question, const py::dict& given,
             const py::dict& classes) { return ask_accounts(accounts, question, given, classes); },
          py::arg("question"), py::arg("given"), py::arg("classes"))
      .def("movements", &movements, py::arg("mba") = "", py::arg("from_day") = py::none(),
           py::arg("to_day") = py::none(), py::arg("known") = py::none())
      .def("items", &items, py::arg("mba"), py::arg("label"), py::arg("known") = py::none())
      .def("mbr", &mbr, py::arg("mba") = "", py::arg("on") = py::none(),
           py::arg("known") = py::none())
      .def("due", &due, py::arg("mba") = "", py::arg("on") = py::none(),
           py::arg("known") = py::none(), py::arg("open") = false)
      .def("pairs", &pairs, py::arg("mba") = "", py::arg("from_day") = py::none(),
           py::arg("to_day") = py::none(), py::arg("known") = py::none())
      .def("convert", &convert, py::arg("profile"), py::arg("mba") = "",
           py::arg("known") = py::none())
      .def("write", &write, py::arg("report"));
  module.def("read_accounts", &read_accounts, py::arg("path"));
}

}  // namespace accord::python
