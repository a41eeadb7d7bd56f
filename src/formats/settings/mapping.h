#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/record.h"
#include "formats/text/day_form.h"
#include "formats/text/setting.h"

/// What accord.toml says of a table in the user's own columns: [[table]], [events.kinds].
namespace accord::formats {

/// A text with cells put in: "P-{invoice}". A text without braces stands in every row.
struct Template {
  struct Part {
    std::string text;  ///< as it is, or the name of a column
    bool is_column = false;
  };
  Setting setting;
  std::vector<Part> parts;
  [[nodiscard]] bool empty() const { return parts.empty(); }
  [[nodiscard]] bool is_fixed() const { return parts.size() == 1 && !parts[0].is_column; }
};

/// One thing that a row of the table says.
struct Meaning {
  enum class Kind : std::uint8_t {
    event,
    measure,
    seen,
    not_seen,
    ceases,
    suspends,
    resumes,
    refuses
  };
  Kind kind = Kind::event;
  Setting name;                                             ///< of the event, measure or activity
  Template value, unit;                                     ///< measure
  evidence::Relation relation = evidence::Relation::equal;  ///< measure
  bool optional = false;       ///< measure: an empty cell says nothing, instead of “not known”
  bool in_part = false;        ///< event
  bool outside = false;        ///< seen, not seen: everywhere but there
  std::vector<Setting> sites;  ///< seen, not seen; empty: everywhere
  std::vector<Setting> terms;  ///< suspends, resumes, refuses
};

/// What rows of a kind say.
struct KindMeanings {
  Setting kind;
  std::vector<Meaning> meanings;
};

/// The fields of a record that a table can fill, in the order of `mapped_fields`.
enum class MappedField : std::uint8_t {
  id,
  date,
  known,
  kind,
  party,
  by,
  answers,
  part,
  grade,
  mark,
  u,
  k,
  replaces,
  title,
  text,
  note,
  source,
  background
};
inline constexpr std::size_t field_count = 18;

struct FieldWord {
  std::string_view key;     ///< in accord.toml
  std::string_view column;  ///< of the events table, which says what it means
};
/// The one list of the keys of [[table]] that fill a field (docs/reference/workspace.md).
inline constexpr std::array<FieldWord, field_count> mapped_fields{{{"id", "event_id"},
                                                                   {"date", "date"},
                                                                   {"known", "known_date"},
                                                                   {"kind", "category"},
                                                                   {"party", "party"},
                                                                   {"by", "by"},
                                                                   {"answers", "answers"},
                                                                   {"part", "part"},
                                                                   {"grade", "grade"},
                                                                   {"mark", "verified"},
                                                                   {"u", "u"},
                                                                   {"k", "k"},
                                                                   {"replaces", "replaces"},
                                                                   {"title", "title"},
                                                                   {"text", "description"},
                                                                   {"note", "dispute_note"},
                                                                   {"source", "source"},
                                                                   {"background", "background"}}};

struct MappedTable {
  Setting file;
  Place place;  ///< of [[table]]
  char separator = ',';
  std::optional<DayForm> days;  ///< none: YYYY-MM-DD
  NumberForm numbers;
  std::array<Template, field_count> fields;
  std::vector<Meaning> says;        ///< every row
  std::vector<KindMeanings> kinds;  ///< rows of a kind, besides

  [[nodiscard]] const Template& field(MappedField field) const {
    return fields[static_cast<std::size_t>(field)];
  }
};

}  // namespace accord::formats
