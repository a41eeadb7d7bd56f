#include "answers/talks/draft.h"

#include "answers/talks/package.h"
#include "formats/text/files.h"
#include "talks/draft/draft.h"
#include "talks/files/read.h"

namespace accord::answers {

namespace {

std::vector<talks::DraftParty> parties_of(const DraftQuestion& asked, const talks::Domain& domain) {
  std::vector<talks::DraftParty> out;
  for (const std::string& word : asked.parties.empty() ? domain.parties : asked.parties) {
    const std::size_t at = word.find('=');
    const std::string id = word.substr(0, at);
    out.push_back({id, at == std::string::npos ? id : word.substr(at + 1)});
  }
  return out;
}

}  // namespace

Answered<DraftAnswer> draft(const Nothing&, const DraftQuestion& asked) {
  const auto bytes = formats::file_bytes(asked.domain);
  if (!bytes) return refused(bytes.error());
  const auto read = talks::read_domain(*bytes, asked.domain);
  if (!read.value) return tl::make_unexpected(Refusal{read.problems, {{asked.domain, *bytes}}});
  const auto package = outcome_of(*read.value, asked.package);
  if (!package) return tl::make_unexpected(package.error());
  const std::string& name = read.value->name;
  auto text = talks::draft_terms(
      *read.value, *package, parties_of(asked, *read.value),
      {asked.title.value_or(name.empty() ? "Draft from a chosen package" : name),
       "A package of talks that was chosen as an example. Nobody has agreed to it."});
  if (!text) return refused(text.error());
  return DraftAnswer{std::move(*text)};
}

constinit const Question draft_question = Asked<draft>::named("talks draft", "draft_terms");

}  // namespace accord::answers
