#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "talks/model/position.h"
#include "talks/rounds/procedure.h"

/// A round as it goes on, with everything that was said in it.
namespace accord::talks {

struct RoundStep {
  Told ask;
  std::vector<Told> answers;  ///< of each party; empty: not told to the reader
  Told step;                  ///< what they came to; everybody knows it
};

class RunningRound {
 public:
  /// As `make_procedure`.
  [[nodiscard]] static Result<RunningRound> start(const Domain& domain, RoundSettings settings,
                                                  Offers offers = {});

  [[nodiscard]] std::optional<Told> ask() const { return procedure_->ask(); }
  [[nodiscard]] Outcome current() const { return procedure_->current(); }
  [[nodiscard]] bool has_ended() const { return !ask(); }
  /// Of a round that has ended.
  [[nodiscard]] Told end() const { return procedure_->end(); }
  [[nodiscard]] const RoundSettings& settings() const { return settings_; }
  [[nodiscard]] const std::vector<RoundStep>& steps() const { return steps_; }

  /// All answers to what is asked now, in the order of the parties. P077: one is not of the form
  /// that is asked for, is missing, or nothing is asked; then nothing has changed.
  [[nodiscard]] Result<Told> answer(std::vector<Told> answers);

  /// Goes on by what is told of a step without the answers. False: it does not follow.
  [[nodiscard]] bool follow(const RoundStep& step);

  /// Goes on by positions alone until the round ends or `most` questions are asked; false: a
  /// position does not answer (no position of the party, prices, points).
  [[nodiscard]] bool run(const Talks& talks, std::uint64_t most);

 private:
  const Domain* domain_ = nullptr;
  RoundSettings settings_;
  std::unique_ptr<Procedure> procedure_;
  std::vector<RoundStep> steps_;
};

/// What each party answers to the current ask by its position; nothing where one does not say.
[[nodiscard]] std::optional<std::vector<Told>> answers_by(const Talks& talks,
                                                          const RunningRound& round);

}  // namespace accord::talks
