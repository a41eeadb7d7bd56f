#include "formats/report_table/report_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

#include "accounting/books/unreadable.h"
#include "accounting/reports/findings.h"
#include "base/text.h"
#include "formats/report_table/report_line.h"
#include "formats/text/csv.h"

namespace accord::formats {

namespace label = accounting::label;
using accounting::Entry;
using accounting::Field;
using accounting::Finding;
using accounting::Label;
using accounting::Profile;
using accounting::Report;
using report_table::Given;

namespace {

constexpr std::string_view profile_column = "profile";

constexpr std::uint32_t all_weights = (std::uint32_t{1} << material::kinds.size()) - 1;

/// Something after which any line of the report may be missing or wrong.
code10::Spot of_all(std::uint32_t offset, std::uint32_t length) {
  return {0, 0, 0, offset, length, true, all_weights};
}

const Field* field_named(const Profile& profile, std::string_view name) {
  const auto at = std::find_if(profile.fields.begin(), profile.fields.end(),
                               [name](const Field& f) { return f.name == name; });
  return at == profile.fields.end() ? nullptr : &*at;
}

std::string doubled(std::string_view text) {
  std::string out;
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out;
}

/// One table while it becomes a report.
class Reader {
 public:
  Reader(const Profile& profile, Report& report, code10::Findings& findings)
      : profile_(profile), report_(report), findings_(findings), bytes_(*report.text) {}

  void read(const Table& table) {
    read_columns(table);
    if (table.rows.empty()) {
      check_columns(table);
      findings_.add("V001", of_all(0, 0), "no line",
                    "a header line and a row for each line of the report");
      return;
    }
    report_table::LineReader lines(profile_, report_, findings_);
    lines.read_header(cells(table.rows.front()));
    check_columns(table);
    if (report_.header.kind == accounting::ReportKind::unknown) {
      findings_.add("V007", {0, 0, 10, offset_of(table.rows.front().bytes), 0}, "report_type",
                    "I, P or M");
      return;
    }
    for (const Row& row : table.rows) {
      check_profile(row);
      lines.read(cells(row));
    }
    check_numbers();
  }

 private:
  const Profile& profile_;
  Report& report_;
  code10::Findings& findings_;
  std::string_view bytes_;
  std::vector<const Field*> fields_;  // of each column; null: not one of the form
  std::size_t named_ = std::numeric_limits<std::size_t>::max();  // the column `profile`

  [[nodiscard]] std::uint32_t offset_of(std::string_view piece) const {
    return static_cast<std::uint32_t>(piece.data() - bytes_.data());
  }
  [[nodiscard]] bool is_inside(std::string_view piece) const {
    return std::less_equal<>()(bytes_.data(), piece.data()) &&
           std::less_equal<>()(piece.data(), bytes_.data() + bytes_.size());
  }

  void read_columns(const Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      fields_.push_back(field_named(profile_, table.columns[i]));
      if (table.columns[i] == profile_column) named_ = i;
    }
  }

  /// V001: columns that the form does not have. One of them may be a column that is missing.
  void check_columns(const Table& table) {
    std::vector<std::string_view> names{profile_column};
    for (const Field& field : profile_.fields) names.emplace_back(field.name);
    const bool one_is_missing =
        std::any_of(profile_.fields.begin(), profile_.fields.end(), [&](const Field& field) {
          const bool has = !field.number(report_.header.kind).empty() ||
                           report_.header.kind == accounting::ReportKind::unknown;
          return has && accounting::decides(field.label) &&
                 std::find(fields_.begin(), fields_.end(), &field) == fields_.end();
        });
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string& name = table.columns[i];
      if (fields_[i] != nullptr || name == profile_column) continue;
      const auto near = nearest(name, names);
      const std::string_view head = table.heads[i].text;
      const auto length = static_cast<std::uint32_t>(head.size());
      code10::Spot spot = of_all(is_inside(head) ? offset_of(head) : 0, length);
      spot.hides = one_is_missing;
      findings_.add("V001", spot, "column " + findings_.shown(name),
                    near ? fmt::format("a column of {}, such as {}", profile_.id, *near)
                         : "a column of " + profile_.id);
    }
  }

  /// What stands in the file, between the quotes when there are any: quotes stay doubled.
  std::vector<Given> cells(const Row& row) {
    std::vector<Given> out;
    std::size_t after = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string_view text = row.cells[i].text;
      if (text.empty()) continue;
      if (!is_inside(text)) {
        const std::string raw = doubled(text);
        const std::size_t at = std::min(row.bytes.find(raw, after), row.bytes.size());
        text = row.bytes.substr(at, raw.size());
      }
      after = static_cast<std::size_t>(text.data() - row.bytes.data()) + text.size();
      if (fields_[i] != nullptr) out.push_back({fields_[i], text, offset_of(text), true});
    }
    return out;
  }

  void check_profile(const Row& row) {
    if (named_ >= row.cells.size()) return;
    const std::string_view text = row.cells[named_].text;
    if (text == profile_.id) return;
    findings_.add("V006",
                  {'O', static_cast<std::uint32_t>(report_.entries.size()) + 1, 0,
                   is_inside(text) ? offset_of(text) : 0, static_cast<std::uint32_t>(text.size())},
                  "profile " + findings_.shown(text), profile_.id);
  }

  /// V004: lines are numbered 1 to n, and each names n; one finding, on the first that does not.
  void check_numbers() {
    const auto count = static_cast<std::uint32_t>(report_.entries.size());
    for (const Entry& e : report_.entries)
      for (const auto& [label, declared, expected] :
           {std::tuple(Label{2}, e.declared, e.number), {label::line_count, e.total, count}}) {
        const accounting::Element* element = report_.find(e, label);
        if (element == nullptr || declared == expected) continue;
        findings_.add("V004", {'O', e.number, label, element->offset, element->length},
                      findings_.shown(report_.content(*element)), std::to_string(expected));
        return;
      }
  }
};

Finding finding_of(const Problem& problem, const Profile& profile, const Report& report) {
  Finding out = accounting::finding_on(report, "V001", profile.severity("V001"), 0, problem.message,
                                       problem.help);
  out.place = problem.place;
  out.hides = true;
  out.kinds = all_weights;
  return out;
}

bool is_weight_label(Label label, bool element) {
  return material::is_kind(label) && material::facts(material::Kind{label}).element == element;
}

std::string_view content_of(const Report& report, const Entry& entry, Label label) {
  for (std::uint32_t i = 0; i < entry.element_count; ++i) {
    const accounting::Element& e = report.elements[entry.elements + i];
    if (e.label == label || (label == label::element_weight && is_weight_label(e.label, true)) ||
        (label == label::fissile_weight && is_weight_label(e.label, false)))
      return report.content(e);
  }
  return {};
}

}  // namespace

Result<std::string> profile_named_in(std::string_view bytes, std::string_view file) {
  constexpr std::size_t head = 1 << 16;  // bytes: a header and a row, with empty lines before them
  if (bytes.size() > head) bytes = bytes.substr(0, bytes.rfind('\n', head));
  const ReadTable read = read_csv(bytes, file);
  if (read.table.columns.empty() && !read.problems.empty()) {
    const Problem& p = read.problems.front();
    return fail(p.code, p.message, fmt::format("{}:{}:{}", file, p.place.line, p.place.column),
                p.help);
  }
  const std::size_t column = read.table.column(profile_column);
  if (column == read.table.columns.size() || read.table.rows.empty()) return std::string();
  return std::string(read.table.rows.front().cells[column].text);
}

ReportTable read_report_table(std::string bytes, std::string file, const Profile& profile) {
  ReportTable out;
  out.report.file = std::move(file);
  out.report.text = std::make_shared<const std::string>(std::move(bytes));
  out.report.header.date = out.report.header.begin = out.report.header.end = day_min;
  code10::Findings findings(*out.report.text, profile);
  if (out.report.text->size() > std::numeric_limits<std::uint32_t>::max()) {
    findings.add("V001", of_all(0, 0), {}, "a file of at most 4 GiB");
    out.findings = findings.finish(out.report);
    out.report.unreadable = accounting::unreadable_of(out.findings);
    return out;
  }
  const ReadTable read = read_csv(*out.report.text, out.report.file);
  if (!read.table.columns.empty()) Reader(profile, out.report, findings).read(read.table);
  out.findings = findings.finish(out.report);
  for (const Problem& problem : read.problems)
    out.findings.push_back(finding_of(problem, profile, out.report));
  std::stable_sort(out.findings.begin(), out.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.place < b.place; });
  out.report.unreadable = accounting::unreadable_of(out.findings);
  return out;
}

std::string write_report_table(const Report& report, const Profile& profile) {
  std::vector<const Field*> fields;
  std::string out(profile_column);
  for (const Field& field : profile.fields)
    if (!field.number(report.header.kind).empty()) {
      fields.push_back(&field);
      out += "," + field.name;
    }
  out += '\n';
  for (const Entry& entry : report.entries) {
    out += profile.id;
    for (const Field* field : fields) {
      const std::string_view content = content_of(report, entry, field->label);
      // Quotes stand doubled in a content, as in the file that it was read from.
      const bool quoted = content.find_first_of(",\"\r\n") != std::string_view::npos ||
                          content.starts_with(' ') || content.ends_with(' ');
      out += ',';
      if (quoted) out += '"';
      out += content;
      if (quoted) out += '"';
    }
    out += '\n';
  }
  return out;
}

}  // namespace accord::formats
