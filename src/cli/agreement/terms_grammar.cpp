#include "agreement/syntax/editor.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"

namespace accord::cli {

namespace {

Answer run(const Call&) {
  Answer answer;
  answer.body = agreement::textmate_grammar();
  return answer;
}

}  // namespace

const Command terms_grammar{
    .name = "terms grammar",
    .group = Group::text,
    .summary = "The words of the language for editors, as a TextMate grammar",
    .run = run};

}  // namespace accord::cli
