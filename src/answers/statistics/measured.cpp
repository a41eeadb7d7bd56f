#include "answers/statistics/measured.h"

#include <fmt/format.h>

#include <filesystem>

#include "assessment/study.h"
#include "base/codes/parameter.h"
#include "formats/profiles/criteria.h"

namespace accord::answers {

namespace {

/// Reads files into the texts of what is measured, until one cannot be read.
class Reading {
 public:
  Reading(Measured& out, const assessment::Files& files) : out_(out), files_(files) {}

  std::optional<Error> fault;

  void take(const std::string& file) {
    if (fault || out_.texts.contains(file)) return;
    Result<std::string> text = files_.read(file);
    if (text)
      out_.texts.emplace(file, std::move(*text));
    else
      fault = std::move(text.error());
  }

  /// With the series of it that are there: the others are problems of the study.
  void take_study() {
    take(out_.study);
    if (fault) return;
    for (const std::string& file : assessment::files_of_study(out_.named(out_.study)))
      if (files_.has(file)) take(file);
  }

  /// Criteria that come with the program, or of a file.
  void take_criteria(const std::string& name) {
    if (fault) return;
    std::string own(formats::own_criteria(name));
    if (!own.empty()) {
      out_.texts.insert_or_assign(name, std::move(own));
      return;
    }
    take(name);
    if (fault)
      fault->remedy =
          fmt::format("name a file, or one of {}", fmt::join(formats::own_criteria_ids(), ", "));
  }

 private:
  Measured& out_;
  const assessment::Files& files_;
};

std::string table_of(const BalanceGiven& given, const std::optional<std::string>& table,
                     const char* name) {
  if (table) return *table;
  return (std::filesystem::path(given.folder.value_or("")) / name).string();
}

}  // namespace

std::optional<Error> BalanceGiven::fault() const {
  if (!study) {
    if (folder || (items && methods)) return std::nullopt;
    return Error{"U005",
                 "a balance needs a table of items and a table of methods",
                 {},
                 fmt::format("name a folder with items.csv and methods.csv, or give {} and {}",
                             parameter("items"), parameter("methods"))};
  }
  if (folder || items || methods)
    return Error{"U005",
                 "a balance takes either a study or tables of items and methods",
                 {},
                 fmt::format("give {} alone, or leave it out", parameter("study"))};
  if (mass != measurement::MassKind::declared)
    return Error{"U005",
                 "a study has masses of one kind",
                 {},
                 fmt::format("{} chooses columns of a table of items; leave it out with {}",
                             parameter("mass"), parameter("study"))};
  if (targets)
    return Error{"U005",
                 "a study names no target values",
                 {},
                 fmt::format("{} takes the errors of a table of methods; leave it out with {}",
                             parameter("targets"), parameter("study"))};
  return std::nullopt;
}

Answered<Measured> read_measured(const BalanceGiven& given, const assessment::Files& files) {
  Measured out;
  out.mass = given.mass;
  out.criteria = given.criteria;
  out.targets = given.targets;
  Reading reading(out, files);
  if (given.study) {
    out.study = *given.study;
    reading.take_study();
  } else {
    out.items = table_of(given, given.items, "items.csv");
    out.methods = table_of(given, given.methods, "methods.csv");
    reading.take(out.items);
    reading.take(out.methods);
  }
  if (out.criteria) reading.take_criteria(*out.criteria);
  if (out.targets) reading.take(*out.targets);
  if (reading.fault) return refused(*reading.fault);
  return out;
}

}  // namespace accord::answers
