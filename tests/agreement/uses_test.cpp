#include "agreement/model/uses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agreement/syntax/parse.h"
#include "agreement/syntax/print.h"

namespace accord::agreement {
namespace {

using testing::ElementsAre;

/// Every role once or more; names of data, languages, grades, states and answers name nothing here.
constexpr std::string_view text = R"(accord 1
agreement x "X" {
  party n "n" = { n1, n2 }
  site s "s" in n3
  unit u "u" with 1 n4 = 2 n5
  measure m "m" amount n6 = 2 * n7 + n8 data { d }
  day d = earliest(n9, event n10 + 1 day, own event n11)

  term T "T" {
    obliges n12 owed n13 verifier n14
    from event n15 until n16
    limit n17 per month from n18 between 1 and 2 n19 as of n20 tolerance 1 n21
    prohibit n22 at { n23, n24 }
    duty n25 within 2 days of each n26
    duty n27 at least 3 days before each own n28
    duty n29 within 1 month of the end of each 6 months from n30
    while event n31 and performing(n32) and (n33 is met or not event n34)
    reciprocal to n35
    about n36
    reading "r" by n37
    text en "t"
  }

  example "e" {
    given event n38 on 2030-01-01 by n39 grade verified
    given n40 = 3 n41 on 2030-01-01
    given n42 yes at n43 on 2030-01-01
    given n44 is some_answer
    given n45 suspends n46 on 2030-01-01
    given no access to n47 on 2030-01-01
    expect n48 met on 2030-01-01 by n49
  }
}
)";

std::vector<std::string> used_as(const Agreement& agreement, Role wanted) {
  std::vector<std::string> out;
  for (const Item& item : agreement.items)
    each_use(item, [&](const Name& name, Role role) {
      if (role == wanted) out.push_back(name.text);
    });
  return out;
}

TEST(Uses, AreFoundWithTheirRoles) {
  const Parsed parsed = parse(text);
  ASSERT_TRUE(parsed.problems.empty()) << brief(parsed.problems.front());
  const Agreement& a = parsed.agreement;
  EXPECT_THAT(used_as(a, Role::party),
              ElementsAre("n1", "n2", "n12", "n13", "n14", "n32", "n37", "n39", "n45", "n49"));
  EXPECT_THAT(used_as(a, Role::site), ElementsAre("n3", "n23", "n24", "n43"));
  // A range has one unit, which is used once.
  EXPECT_THAT(used_as(a, Role::unit), ElementsAre("n4", "n5", "n6", "n19", "n21", "n41"));
  EXPECT_THAT(used_as(a, Role::figure), ElementsAre("n7", "n8", "n17", "n40"));
  EXPECT_THAT(used_as(a, Role::activity), ElementsAre("n22", "n42"));
  EXPECT_THAT(used_as(a, Role::measure), ElementsAre("n47"));
  EXPECT_THAT(used_as(a, Role::day), ElementsAre("n9", "n16", "n18", "n20", "n30"));
  EXPECT_THAT(used_as(a, Role::event), ElementsAre("n10", "n11", "n15", "n25", "n26", "n27", "n28",
                                                   "n29", "n31", "n34", "n38"));
  EXPECT_THAT(used_as(a, Role::term), ElementsAre("n35", "n46", "n48"));
  EXPECT_THAT(used_as(a, Role::tested), ElementsAre("n33"));
  EXPECT_THAT(used_as(a, Role::question), ElementsAre("n44"));
  EXPECT_THAT(used_as(a, Role::item), ElementsAre("n36"));
  EXPECT_THAT(used_as(a, Role::none), ElementsAre());
}

TEST(Rename, ChangesTheDeclarationAndEveryUse) {
  Agreement a = parse(R"(accord 1
agreement x "alva" {
  party alva "alva"
  party both "both" = { alva, borg }
  event alva_joins "alva" data { alva }
  term T "T" {
    obliges alva
    reading "alva" by { borg, alva }
  }
})")
                    .agreement;
  EXPECT_EQ(rename(a, "alva", "zeta"), 4U);
  EXPECT_EQ(print(a), R"(accord 1
agreement x "alva" {
  party zeta "alva"
  party both "both" = { zeta, borg }
  event alva_joins "alva" data { alva }

  term T "T" {
    obliges zeta
    reading "alva" by { borg, zeta }
  }
}
)");
  EXPECT_EQ(rename(a, "nobody", "zeta_2"), 0U);
}

}  // namespace
}  // namespace accord::agreement
