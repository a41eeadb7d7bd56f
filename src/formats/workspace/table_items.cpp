#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "formats/workspace/intake.h"
#include "items/items.h"

/// Items as declared, changed, notified and inspected.
namespace accord::formats {

namespace {

using items::ItemChange;
using items::ItemWord;

constexpr std::array<std::string_view, 2> declaration_kinds{"initial", "update"};
constexpr std::array<std::string_view, 7> change_kinds{
    "produced", "arrived", "moved", "status_changed", "converted", "eliminated", "left"};
constexpr std::array<std::string_view, 8> notice_kinds{
    "departure",      "arrival",   "produced",   "arrived",
    "status_changed", "converted", "eliminated", "left"};

/// What every table of items has: a row id, a party, days, words.
class ItemsReader {
 public:
  ItemsReader(Intake& intake, Sheet& sheet)
      : intake_(intake), sheet_(sheet), tables_(intake.workspace.items) {}

 protected:
  ItemWord word(const Row& row, Sheet::Column column) {
    return tables_.names.word(sheet_.text(row, column));
  }
  ItemWord needed(const Row& row, Sheet::Column column) {
    return tables_.names.word(sheet_.needed_text(row, column));
  }
  ItemWord party(const Row& row, Sheet::Column column) {
    return tables_.names.word(intake_.party(sheet_, row, column));
  }
  /// The known day, or the day itself; nothing when it is before it (I010).
  std::optional<Day> known(const Row& row, Sheet::Column column, Day day) {
    const std::optional<Day> out = sheet_.day(row, column);
    if (!out) return day;
    if (*out >= day) return out;
    sheet_.report(
        row, column, "I010",
        fmt::format("known on {}, before the day it is about, {}", to_string(*out), to_string(day)),
        "correct one of the two days");
    return std::nullopt;
  }
  std::uint32_t origin(const Row& row, Sheet::Column id, Sheet::Column source, std::string text) {
    evidence::Origin out = sheet_.origin(row, sheet_.text(row, id));
    out.source = sheet_.text(row, source);
    out.text = std::move(text);
    return intake_.add(std::move(out));
  }

  Intake& intake_;
  Sheet& sheet_;
  items::ItemTables& tables_;
};

class DeclarationsReader : ItemsReader {
 public:
  using ItemsReader::ItemsReader;
  void read() {
    if (!sheet_.is_complete()) return;
    sheet_.order_by_id(id_);
    for (const Row& row : sheet_.rows()) read_row(row);
  }

 private:
  void read_row(const Row& row) {
    items::ItemDeclaration out;
    out.id = word(row, id_);
    out.party = party(row, party_);
    const auto day = sheet_.needed_day(row, as_of_);
    const auto kind = sheet_.word(row, kind_, declaration_kinds);
    out.item = needed(row, item_);
    out.type = needed(row, type_);
    out.site = needed(row, site_);
    out.status = needed(row, status_);
    const auto known_day = day ? known(row, known_, *day) : std::nullopt;
    if (!known_day || !kind || out.party == 0 || out.item == 0 || out.type == 0 || out.site == 0 ||
        out.status == 0)
      return;
    out.day = *day;
    out.known = *known_day;
    out.update = *kind == 1;
    out.origin =
        origin(row, id_, source_,
               fmt::format("{}: {} at {}, {}", sheet_.text(row, item_), sheet_.text(row, type_),
                           sheet_.text(row, site_), sheet_.text(row, status_)));
    tables_.declarations.push_back(out);
  }

  Sheet::Column id_ = sheet_.need("row_id"), party_ = sheet_.need("party"),
                as_of_ = sheet_.need("as_of_date"), known_ = sheet_.find("known_date"),
                kind_ = sheet_.need("kind"), item_ = sheet_.need("item_id"),
                type_ = sheet_.need("type"), site_ = sheet_.need("site"),
                status_ = sheet_.need("status"), source_ = sheet_.find("source");
};

class ChangesReader : ItemsReader {
 public:
  using ItemsReader::ItemsReader;
  void read() {
    if (!sheet_.is_complete()) return;
    sheet_.order_by_id(id_);
    for (const Row& row : sheet_.rows()) read_row(row);
  }

 private:
  /// The cells that the kind of change needs; I007 for each that is empty.
  bool is_complete(const Row& row, ItemChange::Kind kind) {
    std::vector<Sheet::Column> columns;
    switch (kind) {
      case ItemChange::Kind::produced:
      case ItemChange::Kind::arrived:
        columns = {type_, to_site_, status_};
        break;
      case ItemChange::Kind::moved:
        columns = {from_site_, to_site_};
        break;
      case ItemChange::Kind::status_changed:
        columns = {status_};
        break;
      case ItemChange::Kind::converted:
        columns = {type_};
        break;
      case ItemChange::Kind::eliminated:
      case ItemChange::Kind::left:
        break;
    }
    bool out = true;
    for (const Sheet::Column column : columns)
      out = !sheet_.needed_text(row, column).empty() && out;
    return out;
  }

  void read_row(const Row& row) {
    ItemChange out;
    out.id = word(row, id_);
    out.party = party(row, party_);
    out.item = needed(row, item_);
    const auto day = sheet_.needed_day(row, date_);
    const auto kind = sheet_.word(row, kind_, change_kinds);
    const auto known_day = day ? known(row, known_, *day) : std::nullopt;
    if (!kind || !is_complete(row, static_cast<ItemChange::Kind>(*kind)) || !known_day ||
        out.party == 0 || out.item == 0)
      return;
    out.kind = static_cast<ItemChange::Kind>(*kind);
    out.type = word(row, type_);
    out.from_type = word(row, from_type_);
    out.to_site = word(row, to_site_);
    out.from_site = word(row, from_site_);
    out.status = word(row, status_);
    out.from_status = word(row, from_status_);
    out.day = *day;
    out.known = *known_day;
    out.origin = origin(row, id_, source_,
                        fmt::format("{}: {}", sheet_.text(row, item_), change_kinds[*kind]));
    tables_.changes.push_back(out);
  }

  Sheet::Column id_ = sheet_.need("change_id"), date_ = sheet_.need("date"),
                known_ = sheet_.find("known_date"), party_ = sheet_.need("party"),
                kind_ = sheet_.need("kind"), item_ = sheet_.need("item_id"),
                type_ = sheet_.find("type"), from_type_ = sheet_.find("from_type"),
                from_site_ = sheet_.find("from_site"), to_site_ = sheet_.find("to_site"),
                status_ = sheet_.find("status"), from_status_ = sheet_.find("from_status"),
                source_ = sheet_.find("source");
};

class NoticesReader : ItemsReader {
 public:
  using ItemsReader::ItemsReader;
  void read() {
    if (!sheet_.is_complete()) return;
    sheet_.order_by_id(id_);
    for (const Row& row : sheet_.rows()) read_row(row);
  }

 private:
  void read_row(const Row& row) {
    items::ItemNotice out;
    out.id = word(row, id_);
    out.party = party(row, party_);
    out.item = needed(row, item_);
    const auto kind = sheet_.word(row, kind_, notice_kinds);
    const auto day = sheet_.needed_day(row, date_);
    const auto change_day = sheet_.needed_day(row, change_date_);
    // Departures and arrivals are of a place; other notices need none.
    const bool has_site = !kind || *kind > 1 ? true : !sheet_.needed_text(row, site_).empty();
    if (!kind || !day || !change_day || !has_site || out.party == 0 || out.item == 0) return;
    out.kind = tables_.names.word(notice_kinds[*kind]);
    out.site = word(row, site_);
    out.day = *day;
    out.change_day = *change_day;
    out.origin =
        origin(row, id_, source_,
               fmt::format("Notice of {}: {}", notice_kinds[*kind], sheet_.text(row, item_)));
    tables_.notices.push_back(out);
  }

  Sheet::Column id_ = sheet_.need("notice_id"), date_ = sheet_.need("date"),
                party_ = sheet_.need("party"), kind_ = sheet_.need("kind"),
                item_ = sheet_.need("item_id"), site_ = sheet_.need("site"),
                change_date_ = sheet_.need("change_date"), source_ = sheet_.find("source");
};

class InspectionsReader : ItemsReader {
 public:
  using ItemsReader::ItemsReader;
  void read() {
    if (!sheet_.is_complete()) return;
    sheet_.order_by_id(row_id_);
    for (const Row& row : sheet_.rows()) read_row(row);
  }

 private:
  std::optional<std::int64_t> counted(const Row& row) {
    if (sheet_.needed_text(row, counted_).empty()) return std::nullopt;
    const auto number = sheet_.number(row, counted_);
    if (!number || number->scale == 0)
      return number ? std::optional(number->mantissa) : std::nullopt;
    sheet_.report(row, counted_, "I008",
                  fmt::format("“{}” is not a whole number", sheet_.text(row, counted_)),
                  "write the number of items counted");
    return std::nullopt;
  }

  void read_row(const Row& row) {
    items::ItemInspection out;
    out.id = needed(row, id_);
    out.party = party(row, party_);
    out.inspector = party(row, inspector_);
    out.kind = needed(row, kind_);
    out.site = needed(row, site_);
    out.type = needed(row, type_);
    out.status = word(row, status_);
    const auto day = sheet_.needed_day(row, date_);
    const auto known_day = day ? known(row, known_, *day) : std::nullopt;
    const auto number = counted(row);
    for (const std::string& item : sheet_.parts(row, items_, ";"))
      out.items.push_back(tables_.names.word(item));
    if (!known_day || !number || out.id == 0 || out.party == 0 || out.inspector == 0 ||
        out.kind == 0 || out.site == 0 || out.type == 0)
      return;
    out.counted = *number;
    out.day = *day;
    out.known = *known_day;
    out.origin = origin(row, row_id_, source_,
                        fmt::format("{} {} counted at {}", *number, sheet_.text(row, type_),
                                    sheet_.text(row, site_)));
    tables_.inspections.push_back(std::move(out));
  }

  Sheet::Column row_id_ = sheet_.need("row_id"), id_ = sheet_.need("inspection_id"),
                date_ = sheet_.need("date"), known_ = sheet_.find("known_date"),
                party_ = sheet_.need("party"), inspector_ = sheet_.need("inspector"),
                kind_ = sheet_.need("kind"), site_ = sheet_.need("site"),
                type_ = sheet_.need("type"), status_ = sheet_.find("status"),
                counted_ = sheet_.need("counted"), items_ = sheet_.find("item_ids"),
                source_ = sheet_.find("source");
};

template <class Reader>
void read_table(Intake& intake, const Setting& path) {
  if (auto sheet = intake.sheet(path)) Reader(intake, *sheet).read();
}

/// A metric that counts a word no item carries would be zero by a slip of the pen.
void check_words(Intake& intake) {
  const items::ItemTables& tables = intake.workspace.items;
  std::set<std::string_view> words;
  const auto take = [&](ItemWord type, ItemWord site, ItemWord status) {
    for (const ItemWord word : {type, site, status}) words.insert(tables.names.text(word));
  };
  for (const auto& d : tables.declarations) take(d.type, d.site, d.status);
  for (const auto& c : tables.changes) take(c.type, c.to_site, c.status);
  const std::vector<std::string_view> known(words.begin(), words.end());
  for (const Setting& word : intake.settings.item_words) {
    if (words.contains(word.text)) continue;
    const auto near = nearest(word.text, known);
    intake.report("W009", word.place,
                  fmt::format("no item has the type, site or status “{}”", word.text),
                  near ? fmt::format("did you mean “{}”?", *near) : "");
  }
}

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// “Deployed” where a metric counts “deployed”: the item would be left out of the count in silence.
void check_spelling(Intake& intake) {
  std::map<std::string, std::string_view> counted;
  std::set<std::string_view> exact;
  for (const Setting& word : intake.settings.item_words) {
    counted.emplace(small(word.text), word.text);
    exact.insert(word.text);
  }
  const items::ItemTables& tables = intake.workspace.items;
  const auto look = [&](ItemWord word, std::uint32_t origin) {
    const std::string_view text = tables.names.text(word);
    const auto near = counted.find(small(text));
    if (near == counted.end() || exact.contains(text)) return;
    const evidence::Origin& row = intake.workspace.records.origins[origin];
    intake.workspace.problems.push_back({Severity::error,
                                         "I011",
                                         fmt::format("no metric counts “{}”", text),
                                         fmt::format("did you mean “{}”?", near->second),
                                         row.file,
                                         {row.row, 1, 1}});
  };
  for (const auto& d : tables.declarations)
    for (const ItemWord word : {d.type, d.site, d.status}) look(word, d.origin);
  for (const auto& c : tables.changes)
    for (const ItemWord word : {c.type, c.to_site, c.status}) look(word, c.origin);
}

}  // namespace

void read_items(Intake& intake) {
  const Settings& settings = intake.settings;
  intake.workspace.item_settings = settings.item_settings;
  read_table<DeclarationsReader>(intake, settings.item_database);
  read_table<ChangesReader>(intake, settings.item_changes);
  read_table<NoticesReader>(intake, settings.item_notices);
  read_table<InspectionsReader>(intake, settings.item_inspections);
  if (intake.workspace.items.empty()) return;
  check_words(intake);
  check_spelling(intake);
  evidence::Records made = item_records(intake.workspace.items, settings.item_settings);
  evidence::Records& records = intake.workspace.records;
  std::move(made.observations.begin(), made.observations.end(),
            std::back_inserter(records.observations));
  std::move(made.events.begin(), made.events.end(), std::back_inserter(records.events));
}

}  // namespace accord::formats
