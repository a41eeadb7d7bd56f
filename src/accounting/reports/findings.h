#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounting/reports/profile.h"
#include "accounting/reports/report.h"

/// Collects what rules find. Severities come from the profile, and places are counted at the end,
/// once through each text, so that many findings in a large file stay cheap.
namespace accord::accounting {

/// A finding on a whole report, without a place. `rule` may name a part of a rule, "V005 gap",
/// which is left off.
[[nodiscard]] Finding finding_on(const Report& report, std::string_view rule, Severity severity,
                                 Label label, std::string found, std::string expected);

class Findings {
 public:
  /// The profile must outlive the collector.
  explicit Findings(const Profile& profile) : profile_(profile) {}

  /// About a whole report; its place is that of the label in the first entry. `rule` may name a
  /// part of a rule: "V005 gap".
  void add(std::string_view rule, const Report& report, Label label, std::string found = {},
           std::string expected = {});
  /// About a label of an entry; its place is that of the label, or the beginning of the entry.
  void add(std::string_view rule, const Report& report, const Entry& entry, Label label,
           std::string found = {}, std::string expected = {});

  /// About an area of which no report is there; without a place.
  void add(std::string_view rule, std::string mba, Label label, std::string found,
           std::string expected);

  /// All that another one of the same profile has collected.
  void append(Findings other);

  /// Everything so far in order (`sort_findings`); leaves the collector empty. The reports must
  /// still be there.
  [[nodiscard]] std::vector<Finding> take();

 private:
  struct Spot {
    const Report* report = nullptr;
    const Element* element = nullptr;
    std::size_t finding = 0;
  };
  const Profile& profile_;
  std::vector<Finding> found_;
  std::vector<Spot> spots_;

  void place();
  [[nodiscard]] bool is_off(std::string_view rule) const;
};

/// By area, report, entry, label and rule; then by what makes them differ at all.
void sort_findings(std::vector<Finding>& findings);

}  // namespace accord::accounting
