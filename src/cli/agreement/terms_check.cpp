#include "answers/agreement/terms_check.h"

#include <fmt/format.h>

#include "base/english.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/answered.h"

namespace accord::cli {

using answers::CheckedText;

namespace {

std::string line_of(const CheckedText& checked) {
  return fmt::format("{}: {}, {}, {}\n", checked.file, counted(checked.terms_read, "term"),
                     counted(checked.examples_read, "example"),
                     checked.errors > 0     ? counted(checked.errors, "error")
                     : checked.warnings > 0 ? counted(checked.warnings, "warning") + ", no errors"
                                            : std::string("no errors"));
}

/// The text: every problem with the line of its file.
Answer run(const Call& call) {
  Call written = call;
  const auto terms = terms_of(terms_check, written);
  if (!terms) return terms.refusal;
  auto made = answers::checked(*terms, asked_of<answers::TermsCheckQuestion>(call));
  if (!made) return refuse(terms_check, call, std::move(made.error()));
  Answer answer;
  answer.exit = has_errors(made->found.problems) ? Exit::no : Exit::yes;
  answer.body = render_all(made->found.problems, made->found.texts);
  if (!call.quiet)
    for (const CheckedText& one : made->texts) answer.body += line_of(one);
  return answer;
}

constexpr std::array own_forms{Format::text};

}  // namespace

const Command terms_check{.name = "terms check",
                          .question = &answers::terms_check_question,
                          .group = Group::text,
                          .run = run,
                          .own_forms = own_forms};

}  // namespace accord::cli
