#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "agreement/model/model.h"
#include "evidence/record.h"
#include "formats/workspace/text_rules.h"

/// The words of the column `states` of [attestations]: what a report states about a commitment.
namespace accord::formats {

struct StatementWord {
  enum class Of : std::uint8_t {
    happening,  ///< a yes or no of something that may be prohibited
    state,      ///< a yes or no of something that may be required
    figure,
    either  ///< nothing is decided
  };
  std::string_view word;
  Of of;
  evidence::Relation relation;
  evidence::Grade grade = evidence::Grade::attested;
};

/// A report attests; what it saw or counted itself is verified, what the obliged party told it is
/// declared. A statement that leaves the matter open is a record without a figure.
inline constexpr std::array<StatementWord, 13> statement_words = [] {
  using Of = StatementWord::Of;
  using evidence::Grade;
  using evidence::Relation;
  return std::array<StatementWord, 13>{{
      {"no activity", Of::happening, Relation::not_seen},
      {"activity seen", Of::happening, Relation::seen, Grade::verified},
      {"state holds", Of::state, Relation::seen},
      {"state does not hold", Of::state, Relation::not_seen},
      {"declared to stop", Of::state, Relation::not_seen, Grade::declared},
      {"at most", Of::figure, Relation::at_most},
      {"below", Of::figure, Relation::below},
      {"at least", Of::figure, Relation::at_least},
      {"more than", Of::figure, Relation::above},
      {"equals", Of::figure, Relation::equal, Grade::verified},
      {"no access", Of::either, Relation::no_access},
      {"no outcome stated", Of::either, Relation::no_figure},
      {"speaks of a part", Of::either, Relation::no_figure},
  }};
}();

/// Why a statement cannot be about a measure, and what can.
struct Misfit {
  std::string message, help;
};

/// A yes or no is about an activity, a figure about an amount or a flow. “state holds” is no word
/// for what the text only prohibits, nor “activity seen” for what it only requires: each could be
/// taken for its opposite.
[[nodiscard]] std::optional<Misfit> misfit(const StatementWord& word,
                                           const agreement::Measure& measure,
                                           const TextRules& rules);

}  // namespace accord::formats
