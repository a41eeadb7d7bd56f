#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "talks/files/limits.h"
#include "talks/model/position.h"
#include "talks/rounds/leak.h"
#include "talks/solve/solutions.h"

/// Who answers the questions of the parties from all positions, and nothing else.
namespace accord::talks {

/// The bytes that a party is sent: one line of JSON, padded to a size that says little. Two worlds
/// in which an answer is the same send the same bytes. The face releases them at the tick of its
/// clock; what was not ready by then is sent as `Mediator::late`.
struct MediatorMessage {
  std::string party;
  std::string bytes;
};
using MediatorMessages = std::vector<MediatorMessage>;

/// Holds positions for one round. A refusal is an answer: it has the bytes of its kind, whatever
/// the reason in the positions; who asks reads of budgets and consent, which are public, why.
class Mediator {
 public:
  /// `limits` must depend on public sizes only.
  Mediator(Talks talks, Limits limits, LeakAccount account);

  [[nodiscard]] MediatorMessages zone(const std::string& asker);
  [[nodiscard]] MediatorMessages propose(const std::string& asker, FairRule rule);
  /// To each party which of its own lines are in some minimal conflict.
  [[nodiscard]] MediatorMessages blocked_own(const std::string& asker);
  /// The sets of parties that conflict; no counts, no lines.
  [[nodiscard]] MediatorMessages blocked_who(const std::string& asker);
  /// Names and texts of the first conflict in the order of report all of whose parties consent.
  /// P071 where there is none, whether or not there is another.
  [[nodiscard]] MediatorMessages blocked_full(const std::string& asker);
  /// The asker's own utilities on the frontier, ascending; only if all parties consent (P071).
  [[nodiscard]] MediatorMessages frontier_own(const std::string& asker);

  /// One question of a round that the positions answer, for all parties. P070: it may tell somebody
  /// more than the others allow, by the most that the question can come to; then it is not asked.
  /// P077: the round has ended, or a position does not answer.
  [[nodiscard]] Result<Told> step(RunningRound& round);

  /// What is sent when an answer is not ready by the tick: the bytes of one that was not found
  /// within the limit of work.
  [[nodiscard]] MediatorMessages late(LeakQuery query, const std::string& asker) const;

  /// A party's written consent to answers of one kind.
  void consent(const std::string& party, LeakQuery query) { consents_[query].insert(party); }

  [[nodiscard]] const LeakAccount& account() const { return account_; }
  /// For the mediator's sealed log alone: a line of JSON for each question. With a question of the
  /// zone stands how many outcomes the asker accepts: one that accepts few asks the others about
  /// just those.
  [[nodiscard]] const std::vector<std::string>& log() const { return log_; }

 private:
  Talks talks_;
  Limits limits_;
  LeakAccount account_;
  std::map<LeakQuery, std::set<std::string>> consents_;
  std::vector<std::string> log_;

  [[nodiscard]] std::vector<std::string> everybody() const { return talks_.parties(); }
  [[nodiscard]] LeakSizes sizes_for(const std::string& party) const;
  [[nodiscard]] std::optional<Error> charge(LeakQuery query,
                                            const std::vector<std::string>& receivers,
                                            std::uint64_t frontier_points = 0);
  [[nodiscard]] MediatorMessages refused(LeakQuery query, const std::string& asker,
                                         const Error& error);
  void note(LeakQuery query, const std::string& asker, const std::string& answer);
};

}  // namespace accord::talks
