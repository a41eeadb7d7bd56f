#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "answers/agreement/terms.h"
#include "answers/message.h"

namespace accord::answers {

struct TermsCheckQuestion {
  std::optional<std::string> against;

  static constexpr auto described = object(
      "terms_check_question", "Find what is wrong in agreement texts, and run their examples",
      member<&TermsCheckQuestion::against>(
          "against", "compare ids, limits and days with the tables of this workspace")
          .shown_as("DIR")
          .completed_by("folders"));
};

struct CheckedText {
  std::string file, agreement;
  std::uint64_t terms_read = 0, examples_read = 0, errors = 0, warnings = 0;

  static constexpr auto described = object(
      "checked_text", "An agreement text that was checked",
      member<&CheckedText::file>("file", "its file; - is standard input"),
      member<&CheckedText::agreement>("agreement", "name of the agreement; empty: it has none"),
      member<&CheckedText::terms_read>("terms_read", "number of its terms"),
      member<&CheckedText::examples_read>("examples_read", "number of its examples"),
      member<&CheckedText::errors>("errors", "number of errors in it"),
      member<&CheckedText::warnings>("warnings", "number of warnings about it"));
};

struct TermsCheckAnswer {
  std::vector<Message> problems;
  std::vector<CheckedText> texts;

  [[nodiscard]] bool has_errors() const;

  static constexpr auto described = object(
      "terms_check", "What is wrong in agreement texts",
      member<&TermsCheckAnswer::problems>("problems",
                                          "by text, in order of place; after those of a text, "
                                          "where the tables differ from it"),
      member<&TermsCheckAnswer::texts>("texts", "the texts, in the order asked about"),
      member<&TermsCheckAnswer::has_errors>("has_errors", "whether there is an error").deciding());
};

/// The same with the problems as they were found, and the texts of all files for excerpts.
struct CheckedTerms {
  std::vector<CheckedText> texts;
  Refusal found;
};
/// Refused when the tables cannot be read.
[[nodiscard]] Answered<CheckedTerms> checked(const Terms& terms, const TermsCheckQuestion& asked);
[[nodiscard]] Answered<TermsCheckAnswer> terms_check(const Terms& terms,
                                                     const TermsCheckQuestion& asked);

extern const Question terms_check_question;

}  // namespace accord::answers
