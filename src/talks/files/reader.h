#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "talks/files/tree.h"
#include "talks/model/domain.h"

/// What the readers of native files share.
namespace accord::talks {

/// A value of a JSON text, and its JSON pointer.
struct Spot {
  const JsonTree& tree;
  std::string pointer;

  [[nodiscard]] Spot item(std::size_t i) const;
  /// Contract: the member is there.
  [[nodiscard]] Spot member(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return tree.find(name) != nullptr; }
};

/// Finds the values of issues by how they are written, each in constant time.
class ValueFinder {
 public:
  explicit ValueFinder(const Domain& domain) : domain_(domain), texts_(domain.issues.size()) {}
  [[nodiscard]] std::optional<std::uint32_t> find(std::size_t issue, std::string_view written);

 private:
  const Domain& domain_;
  std::vector<std::unordered_map<std::string_view, std::uint32_t>> texts_;
};

/// Collects all problems of one file.
class TreeReader {
 public:
  TreeReader(std::string_view file, bool strict, const Limits& limits,
             std::vector<Problem>& problems)
      : file_(file), strict_(strict), limits_(limits), problems_(problems) {}

  [[nodiscard]] const Limits& limits() const { return limits_; }
  void error(const char* code, const Spot& at, std::string message, std::string help);
  void warning(const char* code, const Spot& at, std::string message, std::string help);

  /// P013 when it is not an object; P014 for members that are not among those known.
  bool object(const Spot& at, std::initializer_list<std::string_view> known);
  /// P013: not there, or not of the kind. `help` says what is expected.
  bool list(const Spot& owner, std::string_view name, bool is_required);
  std::optional<std::string> text(const Spot& owner, std::string_view name, bool is_required);
  bool yes_no(const Spot& owner, std::string_view name);
  /// P013: not the format of these files.
  bool format(const Spot& root, std::string_view expected);

  /// P035: not a number.
  std::optional<Number> number(const Spot& at);
  /// P030: no issue has the name.
  std::optional<std::size_t> issue(const Domain& domain, const Spot& at);
  std::optional<std::size_t> issue_named(const Domain& domain, const Spot& at, std::string_view id);
  /// P031: the issue has no such value. A value may be a text or a number.
  std::optional<std::uint32_t> value(const Domain& domain, ValueFinder& finder, std::size_t issue,
                                     const Spot& at);
  /// A list of values, ascending and distinct. P013: not a list, or empty where it may not be.
  std::vector<std::uint32_t> values(const Domain& domain, ValueFinder& finder, std::size_t issue,
                                    const Spot& at, bool may_be_empty);

  [[nodiscard]] std::size_t errors() const { return errors_; }

 private:
  std::string_view file_;
  bool strict_;
  const Limits& limits_;
  std::vector<Problem>& problems_;
  std::size_t errors_ = 0;

  void add(Severity severity, const char* code, const Spot& at, std::string message,
           std::string help);
};

/// "“x”", "3", "a list": what was found, for messages.
[[nodiscard]] std::string found(const JsonTree& tree);

/// P043: 1 to 64 characters, no point, no control characters, not a word that certificates use.
void check_id(TreeReader& reader, const Spot& at, std::string_view id);

/// A condition on an outcome; P040 when it is not one form.
[[nodiscard]] std::optional<Rule> read_rule(TreeReader& reader, const Domain& domain,
                                            ValueFinder& finder, const Spot& at);

/// Rules with id, text and rule; P041 for an id that is there already.
[[nodiscard]] std::vector<NamedRule> read_named_rules(TreeReader& reader, const Domain& domain,
                                                      ValueFinder& finder, const Spot& at);

/// The same as a tree, for writing.
[[nodiscard]] JsonTree named_rules_tree(const Domain& domain, const std::vector<NamedRule>& rules);

}  // namespace accord::talks
