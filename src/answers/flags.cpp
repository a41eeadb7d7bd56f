#include "answers/flags.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/day_meant.h"
#include "base/text.h"
#include "described/cells.h"

namespace accord::answers {

using described::Bound;
using described::Kind;
using described::Member;
using described::Type;

namespace {

/// Of one value: behind maybe and list.
const Type& value_type(const Type& type) {
  const bool holds = type.kind == Kind::maybe || type.kind == Kind::list;
  return holds ? value_type(*type.of) : type;
}

bool is_list(const Type& type) {
  return described::inner(type).kind == Kind::list;
}

std::string name_of(const Member& member) {
  if (!member.flag.empty()) return std::string(member.flag);
  std::string name = "--" + std::string(member.name);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

std::string value_name(const Member& member) {
  if (!member.value_name.empty()) return std::string(member.value_name);
  switch (value_type(*member.type).kind) {
    case Kind::yes_no:
      return "";
    case Kind::day:
      return "DAY";
    case Kind::whole:
      return "N";
    case Kind::real:
    case Kind::exact:
      return "X";
    case Kind::word:
      return "WORD";
    default:
      return "TEXT";
  }
}

/// "from 0.001 to 1000", "above 0 and below 1", "at most 5"; empty without bounds.
std::string range_of(const Member& m) {
  std::string out;
  if (m.least.is_set) out = fmt::format("{} {}", m.least.is_open ? "above" : "from", m.least.value);
  if (!m.most.is_set) return out;
  const char* most = m.most.is_open ? "below" : out.empty() ? "at most" : "to";
  const char* between = out.empty() ? "" : m.most.is_open ? " and " : " ";
  return fmt::format("{}{}{} {}", out, between, most, m.most.value);
}

std::string text_of(const Member& member) {
  std::string out(member.meaning);
  if (const std::string range = range_of(member); !range.empty()) out += ": " + range;
  const Type& type = value_type(*member.type);
  if (type.kind == Kind::word) {
    std::vector<std::string_view> words(type.words.begin(), type.words.end());
    out += fmt::format(": {}", fmt::join(words, ", "));
  }
  return out;
}

/// A number that its range takes. Others than numbers have none.
bool is_within(const Member& m, std::string_view text) {
  const Type& type = value_type(*m.type);
  if (type.number == nullptr || !(m.least.is_set || m.most.is_set)) return true;
  std::uint64_t room = 0;  // of the largest number
  if (!type.parse(text, &room)) return false;
  const double number = type.number(&room);
  if (m.least.is_set && (m.least.is_open ? number <= m.least.value : number < m.least.value))
    return false;
  return !m.most.is_set || (m.most.is_open ? number < m.most.value : number <= m.most.value);
}

Problem not_understood(const std::string& origin, const std::string& expected,
                       std::string_view value, std::string help = {}) {
  return {
      Severity::error, "U004", fmt::format("{}: expected {}, found “{}”", origin, expected, value),
      std::move(help), {},     {}};
}

/// What would have been such a value.
Problem no_such_value(const Member& member, std::string_view value, const std::string& origin) {
  const Type& type = value_type(*member.type);
  if (!type.words.empty()) {
    const std::vector<std::string_view> words(type.words.begin(), type.words.end());
    const auto near = nearest(value, words);
    return not_understood(origin, fmt::format("one of {}", fmt::join(words, ", ")), value,
                          near ? fmt::format("did you mean “{}”?", *near) : std::string());
  }
  if (type.kind == Kind::day)
    return parse_day(value)
               ? not_understood(origin, "a day between 1900-01-01 and 2100-12-31", value)
               : not_understood(origin, "a day that exists, written as 2019-07-01", value,
                                day_help(value));
  const std::string range = range_of(member);
  return not_understood(
      origin,
      range.empty() ? std::string(type.expected) : fmt::format("{} {}", type.expected, range),
      value);
}

}  // namespace

std::vector<Flag> flags_of(const Type& question) {
  std::vector<Flag> out;
  for (const Member& m : question.members) {
    if (m.is_argument) continue;
    if (m.type->kind == Kind::object) {
      for (Flag& inside : flags_of(*m.type)) {
        inside.path.insert(inside.path.begin(), &m);
        out.push_back(std::move(inside));
      }
      continue;
    }
    out.push_back({{&m}, name_of(m), value_name(m), text_of(m), is_list(*m.type)});
  }
  return out;
}

std::vector<Flag> arguments_of(const Type& question) {
  std::vector<Flag> out;
  for (const Member& m : question.members)
    if (m.is_argument)
      out.push_back(
          {{&m}, std::string(m.name), value_name(m), std::string(m.meaning), is_list(*m.type)});
  return out;
}

std::vector<std::string_view> words_of(const Flag& flag) {
  const Type& type = value_type(*flag.member().type);
  return {type.words.begin(), type.words.end()};
}

std::optional<Problem> set(const Flag& flag, void* question, std::string_view value,
                           const std::string& origin) {
  void* at = question;
  for (const Member* m : flag.path) at = m->edit(at);
  const Member& member = flag.member();
  const Type& type = value_type(*member.type);
  if (value.empty() && type.kind == Kind::text && member.type->kind == Kind::maybe)
    return std::nullopt;  // nothing is asked
  const std::size_t comma = value.find(',');
  if (type.kind == Kind::day && is_list(*member.type) && comma != std::string_view::npos) {
    if (auto problem = set(flag, question, value.substr(0, comma), origin)) return problem;
    return set(flag, question, value.substr(comma + 1), origin);
  }
  if (type.kind == Kind::yes_no && (value == "true" || value == "1")) value = "yes";
  if (type.kind == Kind::yes_no && (value == "false" || value == "0")) value = "no";
  const bool is_set =
      is_within(member, value) && member.type->parse != nullptr && member.type->parse(value, at);
  return is_set ? std::nullopt : std::optional(no_such_value(member, value, origin));
}

}  // namespace accord::answers
