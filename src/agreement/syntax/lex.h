#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/syntax/token.h"
#include "base/problem.h"

namespace accord::agreement {

/// A comment (without "#") and where it stands among the tokens.
struct Comment {
  std::string_view text;
  std::uint32_t before = 0;  ///< index of the token that follows
  bool trailing = false;     ///< on the line of the token before
  bool gap = false;
};

/// Collects problems of one file; beyond a bound they are dropped, since nobody reads that many.
class Faults {
 public:
  explicit Faults(std::string_view file) : file_(file) {}
  void add(const Place& place, std::string_view code, std::string message, std::string help = {});
  /// In order of place. A text that is not closed swallows the rest of its line, so what is said
  /// about the words of that line is left out.
  [[nodiscard]] std::vector<Problem> take();

 private:
  std::string file_;
  std::vector<Problem> problems_;
};

/// The text with every refused character (A001: not UTF-8, control characters; A002: direction
/// marks) reported and replaced by U+FFFD; `text` itself when there is none, else a view of `copy`.
[[nodiscard]] std::string_view refuse_characters(std::string_view text, std::string& copy,
                                                 Faults& faults);

/// Cuts a text into tokens, one call each. Spaces and line ends only separate.
class Lexer {
 public:
  /// `text` must come from `refuse_characters` and outlive the lexer.
  Lexer(std::string_view text, bool had_refused, Faults& faults);

  [[nodiscard]] Token next();
  /// Line ends of the whole text.
  [[nodiscard]] std::size_t line_ends() const {
    return static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n'));
  }
  /// Comments met since the last call of `comments().clear()`, in order.
  [[nodiscard]] std::vector<Comment>& comments() { return comments_; }

 private:
  [[nodiscard]] char at(std::size_t offset) const {
    return offset < text_.size() ? text_[offset] : '\0';
  }
  [[nodiscard]] std::uint32_t column(std::size_t offset) const {
    return static_cast<std::uint32_t>(offset - line_start_ + 1);
  }
  /// Must be called once for every stretch that may hold characters of several bytes.
  void count_characters(std::size_t from, std::size_t to);
  void newline();
  void comment(bool trailing, bool gap);
  void skip_blanks(Token& token);
  /// A token from `start` to here.
  void finish(Token& token, TokenKind kind, std::size_t start);
  void report(Token& token, std::string_view code, std::string message, std::string help);

  void id(Token& token);
  bool mark(Token& token);
  void number(Token& token);
  void date(Token& token, std::size_t start);
  void not_a_number(Token& token, std::size_t start);
  void run_together(Token& token, std::size_t start);
  void quoted(Token& token);
  void block(Token& token);
  bool strange(Token& token);
  void quoted_strangely(Token& token, std::string_view closing);
  void foreign_letters(Token& token, std::size_t start);

  std::string_view text_;
  bool had_refused_;
  Faults& faults_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  /// Offset at which the line would start if every character on it so far had one byte.
  std::size_t line_start_ = 0;
  std::uint32_t index_ = 0;
  std::vector<Comment> comments_;
};

/// The content of a text token: escapes resolved (a problem for any but \" and \\).
[[nodiscard]] std::string text_content(const Token& token, Faults& faults);
/// The content of a block token: common indentation and the line ends next to the marks removed.
[[nodiscard]] std::string block_content(const Token& token);

}  // namespace accord::agreement
