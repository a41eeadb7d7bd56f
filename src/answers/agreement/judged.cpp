#include "answers/agreement/judged.h"

#include <fmt/format.h>

#include <algorithm>

#include "agreement/model/party_titles.h"
#include "assessment/summary.h"
#include "base/codes/parameter.h"
#include "base/contract.h"
#include "base/named.h"

namespace accord::answers {

Record record_of(const evidence::Records& records, std::uint32_t origin) {
  ACCORD_EXPECT(origin < records.origins.size());
  const evidence::Origin& row = records.origins[origin];
  return {text_or_none(row.id),
          text_or_none(row.file),
          row.row > 0 ? std::optional(row.row) : std::nullopt,
          text_or_none(row.sha256),
          text_or_none(row.source),
          text_or_none(row.text),
          text_or_none(row.note),
          row.supposed,
          text_or_none(row.by),
          text_or_none(row.replaces)};
}

OutcomeCounts counts_of(const assessment::Counts& counts) {
  return {counts.met, counts.not_met, counts.not_shown, counts.out_of_count};
}

namespace {

std::optional<AccountsBehind> accounts_of(const Assessment& assessment) {
  const assessment::KnownBooks* books = assessment.books();
  if (books == nullptr) return std::nullopt;
  const formats::PartyBooks& from = assessment.workspace().books;
  return AccountsBehind{from.folder,
                        from.party,
                        agreement::PartyTitles(assessment.workspace().agreement).of(from.party),
                        books->ledger.effective.reports.size(),
                        books->errors,
                        books->warnings,
                        doubts_of(books->ledger, {}).incomplete};
}

UnfedRow unfed_of(const assessment::UnfedRow& row, const evidence::Records& records) {
  UnfedRow out{row.word, row.only_a_figure, {}, {}, record_of(records, row.origin)};
  if (!row.did_you_mean) return out;
  out.did_you_mean = row.did_you_mean->name;
  out.did_you_mean_kind = row.did_you_mean->kind;
  return out;
}

}  // namespace

Judged judged_of(const Assessment& assessment) {
  const assessment::Query& query = assessment.query();
  const assessment::RecordEnd end = assessment::record_end(assessment);
  Judged out;
  out.workspace = assessment.workspace().name;
  out.on = assessment.on();
  out.known = assessment.known();
  out.record_end = end.day;
  out.nothing_later = end.nothing_later;
  out.min_grade = query.options.min_grade;
  out.found_only = query.options.found_only;
  for (const agreement::Assumption& one : query.options.assume)
    out.assume.push_back(one.question + "=" + one.answer);
  out.suppose = query.suppose;
  out.outcomes = counts_of(assessment.counts());
  out.accounts = accounts_of(assessment);
  for (const assessment::UnfedRow& row : assessment.remarks().unfed_rows)
    out.unfed_rows.push_back(unfed_of(row, assessment.records()));
  out.background_rows = assessment.remarks().background_rows;
  return out;
}

std::vector<std::string> notes_of(const Assessment& assessment) {
  return assessment::sentences(assessment.remarks(), assessment.records());
}

Error no_such_finding(const Assessment& assessment, const std::string& id) {
  std::vector<Named> terms, findings;
  for (const evidence::Finding& finding : assessment.findings()) {
    terms.push_back({finding.term, finding.title});
    findings.push_back({finding.id, {}});
  }
  std::string near = did_you_mean(id, terms);
  if (near.empty()) near = did_you_mean(id, findings);
  return {"C001",
          fmt::format("no term or finding “{}” in {}", id, assessment.workspace().terms_file),
          {},
          near.empty() ? parameter("status") + " lists them" : std::move(near)};
}

std::optional<Error> no_such_party(const agreement::Agreement& agreement,
                                   const std::optional<std::string>& party) {
  if (!party) return std::nullopt;
  std::vector<Named> known;
  for (const agreement::Item& item : agreement.items)
    if (const auto* found = std::get_if<agreement::Party>(&item))
      known.push_back({found->head.name.text, found->head.title});
  std::vector<std::string_view> ids;
  for (const Named& one : known) ids.push_back(one.id);
  if (std::find(ids.begin(), ids.end(), *party) != ids.end()) return std::nullopt;
  std::string near = did_you_mean(*party, known);
  return Error{
      "C002",
      fmt::format("no party “{}” in the text", *party),
      {},
      near.empty() ? fmt::format("the parties are {}", fmt::join(ids, ", ")) : std::move(near)};
}

}  // namespace accord::answers
