#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "formats/workspace/intake.h"

/// Statements of others about the figures, and the list of sources.
namespace accord::formats {

namespace {

constexpr std::array<std::string_view, 5> claim_units{"kg", "lb", "times", "year", "date"};

class ClaimsReader {
 public:
  ClaimsReader(Intake& intake, Sheet& sheet)
      : intake_(intake),
        sheet_(sheet),
        id_(sheet.need("claim_id")),
        published_(sheet.need("published_date")),
        claimant_(sheet.need("claimant_kind")),
        about_(sheet.need("about_report")),
        metric_(sheet.need("metric")),
        value_(sheet.need("value")),
        unit_(sheet.need("unit")),
        claim_(sheet.need("claim")),
        source_(sheet.find("source")) {
    for (const SeriesReport& report : intake.workspace.reports) reports_.emplace_back(report.id);
    std::sort(reports_.begin(), reports_.end());
  }
  void read() {
    if (!sheet_.is_complete()) return;
    sheet_.order_by_id(id_);
    for (const Row& row : sheet_.rows()) read_row(row);
  }

 private:
  void read_row(const Row& row);
  bool has_value(const Row& row);
  void check_about(const Row& row);

  Intake& intake_;
  Sheet& sheet_;
  Sheet::Column id_, published_, claimant_, about_, metric_, value_, unit_, claim_, source_;
  TextNames::Names reports_;
};

/// A day for the unit "date", else a number.
bool ClaimsReader::has_value(const Row& row) {
  const auto unit = sheet_.word(row, unit_, claim_units);
  if (sheet_.needed_text(row, value_).empty() || !unit) return false;
  if (claim_units[*unit] == "date") return sheet_.day(row, value_).has_value();
  return sheet_.number(row, value_).has_value();
}

void ClaimsReader::check_about(const Row& row) {
  const std::string_view about = sheet_.text(row, about_);
  if (about.empty() || reports_.empty() || contains(reports_, about)) return;
  // The table has the report: its row could not be read, which is said there.
  const auto series = intake_.workspace.texts.find(intake_.settings.series.file.text);
  if (series != intake_.workspace.texts.end() && series->second.find(about) != std::string::npos)
    return;
  const auto near = intake_.suggestions.nearest_in(
      sheet_.table().file, "I015", about, [&]() -> const TextNames::Names& { return reports_; });
  sheet_.report(row, about_, "I015", fmt::format("no report has the identifier “{}”", about),
                near ? fmt::format("did you mean “{}”?", *near) : "use a report_id of the series");
}

void ClaimsReader::read_row(const Row& row) {
  claims::Claim out;
  out.id = sheet_.text(row, id_);
  const auto published = sheet_.needed_day(row, published_);
  out.claimant = sheet_.needed_text(row, claimant_);
  out.metric = sheet_.needed_text(row, metric_);
  out.text = sheet_.needed_text(row, claim_);
  check_about(row);
  if (!has_value(row) || !published || out.metric.empty()) return;
  out.published = *published;
  out.about = sheet_.text(row, about_);
  out.value = sheet_.text(row, value_);
  out.unit = sheet_.text(row, unit_);
  out.source = sheet_.text(row, source_);
  evidence::Origin origin = sheet_.origin(row, out.id);
  origin.source = out.source;
  origin.text = out.text;
  out.origin = intake_.add(std::move(origin));
  intake_.workspace.claims.push_back(std::move(out));
}

}  // namespace

void read_claims(Intake& intake) {
  auto sheet = intake.sheet(intake.settings.claims);
  if (sheet) ClaimsReader(intake, *sheet).read();
  claims::ClaimSettings& settings = intake.workspace.claim_settings;
  settings = intake.settings.claim_settings;
  settings.labels = intake.workspace.labels;
  for (const SeriesReport& report : intake.workspace.reports)
    if (report.kind == "quarterly") settings.regular_reports.push_back(report.id);
}

void read_sources(Intake& intake) {
  auto sheet = intake.sheet(intake.settings.sources);
  if (!sheet) return;
  const auto id = sheet->need("source_id"), kind = sheet->need("kind"),
             publisher = sheet->need("publisher"), address = sheet->need("address");
  if (!sheet->is_complete()) return;
  sheet->order_by_id(id);
  for (const Row& row : sheet->rows()) {
    const std::string_view where = sheet->needed_text(row, address);
    if (!where.empty())
      intake.workspace.sources.emplace(
          where, fmt::format("{}, {}", sheet->text(row, publisher), sheet->text(row, kind)));
  }
}

}  // namespace accord::formats
