#include "report/sections/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/codes/parameter.h"
#include "base/day_meant.h"
#include "base/named.h"
#include "base/text.h"
#include "report/sections/compose.h"
#include "report/sections/usual_plan.h"
#include "report/sections/writer.h"

namespace accord::report {

using formats::SeriesReport;

const char* sign(Mark mark) {
  constexpr std::array signs{"", "●", "◆", "○", "□"};
  return signs[static_cast<std::size_t>(mark)];
}

const char* word(Mark mark) {
  constexpr std::array words{"", "found", "derived", "recalled", "estimated"};
  return words[static_cast<std::size_t>(mark)];
}

std::vector<Cell> with_links(const std::string& text) {
  std::vector<Cell> out;
  std::size_t done = 0;
  for (std::size_t at = text.find("http"); at != std::string::npos;
       at = text.find("http", at + 1)) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (at < done || !(rest.starts_with("http://") || rest.starts_with("https://"))) continue;
    std::size_t end = std::min(text.find_first_of(" \t\n\"<>", at), text.size());
    while (end > at && std::string_view(".,;)").find(text[end - 1]) != std::string_view::npos)
      --end;
    if (at > done) out.push_back({.text = text.substr(done, at - done)});
    out.push_back({.text = text.substr(at, end - at), .href = text.substr(at, end - at)});
    done = end;
  }
  if (done < text.size()) out.push_back({.text = text.substr(done)});
  return out;
}

bool is_numbered(const Section& section) {
  const char first = section.id.empty() ? 'a' : section.id.front();
  return (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
}

namespace {

bool has_mark(const std::vector<Cell>& cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const Cell& c) { return c.mark != Mark::none; });
}

bool has_mark(const Block& block) {
  if (const auto* table = std::get_if<Table>(&block))
    return std::any_of(table->rows.begin(), table->rows.end(),
                       [](const Row& row) { return has_mark(row.cells); });
  const auto* said = std::get_if<Statements>(&block);
  return said != nullptr && std::any_of(said->sentences.begin(), said->sentences.end(),
                                        [](const auto& sentence) { return has_mark(sentence); });
}

}  // namespace

bool has_marks(const std::vector<Section>& sections) {
  return std::any_of(sections.begin(), sections.end(), [](const Section& section) {
    return std::any_of(section.blocks.begin(), section.blocks.end(),
                       [](const Block& block) { return has_mark(block); });
  });
}

std::string EvidenceRow::place() const {
  return file.empty() ? "" : fmt::format("{}:{}", file, row);
}

Result<const SeriesReport*> find_report(const formats::Workspace& workspace, std::string_view id) {
  std::vector<Named> known;
  for (const SeriesReport& report : workspace.reports) {
    if (report.id == id) return &report;
    known.push_back({report.id, {}});
  }
  if (const std::string meant = day_help(id); !meant.empty())
    return fail("R001",
                fmt::format("“{}” is not a report of the series, and no day that exists", id), {},
                "a day is written as 2019-07-01; " + meant);
  const std::string near = did_you_mean(id, known);
  return fail("R001", fmt::format("no report “{}” in the series", id), {},
              !near.empty()   ? near
              : known.empty() ? "the workspace has no series of reports; use " + parameter("on")
                              : fmt::format("the latest is “{}”", known.back().id));
}

Result<Following> following(const formats::Workspace& workspace, std::string_view as_of,
                            assessment::Query query) {
  Following out{std::move(query), nullptr};
  if (as_of.empty()) return out;
  if (const auto day = parse_day(as_of)) {
    out.query.on = *day;
    if (!out.query.known) out.query.known = *day;
    return out;
  }
  const auto found = find_report(workspace, as_of);
  if (!found) return tl::make_unexpected(found.error());
  out.report = *found;
  out.query.on = out.query.known = out.report->report_date;
  return out;
}

namespace {

/// The letters of the usual plan follow one another, whatever was left out.
void letter(std::vector<Section>& sections) {
  char next = 'A';
  int part = 0;
  for (Section& s : sections) {
    if (s.level == 1 && s.id.size() == 1) {
      s.id = std::string(1, next++);
      part = 0;
    } else if (s.level == 2) {
      s.id = fmt::format("{}.{}", static_cast<char>(next - 1), ++part);
    }
  }
}

}  // namespace

Report make_report(const assessment::Assessment& assessed, const SeriesReport* current) {
  Writer w(assessed, current);
  Report out;
  const formats::ReportPlan& asked = w.workspace.report;
  out.title = asked.title.empty() ? "Report on the agreement" : asked.title;
  out.agreement = w.workspace.agreement.title;
  out.subtitle = current != nullptr ? "On " + named(*current) : w.workspace.name;
  out.day = to_string(assessed.on());
  out.known = to_string(assessed.known());
  const auto& origins = assessed.records().origins;
  out.supposed =
      std::any_of(origins.begin(), origins.end(), [](const auto& o) { return o.supposed; });
  out.summary = w.said().texts();
  if (!asked.sections.empty()) {
    compose(w, asked, out);
    return out;
  }
  const formats::ReportPlan usual = usual_plan(w);
  compose(w, usual, out);
  letter(out.sections);
  return out;
}

}  // namespace accord::report
