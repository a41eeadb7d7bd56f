#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "agreement/explain/diff.h"
#include "agreement/leaves.h"
#include "agreement/model/clause_kinds.h"
#include "agreement/model/described.h"
#include "agreement/model/uses.h"
#include "agreement/random_model.h"
#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {
namespace {

using described::Kind;
using described::Leaf;
using described::Member;
using described::Type;
using described::type_of;
using described::View;

/// Every object and list of words that a type can hold.
void each_type(const Type& type, std::set<const Type*>& seen) {
  if (!seen.insert(&type).second) return;
  if (type.of != nullptr) each_type(*type.of, seen);
  for (const Type* one : type.among) each_type(*one, seen);
  for (const Member& m : type.members)
    if (is_data(m)) each_type(*m.type, seen);
}

std::set<std::string> all_members() {
  std::set<const Type*> types;
  each_type(type_of<Agreement>, types);
  std::set<std::string> out;
  for (const Type* type : types)
    for (const Member& m : type->members)
      if (is_data(m)) out.insert(std::string(type->name) + "." + std::string(m.name));
  return out;
}

/// What a value holds that no fresh one does: members that say something, words, alternatives.
void note(View value, std::set<std::string>& out) {
  switch (value.type->kind) {
    case Kind::maybe:
    case Kind::list:
      for (std::size_t i = 0; i < value.size(); ++i) note(value[i], out);
      return;
    case Kind::one_of:
      return note(inside(value), out);
    case Kind::word: {
      const std::size_t word = value.type->which(value.at);
      out.insert(std::string(value.type->name) + " " + std::string(value.type->words[word]));
      return;
    }
    case Kind::object:
      break;
    default:
      return;
  }
  out.insert(std::string(value.type->name));
  for (const Member& m : value.type->members)
    if (is_data(m) && speaks(m, value))
      visit(m, value.at, [&](View inner) {
        const bool is_some = inner.type->kind == Kind::list || inner.type->kind == Kind::maybe;
        std::string text;
        if (inner.type->print != nullptr) inner.type->print(inner.at, text);
        const bool is_no = inner.type->kind == Kind::yes_no && !*static_cast<const bool*>(inner.at);
        const bool is_nothing =
            is_some ? inner.size() == 0 : inner.type->print != nullptr && text.empty();
        if (!is_nothing && !is_no)
          out.insert(std::string(value.type->name) + "." + std::string(m.name));
        note(inner, out);
      });
}

TEST(Tables, NameItemsByTheWordsThatBeginThem) {
  const auto among = type_of<Item>.among;
  ASSERT_EQ(among.size(), item_words.size());
  for (std::size_t i = 0; i < among.size(); ++i) EXPECT_EQ(among[i]->name, item_words[i]);
}

/// Other items have functions of their own in `plain.cpp`.
TEST(Tables, HaveASentenceForItemsThatAreSaidInOneWay) {
  std::string said;
  for (const Type* item : type_of<Item>.among)
    if (!item->sentence.empty()) said += std::string(item->name) + " ";
  EXPECT_EQ(said, "source languages event day holidays ");
}

TEST(RandomModels, HaveEveryMemberWordAndAlternative) {
  std::set<std::string> found;
  for (std::uint64_t seed = 0; seed < 2000; ++seed)
    note(described::view(random_agreement(seed)), found);
  std::set<const Type*> types;
  each_type(type_of<Agreement>, types);
  for (const Type* type : types) {
    for (const std::string_view word : type->words)
      EXPECT_TRUE(found.count(std::string(type->name) + " " + std::string(word)) != 0)
          << type->name << " " << word;
    if (type->kind == Kind::object) {
      EXPECT_TRUE(found.count(std::string(type->name)) != 0) << type->name;
    }
  }
  for (const std::string& member : all_members())
    EXPECT_TRUE(found.count(member) != 0) << member << " never says anything";
}

/// Members of random texts whose changes were seen at least once, and those whose were not. Not
/// every change is seen: order has no meaning, nor has the unit of the lower end of a range.
struct Changes {
  std::set<std::string> seen, unseen;
};

template <class Differs>
Changes changes(Differs differs) {
  Changes out;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Agreement before = random_agreement(seed);
    if (before.items.size() > 1) before.items.resize(1);
    std::size_t size = 0;
    each_leaf_of(&before, type_of<Agreement>, [&](const Leaf&) { ++size; });
    for (std::size_t i = 0; i < size; ++i) {
      Agreement after = before;
      std::vector<Leaf> leaves;
      each_leaf_of(&after, type_of<Agreement>, [&](const Leaf& leaf) { leaves.push_back(leaf); });
      const std::string name = leaves[i].name();
      if (out.seen.count(name) == 0 && change(leaves[i]))
        (differs(before, after) ? out.seen : out.unseen).insert(name);
    }
  }
  for (const std::string& name : out.seen) out.unseen.erase(name);
  return out;
}

TEST(Printer, SaysEveryMember) {
  const Changes all =
      changes([](const Agreement& a, const Agreement& b) { return print(a) != print(b); });
  EXPECT_THAT(all.unseen, testing::IsEmpty());
  EXPECT_GT(all.seen.size(), 100U);
}

TEST(Comparison, SaysEveryMemberThatHasAMeaning) {
  const Changes all =
      changes([](const Agreement& a, const Agreement& b) { return !diff(a, b).empty(); });
  for (const std::string& name : all.unseen)
    EXPECT_TRUE(name.find("comments") != name.npos || name == "note.text" ||
                name == "agreement.accord")
        << name;
}

}  // namespace
}  // namespace accord::agreement
