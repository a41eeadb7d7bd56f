#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/model/model.h"

namespace accord::formats {

/// What the rules of a term ask about, in every version of the text; names are views into it.
struct TermRules {
  std::vector<std::string_view> obliged;   ///< as the text names them
  bool several = false;                    ///< `each`, `jointly`, or a group: no party alone
  std::vector<std::string_view> measures;  ///< of the parts where a measure is computed
  std::vector<std::string_view> events;    ///< that its duties ask for
};

/// Terms by name, and how activities are used. The agreement must outlive it.
class TextRules {
 public:
  explicit TextRules(const agreement::Agreement& agreement);

  [[nodiscard]] const TermRules* term(std::string_view name) const;
  /// The one party that these terms oblige; nothing when they oblige several or none. Without
  /// names: the terms that ask about the measure or event.
  [[nodiscard]] std::string obliged(const std::vector<std::string>& terms,
                                    std::string_view asked_about) const;
  /// The measure as declared; null when there is none.
  [[nodiscard]] const agreement::Measure* measure(std::string_view name) const;
  [[nodiscard]] bool is_prohibited(std::string_view activity) const;
  [[nodiscard]] bool is_required(std::string_view activity) const;

 private:
  void add(std::string_view term, const agreement::Clauses& clauses);
  void add_measure(TermRules& to, std::string_view root) const;

  std::map<std::string_view, TermRules> terms_;
  std::map<std::string_view, std::vector<std::string_view>> asking_;  ///< measure or event → terms
  std::map<std::string_view, const agreement::Measure*> measures_;
  std::map<std::string_view, bool> groups_;  ///< parties → is a group
  std::map<std::string_view, int> uses_;     ///< activities: 1 prohibited, 2 required, 3 both
};

}  // namespace accord::formats
