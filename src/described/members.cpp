#include "described/type.h"

namespace accord::described {

std::size_t kind_of(View object) {
  std::size_t out = 0;
  if (object.type->which_kind != nullptr)
    visit(*object.type->which_kind, object.at, [&](View word) { out = word.type->which(word.at); });
  return out;
}

bool speaks(const Member& member, View object) {
  return member.kinds == 0 || (member.kinds >> kind_of(object) & 1U) != 0;
}

std::uint8_t role_of(const Member& member, View object) {
  return member.role_of_kind.empty() ? member.role : member.role_of_kind[kind_of(object)];
}

std::string_view name_of(View object) {
  for (const Member& m : object.type->members) {
    bool is_true = false;
    if (!m.name_if_true.empty())
      visit(m, object.at, [&](View v) { is_true = *static_cast<const bool*>(v.at); });
    if (is_true) return m.name_if_true;
  }
  return object.type->name;
}

View inside(View value) {
  if (value.type->kind == Kind::maybe && value.size() == 1) return inside(value[0]);
  if (value.type->kind == Kind::one_of)
    return inside({value.type->inside(value.at), value.type->among[value.type->which(value.at)]});
  return value;
}

}  // namespace accord::described
