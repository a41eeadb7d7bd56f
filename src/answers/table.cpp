#include "answers/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/contract.h"
#include "base/text.h"

namespace accord::answers {

using described::Kind;
using described::Member;
using described::Shown;
using described::Type;
using described::View;

namespace {

bool is_table(const Member& m) {
  return m.type->kind == Kind::list && m.type->of->kind == Kind::object;
}

const Member& chosen_list(const Type& answer, const std::optional<std::string>& rows) {
  const auto found =
      std::find_if(answer.members.begin(), answer.members.end(),
                   [&](const Member& m) { return is_table(m) && (!rows || m.name == *rows); });
  ACCORD_EXPECT(found != answer.members.end());
  return *found;
}

const Member* column(const Type& row, std::string_view name) {
  const auto found = std::find_if(row.members.begin(), row.members.end(), [name](const Member& m) {
    return m.name == name && described::is_column(m);
  });
  return found == row.members.end() ? nullptr : &*found;
}

Problem no_such(std::string_view flag, std::string_view what, std::string_view name,
                const std::vector<std::string_view>& known) {
  const auto near = nearest(name, known);
  return {Severity::error,
          "U004",
          fmt::format("{}: no {} is named “{}”; there are {}", flag, what, name,
                      fmt::join(known, ", ")),
          near ? fmt::format("did you mean “{}”?", *near) : std::string(),
          {},
          {}};
}

struct Key {
  const Member* member;
  bool falls;
};

std::vector<Key> keys_of(const Type& row, const std::string& sort) {
  std::vector<Key> out;
  for (std::string_view name : split(sort, ",")) {
    const bool falls = name.starts_with('-');
    out.push_back({column(row, falls ? name.substr(1) : name), falls});
  }
  return out;
}

/// What is not there comes last.
std::weak_ordering compared(const Key& key, const void* a, const void* b) {
  std::weak_ordering order = std::weak_ordering::equivalent;
  visit(*key.member, a, [&](View left) {
    visit(*key.member, b, [&](View right) {
      left = described::innermost(left);
      right = described::innermost(right);
      if (left.at == nullptr || right.at == nullptr) {
        order = (left.at == nullptr) <=> (right.at == nullptr);
        return;
      }
      order = left.type->compare(left.at, right.at);
      if (key.falls) order = 0 <=> order;
    });
  });
  return order;
}

std::vector<std::size_t> sorted(View rows, const std::vector<Key>& keys) {
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    for (const Key& key : keys) {
      const std::weak_ordering order_of = compared(key, rows[a].at, rows[b].at);
      if (order_of != 0) return order_of < 0;
    }
    return false;
  });
  return order;
}

}  // namespace

std::vector<std::string_view> table_names(const Type& answer) {
  std::vector<std::string_view> out;
  for (const Member& m : answer.members)
    if (is_table(m)) out.push_back(m.name);
  return out;
}

std::optional<Problem> problem_of(const TableChoice& choice, const Type& answer) {
  const auto lists = table_names(answer);
  if (lists.empty()) return std::nullopt;
  if (choice.rows && std::find(lists.begin(), lists.end(), *choice.rows) == lists.end())
    return no_such("--rows", "list", *choice.rows, lists);
  const Type& row = *chosen_list(answer, choice.rows).type->of;
  std::vector<std::string_view> known;
  for (const Member& m : row.members)
    if (described::is_column(m)) known.push_back(m.name);
  for (const auto& [flag, names] :
       {std::pair{"--columns", &choice.columns}, {"--sort", &choice.sort}}) {
    if (!*names) continue;
    for (std::string_view name : split(**names, ",")) {
      if (names == &choice.sort && name.starts_with('-')) name.remove_prefix(1);
      if (column(row, name) == nullptr) return no_such(flag, "column", name, known);
    }
  }
  return std::nullopt;
}

AnswerTable table_of(View answer, const TableChoice& choice, Shown shown) {
  const Member& list = chosen_list(*answer.type, choice.rows);
  AnswerTable out{list.name, {}};
  visit(list, answer.at, [&](View rows) {
    std::vector<const Member*> columns;
    if (choice.columns)
      for (const std::string_view name : split(*choice.columns, ","))
        columns.push_back(column(*rows.type->of, name));
    else
      columns = described::columns_of(*rows.type->of, shown);
    const auto order = choice.sort
                           ? std::optional(sorted(rows, keys_of(*rows.type->of, *choice.sort)))
                           : std::nullopt;
    out.cells = described::cells(rows, std::move(columns), order ? &*order : nullptr);
  });
  return out;
}

std::vector<std::string> lines_of(View answer, std::string_view name) {
  std::vector<std::string> out;
  for (const Member& m : answer.type->members)
    if (m.name == name && m.type == &described::type_of<std::vector<std::string>>)
      visit(m, answer.at,
            [&](View lines) { out = *static_cast<const std::vector<std::string>*>(lines.at); });
  return out;
}

}  // namespace accord::answers
