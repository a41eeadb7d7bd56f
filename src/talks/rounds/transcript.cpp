#include "talks/rounds/transcript.h"

#include <fmt/format.h>

#include <algorithm>

#include "seal/sha256.h"
#include "talks/rounds/by_position.h"
#include "talks/rounds/settings_tree.h"

namespace accord::talks {

namespace {

constexpr std::string_view transcript_format = "accord-talks-transcript/1";
using Members = std::vector<std::pair<std::string, JsonTree>>;

/// Lines that each carry the digest of themselves and all before them.
class Lines {
 public:
  /// The line, with its end.
  [[nodiscard]] std::string next(Members members) {
    digest_ = seal::sha256_hex(digest_ + "\n" + canonical(json_object(members)));
    members.emplace_back("chain", json_text(digest_));
    return canonical(json_object(std::move(members))) + "\n";
  }

 private:
  std::string digest_;
};

std::string_view view_word(TranscriptView view) {
  return view == TranscriptView::mediator ? "mediator" : "everybody";
}

Members head_members(const std::string& domain_sha256, const RoundSettings& settings,
                     std::string_view view) {
  return {{"format", json_text(transcript_format)},
          {"domain_sha256", json_text(domain_sha256)},
          {"settings", settings_tree(settings)},
          {"view", json_text(view)}};
}

Members step_members(const RoundStep& step, bool with_answers) {
  Members out{{"ask", told_tree(step.ask)}, {"step", told_tree(step.step)}};
  if (!with_answers) return out;
  std::vector<JsonTree> answers;
  for (const Told& answer : step.answers) answers.push_back(told_tree(answer));
  out.emplace_back("answers", json_list(std::move(answers)));
  return out;
}

tl::unexpected<Error> refuse_line(std::size_t line, std::string message) {
  return fail("P073", std::move(message), fmt::format("line {}", line),
              "ask for the transcript anew");
}

struct ReadTranscript {
  std::string domain_sha256;
  RoundSettings settings;
  bool with_answers = false;
  std::vector<RoundStep> steps;
  std::optional<Told> end;
};

bool read_head(const JsonTree& tree, ReadTranscript& out) {
  const JsonTree *domain = tree.find("domain_sha256"), *view = tree.find("view"),
                 *settings = tree.find("settings");
  if (domain == nullptr || view == nullptr || settings == nullptr) return false;
  auto read = read_settings(*settings);
  if (!read) return false;
  out.domain_sha256 = domain->text;
  out.settings = std::move(*read);
  out.with_answers = view->text == view_word(TranscriptView::mediator);
  return true;
}

bool read_step(const JsonTree& tree, ReadTranscript& out) {
  if (const JsonTree* end = tree.find("end")) {
    out.end = read_told(*end);
    return out.end.has_value();
  }
  const JsonTree *ask = tree.find("ask"), *step = tree.find("step"),
                 *answers = tree.find("answers");
  const auto asked = ask == nullptr ? std::nullopt : read_told(*ask);
  const auto came_to = step == nullptr ? std::nullopt : read_told(*step);
  if (!asked || !came_to) return false;
  RoundStep read{*asked, {}, *came_to};
  if (out.with_answers) {
    if (answers == nullptr) return false;
    for (const JsonTree& answer : answers->items) {
      auto told = read_told(answer);
      if (!told) return false;
      read.answers.push_back(std::move(*told));
    }
  }
  out.steps.push_back(std::move(read));
  return true;
}

/// What was read of a line, as it is written.
Members members_again(const ReadTranscript& read, bool is_head) {
  if (is_head)
    return head_members(
        read.domain_sha256, read.settings,
        view_word(read.with_answers ? TranscriptView::mediator : TranscriptView::everybody));
  if (read.end) return {{"end", told_tree(*read.end)}};
  return step_members(read.steps.back(), read.with_answers);
}

/// Each line is read, written again and compared with its bytes, its digest included.
Result<ReadTranscript> read_lines(std::string_view bytes) {
  ReadTranscript out;
  Lines again;
  std::size_t line = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    ++line;
    const std::size_t stop = bytes.find('\n', at);
    if (stop == std::string_view::npos) return refuse_line(line, "the line has no end");
    if (out.end) return refuse_line(line, "there is a line after the end of the round");
    std::vector<Problem> problems;
    const auto tree = read_tree(bytes.substr(at, stop - at), "", Limits{}, problems);
    const bool is_head = line == 1;
    if (!tree || !(is_head ? read_head(*tree, out) : read_step(*tree, out)))
      return refuse_line(line, "the line is not one of a transcript");
    if (again.next(members_again(out, is_head)) != bytes.substr(at, stop + 1 - at))
      return refuse_line(line,
                         "the line was changed: its digest does not fit, or it is not the "
                         "canonical form");
    at = stop + 1;
  }
  if (line == 0) return refuse_line(1, "there is no line");
  return out;
}

Result<RunningRound> go_through(const ReadTranscript& read, const Domain& domain, Offers offers) {
  if (read.domain_sha256 != domain.sha256)
    return refuse_line(1, "the round is about another domain: the digest differs");
  auto round = RunningRound::start(domain, read.settings, std::move(offers));
  if (!round) return refuse_line(1, round.error().message);
  for (std::size_t i = 0; i < read.steps.size(); ++i) {
    const RoundStep& step = read.steps[i];
    const std::size_t line = i + 2;
    if (round->ask() != step.ask)
      return refuse_line(line, "what was asked does not follow from what is before it");
    if (!read.with_answers) {
      if (!round->follow(step)) return refuse_line(line, "the procedure has no such step here");
      continue;
    }
    const auto came_to = round->answer(step.answers);
    if (!came_to) return refuse_line(line, came_to.error().message);
    if (*came_to != step.step)
      return refuse_line(line, "the answers come to something else than the step");
  }
  if (read.end && (!round->has_ended() || round->end() != *read.end))
    return refuse_line(read.steps.size() + 2, "the end does not follow from the steps");
  return round;
}

Offers offers_in(const std::vector<RoundStep>& steps) {
  Offers out;
  for (const RoundStep& step : steps)
    if (step.ask.word == RoundWord::offer) out.push_back(step.ask.outcome);
  return out;
}

}  // namespace

std::string write_transcript(const Domain& domain, const RunningRound& round, TranscriptView view) {
  const bool with_answers = view == TranscriptView::mediator;
  Lines lines;
  std::string out = lines.next(head_members(domain.sha256, round.settings(), view_word(view)));
  for (const RoundStep& step : round.steps()) out += lines.next(step_members(step, with_answers));
  if (round.has_ended()) out += lines.next({{"end", told_tree(round.end())}});
  return out;
}

std::string transcript_digest(std::string_view bytes) {
  if (bytes.empty() || bytes.back() != '\n') return {};
  bytes.remove_suffix(1);
  const std::size_t start = bytes.rfind('\n');
  std::vector<Problem> problems;
  const auto tree = read_tree(start == std::string_view::npos ? bytes : bytes.substr(start + 1), "",
                              Limits{}, problems);
  const JsonTree* chain = tree ? tree->find("chain") : nullptr;
  return chain == nullptr ? std::string() : chain->text;
}

Result<RunningRound> replay(std::string_view bytes, const Domain& domain, std::string_view digest) {
  const auto read = read_lines(bytes);
  if (!read) return tl::make_unexpected(read.error());
  auto round = go_through(*read, domain, offers_in(read->steps));
  if (!round) return round;
  const std::size_t last = read->steps.size() + 2;
  if (!read->end) return refuse_line(last, "the transcript has no end: lines are missing");
  if (!digest.empty() && transcript_digest(bytes) != digest)
    return refuse_line(last, "the digest is not the one that was told");
  return round;
}

Result<RunningRound> resume(std::string_view bytes, const Domain& domain, Offers offers) {
  const auto read = read_lines(bytes);
  if (!read) return tl::make_unexpected(read.error());
  if (!read->with_answers && !read->steps.empty() && !read->end)
    return refuse_line(1,
                       "the transcript is that for everybody: a round goes on from the "
                       "mediator's alone");
  return go_through(*read, domain, offers.empty() ? offers_in(read->steps) : std::move(offers));
}

Result<std::size_t> check_answers(const RunningRound& round, const Talks& talks) {
  auto again = RunningRound::start(talks.domain, round.settings(), offers_in(round.steps()));
  if (!again) return refuse_line(1, again.error().message);
  std::size_t checked = 0;
  for (std::size_t i = 0; i < round.steps().size(); ++i) {
    const RoundStep& step = round.steps()[i];
    for (std::size_t p = 0; p < step.answers.size(); ++p) {
      const std::string& party = round.settings().parties[p];
      const auto position = std::find_if(talks.positions.begin(), talks.positions.end(),
                                         [&](const Position& x) { return x.party == party; });
      if (position == talks.positions.end()) continue;
      const auto told = answer_by(talks.domain, *position, step.ask, again->current(),
                                  round.settings().procedure == ProcedureKind::anneal);
      if (told && *told != step.answers[p])
        return refuse_line(i + 2,
                           fmt::format("the answer of {} is not that of its position", party));
      if (told) ++checked;
    }
    if (!again->follow(step)) return refuse_line(i + 2, "the step does not follow");
  }
  return checked;
}

}  // namespace accord::talks
