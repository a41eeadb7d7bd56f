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

/// The members of one object, between its braces.
class Members {
 public:
  Members(std::string& out, std::size_t level) : out_(out), level_(level) {}

  void add(View object) {
    if (!object.type->tag.empty()) {
      key(object.type->tag);
      json_text(name_of(object), out_);
    }
    for (const Member& m : object.type->members)
      if (is_data(m) && (object.type->tag.empty() || m.name_if_true.empty())) add(m, object);
  }

  void close() {
    if (is_first_) {
      out_ += "{}";
      return;
    }
    new_line(out_, level_);
    out_ += '}';
  }

 private:
  void add(const Member& m, View object) {
    const bool is_said = speaks(m, object);
    if (!is_said && m.is_left_out) return;
    if (!is_said) return null(m);
    visit(m, object.at, [&](View value) {
      if (m.is_flat) return add(inside(value));
      if (m.is_left_out && is_nothing(value)) return;
      if (m.is_none_if_empty && is_empty(value)) return null(m);
      key(m.name);
      json(value, out_, level_ + 1);
    });
  }

  void null(const Member& m) {
    key(m.name);
    out_ += "null";
  }

  void key(std::string_view name) {
    out_ += is_first_ ? '{' : ',';
    is_first_ = false;
    new_line(out_, level_ + 1);
    json_text(name, out_);
    out_ += ": ";
  }

  static bool is_empty(View value) {
    std::string text;
    value.type->print(value.at, text);
    return text.empty();
  }
  static bool is_nothing(View value) {
    const bool is_some = value.type->kind == Kind::list || value.type->kind == Kind::maybe;
    return is_some && value.size() == 0;
  }

  std::string& out_;
  std::size_t level_;
  bool is_first_ = true;
};

void object(View value, std::string& out, std::size_t level) {
  Members members(out, level);
  members.add(value);
  members.close();
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
