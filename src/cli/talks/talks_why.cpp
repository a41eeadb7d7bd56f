#include <fmt/format.h>

#include <random>

#include "answers/talks/openings.h"
#include "answers/talks/why.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answered.h"

namespace accord::cli {

using answers::LimitRow;
using answers::LimitSetRow;
using answers::WhyAnswer;
using answers::WhyQuestion;

namespace {

constexpr std::size_t sets_shown = 20;

std::string sets_text(const char* title, const std::vector<LimitSetRow>& sets, bool is_complete,
                      const char* rows) {
  std::string out = fmt::format("\n{}: {}{}\n", title, sets.size(),
                                is_complete ? "" : " and more, the list was cut");
  for (std::size_t i = 0; i < sets.size() && i < sets_shown; ++i)
    out += fmt::format("  {}. {}\n", sets[i].number, sets[i].limits);
  if (sets.size() > sets_shown)
    out += fmt::format("  … and {} more: --rows {}\n", sets.size() - sets_shown, rows);
  return out;
}

std::string limits_text(const WhyAnswer& answer) {
  std::string out = "\nLimits, with the outcomes that nobody would exclude without each\n";
  for (const LimitRow& limit : answer.limits)
    out += fmt::format("  {}: {}{}\n", limit.limit, limit.outcomes,
                       limit.text.empty() ? "" : fmt::format("  ({})", limit.text));
  return out;
}

std::string text_of(const void* at, const Call&) {
  const auto& answer = *static_cast<const WhyAnswer*>(at);
  std::string out = answer.is_zone_empty ? "No outcome keeps every limit.\n"
                                         : fmt::format("{} outcomes are excluded by nobody.\n",
                                                       answer.zone_outcomes);
  if (answer.is_zone_empty) {
    out +=
        sets_text("Limits that conflict", answer.conflicts, answer.conflicts_complete, "conflicts");
    out += sets_text("Smallest relaxations", answer.relaxations, answer.relaxations_complete,
                     "relaxations");
  }
  out += limits_text(answer);
  if (answer.certificate_file) out += fmt::format("\nproof: {}\n", *answer.certificate_file);
  return out;
}

/// A salt keeps a position from being guessed: it comes from the system, unless it is given.
std::vector<std::string> salts_of(const WhyQuestion& asked, std::size_t positions) {
  std::vector<std::string> out;
  std::random_device random;
  for (std::size_t i = 0; i < positions; ++i) {
    if (i < asked.salts.size()) {
      out.push_back(*answers::bytes_of_hex(asked.salts[i]));
      continue;
    }
    std::string salt;
    for (int byte = 0; byte < 32; ++byte) salt += static_cast<char>(random() & 0xff);
    out.push_back(salt);
  }
  return out;
}

std::string writes(const void* source, void* answer, const Call& call) {
  const auto& asked = asked_of<WhyQuestion>(call);
  if (!asked.certificate) return {};
  const auto& files = *static_cast<const answers::TalksFiles*>(source);
  const auto proof = answers::proof_of(files, salts_of(asked, files.position_files.size()));
  if (!proof) return render_all(proof.error().problems, proof.error().texts);
  if (!*proof) return "no conflict, so there is nothing to prove\n";
  for (const auto& [file, text] : {std::pair(*asked.certificate, (*proof)->certificate),
                                   std::pair(*asked.certificate + ".openings", (*proof)->openings)})
    if (const auto done = write_file(file, text); !done)
      return render_all({answers::problem_of(done.error())}, {});
  static_cast<WhyAnswer*>(answer)->certificate_file = *asked.certificate;
  return {};
}

}  // namespace

const Command talks_why{.name = "talks why",
                        .question = &answers::why_question,
                        .group = Group::talks,
                        .text_of = text_of,
                        .writes = writes};

}  // namespace accord::cli
