#pragma once

#include <string>
#include <string_view>

/// Foreign text inside Markdown: it is shown as it is and starts nothing, whatever reads the
/// Markdown. Controls and direction marks are shown as in messages (base/printable.h).
namespace accord::report {

/// Inside a line or a cell: on one line, every character that starts or ends markup, a tag or an
/// entity with a backslash.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// At the beginning of a line, where a few more characters start a heading, a list or a rule.
[[nodiscard]] std::string markdown_line(std::string_view text);

/// An address as the target of a link: what would end the link is written as %28 and so on.
[[nodiscard]] std::string markdown_target(std::string_view address);

/// A name as the value of an attribute in quotes.
[[nodiscard]] std::string markdown_id(std::string_view id);

}  // namespace accord::report
