#include "agreement/history/account.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "agreement/history/timeline.h"
#include "agreement/model/groups.h"
#include "agreement/model/party_titles.h"
#include "base/contract.h"
#include "base/text.h"
#include "described/words.h"

namespace accord::agreement {

namespace {

using Word = AccountLine::Word;

/// What is owed to a group is owed to its members, and what a group declares its members declare.
PartySet related(const Agreement& agreement, std::string_view party) {
  PartySet out = with_members(agreement, party);
  out.merge(with_groups(agreement, party));
  return out;
}

bool any_in(const std::vector<std::string>& names, const PartySet& set) {
  return std::any_of(names.begin(), names.end(), [&](const auto& n) { return set.contains(n); });
}

std::optional<Word> word_of(State state) {
  switch (outcome_of(state)) {
    case Outcome::met:
      return Word::performed;
    case Outcome::not_met:
      if (state == State::overdue) return Word::due;
      return state == State::performed_late || state == State::partly_performed ? Word::performed
                                                                                : Word::stopped;
    case Outcome::not_shown:
      return Word::not_shown;
    case Outcome::out_of_count:
      break;
  }
  return state == State::not_due ? std::nullopt : std::optional(Word::ended);
}

AccountLine line_of(const TimelineEntry& entry, AccountSide side, Word what) {
  AccountLine line;
  line.day = entry.day;
  line.side = side;
  line.what = what;
  line.parties = entry.parties;
  line.term = what == Word::declared ? join(entry.terms, ", ") : entry.term;
  line.title = entry.title;
  line.state = entry.state;
  line.value = entry.value;
  line.limit = entry.limit;
  line.ground = what == Word::declared ? entry.note : std::string();
  line.source = entry.source;
  line.origin = entry.origin;
  line.supposed = entry.supposed;
  return line;
}

std::optional<AccountSide> side_of(bool left, bool right) {
  if (left && right) return AccountSide::joint;
  if (!left && !right) return std::nullopt;
  return left ? AccountSide::left : AccountSide::right;
}

struct Sides {
  PartySet left, right;

  [[nodiscard]] std::optional<AccountSide> of(const std::vector<std::string>& parties) const {
    return side_of(any_in(parties, left), any_in(parties, right));
  }

  /// Whose column a term belongs to; nothing when it is not between the two. What members of both
  /// owe together is owed to the other side as far as anything is.
  [[nodiscard]] std::optional<AccountSide> owing(const Finding& finding) const {
    const auto owes = of(finding.party);
    const bool to_left = any_in(finding.owed, left), to_right = any_in(finding.owed, right);
    const bool between = owes == AccountSide::left    ? to_right
                         : owes == AccountSide::right ? to_left
                                                      : to_left || to_right;
    return between ? owes : std::nullopt;
  }
};

using Columns = std::map<std::pair<std::string, std::vector<std::string>>, AccountSide>;

void add_line(const TimelineEntry& entry, const Columns& columns, const Sides& sides,
              Account& out) {
  if (entry.kind == TimelineEntry::Kind::declaration)
    if (const auto side = sides.of(entry.parties))
      out.lines.push_back(line_of(entry, *side, Word::declared));
  if (entry.kind != TimelineEntry::Kind::state) return;
  const auto side = columns.find({entry.term, entry.parties});
  if (side == columns.end()) return;
  // A term that begins without any record was neither performed nor stopped.
  if (outcome_of(*entry.state) == Outcome::not_shown &&
      (!entry.before || outcome_of(*entry.before) == Outcome::out_of_count))
    return;
  if (const auto what = word_of(*entry.state))
    out.lines.push_back(line_of(entry, side->second, *what));
}

}  // namespace

std::string_view word(AccountWord what) {
  return described::word_of(what);
}

std::string_view word(AccountSide side) {
  return described::word_of(side);
}

std::optional<std::string> on_both_sides(const Agreement& agreement, std::string_view left,
                                         std::string_view right) {
  const PartySet a = with_members(agreement, left);
  const PartySet b = with_members(agreement, right);
  const auto shared =
      std::find_if(a.begin(), a.end(), [&](const auto& p) { return b.contains(p); });
  return shared == a.end() ? std::nullopt : std::optional(*shared);
}

Account account(const Evaluator& evaluator, std::string_view left, std::string_view right, Day to,
                Day known) {
  const Agreement& agreement = evaluator.agreement();
  ACCORD_EXPECT(!on_both_sides(agreement, left, right));
  const Sides sides{related(agreement, left), related(agreement, right)};
  const PartyTitles titles(agreement);
  Account out{std::string(left),
              std::string(right),
              titles.of(std::string(left)),
              titles.of(std::string(right)),
              {},
              {}};
  Columns columns;
  for (const Subject& subject : evaluator.subjects()) {
    const Finding finding = evaluator.evaluate(subject, to, known);
    const auto side = sides.owing(finding);
    if (!side) continue;
    columns.emplace(std::pair(finding.term, finding.party), *side);
    out.standing.push_back({*side, finding.party, titles.of(finding.party), finding.term,
                            finding.title, finding.state,
                            state_since(evaluator, subject, to, known)});
  }
  for (const TimelineEntry& entry : timeline(evaluator, {{}, to, known, {}, {}}))
    add_line(entry, columns, sides, out);
  for (AccountLine& line : out.lines) line.party_title = titles.of(line.parties);
  // The side takes no part in the order, so that exchanging the sides changes nothing else.
  std::stable_sort(out.lines.begin(), out.lines.end(),
                   [](const AccountLine& x, const AccountLine& y) {
                     return std::tie(x.day, x.what, x.parties, x.term, x.title, x.source) <
                            std::tie(y.day, y.what, y.parties, y.term, y.title, y.source);
                   });
  return out;
}

}  // namespace accord::agreement
