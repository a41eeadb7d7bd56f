#pragma once

#include <string>
#include <string_view>

#include "agreement/model/model.h"

/// The inside of `print.h`: appends text in the one layout (chapter 3.7).
namespace accord::agreement {

/// Columns that a rule may fill before its steps get lines of their own.
inline constexpr std::size_t print_columns_max = 120;

/// Lines with two spaces per level.
class Lines {
 public:
  void comments(const Comments& comments);
  /// One whole line.
  void line(std::string_view text);
  /// A line that ends with " {"; what follows stands one level deeper.
  void open(std::string text);
  void close(const Comments& closing);
  void empty_line() { out_ += '\n'; }
  [[nodiscard]] std::size_t indent() const { return 2 * level_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  friend void print_block(Lines&, std::string_view, std::string_view);
  std::string out_;
  std::size_t level_ = 0;
};

/// In quotes, with the two escapes.
[[nodiscard]] std::string quoted(std::string_view text);
/// "{ a, b }"
[[nodiscard]] std::string idset(const Names& names);
/// "a" for one name, else "{ a, b }"
[[nodiscard]] std::string ids(const Names& names);
[[nodiscard]] const char* word(CalendarUnit unit);
[[nodiscard]] std::string print(const Duration& duration);

/// `start` and """, the lines of `text` one level deeper, """.
void print_block(Lines& lines, std::string_view start, std::string_view text);
void print_words(Lines& lines, const Words& words);
void print_clauses(Lines& lines, const Clauses& clauses);
void print_item(Lines& lines, const Item& item);

}  // namespace accord::agreement
