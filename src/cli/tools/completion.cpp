#include <array>

#include "cli/frame/all_commands.h"
#include "cli/frame/answered.h"
#include "cli/frame/candidates.h"
#include "cli/frame/help.h"
#include "cli/frame/parse.h"

namespace accord::cli {

enum class Shell : std::uint8_t { bash, zsh, fish };

}  // namespace accord::cli

namespace accord::described {

template <>
struct Words<cli::Shell> {
  static constexpr auto last = cli::Shell::fish;
  static constexpr std::string_view name = "shell", words[] = {"bash", "zsh", "fish"};
};

}  // namespace accord::described

namespace accord::cli {

using described::member;
using described::object;

namespace {

struct CompletionAsked {
  Shell shell{};

  static constexpr auto described =
      object("completion_asked", "Print the completion script of a shell",
             member<&CompletionAsked::shell>("shell", "the shell")
                 .argument()
                 .required()
                 .shown_as("bash|zsh|fish"));
};

struct CompleteAsked {
  std::vector<std::string> words;

  static constexpr auto described =
      object("complete_asked", "Candidates for the last word; called by the completion scripts",
             member<&CompleteAsked::words>("words", "the line so far").argument().shown_as("WORD"));
};

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

Answer print_script(const Call& call) {
  constexpr std::array scripts{bash_script, zsh_script, fish_script};
  Answer answer;
  answer.body = scripts.at(static_cast<std::size_t>(asked_of<CompletionAsked>(call).shell));
  return answer;
}

Answer print_candidates(const Call& call) {
  Answer answer;
  for (const std::string& word : candidates(asked_of<CompleteAsked>(call).words))
    answer.body += word + "\n";
  return answer;
}

Answer print_manual(const Call&) {
  Answer answer;
  answer.body = manual();
  return answer;
}

}  // namespace

const Command completion{.name = "completion",
                         .takes = &takes<CompletionAsked>,
                         .group = Group::tools,
                         .run = print_script};

const Command complete{.name = "__complete",
                       .takes = &takes<CompleteAsked>,
                       .group = Group::hidden,
                       .run = print_candidates,
                       .raw = true};

const Command manual_page{.name = "__manual",
                          .group = Group::hidden,
                          .summary = "The reference of all commands as Markdown",
                          .run = print_manual};

}  // namespace accord::cli
