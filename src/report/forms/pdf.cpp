#include "report/forms/pdf.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace accord::report {

namespace {

namespace fs = std::filesystem;

fs::path engine() {
  const char* path = std::getenv("PATH");
  for (const std::string_view folder : split(path == nullptr ? "" : path, ":")) {
    const fs::path program = fs::path(folder) / "weasyprint";
    if (!folder.empty() && access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

/// The environment with the day of the report as the only time the program may use.
std::vector<std::string> environment_of(Day day) {
  std::vector<std::string> out;
  for (char** entry = environ; *entry != nullptr; ++entry)
    if (!std::string_view(*entry).starts_with("SOURCE_DATE_EPOCH=")) out.emplace_back(*entry);
  out.push_back(fmt::format("SOURCE_DATE_EPOCH={}", std::int64_t{day.number} * 86400));
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

/// A file as the program takes it: neither "-x/a.html" is an option then, nor "http:x/a.html" an
/// address.
std::string as_argument(const fs::path& file) {
  return file.is_absolute() ? file.string() : "./" + file.string();
}

/// What the program writes to: a name that nobody has, which the command line knows as unfinished
/// (cli/staged.h), locked while this process lives, gone at the end unless it was put in place.
class Unfinished {
 public:
  explicit Unfinished(const fs::path& pdf)
      : path_((pdf.parent_path() / ("." + pdf.filename().string() + ".accord-XXXXXX")).string()),
        descriptor_(::mkostemp(path_.data(), O_CLOEXEC)) {
    if (made()) static_cast<void>(::flock(descriptor_, LOCK_EX));
  }
  ~Unfinished() {
    if (!made()) return;
    if (!is_put_) ::unlink(path_.c_str());
    ::close(descriptor_);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  [[nodiscard]] bool made() const { return descriptor_ >= 0; }
  [[nodiscard]] fs::path path() const { return path_; }

  /// On the disk, with the permissions of a new file, under the name; false when it cannot be.
  [[nodiscard]] bool put(const fs::path& pdf) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    is_put_ = ::fchmod(descriptor_, 0666U & ~mask) == 0 && ::fsync(descriptor_) == 0 &&
              ::rename(path_.c_str(), pdf.c_str()) == 0;
    return is_put_;
  }

 private:
  std::string path_;
  int descriptor_;
  bool is_put_ = false;
};

std::string_view last_line(std::string_view said) {
  said = trim(said);
  const std::size_t end = said.rfind('\n');
  return end == std::string_view::npos ? said : trim(said.substr(end + 1));
}

/// Exit status, or -1; what the program said goes to `said`.
int run(std::vector<std::string> words, std::vector<std::string> environment, std::string& said) {
  std::array<int, 2> pipe_ends{};
  if (pipe(pipe_ends.data()) != 0) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDERR_FILENO);
  posix_spawn_file_actions_addclose(&actions, pipe_ends[0]);
  pid_t child = 0;
  const int failed = posix_spawn(&child, words.front().c_str(), &actions, nullptr,
                                 pointers(words).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  close(pipe_ends[1]);
  std::array<char, 4096> buffer{};
  for (ssize_t n = 0; failed == 0 && (n = read(pipe_ends[0], buffer.data(), buffer.size())) > 0;)
    said.append(buffer.data(), static_cast<std::size_t>(n));
  close(pipe_ends[0]);
  int status = 0;
  if (failed != 0 || waitpid(child, &status, 0) != child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

bool has_pdf_engine() {
  return !engine().empty();
}

Result<void> write_pdf(const fs::path& html, const fs::path& pdf, Day day,
                       const std::vector<fs::path>& attachments) {
  const fs::path program = engine();
  if (program.empty())
    return fail("R010", "WeasyPrint is not on this machine; the HTML report is complete without it",
                {}, "install it: apt-get install weasyprint fonts-dejavu-core");
  Unfinished unfinished(pdf);
  if (!unfinished.made())
    return fail("E002", std::string("cannot be written: ") + std::strerror(errno), pdf.string(),
                "check that the folder exists, may be written and is not full");
  std::string said;
  std::vector<std::string> words{program.string(), "--quiet", "--pdf-variant", "pdf/a-3b"};
  for (const fs::path& file : attachments) words.insert(words.end(), {"-a", as_argument(file)});
  words.insert(words.end(), {as_argument(html), as_argument(unfinished.path())});
  const int status = run(std::move(words), environment_of(day), said);
  if (status == 0 && unfinished.put(pdf)) return {};
  return fail("R011", fmt::format("WeasyPrint did not make the PDF: {}", last_line(said)),
              html.string(), fmt::format("try: weasyprint {} out.pdf", as_argument(html)));
}

}  // namespace accord::report
