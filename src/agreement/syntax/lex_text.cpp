#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "agreement/syntax/character_class.h"
#include "agreement/syntax/lex.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

/// What a sign of a word processor or of another language stands for here.
struct Strange {
  std::string_view sign;
  Mark mark;
  std::string_view help;
};

constexpr auto strange_signs = std::to_array<Strange>({
    {"≤", Mark::less_equal, "write <="},
    {"≥", Mark::greater_equal, "write >="},
    {"−", Mark::minus, "write - with spaces around it"},
    {"–", Mark::minus, "write - with spaces around it"},
    {"—", Mark::minus, "write - with spaces around it"},
    {"×", Mark::times, "write *"},
    {"·", Mark::times, "write *"},
    {"±", Mark::plus_minus, "write +/-"},
    {"//", Mark::none, "a comment starts with #"},
    {"\u00A0", Mark::none, "write a space"},
    {"\u202F", Mark::none, "write a space"},
    {"\u2009", Mark::none, "write a space"},
    {"\u3000", Mark::none, "write a space"},
    {"\u200B", Mark::none, "remove it"},
    {"\uFEFF", Mark::none, "remove it"},
});

struct Quotes {
  std::string_view opening;
  std::string_view closing;
};
constexpr auto strange_quotes = std::to_array<Quotes>(
    {{"“", "”"}, {"”", "”"}, {"„", "“"}, {"«", "»"}, {"»", "«"}, {"‘", "’"}, {"'", "'"}});

bool starts_strangely(std::string_view text) {
  const auto starts = [&](const auto& entry) { return text.starts_with(entry.sign); };
  const auto quotes = [&](const auto& entry) {
    return text.starts_with(entry.opening) || text.starts_with(entry.closing);
  };
  return std::any_of(strange_signs.begin(), strange_signs.end(), starts) ||
         std::any_of(strange_quotes.begin(), strange_quotes.end(), quotes);
}

}  // namespace

/// A text that is not closed ends with its line, or before a brace that ends the line.
void Lexer::quoted(Token& token) {
  const std::size_t start = at_++;
  while (at(at_) != '"' && at(at_) != '\n' && at_ < text_.size())
    at_ += at(at_) == '\\' && at(at_ + 1) != '\n' && at_ + 1 < text_.size() ? 2U : 1U;
  const bool closed = at(at_) == '"';
  if (!closed) {
    while (is_blank(text_[at_ - 1])) --at_;
    if (at_ > start + 1 && (text_[at_ - 1] == '{' || text_[at_ - 1] == '}')) --at_;
  }
  const std::string_view content = text_.substr(start + 1, at_ - start - 1);
  if (closed) ++at_;
  finish(token, TokenKind::text, start);
  token.text = content;
  if (!std::all_of(content.begin(), content.end(), is_ascii)) {
    token.place.length = static_cast<std::uint32_t>(character_count(content) + (closed ? 2 : 1));
    count_characters(start, at_);
  }
  if (!closed)
    report(token, "A003", "a text is not closed",
           "a text ends on its line with \"; several lines are in \"\"\" … \"\"\"");
}

void Lexer::block(Token& token) {
  const std::size_t start = at_;
  const std::size_t end = text_.find("\"\"\"", start + 3);
  token.kind = TokenKind::block;
  token.place = {line_, column(start), 3};
  token.text = text_.substr(start + 3, end == std::string_view::npos ? end : end - start - 3);
  const std::size_t stop = end == std::string_view::npos ? text_.size() : end + 3;
  std::size_t last_line = start;
  for (;;) {
    const std::size_t line_end = text_.find('\n', at_);
    if (line_end == std::string_view::npos || line_end >= stop) break;
    at_ = line_end;
    newline();
    last_line = at_;
  }
  count_characters(last_line, stop);
  at_ = stop;
  if (end == std::string_view::npos)
    report(token, "A003", "a text is not closed",
           "a text that begins with \"\"\" ends with \"\"\"");
}

void Lexer::quoted_strangely(Token& token, std::string_view closing) {
  const std::size_t start = at_;
  const std::size_t content = start + utf8_length(text_, start);
  const std::size_t line_end = std::min(text_.find('\n', start), text_.size());
  std::size_t end = std::min(text_.find(closing, content), text_.find('"', content));
  const bool closed = end < line_end;
  if (!closed) end = line_end;
  at_ = closed ? end + utf8_length(text_, end) : end;
  finish(token, TokenKind::text, start);
  token.place.length = 1;
  count_characters(start, at_);
  token.text = text_.substr(content, end - content);
  report(token, "A001",
         fmt::format("unexpected character “{}”", text_.substr(start, content - start)),
         "write \"");
}

/// A run of letters that a name cannot hold is one word with one problem.
void Lexer::foreign_letters(Token& token, std::size_t start) {
  std::size_t first_bad = std::string_view::npos;
  while (at_ < text_.size() && (is_id(text_[at_]) || !is_ascii(text_[at_]))) {
    if (!is_ascii(text_[at_])) {
      if (starts_strangely(text_.substr(at_, 4))) break;
      first_bad = std::min(first_bad, at_);
    }
    at_ += utf8_length(text_, at_);
  }
  if (first_bad == std::string_view::npos) return;
  finish(token, TokenKind::id, start);
  token.word = no_word;
  token.place.length = static_cast<std::uint32_t>(character_count(token.text));
  const std::string_view bad = text_.substr(first_bad, utf8_length(text_, first_bad));
  token.reported = true;
  if (!had_refused_ || bad != "\uFFFD")
    faults_.add({line_, column(first_bad), 1}, "A001",
                fmt::format("unexpected character “{}”", bad),
                "names are written with the letters a to z, digits, _ and -");
  count_characters(start, at_);
}

/// A character that does not belong; true when a token could be made of it all the same.
bool Lexer::strange(Token& token) {
  const std::string_view rest = text_.substr(at_);
  const std::size_t start = at_;
  token.place = {line_, column(at_), 1};
  for (const Quotes& quotes : strange_quotes)
    if (rest.starts_with(quotes.opening)) return quoted_strangely(token, quotes.closing), true;
  for (const Strange& entry : strange_signs) {
    if (!rest.starts_with(entry.sign)) continue;
    at_ += entry.sign.size();
    count_characters(start, at_);
    token.kind = TokenKind::mark;
    token.mark = entry.mark;
    token.text = entry.sign;
    report(token, "A001", fmt::format("unexpected character “{}”", entry.sign),
           std::string(entry.help));
    token.reported = entry.mark == Mark::none;
    if (entry.sign == "//") at_ = std::min(text_.find('\n', at_), text_.size());
    return entry.mark != Mark::none;
  }
  const std::size_t length = utf8_length(text_, at_);
  const std::string_view sign = rest.substr(0, length);
  if (had_refused_ && sign == "\uFFFD") {
    at_ += length;
    count_characters(start, at_);
    return false;
  }
  if (length > 1) return foreign_letters(token, start), true;
  ++at_;
  report(token, "A001", fmt::format("unexpected character “{}”", sign), {});
  return false;
}

std::string text_content(const Token& token, Faults& faults) {
  std::string content;
  const std::string_view text = token.text;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t escape = text.find('\\', i);
    content.append(text, i, escape - i);
    if (escape == std::string_view::npos) break;
    const std::string_view escaped = text.substr(escape + 1, 1);
    if (escaped != "\"" && escaped != "\\") {
      const auto before = static_cast<std::uint32_t>(character_count(text.substr(0, escape)));
      faults.add({token.place.line, token.place.column + 1 + before, 1}, "A001",
                 "unexpected character “\\”", "in a text write \\\" for \" and \\\\ for \\");
    }
    content += escaped.empty() ? "\\" : escaped;
    i = escape + 2;
  }
  return content;
}

}  // namespace accord::agreement
