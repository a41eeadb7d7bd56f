#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <utility>

#include "base/rational.h"
#include "base/text.h"
#include "formats/workspace/intake.h"
#include "formats/workspace/marks.h"
#include "formats/workspace/row_columns.h"

/// The verifier's reports: one row a report, its figures in columns that accord.toml names.
namespace accord::formats {

namespace {

using evidence::Grade;
using evidence::Observation;
using evidence::Relation;
using evidence::Trace;

constexpr std::array<std::string_view, 3> kinds{"quarterly", "update", "no_access_report"};
enum Kind : std::uint8_t { quarterly, update, no_access };

constexpr std::array<std::string_view, 4> bases{"verified_by_agency", "estimated_by_agency",
                                                "limit_statement_only", "not_reported_no_access"};
enum Basis : std::uint8_t { by_verification, by_estimate, statement_only, without_access };

/// What a report without a word about the figure is worth.
Grade grade_of_basis(Basis basis) {
  if (basis == by_estimate) return Grade::estimated;
  return basis == statement_only ? Grade::attested : Grade::verified;
}

struct Report {
  std::string id;
  Day date, as_of;
  Kind kind{};
  Basis basis{};
  Trace trace{};
  std::uint32_t origin = 0;
  RowSays says;
  std::string by, party;  ///< who reports; whom its figures are about
};

struct Figure {
  const FigureSettings* settings;
  Sheet::Column value, mark, as_of;
};

class SeriesReader {
 public:
  SeriesReader(Intake& intake, Sheet& sheet);
  void read();

 private:
  Sheet::Column optional_column(const Setting& name);
  std::optional<Report> report(const Row& row);
  void read_columns(const Row& row, Report& report);
  void expect_one_figure(const Row& row, const Report& report);
  void read_row(const Row& row);
  void add_report(const Row& row, Report& report);
  void add_figure(const Row& row, const Report& report, const Figure& figure,
                  const std::optional<Decimal>& number);
  void add_without_figure(const Report& report, const Figure& figure);
  [[nodiscard]] Grade grade_of(const Report& report, Grade of_table) const;
  Observation& observe(const Report& report, const Figure& figure, Relation relation, Grade grade,
                       Trace trace);
  std::optional<Trace> trace(const Row& row, const Report& report, const Figure& figure);
  std::optional<Trace> band_trace(const Row& row, const Report& report, const Figure& figure);
  void check_sums(const Row& row, const std::vector<std::optional<Decimal>>& numbers);
  [[nodiscard]] std::size_t figure_of(std::string_view metric) const;

  Intake& intake_;
  Sheet& sheet_;
  RowColumns columns_;
  const SeriesSettings& settings_;
  Sheet::Column id_, report_date_, as_of_date_, as_of_basis_, kind_, basis_, statement_, verified_,
      source_, note_;
  std::vector<Figure> figures_;
  std::map<std::size_t, std::vector<std::size_t>> parts_;  ///< of a figure; indices into figures_
};

SeriesReader::SeriesReader(Intake& intake, Sheet& sheet)
    : intake_(intake),
      sheet_(sheet),
      columns_(intake, sheet),
      settings_(intake.settings.series),
      id_(sheet.need("report_id")),
      report_date_(sheet.need("report_date")),
      as_of_date_(sheet.need("as_of_date")),
      as_of_basis_(sheet.find("as_of_basis")),
      kind_(sheet.need("report_kind")),
      basis_(sheet.need("figure_basis")),
      statement_(sheet.find("statement")),
      verified_(sheet.need("verified")),
      source_(sheet.find("source")),
      note_(sheet.find("note")) {
  for (const FigureSettings& figure : settings_.figures) {
    if (!figure.label.empty()) intake.workspace.labels.emplace(figure.column.text, figure.label);
    figures_.push_back({&figure, optional_column(figure.column), optional_column(figure.trace),
                        optional_column(figure.as_of)});
  }
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    const FigureSettings& figure = *figures_[i].settings;
    intake.workspace.figures.push_back({figure.column.text, figure.part_of.text});
    const std::size_t whole = figure_of(figure.part_of.text);
    const bool compares =  // what accord.toml says wrongly is told there
        whole < figures_.size() && whole != i &&
        figures_[whole].settings->unit.text == figure.unit.text;
    if (compares) parts_[whole].push_back(i);
  }
}

Sheet::Column SeriesReader::optional_column(const Setting& name) {
  const Sheet::Column found = sheet_.find(name.text);
  if (name.empty() || sheet_.has(found)) return found;
  const std::vector<std::string_view> columns(sheet_.table().columns.begin(),
                                              sheet_.table().columns.end());
  const auto near = nearest(name.text, columns);
  intake_.report("W009", name.place,
                 fmt::format("{} has no column “{}”", sheet_.table().file, name.text),
                 near ? fmt::format("did you mean “{}”?", *near) : "");
  return found;
}

std::size_t SeriesReader::figure_of(std::string_view metric) const {
  const auto found = std::find_if(figures_.begin(), figures_.end(), [metric](const Figure& figure) {
    return !metric.empty() && figure.settings->column.text == metric;
  });
  return static_cast<std::size_t>(found - figures_.begin());
}

void SeriesReader::read() {
  if (!sheet_.is_complete()) return;
  sheet_.order_by_id(id_);
  const std::size_t count = sheet_.rows().size();
  evidence::Records& records = intake_.workspace.records;
  intake_.workspace.reports.reserve(count);
  records.origins.reserve(count);
  records.events.reserve(count);
  records.observations.reserve(count * (figures_.size() + 1));
  for (const Row& row : sheet_.rows()) read_row(row);
  columns_.settle_replaced(id_);
  std::sort(intake_.workspace.reports.begin(), intake_.workspace.reports.end(),
            [](const SeriesReport& x, const SeriesReport& y) {
              return std::tie(x.report_date, x.id) < std::tie(y.report_date, y.id);
            });
}

std::optional<Report> SeriesReader::report(const Row& row) {
  Report out;
  out.id = sheet_.text(row, id_);
  const auto date = sheet_.needed_day(row, report_date_);
  const auto as_of = sheet_.needed_day(row, as_of_date_);
  const auto kind = sheet_.word(row, kind_, kinds);
  const auto basis = sheet_.word(row, basis_, bases);
  const auto verified = sheet_.word(row, verified_, yes_no);
  if (date && as_of && *as_of > *date) {
    sheet_.report(row, as_of_date_, "I010",
                  fmt::format("reported on {}, before the day it is about, {}", to_string(*date),
                              to_string(*as_of)),
                  "correct one of the two days");
    return std::nullopt;
  }
  if (out.id.empty() || !date || !as_of || !kind || !basis || !verified) return std::nullopt;
  out.date = *date;
  out.as_of = *as_of;
  out.kind = static_cast<Kind>(*kind);
  out.basis = static_cast<Basis>(*basis);
  out.trace = *verified == 0 ? Trace::found : Trace::recalled;
  read_columns(row, out);
  return out;
}

/// The figures of a series name nobody, unless the row does.
void SeriesReader::read_columns(const Row& row, Report& report) {
  report.says = columns_.read(row);
  columns_.expect_one_party(row, report.says);
  report.by = report.says.by.empty() ? settings_.by.text : report.says.by.front();
  if (report.says.party && report.says.party->size() == 1)
    report.party = report.says.party->front();
  expect_one_figure(row, report);
}

/// An uncertainty in a unit is that of one figure; a share may be that of each.
void SeriesReader::expect_one_figure(const Row& row, const Report& report) {
  if (!report.says.uncertainty) return;
  const auto figures = std::count_if(figures_.begin(), figures_.end(), [&](const Figure& figure) {
    return !sheet_.text(row, figure.value).empty();
  });
  if (figures == 0) columns_.expect_no_uncertainty(row, report.says);
  if (figures > 1 && !report.says.uncertainty->is_share)
    sheet_.report(row, sheet_.find("u"), "I024",
                  fmt::format("one uncertainty for {} figures", figures),
                  "give it as a share that holds for each: 1.5 %");
}

void SeriesReader::read_row(const Row& row) {
  std::vector<std::optional<Decimal>> numbers;
  numbers.reserve(figures_.size());
  for (const Figure& figure : figures_) numbers.push_back(sheet_.number(row, figure.value));
  check_sums(row, numbers);
  auto read = report(row);
  if (!read) return;
  add_report(row, *read);
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (sheet_.text(row, figures_[i].value).empty())
      add_without_figure(*read, figures_[i]);
    else
      add_figure(row, *read, figures_[i], numbers[i]);
  }
}

void SeriesReader::add_report(const Row& row, Report& report) {
  evidence::Origin origin = sheet_.origin(row, report.id);
  origin.source = sheet_.text(row, source_);
  origin.text = sheet_.text(row, statement_);
  origin.note = sheet_.text(row, note_);
  columns_.fill(origin, report.says);
  report.origin = intake_.add(std::move(origin));
  intake_.list(sheet_, row, report.origin, kinds[report.kind]);
  SeriesReport& listed = intake_.workspace.reports.emplace_back();
  listed.id = report.id;
  listed.report_date = report.date;
  listed.as_of = report.as_of;
  listed.as_of_basis = sheet_.text(row, as_of_basis_);
  listed.kind = kinds[report.kind];
  listed.basis = bases[report.basis];
  listed.statement = sheet_.text(row, statement_);
  listed.origin = report.origin;
  const evidence::Header head{report.date,  report.date, Grade::verified,
                              report.trace, report.by,   report.origin};
  evidence::EventRecord event{head,     {report.id}, report.says.answers, report.says.partly,
                              "report", report.id};
  if (report.kind == quarterly && !settings_.event.empty())
    event.names.push_back(settings_.event.text);
  intake_.workspace.records.events.push_back(std::move(event));
  if (report.kind == quarterly && !settings_.count_metric.empty()) {
    Observation count;
    count.head = head;
    count.metric = settings_.count_metric.text;
    count.value = {1, 0};
    count.unit = settings_.count_unit.text;
    intake_.workspace.records.observations.push_back(std::move(count));
  }
  columns_.note(row, sheet_.text(row, id_), report.date, {});
  intake_.remember(report.id, {report.as_of,
                               report.date,
                               {report.by},
                               {report.party},
                               report.party,
                               grade_of(report, grade_of_basis(report.basis)),
                               report.trace,
                               report.origin,
                               report.id,
                               report.says.answers,
                               report.says.partly});
}

Grade SeriesReader::grade_of(const Report& report, Grade of_table) const {
  return columns_.grade(report.says, {{report.party}, {}, {}, {}}, of_table);
}

Observation& SeriesReader::observe(const Report& report, const Figure& figure, Relation relation,
                                   Grade grade, Trace trace) {
  Observation& out = intake_.workspace.records.observations.emplace_back();
  out.head = {report.as_of, report.date,  grade_of(report, grade),
              trace,        report.party, report.origin};
  out.metric = figure.settings->column.text;
  out.relation = relation;
  out.unit = figure.settings->unit.text;
  return out;
}

void SeriesReader::add_without_figure(const Report& report, const Figure& figure) {
  const FigureSettings& settings = *figure.settings;
  if (report.kind == no_access) {
    observe(report, figure, Relation::no_access, Grade::verified, report.trace);
  } else if (report.basis == statement_only && settings.attested) {
    Observation& out =
        observe(report, figure, settings.attested->relation, Grade::attested, report.trace);
    out.value = settings.attested->value;
    out.unit = settings.attested->unit.text;
  } else if (report.kind == quarterly && settings.expected) {
    observe(report, figure, Relation::no_figure, grade_of_basis(report.basis), report.trace);
  }
}

void SeriesReader::add_figure(const Row& row, const Report& report, const Figure& figure,
                              const std::optional<Decimal>& number) {
  const auto marked = trace(row, report, figure);
  const auto own_day = sheet_.day(row, figure.as_of);
  if (own_day && *own_day > report.date) {
    sheet_.report(row, figure.as_of, "I010",
                  fmt::format("reported on {}, before the day it is about, {}",
                              to_string(report.date), to_string(*own_day)),
                  "correct one of the two days");
    return;
  }
  if (!number || !marked) return;
  const bool attested = figure.settings->not_above && *figure.settings->not_above == *number;
  const bool without_figures = report.basis == statement_only || report.basis == without_access;
  if (!attested && without_figures && !figure.settings->grade) {
    sheet_.report(row, figure.value, "I016",
                  fmt::format("a figure in a row of basis “{}”", bases[report.basis]),
                  "correct the basis, or give this figure its own grade in accord.toml");
    return;
  }
  const Grade grade =
      attested ? Grade::attested : figure.settings->grade.value_or(grade_of_basis(report.basis));
  Observation& out =
      observe(report, figure, attested ? Relation::at_most : Relation::equal, grade, *marked);
  out.value = *number;
  if (report.says.uncertainty && !attested) out.uncertainty = report.says.uncertainty->of(*number);
  if (own_day) out.head.valid = *own_day;
}

std::optional<Trace> SeriesReader::trace(const Row& row, const Report& report,
                                         const Figure& figure) {
  const std::string_view mark = sheet_.text(row, figure.mark);
  if (mark.empty()) return report.trace;
  if (!figure.settings->trace_entry.empty()) return band_trace(row, report, figure);
  if (mark == "none") {
    sheet_.report(
        row, figure.mark, "I016",
        fmt::format("the mark is “none” beside a figure in “{}”", figure.settings->column.text),
        "write how the figure was found: yes, derived or recalled");
    return std::nullopt;
  }
  const auto word = sheet_.word(row, figure.mark, mark_words);
  return word ? std::optional(static_cast<Trace>(*word)) : std::nullopt;
}

std::optional<Trace> SeriesReader::band_trace(const Row& row, const Report& report,
                                              const Figure& figure) {
  if (sheet_.text(row, figure.mark) == "none") return report.trace;
  const std::string& entry = figure.settings->trace_entry;
  for (const std::string& part : sheet_.parts(row, figure.mark, " ")) {
    if (!part.starts_with(entry + "=")) continue;
    const auto trace = trace_of(std::string_view(part).substr(entry.size() + 1));
    if (!trace)
      sheet_.report(row, figure.mark, "I011", fmt::format("“{}” is not a mark", part),
                    fmt::format("use {}=yes, {}=derived or {}=recalled", entry, entry, entry));
    return trace;
  }
  sheet_.report(
      row, figure.mark, "I016",
      fmt::format("there is no mark for the figure in “{}”", figure.settings->column.text),
      fmt::format("add {}=yes, {}=derived or {}=recalled", entry, entry, entry));
  return std::nullopt;
}

void SeriesReader::check_sums(const Row& row, const std::vector<std::optional<Decimal>>& numbers) {
  for (const auto& [whole, parts] : parts_) {
    Rational sum;
    for (const std::size_t part : parts)
      if (numbers[part]) sum = sum + Rational(*numbers[part]);
    // Where the whole is not given, its parts are within what it is itself a part of.
    std::size_t bound = whole;
    for (std::size_t step = 0; step < figures_.size() && bound < figures_.size() && !numbers[bound];
         ++step)
      bound = figure_of(figures_[bound].settings->part_of.text);
    if (bound == figures_.size() || !numbers[bound] || !(sum > Rational(*numbers[bound]))) continue;
    const Figure& of = figures_[bound];
    const Figure& part = figures_[parts.front()];
    const std::string more = fmt::format("more than the {} of “{}”", to_string(*numbers[bound]),
                                         of.settings->column.text);
    const bool is_one = parts.size() == 1;
    sheet_.report(
        row, is_one ? part.value : of.value, "I017",
        is_one ? fmt::format("{} of “{}” is {}, of which it is a part",
                             to_string(*numbers[parts.front()]), part.settings->column.text, more)
               : fmt::format("the parts add up to {}, {}", to_exact_string(sum), more),
        "correct the row; what is not known stays empty");
  }
}

}  // namespace

void read_series(Intake& intake) {
  auto sheet = intake.sheet(intake.settings.series.file);
  if (sheet) SeriesReader(intake, *sheet).read();
}

}  // namespace accord::formats
