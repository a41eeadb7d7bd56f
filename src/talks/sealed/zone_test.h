#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "seal/crypto.h"
#include "talks/model/position.h"

/// Two parties ask whether there is an outcome that both have said yes to, and nobody else learns
/// anything (chapter, section 10): exponential ElGamal on ristretto255 under a key that both share.
/// Each side is a machine: bytes in, bytes out. Nothing ties what a side says here to its sealed
/// position. Who says yes to one outcome learns the other's answer to it; who opens last can keep
/// the result.
namespace accord::talks {

enum class ZoneTestSide : std::uint8_t { a, b };

enum class ZoneTestProofs : std::uint8_t {
  keys_only,  ///< keys, blinding and opening; a side that cheats gets a wrong answer or one bit
  bits,       ///< A also proves that each outcome is 0 or 1
  both        ///< B also proves that it adds 0 or A's own for each outcome
};

/// Both sides must have the same.
struct ZoneTestSetup {
  std::string session;        ///< agreed anew for each test; not empty
  std::string domain_sha256;  ///< 64 hex digits
  ZoneTestProofs proofs = ZoneTestProofs::bits;
};

enum class ZoneTestWord : std::uint8_t {
  sure,      ///< both say yes to some outcome
  not_shown  ///< to none; what is open counts as not yes, so nothing is excluded
};

inline constexpr std::size_t zone_test_outcomes_max = 1'000'000;

/// For each outcome by rank whether the position says yes and the public rules are kept: what is
/// open is not yes. P060; P061: above `zone_test_outcomes_max`.
[[nodiscard]] Result<std::vector<bool>> yes_outcomes(const Domain& domain,
                                                     const Position& position);

/// One side of one test. Lengths of messages depend on the number of outcomes and on `proofs`
/// alone.
class ZoneTest {
 public:
  /// `random`: 32 random bytes that are used for this test alone. P061, P076.
  [[nodiscard]] static Result<ZoneTest> start(ZoneTestSide side, ZoneTestSetup setup,
                                              std::vector<bool> yes, const seal::Bytes32& random);
  ZoneTest(ZoneTest&&) noexcept;
  ZoneTest& operator=(ZoneTest&&) noexcept;
  ~ZoneTest();

  /// The message that answers the one received. A begins with an empty one; the answer of B to the
  /// last one is empty. P075: it does not hold, or the test is over; then it stays so.
  [[nodiscard]] Result<std::string> next(std::string_view received);

  /// After the last message.
  [[nodiscard]] std::optional<ZoneTestWord> answer() const;

 private:
  struct State;
  explicit ZoneTest(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace accord::talks
