#pragma once

#include <span>

#include "answers/question.h"

namespace accord::answers {

/// Every question, in the order of the manual.
[[nodiscard]] std::span<const Question* const> questions();
/// Nothing when there is no such question.
[[nodiscard]] const Question* find_question(std::string_view name);

}  // namespace accord::answers
