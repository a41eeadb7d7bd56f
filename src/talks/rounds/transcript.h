#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "talks/rounds/running_round.h"

/// What was said in a round, as lines of canonical JSON: how it is run, each question with what it
/// came to, the end. Lines, not one text, so that a round that goes on adds to it, and an edit is
/// found at its line. Each line carries the digest of itself and all before it; the digest of the
/// last one, told to all, stands for the whole.
namespace accord::talks {

enum class TranscriptView : std::uint8_t {
  everybody,  ///< what each party may learn: the questions and what they came to
  mediator    ///< also who answered what: for the mediator's sealed log
};

[[nodiscard]] std::string write_transcript(const Domain& domain, const RunningRound& round,
                                           TranscriptView view);

/// The digest on the last line, 64 hex digits; empty: not a transcript.
[[nodiscard]] std::string transcript_digest(std::string_view bytes);

/// Goes through every step anew: what was asked follows from what is before it, what a step came to
/// follows from the answers where they are told, the end follows from the steps. P073, with the
/// line: something does not follow, or was changed; another digest than `digest`, if not empty; no
/// end. Whoever rewrites a transcript of everybody from some line on makes another that follows:
/// it has another digest.
[[nodiscard]] Result<RunningRound> replay(std::string_view bytes, const Domain& domain,
                                          std::string_view digest = {});

/// As `replay`, of the mediator's transcript of a round that may go on. `offers`: all that the
/// mediator offers, of which the transcript has the first.
[[nodiscard]] Result<RunningRound> resume(std::string_view bytes, const Domain& domain,
                                          Offers offers = {});

/// P073, with the line: an answer that is told is not the one of the party's position. Parties
/// without a position answer as they like.
[[nodiscard]] Result<std::size_t> check_answers(const RunningRound& round, const Talks& talks);

}  // namespace accord::talks
