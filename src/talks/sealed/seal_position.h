#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "seal/crypto.h"
#include "talks/sealed/commitment.h"

/// A position as it is handed to the mediator: everybody sees who sealed something for which
/// domain, and the commitment; the mediator alone opens it.
namespace accord::talks {

struct SealedPosition {
  std::string party;
  std::string domain_sha256;  ///< 64 hex digits
  std::string commitment;     ///< 64 hex digits
  std::string box;            ///< salt and file, padded and sealed
};

/// What the party brings: two times 32 random bytes, each used once.
struct SealingBytes {
  seal::Bytes32 salt{};  ///< the party keeps it: it opens the commitment
  seal::Bytes32 once{};
};

/// P074: the key is not one that can be used.
[[nodiscard]] Result<SealedPosition> seal_position(const seal::Bytes32& mediator_key,
                                                   std::string party, std::string domain_sha256,
                                                   std::string_view file,
                                                   const SealingBytes& bytes);

/// Salt and file. P074: sealed for another key or changed; not what the commitment says.
[[nodiscard]] Result<Opening> open_position(const seal::KeyPair& keys,
                                            const SealedPosition& sealed);

/// One line of canonical JSON, without an end: its length does not depend on what is said, but for
/// the steps of the padding.
[[nodiscard]] std::string write_sealed(const SealedPosition& sealed);

/// P013: not the bytes that `write_sealed` makes.
[[nodiscard]] Result<SealedPosition> read_sealed(std::string_view bytes);

}  // namespace accord::talks
