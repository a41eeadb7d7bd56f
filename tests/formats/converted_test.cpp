#include "formats/accounts/converted.h"

#include <gmock/gmock.h>

#include "assessment/ledger.h"
#include "formats/profiles/profile.h"
#include "formats/profiles/state.h"

/// Whole accounts in another form. The figures are those that the made-up accounts state themselves
/// in their lines of the ending book, in the other form and with its signs.
namespace accord::formats {
namespace {

using accounting::Finding;
using accounting::Report;
using material::Kind;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Accounts euratom_accounts() {
  return *read_accounts(ACCORD_SOURCE_DIR "/examples/profiles/euratom-302-2005");
}

std::vector<const Report*> all(const Accounts& accounts) {
  std::vector<const Report*> out;
  for (const Report& report : accounts.reports) out.push_back(&report);
  return out;
}

/// The new files as accounts of their own.
Accounts accounts_of(const ConvertedAccounts& converted, const accounting::Profile& profile) {
  Accounts out;
  out.profile = profile;
  for (const ConvertedFile& file : converted.files)
    add_report(out, read_report(file.bytes, file.name, profile));
  return out;
}

std::vector<std::string> errors_of(const ConvertedAccounts& converted) {
  std::vector<std::string> out;
  for (const auto* findings : {&converted.of_reader, &converted.of_change, &converted.of_written})
    for (const Finding& f : *findings)
      if (f.severity == Severity::error)
        out.push_back(f.file + " " + std::to_string(f.label) + " " + f.found);
  return out;
}

std::vector<std::string> codes(const std::vector<Problem>& problems) {
  std::vector<std::string> out;
  for (const Problem& problem : problems) out.push_back(problem.code + " " + problem.message);
  return out;
}

TEST(ConvertedAccounts, HaveTheBooksThatTheReportsState) {
  const Accounts accounts = euratom_accounts();
  const ConvertedAccounts converted = convert_accounts(accounts, all(accounts), code10_profile());
  const assessment::Ledger ledger(accounts_of(converted, code10_profile()), day_max);
  EXPECT_THAT(ledger.accounts.findings, IsEmpty());
  const auto grams = [&](const char* day, Kind kind) {
    const accounting::Amounts book = ledger.books.on("ZZA1", *parse_day(day));
    return material::to_string(accounting::at(book, kind), material::MassUnit::gram);
  };
  // Lines BA of ZZA1-0002-I.csv.
  EXPECT_EQ(grams("2026-01-31", Kind::enriched_uranium), "104988");
  EXPECT_EQ(grams("2026-01-31", Kind::u235), "4200");
  EXPECT_EQ(grams("2026-01-31", Kind::natural_uranium), "50000");
  // Lines BA of the report up to 2026-06-15; the list of that day is ten grams less.
  EXPECT_EQ(grams("2026-06-14", Kind::enriched_uranium), "105968");
  EXPECT_EQ(grams("2026-06-14", Kind::u235), "4206.519");
  EXPECT_EQ(grams("2026-06-14", Kind::natural_uranium), "49000");
  EXPECT_EQ(grams("2026-06-15", Kind::enriched_uranium), "105958");
}

TEST(ConvertedAccounts, NameEverythingThatIsLeftOut) {
  const Accounts accounts = euratom_accounts();
  const ConvertedAccounts converted = convert_accounts(accounts, all(accounts), code10_profile());
  // Two balances, and MUF that Code 10 does not book.
  EXPECT_THAT(errors_of(converted), ElementsAre(HasSubstr("-M.csv 10 "), HasSubstr("-M.csv 10 "),
                                                "ZZA1-0007-I.csv 411 MF"));
  std::vector<std::string> names;
  for (const ConvertedFile& file : converted.files) names.push_back(file.name);
  EXPECT_THAT(names, ElementsAre("ZZA1-0001-P.txt", "ZZA1-0002-I.txt", "ZZA1-0003-I.txt",
                                 "ZZA1-0004-P.txt", "ZZB1-0001-P.txt", "ZZB1-0002-I.txt"));
}

TEST(ConvertedAccounts, ComeBackWithoutWhatIsRefused) {
  Accounts accounts = euratom_accounts();
  const ConvertedAccounts there = convert_accounts(accounts, all(accounts), code10_profile());
  Accounts labelled = accounts_of(there, code10_profile());
  labelled.tables.materials = {{"O/G/R/B", "U6CF"}, {"F/Q/N/B", "PHDF"}, {"U/J/5/E", "WLON"}};
  const ConvertedAccounts back = convert_accounts(labelled, all(labelled), accounts.profile);
  const Accounts again = accounts_of(back, accounts.profile);
  EXPECT_THAT(again.findings, IsEmpty());
  // A difference has no enrichment, so that its category is not known; LD may be TC or TE; an entry
  // of both categories may be CE, CB or CC.
  EXPECT_THAT(errors_of(back), ElementsAre("ZZA1-0002-I.txt 630 element 12G", HasSubstr("411 NE"),
                                           HasSubstr("411 LD")));
  const assessment::Ledger before(std::move(accounts), day_max), after(again, day_max);
  const auto enriched = [](const assessment::Ledger& ledger, const char* day) {
    const accounting::Amounts book = ledger.books.on("ZZA1", *parse_day(day));
    return accounting::at(book, Kind::enriched_uranium);
  };
  EXPECT_EQ(after.books.on("ZZA1", *parse_day("2025-12-31")),
            before.books.on("ZZA1", *parse_day("2025-12-31")));
  // The two differ by what was refused, and by nothing else: 12 g.
  EXPECT_EQ(enriched(after, "2026-01-31") - enriched(before, "2026-01-31"),
            material::MassSum(material::Mass{12'000'000}));
}

TEST(ConvertedAccounts, AreReadAgainByTheReaderOfTheirForm) {
  Accounts accounts = euratom_accounts();
  // Eighteen characters are no batch of Code 10.
  const std::string wide =
      "profile,mba,report_type,report_date,report_number,line_count,reporting_"
      "person,item_id,batch,kmp,measurement,material_form,container,state,pit_"
      "date,line,items,element_category,element_weight\n"
      "euratom-302-2005,ZZA1,P,20012026,1,1,DOE J,1,ABCDEFGHIJKLMNOPQR,1,M,U6,C,"
      "F,31122025,1,1,N,5.000\n";
  accounts.reports.clear();
  add_report(accounts, read_report(wide, "a.csv", accounts.profile));
  EXPECT_THAT(accounts.findings, IsEmpty());
  const ConvertedAccounts converted = convert_accounts(accounts, all(accounts), code10_profile());
  EXPECT_THAT(errors_of(converted), ElementsAre("ZZA1-0001-P.txt 446 ABCDEFGHIJKLMNOPQR"));
}

TEST(ConvertedAccounts, CarryWhatTheReaderFoundInTheReports) {
  Accounts accounts = euratom_accounts();
  ReadReport read = read_report("mba,report_type\nZZA1,I\n", "broken.csv", accounts.profile);
  ASSERT_THAT(read.findings, testing::Not(IsEmpty()));
  add_report(accounts, std::move(read));
  const std::size_t found = accounts.findings.size();
  EXPECT_THAT(convert_accounts(accounts, all(accounts), code10_profile()).of_reader,
              testing::SizeIs(found));
  // Those of files that take no part are no matter here.
  EXPECT_THAT(errors_of(convert_accounts(accounts, {&accounts.reports.front()}, code10_profile())),
              IsEmpty());
}

TEST(ConvertedAccounts, NeedWhatTheOtherFormNames) {
  Accounts accounts = euratom_accounts();
  EXPECT_THAT(conversion_problems(accounts, all(accounts), code10_profile()), IsEmpty());
  accounts.tables.country.clear();
  for (accounting::AreaFacts& area : accounts.tables.areas) area.facility.clear();
  EXPECT_THAT(codes(conversion_problems(accounts, all(accounts), code10_profile())),
              ElementsAre("W006 “country” of the state is missing",
                          "W006 “facility” of the area ZZA1 is missing",
                          "W006 “facility” of the area ZZB1 is missing"));
  for (const char* id : {"canada-regdoc-2.13.1", "euratom-302-2005", "uk-nsr-2019"})
    EXPECT_THAT(codes(conversion_problems(accounts, all(accounts), *find_profile(id))),
                ElementsAre(AllOf(HasSubstr("C016"), HasSubstr(id))));
}

TEST(ConvertedAccounts, CodeOfAChangeInAListIsNoChange) {
  // A column that a list does not have, with the code of a change of category.
  const accounting::Profile& euratom = *find_profile("euratom-302-2005");
  const ReadReport read = read_report(
      "profile,mba,report_type,report_date,report_number,line_count,reporting_person,item_id,batch,"
      "kmp,measurement,"
      "material_form,container,state,pit_date,line,items,element_category,element_weight,isotope,"
      "fissile_weight,"
      "obligation,ic_code\n"
      "euratom-302-2005,ZZA1,P,20012026,1,1,DOE "
      "J,1,CYL1,1,M,U6,C,F,31122025,1,1,L,100000.000,G,4000.000,A1,CE\n",
      "list.csv", euratom);
  ASSERT_EQ(read.report.entries.size(), 1U);
  const accounting::ConvertFacts facts{"ZZ", "ZZFA", {{"U6CF", "O/G/R/B"}}};
  const auto converted = accounting::convert(read.report, euratom, code10_profile(), facts);
  EXPECT_EQ(converted.lines.size(), 1U);
}

TEST(StateMaterials, AreOneMaterialInBothForms) {
  const auto read = [](const std::string& materials, accounting::StateTables& tables) {
    std::vector<Problem> problems;
    accounting::Profile profile = code10_profile();
    read_state("{\"country\":\"ZZ\",\"materials\":" + materials + "}", "state.json", tables,
               profile, problems);
    return codes(problems);
  };
  accounting::StateTables tables;
  EXPECT_THAT(read(R"({"U6CF":"O/G/R/B","F/U/N/B":"U8DF"})", tables), IsEmpty());
  EXPECT_EQ(tables.materials.at("U6CF"), "O/G/R/B");
  EXPECT_EQ(tables.materials.at("F/U/N/B"), "U8DF");
  for (const char* wrong : {R"({"U6CF":"U6CF"})", R"({"U6CF":"OGRB/"})", R"({"U6C":"O/G/R/B"})",
                            R"({"U6CF":4})", R"({"u6cf":"O/G/R/B"})", R"({"O/G/R/B":"OxGxRxB"})"})
    EXPECT_THAT(read(wrong, tables), ElementsAre(HasSubstr("W007"))) << wrong;
}

}  // namespace
}  // namespace accord::formats
