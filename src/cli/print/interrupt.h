#pragma once

#include <csignal>

namespace accord::cli {

/// While it lives, the first Ctrl-C (SIGINT) or SIGTERM only asks to stop; a second one ends the
/// program.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  [[nodiscard]] bool asked() const;

 private:
  using Handler = void (*)(int);
  Handler before_interrupt_;
  Handler before_terminate_;
};

}  // namespace accord::cli
