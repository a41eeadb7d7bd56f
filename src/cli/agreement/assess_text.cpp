#include "cli/agreement/assess_text.h"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

#include "assessment/summary.h"
#include "cli/agreement/finding_text.h"

namespace accord::cli {

using agreement::PartyTitles;
using evidence::Finding;
using evidence::Outcome;

namespace {

struct Side {
  std::string title;
  std::vector<const Finding*> findings;
};

/// Obliged parties in the order in which the text first obliges them.
std::vector<Side> sides_of(const assessment::Assessment& assessment, const PartyTitles& parties) {
  std::vector<Side> sides;
  std::unordered_map<std::string, std::size_t> places;
  for (const Finding& f : assessment.findings()) {
    std::string title = parties.of(f.party);
    const auto [place, is_new] = places.try_emplace(title, sides.size());
    if (is_new) sides.push_back({std::move(title), {}});
    sides[place->second].findings.push_back(&f);
  }
  return sides;
}

assessment::Counts counts_of(const Side& side) {
  assessment::Counts counts;
  const std::array places{&counts.met, &counts.not_met, &counts.not_shown, &counts.out_of_count};
  for (const Finding* f : side.findings) ++*places.at(static_cast<std::size_t>(f->outcome()));
  return counts;
}

std::string state_line(const Finding& f) {
  std::string out = plain(f.state);
  if (f.since) out += fmt::format(" since {}", to_string(*f.since));
  if (const std::string what = shown(f); !what.empty()) out += ": " + what;
  return out;
}

std::string entry(const Finding& f, const PartyTitles& parties, const Look& look) {
  std::string out = fmt::format("    {:<15} {}\n", short_id(f), wrap(f.title, 20, 20, look));
  const auto line = [&](const std::string& text) {
    out += std::string(20, ' ') + wrap(text, 22, 20, look) + "\n";
  };
  line(state_line(f));
  if (const std::string note = evidence_note(f); !note.empty()) line("evidence: " + note);
  if (const std::string note = declared_note(f, parties); !note.empty()) line(note);
  for (const evidence::UnderAnswer& a : f.answers)
    line(fmt::format("if {} is {}: {}", a.question, a.answer, plain(a.state)));
  for (const evidence::ReadingShown& r : f.readings)
    line(fmt::format("read by {} as: {}", parties.in_sentence(r.by), r.text));
  if (f.supposed) line("RESTS ON A SUPPOSED RECORD");
  return out;
}

std::string side_text(const Side& side, const PartyTitles& parties, bool all, const Look& look) {
  std::string out =
      paint(side.title, Tone::strong, look) + ": " + counts_line(counts_of(side)) + "\n";
  for (const Outcome outcome :
       {Outcome::not_met, Outcome::not_shown, Outcome::met, Outcome::out_of_count}) {
    if (outcome == Outcome::out_of_count && !all) continue;
    bool any = false;
    for (const Finding* f : side.findings) {
      if (f->outcome() != outcome) continue;
      if (!any) out += fmt::format("\n  {}\n", paint(word(outcome), tone_of(outcome), look));
      any = true;
      out += entry(*f, parties, look);
    }
  }
  return out;
}

}  // namespace

std::string assess_text(const assessment::Assessment& assessment, bool all, const Look& look) {
  const PartyTitles parties(assessment.workspace().agreement, assessment.workspace().outsiders);
  std::string out = "\n";
  const std::vector<std::string> said = assessment::summarize(assessment).texts();
  // The last one, where the record ends, stands in the heading when nothing later is on file.
  for (const std::string& sentence : said)
    if (&sentence != &said.back() || !assessment::record_end(assessment).nothing_later)
      out += wrap(sentence, 2, 0, look) + "\n";
  for (const Side& side : sides_of(assessment, parties)) {
    const assessment::Counts counts = counts_of(side);
    if (!all && counts.met + counts.not_met + counts.not_shown == 0) continue;
    out += "\n" + side_text(side, parties, all, look);
  }
  return out + "\n" + paint("all parties", Tone::strong, look) + ": " +
         counts_line(assessment.counts()) + "\n" + recalled_line(assessment);
}

}  // namespace accord::cli
