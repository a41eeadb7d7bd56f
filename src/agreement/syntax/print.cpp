#include "agreement/syntax/print.h"

#include "agreement/syntax/printer.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

template <class T>
constexpr bool has_body =
    std::is_same_v<T, Term> || std::is_same_v<T, Provision> || std::is_same_v<T, Procedure> ||
    std::is_same_v<T, Question> || std::is_same_v<T, Amendment> || std::is_same_v<T, Waiver> ||
    std::is_same_v<T, Example>;

bool stands_apart(const Item& item) {
  return std::visit([](const auto& what) { return has_body<std::decay_t<decltype(what)>>; }, item);
}

bool had_gap(const Item& item) {
  return std::visit(
      [](const auto& what) {
        if constexpr (requires { what.head; })
          return what.head.comments.gap;
        else
          return what.comments.gap;
      },
      item);
}

}  // namespace

void Lines::comments(const Comments& comments) {
  for (const std::string& text : comments.lines) line("#" + text);
}

void Lines::line(std::string_view text) {
  out_.append(indent(), ' ');
  out_ += text;
  out_ += '\n';
}

void Lines::open(std::string text) {
  line(text + " {");
  ++level_;
}

void Lines::close(const Comments& closing) {
  comments(closing);
  --level_;
  line("}");
}

void print_block(Lines& lines, std::string_view start, std::string_view text) {
  lines.line(std::string(start) + "\"\"\"");
  ++lines.level_;
  for (const std::string_view line : split(text, "\n")) {
    if (line.empty())
      lines.empty_line();
    else
      lines.line(line);
  }
  lines.line("\"\"\"");
  --lines.level_;
}

std::string print(const Agreement& agreement) {
  Lines lines;
  lines.comments(agreement.comments);
  lines.line("accord " + std::to_string(agreement.version));
  lines.open("agreement " + agreement.name.text + " " + quoted(agreement.title));
  const Item* before = nullptr;
  for (const Item& item : agreement.items) {
    if (before != nullptr && (stands_apart(*before) || stands_apart(item) || had_gap(item)))
      lines.empty_line();
    print_item(lines, item);
    before = &item;
  }
  lines.close(agreement.closing_comments);
  lines.comments(agreement.end_comments);
  return lines.take();
}

}  // namespace accord::agreement
