#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "agreement/model/model.h"
#include "answers/question.h"
#include "base/named.h"
#include "formats/workspace/workspace.h"

/// What is read before a question on agreement texts alone is asked.
namespace accord::answers {

/// A text as its file has it; it may have errors.
struct TermsText {
  std::string file, text;
  std::shared_ptr<const agreement::Agreement> read;  ///< without errors; none: not read yet
};

/// One or more.
struct Terms {
  std::vector<TermsText> texts;
};

struct TermsGiven {
  std::vector<std::string> files;

  static constexpr auto described = object(
      "terms_given", "Agreement texts",
      member<&TermsGiven::files>("files", "files with a text; otherwise that of the workspace")
          .argument()
          .shown_as("FILE")
          .completed_by("files"));
};

template <>
struct SourceOf<Terms> {
  static constexpr Source value = Source::terms;
  using Given = TermsGiven;
};

/// The text of a workspace. `folder`: as the user names it.
[[nodiscard]] Terms terms_of(const std::shared_ptr<const formats::Workspace>& workspace,
                             const std::filesystem::path& folder);

/// The agreement that a text is. Its examples are not run: a draft may be compared or drawn before
/// they are right. Refused with every error of the text.
[[nodiscard]] Answered<std::shared_ptr<const agreement::Agreement>> agreement_of(
    const TermsText& text);

/// A workspace without errors in its files.
[[nodiscard]] Answered<formats::Workspace> read_workspace(const std::filesystem::path& folder);

/// C001, with the nearest name: nothing in the text has the name.
[[nodiscard]] Error nothing_named(const std::string& name, std::span<const Named> known,
                                  std::string_view question);

}  // namespace accord::answers
