#include "formats/measured/measured.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "formats/text/sheet.h"

namespace accord::formats {

using measurement::Component;
using measurement::ComponentRow;
using measurement::Fault;
using measurement::Items;
using measurement::Kind;
using measurement::MassKind;
using measurement::Role;

namespace {

class ItemReader {
 public:
  ItemReader(Sheet& sheet, MassKind kind, ReadItems& out)
      : sheet_(sheet), kind_(kind), out_(out), items_(out.items) {}

  void read() {
    const bool declared = kind_ == MassKind::declared;
    const auto column = [&](std::string_view name, bool needed) {
      return needed ? sheet_.need(name) : sheet_.find(name);
    };
    period_ = sheet_.need("period");
    role_ = sheet_.need("role");
    stratum_ = sheet_.need("stratum");
    item_ = sheet_.need("item");
    const Measured columns[] = {
        {column("method", declared), column("declared_kg", declared)},
        {column("gross_method", !declared), column("gross_kg", !declared)},
        {column("tare_method", kind_ == MassKind::net), column("tare_kg", kind_ == MassKind::net)}};
    measured_ = sheet_.find("measured_in_period");
    correction_ = sheet_.find("correction");
    if (!sheet_.is_complete()) return;
    items_.kind = kind_;
    value_ = columns[declared ? 0 : 1];
    tare_ = columns[2];
    known_ = {period_, role_, stratum_, item_, measured_, correction_};
    for (const Measured& m : columns) known_.insert(known_.end(), {m.kg, m.method});
    for (std::size_t i = 0; i < sheet_.table().columns.size(); ++i) add_group(i);
    for (const Row& row : sheet_.rows()) read_row(row);
  }

 private:
  /// A mass and how it was measured.
  struct Measured {
    Sheet::Column method = 0, kg = 0;
  };
  Sheet& sheet_;
  MassKind kind_;
  ReadItems& out_;
  Items& items_;
  Sheet::Column period_ = 0, role_ = 0, stratum_ = 0, item_ = 0, measured_ = 0, correction_ = 0;
  Measured value_, tare_;
  std::vector<Sheet::Column> known_, groups_;

  void add_group(Sheet::Column column) {
    if (std::find(known_.begin(), known_.end(), column) != known_.end()) return;
    groups_.push_back(column);
    items_.groups.emplace_back();
    items_.groups.back().column = sheet_.table().columns[column];
  }

  /// A whole number from 0; B010 when it is none.
  std::optional<std::int32_t> whole(const Row& row, Sheet::Column column) {
    const auto value = sheet_.real(row, column);
    if (!value) return std::nullopt;
    if (*value == std::floor(*value) && *value >= 0 && *value <= measurement::period_max)
      return static_cast<std::int32_t>(*value);
    sheet_.report(row, column, "B010",
                  fmt::format("“{}” is not a period: a whole number from 0 to {}",
                              sheet_.text(row, column), measurement::period_max),
                  "periods count from 1; PE of period 0 is what is there at the start");
    return std::nullopt;
  }

  /// A mass may be negative: whether that is right is looked at later.
  std::optional<double> mass(const Row& row, Sheet::Column column) {
    return sheet_.needed_text(row, column).empty() ? std::nullopt : sheet_.real(row, column);
  }

  std::optional<bool> correction(const Row& row) {
    static constexpr std::string_view words[] = {"yes", "no"};
    if (sheet_.text(row, correction_).empty()) return false;
    const auto word = sheet_.word(row, correction_, words);
    return word ? std::optional(*word == 0) : std::nullopt;
  }

  /// What the columns of a row have in common, whichever mass it is of.
  struct Line {
    std::int32_t period = 0, measured = 0;
    Role role = Role::opening;
    std::string_view stratum;
    bool corrects = false;
  };

  void add(const Row& row, const Line& line, std::string_view item, std::string_view method,
           double kg) {
    items_.period.push_back(line.period);
    items_.role.push_back(line.role);
    items_.stratum.push_back(items_.strata.id(line.stratum));
    items_.item.push_back(items_.items.id(item));
    items_.method.push_back(items_.methods.id(method));
    items_.value_kg.push_back(kg);
    items_.measured_in.push_back(line.measured);
    items_.correction.push_back(line.corrects ? 1 : 0);
    for (std::size_t i = 0; i < groups_.size(); ++i)
      items_.groups[i].id.push_back(items_.groups[i].names.id(sheet_.text(row, groups_[i])));
    out_.lines.push_back(row.line);
  }

  /// A container without a tare counts with its whole mass.
  void read_tare(const Row& row, const Line& line, std::string_view item) {
    items_.tare.push_back(0);
    if (sheet_.text(row, tare_.kg).empty() && sheet_.text(row, tare_.method).empty()) return;
    const auto kg = mass(row, tare_.kg);
    const std::string_view method = sheet_.needed_text(row, tare_.method);
    if (!kg || method.empty()) return;
    add(row, line, fmt::format("{} (tare)", item), method, *kg);
    items_.tare.push_back(1);
  }

  void read_row(const Row& row) {
    const bool period_there = !sheet_.needed_text(row, period_).empty();
    const auto period = period_there ? whole(row, period_) : std::nullopt;
    const auto role = sheet_.word(row, role_, measurement::role_words);
    const std::string_view stratum = sheet_.needed_text(row, stratum_);
    const std::string_view item = sheet_.needed_text(row, item_);
    const std::string_view method = sheet_.needed_text(row, value_.method);
    const auto kg = mass(row, value_.kg);
    const bool own = sheet_.text(row, measured_).empty();
    const auto measured = own ? std::optional(0) : whole(row, measured_);
    const auto corrects = correction(row);
    if (!period || !role || stratum.empty() || item.empty() || method.empty() || !kg || !measured ||
        !corrects)
      return;
    Line line{period.value_or(0), measured.value_or(0), static_cast<Role>(*role), stratum,
              *corrects};
    if (own) line.measured = line.period - (line.role == Role::opening ? 1 : 0);
    add(row, line, item, method, *kg);
    if (kind_ == MassKind::net) read_tare(row, line, item);
  }
};

constexpr std::string_view component_words[] = {"random", "systematic", "none"};
constexpr std::string_view kind_words[] = {"relative", "absolute"};
constexpr std::string_view party_words[] = {"operator", "inspector"};

class MethodReader {
 public:
  MethodReader(Sheet& sheet, std::string_view party) : sheet_(sheet), party_(party) {}

  /// The rows that could be read, of all parties: what is wrong with one is wrong for everybody.
  void read(ReadMethods& out, std::string_view bytes) {
    method_ = sheet_.need("method");
    component_ = sheet_.need("component");
    kind_ = sheet_.need("kind");
    sigma_ = sheet_.need("standard_deviation");
    key_ = sheet_.need("source_key");
    if (!sheet_.is_complete()) return;
    for (const Row& row : sheet_.rows()) read_row(row);
    take(true, out, bytes);
    take(false, out, bytes);
  }

 private:
  Sheet& sheet_;
  std::string_view party_;
  Sheet::Column method_ = 0, component_ = 0, kind_ = 0, sigma_ = 0, key_ = 0;
  struct Taken {
    ComponentRow row;
    std::uint32_t line;
    bool of_party;
  };
  std::vector<Taken> rows_;

  void take(bool of_party, ReadMethods& out, std::string_view bytes) {
    std::vector<ComponentRow> rows;
    std::vector<std::uint32_t> lines;
    for (const Taken& taken : rows_) {
      if (taken.of_party != of_party) continue;
      rows.push_back(taken.row);
      lines.push_back(taken.line);
    }
    measurement::Methods made = measurement::methods_of(rows);
    for (Problem& problem : problems_of(made.faults, bytes, sheet_.table().file, lines))
      out.problems.push_back(std::move(problem));
    if (!of_party) return;
    out.methods = std::move(made.methods);
    out.lines = std::move(lines);
  }

  void read_row(const Row& row) {
    const Sheet::Column party = sheet_.find("party");
    std::optional<std::size_t> who = 0;
    if (sheet_.has(party)) who = sheet_.word(row, party, party_words);
    const std::string_view method = sheet_.needed_text(row, method_);
    const auto component = sheet_.word(row, component_, component_words);
    ComponentRow read;
    read.method = method;
    read.has_component = component != 2U;
    bool whole = who && component && !method.empty();
    if (!read.has_component) whole = says_nothing(row) && whole;
    if (read.has_component) {
      const auto kind = sheet_.word(row, kind_, kind_words);
      const auto sigma = sigma_of(row);
      whole = whole && kind && sigma;
      read.component.kind = kind == 1U ? Kind::absolute : Kind::relative;
      read.component.sigma = sigma.value_or(0);
    }
    if (!whole) return;
    read.component.systematic = component == 1U;
    read.component.key = sheet_.text(row, key_);
    read.component.name = sheet_.text(row, sheet_.find("name"));
    read.component.factor = sheet_.text(row, sheet_.find("factor"));
    read.component.target = sheet_.text(row, sheet_.find("target"));
    const bool of_party = !sheet_.has(party) || party_words[*who] == party_;
    rows_.push_back({std::move(read), row.line, of_party});
  }

  /// A method without errors has none to state: an error in such a row would be lost.
  bool says_nothing(const Row& row) {
    bool out = true;
    for (const Sheet::Column column : {kind_, sigma_, key_}) {
      const std::string_view text = sheet_.text(row, column);
      if (text.empty() || (column == sigma_ && text == "0")) continue;
      sheet_.report(row, column, "B028",
                    fmt::format("“{}” beside “none”: the method would measure without error", text),
                    "write random or systematic for this error, or leave the cell empty");
      out = false;
    }
    return out;
  }

  /// A negative number is read: that it is none of a standard deviation is said later.
  std::optional<double> sigma_of(const Row& row) {
    return sheet_.needed_text(row, sigma_).empty() ? std::nullopt : sheet_.real(row, sigma_);
  }
};

}  // namespace

ReadItems read_items(std::string_view bytes, std::string_view file, MassKind kind) {
  ReadItems out;
  ReadTable table = read_csv(bytes, file);
  out.problems = std::move(table.problems);
  Sheet sheet(std::move(table.table), out.problems);
  ItemReader(sheet, kind, out).read();
  sort_problems(out.problems);
  return out;
}

ReadMethods read_methods(std::string_view bytes, std::string_view file, std::string_view party) {
  ReadMethods out;
  ReadTable table = read_csv(bytes, file);
  out.problems = std::move(table.problems);
  Sheet sheet(std::move(table.table), out.problems);
  MethodReader(sheet, party).read(out, bytes);
  sort_problems(out.problems);
  return out;
}

std::vector<Problem> problems_of(std::span<const Fault> faults, std::string_view bytes,
                                 std::string_view file, std::span<const std::uint32_t> lines) {
  std::vector<Problem> out;
  if (faults.empty()) return out;
  ReadTable table = read_csv(bytes, file);
  std::vector<Problem> ignored;
  const Sheet sheet(std::move(table.table), ignored);
  for (const Fault& fault : faults) {
    Problem problem{fault.severity, fault.code, fault.message, fault.help, std::string(file), {}};
    if (fault.other < lines.size())
      problem.message = message_of(fault, fmt::format("line {}", lines[fault.other]));
    if (fault.row < lines.size()) {
      const std::uint32_t line = lines[fault.row];
      problem.place = {line, 1, 1};
      const auto row =
          std::lower_bound(sheet.rows().begin(), sheet.rows().end(), line,
                           [](const Row& r, std::uint32_t wanted) { return r.line < wanted; });
      const Sheet::Column column = sheet.find(fault.column);
      if (row != sheet.rows().end() && sheet.has(column)) {
        const Cell& cell = row->cells[column];
        const auto length = static_cast<std::uint32_t>(character_count(cell.text));
        problem.place = {cell.line, cell.column, std::max(1U, length)};
      }
    }
    out.push_back(std::move(problem));
  }
  return out;
}

}  // namespace accord::formats
