#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <tuple>
#include <vector>

#include "agreement/evaluate/rules/rules.h"

/// What decides a duty with calls, day by day: made once where many days are asked about, in
/// n log n steps, where judging each day anew takes n for each day. Internal to the evaluator.
namespace accord::agreement {

/// A call without an answer decides, the worst and of equals the last; else the last that is
/// closed.
[[nodiscard]] bool is_missed(State state);

class DutyHistory {
 public:
  /// `context` is of the last day that can be asked about.
  DutyHistory(Context& context, const CompiledDuty& duty, const RuleQuery& query);

  /// False where a later record can change which call an earlier one answers: answers in part, and
  /// acts of which only some name their call. Each day is then judged by itself.
  [[nodiscard]] bool is_usable() const { return usable_; }
  /// The deciding call as it was on the day, without what came later; nothing when none is closed.
  [[nodiscard]] std::optional<DutyCall> deciding(Day valid) const;

 private:
  static constexpr std::size_t nothing = static_cast<std::size_t>(-1);
  struct Step {
    Day from;
    std::size_t call;  ///< or `nothing`
  };
  [[nodiscard]] bool can_be_used(const Context& context, const CompiledDuty& duty) const;
  void follow(const Context& context, const RuleQuery& query);

  bool usable_ = false;
  std::vector<DutyCall> calls_;
  std::vector<Step> steps_;
};

/// Those of one known day; shared by the contexts of an evaluator, also of other threads.
class DutyHistories {
 public:
  /// Made when a duty is asked about for the second time; null before, and where none can be used.
  std::shared_ptr<const DutyHistory> of(const Context& context, const CompiledDuty& duty,
                                        const RuleQuery& query);

 private:
  using Key = std::tuple<const CompiledDuty*, Id, Day, Attribution>;
  std::mutex lock_;
  std::optional<Day> known_;
  std::map<Key, std::shared_ptr<const DutyHistory>> made_;
};

}  // namespace accord::agreement
