#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "agreement/model/model.h"
#include "agreement/model/role.h"

/// Where a text uses a name, and what kind of item it must stand for there: what the tables of the
/// model (described.h) give a role.
namespace accord::agreement {

using UseSink = std::function<void(const Name&, Role)>;

/// Every use in the item, in the order of the model. Names inside `data { … }`, languages, grades,
/// states and answers are no uses: they name nothing that the text declares.
void each_use(const Item& item, const UseSink& sink);
void each_use(const Fact& fact, const UseSink& sink);

/// Gives the item of that name another one, where it is declared and wherever it is used; the
/// number of places. `now` must be a name that nothing has.
std::size_t rename(Agreement& agreement, std::string_view name, const std::string& now);

}  // namespace accord::agreement
