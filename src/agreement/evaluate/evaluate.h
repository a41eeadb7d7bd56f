#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "agreement/model/model.h"
#include "evidence/finding.h"
#include "evidence/record.h"

namespace accord::agreement {

using namespace evidence;

struct Assumption {
  std::string question;
  std::string answer;
};

struct Options {
  Grade min_grade = Grade::unverified;  ///< weaker records are left out
  bool found_only = false;              ///< records with trace derived or recalled are left out
  std::vector<Assumption> assume;
};

/// A term and the party it is judged for; `party` is empty for one obliged party and for `jointly`.
struct Subject {
  std::string term;
  std::string party;
  friend bool operator==(const Subject&, const Subject&) = default;
};

/// Judges terms on a valid day as known on a known day: a pure function of agreement, records, the
/// two days and the options (chapter 5.9). Order of records has no influence.
///
/// The agreement must have passed `check` without errors, and both it and the records must outlive
/// the evaluator. Building it sorts and indexes the records once: O(R log R). One term on one day
/// then costs O(log R) per measure of its rules plus the calls it answers.
class Evaluator {
 public:
  Evaluator(const Agreement& agreement, const Records& records, Options options = {});
  ~Evaluator();
  Evaluator(Evaluator&&) noexcept;

  /// Every term that was ever added (also by amendments), in order of the text, `each` split by
  /// party.
  [[nodiscard]] const std::vector<Subject>& subjects() const;

  /// Contract: subject is one of subjects(); valid <= known.
  [[nodiscard]] Finding evaluate(const Subject& subject, Day valid, Day known) const;
  [[nodiscard]] std::vector<Finding> status(Day valid, Day known) const;

  /// Only the state: what `evaluate` gives, without building evidence and sentences.
  [[nodiscard]] State state(const Subject& subject, Day valid, Day known) const;

  /// A named day, or any expression of days, as known on a day; nothing when unknown (an own event
  /// counts for every party).
  [[nodiscard]] std::optional<Day> day(std::string_view name, Day known) const;
  [[nodiscard]] std::optional<Day> day(const DayExpression& expression, Day known) const;

  /// Days in (from, to] on which the state of the subject can change, as known on `known`: records,
  /// starts, ends, steps, deadlines, decisions. Sorted, unique; a superset of the real changes.
  [[nodiscard]] std::vector<Day> change_days(const Subject& subject, Day from, Day to,
                                             Day known) const;

  [[nodiscard]] const Agreement& agreement() const;
  [[nodiscard]] const Records& records() const;
  [[nodiscard]] const Options& options() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace accord::agreement
