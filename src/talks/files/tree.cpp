#include "talks/files/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace accord::talks {

namespace {

/// As RFC 8785 escapes: quotes, backslashes and controls, nothing else.
void add_quoted(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    constexpr std::string_view controls = "\b\f\n\r\t", letters = "bfnrt";
    if (const std::size_t at = controls.find(c); at != std::string_view::npos)
      (out += '\\') += letters[at];
    else if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (code < 0x20)
      out += fmt::format("\\u{:04x}", code);
    else
      out += c;
  }
  out += '"';
}

void add_canonical(const JsonTree& tree, std::string& out) {
  switch (tree.kind) {
    case JsonTree::Kind::null:
      out += "null";
      return;
    case JsonTree::Kind::yes_no:
      out += tree.truth ? "true" : "false";
      return;
    case JsonTree::Kind::number:
      out += tree.text;
      return;
    case JsonTree::Kind::text:
      return add_quoted(tree.text, out);
    case JsonTree::Kind::list:
      out += '[';
      for (const JsonTree& item : tree.items) {
        if (&item != tree.items.data()) out += ',';
        add_canonical(item, out);
      }
      out += ']';
      return;
    case JsonTree::Kind::object:
      break;
  }
  std::vector<std::size_t> order(tree.names.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return tree.names[a] < tree.names[b]; });
  out += '{';
  for (const std::size_t i : order) {
    if (out.back() != '{') out += ',';
    add_quoted(tree.names[i], out);
    out += ':';
    add_canonical(tree.items[i], out);
  }
  out += '}';
}

}  // namespace

const JsonTree* JsonTree::find(std::string_view name) const {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? nullptr : &items[static_cast<std::size_t>(at - names.begin())];
}

std::string canonical(const JsonTree& tree) {
  std::string out;
  add_canonical(tree, out);
  return out;
}

JsonTree json_text(std::string_view text) {
  JsonTree out;
  out.kind = JsonTree::Kind::text;
  out.text = text;
  return out;
}

JsonTree json_number(std::string_view source) {
  JsonTree out = json_text(source);
  out.kind = JsonTree::Kind::number;
  return out;
}

JsonTree json_yes_no(bool truth) {
  JsonTree out;
  out.kind = JsonTree::Kind::yes_no;
  out.truth = truth;
  return out;
}

JsonTree json_list(std::vector<JsonTree> items) {
  JsonTree out;
  out.kind = JsonTree::Kind::list;
  out.items = std::move(items);
  return out;
}

JsonTree json_object(std::vector<std::pair<std::string, JsonTree>> members) {
  JsonTree out;
  out.kind = JsonTree::Kind::object;
  for (auto& [name, value] : members) {
    out.names.push_back(std::move(name));
    out.items.push_back(std::move(value));
  }
  return out;
}

}  // namespace accord::talks
