#include "talks/public_words/record.h"

#include <set>
#include <tuple>

namespace accord::talks {

std::vector<std::string> sides_of(const std::vector<Statement>& statements,
                                  const std::vector<Round>& rounds) {
  std::set<std::string> found;
  for (const Statement& s : statements) found.insert(s.party);
  for (const Round& r : rounds)
    for (const auto& [party, name] : r.leads) found.insert(party);
  return {found.begin(), found.end()};
}

RoundsAround rounds_around(const std::vector<Round>& rounds, Day day) {
  RoundsAround out;
  const auto key = [](const Round& r) { return std::tie(r.day, r.number); };
  for (const Round& r : rounds) {
    if (r.day > day) {
      if (out.next == nullptr || key(r) < key(*out.next)) out.next = &r;
    } else if (r.status == "held") {
      if (out.last == nullptr || key(r) > key(*out.last)) out.last = &r;
    }
  }
  return out;
}

}  // namespace accord::talks
