#include "formats/workspace/attestation_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace accord::formats {

namespace {

constexpr std::array<std::string_view, 3> marks{"found", "derived", "recalled"};  // as Trace
constexpr std::array<std::string_view, 4> day_bases{"found", "recalled", "report_date",
                                                    "event day"};
constexpr std::array<std::string_view, 2> certainties{"high", "medium"};

bool is_whole(const Workspace& workspace) {
  return !workspace.agreement.items.empty() &&
         std::none_of(workspace.problems.begin(), workspace.problems.end(), [&](const Problem& p) {
           return p.severity == Severity::error && p.file == workspace.terms_file;
         });
}

}  // namespace

AttestationSheet::AttestationSheet(Intake& intake, Sheet& sheet_in)
    : sheet(sheet_in),
      columns(intake, sheet_in),
      id(sheet.need("att_id")),
      report(sheet.need("report_id")),
      report_date(sheet.need("report_date")),
      valid_date(sheet.need("valid_date")),
      basis(sheet.find("valid_basis")),
      period_from(sheet.find("period_from")),
      terms(sheet.need("term_ids")),
      measure(sheet.need("measure")),
      states(sheet.need("states")),
      value(sheet.find("value")),
      unit(sheet.find("unit")),
      site(sheet.find("site")),
      paragraph(sheet.find("report_para")),
      statement(sheet.need("statement")),
      mark(sheet.need("mark")),
      certainty(sheet.find("certainty")),
      source(sheet.find("source")),
      remark(sheet.find("note")),
      intake_(intake),
      text_is_whole_(is_whole(intake.workspace)) {}

std::vector<std::string> AttestationSheet::names(const Row& row, Sheet::Column column,
                                                 const TextNames::Names& known,
                                                 std::string_view kind) {
  std::vector<std::string> out;
  for (std::string& name : sheet.parts(row, column, ";")) {
    if (contains(known, name)) {
      out.push_back(std::move(name));
      continue;
    }
    if (!text_is_whole_) continue;
    const auto near = nearest(name, known);
    sheet.report(row, column, "I015", fmt::format("the text has no {} “{}”", kind, name),
                 near ? fmt::format("did you mean “{}”?", *near)
                      : fmt::format("name a {} of {}", kind, intake_.workspace.terms_file));
  }
  return out;
}

std::optional<AttestationRow> AttestationSheet::row(const Row& row) {
  AttestationRow out;
  out.id = text(row, id);
  out.report = sheet.needed_text(row, report);
  out.terms = names(row, terms, intake_.names.items, "term");
  out.sites = names(row, site, intake_.names.sites, "site");
  out.says = columns.read(row);
  sheet.needed_text(row, statement);
  const auto known = sheet.needed_day(row, report_date);
  const auto valid = sheet.needed_day(row, valid_date);
  const auto trace = sheet.word(row, mark, marks);
  sheet.day(row, period_from);
  if (!text(row, basis).empty()) sheet.word(row, basis, day_bases);
  if (!text(row, certainty).empty()) sheet.word(row, certainty, certainties);
  if (known && valid && *known < *valid) {
    sheet.report(row, valid_date, "I010",
                 fmt::format("reported on {}, before the day it is about, {}", to_string(*known),
                             to_string(*valid)),
                 "correct one of the two days");
    return std::nullopt;
  }
  if (out.id.empty() || out.report.empty() || !known || !valid || !trace) return std::nullopt;
  out.head.valid = *valid;
  out.head.known = *known;
  out.head.trace = static_cast<evidence::Trace>(*trace);
  return out;
}

std::uint32_t AttestationSheet::add_origin(const Row& row, const AttestationRow& read) {
  evidence::Origin origin = sheet.origin(row, read.id);
  origin.text = text(row, statement);
  origin.source = text(row, source);
  origin.note = note(row);
  columns.fill(origin, read.says);
  return intake_.add(std::move(origin));
}

/// Which report says it, how sure its day and words are, and the remark of the table.
std::string AttestationSheet::note(const Row& row) const {
  std::string out(text(row, report));
  if (const auto where = text(row, paragraph); !where.empty())
    out += fmt::format(", para {}", where);
  out += '.';
  if (text(row, basis) == "recalled") out += " The day is recalled.";
  if (text(row, basis) == "report_date") out += " The day is that of the report.";
  if (const auto sure = text(row, certainty); !sure.empty())
    out += fmt::format(" Recalled, certainty {}.", sure);
  if (const auto more = text(row, remark); !more.empty()) out += fmt::format(" {}", more);
  return out;
}

std::string AttestationSheet::said(const Row& row) const {
  std::string out(text(row, states));
  for (const Sheet::Column column : {value, unit})
    if (const auto part = text(row, column); !part.empty()) out += fmt::format(" {}", part);
  if (const auto where = text(row, site); !where.empty()) out += fmt::format(" at {}", where);
  return out;
}

}  // namespace accord::formats
