#include "material/description.h"

#include <gtest/gtest.h>

namespace accord::material {
namespace {

TEST(Description, SaysItsFourCharactersInWords) {
  EXPECT_EQ(in_words({'B', 'Q', '2', 'F'}),
            "fuel elements, dioxide, fuel units in shipping or storage containers, fresh fuel");
  EXPECT_EQ(in_words({'Q', 'S', 'A', 'A'}),
            "sealed sources, in containers below 0.5 l, manufactured articles");
}

TEST(Description, NamesTheFirstWrongPlace) {
  EXPECT_EQ(first_wrong({'O', 'G', 'R', 'B'}), 4U);
  EXPECT_EQ(first_wrong({'A', 'G', 'R', 'B'}), 0U);
  EXPECT_EQ(first_wrong({'O', '8', 'R', 'B'}), 1U);
  EXPECT_EQ(first_wrong({'O', 'G', 'B', 'B'}), 2U);
  EXPECT_EQ(first_wrong({'O', 'G', 'R', 'N'}), 3U);
}

TEST(Description, SealedSourcesHaveNoChemicalForm) {
  EXPECT_EQ(first_wrong({'Q', 'S', 'A', 'A'}), 4U);
  EXPECT_EQ(first_wrong({'Q', 'D', 'A', 'A'}), 1U);
  EXPECT_EQ(first_wrong({'B', 'S', 'A', 'A'}), 1U);
}

TEST(Description, QualityTellsIrradiatedMaterial) {
  EXPECT_TRUE(is_irradiated({'B', 'Q', '1', 'G'}));
  EXPECT_TRUE(is_irradiated({'N', 'J', '5', 'K'}));
  EXPECT_FALSE(is_irradiated({'B', 'Q', '2', 'F'}));
}

}  // namespace
}  // namespace accord::material
