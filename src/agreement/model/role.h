#pragma once

#include <cstdint>

namespace accord::agreement {

/// What a name in the model stands for: which kind of item it must be.
enum class Role : std::uint8_t {
  none,   ///< it names nothing that the text declares
  party,  ///< a party or a body
  site,
  unit,
  measure,   ///< of any kind
  figure,    ///< a measure that is an amount or a flow
  activity,  ///< a measure that is an activity
  event,
  day,
  term,
  question,
  tested,  ///< a term or a question: what `is` looks at
  item     ///< any named item
};

}  // namespace accord::agreement
