#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "answers/talks/given.h"
#include "answers/talks/package.h"

namespace accord::answers {

/// The procedures that positions alone can answer.
enum class RoundAsked : std::uint8_t { single_text, one_shot, veto };

}  // namespace accord::answers

namespace accord::described {

template <>
struct Words<answers::RoundAsked> {
  static constexpr auto last = answers::RoundAsked::veto;
  static constexpr std::string_view name = "round_asked",
                                    words[] = {"single-text", "one-shot", "veto"};
};

}  // namespace accord::described

namespace accord::answers {

struct RoundQuestion {
  RoundAsked procedure = RoundAsked::single_text;
  std::vector<std::string> start;
  std::uint32_t radius = 2;
  std::uint64_t questions_at_most = 100'000;
  std::optional<std::string> transcript;

  static constexpr auto described = object(
      "round_question", "A round of a mediated procedure, answered by sealed positions",
      member<&RoundQuestion::procedure>(
          "procedure_asked",
          "single-text: a text is changed where nobody says worse; "
          "one-shot: the Nash proposal is offered; veto: outcomes are "
          "offered until nobody says no")
          .as_flag("--procedure")
          .shown_as("NAME"),
      member<&RoundQuestion::start>("start_package",
                                    "of single-text: a value of the first text, for every issue; "
                                    "otherwise the outcome of rank 0")
          .as_flag("--start")
          .shown_as("ISSUE=VALUE"),
      member<&RoundQuestion::radius>("radius", "how many issues a candidate may change")
          .from(1)
          .to(2)
          .shown_as("N"),
      member<&RoundQuestion::questions_at_most>("questions_at_most", "stop after so many questions")
          .shown_as("N"),
      member<&RoundQuestion::transcript>("transcript",
                                         "write what everybody may know here, for `talks replay`")
          .shown_as("FILE")
          .completed_by("files"));
};

/// What one party has learned at most.
struct Learned {
  std::string party;
  std::uint64_t questions = 0;
  std::string bits;

  static constexpr auto described = object(
      "learned", "An upper bound on what a party has learned",
      member<&Learned::party>("party", "the party"),
      member<&Learned::questions>("questions_heard", "questions whose outcome it has heard"),
      member<&Learned::bits>("bits_at_most",
                             "the logarithm of the number of possible answers, rounded up; bits do "
                             "not measure harm"));
};

struct RoundAnswer {
  std::vector<Learned> learned;
  std::string procedure, ended;
  std::uint64_t questions = 0, moves = 0;
  std::optional<PackageShown> package;
  std::string digest;
  std::optional<std::string> transcript_file;
  std::vector<std::string> notes;

  static constexpr auto described = object(
      "round", "A round and what it came to",
      member<&RoundAnswer::learned>("learned", "party by party"),
      member<&RoundAnswer::procedure>("procedure_name", "the procedure"),
      member<&RoundAnswer::ended>("round_end", "what it ended with"),
      member<&RoundAnswer::questions>("questions_asked", "questions to all parties"),
      member<&RoundAnswer::moves>("moves_made", "of single-text: times the text was changed"),
      member<&RoundAnswer::package>("package",
                                    "the text or offer at the end; none: nothing was "
                                    "settled"),
      member<&RoundAnswer::digest>("transcript_digest", "stands for the whole transcript"),
      member<&RoundAnswer::transcript_file>("transcript_file", "where it is; none: not asked for"),
      member<&RoundAnswer::notes>("notes", "what must be said beside it"));
};

/// P046, P052, P060, P061, P076: a procedure that does not fit.
[[nodiscard]] Answered<RoundAnswer> round_of(const TalksFiles& files, const RoundQuestion& asked);

/// The same, with the transcript for everybody.
[[nodiscard]] Answered<std::string> transcript_of(const TalksFiles& files,
                                                  const RoundQuestion& asked);

struct ReplayQuestion {
  std::string transcript;
  std::optional<std::string> domain, digest;

  /// U005: no domain.
  [[nodiscard]] std::optional<Error> fault() const;

  static constexpr auto described = object(
      "replay_question", "Go through a transcript anew, and count what each party has learned",
      member<&ReplayQuestion::transcript>("transcript", "as `talks round` writes it")
          .argument()
          .required()
          .shown_as("TRANSCRIPT")
          .completed_by("files"),
      member<&ReplayQuestion::domain>("domain", "the domain as it was handed out")
          .shown_as("FILE")
          .completed_by("files"),
      member<&ReplayQuestion::digest>("expected_digest",
                                      "what was told to all as the digest of the transcript")
          .as_flag("--digest")
          .shown_as("HEX"));
};

/// P073: a step does not follow, with its line.
[[nodiscard]] Answered<RoundAnswer> replay(const Nothing& nothing, const ReplayQuestion& asked);

extern const Question round_question, replay_question;

}  // namespace accord::answers
