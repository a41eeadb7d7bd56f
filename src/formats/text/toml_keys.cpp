#include "formats/text/toml_keys.h"

#include <algorithm>
#include <cctype>

#include "base/encoding.h"

namespace accord::formats {

namespace {

/// Goes over a text as TOML reads it: strings and comments hide what looks like a key.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  std::optional<TooDeep> too_deep() {
    while (at_ < text_.size()) {
      if (std::isspace(static_cast<unsigned char>(text_[at_])) == 0) {
        step();
      } else {
        if (text_[at_] == '\n' || text_[at_] == '\r') end();
        ++at_;
      }
      if (parts_ > key_parts_max) return TooDeep{place_at(text_, begin_), true};
      if (open_ > nested_max) return TooDeep{place_at(text_, at_ - 1), false};
    }
    return std::nullopt;
  }

 private:
  /// Over one character, string or comment.
  void step() {
    const char c = text_[at_];
    const bool names = c == '"' || c == '\'' || c == '-' || c == '_' || c == '.' ||
                       std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                       static_cast<unsigned char>(c) >= 0x80U;
    if (!names) end();
    if (names && parts_ == 0) {
      begin_ = at_;
      parts_ = 1;
    }
    if (c == '.') ++parts_;
    if (c == '[' || c == '{') ++open_;
    if ((c == ']' || c == '}') && open_ > 0) --open_;
    if (c == '#')
      at_ = std::min(text_.find('\n', at_), text_.size());
    else if (c == '"' || c == '\'')
      skip_string(c);
    else
      ++at_;
  }

  void end() { parts_ = 0; }

  void skip_string(char quote) {
    const std::string_view three = quote == '"' ? "\"\"\"" : "'''";
    if (text_.substr(at_).starts_with(three)) {
      at_ += 3;
      while (at_ < text_.size() && !text_.substr(at_).starts_with(three)) skip_character(quote);
      // Up to two more quotes belong to the text before the three that end it.
      at_ = std::min(at_ + 3, text_.size());
      for (int more = 0; more < 2 && at_ < text_.size() && text_[at_] == quote; ++more) ++at_;
      return;
    }
    ++at_;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') skip_character(quote);
    if (at_ < text_.size() && text_[at_] == quote) ++at_;
  }

  void skip_character(char quote) {
    const bool escaped = quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size();
    at_ += escaped ? 2 : 1;
  }

  std::string_view text_;
  std::size_t at_ = 0, begin_ = 0, parts_ = 0, open_ = 0;
};

}  // namespace

std::optional<TooDeep> too_deep(std::string_view toml) {
  return Walk(toml).too_deep();
}

}  // namespace accord::formats
