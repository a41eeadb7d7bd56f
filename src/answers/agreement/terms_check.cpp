#include "answers/agreement/terms_check.h"

#include <algorithm>
#include <iterator>

#include "agreement/check/check.h"
#include "formats/terms/against.h"

namespace accord::answers {

namespace {

CheckedText summary_of(const std::string& file, const agreement::Parsed& parsed) {
  CheckedText out{file, parsed.agreement.name.text, 0, 0, 0, 0};
  for (const agreement::Item& item : parsed.agreement.items) {
    out.terms_read += std::holds_alternative<agreement::Term>(item) ? 1U : 0U;
    out.examples_read += std::holds_alternative<agreement::Example>(item) ? 1U : 0U;
  }
  for (const Problem& problem : parsed.problems)
    ++(problem.severity == Severity::error ? out.errors : out.warnings);
  return out;
}

}  // namespace

bool TermsCheckAnswer::has_errors() const {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Message& one) { return one.severity == Severity::error; });
}

Answered<CheckedTerms> checked(const Terms& terms, const TermsCheckQuestion& asked) {
  CheckedTerms out;
  std::optional<formats::Workspace> tables;
  if (asked.against) {
    auto read = read_workspace(*asked.against);
    if (!read) return tl::make_unexpected(std::move(read.error()));
    out.found.texts = read->texts;
    tables = std::move(*read);
  }
  std::vector<Problem>& problems = out.found.problems;
  for (const TermsText& text : terms.texts) {
    agreement::Parsed parsed = agreement::read(text.text, text.file);
    out.texts.push_back(summary_of(text.file, parsed));
    out.found.texts.emplace(text.file, text.text);
    const bool is_compared = tables && !accord::has_errors(parsed.problems);
    std::move(parsed.problems.begin(), parsed.problems.end(), std::back_inserter(problems));
    if (!is_compared) continue;
    tables->agreement = std::move(parsed.agreement);  // in the place of the workspace's own
    for (Problem& problem : formats::against(*tables)) problems.push_back(std::move(problem));
  }
  return out;
}

Answered<TermsCheckAnswer> terms_check(const Terms& terms, const TermsCheckQuestion& asked) {
  auto made = checked(terms, asked);
  if (!made) return tl::make_unexpected(std::move(made.error()));
  TermsCheckAnswer out{{}, std::move(made->texts)};
  for (const Problem& problem : made->found.problems) out.problems.push_back(message_of(problem));
  return out;
}

constinit const Question terms_check_question = Asked<terms_check>::named("terms check");

}  // namespace accord::answers
