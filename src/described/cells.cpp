#include "described/cells.h"

#include <fmt/format.h>

#include "base/contract.h"

namespace accord::described {

namespace {

void print(View value, std::string& out) {
  if (value.type->kind == Kind::maybe) {
    if (value.size() == 1) print(value[0], out);
    return;
  }
  if (value.type->kind == Kind::list)
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out += '|';
      print(value[i], out);
    }
  if (value.type->print != nullptr) value.type->print(value.at, out);
}

void print(const Member& member, View value, std::string& out) {
  if (member.cell_form.empty()) return print(value, out);
  value = innermost(value);
  if (value.at == nullptr) return;
  out += fmt::format(fmt::runtime(member.cell_form), value.type->number(value.at));
}

}  // namespace

const Type& inner(const Type& type) {
  return type.kind == Kind::maybe ? inner(*type.of) : type;
}

bool is_single(const Type& type) {
  return inner(type.kind == Kind::list ? *type.of : type).print != nullptr;
}

bool is_column(const Member& member, Shown shown) {
  return is_single(*member.type) && (member.use == Use::everywhere || member.use == Use::table) &&
         (member.is_short || shown == Shown::all);
}

View innermost(View value) {
  while (value.type->kind == Kind::maybe || value.type->kind == Kind::list) {
    if (value.size() == 0) return {nullptr, value.type->of};
    value = value[value.size() - 1];
  }
  return value;
}

std::string cell(View value) {
  std::string out;
  print(value, out);
  return out;
}

std::vector<const Member*> columns_of(const Type& row, Shown shown) {
  std::vector<const Member*> out;
  for (const Member& m : row.members)
    if (is_column(m, shown)) out.push_back(&m);
  return out;
}

Cells cells(View rows, Shown shown) {
  return cells(rows, columns_of(*rows.type->of, shown));
}

Cells cells(View rows, std::vector<const Member*> columns, const std::vector<std::size_t>* order) {
  ACCORD_EXPECT(rows.type->kind == Kind::list && rows.type->of->kind == Kind::object);
  Cells out{std::move(columns), {}};
  const std::size_t size = rows.size();
  out.rows.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const View row = rows[order == nullptr ? i : (*order)[i]];
    std::vector<std::string>& line = out.rows.emplace_back(out.columns.size());
    for (std::size_t c = 0; c < line.size(); ++c)
      visit(*out.columns[c], row.at, [&](View value) { print(*out.columns[c], value, line[c]); });
  }
  return out;
}

}  // namespace accord::described
