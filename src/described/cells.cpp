#include "described/cells.h"

#include "base/contract.h"

namespace accord::described {

namespace {

void print(View value, std::string& out) {
  if (value.type->kind == Kind::maybe) {
    if (value.size() == 1) print(value[0], out);
    return;
  }
  value.type->print(value.at, out);
}

}  // namespace

const Type& inner(const Type& type) {
  return type.kind == Kind::maybe ? inner(*type.of) : type;
}

bool is_column(const Member& member, Shown shown) {
  return inner(*member.type).print != nullptr &&
         (member.use == Use::everywhere || member.use == Use::table) &&
         (member.is_short || shown == Shown::all);
}

Cells cells(View rows, Shown shown) {
  ACCORD_EXPECT(rows.type->kind == Kind::list && rows.type->of->kind == Kind::object);
  Cells out;
  for (const Member& m : rows.type->of->members)
    if (is_column(m, shown)) out.columns.push_back(&m);
  const std::size_t size = rows.size();
  out.rows.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const View row = rows[i];
    std::vector<std::string>& line = out.rows.emplace_back(out.columns.size());
    for (std::size_t c = 0; c < line.size(); ++c)
      visit(*out.columns[c], row.at, [&](View value) { print(value, line[c]); });
  }
  return out;
}

}  // namespace accord::described
