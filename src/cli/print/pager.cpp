#include "cli/print/pager.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace accord::cli {

namespace {

/// Until the end of the scope the program does not hear Ctrl-C, and a pager that goes away does not
/// end it.
class Deaf {
 public:
  Deaf() : interrupt_(std::signal(SIGINT, SIG_IGN)), pipe_(std::signal(SIGPIPE, SIG_IGN)) {}
  ~Deaf() {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGPIPE, pipe_);
  }
  Deaf(const Deaf&) = delete;
  Deaf& operator=(const Deaf&) = delete;

 private:
  void (*interrupt_)(int);
  void (*pipe_)(int);
};

[[noreturn]] void become_pager(int text, const std::string& command) {
  for (const int number : {SIGINT, SIGPIPE, SIGXFSZ}) std::signal(number, SIG_DFL);
  ::setenv("LESS", "FRX", 0);  // leaves at once what fits; colours; leaves the text on the screen
  if (::dup2(text, STDIN_FILENO) >= 0)
    ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  ::_exit(127);
}

void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;  // left before the end
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

std::string pager_command() {
  for (const char* name : {"ACCORD_PAGER", "PAGER"})
    if (const char* command = std::getenv(name)) return command;
  return "less -FRX";
}

bool page(std::string_view text, const std::string& command) {
  constexpr int cannot_run = 126;  // of the shell, and 127: there is no such program
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return false;
  const Deaf deaf;
  const pid_t child = ::fork();
  if (child == 0) become_pager(ends[0], command);
  ::close(ends[0]);
  if (child > 0) write_all(ends[1], text);
  ::close(ends[1]);
  if (child < 0) return false;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return true;
  return !WIFEXITED(status) || WEXITSTATUS(status) < cannot_run;
}

}  // namespace accord::cli
