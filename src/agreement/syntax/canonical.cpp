#include "agreement/syntax/canonical.h"

#include <algorithm>

#include "agreement/model/described.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {

namespace {

using described::Kind;
using described::Member;
using described::Type;
using described::type_of;

void sort_set(Names& names) {
  std::sort(names.begin(), names.end(),
            [](const Name& a, const Name& b) { return a.text < b.text; });
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

void cut_zeros(Decimal& number) {
  while (number.scale > 0 && number.mantissa % 10 == 0) {
    number.mantissa /= 10;
    --number.scale;
  }
}

/// By the form in which it is printed, after its parts are in theirs.
template <class T>
void sort_printed(std::vector<T>& list) {
  std::stable_sort(list.begin(), list.end(),
                   [](const T& a, const T& b) { return print(a) < print(b); });
}

void sort_days(std::vector<Day>& days) {
  std::sort(days.begin(), days.end());
}

void leave_out(std::vector<Note>& notes) {
  notes.clear();
}

/// The parts of a share have their order.
void sort_sum(Formula& formula) {
  if (formula.is_share) return;
  std::stable_sort(formula.parts.begin(), formula.parts.end(), [](const Part& a, const Part& b) {
    return std::pair(a.minus, a.measure.text) < std::pair(b.minus, b.measure.text);
  });
}

/// What has several forms of one meaning, and the function that chooses one. Everything else that
/// the model holds is written in one way only.
struct Form {
  const Type* type;
  void (*choose)(void*);
};
template <class T, void (*choose)(T&)>
constexpr Form form() {
  return {&type_of<T>, [](void* value) { choose(*static_cast<T*>(value)); }};
}
constexpr Form forms[] = {form<Names, sort_set>(),
                          form<Decimal, cut_zeros>(),
                          form<std::vector<DayExpression>, sort_printed>(),
                          form<std::vector<Condition>, sort_printed>(),
                          form<std::vector<Rule>, sort_printed>(),
                          form<std::vector<Day>, sort_days>(),
                          form<std::vector<Note>, leave_out>(),
                          form<Formula, sort_sum>()};

/// The parts first: lists are sorted by what is printed of them. A value may be changed as its
/// owner may; only the tables hold it as constant.
void canonical(void* value, const Type& type) {
  if (type.kind == Kind::list || type.kind == Kind::maybe)
    for (std::size_t i = 0; i < type.count(value); ++i)
      canonical(const_cast<void*>(type.at(value, i)), *type.of);
  if (type.kind == Kind::one_of)
    canonical(const_cast<void*>(type.inside(value)), *type.among[type.which(value)]);
  for (const Member& m : type.members)
    if (is_data(m)) canonical(m.edit(value), *m.type);
  for (const Form& form : forms)
    if (form.type == &type) form.choose(value);
}

}  // namespace

void make_canonical(Item& item) {
  canonical(&item, type_of<Item>);
}

}  // namespace accord::agreement
