#include "answers/message.h"

#include "answers/or_none.h"
#include "base/printable.h"

namespace accord::answers {

Message message_of(const Problem& problem) {
  Message out{problem.severity,
              problem.code,
              printable(problem.message),
              text_or_none(printable(problem.help)),
              text_or_none(printable(problem.file)),
              {},
              {},
              {}};
  if (problem.place.line == 0) return out;
  out.line = problem.place.line;
  out.column = problem.place.column;
  out.length = problem.place.length;
  return out;
}

Problem problem_of(const Message& m) {
  return {m.severity,          m.code,
          m.message,           m.help.value_or(""),
          m.file.value_or(""), {m.line.value_or(0), m.column.value_or(0), m.length.value_or(1)}};
}

}  // namespace accord::answers
