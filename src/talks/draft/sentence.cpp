#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "talks/draft/draft.h"

/// What a draft says of an issue, in a sentence that people read and that is found again.
namespace accord::talks {

namespace {

constexpr std::string_view between_values = " | ";

/// A text of which the parts of a sentence are taken, from the front.
class Sentence {
 public:
  explicit Sentence(std::string_view text) : rest_(text) {}

  bool skip(std::string_view words) {
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }
  /// What is before the words, which are skipped; `last`: where they come last.
  std::optional<std::string> until(std::string_view words, bool last = false) {
    const std::size_t at = last ? rest_.rfind(words) : rest_.find(words);
    if (at == std::string_view::npos) return std::nullopt;
    std::string out(rest_.substr(0, at));
    rest_.remove_prefix(at + words.size());
    return out;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

bool read_values(Sentence& sentence, Issue& issue) {
  // A value may hold a point and a blank; what was chosen is named last.
  auto values = sentence.until(". Chosen: ", true);
  if (!values) return false;
  Sentence list(*values);
  while (auto value = list.until(between_values)) issue.values.push_back(*value);
  issue.values.emplace_back(list.rest());
  const std::set<std::string> distinct(issue.values.begin(), issue.values.end());
  return distinct.size() == issue.values.size() && !distinct.contains("");
}

bool read_bounds(Sentence& sentence, Issue& issue) {
  const auto low = sentence.until(" to "), high = sentence.until(" in ");
  if (!low || !high) return false;
  const auto least = Number::parse(*low), most = Number::parse(*high);
  if (!least || !most || *least > *most) return false;
  issue.low = *least;
  issue.high = *most;
  return true;
}

bool read_steps(Sentence& sentence, Issue& issue) {
  if (!read_bounds(sentence, issue) || !sentence.skip("steps of ")) return false;
  const auto step = Number::parse(sentence.until(". Chosen: ").value_or(""));
  if (!step || step->sign() <= 0) return false;
  issue.step = *step;
  return true;
}

bool read_grid(Sentence& sentence, Issue& issue) {
  if (!read_bounds(sentence, issue)) return false;
  const auto points = Number::parse(sentence.until(" points. Chosen: ").value_or(""));
  const auto count = points ? points->to_int64() : std::nullopt;
  if (!count || *count < 2 || *count > 1'000'000) return false;
  issue.points = static_cast<std::uint32_t>(*count);
  return true;
}

}  // namespace

std::string issue_sentence(const Issue& issue, std::uint32_t chosen) {
  std::string values;
  switch (issue.kind) {
    case IssueKind::discrete:
      values = fmt::format("one of {}", fmt::join(issue.values, between_values));
      break;
    case IssueKind::integer:
      values = fmt::format("a number from {} to {} in steps of {}", issue.low.text(),
                           issue.high.text(), issue.step.text());
      break;
    case IssueKind::real:
      values = fmt::format("a number from {} to {} in {} points", issue.low.text(),
                           issue.high.text(), issue.points.value_or(0));
      break;
  }
  return fmt::format("Issue {}: {}. Chosen: {}.", issue.id, values, issue.label(chosen));
}

std::optional<Issue> issue_of_sentence(std::string_view text) {
  Sentence sentence(text);
  if (!sentence.skip("Issue ")) return std::nullopt;
  Issue issue;
  // An id may hold a colon: the kind that comes first is the one of the sentence.
  const std::size_t one = text.find(": one of "), number = text.find(": a number from ");
  if (one < number) {
    issue.id = *sentence.until(": one of ");
    if (!read_values(sentence, issue)) return std::nullopt;
    return issue;
  }
  if (number == std::string_view::npos) return std::nullopt;
  issue.id = *sentence.until(": a number from ");
  Sentence again = sentence;
  issue.kind = IssueKind::integer;
  if (read_steps(sentence, issue)) return issue;
  issue.kind = IssueKind::real;
  if (read_grid(again, issue)) return issue;
  return std::nullopt;
}

}  // namespace accord::talks
