#pragma once

#include <functional>
#include <string>

#include "described/described.h"

/// A walk over the single values of a described struct, for tests that nothing is forgotten.
namespace accord::described {

struct Leaf {
  const Type* owner;     ///< the object it is a member of, or stands in a list of
  const Member* member;  ///< of the owner
  const Type* type;
  void* object;
  void* at;

  [[nodiscard]] std::string name() const {
    return std::string(owner->name) + "." + std::string(member->name);
  }
};

using UseLeaf = std::function<void(const Leaf&)>;

inline void each_leaf(void* at, const Type& type, const Leaf& above, const UseLeaf& use);

/// Of those members that speak and are not `Use::nowhere`.
inline void each_leaf_of(void* object, const Type& type, const UseLeaf& use) {
  for (const Member& m : type.members)
    if (is_data(m) && speaks(m, {object, &type}))
      each_leaf(m.edit(object), *m.type, {&type, &m, m.type, object, nullptr}, use);
}

inline void each_leaf(void* at, const Type& type, const Leaf& above, const UseLeaf& use) {
  switch (type.kind) {
    case Kind::maybe:
    case Kind::list:
      for (std::size_t i = 0; i < type.count(at); ++i)
        each_leaf(const_cast<void*>(type.at(at, i)), *type.of, above, use);
      return;
    case Kind::one_of:
      return each_leaf(const_cast<void*>(type.inside(at)), *type.among[type.which(at)], above, use);
    case Kind::object:
      return each_leaf_of(at, type, use);
    default:
      use({above.owner, above.member, &type, above.object, at});
  }
}

/// Another value of the same type, under which the same members of its object speak; false: none.
inline bool change(const Leaf& leaf) {
  const View object{leaf.object, leaf.owner};
  const auto spoken = [&] {
    std::string out;
    for (const Member& m : leaf.owner->members) out += speaks(m, object) ? '1' : '0';
    return out;
  };
  std::string before;
  if (leaf.type->print != nullptr) leaf.type->print(leaf.at, before);
  switch (leaf.type->kind) {
    case Kind::text:
      return leaf.type->parse(before + "q", leaf.at);
    case Kind::yes_no:
      *static_cast<bool*>(leaf.at) = !*static_cast<bool*>(leaf.at);
      return true;
    case Kind::whole:
      return leaf.type->parse(before == "7" ? "8" : "7", leaf.at);
    case Kind::day:
      return leaf.type->parse(before == "2020-02-02" ? "2020-02-03" : "2020-02-02", leaf.at);
    case Kind::exact:
      return leaf.type->parse(before == "7.5" ? "8.5" : "7.5", leaf.at);
    case Kind::word: {
      const std::string speaking = spoken();
      for (const std::string_view word : leaf.type->words) {
        if (word == before || !leaf.type->parse(word, leaf.at)) continue;
        if (spoken() == speaking) return true;
      }
      leaf.type->parse(before, leaf.at);
      return false;
    }
    default:
      return false;
  }
}

}  // namespace accord::described
