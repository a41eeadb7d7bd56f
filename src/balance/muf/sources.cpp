#include "balance/muf/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "balance/muf/items_check.h"

namespace accord::balance {

using measurement::Component;
using measurement::Fault;
using measurement::Group;
using measurement::Items;
using measurement::Kind;
using measurement::Method;
using measurement::Names;

namespace {

/// What a key names in braces, for each row of the items.
class Column {
 public:
  Column(const Items& items, std::string_view name) : items_(items), name_(name) {
    if (name == "item") take(items.item, items.items);
    if (name == "stratum") take(items.stratum, items.strata);
    if (name == "method") take(items.method, items.methods);
    for (const Group& group : items.groups)
      if (group.column == name) take(group.id, group.names);
  }
  [[nodiscard]] bool is_there() const { return has_words() || name_ == "measured_in_period"; }
  [[nodiscard]] std::string content(std::size_t row) const {
    return has_words() ? (*words_)[ids_[row]] : std::to_string(measured_in(items_, row));
  }
  [[nodiscard]] std::string_view name() const { return name_; }
  /// It holds words, which have numbers: `id` of `count`.
  [[nodiscard]] bool has_words() const { return words_ != nullptr; }
  [[nodiscard]] std::uint32_t id(std::size_t row) const { return ids_[row]; }
  [[nodiscard]] std::size_t count() const { return words_->size(); }

 private:
  const Items& items_;
  std::string_view name_;
  std::span<const std::uint32_t> ids_;
  const Names* words_ = nullptr;

  void take(std::span<const std::uint32_t> ids, const Names& words) {
    ids_ = ids;
    words_ = &words;
  }
};

class Resolver {
 public:
  Resolver(const Items& items, Prepared& prepared, PreparedItems& faults)
      : items_(items), prepared_(prepared), faults_(faults) {}

  void add(const Method& method, std::uint32_t number) {
    std::vector<ErrorTerm>& terms = prepared_.methods.emplace_back();
    for (const Component& c : method.components) {
      ErrorTerm term{c.sigma, c.kind == Kind::relative, c.systematic, own_source, no_column};
      if (!c.key.empty()) {
        const auto names = measurement::columns_of_key(c.key);
        if (names.empty())
          term.source = prepared_.sources.id(c.key);
        else
          term.column = column(c, names, number);
      }
      terms.push_back(term);
    }
    const std::size_t first = terms.size() - method.products.size();
    for (std::size_t i = 0; i < method.products.size(); ++i) {
      terms[first + i].left = method.products[i][0];
      terms[first + i].right = method.products[i][1];
    }
  }

 private:
  const Items& items_;
  Prepared& prepared_;
  PreparedItems& faults_;

  /// A column of sources for the measurements of this method; those of other methods never look.
  std::uint32_t column(const Component& c, const std::vector<std::string_view>& names,
                       std::uint32_t method) {
    std::vector<Column> columns;
    for (const std::string_view name : names) {
      columns.emplace_back(items_, name);
      if (!columns.back().is_there()) return report_missing(c, name);
    }
    std::vector<std::uint32_t> sources(prepared_.value_kg.size());
    // What one column holds has one source: its text is made once.
    const bool one = columns.size() == 1 && columns.front().has_words();
    std::vector<std::uint32_t> known(one ? columns.front().count() : 0, Names::none);
    for (std::size_t m = 0; m < sources.size(); ++m) {
      if (prepared_.method[m] != method) continue;
      const std::size_t row = prepared_.first_row[m];
      if (one && known[columns.front().id(row)] != Names::none) {
        sources[m] = known[columns.front().id(row)];
        continue;
      }
      sources[m] = prepared_.sources.id(filled(c.key, columns, row));
      // Every row where nothing stands is reported.
      if (one && !columns.front().content(row).empty()) known[columns.front().id(row)] = sources[m];
    }
    prepared_.source_columns.push_back(std::move(sources));
    return static_cast<std::uint32_t>(prepared_.source_columns.size() - 1);
  }

  std::uint32_t report_missing(const Component& c, std::string_view name) {
    faults_.method_faults.push_back(
        {Severity::error, "B015",
         fmt::format("the source “{}” names the column “{}”, which the items do not have", c.key,
                     name),
         "name a column of the items in braces, such as {item}, {stratum} or {measured_in_period}",
         c.row, "source_key"});
    return no_column;
  }

  std::string filled(std::string_view key, const std::vector<Column>& columns, std::size_t row) {
    std::string out;
    std::size_t at = 0;
    for (const Column& column : columns) {
      const std::size_t open = key.find('{', at);
      out += key.substr(at, open - at);
      const std::string content = column.content(row);
      if (content.empty()) report_empty(key, column, row);
      out += content;
      at = key.find('}', open) + 1;
    }
    return out + std::string(key.substr(at));
  }

  void report_empty(std::string_view key, const Column& column, std::size_t row) {
    faults_.faults.push_back(
        {Severity::error, "B019",
         fmt::format("“{}” is empty, but the source “{}” of its method names it", column.name(),
                     key),
         "fill it in: items with the same content share the error", row,
         std::string(column.name())});
  }
};

}  // namespace

void resolve_sources(const Items& items, std::span<const Method> methods, Prepared& prepared,
                     PreparedItems& faults) {
  Resolver resolver(items, prepared, faults);
  for (std::size_t i = 0; i < methods.size(); ++i)
    resolver.add(methods[i], static_cast<std::uint32_t>(i));
  for (const auto& column : prepared.source_columns) prepared.column_spans.emplace_back(column);
}

}  // namespace accord::balance
