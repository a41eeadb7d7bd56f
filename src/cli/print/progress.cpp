#include "cli/print/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace accord::cli {

ProgressLine::ProgressLine(std::string what, bool silent)
    : what_(std::move(what)),
      silent_(silent),
      terminal_(::isatty(STDERR_FILENO) == 1),
      start_(Clock::now()),
      next_(start_ + std::chrono::seconds(terminal_ ? 1 : 10)) {}

ProgressLine::~ProgressLine() {
  if (shown_ && terminal_) std::fputs("\r\x1b[K", stderr);
}

void ProgressLine::show(std::uint64_t done, std::uint64_t total) {
  const Clock::time_point now = Clock::now();
  if (silent_ || now < next_ || total == 0) return;
  const double share = static_cast<double>(done) / static_cast<double>(total);
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const std::string line =
      fmt::format("{}: {:.0f} %, {:.0f} s, about {:.0f} s left", what_, 100 * share, seconds,
                  share > 0 ? seconds * (1 - share) / share : 0);
  std::fputs(terminal_ ? ("\r\x1b[K" + line).c_str() : (line + "\n").c_str(), stderr);
  std::fflush(stderr);
  shown_ = true;
  next_ = now + (terminal_ ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10'000));
}

}  // namespace accord::cli
