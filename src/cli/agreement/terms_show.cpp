#include "answers/agreement/show.h"
#include "cli/frame/all_commands.h"

namespace accord::cli {

namespace {

std::string text_of(const void* at, const Call& call) {
  const auto& answer = *static_cast<const answers::ShowAnswer*>(at);
  return call.format == Format::html ? agreement::plain_html(answer.title, answer.plain_items)
                                     : agreement::plain_text(answer.plain_items);
}

constexpr std::array formats{Format::text, Format::json, Format::csv,
                             Format::md,   Format::xlsx, Format::html};
constexpr std::array own_forms{Format::html};

}  // namespace

const Command terms_show{.name = "terms show",
                         .question = &answers::show_question,
                         .group = Group::text,
                         .formats = formats,
                         .text_of = text_of,
                         .own_forms = own_forms};

}  // namespace accord::cli
