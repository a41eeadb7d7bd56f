#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "talks/files/limits.h"
#include "talks/sealed/commitment.h"
#include "talks/why/refute.h"

/// A proof that a conflict leaves no outcome, which anybody can walk through without a search.
namespace accord::talks {

/// Cuts a box: what is inside the ranges of one issue comes first, then the rest of the box.
struct SplitNode {
  std::size_t issue = 0;
  std::vector<ValueRange> ranges;
  friend bool operator==(const SplitNode&, const SplitNode&) = default;
};
/// A public rule that no outcome of the box keeps.
struct RuleNode {
  std::string id;
  friend bool operator==(const RuleNode&, const RuleNode&) = default;
};
/// A limit of the conflict that no outcome of the box keeps.
struct LineNode {
  std::string name;
  friend bool operator==(const LineNode&, const LineNode&) = default;
};
/// Walk-away values that no outcome of the box reaches together, with weights above 0.
struct WeightsNode {
  std::vector<std::pair<std::string, Number>> weights;  ///< names ascending
  friend bool operator==(const WeightsNode&, const WeightsNode&) = default;
};
using TreeNode = std::variant<SplitNode, RuleNode, LineNode, WeightsNode>;

struct Certificate {
  std::string domain_sha256;
  std::vector<std::string> conflict;                           ///< names, ascending by bytes
  std::vector<std::pair<std::string, std::string>> positions;  ///< party, commitment; ascending
  std::vector<std::pair<std::string, Outcome>> witness;        ///< in the order of `conflict`
  std::vector<TreeNode> tree;                                  ///< in preorder
  /// In place of the tree: for each issue vectors, in the order of the walk-away values.
  std::vector<std::vector<std::vector<Number>>> layers;
};

/// The one line that is handed over, without an end. P061: above 16 MB.
[[nodiscard]] Result<std::string> write_certificate(const Certificate& certificate);

/// P072: not the bytes that such a certificate has.
[[nodiscard]] Result<Certificate> read_certificate(std::string_view bytes);

/// Walks through the certificate. P072: something does not hold, with what and where. The positions
/// of exactly the parties in the conflict are opened: who said what, and that it is what was
/// sealed.
[[nodiscard]] Result<Certificate> check_certificate(std::string_view bytes,
                                                    std::string_view domain_bytes,
                                                    const std::map<std::string, Opening>& openings,
                                                    const Limits& limits = {});

/// Proves a conflict. `names`: a minimal set that no outcome keeps; `witness`: for each an outcome
/// that keeps the others. `commitments` by party. P061: the tree would be too large.
[[nodiscard]] Result<Certificate> prove(const Talks& talks, std::vector<std::string> names,
                                        const std::map<std::string, Outcome>& witness,
                                        const std::map<std::string, std::string>& commitments);

inline constexpr std::size_t certificate_bytes_max = 16'000'000;

}  // namespace accord::talks
