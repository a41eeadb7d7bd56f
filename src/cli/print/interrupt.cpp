#include "cli/print/interrupt.h"

namespace accord::cli {

namespace {

volatile std::sig_atomic_t interrupt_asked = 0;

void ask(int signal) {
  interrupt_asked = 1;
  std::signal(signal, SIG_DFL);
}

}  // namespace

Interrupt::Interrupt()
    : before_interrupt_(std::signal(SIGINT, ask)), before_terminate_(std::signal(SIGTERM, ask)) {
  interrupt_asked = 0;
}

Interrupt::~Interrupt() {
  std::signal(SIGINT, before_interrupt_);
  std::signal(SIGTERM, before_terminate_);
}

bool Interrupt::asked() const {
  return interrupt_asked != 0;
}

}  // namespace accord::cli
