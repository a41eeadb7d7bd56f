#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "cli/frame/all_commands.h"
#include "cli/frame/answer.h"
#include "cli/frame/candidates.h"
#include "cli/frame/help.h"
#include "cli/frame/parse.h"

namespace accord::cli {

namespace {

constexpr std::string_view bash_script =
    R"sh(# accord: completion for bash.  eval "$(accord completion bash)"
_accord() {
  # Bash cuts words also at = @ and colons: parts with no blank between them are one word.
  local -a whole=()
  local i part line cut rest=$COMP_LINE
  for ((i = 0; i <= COMP_CWORD; i++)); do
    part=${COMP_WORDS[i]}
    if ((i > 0)) && [[ $rest != [[:space:]]* && ( -n $rest || $COMP_LINE != *[[:space:]] ) ]]; then
      whole[${#whole[@]}-1]+=$part
    else
      whole+=("$part")
    fi
    rest=${rest#"${rest%%[![:space:]]*}"}
    rest=${rest#"$part"}
  done
  cut=${whole[${#whole[@]}-1]}
  [[ $part == [=@:] ]] || cut=${cut%"$part"}
  for i in "${!whole[@]}"; do
    part=${whole[i]//\\ / }
    [[ $part == \'*\' || $part == \"*\" ]] && part=${part:1:${#part}-2}
    whole[i]=$part
  done
  COMPREPLY=()
  while IFS= read -r line; do COMPREPLY+=("${line#"$cut"}"); done \
    < <(accord __complete "${whole[@]:1}" 2>/dev/null)
  [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default
}
complete -F _accord accord
)sh";

constexpr std::string_view zsh_script = R"sh(#compdef accord
# accord: completion for zsh.  eval "$(accord completion zsh)"
_accord() {
  local -a found
  found=("${(@f)$(accord __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -- "${found[@]}"; else _files; fi
}
compdef _accord accord
)sh";

constexpr std::string_view fish_script =
    R"sh(# accord: completion for fish.  accord completion fish | source
function __accord_words
  accord __complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null
end
complete -c accord -f -n '__accord_words | string length -q' -a '(__accord_words)'
)sh";

Answer print_script(const Request& request) {
  const std::string& shell = request.arguments.front();
  Answer answer;
  if (shell == "bash") return answer.body = bash_script, answer;
  if (shell == "zsh") return answer.body = zsh_script, answer;
  if (shell == "fish") return answer.body = fish_script, answer;
  return refuse(
      completion, request,
      {"U004", fmt::format("no completion for “{}”", shell), {}, "bash, zsh and fish are known"});
}

Answer print_candidates(const Request& request) {
  Answer answer;
  for (const std::string& word : candidates(request.arguments)) answer.body += word + "\n";
  return answer;
}

Answer print_manual(const Request&) {
  Answer answer;
  answer.body = manual();
  return answer;
}

}  // namespace

const Command completion{.name = "completion",
                         .group = Group::tools,
                         .arguments = "bash|zsh|fish",
                         .arguments_min = 1,
                         .arguments_max = 1,
                         .summary = "Print the completion script of a shell",
                         .run = print_script,
                         .arguments_are = Words::shells};

const Command complete{.name = "__complete",
                       .group = Group::hidden,
                       .arguments = "WORD…",
                       .arguments_max = any_number,
                       .summary = "Candidates for the last word; called by the completion scripts",
                       .run = print_candidates,
                       .raw = true};

const Command manual_page{.name = "__manual",
                          .group = Group::hidden,
                          .summary = "The reference of all commands as Markdown",
                          .run = print_manual};

}  // namespace accord::cli
