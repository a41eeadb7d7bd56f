#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "described/described.h"
#include "described/json.h"

/// What structs say that hold others of several kinds, as the model of a text does.
namespace accord::described {

namespace test {
enum class Role : std::uint8_t { none, place, person };
struct Visit {
  enum class Kind : std::uint8_t { once, yearly, both_of };
  Kind kind = Kind::once;
  Day day;
  std::string who;
  std::vector<Visit> both;
};
}  // namespace test

template <>
struct Words<test::Visit::Kind> {
  static constexpr auto last = test::Visit::Kind::both_of;
  static constexpr std::string_view name = "visit_kind", words[] = {"once", "yearly", "both_of"};
};
template <>
struct Described<test::Visit> {
  static const Type type;  // holds itself: declared before, defined after
};

namespace test {

struct Seal {
  bool is_broken = false;
  std::string place;
  static constexpr auto described =
      object("seal", "A seal",
             member<&Seal::is_broken>("is_broken", "whether it is").named_if_true("broken"),
             member<&Seal::place>("place", "where").role(Role::place))
          .tagged("thing");
};
struct Camera {
  std::optional<std::int32_t> images;
  static constexpr auto described =
      object("camera", "A camera", member<&Camera::images>("images", "how many")).tagged("thing");
};
struct Thing {
  std::variant<Seal, Camera> what;
  std::vector<std::string> remarks;
  std::int32_t line = 0;
  std::string note;
  static constexpr auto described =
      object("entry", "One thing", member<&Thing::what>("what", "the thing").flat(),
             member<&Thing::remarks>("remarks", "remarks").left_out(),
             member<&Thing::line>("line", "place").in(Use::nowhere),
             member<&Thing::note>("note", "a note").none_if_empty());
};

constexpr std::uint8_t who_roles[] = {1, 2, 0};
constexpr auto visit_table =
    object("visit", "A visit", member<&Visit::kind>("kind", "of which kind").kind(),
           key<&Visit::day>("from", "first day").only(Visit::Kind::once, Visit::Kind::yearly),
           member<&Visit::who>("who", "who or where").role_of_kind(who_roles),
           member<&Visit::both>("both", "two visits").only(Visit::Kind::both_of).left_out());

}  // namespace test

constinit const Type Described<test::Visit>::type = type_by<test::visit_table>();

namespace test {
namespace {

std::string flat(const Thing& thing) {
  return nlohmann::ordered_json::parse(json(view(thing))).dump();
}

TEST(Flat, ObjectsStandAmongTheMembersOfTheirOwner) {
  Thing thing;
  thing.what = Seal{false, "hall 2"};
  EXPECT_EQ(flat(thing), R"({"thing":"seal","place":"hall 2","note":null})");
  thing.what = Seal{true, "hall 2"};
  thing.remarks = {"cut"};
  EXPECT_EQ(flat(thing), R"({"thing":"broken","place":"hall 2","remarks":["cut"],"note":null})");
  thing.what = Camera{};
  thing.note = "new";
  EXPECT_EQ(flat(thing), R"({"thing":"camera","images":null,"remarks":["cut"],"note":"new"})");
  EXPECT_EQ(name_of(view(std::get<Camera>(thing.what))), "camera");
}

TEST(Kinds, DecideWhichMembersSpeak) {
  Visit both{Visit::Kind::both_of, {}, "", {{Visit::Kind::yearly, Day{1}, "north", {}}, {}}};
  EXPECT_EQ(nlohmann::ordered_json::parse(json(view(both))).dump(),
            R"({"kind":"both_of","from":null,"who":"","both":[)"
            R"({"kind":"yearly","from":"1970-01-02","who":"north"},)"
            R"({"kind":"once","from":"1970-01-01","who":""}]})");
  const View one = view(both.both[0]);
  EXPECT_EQ(kind_of(one), 1U);
  EXPECT_EQ(role_of(one.type->members[2], one), 2U);
  EXPECT_EQ(role_of(view(both).type->members[2], view(both)), 0U);
  EXPECT_FALSE(speaks(one.type->members[3], one));
  EXPECT_EQ(type_of<Seal>.members[1].role, static_cast<std::uint8_t>(Role::place));
}

TEST(Schema, HasAFormForEachObjectThatStandsAmongOthers) {
  const auto schema = nlohmann::json::parse(json_schema(type_of<Thing>))["$defs"]["entry"];
  ASSERT_EQ(schema["anyOf"].size(), 2U);
  const auto& seal = schema["anyOf"][0];
  EXPECT_EQ(seal["properties"]["thing"]["enum"], nlohmann::json({"seal", "broken"}));
  EXPECT_EQ(seal["required"], nlohmann::json({"thing", "place", "note"}));
  EXPECT_EQ(seal["additionalProperties"], false);
  EXPECT_FALSE(seal["properties"].contains("line"));
  EXPECT_EQ(seal["properties"]["note"]["anyOf"][1]["type"], "null");
  EXPECT_EQ(schema["anyOf"][1]["properties"]["thing"]["enum"], nlohmann::json({"camera"}));
}

TEST(Schema, SaysWhatAKindDoesNotHave) {
  const auto schema = nlohmann::json::parse(json_schema(type_of<Visit>))["$defs"]["visit"];
  EXPECT_EQ(schema["required"], nlohmann::json({"kind", "from", "who"}));
  EXPECT_EQ(schema["properties"]["from"]["anyOf"][1]["type"], "null");
  EXPECT_EQ(schema["properties"]["both"]["items"]["$ref"], "#/$defs/visit");
}

}  // namespace
}  // namespace test
}  // namespace accord::described
