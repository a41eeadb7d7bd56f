#pragma once

#include <string>

#include "agreement/model/party_titles.h"
#include "evidence/finding.h"
#include "evidence/record.h"

namespace accord::agreement {

using namespace evidence;

/// A finding in plain sentences, one per step, down to file, row and hash of every record it rests
/// on (chapter 6): what `accord explain` and Python's `explain` print. Ends with a line end.
[[nodiscard]] std::string explain(const Finding& finding, const Records& records,
                                  const PartyTitles& parties);

/// "3.0 t against 100 crates (2.5 t): 0.5 t beyond the limit, 1.20 times the limit".
/// Of a minimum: "70 t, short of 100 t by 30 t, 0.70 times the minimum". Only what is known is
/// said: without a figure there is no margin and no ratio. Only what is known is said: without a
/// figure there is no margin and no ratio. Differences of shares are in percentage points: "60 %
/// against 5 %: 55 percentage points beyond the limit".
[[nodiscard]] std::string sentence(const Comparison& comparison);

/// What `exceeded` means for the rule (chapter 4.1): "below the minimum", "seen"; "" for a maximum
/// and for every other state.
[[nodiscard]] const char* exceeded_words(const RuleFinding& rule);

/// "2015-02: exceeded, 12 times against 0 times"
[[nodiscard]] std::string sentence(const LastPeriod& period);

/// Whether it stands beside the state, which is about another period.
[[nodiscard]] bool tells_last_period(const RuleFinding& rule);

/// The first and the latest declaration, titles in the words of the record: "North declared it
/// suspended on 2019-05-08 (in the record: First step announced) and again on 2020-01-05 (in the
/// record: Fifth step announced)".
[[nodiscard]] std::string sentence(const DeclarationShown& declaration, const PartyTitles& parties);

/// "Announced by the party on 2019-05-08 (in the record: First step announced)."
[[nodiscard]] std::string announced_sentence(Day day, const std::string& title);

}  // namespace accord::agreement
