#include "answers/message.h"

#include "answers/or_none.h"

namespace accord::answers {

Message message_of(const Problem& problem) {
  Message out{problem.severity,
              problem.code,
              problem.message,
              text_or_none(problem.help),
              text_or_none(problem.file),
              {},
              {},
              {}};
  if (problem.place.line == 0) return out;
  out.line = problem.place.line;
  out.column = problem.place.column;
  out.length = problem.place.length;
  return out;
}

}  // namespace accord::answers
