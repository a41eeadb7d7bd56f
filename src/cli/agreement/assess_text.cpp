#include "cli/agreement/assess_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/agreement/finding_text.h"

namespace accord::cli {

using answers::AssessAnswer;
using answers::Finding;
using answers::OutcomeCounts;
using evidence::Outcome;

namespace {

struct Obliged {
  std::string title;
  std::vector<const Finding*> findings;
  OutcomeCounts counts;
};

/// Obliged parties in the order in which the text first obliges them.
std::vector<Obliged> by_party(const std::vector<Finding>& findings) {
  std::vector<Obliged> out;
  for (const Finding& f : findings) {
    auto side = std::find_if(out.begin(), out.end(),
                             [&](const Obliged& one) { return one.title == f.party_title; });
    if (side == out.end()) side = out.insert(side, {f.party_title, {}, {}});
    side->findings.push_back(&f);
    OutcomeCounts& c = side->counts;
    ++*std::array{&c.met, &c.not_met, &c.not_shown, &c.out_of_count}.at(
        static_cast<std::size_t>(f.outcome));
  }
  return out;
}

std::string state_line(const Finding& f) {
  std::string out = plain(f.state);
  if (f.since) out += fmt::format(" since {}", to_string(*f.since));
  if (f.shown) out += ": " + *f.shown;
  return out;
}

std::string entry(const Finding& f, const Look& look) {
  std::string out =
      fmt::format("    {:<15} {}\n", answers::short_id(f.id), wrap(f.title, 20, 20, look));
  const auto line = [&](const std::string& text) {
    out += std::string(20, ' ') + wrap(text, 22, 20, look) + "\n";
  };
  line(state_line(f));
  if (const std::string note = evidence_note(f); !note.empty()) line("evidence: " + note);
  if (f.declared) line(*f.declared);
  for (const answers::UnderAnswer& a : f.answers)
    line(fmt::format("if {} is {}: {}", a.question, a.answer, plain(a.state)));
  for (const answers::ReadingShown& r : f.readings)
    line(fmt::format("read by {} as: {}", r.held_by_title, r.text));
  if (f.supposed) line("RESTS ON A SUPPOSED RECORD");
  return out;
}

std::string side_text(const Obliged& side, bool all, const Look& look) {
  std::string out =
      paint(side.title, Tone::strong, look) + ": " + answers::sentence(side.counts) + "\n";
  for (const Outcome outcome :
       {Outcome::not_met, Outcome::not_shown, Outcome::met, Outcome::out_of_count}) {
    if (outcome == Outcome::out_of_count && !all) continue;
    bool any = false;
    for (const Finding* f : side.findings) {
      if (f->outcome != outcome) continue;
      if (!any) out += fmt::format("\n  {}\n", paint(word(outcome), tone_of(outcome), look));
      any = true;
      out += entry(*f, look);
    }
  }
  return out;
}

std::string changes_text(const AssessAnswer& answer) {
  if (answer.judged.suppose.empty()) return {};
  if (answer.changes.empty()) return "\nWith what is supposed, no commitment changes its state.\n";
  std::string out = "\nWith what is supposed, against the record alone:\n";
  for (const answers::ChangeRow& c : answer.changes)
    out +=
        fmt::format("  {:<15} {} ({}) → {} ({})\n", answers::short_id(c.id), word(c.outcome_before),
                    word(c.state_before), word(c.outcome), word(c.state));
  return out;
}

}  // namespace

std::string assess_text(const AssessAnswer& answer, const Request& request) {
  const Look& look = request.look;
  std::string out = heading(answer.judged, answer.notes, request) + "\n";
  // The last one, where the record ends, stands in the heading when nothing later is on file.
  for (const std::string& sentence : answer.sentences)
    if (&sentence != &answer.sentences.back() || !answer.judged.nothing_later)
      out += wrap(sentence, 2, 0, look) + "\n";
  for (const Obliged& side : by_party(answer.findings)) {
    if (!request.verbose && side.counts.met + side.counts.not_met + side.counts.not_shown == 0)
      continue;
    out += "\n" + side_text(side, request.verbose, look);
  }
  out += "\n" + paint("all parties", Tone::strong, look) + ": " + lines(answer.closing);
  out += changes_text(answer);
  if (answer.report_file) out += fmt::format("\nfull report: {}\n", *answer.report_file);
  return out;
}

}  // namespace accord::cli
