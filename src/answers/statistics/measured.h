#pragma once

#include <map>
#include <optional>
#include <string>

#include "answers/question.h"
#include "assessment/files.h"
#include "assessment/measured_balance.h"
#include "measurement/items.h"

/// What is read before a question on measurements is asked: tables of items and methods, or a study
/// with its series.
namespace accord::described {

template <>
struct Words<measurement::MassKind> {
  static constexpr auto last = measurement::MassKind::net;
  static constexpr std::string_view name = "mass_kind";
  static constexpr const auto& words = measurement::mass_kind_words;
};

}  // namespace accord::described

namespace accord::answers {

struct BalanceGiven {
  std::optional<std::string> folder, items, methods, study;
  measurement::MassKind mass = measurement::MassKind::declared;
  std::optional<std::string> criteria, targets;

  /// U005: neither a study nor both tables, or both; or what a study does not have.
  [[nodiscard]] std::optional<Error> fault() const;

  static constexpr auto described = object(
      "balance_given", "Tables of measured items and of methods, or a study",
      member<&BalanceGiven::folder>("folder", "a folder with items.csv and methods.csv")
          .argument()
          .shown_as("FOLDER")
          .completed_by("folders"),
      member<&BalanceGiven::items>("items", "the table of measured items")
          .shown_as("FILE")
          .completed_by("files"),
      member<&BalanceGiven::methods>("methods",
                                     "the table of methods with the components of their errors")
          .shown_as("FILE")
          .completed_by("files"),
      member<&BalanceGiven::study>("study",
                                   "a study: flows and inventories as time series, described in "
                                   "this TOML file")
          .shown_as("FILE")
          .completed_by("files"),
      member<&BalanceGiven::mass>("mass",
                                  "masses of the items, as declared unless chosen; gross with "
                                  "their containers, net is gross less tare")
          .shown_as("KIND"),
      member<&BalanceGiven::criteria>("criteria",
                                      "compare with the bounds of a regulation: us-10cfr74, "
                                      "iaea-usual, or a TOML file")
          .shown_as("ID|FILE")
          .completed_by("criteria"),
      member<&BalanceGiven::targets>("targets",
                                     "compare the errors of the methods with this table of target "
                                     "values")
          .shown_as("FILE")
          .completed_by("files"));
};

/// Names of files, with the texts of those that could be read.
struct Measured {
  std::string items, methods;  ///< empty: a study
  std::string study;           ///< empty: tables
  measurement::MassKind mass = measurement::MassKind::declared;
  std::optional<std::string> criteria, targets;
  std::map<std::string, std::string> texts;

  [[nodiscard]] assessment::NamedText named(const std::string& file) const {
    return {file, texts.at(file)};
  }
};

template <>
struct SourceOf<Measured> {
  static constexpr Source value = Source::measured;
  using Given = BalanceGiven;
};

/// All files that are named, and the series of a study that are there; criteria that come with the
/// program have no file. C007, E008: one cannot be read. Contract: `given` has no fault.
[[nodiscard]] Answered<Measured> read_measured(const BalanceGiven& given,
                                               const assessment::Files& files);

}  // namespace accord::answers
