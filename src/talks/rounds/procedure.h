#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "talks/rounds/told.h"

/// The procedures of mediated rounds (chapter, section 8), each a machine without a clock, files or
/// chance of its own: what is asked now, what the answers come to, what is next.
namespace accord::talks {

enum class ProcedureKind : std::uint8_t {
  one_shot,
  single_text,
  anneal,
  improving,
  veto,
  double_auction,
  blind_bids,
  posted_price,
  adjusted_winner
};

[[nodiscard]] std::string_view words(ProcedureKind kind);
[[nodiscard]] std::optional<ProcedureKind> find_procedure(std::string_view text);

/// How a round is run; public. A procedure reads what it needs.
struct RoundSettings {
  ProcedureKind procedure = ProcedureKind::single_text;
  /// Who answers, in this order. Prices: who pays, then who is paid.
  std::vector<std::string> parties;
  Outcome start;                ///< single-text, anneal: the first text
  std::uint32_t radius = 2;     ///< single-text, anneal: issues a candidate may change, 1 or 2
  std::uint64_t seed = 0;       ///< anneal: of the stream of candidates and overrides
  std::uint64_t steps = 100;    ///< anneal: candidates drawn; improving, blind-bids: rounds
  Number temperature = 1;       ///< anneal: at the beginning, above 0; falls to 0 in a line
  std::uint64_t overrides = 0;  ///< anneal: the budget of each party
  std::vector<Number> text;     ///< improving: the first text, a value for each issue
  Number step = 1;              ///< improving: the longest step, in shares of a range
  Number smallest_step = 1;     ///< improving: below it the round ends; above 0
  Number share = Number(1) / Number(2);  ///< double-auction: k in k·bid + (1 − k)·ask
  Number band;                           ///< blind-bids: settles within this share of the demand
  Number price;                          ///< posted-price
  std::vector<std::string> items;        ///< adjusted-winner
};

/// One round of one procedure. Every answer is asked of all parties at once.
class Procedure {
 public:
  Procedure() = default;
  Procedure(const Procedure&) = delete;
  Procedure& operator=(const Procedure&) = delete;
  virtual ~Procedure() = default;

  /// What all parties are asked now; nothing: the round has ended.
  [[nodiscard]] virtual std::optional<Told> ask() const = 0;
  /// What is changed by candidates; empty: nothing.
  [[nodiscard]] virtual Outcome current() const { return {}; }
  /// What the answers, one for each party, come to: what everybody may know. Once for each ask.
  /// P077: an answer is not of the form that is asked for.
  [[nodiscard]] virtual Result<Told> combine(const std::vector<Told>& answers) = 0;
  /// Goes on by what a step came to. False: the procedure has no such step here.
  [[nodiscard]] virtual bool take(const Told& step) = 0;
  /// What it ended with; of a round that has ended.
  [[nodiscard]] virtual Told end() const = 0;
};

/// Outcomes that a mediator offers, in this order: one at most for one-shot, all of them for veto.
using Offers = std::vector<Outcome>;

/// P060, P052, P076: the settings do not fit the procedure or the domain. The domain outlives the
/// procedure; prices and items need no issues.
[[nodiscard]] Result<std::unique_ptr<Procedure>> make_procedure(const Domain& domain,
                                                                const RoundSettings& settings,
                                                                Offers offers = {});

/// Whether the outcome has a value for each issue and keeps all public rules.
[[nodiscard]] bool is_allowed(const Domain& domain, const Outcome& outcome);

}  // namespace accord::talks
