#include "report/sections/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/codes/parameter.h"
#include "base/day_meant.h"
#include "base/named.h"
#include "base/text.h"
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
    return fail("R001", fmt::format("“{}” is no report of the series, and no day that exists", id),
                {}, "a day is written as 2019-07-01; " + meant);
  const std::string near = did_you_mean(id, known);
  return fail("R001", fmt::format("no report “{}” in the series", id), {},
              !near.empty()   ? near
              : known.empty() ? "the workspace has no series of reports; use " + parameter("on")
                              : fmt::format("the latest is “{}”", known.back().id));
}

assessment::Query as_of(const SeriesReport& report, assessment::Query query) {
  query.on = report.report_date;
  query.known = report.report_date;
  return query;
}

namespace {

/// Without a plan of sections in the settings the letters follow one another.
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
  out.title =
      w.workspace.report.title.empty() ? "Report on the agreement" : w.workspace.report.title;
  out.agreement = w.workspace.agreement.title;
  out.subtitle = current != nullptr ? "On " + named(*current) : w.workspace.name;
  out.day = to_string(assessed.on());
  out.known = to_string(assessed.known());
  const auto& origins = assessed.records().origins;
  out.supposed =
      std::any_of(origins.begin(), origins.end(), [](const auto& o) { return o.supposed; });
  out.sections.push_back(summary(w, out));
  for (auto part : {background, verification, other_matters})
    for (Section& section : part(w)) out.sections.push_back(std::move(section));
  if (w.workspace.report.sections.empty()) letter(out.sections);
  out.sections.push_back(annex(w, out));
  return out;
}

}  // namespace accord::report
