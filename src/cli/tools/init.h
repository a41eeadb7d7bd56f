#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/question.h"

namespace accord::cli {

enum class Made : std::uint8_t { workspace, study, accounts };

}  // namespace accord::cli

namespace accord::described {

template <>
struct Words<cli::Made> {
  static constexpr auto last = cli::Made::accounts;
  static constexpr std::string_view name = "made", words[] = {"workspace", "study", "accounts"};
};

}  // namespace accord::described

namespace accord::cli {

using described::member;
using described::object;

struct InitAsked {
  std::string folder;
  std::optional<std::string> example;
  bool accounts = false;
  std::optional<std::string> profile;

  /// U004: no such profile; U005: accounts from an example.
  [[nodiscard]] std::optional<Error> fault() const;

  static constexpr auto described = object(
      "init_asked", "Make a new workspace or study folder, empty or from an example",
      member<&InitAsked::folder>("folder", "the new folder")
          .shown_as("DIR")
          .completed_by("folders")
          .argument()
          .required(),
      member<&InitAsked::example>("example", "start from this example")
          .shown_as("NAME")
          .completed_by("examples"),
      member<&InitAsked::accounts>(
          "accounts",
          "for accountancy reports: state.json, filled from the reports in DIR, and templates"),
      member<&InitAsked::profile>("profile", "form of reporting of reports that do not name it")
          .shown_as("ID")
          .completed_by("profiles"));
};

struct InitAnswer {
  std::string folder;
  Made made{};
  std::optional<std::string> example;
  std::vector<std::string> written, kept;
  std::optional<std::uint64_t> reports_read;
  std::string next;

  static constexpr auto described =
      object("init", "A new folder", member<&InitAnswer::folder>("folder", "where it is"),
             member<&InitAnswer::made>("made", "what it is a folder of"),
             member<&InitAnswer::example>("example", "the example that it is from; none: none"),
             member<&InitAnswer::written>("written", "of accounts: files that are new"),
             member<&InitAnswer::kept>("kept", "of accounts: files that were there, and stay"),
             member<&InitAnswer::reports_read>(
                 "reports_read",
                 "number of reports that state.json is filled from; none: no "
                 "folder of accounts"),
             member<&InitAnswer::next>("next", "the command to go on with"));
};

/// state.json from the reports in the folder, if there are any, with its explanation and templates
/// of the tables beside it. What is there stays.
[[nodiscard]] answers::Answered<InitAnswer> make_accounts(const InitAsked& asked);

}  // namespace accord::cli
