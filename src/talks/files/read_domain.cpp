#include <fmt/format.h>

#include <set>

#include "base/printable.h"
#include "seal/sha256.h"
#include "talks/files/read.h"
#include "talks/files/reader.h"

namespace accord::talks {

namespace {

class DomainReader {
 public:
  DomainReader(TreeReader& reader, Domain& out) : reader_(reader), out_(out) {}

  void read(const Spot& root) {
    if (!reader_.object(root, {"format", "name", "issues", "parties", "rules"})) return;
    reader_.format(root, "accord-talks-domain/1");
    out_.name = reader_.text(root, "name", false).value_or("");
    if (reader_.list(root, "issues", true)) read_issues(root.member("issues"));
    if (reader_.list(root, "parties", false)) read_parties(root.member("parties"));
    // Rules speak of issues: with broken issues every rule would be blamed as well.
    if (reader_.errors() > 0 || !reader_.list(root, "rules", false)) return;
    ValueFinder finder(out_);
    out_.rules = read_named_rules(reader_, out_, finder, root.member("rules"));
  }

 private:
  TreeReader& reader_;
  Domain& out_;
  std::set<std::string> ids_;

  void read_issues(const Spot& at) {
    if (at.tree.items.empty())
      reader_.error("P020", at, "a domain without issues", "add at least one issue");
    if (at.tree.items.size() > reader_.limits().issues) {
      reader_.error("P016", at,
                    fmt::format("{} issues, at most {} are read", at.tree.items.size(),
                                reader_.limits().issues),
                    "raise the limit of issues, or put some together");
      return;
    }
    for (std::size_t i = 0; i < at.tree.items.size(); ++i) read_issue(at.item(i));
  }

  void read_issue(const Spot& at) {
    if (!reader_.object(at,
                        {"id", "kind", "values", "low", "high", "step", "points", "continuous"}))
      return;
    Issue issue;
    if (const auto id = reader_.text(at, "id", true)) {
      issue.id = *id;
      if (id->empty() || *id != printable(*id))
        reader_.error("P043", at.member("id"), "an issue needs an id that can be printed",
                      "use at least one character, and no control characters");
      if (!ids_.insert(*id).second)
        reader_.error("P022", at.member("id"), fmt::format("issue “{}” is there already", *id),
                      "give each issue an id of its own");
    }
    const auto kind = reader_.text(at, "kind", true);
    if (kind == "discrete")
      read_values(at, issue);
    else if (kind == "integer" || kind == "real")
      read_range(at, issue, *kind == "integer");
    else if (kind)
      reader_.error("P024", at.member("kind"), fmt::format("no kind is called “{}”", *kind),
                    "write discrete, integer or real");
    out_.issues.push_back(std::move(issue));
  }

  void read_values(const Spot& at, Issue& issue) {
    if (!reader_.list(at, "values", true)) return;
    const Spot values = at.member("values");
    if (values.tree.items.empty())
      reader_.error("P021", values, "an issue without values", "add at least one value");
    if (too_many(values, values.tree.items.size())) return;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < values.tree.items.size(); ++i) {
      const JsonTree& tree = values.tree.items[i];
      if (!tree.is(JsonTree::Kind::text)) {
        reader_.error("P013", values.item(i), fmt::format("expected a text, found {}", found(tree)),
                      "write values of a discrete issue in quotes");
        continue;
      }
      if (!seen.insert(tree.text).second)
        reader_.error("P023", values.item(i), fmt::format("value {} is there already", found(tree)),
                      "write each value once");
      issue.values.push_back(tree.text);
    }
  }

  bool too_many(const Spot& at, std::uint64_t count) {
    if (count <= reader_.limits().values) return false;
    reader_.error("P016", at,
                  fmt::format("{} values, at most {} are read", count, reader_.limits().values),
                  "raise the limit of values, or take a coarser grid");
    return true;
  }

  std::optional<Number> end(const Spot& at, std::string_view name) {
    if (at.has(name)) return reader_.number(at.member(name));
    reader_.error("P013", at, fmt::format("“{}” is missing", name),
                  fmt::format("add “{}”, a number", name));
    return std::nullopt;
  }

  void read_range(const Spot& at, Issue& issue, bool is_integer) {
    issue.kind = is_integer ? IssueKind::integer : IssueKind::real;
    const auto low = end(at, "low"), high = end(at, "high");
    if (!low || !high) return;
    issue.low = *low;
    issue.high = *high;
    if (*low > *high)
      reader_.error("P025", at, fmt::format("low {} is above high {}", low->text(), high->text()),
                    "exchange them");
    else if (is_integer)
      read_step(at, issue);
    else
      read_points(at, issue);
  }

  void read_step(const Spot& at, Issue& issue) {
    if (at.has("step")) {
      const auto step = reader_.number(at.member("step"));
      if (!step) return;
      issue.step = *step;
      if (step->sign() <= 0) {
        reader_.error("P026", at.member("step"),
                      fmt::format("expected a step above 0, found {}", step->text()),
                      "write the distance between neighbouring values");
        return;
      }
    }
    const Number count = ((issue.high - issue.low) / issue.step).floor() + 1;
    if (const auto fits = count.to_int64(); !fits)
      too_many(at, ~std::uint64_t{0});
    else
      too_many(at, static_cast<std::uint64_t>(*fits));
  }

  void read_points(const Spot& at, Issue& issue) {
    const bool is_continuous = reader_.yes_no(at, "continuous");
    if (at.has("points") == is_continuous) {
      reader_.error("P013", at, "expected either points or continuous",
                    "add points, a number of at least 2, or \"continuous\": true");
      return;
    }
    if (is_continuous) return;
    const auto points = reader_.number(at.member("points"));
    if (!points) return;
    const auto count = points->to_int64();
    if (!count || *count < 2)
      reader_.error("P026", at.member("points"),
                    fmt::format("expected a whole number from 2, found {}", points->text()),
                    "write how many values the grid has, both ends counted");
    else if (!too_many(at.member("points"), static_cast<std::uint64_t>(*count)))
      issue.points = static_cast<std::uint32_t>(*count);
  }

  void read_parties(const Spot& at) {
    std::set<std::string> seen;
    if (at.tree.items.size() > reader_.limits().parties)
      reader_.error("P016", at,
                    fmt::format("{} parties, at most {} are read", at.tree.items.size(),
                                reader_.limits().parties),
                    "name the parties that must take part");
    for (std::size_t i = 0; i < at.tree.items.size(); ++i) {
      const JsonTree& tree = at.tree.items[i];
      if (!tree.is(JsonTree::Kind::text)) {
        reader_.error("P043", at.item(i), fmt::format("expected an id, found {}", found(tree)),
                      "write the id of a party in quotes");
        continue;
      }
      check_id(reader_, at.item(i), tree.text);
      if (!seen.insert(tree.text).second)
        reader_.error("P051", at.item(i), fmt::format("party {} is there already", found(tree)),
                      "name each party once");
      out_.parties.push_back(tree.text);
    }
  }
};

}  // namespace

Read<Domain> read_domain(std::string_view bytes, std::string_view file,
                         const ReadOptions& options) {
  Read<Domain> out;
  const auto tree = read_tree(bytes, file, options.limits, out.problems);
  if (!tree) return out;
  TreeReader reader(file, options.strict, options.limits, out.problems);
  Domain domain;
  DomainReader(reader, domain).read({*tree, ""});
  domain.sha256 = seal::sha256_hex(bytes);
  if (reader.errors() == 0) out.value = std::move(domain);
  return out;
}

}  // namespace accord::talks
