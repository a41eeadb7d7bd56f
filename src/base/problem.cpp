#include "base/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "base/english.h"
#include "base/printable.h"
#include "base/text.h"

namespace accord {

namespace {

const char* word(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

/// Characters of a line that an excerpt shows; rows of tables are often much longer.
constexpr std::uint32_t excerpt_width = 90;

/// The line, or the part of a long one around the place; `place` is moved to match.
std::string part_around(Place& place, std::string_view line) {
  std::vector<std::size_t> starts;  // of every character
  for (std::size_t i = 0; i < line.size(); i += utf8_length(line, i)) starts.push_back(i);
  if (starts.size() <= excerpt_width) return std::string(line);
  const std::size_t at = std::min<std::size_t>(place.column - 1, starts.size());
  constexpr std::size_t before = excerpt_width / 3;
  const std::size_t from = at > before ? std::min(at - before, starts.size() - excerpt_width) : 0;
  const std::size_t to = std::min(from + excerpt_width, starts.size());
  const std::size_t end = to < starts.size() ? starts[to] : line.size();
  std::string out(line.substr(starts[from], end - starts[from]));
  if (to < starts.size()) out += "…";
  const auto shown = static_cast<std::uint32_t>(to - at);
  place.length = std::max(1U, std::min(place.length, shown));
  if (from == 0) return out;
  place.column = place.column - static_cast<std::uint32_t>(from) + 1;
  return "…" + out;
}

/// A line of UTF-16: it helps nobody.
bool is_wide(std::string_view line) {
  const auto zeros = std::count(line.begin(), line.end(), '\0');
  return 3 * static_cast<std::size_t>(zeros) > line.size();
}

/// The excerpt with its caret run; tabs in the line are kept in the pad so that both line up.
std::string excerpt(Place place, std::string_view text) {
  const std::string_view whole = line_of(text, place.line);
  if (whole.data() == nullptr || is_wide(whole)) return {};
  PrintableLine shown = printable_line(whole, place);
  place = shown.place;
  const std::string line = part_around(place, shown.text);
  std::string pad;
  std::uint32_t column = 1;
  for (std::size_t i = 0; i < line.size() && column < place.column; i += utf8_length(line, i)) {
    pad += line[i] == '\t' ? '\t' : ' ';
    ++column;
  }
  const std::string tail(place.length > 1 ? place.length - 1 : 0, '~');
  return fmt::format("{:>5} | {}\n      | {}^{}\n", place.line, line, pad, tail);
}

}  // namespace

bool has_errors(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& p) { return p.severity == Severity::error; });
}

void sort_problems(std::vector<Problem>& problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.file, a.place.line, a.place.column, a.severity, a.code) <
           std::tie(b.file, b.place.line, b.place.column, b.severity, b.code);
  });
}

std::string brief(const Problem& p) {
  std::string out = fmt::format("{}:{}: {}: {}  [{}]\n", p.place.line, p.place.column,
                                word(p.severity), printable(p.message), p.code);
  if (!p.help.empty()) out += fmt::format("  help: {}\n", printable(p.help));
  return out;
}

std::string render(const Problem& p, std::string_view text) {
  std::string out = printable(p.file);
  if (p.place.line > 0) out += fmt::format(":{}:{}", p.place.line, p.place.column);
  if (!out.empty()) out += ": ";
  out += fmt::format("{}: {}  [{}]\n", word(p.severity), printable(p.message), p.code);
  if (p.place.line > 0 && !text.empty()) out += excerpt(p.place, text);
  if (!p.help.empty()) out += fmt::format("  help: {}\n", printable(p.help));
  return out;
}

std::string count_line(const std::vector<Problem>& problems) {
  const auto errors = std::count_if(problems.begin(), problems.end(),
                                    [](const Problem& p) { return p.severity == Severity::error; });
  const auto warnings = static_cast<std::ptrdiff_t>(problems.size()) - errors;
  std::string out;
  if (errors > 0) out += counted(errors, "error");
  if (warnings > 0) out += (out.empty() ? "" : ", ") + counted(warnings, "warning");
  return out;
}

}  // namespace accord
