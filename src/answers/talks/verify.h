#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/question.h"

namespace accord::answers {

struct VerifyQuestion {
  std::string certificate;
  std::optional<std::string> domain, openings;

  /// U005: no domain.
  [[nodiscard]] std::optional<Error> fault() const;

  static constexpr auto described = object(
      "verify_question", "Check a proof that no outcome keeps some limits together",
      member<&VerifyQuestion::certificate>("certificate", "the proof, as `talks why` writes it")
          .argument()
          .required()
          .shown_as("CERTIFICATE")
          .completed_by("files"),
      member<&VerifyQuestion::domain>("domain", "the domain as it was handed out")
          .shown_as("FILE")
          .completed_by("files"),
      member<&VerifyQuestion::openings>("openings",
                                        "what opens the positions in it; otherwise the file "
                                        "CERTIFICATE.openings")
          .shown_as("FILE")
          .completed_by("files"));
};

struct VerifyAnswer {
  std::string limits, parties;
  std::string sha256;
  std::uint64_t steps = 0;

  static constexpr auto described = object(
      "verify", "What a certificate proves",
      member<&VerifyAnswer::limits>("limit_names",
                                    "no outcome of the domain keeps these and the public rules"),
      member<&VerifyAnswer::parties>("parties_concerned", "whose limits they are"),
      member<&VerifyAnswer::sha256>("domain_sha256", "digest of the domain it is about"),
      member<&VerifyAnswer::steps>("steps_walked", "nodes or layers that were walked through"));
};

/// P072: it proves nothing; C007, E008: a file cannot be read.
[[nodiscard]] Answered<VerifyAnswer> verify(const Nothing& nothing, const VerifyQuestion& asked);

extern const Question verify_question;

}  // namespace accord::answers
