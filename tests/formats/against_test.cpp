#include "formats/terms/against.h"

#include <gtest/gtest.h>

#include "folder.h"

/// The text and its tables say the same; each way of differing is found, at the row, with both
/// values.
namespace accord::formats {
namespace {

using test::errors;
using test::Folder;

std::string messages(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) out += problem.code + " " + problem.message + "\n";
  return out;
}

struct Difference {
  const char* file;
  const char* from;
  const char* to;
  const char* problems;
};

class OneDifference : public testing::TestWithParam<Difference> {};

TEST(Against, TheSmallTextSaysWhatItsTablesSay) {
  EXPECT_EQ(errors(against(Folder("vectors/formats/small").read())), "");
}

TEST(Against, TheTextOfThe2015AccordSaysWhatItsTablesSay) {
  EXPECT_EQ(errors(against(Folder("examples/jcpoa").read())), "");
}

TEST_P(OneDifference, IsFoundAtItsRow) {
  const Folder folder("vectors/formats/small");
  folder.replace(GetParam().file, GetParam().from, GetParam().to);
  const Workspace workspace = folder.read();
  ASSERT_EQ(errors(workspace.problems), "");
  EXPECT_EQ(messages(against(workspace)), GetParam().problems);
}

constexpr const char* terms = "data/terms.csv";
constexpr const char* duties = "data/obligations.csv";
constexpr const char* text = "terms/small.accord";

INSTANTIATE_TEST_SUITE_P(
    Tables, OneDifference,
    testing::Values(Difference{terms, "\nT-3,", "\nT-5,",
                               "F001 the text has no term, provision or procedure “T-5”\n"
                               "F002 no table has a row “T-3”\n"},
                    Difference{terms, "cap_quantity", "protocol",
                               "F003 T-1 is of the kind “protocol” (prohibit or require), but "
                               "a limit in the text\n"},
                    Difference{terms, "cap_quantity", "cap",
                               "F003 the kind “cap” of T-1 is not known\n"},
                    Difference{terms, "stock,<=,20", "stock,<,20",
                               "F004 comparison of T-1: the table says “<”, the text “<=”\n"},
                    Difference{terms, "stock,<=,20", "stock,<=,21",
                               "F004 limit of T-1: the table says “21”, the text “20”\n"},
                    Difference{terms, "20,kg Y,10,kg X", "20,kg X,20,kg X",
                               "F004 unit of T-1: the table says “kg X”, the text “kg_y”\n"
                               "F004 equivalent of the limit of T-1: the table says “20 kg "
                               "X”, the text “10 kg_x”\n"},
                    Difference{terms, "between,3-4", "between,3-5",
                               "F004 limit of T-4: the table says “3-5”, the text “3-4”\n"},
                    Difference{terms, "<=,21,days", "<=,24,days",
                               "F005 duration of T-3: the table says “24 days”, the text “21 "
                               "days”\n"},
                    Difference{terms, "30,days", "35,days",
                               "F005 duration of D-1: the table says “35 days”, the text “30 "
                               "days”\n"},
                    Difference{terms, "start,2020-01-01,,2025", "start,2020-01-02,,2025",
                               "F006 first day of T-2: the table says “2020-01-02”, the text "
                               "“2020-01-01”\n"},
                    Difference{terms, "10,2030-01-01,Stock", "15,2035-01-01,Stock",
                               "F007 end of T-1: the table says “2035-01-01”, the text "
                               "“2030-01-01”\n"},
                    Difference{terms, "10,2030-01-01,Stock", ",,Stock",
                               "F007 end of T-1: the table says nothing, the text "
                               "“2030-01-01”\n"},
                    Difference{duties, "5,2021-01-01", "5,2021-02-01",
                               "F008 day due of O-1: the table says “2021-02-01”, the "
                               "text “2021-01-01”\n"},
                    Difference{duties, "O-1,Beta; Gamma", "O-1,Beta",
                               "F009 obliged of O-1: the table says “Beta”, the text "
                               "“others”\n"},
                    Difference{duties, "O-1,Beta; Gamma", "O-1,Others", ""},
                    Difference{terms, "Alpha,Others,Verifier,work", "Alpha,Beta,Verifier,work",
                               "F010 owed of T-2: the table says “Beta”, the text “others”\n"},
                    Difference{terms, "Alpha,Others,Verifier,work", "Alpha,Others,,work",
                               "F011 verifier of T-2: the table says nothing, the text "
                               "“watch”\n"},
                    Difference{text, "limit stock <= 20 kg_y", "limit stock <= 25 kg_y",
                               "F004 limit of T-1: the table says “20”, the text “25”\n"
                               "F004 equivalent of the limit of T-1: the table says “10 kg "
                               "X”, the text “12.5 kg_x”\n"},
                    Difference{text, "prohibit work at s1", "require work at s1",
                               "F003 T-2 is of the kind “site_restriction” (prohibit), but a "
                               "require in the text\n"
                               "F004 limit of T-2: the table says “0”, the text nothing\n"},
                    Difference{text, "stage second 15 days", "stage second 2 months",
                               "F005 duration of D-1: the table says “30 days”, the text "
                               "nothing\n"},
                    Difference{text, "by start + 1 year", "by event opening",
                               "F008 day due of O-1: the table says “2021-01-01”, the "
                               "text “a day that is not known”\n"}));

TEST(Against, AnOtherLimitOfThe2015AccordIsFoundWithItsEquivalent) {
  const Folder folder("examples/jcpoa");
  folder.replace("terms/jcpoa.accord", "limit eu_total <= 300 kg_uf6\n",
                 "limit eu_total <= 310 kg_uf6\n");
  folder.replace("terms/jcpoa.accord", "then <= 90 t as of", "then <= 95 t as of");
  folder.replace("terms/jcpoa.accord", "+ 3 days", "+ 4 days");
  // 310 × 202.8 / 300 = 209.56; 14 + 7 + 4 = 25.
  const std::string found = errors(against(folder.read()));
  for (const char* difference :
       {"limit of T-STOCK: the table says “300”, the text “310”",
        "equivalent of the limit of T-STOCK: the table says “202.8 kg U”, the text “209.56 kg_u”",
        "later limit of T-HW-STOCK: the table says “90 t after commissioning of the redesigned "
        "reactor”, the text nothing",
        "duration of T-ACCESS: the table says “24 days”, the text “25 days”"})
    EXPECT_NE(found.find(difference), std::string::npos) << difference << "\n" << found;
}

TEST(Against, ADifferenceStandsAtItsCellOrAtItsItem) {
  const Folder folder("vectors/formats/small");
  folder.replace(terms, "T-1,1,cap_quantity,", "T-1,1,calendar,");
  folder.replace(terms, "\nD-1,", "\nD-2,");
  const auto found = against(folder.read());
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].code + " " + found[0].file, "F003 data/terms.csv");
  EXPECT_EQ(found[0].place, (Place{2, 7, 8}));
  EXPECT_EQ(found[1].code, "F001");
  EXPECT_EQ(found[1].place, (Place{7, 1, 3}));
  EXPECT_EQ(found[2].code + " " + found[2].file, "F002 terms/small.accord");
}

TEST(Against, AWorkspaceWithoutTablesOfCommitmentsHasNothingToCompare) {
  const Folder folder("vectors/formats/small");
  folder.replace("accord.toml", "[terms]\nfile = \"data/terms.csv\"\n", "");
  folder.replace("accord.toml",
                 "[obligations]\nfile = \"data/obligations.csv\"\npartly = [\"O-2\"]\n", "");
  folder.replace("accord.toml",
                 "[[reading]]\nrow = \"O-2\"\nsays = [\"beta refuses O-1 on 2020-06-01\"]\n", "");
  const Workspace workspace = folder.read();
  EXPECT_EQ(errors(workspace.problems), "");
  EXPECT_EQ(errors(against(workspace)), "");
}

}  // namespace
}  // namespace accord::formats
