#include "formats/workspace/mapped_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "base/text.h"
#include "formats/workspace/marks.h"

namespace accord::formats {

namespace {

/// What a cell of the user's table becomes.
enum class Change : std::uint8_t { none, day, number };

constexpr std::array<std::string_view, 6> grades{"verified", "attested", "estimated",
                                                 "declared", "reported", "unverified"};

/// A column of the table that is made.
struct Made {
  std::string name;
  const Template* from = nullptr;
  Change change = Change::none;
  std::vector<std::size_t> columns;  ///< of the user's table, one for each part; unused for texts
};

Change change_of(MappedField field) {
  if (field == MappedField::date || field == MappedField::known) return Change::day;
  return field == MappedField::u || field == MappedField::k ? Change::number : Change::none;
}

class Maker {
 public:
  Maker(Intake& intake, Table own, const MappedTable& rules)
      : intake_(intake), own_(std::move(own)), rules_(rules) {
    for (std::size_t i = 0; i < field_count; ++i)
      add(std::string(mapped_fields.at(i).column), rules.fields.at(i),
          change_of(static_cast<MappedField>(i)));
    const auto values = [&](const std::vector<Meaning>& meanings) {
      for (const Meaning& meaning : meanings) {
        if (!meaning.value.is_fixed())
          add(meaning.value.setting.text, meaning.value, Change::number);
        if (!meaning.unit.is_fixed()) add(meaning.unit.setting.text, meaning.unit, Change::none);
      }
    };
    values(rules.says);
    for (const KindMeanings& kind : rules.kinds) values(kind.meanings);
  }

  /// Texts that stand in every row are checked once, where they are written.
  void check_fixed() {
    std::vector<std::string_view> parties;
    for (const PartyName& party : intake_.settings.parties) parties.emplace_back(party.name.text);
    std::sort(parties.begin(), parties.end());
    for (const MappedField field : {MappedField::party, MappedField::by}) {
      const Template& text = rules_.field(field);
      if (!text.is_fixed()) continue;
      for (const std::string_view part : split(text.setting.text, ";"))
        expect(text.setting, trim(part), parties, "name in [parties]");
    }
    expect_word(MappedField::grade, grades, "grade of evidence");
    expect_word(MappedField::part, yes_no, "answer, yes or no");
    expect_word(MappedField::background, yes_no, "answer, yes or no");
  }

  std::optional<Sheet> make() {
    check_fixed();
    if (!complete_) return std::nullopt;
    out_.file = own_.file;
    out_.sha256 = own_.sha256;
    out_.rewritten = std::move(own_.rewritten);  // what its cells look at stays where it is
    for (const Made& column : made_) {
      out_.columns.push_back(column.name);
      out_.heads.push_back(own_.heads.front());
    }
    out_.rows.reserve(own_.rows.size());
    for (const Row& row : own_.rows) add_row(row);
    return Sheet(std::move(out_), intake_.workspace.problems);
  }

 private:
  void add(std::string name, const Template& from, Change change) {
    const bool there = std::any_of(made_.begin(), made_.end(),
                                   [&](const Made& made) { return made.name == name; });
    const bool names_nobody = name == "party" && from.empty();
    if ((from.empty() && !names_nobody) || there) return;
    Made made{std::move(name), &from, change, {}};
    for (const Template::Part& part : from.parts)
      made.columns.push_back(part.is_column ? column(part.text, from.setting) : 0);
    made_.push_back(std::move(made));
  }

  void expect_word(MappedField field, std::span<const std::string_view> words,
                   std::string_view what) {
    const Template& text = rules_.field(field);
    if (text.is_fixed()) expect(text.setting, text.setting.text, words, what);
  }

  void expect(const Setting& setting, std::string_view found,
              std::span<const std::string_view> words, std::string_view what) {
    if (std::find(words.begin(), words.end(), found) != words.end()) return;
    complete_ = false;
    const auto near = nearest(found, words);
    intake_.report("W013", setting.place, fmt::format("“{}” is no {}", found, what),
                   near ? fmt::format("did you mean “{}”?", *near)
                        : "a name of a column stands in braces: \"{name}\"");
  }

  std::size_t column(const std::string& name, const Setting& setting) {
    const std::size_t found = own_.column(name);
    const auto& columns = own_.columns;
    if (found < columns.size()) return found;
    complete_ = false;
    const auto near = nearest(name, std::vector<std::string_view>(columns.begin(), columns.end()));
    intake_.report("W009", setting.place, fmt::format("{} has no column “{}”", own_.file, name),
                   near ? fmt::format("did you mean “{}”?", *near) : "");
    return found;
  }

  void add_row(const Row& row) {
    Row out{row.line, {}, row.bytes};
    out.cells.reserve(made_.size());
    bool good = true;
    for (const Made& column : made_) {
      Cell cell = filled(row, column);
      good = changed(column, cell) && good;
      out.cells.push_back(cell);
    }
    if (good) out_.rows.push_back(std::move(out));
  }

  /// A text with an empty cell in it is empty: what is not known is not made up.
  Cell filled(const Row& row, const Made& column) {
    const auto& parts = column.from->parts;
    Cell out{{}, row.line, 1};
    if (parts.empty()) return out;
    bool placed = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!parts[i].is_column) continue;
      const Cell& cell = row.cells[column.columns[i]];
      if (!placed) out.line = cell.line, out.column = cell.column;
      placed = true;
      if (trim(cell.text).empty()) return out;
      if (parts.size() == 1) out.text = trim(cell.text);
    }
    if (parts.size() == 1) {
      if (!parts[0].is_column) out.text = parts[0].text;
      return out;
    }
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
      text += parts[i].is_column ? trim(row.cells[column.columns[i]].text)
                                 : std::string_view(parts[i].text);
    out.text = out_.rewritten.emplace_back(std::move(text));
    return out;
  }

  /// Days and numbers as accord writes them; false when the cell has not the form it should have.
  bool changed(const Made& column, Cell& cell) {
    if (cell.text.empty()) return true;
    std::optional<std::string> text;
    if (column.change == Change::day && rules_.days)
      text = plain_day(cell.text, *rules_.days);
    else if (column.change == Change::number && !rules_.numbers.is_plain())
      text = plain_number(cell.text, rules_.numbers);
    else
      return true;
    if (text) return cell.text = out_.rewritten.emplace_back(std::move(*text)), true;
    const Place place{cell.line, cell.column,
                      std::max(1U, static_cast<std::uint32_t>(character_count(cell.text)))};
    const bool day = column.change == Change::day;
    intake_.workspace.problems.push_back(
        {Severity::error, day ? "I009" : "I008",
         fmt::format(
             "“{}” is not a {}", cell.text,
             day ? "day of the form " + rules_.days->text : "number with the marks of this table"),
         day ? "correct the day, or the key “days” of the table in accord.toml"
             : fmt::format(
                   "the decimal mark is “{}”{}; correct the number, or the table in "
                   "accord.toml",
                   rules_.numbers.decimal,
                   rules_.numbers.thousands == '\0'
                       ? ", and there is no mark of thousands"
                       : fmt::format(", the mark of thousands “{}”", rules_.numbers.thousands)),
         out_.file, place});
    return false;
  }

  Intake& intake_;
  Table own_;
  const MappedTable& rules_;
  std::vector<Made> made_;
  Table out_;
  bool complete_ = true;
};

}  // namespace

std::optional<Sheet> mapped_sheet(Intake& intake, const MappedTable& table) {
  // What accord.toml does not say was reported there.
  if (table.field(MappedField::id).empty() || table.field(MappedField::date).empty())
    return std::nullopt;
  auto own = intake.table(table.file, table.separator);
  return own ? Maker(intake, std::move(*own), table).make() : std::nullopt;
}

}  // namespace accord::formats
