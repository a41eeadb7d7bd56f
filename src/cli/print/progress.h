#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace accord::cli {

/// A line on standard error while something takes long: rewritten on a terminal from the first
/// second on, otherwise a new line every ten seconds. Silent when told so.
class ProgressLine {
 public:
  ProgressLine(std::string what, bool silent);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(std::uint64_t done, std::uint64_t total);

 private:
  using Clock = std::chrono::steady_clock;
  std::string what_;
  bool silent_;
  bool terminal_;
  bool shown_ = false;
  Clock::time_point start_;
  Clock::time_point next_;
};

}  // namespace accord::cli
