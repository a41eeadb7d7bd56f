#include "cli/agreement/judged_json.h"

#include <nlohmann/json.hpp>

#include "assessment/recalled.h"
#include "assessment/summary.h"
#include "cli/frame/unread.h"
#include "report/sections/finding_json.h"
#include "report/sections/summary_json.h"

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
          {"warnings", books->warnings},
          {"incomplete", unread_json(gaps_of(books->ledger, {}))}};
}

Json unfed_json(const assessment::UnfedRow& row, const evidence::Records& records) {
  Json offer = nullptr;
  if (row.did_you_mean)
    offer = {{"kind", word(row.did_you_mean->kind)}, {"name", row.did_you_mean->name}};
  return {{"word", report::text_json(row.word)},
          {"only_a_figure", row.only_a_figure},
          {"did_you_mean", std::move(offer)},
          {"record", report::origin_json(records.origins[row.origin])}};
}

/// What the answer says beside its findings.
Json remarks_json(const assessment::Assessment& assessment) {
  const assessment::Remarks& remarks = assessment.remarks();
  Json rows = Json::array();
  for (const assessment::UnfedRow& row : remarks.unfed_rows)
    rows.push_back(unfed_json(row, assessment.records()));
  return {{"sentences", assessment::sentences(remarks, assessment.records())},
          {"unfed_rows", std::move(rows)},
          {"background_rows", remarks.background_rows}};
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
          {"books", books_json(assessment)},
          {"remarks", remarks_json(assessment)}};
}

Json recalled_json(const assessment::Assessment& assessment) {
  Json out = Json::array();
  for (const evidence::Finding* f : assessment::resting_on_recalled(assessment.findings()))
    out.push_back(f->id);
  return out;
}

Json counts_json(const assessment::Counts& c) {
  return {{"met", c.met},
          {"not_met", c.not_met},
          {"not_shown", c.not_shown},
          {"out_of_count", c.out_of_count}};
}

}  // namespace accord::cli
