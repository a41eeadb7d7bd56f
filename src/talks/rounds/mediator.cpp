#include "talks/rounds/mediator.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "talks/files/tree.h"
#include "talks/rounds/procedure.h"
#include "talks/sealed/padding.h"
#include "talks/why/conflicts.h"
#include "talks/zone/zone.h"

namespace accord::talks {

namespace {

using Members = std::vector<std::pair<std::string, JsonTree>>;

/// Of every answer that was not found, whatever the reason: one that tells reasons tells positions.
constexpr std::string_view not_decided = "not decided in time";
constexpr std::string_view no_outcome = "none";
constexpr std::int64_t counted_outcomes_max = 100'000;

std::string_view zone_word(ZoneWord word) {
  return word == ZoneWord::sure ? "sure" : word == ZoneWord::possible ? "possible" : "excluded";
}

MediatorMessage message(LeakQuery query, const std::string& asker, std::string party,
                        Members members) {
  members.emplace_back("asker", json_text(asker));
  members.emplace_back("query", json_text(words(query)));
  members.emplace_back("to", json_text(party));
  return {std::move(party), padded(canonical(json_object(std::move(members))))};
}

MediatorMessages same_to_all(LeakQuery query, const std::string& asker,
                             const std::vector<std::string>& parties, const JsonTree& answer) {
  MediatorMessages out;
  for (const std::string& party : parties)
    out.push_back(message(query, asker, party, {{"answer", answer}}));
  return out;
}

JsonTree texts(const std::vector<std::string>& all) {
  std::vector<JsonTree> out;
  for (const std::string& text : all) out.push_back(json_text(text));
  return json_list(std::move(out));
}

std::set<std::string> parties_in(const LimitSet& set, const std::vector<Limit>& limits) {
  std::set<std::string> out;
  for (const std::size_t i : set) out.insert(limits[i].party);
  return out;
}

/// An outcome as it is written: issue → value.
JsonTree outcome_tree(const Domain& domain, const Outcome& outcome) {
  Members out;
  for (std::size_t i = 0; i < outcome.size(); ++i)
    out.emplace_back(domain.issues[i].id, json_text(domain.issues[i].label(outcome[i])));
  return json_object(std::move(out));
}

}  // namespace

Mediator::Mediator(Talks talks, Limits limits, LeakAccount account)
    : talks_(std::move(talks)), limits_(limits), account_(std::move(account)) {}

LeakSizes Mediator::sizes_for(const std::string& party) const {
  const auto limits = limits_of(talks_);
  const auto own = std::count_if(limits.begin(), limits.end(),
                                 [&](const Limit& limit) { return limit.party == party; });
  return {talks_.domain.outcomes(), everybody().size(), static_cast<std::size_t>(own), 0};
}

std::optional<Error> Mediator::charge(LeakQuery query, const std::vector<std::string>& receivers,
                                      std::uint64_t frontier_points) {
  std::map<std::string, Bits> bits;
  for (const std::string& party : receivers) {
    LeakSizes sizes = sizes_for(party);
    sizes.frontier_points = frontier_points;
    bits[party] = bits_of(query, sizes);
  }
  return account_.charge(bits);
}

void Mediator::note(LeakQuery query, const std::string& asker, const std::string& answer) {
  Members line{{"answer", json_text(answer)},
               {"asker", json_text(asker)},
               {"query", json_text(words(query))}};
  const auto outcomes = talks_.domain.outcomes().to_int64();
  const auto position = std::find_if(talks_.positions.begin(), talks_.positions.end(),
                                     [&](const Position& p) { return p.party == asker; });
  const bool counts = query == LeakQuery::zone && position != talks_.positions.end() && outcomes &&
                      *outcomes <= counted_outcomes_max;
  if (counts) {
    std::uint64_t accepts = 0;
    for (std::uint64_t rank = 0; rank < static_cast<std::uint64_t>(*outcomes); ++rank) {
      const Outcome outcome = talks_.domain.outcome_at(rank);
      if (is_allowed(talks_.domain, outcome) &&
          answer_of(talks_.domain, *position, outcome) == Answer::yes)
        ++accepts;
    }
    line.emplace_back("asker_accepts", json_number(fmt::format("{}", accepts)));
  }
  log_.push_back(canonical(json_object(std::move(line))));
}

MediatorMessages Mediator::refused(LeakQuery query, const std::string& asker, const Error& error) {
  note(query, asker, error.code);
  // To the asker alone, and without the numbers of the account, which are everybody's own.
  MediatorMessages out;
  out.push_back(message(query, asker, asker, {{"refused", json_text(error.code)}}));
  return out;
}

MediatorMessages Mediator::late(LeakQuery query, const std::string& asker) const {
  const bool is_outcome = query == LeakQuery::propose;
  const bool is_own = query == LeakQuery::frontier_own || query == LeakQuery::blocked_full;
  return same_to_all(query, asker, is_own ? std::vector{asker} : everybody(),
                     json_text(is_outcome ? no_outcome : not_decided));
}

Result<Told> Mediator::step(RunningRound& round) {
  auto answers = answers_by(talks_, round);
  if (!answers)
    return fail("P077", "a position does not answer, or the round has ended", "",
                "let the parties answer themselves");
  std::map<std::string, Bits> bits;
  for (const std::string& party : round.settings().parties)
    bits[party] = most_bits_of(talks_.domain, round.settings());
  if (const auto error = account_.charge(bits)) return tl::make_unexpected(*error);
  return round.answer(std::move(*answers));
}

MediatorMessages Mediator::zone(const std::string& asker) {
  constexpr LeakQuery query = LeakQuery::zone;
  if (const auto error = charge(query, everybody())) return refused(query, asker, *error);
  const auto found = talks::zone(talks_, limits_);
  const std::string answer(found ? zone_word(found->answer) : not_decided);
  note(query, asker, found ? answer : found.error().code);
  return same_to_all(query, asker, everybody(), json_text(answer));
}

MediatorMessages Mediator::propose(const std::string& asker, FairRule rule) {
  constexpr LeakQuery query = LeakQuery::propose;
  if (const auto error = charge(query, everybody())) return refused(query, asker, *error);
  SolveOptions options;
  options.limits = limits_;
  const auto found = frontier(talks_, options);
  const bool has_outcome = found && !found->points.empty() && !found->points.front().first.empty();
  note(query, asker, found ? (has_outcome ? "outcome" : "none") : found.error().code);
  if (!has_outcome) return late(query, asker);
  const FrontierPoint& point = found->points[solution(*found, rule).chosen];
  MediatorMessages out;
  for (std::size_t p = 0; p < found->parties.size(); ++p)
    out.push_back(message(query, asker, found->parties[p],
                          {{"answer", outcome_tree(talks_.domain, point.first)},
                           {"own_utility", json_text(point.utilities[p].text())}}));
  return out;
}

MediatorMessages Mediator::blocked_own(const std::string& asker) {
  constexpr LeakQuery query = LeakQuery::blocked_own;
  if (const auto error = charge(query, everybody())) return refused(query, asker, *error);
  const auto masks = masks_of(talks_, limits_);
  note(query, asker, masks ? "own lines" : masks.error().code);
  if (!masks) return late(query, asker);
  // A line is in a minimal conflict just when it is in a smallest relaxation.
  const Conflicts found = conflicts_of(*masks);
  if (!found.relaxations_complete) return late(query, asker);
  std::set<std::size_t> blocked;
  for (const LimitSet& set : found.relaxations) blocked.insert(set.begin(), set.end());
  MediatorMessages out;
  for (const std::string& party : everybody()) {
    std::vector<std::string> own;
    for (const std::size_t i : blocked)
      if (masks->limits[i].party == party) own.push_back(masks->limits[i].name);
    out.push_back(message(query, asker, party, {{"answer", texts(own)}}));
  }
  return out;
}

MediatorMessages Mediator::blocked_who(const std::string& asker) {
  constexpr LeakQuery query = LeakQuery::blocked_who;
  if (const auto error = charge(query, everybody())) return refused(query, asker, *error);
  const auto masks = masks_of(talks_, limits_);
  note(query, asker, masks ? "parties" : masks.error().code);
  if (!masks) return late(query, asker);
  const Conflicts found = conflicts_of(*masks);
  if (!found.conflicts_complete) return late(query, asker);
  std::set<std::vector<std::string>> sets;
  for (const LimitSet& set : found.conflicts) {
    const auto parties = parties_in(set, masks->limits);
    sets.emplace(parties.begin(), parties.end());
  }
  std::vector<JsonTree> answer;
  for (const auto& set : sets) answer.push_back(texts(set));
  return same_to_all(query, asker, everybody(), json_list(std::move(answer)));
}

MediatorMessages Mediator::blocked_full(const std::string& asker) {
  constexpr LeakQuery query = LeakQuery::blocked_full;
  const Error missing{"P071", "not all parties have consented", "", "ask them"};
  // Without its own consent the asker is told so before anything is looked at.
  const auto& consents = consents_[query];
  if (!consents.contains(asker)) return refused(query, asker, missing);
  if (const auto error = charge(query, {asker})) return refused(query, asker, *error);
  const auto masks = masks_of(talks_, limits_);
  const auto consented = [&](const LimitSet& set) {
    const auto parties = parties_in(set, masks->limits);
    return std::includes(consents.begin(), consents.end(), parties.begin(), parties.end());
  };
  if (!masks) {
    note(query, asker, masks.error().code);
    return late(query, asker);
  }
  const Conflicts found = conflicts_of(*masks);
  const auto shown = std::find_if(found.conflicts.begin(), found.conflicts.end(), consented);
  if (shown == found.conflicts.end()) return refused(query, asker, missing);
  note(query, asker, "conflict");
  std::vector<JsonTree> lines;
  for (const std::size_t i : *shown)
    lines.push_back(json_object(
        {{"line", json_text(masks->limits[i].name)}, {"text", json_text(masks->limits[i].text)}}));
  return same_to_all(query, asker, {asker}, json_list(std::move(lines)));
}

MediatorMessages Mediator::frontier_own(const std::string& asker) {
  constexpr LeakQuery query = LeakQuery::frontier_own;
  const auto& consents = consents_[query];
  for (const std::string& party : everybody())
    if (!consents.contains(party))
      return refused(query, asker, {"P071", "not all parties have consented", "", "ask them"});
  SolveOptions options;
  options.limits = limits_;
  const auto found = frontier(talks_, options);
  const auto own = found ? std::find(found->parties.begin(), found->parties.end(), asker)
                         : std::vector<std::string>::const_iterator{};
  if (!found || own == found->parties.end()) {
    note(query, asker, found ? "no position" : found.error().code);
    return late(query, asker);
  }
  if (const auto error = charge(query, {asker}, found->points.size()))
    return refused(query, asker, *error);
  note(query, asker, "own column");
  const auto column = static_cast<std::size_t>(own - found->parties.begin());
  std::vector<Number> values;
  for (const FrontierPoint& point : found->points) values.push_back(point.utilities[column]);
  std::sort(values.begin(), values.end());
  std::vector<std::string> written;
  for (const Number& value : values) written.push_back(value.text());
  return same_to_all(query, asker, {asker}, texts(written));
}

}  // namespace accord::talks
