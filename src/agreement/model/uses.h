#pragma once

#include <cstdint>
#include <functional>

#include "agreement/model/model.h"

/// Where a text uses a name, and what kind of item it must stand for there.
namespace accord::agreement {

enum class Wanted : std::uint8_t {
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

using UseSink = std::function<void(const Name&, Wanted)>;

/// Every use in the item, in the order of the model. Names inside `data { … }`, languages, grades,
/// states and answers are no uses: they name nothing that the text declares.
void each_use(const Item& item, const UseSink& sink);
void each_use(const Fact& fact, const UseSink& sink);

/// What a body of clauses uses.
void each_use(const Clauses& clauses, const UseSink& sink);

}  // namespace accord::agreement
