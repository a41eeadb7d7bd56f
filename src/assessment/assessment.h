#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agreement/evaluate/evaluate.h"
#include "agreement/history/timeline.h"
#include "assessment/ledger.h"
#include "assessment/remarks.h"
#include "formats/workspace/workspace.h"

/// The use cases over one workspace: everything the faces (command line, Python, report) show comes
/// from here, so that all show the same numbers.
namespace accord::assessment {

/// Which days, which records, which assumptions.
struct Query {
  std::optional<Day> on;     ///< valid day; default: the known day
  std::optional<Day> known;  ///< known day; default: `on`, else the last known day of the records
  agreement::Options options;
  std::vector<std::string> suppose;  ///< facts of the language
};

struct Counts {
  std::size_t met = 0, not_met = 0, not_shown = 0, out_of_count = 0;
};

/// An assessed workspace. Immutable; owns a copy of the records with the supposed ones appended.
class Assessment {
 public:
  /// Errors: workspace with errors (W010), a supposed fact that does not parse (W020), on > known
  /// (W021). A question or answer of an assumption that the text does not have is W023; no day to
  /// ask about, W022.
  static Result<Assessment> make(std::shared_ptr<const formats::Workspace> workspace,
                                 const Query& query);

  /// The same days and options on the record alone, without supposed facts.
  [[nodiscard]] Assessment without_supposed() const;

  [[nodiscard]] const formats::Workspace& workspace() const;
  [[nodiscard]] const evidence::Records& records()
      const;  ///< workspace records, then supposed ones
  [[nodiscard]] const agreement::Evaluator& evaluator() const;
  [[nodiscard]] const Query& query() const;  ///< as it was asked
  [[nodiscard]] Day on() const;
  [[nodiscard]] Day known() const;

  /// One finding for each subject, in order of the text, with `since` filled in.
  [[nodiscard]] const std::vector<evidence::Finding>& findings() const;
  [[nodiscard]] const evidence::Finding* find(std::string_view finding_id_or_term) const;
  [[nodiscard]] Counts counts() const;
  /// The accounts of the workspace as known on the known day; null when it has none.
  [[nodiscard]] const KnownBooks* books() const;
  /// What the answer says beside its findings.
  [[nodiscard]] const Remarks& remarks() const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
  static void judge(Impl& impl, agreement::Options options);
  explicit Assessment(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
};

}  // namespace accord::assessment
