#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/text.h"
#include "formats/settings/settings_parts.h"

/// [report]: the plan of a report, section by section.
namespace accord::formats {

namespace {

using Kind = ReportBlock::Kind;

/// What the word of a block takes.
enum class Takes : std::uint8_t { nothing, sides, text, terms, parties, term, figures, figure };

Takes taken_by(Kind kind) {
  switch (kind) {
    case Kind::account:
      return Takes::sides;
    case Kind::text:
      return Takes::text;
    case Kind::terms:
    case Kind::episodes:
      return Takes::terms;
    case Kind::terms_of:
      return Takes::parties;
    case Kind::limit_chart:
      return Takes::term;
    case Kind::series:
    case Kind::missing:
      return Takes::figures;
    case Kind::bands:
    case Kind::bands_chart:
    case Kind::change_chart:
      return Takes::figure;
    default:
      return Takes::nothing;
  }
}

/// How the word is written with what it takes.
std::string example_of(Kind kind) {
  constexpr std::array<std::string_view, 8> values{
      "",          "[\"…\", \"…\"]", "\"…\"",        "[\"TERM\"]",
      "\"PARTY\"", "\"TERM\"",       "[\"COLUMN\"]", "\"COLUMN\""};
  return fmt::format("{{ {} = {} }}", word(kind),
                     values.at(static_cast<std::size_t>(taken_by(kind))));
}

template <class... Kinds>
constexpr std::uint32_t in(Kinds... kinds) {
  return (0U | ... | (1U << static_cast<unsigned>(kinds)));
}
bool has(std::uint32_t kinds, Kind kind) {
  return (kinds >> static_cast<unsigned>(kind) & 1U) != 0;
}

/// What an optional key names: it is looked up beside the text and the series.
enum class Names : std::uint8_t { nothing, term, party, figure };

struct TextOption {
  std::string_view key;
  std::string ReportBlock::*into;
  std::uint32_t kinds;
  Names names = Names::nothing;
};
constexpr std::uint32_t drawn_series =
    in(Kind::series, Kind::bands, Kind::bands_chart, Kind::change_chart);
constexpr std::array text_options{
    TextOption{"figure", &ReportBlock::figure, in(Kind::limit_chart), Names::figure},
    TextOption{"term", &ReportBlock::term, in(Kind::series), Names::term},
    TextOption{"party", &ReportBlock::party, in(Kind::limit_chart, Kind::episodes), Names::party},
    TextOption{"id", &ReportBlock::id, drawn_series | in(Kind::limit_chart)},
    TextOption{"title", &ReportBlock::title,
               drawn_series | in(Kind::limit_chart, Kind::sides, Kind::terms)},
    TextOption{"statement", &ReportBlock::statement, drawn_series | in(Kind::limit_chart)},
    TextOption{"line", &ReportBlock::line, in(Kind::limit_chart, Kind::change_chart)},
    TextOption{"part", &ReportBlock::part, in(Kind::bands, Kind::bands_chart)}};

struct FlagOption {
  std::string_view key;
  bool ReportBlock::*into;
  Kind kind;
};
constexpr std::array flag_options{
    FlagOption{"logarithmic", &ReportBlock::logarithmic, Kind::limit_chart},
    FlagOption{"steps", &ReportBlock::steps, Kind::limit_chart},
    FlagOption{"multiples", &ReportBlock::multiples, Kind::limit_chart},
    FlagOption{"cut", &ReportBlock::cut, Kind::limit_chart},
    FlagOption{"change", &ReportBlock::change, Kind::series}};

/// Drawings have anchors of their own, with “fig-” in front.
bool is_drawing(Kind kind) {
  return kind == Kind::limit_chart || kind == Kind::bands_chart || kind == Kind::change_chart;
}

/// An anchor of the page: a letter or digit, then letters, digits, points and hyphens.
bool is_anchor(std::string_view id) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !id.empty() && id.size() <= 40 && is_plain(id.front()) &&
         std::all_of(id.begin(), id.end(),
                     [&](char c) { return is_plain(c) || c == '.' || c == '-'; });
}

class PlanReader {
 public:
  explicit PlanReader(Settings& out) : out_(out) {}

  void read(const TomlValue& table, Keys& above) {
    Keys keys(table, "[report]", above.file(), above.problems());
    out_.report.title = keys.text("title").text;
    for (const TomlValue* item : keys.tables("section")) section(*item, keys);
    keys.finish();
  }

 private:
  void section(const TomlValue& table, Keys& above) {
    Keys keys(table, "[[report.section]]", above.file(), above.problems());
    ReportSection& made = out_.report.sections.emplace_back();
    const Setting id = keys.needed_text("id");
    made.id = id.text;
    expect_own_id(keys, id, sections_);
    made.title = keys.needed_text("title").text;
    const TomlValue* blocks = keys.value("blocks");
    if (blocks != nullptr && blocks->kind != TomlValue::Kind::array)
      keys.report("W007", blocks->place, "blocks in brackets were expected here",
                  "write blocks = [\"summary\", { terms = [\"TERM\"] }]");
    else if (blocks != nullptr)
      for (const TomlValue& item : blocks->items)
        if (auto made_block = block(item, keys)) {
          expect_once(keys, item.place, made_block->kind);
          made.blocks.push_back(std::move(*made_block));
        }
    keys.finish();
  }

  /// What is about the whole report has one place in it; requests belong to their section.
  void expect_once(Keys& keys, Place place, Kind kind) {
    if (taken_by(kind) != Takes::nothing || kind == Kind::calls) return;
    if (!once_.insert(kind).second)
      keys.report("W016", place, fmt::format("the block “{}” appears twice", word(kind)),
                  "keep one of the two");
  }

  void expect_own_id(Keys& keys, const Setting& id, std::set<std::string>& taken) {
    if (id.empty()) return;
    if (!is_anchor(id.text) || id.text == "evidence")
      keys.report(
          "W014", id.place, fmt::format("“{}” cannot be an id", id.text),
          "use letters, digits, points and hyphens, as “C.1”; the page itself has an “evidence”");
    else if (!taken.insert(id.text).second)
      keys.report("W016", id.place, fmt::format("the id “{}” appears twice", id.text),
                  "give each its own");
  }

  std::optional<ReportBlock> block(const TomlValue& value, Keys& above) {
    if (value.kind == TomlValue::Kind::text) return word_alone(value, above);
    if (value.kind == TomlValue::Kind::table) return block_table(value, above);
    above.report("W007", value.place, "a block was expected here",
                 "write a word in quotes, as \"summary\", or { terms = [\"TERM\"] }");
    return std::nullopt;
  }

  /// "summary": a block that takes nothing.
  static std::optional<ReportBlock> word_alone(const TomlValue& value, Keys& above) {
    const auto kind = kind_of(value.text);
    if (!kind) {
      const auto near = nearest(value.text, all_words());
      above.report("W013", value.place,
                   fmt::format("no block of a report is named “{}”", value.text),
                   near ? fmt::format("did you mean “{}”?", *near)
                        : fmt::format("use one of: {}", fmt::join(all_words(), ", ")));
      return std::nullopt;
    }
    const Takes takes = taken_by(*kind);
    if (takes != Takes::nothing && takes != Takes::sides) {
      above.report("W006", value.place, fmt::format("the block “{}” needs a value", value.text),
                   "write " + example_of(*kind));
      return std::nullopt;
    }
    return ReportBlock{.kind = *kind};
  }

  std::optional<ReportBlock> block_table(const TomlValue& table, Keys& above) {
    const std::optional<Kind> kind = kind_in(table, above);
    if (!kind) return std::nullopt;
    Keys keys(table, fmt::format("the block “{}”", word(*kind)), above.file(), above.problems());
    ReportBlock out{.kind = *kind};
    take_value(keys, out);
    for (const TextOption& option : text_options)
      if (has(option.kinds, *kind)) take_text(keys, option, out);
    for (const FlagOption& option : flag_options)
      if (option.kind == *kind) out.*option.into = keys.flag(option.key);
    if (*kind == Kind::limit_chart) take_marks(keys, out);
    keys.finish();
    return out;
  }

  /// The one key that says what the block shows.
  static std::optional<Kind> kind_in(const TomlValue& table, Keys& above) {
    std::optional<Kind> found;
    for (const TomlEntry& entry : table.entries) {
      const auto kind = kind_of(entry.key);
      if (!kind) continue;
      if (found) {
        above.report("W017", entry.place,
                     fmt::format("one block shows one thing, not both “{}” and “{}”", word(*found),
                                 entry.key),
                     "write two blocks");
        return std::nullopt;
      }
      found = kind;
    }
    if (found) return found;
    for (const TomlEntry& entry : table.entries)
      if (const auto near = nearest(entry.key, all_words())) {
        above.report("W013", entry.place,
                     fmt::format("no block of a report is named “{}”", entry.key),
                     fmt::format("did you mean “{}”?", *near));
        return std::nullopt;
      }
    above.report("W006", table.place, "what this block shows is missing",
                 fmt::format("use one of: {}", fmt::join(all_words(), ", ")));
    return std::nullopt;
  }

  static std::vector<std::string_view> all_words() {
    const auto words = report_block_words();
    return {words.begin(), words.end()};
  }

  static std::optional<Kind> kind_of(std::string_view written) {
    const auto words = report_block_words();
    const auto found = std::find(words.begin(), words.end(), written);
    if (found == words.end()) return std::nullopt;
    return static_cast<Kind>(found - words.begin());
  }

  /// The value of the word itself.
  void take_value(Keys& keys, ReportBlock& out) {
    const std::string_view key = word(out.kind);
    switch (taken_by(out.kind)) {
      case Takes::nothing:
        if (!keys.flag(key))
          keys.report("W007", keys.place_of(key), fmt::format("the block “{}” takes no value", key),
                      fmt::format("write “{} = true”, or leave the block out", key));
        return;
      case Takes::text:
        out.text = keys.needed_text(key).text;
        return;
      case Takes::term:
        take_name(keys.needed_text(key), out_.report_limits, out);
        return;
      case Takes::figure:
        take_name(keys.needed_text(key), out_.report_metrics, out);
        return;
      case Takes::terms:
        return take_names(keys, out.kind == Kind::episodes ? out_.report_limits : out_.report_terms,
                          out);
      case Takes::figures:
        return take_names(keys, out_.report_metrics, out);
      case Takes::parties:
        return take_names(keys, out_.report_parties, out);
      case Takes::sides:
        take_names(keys, out_.report_parties, out);
        if (out.names.size() == 2)
          out_.report_sides.push_back(
              {*(out_.report_parties.end() - 2), out_.report_parties.back()});
        else
          keys.report(
              "W007", keys.place_of(key), "an account has two sides",
              "name two parties, or write the word alone for the two who owe each other most");
    }
  }

  static void take_name(Setting name, std::vector<Setting>& checked, ReportBlock& out) {
    if (name.empty()) return;
    out.names.push_back(name.text);
    checked.push_back(std::move(name));
  }

  void take_names(Keys& keys, std::vector<Setting>& checked, ReportBlock& out) {
    const std::string_view key = word(out.kind);
    std::vector<Setting> names = keys.texts(key);
    if (names.empty())
      keys.report("W006", keys.place_of(key), fmt::format("“{}” names nothing", key),
                  "write " + example_of(out.kind));
    for (Setting& name : names) {
      if (out.kind == Kind::terms && !terms_.insert(name.text).second)
        keys.report("W016", name.place,
                    fmt::format("the term “{}” appears in two blocks", name.text),
                    "a report shows each commitment once: keep one of the two");
      take_name(std::move(name), checked, out);
    }
  }

  void take_text(Keys& keys, const TextOption& option, ReportBlock& out) {
    Setting value = keys.text(option.key);
    out.*option.into = value.text;
    if (option.key == "id") expect_own_id(keys, value, is_drawing(out.kind) ? drawings_ : tables_);
    if (value.empty()) return;
    if (option.names == Names::term)
      out_.report_limits.push_back(std::move(value));
    else if (option.names == Names::party)
      out_.report_parties.push_back(std::move(value));
    else if (option.names == Names::figure)
      out_.report_metrics.push_back(std::move(value));
  }

  /// marks = { "up to 5" = "5" }
  static void take_marks(Keys& keys, ReportBlock& out) {
    const TomlValue* marks = keys.table("marks");
    if (marks == nullptr) return;
    Keys inner(*marks, "marks", keys.file(), keys.problems());
    for (const TomlEntry& entry : inner.entries()) {
      const auto written = inner.text_of(entry.value);
      if (!written) continue;
      const ParsedDecimal number = parse_decimal(written->text);
      if (number.fault == DecimalFault::none)
        out.marks.push_back({entry.key, number.value});
      else
        inner.report("W014", written->place, fmt::format("“{}” is not a number", written->text),
                     "write digits with a point, in quotes: \"2.5\"");
    }
  }

  Settings& out_;
  std::set<std::string> sections_, tables_, drawings_, terms_;
  std::set<Kind> once_;
};

}  // namespace

void read_report_settings(const TomlValue& report, Keys& above, Settings& out) {
  PlanReader(out).read(report, above);
}

}  // namespace accord::formats
