#pragma once

#include <string>

#include "agreement/evaluate/plain_words.h"
#include "described/type.h"

namespace accord::agreement {

/// The sentence of the item's table, with what its members say in plain words. Contract: it has
/// one, and names members of kinds that have such words.
[[nodiscard]] std::string plain_sentence(const PlainWords& words, described::View item);

}  // namespace accord::agreement
