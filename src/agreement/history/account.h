#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "described/described.h"
#include "evidence/words.h"

/// The account of give and take between two sides (chapter, section 5.6): what each had performed,
/// had stopped or was due to perform, by day. It prints the order of departures and infers nothing
/// from it.
namespace accord::agreement {

/// Whose line it is: of one side, or of both, who owe or declare together.
enum class AccountSide : std::uint8_t { left, right, joint };

enum class AccountWord : std::uint8_t {
  declared,   ///< the side's own declaration (ceases, suspends, resumes, refuses), with its ground
  performed,  ///< the term came to be met or performed
  stopped,    ///< the term came to be broken, or a lasting state ended
  due,        ///< the day has passed without the act on record
  not_shown,  ///< from this day nothing shows whether it is performed
  ended       ///< sunset, terminated, waived, or no longer in force
};

}  // namespace accord::agreement

namespace accord::described {

template <>
struct Words<agreement::AccountSide> {
  static constexpr auto last = agreement::AccountSide::joint;
  static constexpr std::string_view name = "account_side", words[] = {"left", "right", "joint"};
};
template <>
struct Words<agreement::AccountWord> {
  static constexpr auto last = agreement::AccountWord::ended;
  static constexpr std::string_view name = "account_word",
                                    words[] = {"declared", "performed", "stopped",
                                               "due",      "not shown", "ended"};
};

}  // namespace accord::described

namespace accord::agreement {

/// One line of the account; it stands in the column of the side that owes or declares.
struct AccountLine {
  using Word = AccountWord;
  Day day;
  AccountSide side = AccountSide::right;
  Word what = Word::performed;
  std::vector<std::string> parties;
  std::string party_title;  ///< the parties by their names
  std::string term;         ///< "" for a declaration about no single term
  std::string title;        ///< of the term or of the declaration
  std::optional<State> state;
  std::string value, limit;
  std::string ground;  ///< declaration: the remark of its record
  std::string source;
  std::optional<std::uint32_t> origin;
  bool supposed = false;
};

/// Where one term stands at the end of the account.
struct AccountStanding {
  AccountSide side = AccountSide::right;
  std::vector<std::string> parties;
  std::string party_title, term, title;
  State state = State::no_value;
  std::optional<Day> since;
  static constexpr auto described = described::object(
      "account_standing", "Where one term is at the end of an account",
      described::member<&AccountStanding::side>("side", "whose it is: of one side, or of both"),
      described::member<&AccountStanding::parties>("party", "who owes it"),
      described::member<&AccountStanding::party_title>("party_title", "their names"),
      described::member<&AccountStanding::term>("term", "the term"),
      described::member<&AccountStanding::title>("title", "what it is about"),
      described::member<&AccountStanding::state>("state", "its state"),
      described::member<&AccountStanding::since>("since", "first day of it; none: not known"));
};

struct Account {
  std::string left, right, left_title, right_title;
  std::vector<AccountLine> lines;         ///< by day
  std::vector<AccountStanding> standing;  ///< in the order of the text
};

/// A party that is on both sides: a side and a group that holds it, or two groups that share a
/// member. Such sides have no account.
[[nodiscard]] std::optional<std::string> on_both_sides(const Agreement& agreement,
                                                       std::string_view left,
                                                       std::string_view right);

/// Terms owed by one of the two (a member, or a group they belong to) to the other, both ways, and
/// those that members of both owe together, up to and including `to`, as known on `known`.
/// Exchanging the sides exchanges the columns and nothing else (property 10). Contract: no party is
/// on both sides.
[[nodiscard]] Account account(const Evaluator& evaluator, std::string_view left,
                              std::string_view right, Day to, Day known);

[[nodiscard]] std::string_view word(AccountWord what);  ///< "declared", "performed", … "not shown"
[[nodiscard]] std::string_view word(AccountSide side);  ///< "left", "right", "joint"

/// Two columns of plain text, 100 characters wide, what is joint across both, then the standing of
/// every term.
[[nodiscard]] std::string account_text(const Account& account);

}  // namespace accord::agreement
