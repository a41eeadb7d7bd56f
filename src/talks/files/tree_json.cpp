#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/encoding.h"
#include "talks/files/tree.h"

/// The one place of talks that knows the library for JSON.
namespace accord::talks {

namespace {

/// Where the parser is. After a number it has taken one character more, perhaps a line end.
struct Counted {
  std::uint32_t line = 1;
  char last = 0;

  [[nodiscard]] std::uint32_t of_number() const { return line - (last == '\n' ? 1 : 0); }
};

/// Counts the line ends of what the parser has taken, so that each value knows its line.
class CountedBytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountedBytes(const char* at, Counted* counted) : at_(at), counted_(counted) {}
  reference operator*() const { return *at_; }
  CountedBytes& operator++() {
    if (counted_ != nullptr) {
      if (*at_ == '\n') ++counted_->line;
      counted_->last = *at_;
    }
    ++at_;
    return *this;
  }
  friend bool operator==(const CountedBytes& a, const CountedBytes& b) { return a.at_ == b.at_; }
  friend bool operator!=(const CountedBytes& a, const CountedBytes& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  Counted* counted_;
};

/// Makes the tree of what the parser finds.
class TreeMaker : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeMaker(const Counted& counted, std::uint64_t nesting) : counted_(counted), nesting_(nesting) {}

  JsonTree root;
  std::optional<std::string> twice;  ///< a name that one object has twice
  std::uint32_t twice_line = 0;
  bool too_deep = false, too_large = false;  ///< a number that no double can be near
  std::size_t fault_at = 0;

  bool null() override { return put({}); }
  bool boolean(bool truth) override { return put(json_yes_no(truth)); }
  bool number_integer(number_integer_t value) override {
    return put(json_number(fmt::format("{}", value)), counted_.of_number());
  }
  bool number_unsigned(number_unsigned_t value) override {
    return put(json_number(fmt::format("{}", value)), counted_.of_number());
  }
  bool number_float(number_float_t, const string_t& source) override {
    return put(json_number(source), counted_.of_number());
  }
  bool string(string_t& text) override { return put(json_text(text)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonTree::Kind::object); }
  bool start_array(std::size_t) override { return open(JsonTree::Kind::list); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (!names_.back().insert(name).second && !twice) {
      twice = name;
      twice_line = counted_.line;
    }
    path_.back().names.push_back(name);
    return true;
  }
  bool parse_error(std::size_t at, const std::string&,
                   const nlohmann::detail::exception& fault) override {
    too_large = fault.id == 406;
    fault_at = at;
    return false;
  }

 private:
  const Counted& counted_;
  std::uint64_t nesting_;
  std::vector<JsonTree> path_;  ///< what is open
  std::vector<std::set<std::string>> names_;

  bool put(JsonTree value) { return put(std::move(value), counted_.line); }
  bool put(JsonTree value, std::uint32_t line) {
    value.line = line;
    (path_.empty() ? root : path_.back().items.emplace_back()) = std::move(value);
    return true;
  }
  bool open(JsonTree::Kind kind) {
    too_deep = path_.size() >= nesting_;
    if (too_deep) return false;
    JsonTree value;
    value.kind = kind;
    value.line = counted_.line;
    path_.push_back(std::move(value));
    names_.emplace_back();
    return true;
  }
  bool close() {
    JsonTree value = std::move(path_.back());
    path_.pop_back();
    names_.pop_back();
    (path_.empty() ? root : path_.back().items.emplace_back()) = std::move(value);
    return true;
  }
};

Problem not_json(std::string_view file, const Place& place, std::string message, std::string help) {
  return {Severity::error, "P010", std::move(message), std::move(help), std::string(file), place};
}

}  // namespace

std::optional<JsonTree> read_tree(std::string_view bytes, std::string_view file,
                                  const Limits& limits, std::vector<Problem>& problems) {
  const auto refuse = [&](Problem problem) {
    problems.push_back(std::move(problem));
    return std::nullopt;
  };
  if (bytes.size() > limits.bytes)
    return refuse(
        {Severity::error,
         "P016",
         fmt::format("the file has {} bytes, at most {} are read", bytes.size(), limits.bytes),
         "raise the limit of bytes, or make the file smaller",
         std::string(file),
         {}});
  for (const auto& fault : {foreign_format(bytes), foreign_byte(bytes)})
    if (fault) return refuse(fault->problem("P010", file));
  Counted counted;
  TreeMaker maker(counted, limits.nesting);
  const char* end = bytes.data() + bytes.size();
  if (!nlohmann::json::sax_parse(CountedBytes(bytes.data(), &counted), CountedBytes(end, nullptr),
                                 &maker)) {
    if (maker.too_deep)
      return refuse({Severity::error,
                     "P016",
                     fmt::format("lists and objects are nested deeper than {}", limits.nesting),
                     "raise the limit of nesting, or write it flatter",
                     std::string(file),
                     {counted.line, 1, 1}});
    if (maker.too_large)
      return refuse({Severity::error,
                     "P035",
                     "a number is larger than any that is read",
                     "write a number with an exponent between -30 and 30",
                     std::string(file),
                     {counted.of_number(), 1, 1}});
    return refuse(not_json(
        file, place_at(bytes, maker.fault_at == 0 ? 0 : maker.fault_at - 1),
        "this is not JSON from here on",
        "look here and at what is before: a comma, a quote or a brace too many or too few"));
  }
  if (maker.twice)
    return refuse(not_json(file, {maker.twice_line, 1, 1},
                           fmt::format("the name “{}” appears twice in one object", *maker.twice),
                           "keep the one that is right"));
  return std::move(maker.root);
}

}  // namespace accord::talks
