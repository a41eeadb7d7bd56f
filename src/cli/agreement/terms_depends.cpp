#include <fmt/format.h>

#include "answers/agreement/depends.h"
#include "cli/frame/all_commands.h"
#include "report/figures/figures.h"

namespace accord::cli {

using answers::DependsAnswer;

namespace {

std::string falls_text(const DependsAnswer& answer) {
  std::string out =
      answer.falls_when_ceases.empty()
          ? fmt::format("\nNo term leaves force when {} ceases as a whole.\n", *answer.item)
          : fmt::format("\nWhen {} ceases as a whole, these terms leave force:\n", *answer.item);
  for (const agreement::Fall& fall : answer.falls_when_ceases)
    out += fmt::format("  {}: {}\n", fall.term, fall.because);
  return out;
}

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const DependsAnswer*>(at);
  const agreement::Dependence shown{answer.nodes, answer.edges};
  if (call.format == Format::svg) return report::depends_drawing(shown, answer.item.value_or(""));
  return agreement::depends_text(shown) + (answer.is_of_party() ? falls_text(answer) : "");
}

constexpr std::array formats{Format::text, Format::json, Format::csv,
                             Format::md,   Format::xlsx, Format::svg};
constexpr std::array own_forms{Format::svg};

}  // namespace

const Command terms_depends{.name = "terms depends",
                            .question = &answers::depends_question,
                            .group = Group::text,
                            .formats = formats,
                            .text_of = text_of,
                            .own_forms = own_forms};

}  // namespace accord::cli
