#include "answers/flags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "described/described.h"

namespace accord::answers {
namespace {

using described::member;
using described::object;
using testing::ElementsAre;

enum class Kind : std::uint8_t { gross, net };

}  // namespace
}  // namespace accord::answers

template <>
struct accord::described::Words<accord::answers::Kind> {
  static constexpr auto last = accord::answers::Kind::net;
  static constexpr std::string_view name = "mass_kind", words[] = {"gross", "net"};
};

namespace accord::answers {
namespace {

struct Test {
  double false_alarm = 0.05;
  bool two_sided = false;

  static constexpr auto described =
      object("test", "A test",
             member<&Test::false_alarm>("false_alarm", "its probability").above(0).below(1),
             member<&Test::two_sided>("two_sided", "also of gains"));
};

struct Asking {
  std::optional<Day> from_day;
  Kind mass = Kind::gross;
  std::uint32_t number = 1;
  std::vector<std::string> assume;
  Test test;

  static constexpr auto described = object(
      "asking", "A question", member<&Asking::from_day>("from_day", "first day").as_flag("--from"),
      member<&Asking::mass>("mass", "which masses").shown_as("KIND"),
      member<&Asking::number>("number", "a number").from(1).to(99),
      member<&Asking::assume>("assume", "an answer").shown_as("QUESTION=ANSWER"),
      member<&Asking::test>("test", "which test"));
};

const Flag& flag(std::string_view name) {
  static const std::vector<Flag> all = flags_of(described::type_of<Asking>);
  return *std::find_if(all.begin(), all.end(), [&](const Flag& one) { return one.name == name; });
}

std::string message(std::string_view name, Asking& asking, std::string_view value) {
  const auto problem = set(flag(name), &asking, value, std::string(name));
  return problem ? problem->message + (problem->help.empty() ? "" : "; " + problem->help) : "";
}

TEST(Flags, AreTheMembersAndThoseOfAStructInside) {
  std::vector<std::string> shown;
  for (const Flag& one : flags_of(described::type_of<Asking>))
    shown.push_back(one.name + " " + one.value + (one.repeatable ? " …: " : ": ") + one.text);
  EXPECT_THAT(shown, ElementsAre("--from DAY: first day", "--mass KIND: which masses: gross, net",
                                 "--number N: a number: from 1 to 99",
                                 "--assume QUESTION=ANSWER …: an answer",
                                 "--false-alarm X: its probability: above 0 and below 1",
                                 "--two-sided : also of gains"));
}

TEST(Flags, SetTheirMembers) {
  Asking asking;
  EXPECT_EQ(message("--from", asking, "2024-02-29"), "");
  EXPECT_EQ(message("--mass", asking, "net"), "");
  EXPECT_EQ(message("--number", asking, "99"), "");
  EXPECT_EQ(message("--assume", asking, "A=b"), "");
  EXPECT_EQ(message("--assume", asking, "C=d"), "");
  EXPECT_EQ(message("--false-alarm", asking, "1e-9"), "");
  EXPECT_EQ(message("--two-sided", asking, "true"), "");
  EXPECT_EQ(asking.from_day, Day{19782});
  EXPECT_EQ(asking.mass, Kind::net);
  EXPECT_EQ(asking.number, 99U);
  EXPECT_THAT(asking.assume, ElementsAre("A=b", "C=d"));
  EXPECT_EQ(asking.test.false_alarm, 1e-9);
  EXPECT_TRUE(asking.test.two_sided);
}

TEST(Flags, RefuseWhatIsNoSuchValueAndChangeNothing) {
  Asking asking;
  EXPECT_EQ(
      message("--from", asking, "2023-02-29"),
      "--from: expected a day that exists, written as 2019-07-01, found “2023-02-29”; did you "
      "mean 2023-02-28?");
  EXPECT_EQ(message("--mass", asking, "nett"),
            "--mass: expected one of gross, net, found “nett”; did you mean “net”?");
  for (const char* wrong : {"0", "100", "-1", "x", ""})
    EXPECT_THAT(message("--number", asking, wrong), testing::StartsWith("--number: expected "));
  for (const char* wrong : {"0", "1", "-0.5", "nan", "2"})
    EXPECT_THAT(message("--false-alarm", asking, wrong),
                testing::HasSubstr("expected a number above 0 and below 1, found"));
  EXPECT_THAT(message("--two-sided", asking, "maybe"), testing::HasSubstr("expected yes or no"));
  EXPECT_EQ(asking.from_day, std::nullopt);
  EXPECT_EQ(asking.number, 1U);
  EXPECT_EQ(asking.test.false_alarm, 0.05);
}

}  // namespace
}  // namespace accord::answers
