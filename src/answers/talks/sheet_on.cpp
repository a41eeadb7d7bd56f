#include "answers/talks/sheet_on.h"

#include <map>

#include "answers/or_none.h"
#include "answers/talks/public_words.h"
#include "seal/sha256.h"

namespace accord::answers {

namespace {

class Sheet {
 public:
  Sheet(const Workspace& workspace, const SheetOnQuestion& asked)
      : workspace_(workspace), titles_(titles_of(workspace)) {
    for (const talks::IssueOption& option : workspace.options)
      words_.try_emplace({option.issue, option.id}, option.text.empty() ? option.id : option.text);
    bytes_ = "accord/talks-sheet/v1\n" + to_string(*asked.on) + "\n";
  }

  SheetIssue issue(const talks::IssueMarks& issue) {
    SheetIssue out{issue.issue, issue.title, {}, {}, {}, {}};
    for (const std::string& id : issue.options)
      bytes_ += issue.issue + "\n" + id + "\n" + words_.at({issue.issue, id}) + "\n";
    for (const std::string& id : issue.not_excluded)
      out.not_excluded.push_back(words_.at({issue.issue, id}));
    for (const std::string& id : issue.named_by_all)
      out.named_by_all.push_back(words_.at({issue.issue, id}));
    for (const std::string& party : issue.silent) out.silent.push_back(titles_.of(party));
    for (const talks::SideMarks& side : issue.sides)
      for (const std::size_t index : side.statements)
        add_statement(workspace_.statements[index], out);
    return out;
  }

  [[nodiscard]] std::vector<SheetSide> sides(const std::vector<std::string>& parties) const {
    std::vector<SheetSide> out;
    for (const std::string& party : parties) {
      const auto kinds = kinds_.find(party);
      const bool any = kinds != kinds_.end();
      std::string stated = "nothing";
      if (any && kinds->second.in_public) stated = "public words";
      if (any && kinds->second.in_press)
        stated = kinds->second.in_public ? "public words and press reports" : "press reports";
      out.push_back({party, titles_.of(party), std::move(stated)});
    }
    return out;
  }

  [[nodiscard]] std::string digest() const { return seal::sha256_hex(bytes_); }

 private:
  struct Kinds {
    bool in_public = false, in_press = false;
  };

  void add_statement(const talks::Statement& said, SheetIssue& out) {
    out.sources.push_back({titles_.of(said.party), said.id, said.day, text_or_none(said.source)});
    (said.is_public() ? kinds_[said.party].in_public : kinds_[said.party].in_press) = true;
    if (said.origin < workspace_.records.origins.size())
      bytes_ += workspace_.records.origins[said.origin].sha256 + "\n";
  }

  const Workspace& workspace_;
  agreement::PartyTitles titles_;
  std::map<std::pair<std::string, std::string>, std::string> words_;  ///< of issue and option
  std::map<std::string, Kinds> kinds_;                                ///< by party
  std::string bytes_;
};

}  // namespace

Answered<SheetOn> sheet_on(const Workspace& workspace, const SheetOnQuestion& asked) {
  const auto zone = zone_on(workspace, {asked.on, asked.public_only, {}});
  if (!zone) return tl::make_unexpected(zone.error());
  const auto found = marks_on(workspace, asked.on, asked.public_only);
  if (!found) return tl::make_unexpected(found.error());
  SheetOn out;
  out.on = *asked.on;
  out.public_only = asked.public_only;
  out.last_round = round_of(talks::rounds_around(workspace.rounds, out.on).last);
  out.answer = zone->answer;
  out.sentence = zone->sentence;
  out.illustration = zone->illustration;
  Sheet sheet(workspace, asked);
  for (const talks::IssueMarks& issue : *found) out.issues.push_back(sheet.issue(issue));
  out.sides = sheet.sides(talks::sides_of(workspace.statements, workspace.rounds));
  out.digest = sheet.digest();
  out.notes = zone->notes;
  return out;
}

constinit const Question sheet_on_question = Asked<sheet_on>::named("talks sheet", "sheet_on");

}  // namespace accord::answers
