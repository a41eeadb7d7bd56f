#include "answers/questions.h"

#include <algorithm>
#include <array>

#include "answers/accounts/inventory.h"

namespace accord::answers {

namespace {

constexpr std::array all{&inventory_question};

}  // namespace

std::span<const Question* const> questions() {
  return all;
}

const Question* find_question(std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [name](const Question* one) { return one->name == name; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace accord::answers
