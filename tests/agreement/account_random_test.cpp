#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <utility>

#include "agreement/history/account.h"
#include "given.h"

/// Property 10 of the chapter on random agreements: single, several and joint parties, groups in
/// groups.
namespace accord::agreement {
namespace {

constexpr const char* names[] = {"a", "b", "c", "d", "pair", "three", "all"};
constexpr const char* frame = R"(
  party a "A"
  party b "B"
  party c "C"
  party d "D"
  party pair "Pair" = { a, b }
  party three "Three" = { pair, c }
  party all "All" = { three, d }
  event call "Call"
  event done "Done"
  measure stock "stock" amount t
  measure relief "relief" activity
)";

class Made {
 public:
  explicit Made(unsigned seed) : random_(seed) {}

  Given agreement() {
    std::string items = frame;
    for (int i = 0; i < 4; ++i)
      items += fmt::format(
          "term T{} \"Term\" ref \"1\" {{ {} owed {} verifier none from 2030-01-0{} without end {} "
          "}}\n",
          i, obliges(), names[upto(7)], 1 + upto(3), rule());
    std::vector<std::string> facts;
    for (int i = 2 + upto(8); i > 0; --i) facts.push_back(fact());
    return Given(items, facts);
  }

 private:
  int upto(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  std::string one() { return names[upto(4)]; }
  std::string group() { return names[4 + upto(3)]; }

  std::string obliges() {
    const int how = upto(3);
    if (how == 0) return "obliges " + one();
    return fmt::format("obliges {} {}", how == 1 ? "each" : "jointly", group());
  }
  std::string rule() {
    constexpr const char* rules[] = {"limit stock <= 5 t", "require relief",
                                     "duty done by 2030-02-01",
                                     "duty done within 5 days of each call"};
    return rules[upto(4)];
  }
  std::string fact() {
    const std::string when =
        fmt::format("on 2030-0{}-{:02} by {}", 1 + upto(3), 1 + upto(28), one());
    switch (upto(6)) {
      case 0:
        return fmt::format("stock = {} t {}", 1 + upto(9), when);
      case 1:
        return fmt::format("relief {} {}", upto(2) == 0 ? "yes" : "no", when);
      case 2:
        return "event call " + when;
      case 3:
        return fmt::format("{} suspends T{} on 2030-02-1{}", one(), upto(4), upto(9));
      case 4:
        return fmt::format("{} ceases on 2030-03-1{}", one(), upto(9));
      default:
        return "event done " + when;
    }
  }

  std::mt19937 random_;
};

Account exchanged(Account a) {
  const auto other = [](AccountSide side) {
    return side == AccountSide::joint  ? side
           : side == AccountSide::left ? AccountSide::right
                                       : AccountSide::left;
  };
  std::swap(a.left, a.right);
  std::swap(a.left_title, a.right_title);
  for (AccountLine& line : a.lines) line.side = other(line.side);
  for (AccountStanding& s : a.standing) s.side = other(s.side);
  return a;
}

TEST(Account, OfRandomAgreementsDoesNotDependOnWhoIsNamedFirst) {
  const Day last = d("2030-04-30");
  std::size_t lines = 0, joint = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    const Given given = Made(seed).agreement();
    const Evaluator evaluator = given.evaluator();
    for (const char* left : names)
      for (const char* right : names) {
        if (std::string_view(left) >= right || on_both_sides(given.agreement(), left, right))
          continue;
        const Account there = account(evaluator, left, right, last, last);
        ASSERT_EQ(account_text(exchanged(there)),
                  account_text(account(evaluator, right, left, last, last)))
            << "seed " << seed;
        lines += there.lines.size();
        for (const AccountStanding& s : there.standing)
          joint += s.side == AccountSide::joint ? 1 : 0;
      }
  }
  EXPECT_GT(lines, 500U);
  EXPECT_GT(joint, 50U);
}

}  // namespace
}  // namespace accord::agreement
