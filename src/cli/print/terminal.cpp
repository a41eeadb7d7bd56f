#include "cli/print/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "cli/print/pager.h"
#include "cli/print/text.h"

namespace accord::cli {

namespace {

bool is_terminal() {
  return ::isatty(STDOUT_FILENO) == 1;
}

bool is_dumb() {
  const char* name = std::getenv("TERM");
  return name == nullptr || *name == '\0' || std::string_view(name) == "dumb";
}

/// The number in COLUMNS or LINES; 0: none.
std::size_t number_in(const char* variable) {
  const char* text = std::getenv(variable);
  if (text == nullptr) return 0;
  const std::string_view digits = text;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

struct Size {
  std::size_t columns, lines;  ///< 0: not known
};

Size size_of_terminal() {
  struct winsize found {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &found) != 0) found = {};
  const std::size_t columns = number_in("COLUMNS"), lines = number_in("LINES");
  return {columns != 0 ? columns : found.ws_col, lines != 0 ? lines : found.ws_row};
}

/// Lines on the screen: those that are wider than it take several.
bool is_longer_than(std::string_view text, const Size& size) {
  std::size_t lines = 1;  // the prompt
  for (std::size_t at = 0; at < text.size() && lines <= size.lines;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t width = shown_width(text.substr(at, end - at));
    lines += size.columns == 0 || width == 0 ? 1 : (width + size.columns - 1) / size.columns;
    at = end + 1;
  }
  return size.lines != 0 && lines > size.lines;
}

bool print(std::string_view text) {
  const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  return std::fflush(stdout) == 0 && whole;
}

}  // namespace

bool goes_to_terminal(const Call& call) {
  return (call.output.empty() || call.output == "-") && is_terminal();
}

Look look_of(const Call& call) {
  constexpr std::size_t columns_min = 30;  // narrower than this no table can be read
  Look out;
  const char* refused = std::getenv("NO_COLOR");
  const bool wanted = (refused == nullptr || *refused == '\0') && !is_dumb();
  const bool terminal = goes_to_terminal(call);
  out.colored = call.color == Color::automatic ? terminal && wanted : call.color == Color::always;
  if (!terminal) return out;
  const std::size_t columns = size_of_terminal().columns;
  out.columns = columns == 0 ? width_max : std::max(columns, columns_min);
  return out;
}

bool show(std::string_view text, bool paged) {
  if (!paged || !is_terminal() || is_dumb() || !is_longer_than(text, size_of_terminal()))
    return print(text);
  const std::string pager = pager_command();
  return (!pager.empty() && page(text, pager)) || print(text);
}

}  // namespace accord::cli
