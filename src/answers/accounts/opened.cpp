#include "answers/accounts/opened.h"

#include "formats/accounts/accounts.h"

namespace accord::answers {

Answered<std::shared_ptr<const formats::Accounts>> read_accounts(
    const std::filesystem::path& path) {
  Result<formats::Accounts> read = formats::read_accounts(path);
  if (!read) return refused(read.error());
  if (has_errors(read->problems))
    return tl::make_unexpected(Refusal{std::move(read->problems), std::move(read->texts)});
  return std::make_shared<const formats::Accounts>(std::move(*read));
}

Answered<std::unique_ptr<Ledger>> opened(const AccountsGiven& given) {
  auto accounts = read_accounts(given.path);
  if (!accounts) return tl::make_unexpected(std::move(accounts.error()));
  return std::make_unique<Ledger>(std::move(*accounts), given.known.value_or(day_max));
}

}  // namespace accord::answers
