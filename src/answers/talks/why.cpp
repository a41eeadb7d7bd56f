#include "answers/talks/why.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "answers/talks/openings.h"
#include "talks/why/certificate.h"
#include "talks/why/conflicts.h"

namespace accord::answers {

namespace {

using talks::LimitSet;
using talks::Masks;

std::vector<std::string> names_of(const Masks& masks, const LimitSet& set) {
  std::vector<std::string> out;
  for (const std::size_t i : set) out.push_back(masks.limits[i].name);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<LimitSetRow> rows_of(const Masks& masks, const std::vector<LimitSet>& sets) {
  std::vector<LimitSetRow> out;
  for (const LimitSet& set : sets) {
    std::set<std::string> parties;
    for (const std::size_t i : set) parties.insert(masks.limits[i].party);
    out.push_back({out.size() + 1, fmt::format("{}", fmt::join(parties, ", ")),
                   fmt::format("{}", fmt::join(names_of(masks, set), ", "))});
  }
  return out;
}

/// For each limit of the set the first outcome that breaks it and keeps the others.
std::map<std::string, talks::Outcome> witnesses_of(const talks::Domain& domain, const Masks& masks,
                                                   const LimitSet& set) {
  std::map<std::string, talks::Outcome> out;
  std::uint64_t inside = 0;
  for (const std::size_t i : set) inside |= std::uint64_t{1} << i;
  for (const std::size_t i : set) {
    std::optional<std::uint64_t> first;
    for (const talks::Mask& mask : masks.masks)
      if ((mask.broken & inside) == std::uint64_t{1} << i && (!first || mask.first < *first))
        first = mask.first;
    out.emplace(masks.limits[i].name, domain.outcome_at(*first));
  }
  return out;
}

}  // namespace

std::optional<Error> WhyQuestion::fault() const {
  for (const std::string& salt : salts)
    if (!bytes_of_hex(salt) || salt.size() != 64)
      return Error{"U005",
                   fmt::format("expected a salt of 64 hex digits, found “{}”", salt),
                   {},
                   "take the salt that the position was sealed with"};
  return std::nullopt;
}

Answered<WhyAnswer> why(const TalksFiles& files, const WhyQuestion&) {
  const auto masks = talks::masks_of(files.talks);
  if (!masks) return refused(masks.error());
  const talks::Conflicts found = talks::conflicts_of(*masks);
  WhyAnswer out;
  out.is_zone_empty = found.is_zone_empty;
  out.conflicts = rows_of(*masks, found.conflicts);
  out.relaxations = rows_of(*masks, found.relaxations);
  out.conflicts_complete = found.conflicts_complete;
  out.relaxations_complete = found.relaxations_complete;
  out.zone_outcomes = talks::outcomes_without(*masks, 0);
  for (std::size_t i = 0; i < masks->limits.size(); ++i) {
    const talks::Limit& limit = masks->limits[i];
    const std::uint64_t left = talks::outcomes_without(*masks, std::uint64_t{1} << i);
    out.limits.push_back(
        {limit.name, limit.party, limit.text, found.is_zone_empty && left > 0, left});
  }
  return out;
}

Answered<std::optional<Proof>> proof_of(const TalksFiles& files,
                                        const std::vector<std::string>& salts) {
  const auto masks = talks::masks_of(files.talks);
  if (!masks) return refused(masks.error());
  const talks::Conflicts found = talks::conflicts_of(*masks);
  if (found.conflicts.empty()) return std::optional<Proof>();
  std::map<std::string, std::string> commitments;
  std::map<std::string, talks::Opening> openings;
  for (std::size_t i = 0; i < files.position_files.size(); ++i) {
    const talks::Opening opening{salts[i], files.position_files[i].bytes};
    // The files keep the order of the question, the positions that of their parties.
    const auto read = talks_of(files.domain_file, {files.position_files[i]}, false);
    const std::string& party = read->talks.positions.front().party;
    commitments[party] = talks::commitment(opening.salt, opening.file);
    openings[party] = opening;
  }
  const LimitSet& set = found.conflicts.front();
  const auto proof = talks::prove(files.talks, names_of(*masks, set),
                                  witnesses_of(files.talks.domain, *masks, set), commitments);
  if (!proof) return refused(proof.error());
  const auto bytes = talks::write_certificate(*proof);
  if (!bytes) return refused(bytes.error());
  std::map<std::string, talks::Opening> concerned;
  for (const auto& [party, digest] : proof->positions) concerned[party] = openings[party];
  return std::optional(Proof{*bytes, write_openings(concerned)});
}

constinit const Question why_question = Asked<why>::named("talks why");

}  // namespace accord::answers
