#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/amended.h"
#include "agreement/model/names.h"
#include "agreement/model/units.h"

/// The inside of `plain.h`: parts of sentences. Names become titles, days become dates where they
/// are known.
namespace accord::agreement {

/// "“text”"
[[nodiscard]] std::string in_quotes(std::string_view text);
/// The first letter made upper case (ASCII).
[[nodiscard]] std::string capital(std::string text);

class PlainWords {
 public:
  /// `day_of` gives the days that are known. The agreement must outlive it.
  PlainWords(const Agreement& agreement, DayOf day_of);

  /// Of any item; its name when it has none.
  [[nodiscard]] std::string title(std::string_view name) const;
  [[nodiscard]] std::string title(const Name& name) const { return title(name.text); }
  [[nodiscard]] std::string titles(const Names& names, std::string_view last = "and") const;
  [[nodiscard]] std::string term(const Name& name) const;  ///< "T-STOCK (“Stock”)"
  [[nodiscard]] std::string terms(const Names& names) const;

  [[nodiscard]] std::string unit(std::string_view name) const;  ///< "kg of ore"
  [[nodiscard]] std::string value(const Value& value) const;    ///< "100 kg of ore"
  /// With the equivalent in the unit of the measure: "100 kg of ore (60 kg of metal)".
  [[nodiscard]] std::string value(const Value& value, const Measure* measure) const;
  /// "at or below 100 kg of ore (60 kg of metal)"
  [[nodiscard]] std::string bound(const Bound& bound, const Measure* measure) const;

  /// "16 January 2016"; when not known "90 days after endorsement", "the day of “…”".
  [[nodiscard]] std::string day(const DayExpression& expression) const;
  /// "From 16 January 2016 to 15 January 2031", "From 16 January 2016 on", "From … for 15 years"
  [[nodiscard]] std::string period(const Period& period) const;
  [[nodiscard]] std::string condition(const Condition& condition) const;
  /// That it does not hold: "“E” has not happened".
  [[nodiscard]] std::string negated(const Condition& condition) const {
    return test(condition, false);
  }
  /// "15 years", "8 years and 6 months"
  [[nodiscard]] std::string span(const Span& span) const;

  [[nodiscard]] const NamedItems& names() const { return names_; }
  [[nodiscard]] std::optional<Day> known_day(const DayExpression& expression) const {
    return day_of_(expression);
  }

 private:
  [[nodiscard]] std::string day_atom(const DayExpression& expression) const;
  [[nodiscard]] std::string test(const Condition& condition, bool holds) const;
  [[nodiscard]] std::string joined(const Condition& condition) const;

  NamedItems names_;
  Units units_;
  DayOf day_of_;
};

/// plain_rules.cpp: the sentences of the clauses of a term, those of `replace` included.
[[nodiscard]] std::vector<std::string> plain_clauses(const PlainWords& words,
                                                     const Clauses& clauses);
/// What a measure is and how it is computed.
[[nodiscard]] std::string plain_formula(const PlainWords& words, const Measure& measure);

}  // namespace accord::agreement
