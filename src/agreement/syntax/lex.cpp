#include "agreement/syntax/lex.h"

#include <algorithm>

#include "agreement/syntax/character_class.h"

namespace accord::agreement {

Lexer::Lexer(std::string_view text, bool had_refused, Faults& faults)
    : text_(text), had_refused_(had_refused), faults_(faults) {}

void Lexer::count_characters(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    if ((static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U) ++line_start_;
}

void Lexer::newline() {
  ++at_;
  ++line_;
  line_start_ = at_;
}

void Lexer::comment(bool trailing, bool gap) {
  const std::size_t start = at_ + 1;
  at_ = std::min(text_.find('\n', start), text_.size());
  std::string_view content = text_.substr(start, at_ - start);
  while (!content.empty() && is_blank(content.back())) content.remove_suffix(1);
  count_characters(start, at_);
  comments_.push_back({content, index_, trailing, gap});
}

void Lexer::skip_blanks(Token& token) {
  std::uint32_t line_ends = index_ == 0 ? 1 : 0;
  bool first = index_ == 0;
  for (; at_ < text_.size();) {
    const char c = text_[at_];
    if (c == '\n') {
      newline();
      ++line_ends;
      first = true;
    } else if (is_blank(c)) {
      ++at_;
    } else if (c == '#') {
      comment(!first, line_ends > 1);
      line_ends = 0;
    } else {
      break;
    }
  }
  token.gap = line_ends > 1;
  token.first_on_line = first;
  token.index = index_;
}

void Lexer::finish(Token& token, TokenKind kind, std::size_t start) {
  token.kind = kind;
  token.text = text_.substr(start, at_ - start);
  token.place = {line_, column(start), static_cast<std::uint32_t>(at_ - start)};
}

void Lexer::report(Token& token, std::string_view code, std::string message, std::string help) {
  token.reported = true;
  faults_.add(token.place, code, std::move(message), std::move(help));
}

void Lexer::id(Token& token) {
  const std::size_t start = at_;
  while (is_id(at(at_)) || (at(at_) == '-' && is_id(at(at_ + 1)))) ++at_;
  finish(token, TokenKind::id, start);
  token.word = find_word(token.text);
  if (token.word != no_word) token.kind = TokenKind::word;
  if (!is_ascii(at(at_))) foreign_letters(token, start);
}

bool Lexer::mark(Token& token) {
  const std::size_t start = at_;
  const char c = text_[at_];
  const bool then_equals = at(at_ + 1) == '=';
  switch (c) {
    case '<':
      token.mark = then_equals ? Mark::less_equal : Mark::less;
      break;
    case '>':
      token.mark = then_equals ? Mark::greater_equal : Mark::greater;
      break;
    case '=':
      token.mark = then_equals ? Mark::equal_to : Mark::equals;
      break;
    case '{':
    case '}':
    case '(':
    case ')':
    case ',':
    case '+':
    case '-':
    case '*':
    case '%':
      token.mark = static_cast<Mark>(c);
      break;
    case '/':
      if (at(at_ + 1) == '/') return false;
      token.mark = Mark::slash;
      break;
    default:
      return false;
  }
  at_ += then_equals && (c == '<' || c == '>' || c == '=') ? 2 : 1;
  finish(token, TokenKind::mark, start);
  return true;
}

Token Lexer::next() {
  for (;;) {
    Token token;
    skip_blanks(token);
    const char c = at(at_);
    if (at_ >= text_.size()) {
      token.place = {line_, column(at_), 1};
    } else if (is_letter(c)) {
      id(token);
    } else if (is_digit(c) || (c == '.' && is_digit(at(at_ + 1)))) {
      number(token);
    } else if (c == '"') {
      if (text_.compare(at_, 3, "\"\"\"") == 0)
        block(token);
      else
        quoted(token);
    } else if (!mark(token) && !strange(token)) {
      continue;
    }
    ++index_;
    return token;
  }
}

}  // namespace accord::agreement
