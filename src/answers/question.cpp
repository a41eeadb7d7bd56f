#include "answers/question.h"

namespace accord::answers {

Problem problem_of(const Error& error) {
  return {Severity::error, error.code, error.message, error.remedy, error.where, {}};
}

tl::unexpected<Refusal> refused(const Error& error) {
  return tl::make_unexpected(Refusal{{problem_of(error)}, {}});
}

}  // namespace accord::answers
