#include "agreement/model/uses.h"

#include "agreement/model/described.h"
#include "agreement/model/names.h"

namespace accord::agreement {

namespace {

using described::Kind;
using described::Member;
using described::type_of;
using described::View;

/// Names left empty by a damaged text are no uses.
class UseWalker {
 public:
  explicit UseWalker(const UseSink& sink) : sink_(sink) {}

  void walk(View value, Role role = Role::none) {
    if (value.type == &type_of<Name>) {
      const Name& name = *static_cast<const Name*>(value.at);
      if (role != Role::none && !name.empty()) sink_(name, role);
    } else if (value.type->kind == Kind::list || value.type->kind == Kind::maybe) {
      for (std::size_t i = 0; i < value.size(); ++i) walk(value[i], role);
    } else if (value.type->kind == Kind::one_of) {
      walk(inside(value));
    } else if (value.type == &type_of<Bound>) {
      ends(*static_cast<const Bound*>(value.at));
    } else if (value.type->kind == Kind::object) {
      members(value);
    }
  }

 private:
  void members(View object) {
    for (const Member& m : object.type->members)
      if (is_data(m) && speaks(m, object))
        visit(m, object.at,
              [&](View value) { walk(value, static_cast<Role>(described::role_of(m, object))); });
  }

  /// Both ends of a range are in one unit, which is written once.
  void ends(const Bound& bound) {
    walk(described::view(bound.kind == Bound::Kind::between ? bound.upper : bound.value));
  }

  const UseSink& sink_;
};

}  // namespace

void each_use(const Item& item, const UseSink& sink) {
  UseWalker(sink).walk(described::view(item));
}

void each_use(const Fact& fact, const UseSink& sink) {
  UseWalker(sink).walk(described::view(fact));
}

std::size_t rename(Agreement& agreement, std::string_view name, const std::string& now) {
  std::vector<const Name*> places;
  const NamedItems items(agreement);
  for (const NamedItem& item : items.all())
    if (heading(item).name.text == name) places.push_back(&heading(item).name);
  const UseSink note = [&](const Name& use, Role) {
    if (use.text == name) places.push_back(&use);
  };
  for (const Item& item : agreement.items) each_use(item, note);
  // All of them stand in `agreement`, which may be changed.
  for (const Name* place : places) const_cast<Name*>(place)->text = now;
  return places.size();
}

}  // namespace accord::agreement
