#include "described/json.h"

#include <fmt/format.h>

#include <iterator>

#include "base/text.h"

namespace accord::described {

namespace {

void new_line(std::string& out, std::size_t level) {
  out += '\n';
  out.append(2 * level, ' ');
}

void object(View value, std::string& out, std::size_t level) {
  char before = '{';
  for (const Member& m : value.type->members) {
    if (m.use == Use::table) continue;
    out += before;
    new_line(out, level + 1);
    json_text(m.name, out);
    out += ": ";
    visit(m, value.at, [&](View inside) { json(inside, out, level + 1); });
    before = ',';
  }
  if (before == '{') {
    out += "{}";
    return;
  }
  new_line(out, level);
  out += '}';
}

void list(View value, std::string& out, std::size_t level) {
  const std::size_t size = value.size();
  if (size == 0) {
    out += "[]";
    return;
  }
  for (std::size_t i = 0; i < size; ++i) {
    out += i == 0 ? '[' : ',';
    new_line(out, level + 1);
    json(value[i], out, level + 1);
  }
  new_line(out, level);
  out += ']';
}

/// The printed value; null when nothing is printed, as for what is no number.
void number(View value, std::string& out) {
  const std::size_t start = out.size();
  value.type->print(value.at, out);
  if (out.size() == start)
    out += "null";
  else if (value.type->kind == Kind::real && out.find_first_of(".e", start) == std::string::npos)
    out += ".0";
}

void printed(View value, std::string& out) {
  std::string text;
  value.type->print(value.at, text);
  if (text.empty() && value.type->may_be_none)
    out += "null";
  else
    json_text(text, out);
}

}  // namespace

void json_text(std::string_view text, std::string& out) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '"' || byte == '\\')
      (out += '\\') += text[at];
    else if (byte == '\n')
      out += "\\n";
    else if (byte < 0x20)
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
    else if (byte >= 0x80 && length == 1)
      out += "\xEF\xBF\xBD";
    else
      out += text.substr(at, length);
    at += length;
  }
  out += '"';
}

void json(View value, std::string& out, std::size_t level) {
  switch (value.type->kind) {
    case Kind::object:
      return object(value, out, level);
    case Kind::list:
      return list(value, out, level);
    case Kind::maybe:
      if (value.size() == 0)
        out += "null";
      else
        json(value[0], out, level);
      return;
    case Kind::one_of:
      return json({value.type->inside(value.at), value.type->among[value.type->which(value.at)]},
                  out, level);
    case Kind::yes_no:
      out += *static_cast<const bool*>(value.at) ? "true" : "false";
      return;
    case Kind::whole:
    case Kind::real:
      return number(value, out);
    case Kind::text:
    case Kind::day:
    case Kind::exact:
    case Kind::word:
      return printed(value, out);
  }
}

std::string json(View value) {
  std::string out;
  json(value, out);
  return out;
}

}  // namespace accord::described
