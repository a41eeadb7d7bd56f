#pragma once

#include <string>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "agreement/model/model.h"

/// An agreement text as plain sentences, every clause one from a fixed pattern (chapter 3.7): what
/// `accord terms show` prints.
namespace accord::agreement {

struct PlainItem {
  std::string word;  ///< "term", "procedure", "party" …
  std::string name;  ///< "" for items without one
  std::string title;
  std::string ref;  ///< "" when it has none
  std::vector<std::string> sentences;
  std::vector<ReadingShown> readings;  ///< `by` holds titles of parties
  std::vector<Quote> quotes;           ///< the treaty's own words
  std::vector<std::string> notes;
};

/// Days on which the text is read: `known` for what is on record and decided, `valid` for the
/// version.
struct PlainDays {
  Day valid;
  Day known;
};

/// Every item in the order of the text; a term that an amendment adds stands behind the amendment.
///
/// With an evaluator, days are those known on `days.known`, and the terms are the version in force
/// on `days.valid`: terms not added yet are left out, changed and ended ones say so. Without one,
/// only days that the text alone fixes are computed; others stay expressions in words, and
/// amendments stand as written.
[[nodiscard]] std::vector<PlainItem> plain(const Agreement& agreement);
[[nodiscard]] std::vector<PlainItem> plain(const Evaluator& evaluator, PlainDays days);

/// Headed paragraphs with lines of at most 100 columns.
[[nodiscard]] std::string plain_text(const std::vector<PlainItem>& items);

/// One page in two columns, the sentences left and the treaty's words right, for signature copies.
/// It needs no other file.
[[nodiscard]] std::string plain_html(const Agreement& agreement,
                                     const std::vector<PlainItem>& items);

}  // namespace accord::agreement
