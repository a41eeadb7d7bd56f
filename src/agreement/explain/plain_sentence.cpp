#include "agreement/explain/plain_sentence.h"

#include "agreement/model/described.h"
#include "base/contract.h"
#include "base/english.h"

namespace accord::agreement {

namespace {

using described::Member;
using described::type_of;
using described::View;

template <class T>
const T* as(View value) {
  return value.type == &type_of<T> ? static_cast<const T*>(value.at) : nullptr;
}

std::string said(const PlainWords& words, View value) {
  if (const auto* day = as<DayExpression>(value)) return words.day(*day);
  std::vector<std::string> each;
  if (const auto* names = as<Names>(value))
    for (const Name& name : *names) each.push_back(name.text);
  if (const auto* days = as<std::vector<Day>>(value))
    for (const Day day : *days) each.push_back(long_form(day));
  if (!each.empty()) return enumerated(each);
  std::string out;
  ACCORD_EXPECT(value.type->print != nullptr);
  value.type->print(value.at, out);
  return out;
}

/// Appends what the member of that name says; false: there is none.
bool append(const PlainWords& words, View item, std::string_view name, std::string& out) {
  bool found = false;
  for (const Member& m : item.type->members)
    visit(m, item.at, [&](View value) {
      if (m.is_flat)
        found = append(words, value, name, out) || found;
      else if (m.name == name)
        out += said(words, value), found = true;
    });
  return found;
}

}  // namespace

std::string plain_sentence(const PlainWords& words, View item) {
  std::string out;
  std::string_view rest = item.type->sentence;
  ACCORD_EXPECT(!rest.empty());
  for (auto open = rest.find('{'); open != rest.npos; open = rest.find('{')) {
    const auto close = rest.find('}', open);
    out += rest.substr(0, open);
    ACCORD_EXPECT(append(words, item, rest.substr(open + 1, close - open - 1), out));
    rest = rest.substr(close + 1);
  }
  return out.append(rest);
}

}  // namespace accord::agreement
