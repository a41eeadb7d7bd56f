#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "answers/question.h"
#include "assessment/ledger.h"

/// What is read before a question on accounts is asked.
namespace accord::answers {

using assessment::Ledger;

struct AccountsGiven {
  std::string path = ".";
  std::optional<Day> known;

  static constexpr auto described = object(
      "accounts_given", "The accountancy reports of a State or facility, as known on a day",
      member<&AccountsGiven::path>("path", "a folder of accounts, or one report")
          .shown_as("FOLDER|FILE")
          .completed_by("files"),
      member<&AccountsGiven::known>("known",
                                    "as known on this day: only reports dated on or before it take "
                                    "part; otherwise all")
          .setting());
};

template <>
struct SourceOf<Ledger> {
  static constexpr Source value = Source::accounts;
  using Given = AccountsGiven;
};

/// The accounts, unless something that is there cannot be read.
[[nodiscard]] Answered<std::shared_ptr<const formats::Accounts>> read_accounts(
    const std::filesystem::path& path);
/// The same with the books as known on the day.
[[nodiscard]] Answered<std::unique_ptr<Ledger>> opened(const AccountsGiven& given);

}  // namespace accord::answers
