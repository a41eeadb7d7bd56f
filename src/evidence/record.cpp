#include "evidence/record.h"

#include <array>
#include <utility>

namespace accord::evidence {

namespace {

constexpr std::array grade_words{"verified", "attested", "estimated",
                                 "declared", "reported", "unverified"};
constexpr std::array trace_words{"found", "derived", "recalled"};

}  // namespace

const char* word(Grade grade) {
  return grade_words[static_cast<std::size_t>(grade)];
}

const char* word(Trace trace) {
  return trace_words[static_cast<std::size_t>(trace)];
}

std::optional<Grade> grade_of(std::string_view word) {
  for (std::size_t i = 0; i < grade_words.size(); ++i)
    if (word == grade_words[i]) return static_cast<Grade>(i);
  return std::nullopt;
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
