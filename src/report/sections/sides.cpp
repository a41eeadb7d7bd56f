#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "agreement/history/account.h"
#include "agreement/model/groups.h"
#include "assessment/changes.h"
#include "base/text.h"
#include "report/sections/blocks.h"

namespace accord::report {

using agreement::AccountLine;
using agreement::AccountSide;
using evidence::Finding;

namespace {

/// How often each name was counted.
class Tally {
 public:
  void count(const std::string& name) {
    const auto [place, is_new] = places_.try_emplace(name, counts_.size());
    if (is_new) counts_.emplace_back(name, 0);
    ++counts_[place->second].second;
  }
  /// Empty when nothing was counted; the first of equals.
  [[nodiscard]] std::string most() const {
    const auto found = std::max_element(counts_.begin(), counts_.end(),
                                        [](auto& a, auto& b) { return a.second < b.second; });
    return found == counts_.end() ? std::string() : found->first;
  }

 private:
  std::vector<std::pair<std::string, std::size_t>> counts_;
  std::unordered_map<std::string, std::size_t> places_;
};

/// The one who owes most terms, and to whom most of these are owed: the sides of the account. A
/// side is not set against a group that holds it, but against the other members.
std::pair<std::string, std::string> main_sides(const Writer& w) {
  Tally owing;
  for (const Finding& f : w.assessed.findings())
    if (f.party.size() == 1) owing.count(f.party.front());
  const std::string left = owing.most();
  const agreement::Groups groups(w.workspace.agreement);
  const agreement::PartySet of_left = groups.with_members(left);
  const auto against = [&](const std::string& id) {
    const agreement::PartySet others = groups.with_members(id);
    const bool shared = std::any_of(others.begin(), others.end(),
                                    [&](const auto& party) { return of_left.contains(party); });
    if (!shared) return std::vector{id};
    std::vector<std::string> out = groups.single_parties(id);
    std::erase(out, left);
    return out;
  };
  std::unordered_map<std::string, std::vector<std::string>> known;
  Tally owed;
  for (const Finding& f : w.assessed.findings())
    if (f.party.size() == 1 && f.party.front() == left)
      for (const std::string& id : f.owed) {
        const auto [place, is_new] = known.try_emplace(id);
        if (is_new) place->second = against(id);
        for (const std::string& party : place->second) owed.count(party);
      }
  return {left, owed.most()};
}

/// `heading` is who stands above the column: it is not said again.
std::string line_text(const Writer& w, const AccountLine& line, const std::string& heading) {
  const bool declared = line.what == AccountLine::Word::declared;
  std::string out = fmt::format("{}{}: {}", line.supposed ? "supposed: " : "", word(line.what),
                                line.term.empty() ? line.title : line.term + " " + line.title);
  if (declared || line.parties != std::vector<std::string>{heading}) {
    const bool jointly = !declared && line.side == AccountSide::joint;
    out = (jointly ? "jointly " : "") + w.parties(line.parties) + (declared ? " " : ": ") + out;
  }
  if (line.state) out += fmt::format(" ({})", plain(*line.state));
  if (!line.value.empty()) out += "; " + w.in_words(line.value);
  if (!line.limit.empty()) out += " against " + w.in_words(line.limit);
  if (!line.ground.empty()) out += fmt::format("; remark of the record: {}", line.ground);
  return out;
}

}  // namespace

void add_supposed(Writer& w, Section& out) {
  if (w.assessed.records().origins.size() == w.workspace.records.origins.size()) return;
  out.blocks.emplace_back(Paragraph{
      "Supposed records are not evidence. They are listed in the annex with the mark “supposed”.",
      Paragraph::Kind::warning});
  const assessment::Assessment record = w.assessed.without_supposed();
  Table table{"supposed",
              "What the supposed records change",
              "",
              {{"term"}, {"about"}, {"on the record alone"}, {"with what is supposed"}},
              {}};
  for (const assessment::Change& c : assessment::changes(record, w.assessed))
    table.rows.push_back({"",
                          {{.text = c.with->term, .href = Writer::place_of(*c.with)},
                           {.text = c.with->title},
                           w.state_cell(*c.without),
                           w.state_cell(*c.with)}});
  if (table.rows.empty())
    out.blocks.emplace_back(Paragraph{"No commitment changes its state with what is supposed."});
  else
    out.blocks.emplace_back(std::move(table));
}

void add_account(Writer& w, const ReportBlock& block, Section& out) {
  const auto [left, right] =
      block.names.empty() ? main_sides(w) : std::pair(block.names.front(), block.names.back());
  if (left.empty() || right.empty() || left == right) return;
  const agreement::Account account =
      agreement::account(w.assessed.evaluator(), left, right, w.assessed.on(), w.assessed.known());
  if (account.lines.empty()) return;
  Table table{w.own_id("account"),
              fmt::format("Account of {} and {}", w.party(left), w.party(right)),
              "What each side had performed, had stopped or was due to perform, by day. Nothing "
              "follows from the order.",
              {{"day", false, 12}, {w.party(left), false, 44}, {w.party(right), false, 44}},
              {}};
  const bool any_joint =
      std::any_of(account.lines.begin(), account.lines.end(),
                  [](const AccountLine& line) { return line.side == AccountSide::joint; });
  if (any_joint) table.columns.push_back({"both together", false, 44});
  for (const AccountLine& line : account.lines) {
    const std::string heading = line.side == AccountSide::left    ? left
                                : line.side == AccountSide::right ? right
                                                                  : std::string();
    Cell said{.text = line_text(w, line, heading)};
    if (line.origin) said.href = w.cite(*line.origin, table.id);
    Row row{"", {{.text = to_string(line.day)}}};
    row.cells.resize(table.columns.size(), {.text = "–"});
    row.cells[1 + static_cast<std::size_t>(line.side)] = said;
    table.rows.push_back(std::move(row));
  }
  out.blocks.emplace_back(std::move(table));
}

}  // namespace accord::report
