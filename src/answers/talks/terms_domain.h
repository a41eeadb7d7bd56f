#pragma once

#include "agreement/model/model.h"
#include "talks/model/domain.h"

namespace accord::answers {

/// The issues that a text of the terms language settles: for each term the issue that its notes
/// name, as a draft of talks has them; of any other term an issue with the values "as written" and
/// "left out", to which people add what else is on the table. Parties that are not bodies or groups
/// must take part.
[[nodiscard]] talks::Domain domain_of(const agreement::Agreement& agreement);

}  // namespace accord::answers
