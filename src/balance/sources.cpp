#include "balance/sources.h"

#include <fmt/format.h>

#include <algorithm>

#include "balance/items_check.h"

namespace accord::balance {

using measurement::Component;
using measurement::Fault;
using measurement::Group;
using measurement::Items;
using measurement::Kind;
using measurement::Method;

namespace {

/// What a key names in braces, for each row of the items.
class Column {
 public:
  Column(const Items& items, std::string_view name) : items_(items), name_(name) {
    for (const Group& group : items.groups)
      if (group.column == name) group_ = &group;
  }
  [[nodiscard]] bool is_there() const {
    return group_ != nullptr || name_ == "item" || name_ == "stratum" || name_ == "method" ||
           name_ == "measured_in_period";
  }
  [[nodiscard]] std::string content(std::size_t row) const {
    if (group_ != nullptr) return group_->names[group_->id[row]];
    if (name_ == "item") return items_.items[items_.item[row]];
    if (name_ == "stratum") return items_.strata[items_.stratum[row]];
    if (name_ == "method") return items_.methods[items_.method[row]];
    return std::to_string(measured_in(items_, row));
  }
  [[nodiscard]] std::string_view name() const { return name_; }

 private:
  const Items& items_;
  std::string_view name_;
  const Group* group_ = nullptr;
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
    for (std::size_t m = 0; m < sources.size(); ++m)
      if (prepared_.method[m] == method)
        sources[m] = prepared_.sources.id(filled(c.key, columns, prepared_.first_row[m]));
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
