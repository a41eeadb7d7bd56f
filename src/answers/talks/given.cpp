#include "answers/talks/given.h"

#include <fmt/format.h>

#include <algorithm>

#include "talks/files/read.h"

namespace accord::answers {

std::optional<Error> TalksGiven::fault() const {
  if (!files.empty()) return std::nullopt;
  return Error{"U005", "talks need a domain", {}, "name the file of the domain, then positions"};
}

Answered<TalksFiles> talks_of(TalksFiles::File domain, std::vector<TalksFiles::File> positions,
                              bool strict) {
  TalksFiles out;
  std::vector<Problem> problems;
  const auto keep = [&](const std::vector<Problem>& found) {
    problems.insert(problems.end(), found.begin(), found.end());
  };
  auto read = talks::read_domain(domain.bytes, domain.name, {strict, {}});
  keep(read.problems);
  if (read.value) {
    out.talks.domain = std::move(*read.value);
    for (const TalksFiles::File& file : positions) {
      auto position = talks::read_position(file.bytes, file.name, out.talks.domain, {strict, {}});
      keep(position.problems);
      if (!position.value) continue;
      const auto& there = out.talks.positions;
      const bool is_twice = std::any_of(there.begin(), there.end(), [&](const auto& other) {
        return other.party == position.value->party;
      });
      if (is_twice)
        problems.push_back({Severity::error,
                            "P051",
                            fmt::format("a position of {} is there already", position.value->party),
                            "leave one of the two out",
                            file.name,
                            {}});
      out.talks.positions.push_back(std::move(*position.value));
    }
  }
  if (has_errors(problems)) return tl::make_unexpected(Refusal{std::move(problems), {}});
  std::sort(out.talks.positions.begin(), out.talks.positions.end(),
            [](const auto& a, const auto& b) { return a.party < b.party; });
  out.domain_file = std::move(domain);
  out.position_files = std::move(positions);
  out.warnings = std::move(problems);
  return out;
}

Answered<TalksFiles> read_talks(const TalksGiven& given, const assessment::Files& files) {
  std::vector<TalksFiles::File> read;
  for (const std::string& name : given.files) {
    auto bytes = files.read(name);
    if (!bytes) return refused(bytes.error());
    read.push_back({name, std::move(*bytes)});
  }
  TalksFiles::File domain = std::move(read.front());
  read.erase(read.begin());
  return talks_of(std::move(domain), std::move(read), given.strict);
}

}  // namespace accord::answers
