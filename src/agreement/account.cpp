#include "agreement/account.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "agreement/timeline.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

using Word = AccountLine::Word;
using PartySet = std::set<std::string, std::less<>>;

/// The party itself, the members of a group, and the groups it is a member of.
PartySet related(const Agreement& agreement, std::string_view party) {
  PartySet out{std::string(party)};
  for (const Item& item : agreement.items) {
    const auto* group = std::get_if<Party>(&item);
    if (group == nullptr || !group->members) continue;
    for (const Name& member : *group->members) {
      if (group->head.name.text == party) out.insert(member.text);
      if (member.text == party) out.insert(group->head.name.text);
    }
  }
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

AccountLine line_of(const TimelineEntry& entry, bool left, Word what) {
  AccountLine line;
  line.day = entry.day;
  line.left = left;
  line.what = what;
  line.party = join(entry.parties, ", ");
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

/// Which column a term belongs to; nothing when it is not between the two.
std::optional<bool> column(const Finding& finding, const PartySet& left, const PartySet& right) {
  if (any_in(finding.party, left) && any_in(finding.owed, right)) return true;
  if (any_in(finding.party, right) && any_in(finding.owed, left)) return false;
  return std::nullopt;
}

using Columns = std::map<std::pair<std::string, std::vector<std::string>>, bool>;

/// The lines that a timeline entry gives: none, one, or one in each column for a joint declaration.
void add_lines(const TimelineEntry& entry, const Columns& columns, const PartySet& left,
               const PartySet& right, Account& out) {
  if (entry.kind == TimelineEntry::Kind::declaration) {
    if (any_in(entry.parties, left)) out.lines.push_back(line_of(entry, true, Word::declared));
    if (any_in(entry.parties, right)) out.lines.push_back(line_of(entry, false, Word::declared));
  }
  if (entry.kind != TimelineEntry::Kind::state) return;
  const auto is_left = columns.find({entry.term, entry.parties});
  if (is_left == columns.end()) return;
  // A term that begins without any record was neither performed nor stopped.
  if (outcome_of(*entry.state) == Outcome::not_shown &&
      (!entry.before || outcome_of(*entry.before) == Outcome::out_of_count))
    return;
  if (const auto what = word_of(*entry.state))
    out.lines.push_back(line_of(entry, is_left->second, *what));
}

std::string cell(const AccountLine& line) {
  std::string out = fmt::format("{}{}: ", line.supposed ? "(supposed) " : "", word(line.what));
  if (line.what == Word::declared) {
    out += line.title;
    if (!line.term.empty()) out += fmt::format(" [{}]", line.term);
    return line.ground.empty() ? out : out + fmt::format(" ({})", line.ground);
  }
  out += fmt::format("{} {}", line.term, line.title);
  if (line.state) out += fmt::format(", {}", word(*line.state));
  if (!line.value.empty()) out += ", " + line.value;
  return line.limit.empty() ? out : out + fmt::format(" against {}", line.limit);
}

/// Breaks a text at blanks into lines of at most `width` characters.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> out(1);
  for (const std::string_view piece : split(text, " ")) {
    const std::size_t length = character_count(out.back());
    if (length > 0 && length + 1 + character_count(piece) > width) out.emplace_back();
    if (!out.back().empty()) out.back() += ' ';
    out.back() += piece;
  }
  return out;
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t length = character_count(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

std::string row(const std::string& day, const std::string& left, const std::string& right) {
  constexpr std::size_t width = 42;
  const auto a = wrapped(left, width);
  const auto b = wrapped(right, width);
  std::string out;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    std::string line = padded(i == 0 ? day : "", 12) + padded(i < a.size() ? a[i] : "", width + 2) +
                       (i < b.size() ? b[i] : "");
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace

const char* word(Word what) {
  constexpr std::array words{"declared", "performed", "stopped", "due", "not shown", "ended"};
  return words[static_cast<std::size_t>(what)];
}

Account account(const Evaluator& evaluator, std::string_view left, std::string_view right, Day to,
                Day known) {
  const PartySet a = related(evaluator.agreement(), left);
  const PartySet b = related(evaluator.agreement(), right);
  Account out{std::string(left), std::string(right), {}, {}};
  Columns columns;
  for (const Subject& subject : evaluator.subjects()) {
    const Finding finding = evaluator.evaluate(subject, to, known);
    const auto is_left = column(finding, a, b);
    if (!is_left) continue;
    columns.emplace(std::pair(finding.term, finding.party), *is_left);
    out.standing.push_back({*is_left, join(finding.party, ", "), finding.term, finding.title,
                            finding.state, state_since(evaluator, subject, to, known)});
  }
  for (const TimelineEntry& entry : timeline(evaluator, {{}, to, known, {}, {}}))
    add_lines(entry, columns, a, b, out);
  // The column takes no part in the order, so that exchanging the sides changes nothing else.
  std::stable_sort(out.lines.begin(), out.lines.end(),
                   [](const AccountLine& x, const AccountLine& y) {
                     return std::tie(x.day, x.what, x.party, x.term, x.title, x.source) <
                            std::tie(y.day, y.what, y.party, y.term, y.title, y.source);
                   });
  return out;
}

std::string account_text(const Account& account) {
  std::string out = row("day", account.left, account.right);
  for (const AccountLine& line : account.lines) {
    const std::string text = cell(line);
    out += row(to_string(line.day), line.left ? text : "", line.left ? "" : text);
  }
  out += "\nWhere each term stands\n";
  for (const AccountStanding& s : account.standing) {
    const std::string text = fmt::format("{} {}: {}{}", s.term, s.title, word(s.state),
                                         s.since ? " since " + to_string(*s.since) : std::string());
    out += row("", s.left ? text : "", s.left ? "" : text);
  }
  return out;
}

}  // namespace accord::agreement
