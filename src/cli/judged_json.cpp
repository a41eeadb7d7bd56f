#include "cli/judged_json.h"

#include <nlohmann/json.hpp>

#include "assessment/summary.h"
#include "report/summary_json.h"

namespace accord::cli {

namespace {

/// What is open in the accounts behind the figures; null without accounts.
Json books_json(const assessment::Assessment& assessment) {
  const assessment::KnownBooks* books = assessment.books();
  if (books == nullptr) return nullptr;
  const formats::PartyBooks& from = assessment.workspace().books;
  return {{"folder", from.folder},
          {"party", from.party},
          {"reports", books->ledger.effective.reports.size()},
          {"errors", books->errors},
          {"warnings", books->warnings}};
}

}  // namespace

Json query_json(const assessment::Assessment& assessment, const assessment::Query& query) {
  Json assume = Json::array();
  for (const agreement::Assumption& a : query.options.assume)
    assume.push_back({{"question", a.question}, {"answer", a.answer}});
  return {{"workspace", assessment.workspace().name},
          {"on", to_string(assessment.on())},
          {"known", to_string(assessment.known())},
          {"record_end", report::record_end_json(assessment::record_end(assessment))},
          {"min_grade", word(query.options.min_grade)},
          {"found_only", query.options.found_only},
          {"assume", std::move(assume)},
          {"suppose", query.suppose},
          {"books", books_json(assessment)}};
}

Json counts_json(const assessment::Counts& c) {
  return {{"met", c.met},
          {"not_met", c.not_met},
          {"not_shown", c.not_shown},
          {"out_of_count", c.out_of_count}};
}

}  // namespace accord::cli
