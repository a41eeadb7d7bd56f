#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A report as plain blocks. Whoever writes the sections decides what is said; the renderers (HTML,
/// Markdown, JSON) only decide how it looks, so that every form says the same.
namespace accord::report {

/// A figure's origin, shown as a sign beside it: how it was come by.
enum class Mark : std::uint8_t { none, found, derived, recalled, estimated };

struct Cell {
  std::string text{};
  Mark mark = Mark::none;
  std::string href{};     ///< "#ev-12", an address, or nothing
  std::string outcome{};  ///< "met", "not met", "not shown", "out of the count": sets a frame, not
                          ///< only a colour
  std::vector<Cell> more{};  ///< further links behind the text, each after a comma
};

struct Column {
  std::string title{};
  bool number = false;  ///< set right
  int width = 0;        ///< per cent of the table; 0: as the content asks
};

struct Row {
  std::string id{};  ///< anchor; may be empty
  std::vector<Cell> cells{};
  bool heading = false;  ///< one cell over all columns: what the rows below have in common
};

struct Table {
  std::string id{}, title{};
  std::string statement{};  ///< one sentence that says what it shows; may be empty
  std::vector<Column> columns{};
  std::vector<Row> rows{};
};

struct Figure {
  std::string id{}, title{}, statement{};
  std::string svg{};
  std::vector<Cell>
      links{};  ///< below the figure, because links inside a drawing are lost in the PDF
};

struct Paragraph {
  enum class Kind : std::uint8_t { text, note, warning };
  std::string text{};
  Kind kind = Kind::text;
};

struct List {
  std::vector<Cell> items{};
};

/// Sentences with links inside, under the name of those whom they are about (may be empty).
struct Statements {
  std::string about{};
  std::vector<std::vector<Cell>> sentences{};
};

using Block = std::variant<Paragraph, List, Statements, Table, Figure>;

struct Section {
  std::string id{};  ///< "summary", "A", "C.1", "annex": capitals and digits are printed
  std::string title{};
  int level = 1;  ///< 1 or 2
  std::vector<Block> blocks{};
};

/// Whether the id stands before the title: "C.1  Deliveries".
[[nodiscard]] bool is_numbered(const Section& section);

/// Whether a figure has a mark of how it was come by: then the report explains the marks.
[[nodiscard]] bool has_marks(const std::vector<Section>& sections);

/// Anchored rows of the annex; `anchor` is "ev-" and the index of the origin.
struct EvidenceRow {
  std::string anchor, id;
  std::string file;       ///< relative to the workspace; empty for a supposed fact
  std::uint32_t row = 0;  ///< line in the file, from 1
  std::string text, source, note, sha256;
  bool supposed = false;
  std::vector<Cell> used_by{};  ///< findings, tables and figures that rest on it

  [[nodiscard]] std::string place() const;  ///< "data/quarterly.csv:15", or ""
};

struct Report {
  std::string title, agreement, subtitle;
  std::string day;  ///< the day reported on, as known on it: "2025-02-26"
  std::string known;
  bool supposed = false;
  std::vector<std::string> summary;  ///< the sentences that a reader may quote
  std::vector<Section> sections;
  std::vector<EvidenceRow> evidence;
  std::string data_hash;  ///< over the sorted hashes of the rows used
};

/// The text cut where an address (http, https) begins or ends; the addresses lead to themselves.
[[nodiscard]] std::vector<Cell> with_links(const std::string& text);

[[nodiscard]] const char* sign(Mark mark);  ///< ● ◆ ○ □, or ""
[[nodiscard]] const char* word(Mark mark);  ///< "found", …, or ""

}  // namespace accord::report
