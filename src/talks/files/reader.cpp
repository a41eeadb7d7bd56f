#include "talks/files/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/printable.h"
#include "base/text.h"

namespace accord::talks {

using Kind = JsonTree::Kind;

Spot Spot::item(std::size_t i) const {
  return {tree.items[i], fmt::format("{}/{}", pointer, i)};
}

Spot Spot::member(std::string_view name) const {
  std::string escaped;
  for (const char c : name) escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return {*tree.find(name), fmt::format("{}/{}", pointer, escaped)};
}

std::optional<std::uint32_t> ValueFinder::find(std::size_t issue, std::string_view written) {
  const Issue& of = domain_.issues[issue];
  if (of.is_numeric()) return of.find(written);
  auto& texts = texts_[issue];
  if (texts.empty())
    for (std::uint32_t i = 0; i < of.values.size(); ++i) texts.emplace(of.values[i], i);
  const auto at = texts.find(written);
  return at == texts.end() ? std::nullopt : std::optional(at->second);
}

std::string found(const JsonTree& tree) {
  switch (tree.kind) {
    case Kind::null:
      return "null";
    case Kind::yes_no:
      return tree.truth ? "true" : "false";
    case Kind::number:
      return tree.text;
    case Kind::text:
      return fmt::format("“{}”", printable(tree.text));
    case Kind::list:
      return tree.items.empty() ? "an empty list" : "a list";
    case Kind::object:
      return "an object";
  }
  return {};
}

void TreeReader::add(Severity severity, const char* code, const Spot& at, std::string message,
                     std::string help) {
  if (severity == Severity::error) ++errors_;
  const std::string where = at.pointer.empty() ? "the whole file" : printable(at.pointer);
  problems_.push_back({severity,
                       code,
                       fmt::format("{}: {}", where, std::move(message)),
                       std::move(help),
                       std::string(file_),
                       {at.tree.line, 1, 1}});
}

void TreeReader::error(const char* code, const Spot& at, std::string message, std::string help) {
  add(Severity::error, code, at, std::move(message), std::move(help));
}

void TreeReader::warning(const char* code, const Spot& at, std::string message, std::string help) {
  add(Severity::warning, code, at, std::move(message), std::move(help));
}

bool TreeReader::object(const Spot& at, std::initializer_list<std::string_view> known) {
  if (!at.tree.is(Kind::object)) {
    error("P013", at, fmt::format("expected an object, found {}", found(at.tree)),
          "write { … } with the members of the manual");
    return false;
  }
  for (const std::string& name : at.tree.names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    add(strict_ ? Severity::error : Severity::warning, "P014", at.member(name),
        "no such member is known here",
        fmt::format("known are {}; correct the name, or leave it out", fmt::join(known, ", ")));
  }
  return true;
}

bool TreeReader::list(const Spot& owner, std::string_view name, bool is_required) {
  if (!owner.has(name)) {
    if (is_required)
      error("P013", owner, fmt::format("“{}” is missing", name),
            fmt::format("add “{}”, a list", name));
    return false;
  }
  const Spot at = owner.member(name);
  if (at.tree.is(Kind::list)) return true;
  error("P013", at, fmt::format("expected a list, found {}", found(at.tree)), "write [ … ]");
  return false;
}

std::optional<std::string> TreeReader::text(const Spot& owner, std::string_view name,
                                            bool is_required) {
  if (!owner.has(name)) {
    if (is_required)
      error("P013", owner, fmt::format("“{}” is missing", name),
            fmt::format("add “{}”, a text", name));
    return std::nullopt;
  }
  const Spot at = owner.member(name);
  if (at.tree.is(Kind::text)) return at.tree.text;
  error("P013", at, fmt::format("expected a text, found {}", found(at.tree)), "write it in quotes");
  return std::nullopt;
}

bool TreeReader::yes_no(const Spot& owner, std::string_view name) {
  if (!owner.has(name)) return false;
  const Spot at = owner.member(name);
  if (at.tree.is(Kind::yes_no)) return at.tree.truth;
  error("P013", at, fmt::format("expected true or false, found {}", found(at.tree)),
        "write true or false without quotes");
  return false;
}

bool TreeReader::format(const Spot& root, std::string_view expected) {
  const auto written = text(root, "format", true);
  if (!written || *written == expected) return written.has_value();
  error("P013", root.member("format"),
        fmt::format("expected “{}”, found “{}”", expected, printable(*written)),
        "name the file that has this format, or correct the member");
  return false;
}

std::optional<Number> TreeReader::number(const Spot& at) {
  if (at.tree.is(Kind::number) || at.tree.is(Kind::text))
    if (auto value = Number::parse(at.tree.text)) return value;
  error("P035", at, fmt::format("expected a number, found {}", found(at.tree)),
        "write a decimal or p/q, as 0.42 or \"21/50\", with an exponent between -30 and 30");
  return std::nullopt;
}

std::optional<std::size_t> TreeReader::issue_named(const Domain& domain, const Spot& at,
                                                   std::string_view id) {
  if (const auto issue = domain.find_issue(id)) return issue;
  std::vector<std::string> ids;
  for (const Issue& one : domain.issues) ids.push_back(one.id);
  error("P030", at, fmt::format("no issue is called “{}”", printable(id)),
        ids.size() > 20 ? "use an id of the domain" : "there are " + join(ids, ", "));
  return std::nullopt;
}

std::optional<std::size_t> TreeReader::issue(const Domain& domain, const Spot& at) {
  if (at.tree.is(Kind::text)) return issue_named(domain, at, at.tree.text);
  error("P030", at, fmt::format("expected the id of an issue, found {}", found(at.tree)),
        "write it in quotes");
  return std::nullopt;
}

std::optional<std::uint32_t> TreeReader::value(const Domain& domain, ValueFinder& finder,
                                               std::size_t issue, const Spot& at) {
  const Issue& of = domain.issues[issue];
  if (at.tree.is(Kind::text) || at.tree.is(Kind::number))
    if (const auto index = finder.find(issue, at.tree.text)) return index;
  std::string help =
      "values are " + (of.is_continuous() ? "not counted: the issue is continuous"
                       : of.is_numeric()  ? fmt::format("numbers from {} to {}, {} of them",
                                                        of.low.text(), of.high.text(), of.size())
                                          : join(of.values, ", "));
  if (help.size() > 300) help = "use a value of the domain";
  error("P031", at, fmt::format("issue {} has no value {}", of.id, found(at.tree)),
        std::move(help));
  return std::nullopt;
}

std::vector<std::uint32_t> TreeReader::values(const Domain& domain, ValueFinder& finder,
                                              std::size_t issue, const Spot& at,
                                              bool may_be_empty) {
  std::vector<std::uint32_t> out;
  if (!at.tree.is(Kind::list) || (at.tree.items.empty() && !may_be_empty)) {
    error("P013", at, fmt::format("expected a list of values, found {}", found(at.tree)),
          "write at least one value in [ … ]");
    return out;
  }
  for (std::size_t i = 0; i < at.tree.items.size(); ++i)
    if (const auto index = value(domain, finder, issue, at.item(i))) out.push_back(*index);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void check_id(TreeReader& reader, const Spot& at, std::string_view id) {
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
  const bool is_reserved = id == "reservation" || id == "no" || id == "package";
  if (!id.empty() && character_count(id) <= 64 && id.find('.') == std::string_view::npos &&
      std::none_of(id.begin(), id.end(), is_control) && !is_reserved)
    return;
  reader.error("P043", at, fmt::format("“{}” cannot be an id", printable(id)),
               "use 1 to 64 characters without a point and without control characters; "
               "reservation, no and package are taken");
}

}  // namespace accord::talks
