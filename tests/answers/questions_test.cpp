#include "answers/questions.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "answers/flags.h"
#include "answers/table.h"

namespace accord::answers {
namespace {

using described::Kind;
using described::Member;
using described::Type;

/// What a value is, behind maybe and list: "object unread", "whole".
std::string kind_of(const Type& type) {
  if (type.kind == Kind::maybe || type.kind == Kind::list) return kind_of(*type.of);
  const std::string kind = std::to_string(static_cast<int>(type.kind));
  return type.kind == Kind::object ? kind + " " + std::string(type.name) : kind;
}

/// One word for two things in the field: the line of a file, and of a material balance; what a
/// check of accounts finds, and what a commitment is found to be.
bool has_two_meanings(std::string_view name) {
  return name == "line" || name == "findings";
}

/// Every member of the objects inside a type.
template <class Use>
void each_member(const Type& type, std::set<const Type*>& there, Use use) {
  if (type.of != nullptr) return each_member(*type.of, there, use);
  for (const Type* one : type.among) each_member(*one, there, use);
  if (type.kind != Kind::object || !there.insert(&type).second) return;
  for (const Member& m : type.members) {
    if (!m.is_flat) use(type, m);
    each_member(*m.type, there, use);
  }
}

TEST(Questions, UseANameForOneKindOfValue) {
  std::map<std::string_view, std::pair<std::string, std::string_view>> kinds;
  std::set<const Type*> there;
  for (const Question* question : questions())
    for (const Type* type : {question->asked, question->answer})
      each_member(*type, there, [&](const Type& owner, const Member& m) {
        if (has_two_meanings(m.name)) return;
        const auto [at, is_new] = kinds.try_emplace(m.name, kind_of(*m.type), owner.name);
        EXPECT_TRUE(is_new || at->second.first == kind_of(*m.type))
            << m.name << " of " << owner.name << " and of " << at->second.second;
      });
  EXPECT_GT(kinds.size(), 15U);
}

TEST(Questions, NameEachObjectOnce) {
  std::map<std::string_view, const Type*> names;
  std::set<const Type*> there;
  for (const Question* question : questions())
    each_member(*question->answer, there, [&](const Type& owner, const Member&) {
      EXPECT_EQ(names.try_emplace(owner.name, &owner).first->second, &owner) << owner.name;
    });
}

TEST(Questions, HaveNoFlagTwice) {
  for (const Question* question : questions()) {
    std::set<std::string> names;
    for (const Type* type :
         {question->asked, question->fresh_given().type, &described::type_of<TableChoice>})
      for (const Flag& flag : type == nullptr ? std::vector<Flag>() : flags_of(*type))
        EXPECT_TRUE(names.insert(flag.name).second) << question->name << " " << flag.name;
  }
}

TEST(Questions, AreFoundByTheirName) {
  for (const Question* question : questions()) EXPECT_EQ(find_question(question->name), question);
  EXPECT_EQ(find_question("books inventories"), nullptr);
}

}  // namespace
}  // namespace accord::answers
