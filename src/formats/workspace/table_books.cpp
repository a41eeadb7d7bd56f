#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "accounting/books/stock.h"
#include "accounting/reports/entry_lines.h"
#include "base/english.h"
#include "base/text.h"
#include "formats/accounts/accounts.h"
#include "formats/accounts/report_files.h"
#include "formats/workspace/intake.h"
#include "seal/sha256.h"

/// Figures out of the accountancy reports of a party.
namespace accord::formats {

namespace {

namespace fs = std::filesystem;
using accounting::Report;
using accounting::StockFigure;
using evidence::Relation;

constexpr std::size_t entries_named_max = 4;

/// "ZZA1/2/1": area, report, entry, as `accord books` names them.
std::string name_of(const Report& source, const accounting::Entry* entry) {
  std::string out = fmt::format("{}/{}", source.header.mba, source.header.number);
  if (entry != nullptr) out += fmt::format("/{}", accounting::name_of(*entry));
  return out;
}

std::string material_words(const accounting::StockQuery& query) {
  std::string out;
  for (const material::Kind kind : query.elements)
    out += fmt::format("{}{}", out.empty() ? "" : " and ", material::facts(kind).name);
  if (query.above) out += fmt::format(" above {} %", to_string(*query.above));
  if (query.up_to)
    out += fmt::format("{} up to {} %", query.above ? " and" : "", to_string(*query.up_to));
  return out;
}

/// One metric of the books as observations.
class Figures {
 public:
  Figures(Intake& intake, const PartyBooks& books, const BookMetric& metric, fs::path place)
      : intake_(intake), books_(books), metric_(metric), place_(std::move(place)) {}

  void add(const StockFigure& figure) {
    evidence::Observation out;
    out.metric = metric_.metric;
    out.unit = metric_.unit;
    const ParsedDecimal value = parse_decimal(amount(figure.stock.amount));
    const bool shown = figure.stock.below_zero == 0 && value.fault == DecimalFault::none;
    out.relation = shown ? relation_of(figure) : Relation::no_figure;
    if (out.relation != Relation::no_figure) out.value = value.value;
    for (const accounting::Finding* finding : figure.unread) out.unread.push_back(unread(*finding));
    out.head.valid = figure.valid;
    out.head.known = figure.known;
    out.head.grade = evidence::Grade::declared;
    out.head.trace = evidence::Trace::derived;
    out.head.party = books_.party;
    out.head.origin = intake_.add(origin(figure, out.relation));
    intake_.workspace.records.observations.push_back(std::move(out));
  }

 private:
  Intake& intake_;
  const PartyBooks& books_;
  const BookMetric& metric_;
  fs::path place_;  ///< of the reports, within the workspace
  accounting::EntryLines lines_;

  std::map<const accounting::Finding*, std::uint32_t> unread_;  ///< as they stand in the records

  static Relation relation_of(const StockFigure& figure) {
    using accounting::Bound;
    const bool more = figure.bound == Bound::at_least || figure.stock.unknown > 0;
    const bool less = figure.bound == Bound::at_most;
    if (figure.bound == Bound::none || (more && less)) return Relation::no_figure;
    return more ? Relation::at_least : less ? Relation::at_most : Relation::equal;
  }

  /// Of several metrics the same.
  std::uint32_t unread(const accounting::Finding& f) {
    std::vector<evidence::Unread>& all = intake_.workspace.records.unread;
    const auto [place, is_new] = unread_.try_emplace(&f, static_cast<std::uint32_t>(all.size()));
    if (is_new)
      all.push_back({path_of(f.file), f.place.line, f.place.column,
                     f.label == 0 ? std::string() : fmt::format("{:03}", f.label), f.found});
    return place->second;
  }

  [[nodiscard]] std::string path_of(const std::string& file) const {
    return (place_ / file).lexically_normal().generic_string();
  }
  [[nodiscard]] std::string amount(material::MassSum mass) const {
    return material::to_string(mass, metric_.counted_in);
  }
  [[nodiscard]] std::string with_unit(material::MassSum mass) const {
    return fmt::format("{} {}", amount(mass),
                       metric_.counted_in == material::MassUnit::gram ? "g" : "kg");
  }

  evidence::Origin origin(const StockFigure& figure, Relation relation) {
    const Report& source = *figure.source;
    evidence::Origin out;
    out.id = name_of(source, figure.entry);
    out.file = path_of(source.file);
    const auto [line, bytes] = row(source, figure.entry);
    out.row = line;
    out.sha256 = seal::sha256_hex(bytes);
    out.source =
        fmt::format("accountancy reports of {}, {}", books_.party, books_.accounts->profile.title);
    out.text = text(figure, relation);
    out.note = fmt::format(
        "all changes: the inventory changes of the accounts {}{} up to {}, as known on {}",
        books_.folder, figure.areas.size() == 1 ? fmt::format(", area {},", figure.areas[0]) : "",
        to_string(figure.valid), to_string(figure.known));
    return out;
  }

  /// The line of the weight asked for, else of the entry, else of the report.
  [[nodiscard]] std::pair<std::uint32_t, std::string_view> row(const Report& source,
                                                               const accounting::Entry* entry) {
    const std::string_view text = *source.text;
    const accounting::Element* element = nullptr;
    if (entry != nullptr) {
      for (const material::Kind kind : metric_.query.elements)
        if (element == nullptr) element = source.find(*entry, static_cast<accounting::Label>(kind));
      if (element == nullptr && entry->element_count > 0)
        element = &source.elements[entry->elements];
    }
    if (element == nullptr) return {1, text.substr(0, text.find('\n'))};
    const std::size_t at = element->offset;
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    return {lines_.of(source, *element), trimmed_end(text.substr(begin, end - begin))};
  }
  /// Without the carriage return of a line end.
  static std::string_view trimmed_end(std::string_view line) {
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
  }

  [[nodiscard]] std::string text(const StockFigure& figure, Relation relation) const {
    std::string out;
    if (relation == Relation::no_figure)
      out = figure.bound != accounting::Bound::exact
                ? fmt::format("no figure of {}: the book is incomplete",
                              material_words(metric_.query))
            : figure.stock.below_zero > 0
                ? fmt::format("no figure of {}: the books go below zero or count a movement twice",
                              material_words(metric_.query))
                : fmt::format("no figure of {}: too many digits", material_words(metric_.query));
    else
      out = fmt::format("{}{} of {}",
                        relation == Relation::at_least  ? "at least "
                        : relation == Relation::at_most ? "at most "
                                                        : "",
                        with_unit(figure.stock.amount), material_words(metric_.query));
    out += fmt::format(
        ", book of {} ({} since the last inventories)",
        figure.areas.empty() ? "no area" : fmt::format("{}", fmt::join(figure.areas, ", ")),
        counted(figure.stock.entries, "entry", "entries"));
    if (relation == Relation::at_least && figure.stock.unknown > 0)
      out += fmt::format("; {} cannot be told apart", counted(figure.stock.unknown, "part"));
    if (figure.unread_count > 0)
      out += fmt::format("; {} cannot be read", counted(figure.unread_count, "place"));
    for (std::size_t i = 0; i < std::min(figure.moved.size(), entries_named_max); ++i)
      out += fmt::format("{} {}", i == 0 ? "; on this day:" : ",", moved(figure.moved[i]));
    if (figure.moved.size() > entries_named_max)
      out += fmt::format(" and {} more", figure.moved.size() - entries_named_max);
    if (figure.entry != nullptr && figure.entry->reference)
      out += fmt::format(
          "; known from {}, which {} {}/{}/{}", name_of(*figure.source, figure.entry),
          figure.entry->status == accounting::Status::added     ? "adds"
          : figure.entry->status == accounting::Status::removes ? "deletes"
                                                                : "corrects",
          figure.source->header.mba, figure.entry->reference.report, figure.entry->reference.entry);
    return out;
  }

  /// "RF 120 kg FA001 (ZZA1/2/1)"; entries of a list have no code.
  [[nodiscard]] std::string moved(const accounting::EffectiveEntry& e) const {
    material::MassSum sum;
    for (const material::Kind kind : metric_.query.elements)
      if (const accounting::Weight* w = e.source->weight(*e.entry, kind)) sum += w->mass;
    const std::string code = e.entry->code == 0 ? "listed" : accounting::to_string(e.entry->code);
    return fmt::format("{} {} {} ({})", code, with_unit(sum), e.entry->batch,
                       name_of(*e.source, e.entry));
  }
};

/// Files of the accounts join those of the workspace, under their names there.
void take_files(Workspace& workspace, const std::string& folder, const fs::path& place,
                const Accounts& accounts) {
  const auto path = [&](const fs::path& name) {
    return (fs::path(folder) / name).lexically_normal().generic_string();
  };
  for (const Report& r : accounts.reports)
    workspace.files.push_back({(place / r.file).lexically_normal().generic_string(),
                               seal::sha256_hex(*r.text), r.entries.size()});
  for (const auto& [name, text] : accounts.texts) {
    workspace.files.push_back({path(name), seal::sha256_hex(text), 0});
    workspace.texts.emplace(path(name), text);
  }
  for (Problem problem : accounts.problems) {
    problem.file = path(problem.file);
    workspace.problems.push_back(std::move(problem));
  }
}

/// The accounts, or a problem at the place that names them.
std::shared_ptr<const Accounts> accounts_of(Intake& intake) {
  const Setting& folder = intake.settings.books.folder;
  if (folder.empty() || !stays_inside(intake.workspace, folder)) return nullptr;
  const fs::path path = intake.workspace.root / folder.text;
  std::error_code error;
  if (!fs::is_directory(path, error) && !error) {
    intake.report("W004", folder.place, fmt::format("there is no folder “{}”", folder.text),
                  "name the folder of the accounts, which holds a folder reports");
    return nullptr;
  }
  Result<Accounts> read = read_accounts(path);
  if (!read) {
    const Error& e = read.error();
    const bool inside = e.where != path.string();
    intake.report(e.code == "C007" ? "W004" : e.code.c_str(), folder.place,
                  fmt::format("“{}”: {}{}", folder.text, inside ? e.where + ": " : "", e.message),
                  e.remedy);
    return nullptr;
  }
  return std::make_shared<const Accounts>(std::move(*read));
}

/// A figure of an area that has no report would be “at least nothing” by a slip of the pen.
void check_areas(Intake& intake, const Accounts& accounts) {
  std::set<std::string_view> areas;
  for (const Report& r : accounts.reports) areas.insert(r.header.mba);
  for (const accounting::AreaFacts& area : accounts.tables.areas) areas.insert(area.mba);
  const std::vector<std::string_view> known(areas.begin(), areas.end());
  for (const BookMetricSettings& metric : intake.settings.books.metrics)
    for (const Setting& area : metric.areas) {
      if (areas.contains(area.text)) continue;
      const auto near = nearest(area.text, known);
      intake.report("W009", area.place, fmt::format("no report is of the area “{}”", area.text),
                    near ? fmt::format("did you mean “{}”?", *near) : "");
    }
}

}  // namespace

void read_books(Intake& intake) {
  const auto accounts = accounts_of(intake);
  if (accounts == nullptr) return;
  PartyBooks& books = intake.workspace.books;
  books.folder = intake.settings.books.folder.text;
  books.party = intake.settings.books.party.text;
  books.accounts = accounts;
  const fs::path& root = intake.workspace.root;
  const fs::path place = reports_place(root / books.folder).lexically_relative(root);
  take_files(intake.workspace, books.folder, place, *accounts);
  if (has_errors(accounts->problems)) return;
  check_areas(intake, *accounts);
  std::vector<std::string_view> areas;
  for (const accounting::AreaFacts& area : accounts->tables.areas) areas.emplace_back(area.mba);
  std::vector<accounting::StockQuery> queries;
  for (const BookMetricSettings& metric : intake.settings.books.metrics) {
    books.metrics.push_back(
        {metric.metric.text, metric.query, metric.unit.text, metric.counted_in});
    queries.push_back(metric.query);
  }
  const auto figures = accounting::stock_figures(
      accounts->reports, accounting::signs_of(accounts->profile), areas, queries);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figures out(intake, books, books.metrics[i], place);
    for (const StockFigure& figure : figures[i]) out.add(figure);
  }
}

}  // namespace accord::formats
