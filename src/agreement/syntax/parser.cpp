#include "agreement/syntax/parser.h"

#include <fmt/format.h>

#include "agreement/syntax/words.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

/// Deeper brackets than any person writes; keeps the stack small for any input.
constexpr int depth_max = 32;

std::string found(const Token& token) {
  constexpr std::size_t characters_shown_max = 40;
  if (token.kind == TokenKind::end) return "end of file";
  std::string shown;
  for (std::size_t at = 0, count = 0; at < token.text.size() && token.text[at] != '\n'; ++count) {
    if (count == characters_shown_max) {
      shown += "…";
      break;
    }
    const std::size_t length = utf8_length(token.text, at);
    shown += token.text.substr(at, length);
    at += length;
  }
  const bool quoted = token.kind == TokenKind::text || token.kind == TokenKind::block;
  return fmt::format("{}“{}”", quoted ? "the text " : "", shown);
}

std::string mark_text(Mark mark) {
  switch (mark) {
    case Mark::less_equal:
      return "<=";
    case Mark::greater_equal:
      return ">=";
    case Mark::equal_to:
      return "==";
    default:
      return std::string(1, static_cast<char>(mark));
  }
}

}  // namespace

Parser::Parser(std::string_view text, Faults& faults, bool had_refused)
    : faults_(faults), lexer_(text, had_refused, faults) {
  advance();
}

void Parser::advance() {
  end_reported_ = token_.reported;  // a text that is not closed may have swallowed the rest
  before_ = token_.place;
  token_ = lexer_.next();
  if (token_.first_on_line) line_indent_ = token_.place.column;
}

bool Parser::expect(Word word, std::string help) {
  if (accept(word)) return true;
  const std::array<std::string_view, 1> candidate{reserved_words[word]};
  if (help.empty() && is(TokenKind::id) && nearest(token_.text, candidate))
    help = fmt::format("did you mean “{}”?", reserved_words[word]);
  return unexpected(fmt::format("“{}”", reserved_words[word]), std::move(help));
}

bool Parser::expect(Mark mark, std::string help) {
  return accept(mark) || unexpected(fmt::format("“{}”", mark_text(mark)), std::move(help));
}

bool Parser::fail(const Place& place, std::string_view code, std::string message,
                  std::string help) {
  faults_.add(place, code, std::move(message), std::move(help));
  return false;
}

bool Parser::unexpected(std::string_view expected, std::string help) {
  if (token_.reported || (is(TokenKind::end) && end_reported_)) return false;
  end_reported_ = end_reported_ || is(TokenKind::end);
  return fail(token_.place, "A010", fmt::format("expected {}, found {}", expected, found(token_)),
              std::move(help));
}

bool Parser::unexpected(std::string_view expected, bool (*starts)(Word)) {
  std::vector<std::string_view> candidates;
  for (Word word = 0; word < reserved_words.size(); ++word)
    if (starts(word)) candidates.push_back(reserved_words[word]);
  std::string help;
  if (is(TokenKind::id))
    if (const auto near = nearest(token_.text, candidates))
      help = fmt::format("did you mean “{}”?", *near);
  if (at_next_item()) help = fmt::format("the “{{” of line {} is not closed", braces_.back().line);
  return unexpected(expected, std::move(help));
}

void Parser::only_once(bool there, std::string_view owner) {
  if (there)
    fail(token_.place, "A045", fmt::format("“{}” stands twice in “{}”", token_.text, owner),
         "keep one of them");
}

bool Parser::enter() {
  if (depth_ < depth_max) return ++depth_, true;
  return fail(token_.place, "A011", fmt::format("brackets nested more than {} deep", depth_max),
              "give an inner part a name of its own, for example with day … = …");
}

Comments Parser::leading_comments() {
  std::vector<Comment>& pending = lexer_.comments();
  Comments comments;
  comments.gap = pending.empty() ? token_.gap : pending.front().gap;
  for (const Comment& comment : pending) comments.lines.emplace_back(comment.text);
  pending.clear();
  return comments;
}

void Parser::comments_of(Comments& comments) {
  std::vector<Comment>& pending = lexer_.comments();
  if (pending.empty()) return;
  std::size_t count = 0;
  while (count < pending.size() &&
         (pending[count].before < token_.index || pending[count].trailing))
    comments.lines.emplace_back(pending[count++].text);
  pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(count));
}

bool Parser::open_brace(bool reported) {
  braces_.push_back({token_.place.line, line_indent_});
  if (accept(Mark::open)) return true;
  if (!reported) unexpected("“{”");
  if (!is(TokenKind::end) && !is(Mark::close) && !at_next_item()) return true;
  braces_.pop_back();
  return false;
}

void Parser::close_brace(Comments& closing) {
  closing = leading_comments();
  const Brace& brace = braces_.back();
  if (is(Mark::close)) {
    const bool too_far_left = token_.first_on_line && token_.place.column < brace.indent;
    if (too_far_left && suspect_line_ == 0) suspect_line_ = brace.line;
    advance();
    comments_of(closing);
  } else if (is(TokenKind::end)) {
    unexpected("“}”", fmt::format("the “{{” of line {} is not closed",
                                  suspect_line_ != 0 ? suspect_line_ : brace.line));
  }
  braces_.pop_back();
}

bool Parser::at_next_item() const {
  return token_.first_on_line && starts_item(token_.word) && !braces_.empty() &&
         token_.place.column <= braces_.back().indent;
}

void Parser::recover(bool (*starts)(Word)) {
  depth_ = 0;
  int open = 0;
  for (; !is(TokenKind::end) && !at_next_item(); advance()) {
    const bool safe = token_.first_on_line || !occurs_inside(token_.word);
    if (open == 0 && (is(Mark::close) || (safe && starts(token_.word)))) return;
    if (is(Mark::open)) ++open;
    if (is(Mark::close)) --open;
  }
}

}  // namespace accord::agreement
