#include "cli/frame/run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "cli/files/files.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"
#include "cli/frame/help.h"
#include "cli/frame/parse.h"
#include "cli/print/descriptors.h"
#include "cli/print/screen.h"
#include "cli/print/terminal.h"
#include "cli/print/text.h"

namespace accord::cli {

namespace {

int status(Exit exit) {
  return static_cast<int>(exit);
}

void print_error(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

int print_answer(const std::string& text, const Call& call) {
  return show(text, !call.no_pager) ? 0 : status(Exit::environment);
}

int refuse_usage(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) print_error("accord: " + render(problem, {}));
  return status(Exit::usage);
}

/// What of the answer is for a person to read, or for a program. Texts of the terms language,
/// tables and pages stay as they are, unless they go to a terminal.
std::string printed_body(const Command& command, const Call& call, const std::string& body) {
  if (call.json()) return for_screen_json(body);
  const Format format = call.format.value_or(
      printed_formats(command).empty() ? Format::text : printed_formats(command).front());
  const bool is_data = format != Format::text || &command == &terms_format;
  if (is_data) return goes_to_terminal(call) ? for_screen(body) : body;
  // What is no answer to read (a script, a grammar, the next command to type) keeps its lines.
  return for_screen(printed_formats(command).empty() ? body : fitted(body, call.look));
}

/// An answer that could not be given leaves no file behind; one from input that cannot be read as a
/// whole says so in itself.
int give(const Command& command, const Call& call, Answer answer) {
  answer.body = printed_body(command, call, answer.body);
  const bool is_given = answer.exit <= Exit::no || (answer.exit == Exit::input && !answer.refused);
  if (!answer.written && !call.output.empty() && call.output != "-" && is_given) {
    if (const auto done = write_file(call.output, answer.body); !done)
      answer = refuse(command, call, done.error());  // printable, as all messages are
    else
      answer.body.clear();
  }
  print_error(for_screen(answer.messages));
  if (!show(answer.body, !call.no_pager)) {
    print_error("accord: error: the answer could not be written to standard output  [E002]\n");
    return status(Exit::environment);
  }
  return status(answer.exit);
}

int run_chosen(const Chosen& chosen, simulation::Workers& workers) {
  const Command& command = *chosen.command;
  ReadCall read = read_call(command, chosen.rest);
  if (!read.problems.empty()) return refuse_usage(read.problems);
  read.call.look = look_of(read.call);
  read.call.workers = &workers;
  if (read.call.help) return print_answer(help_text(command, read.call.look), read.call);
  return give(command, read.call,
              command.question == nullptr ? command.run(read.call) : ask(command, read.call));
}

/// Without a command: help or version, or a usage error that says where to look.
int run_bare(const Chosen& chosen) {
  Call call;
  call.look = look_of(call);
  std::vector<std::string> rest = chosen.rest;
  call.no_pager = std::erase(rest, "--no-pager") > 0;
  for (const std::string& word : rest) {
    if (word == "--version") return print_answer(version_text(), call);
    if (word == "-h" || word == "--help")
      return print_answer(help_text(chosen.noun, call.look), call);
  }
  if (rest.empty() && chosen.noun.empty())
    return print_answer(help_text(std::string_view(), call.look), call);
  if (chosen.noun.empty()) {
    constexpr std::array<std::string_view, 2> known{"--help", "--version"};
    const auto near = nearest(rest.front(), known);
    return refuse_usage(
        {{Severity::error,
          "U002",
          fmt::format("`accord` has no flag “{}”", rest.front()),
          near ? fmt::format("did you mean “{}”?", *near) : "`accord --help` explains",
          {},
          {}}});
  }
  const std::string what = "accord " + chosen.noun;
  return refuse_usage({{Severity::error,
                        "U001",
                        fmt::format("`{}` needs the name of a command", what),
                        fmt::format("`{} --help` lists them", what),
                        {},
                        {}}});
}

/// A broken contract has said where; the program ends with the status of a bug.
void broken_contract(int) {
  constexpr std::string_view text =
      "Please report this with the command and, if you may share it, the input (see "
      "CONTRIBUTING.md).\n";
  if (::write(STDERR_FILENO, text.data(), text.size()) < 0) ::_exit(status(Exit::bug));
  ::_exit(status(Exit::bug));
}

int refuse_environment(std::string code, std::string message, std::string help) {
  print_error(
      "accord: " +
      render({Severity::error, std::move(code), std::move(message), std::move(help), {}, {}}, {}));
  return status(Exit::environment);
}

int run_words(const std::vector<std::string>& words, simulation::Workers& workers) {
  const ChosenOrProblem found = choose(words);
  if (found.problem) return refuse_usage({*found.problem});
  return found.chosen.command == nullptr ? run_bare(found.chosen)
                                         : run_chosen(found.chosen, workers);
}

}  // namespace

int run(const std::vector<std::string>& words, simulation::Workers& workers) {
  keep_standard_descriptors();
  std::signal(SIGABRT, broken_contract);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error with its message
  try {
    return run_words(words, workers);
  } catch (const std::bad_alloc&) {
    return refuse_environment("E009", "there is not enough memory",
                              "free memory, raise its limit (ulimit -v), or ask for less");
  } catch (const std::system_error& fault) {  // also of files and folders
    return refuse_environment(
        "E010", fmt::format("the system refuses: {}", fault.what()),
        "look at the limits of the user (ulimit -a), the disk and the folder");
  } catch (const std::exception& fault) {
    print_error(fmt::format(
        "accord: bug: {}\nPlease report this with the command and, if you may share it, "
        "the input (see CONTRIBUTING.md).\n",
        fault.what()));
    return status(Exit::bug);
  }
}

}  // namespace accord::cli
