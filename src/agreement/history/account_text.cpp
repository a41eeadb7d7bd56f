#include <fmt/format.h>

#include <algorithm>

#include "agreement/history/account.h"
#include "base/text.h"

/// The account in two columns of plain text.
namespace accord::agreement {

namespace {

/// Who, where the heading of the column does not say it.
template <class Line>
std::string who(const Line& line, const Account& account, bool owed = true) {
  const bool joint = line.side == AccountSide::joint;
  const std::string& heading = line.side == AccountSide::left ? account.left : account.right;
  if (!joint && line.parties.size() == 1 && line.parties.front() == heading) return {};
  return line.party_title + (joint && owed ? ", jointly: " : ": ");
}

std::string cell(const AccountLine& line, const Account& account) {
  const bool declared = line.what == AccountLine::Word::declared;
  std::string out = fmt::format("{}{}{}: ", who(line, account, !declared),
                                line.supposed ? "(supposed) " : "", word(line.what));
  if (declared) {
    out += line.title;
    if (!line.term.empty()) out += fmt::format(" [{}]", line.term);
    return line.ground.empty() ? out : out + fmt::format(" ({})", line.ground);
  }
  out += fmt::format("{} {}", line.term, line.title);
  if (line.state) out += fmt::format(", {}", word(*line.state));
  if (!line.value.empty()) out += ", " + line.value;
  return line.limit.empty() ? out : out + fmt::format(" against {}", line.limit);
}

/// Breaks a text at blanks into lines of at most `width` characters.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> out(1);
  for (const std::string_view piece : split(text, " ")) {
    const std::size_t length = character_count(out.back());
    if (length > 0 && length + 1 + character_count(piece) > width) out.emplace_back();
    if (!out.back().empty()) out.back() += ' ';
    out.back() += piece;
  }
  return out;
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t length = character_count(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

constexpr std::size_t day_width = 12, width = 42;

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string row(const std::string& day, const std::string& left, const std::string& right) {
  const auto a = wrapped(left, width);
  const auto b = wrapped(right, width);
  std::string out;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i)
    out += trimmed(padded(i == 0 ? day : "", day_width) +
                   padded(i < a.size() ? a[i] : "", width + 2) + (i < b.size() ? b[i] : ""));
  return out;
}

/// What is joint stands across both columns.
std::string row(const std::string& day, AccountSide side, const std::string& text) {
  if (side != AccountSide::joint)
    return side == AccountSide::left ? row(day, text, "") : row(day, "", text);
  std::string out;
  for (const std::string& line : wrapped(text, 2 * width + 2))
    out += trimmed(padded(out.empty() ? day : "", day_width) + line);
  return out;
}

}  // namespace

std::string account_text(const Account& account) {
  std::string out = row("day", account.left_title, account.right_title);
  for (const AccountLine& line : account.lines)
    out += row(to_string(line.day), line.side, cell(line, account));
  out += "\nWhere each term stands\n";
  for (const AccountStanding& s : account.standing)
    out += row("", s.side,
               fmt::format("{}{} {}: {}{}", who(s, account), s.term, s.title, word(s.state),
                           s.since ? " since " + to_string(*s.since) : std::string()));
  return out;
}

}  // namespace accord::agreement
