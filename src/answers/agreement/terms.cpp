#include "answers/agreement/terms.h"

#include <fmt/format.h>

#include "agreement/check/check.h"
#include "agreement/syntax/parse.h"
#include "base/codes/parameter.h"

namespace accord::answers {

Terms terms_of(const std::shared_ptr<const formats::Workspace>& workspace,
               const std::filesystem::path& folder) {
  TermsText text{
      (folder / workspace->terms_file).lexically_normal().string(), workspace->terms_text, {}};
  if (!has_errors(workspace->problems)) text.read = {workspace, &workspace->agreement};
  return {{std::move(text)}};
}

Answered<std::shared_ptr<const agreement::Agreement>> agreement_of(const TermsText& text) {
  if (text.read != nullptr) return text.read;
  agreement::Parsed parsed = agreement::parse(text.text, text.file);
  if (!has_errors(parsed.problems)) parsed.problems = agreement::check(parsed.agreement, text.file);
  if (has_errors(parsed.problems))
    return tl::make_unexpected(Refusal{std::move(parsed.problems), {{text.file, text.text}}});
  return std::make_shared<const agreement::Agreement>(std::move(parsed.agreement));
}

Answered<formats::Workspace> read_workspace(const std::filesystem::path& folder) {
  Result<formats::Workspace> read = formats::read_workspace(folder);
  if (!read) return refused(read.error());
  if (has_errors(read->problems))
    return tl::make_unexpected(Refusal{std::move(read->problems), std::move(read->texts)});
  return std::move(*read);
}

Error nothing_named(const std::string& name, std::span<const Named> known,
                    std::string_view question) {
  const std::string near = did_you_mean(name, known);
  return {"C001",
          fmt::format("nothing named “{}” in the text", name),
          {},
          near.empty() ? parameter(question) + " lists all names" : near};
}

}  // namespace accord::answers
