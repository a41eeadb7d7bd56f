#pragma once

#include <string>

#include "agreement/finding.h"
#include "agreement/record.h"

namespace accord::agreement {

/// A finding in plain sentences, one per step, down to file, row and hash of every record it rests on
/// (chapter 6): what `accord explain` and Python's `explain` print. Ends with a line end.
[[nodiscard]] std::string explain(const Finding& finding, const Records& records);

/// "205.0 kg_u against 300 kg_uf6 (202.8 kg_u): 2.2 kg_u beyond the limit, 1.01 times the limit".
/// Of a minimum: "70 t, short of 100 t by 30 t, 0.70 times the minimum". Only what is known is said:
/// without a figure there is no margin and no ratio.
[[nodiscard]] std::string sentence(const Comparison& comparison);

/// "suspends" with party, day and title: "iran has declared it suspended on 2021-02-23 (“Voluntary measures stopped”)".
[[nodiscard]] std::string sentence(const DeclarationShown& declaration);

}  // namespace accord::agreement
