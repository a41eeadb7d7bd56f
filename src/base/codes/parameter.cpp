#include "base/codes/parameter.h"

namespace accord {

namespace {

constexpr char opens = '\x02', closes = '\x03';

std::string replaced(std::string_view text, char open, char close, bool keep_unknown,
                     const Spelling& spelling) {
  std::string out;
  while (true) {
    const std::size_t begin = text.find(open);
    const std::size_t end = begin == std::string_view::npos ? begin : text.find(close, begin);
    if (end == std::string_view::npos) return out.append(text);
    const std::string_view name = text.substr(begin + 1, end - begin - 1);
    const std::string written = spelling(name);
    out += text.substr(0, begin);
    if (!written.empty())
      out += written;
    else
      out += keep_unknown ? text.substr(begin, end - begin + 1) : name;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string parameter(std::string_view name) {
  return std::string(1, opens).append(name) + closes;
}

std::string spelled(std::string_view text, const Spelling& spelling) {
  return replaced(text, opens, closes, false, spelling);
}

std::string spelled_code(std::string_view text, const Spelling& spelling) {
  return replaced(text, '{', '}', true, spelling);
}

}  // namespace accord
