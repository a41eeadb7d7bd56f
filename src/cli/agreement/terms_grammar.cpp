#include "agreement/syntax/editor.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"

namespace accord::cli {

namespace {

struct GrammarAsked {
  static constexpr described::Object<GrammarAsked, 0> described{
      "grammar_asked", "The words of the language for editors, as a TextMate grammar", {}};
};

Answer run(const Request&) {
  Answer answer;
  answer.body = agreement::textmate_grammar();
  return answer;
}

}  // namespace

const Command terms_grammar{
    .name = "terms grammar",
    .takes = &takes<GrammarAsked>,
    .group = Group::text,
    .run = run};

}  // namespace accord::cli
