#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "agreement/model/fixed_days.h"
#include "agreement/model/model.h"
#include "agreement/model/names.h"
#include "agreement/model/units.h"
#include "agreement/model/uses.h"
#include "base/problem.h"

/// The inside of `check.h`: what the single checks share. Each check stays silent about a name that
/// does not resolve: `check_names` reports it, once.
namespace accord::agreement {

struct Checks {
  Checks(const Agreement& checked, std::string_view file_name);

  void error(std::string_view code, const At& at, std::string message, std::string help = {});
  void warning(std::string_view code, const At& at, std::string message, std::string help = {});
  /// "did you mean “x”?", or `otherwise` when nothing is near.
  [[nodiscard]] std::string did_you_mean(std::string_view word,
                                         const std::vector<std::string_view>& candidates,
                                         std::string otherwise = {});

  const Agreement& agreement;
  std::string file;
  NamedItems names;
  Units units;
  FixedDays days;
  std::vector<Problem> problems;
  /// Suggestions compare with every name; a text with thousands of faults gets them for the first
  /// ones.
  std::size_t suggestions_left = problems_shown_max;
};

// check_names.cpp
void check_declared_once(Checks& checks);                       ///< A030, A031
void check_use(Checks& checks, const Name& name, Role wanted);  ///< A033–A035
/// A033–A035 for the whole text; the uses that resolve.
std::unordered_set<std::string_view> check_uses(Checks& checks);
void check_unused(Checks& checks, const std::unordered_set<std::string_view>& used);  ///< A065

void check_circles(Checks& checks);       ///< A036
void check_units(Checks& checks);         ///< A032, A038 of formulas
void check_days(Checks& checks);          ///< A041 of periods, A063, A064
void check_open_ends(Checks& checks);     ///< A066
void check_own(Checks& checks);           ///< A072
void check_first_events(Checks& checks);  ///< A069
void check_facts(Checks& checks);         ///< A021–A024, figures
void check_fact_kinds(Checks& checks, const Fact& fact);
void check_items(Checks& checks);                            ///< A049–A051, A060
void check_terms(Checks& checks);                            ///< A046–A048, A061, each clause
void check_clauses(Checks& checks, const Clauses& clauses);  ///< A039, A040
void check_is_figure(Checks& checks, const Name& measure);   ///< A037
void check_limit(Checks& checks, const Limit& limit);        ///< A037, A038, A041–A043
/// A038: `what` (limit, tolerance, figure) against the unit of the measure.
void check_comparable(Checks& checks, const Measure& measure, const Value& value, const At& at,
                      std::string_view what);
void check_is_activity(Checks& checks, const Name& name, std::string help);       ///< A037
void check_listed_once(Checks& checks, const Names& names);                       ///< A030
void check_answer(Checks& checks, const Question& question, const Name& answer);  ///< A039
void check_activity(Checks& checks, const ActivityRule& rule);                    ///< A037
void check_quotes(Checks& checks, const Clauses& clauses);                        ///< A062
void check_words(Checks& checks);                                                 ///< A044

/// The measure when it is declared, whole and known to be a figure (or an activity); else null.
[[nodiscard]] const Measure* figure_of(const Checks& checks, const Name& name);

/// Calls `f` with the clauses of every term and of every `replace`.
template <class F>
void each_clauses(const Agreement& agreement, F f) {
  for (const Item& item : agreement.items) {
    if (const auto* term = std::get_if<Term>(&item)) f(term->clauses);
    if (const auto* amendment = std::get_if<Amendment>(&item))
      for (const Change& change : amendment->changes) {
        if (const auto* added = std::get_if<Term>(&change)) f(added->clauses);
        if (const auto* replace = std::get_if<Replace>(&change)) f(replace->clauses);
      }
  }
}

}  // namespace accord::agreement
