#include "evidence/record.h"

#include <utility>

#include "evidence/words.h"

namespace accord::evidence {

const char* word(Grade grade) {
  return described::word_of(grade).data();
}

const char* word(Trace trace) {
  return described::word_of(trace).data();
}

std::optional<Grade> grade_of(std::string_view word) {
  return described::value_of<Grade>(word);
}

void append(Records& records, Records more) {
  const auto shift = static_cast<std::uint32_t>(records.origins.size());
  const auto take = [shift](auto& to, auto& from) {
    for (auto& record : from) {
      record.head.origin += shift;
      to.push_back(std::move(record));
    }
  };
  const auto unread = static_cast<std::uint32_t>(records.unread.size());
  for (Observation& o : more.observations)
    for (std::uint32_t& index : o.unread) index += unread;
  for (Unread& one : more.unread) records.unread.push_back(std::move(one));
  for (Origin& origin : more.origins) records.origins.push_back(std::move(origin));
  take(records.observations, more.observations);
  take(records.events, more.events);
  take(records.declarations, more.declarations);
}

}  // namespace accord::evidence
