#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "talks/files/read.h"
#include "talks/files/read_utility.h"
#include "talks/files/reader.h"

namespace accord::talks {

namespace {

using Kind = JsonTree::Kind;

class PositionReader {
 public:
  PositionReader(TreeReader& reader, const Domain& domain, Position& out)
      : reader_(reader), domain_(domain), finder_(domain), out_(out) {}

  void read(const Spot& root) {
    if (!reader_.object(root, {"format", "party", "domain_sha256", "reservation", "time", "utility",
                               "weights_sum", "weight_order", "red_lines", "marks", "together",
                               "live_at_most", "order", "packages", "otherwise"}))
      return;
    reader_.format(root, "accord-talks-position/1");
    read_party(root);
    read_digest(root);
    if (reader_.list(root, "utility", false))
      out_.utility = read_utility(reader_, domain_, finder_, root);
    else
      for (const char* name : {"weights_sum", "weight_order"})
        if (root.has(name))
          reader_.error("P044", root.member(name), "there is no utility whose weights it could be",
                        "add the utility, or leave this out");
    if (root.has("reservation")) read_reservation(root.member("reservation"));
    if (root.has("time")) read_time(root.member("time"));
    if (reader_.list(root, "red_lines", false))
      out_.red_lines = read_named_rules(reader_, domain_, finder_, root.member("red_lines"));
    read_marks(root);
    read_order(root);
    if (reader_.list(root, "packages", false)) read_packages(root.member("packages"));
    if (const auto word = reader_.text(root, "otherwise", false)) {
      out_.otherwise_acceptable = *word == "acceptable";
      if (*word != "acceptable" && *word != "open")
        reader_.error("P013", root.member("otherwise"),
                      fmt::format("expected open or acceptable, found “{}”", *word),
                      "write acceptable only where all that is not excluded is acceptable");
    }
  }

 private:
  TreeReader& reader_;
  const Domain& domain_;
  ValueFinder finder_;
  Position& out_;

  void read_party(const Spot& root) {
    const auto party = reader_.text(root, "party", true);
    if (!party) return;
    out_.party = *party;
    check_id(reader_, root.member("party"), *party);
  }

  void read_digest(const Spot& root) {
    const auto digest = reader_.text(root, "domain_sha256", true);
    if (!digest) return;
    out_.domain_sha256 = *digest;
    if (*digest != domain_.sha256)
      reader_.error("P050", root.member("domain_sha256"),
                    fmt::format("made for the domain {}, this one is {}", *digest, domain_.sha256),
                    "use the domain file as it was handed out, or make the position anew");
  }

  void read_reservation(const Spot& at) {
    if (!at.tree.is(Kind::object)) {
      if (const auto range = read_range(reader_, at)) out_.reservation = *range;
      return;
    }
    if (!reader_.object(at, {"as_good_as"})) return;
    if (!at.has("as_good_as") || !at.member("as_good_as").tree.is(Kind::object)) {
      reader_.error("P013", at, "expected a number, [low, high] or as_good_as with a package",
                    "write { \"as_good_as\": { issue: value, … } }");
      return;
    }
    const Spot package = at.member("as_good_as");
    Outcome outcome(domain_.issues.size());
    std::vector<bool> named(domain_.issues.size());
    for (const std::string& name : package.tree.names) {
      const auto issue = reader_.issue_named(domain_, package.member(name), name);
      if (!issue) continue;
      named[*issue] = true;
      if (const auto value = reader_.value(domain_, finder_, *issue, package.member(name)))
        outcome[*issue] = *value;
    }
    if (need_all(package, named)) out_.reservation = std::move(outcome);
  }

  bool need_all(const Spot& at, const std::vector<bool>& named) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < named.size(); ++i)
      if (!named[i]) missing.push_back(domain_.issues[i].id);
    if (missing.empty()) return true;
    reader_.error("P045", at,
                  fmt::format("the package names nothing for {}", fmt::join(missing, ", ")),
                  "name every issue of the domain");
    return false;
  }

  void read_time(const Spot& at) {
    if (!reader_.object(at, {"factor", "cost", "reservation"})) return;
    if (at.has("factor") == at.has("cost")) {
      reader_.error("P013", at, "expected either factor or cost", "write one of the two");
      return;
    }
    const bool is_factor = at.has("factor");
    const Spot spot = at.member(is_factor ? "factor" : "cost");
    const auto value = reader_.number(spot);
    out_.time.kind = is_factor ? TimeRule::Kind::factor : TimeRule::Kind::cost;
    if (value) out_.time.value = *value;
    const bool is_outside =
        value && (is_factor ? value->sign() <= 0 || *value > 1 : value->sign() < 0);
    if (is_outside)
      reader_.error("P013", spot,
                    fmt::format("expected {}, found {}",
                                is_factor ? "a factor above 0, at most 1" : "a cost of at least 0",
                                value->text()),
                    "say how the utility shrinks in each round");
    const auto word = reader_.text(at, "reservation", false);
    out_.time.discounted = word == "discounted";
    if (word && *word != "discounted" && *word != "fixed")
      reader_.error("P013", at.member("reservation"),
                    fmt::format("expected fixed or discounted, found “{}”", *word),
                    "say whether walking away is worth less in each round too");
  }

  bool object_of_issues(const Spot& root, const char* name) {
    if (!root.has(name)) return false;
    const Spot at = root.member(name);
    if (at.tree.is(Kind::object)) return true;
    reader_.error("P013", at, fmt::format("expected an object, found {}", found(at.tree)),
                  "write { issue: …, … }");
    return false;
  }

  void read_marks(const Spot& root) {
    out_.together = reader_.yes_no(root, "together");
    if (root.has("live_at_most")) {
      const Spot at = root.member("live_at_most");
      const auto number = reader_.number(at);
      const auto count = number ? number->to_int64() : std::nullopt;
      if (number && (!count || *count < 0 || *count > 1'000'000))
        reader_.error("P013", at,
                      fmt::format("expected a whole number from 0, found {}", number->text()),
                      "say how many values the party could live with at once");
      else
        out_.live_at_most = static_cast<std::uint32_t>(count.value_or(0));
    }
    if (!object_of_issues(root, "marks")) return;
    const Spot marks = root.member("marks");
    for (const std::string& name : marks.tree.names) {
      const Spot at = marks.member(name);
      const auto issue = reader_.issue_named(domain_, at, name);
      if (!reader_.object(at, {"yes", "live", "no"}) || !issue) continue;
      Marks& mark = out_.marks[*issue];
      const auto list = [&](const char* word, std::vector<std::uint32_t>& into) {
        if (at.has(word)) into = reader_.values(domain_, finder_, *issue, at.member(word), true);
      };
      list("yes", mark.yes);
      list("live", mark.live);
      list("no", mark.no);
      check_disjoint(at, *issue, mark);
    }
  }

  void check_disjoint(const Spot& at, std::size_t issue, const Marks& mark) {
    std::set<std::uint32_t> seen;
    for (const auto* list : {&mark.yes, &mark.live, &mark.no})
      for (const std::uint32_t value : *list)
        if (!seen.insert(value).second)
          reader_.error("P023", at,
                        fmt::format("value {} has two marks", domain_.issues[issue].label(value)),
                        "write each value in one of yes, live and no");
  }

  void read_order(const Spot& root) {
    if (!object_of_issues(root, "order")) return;
    const Spot order = root.member("order");
    for (const std::string& name : order.tree.names) {
      const Spot at = order.member(name);
      const auto issue = reader_.issue_named(domain_, at, name);
      if (!at.tree.is(Kind::list)) {
        reader_.error("P013", at,
                      fmt::format("expected a list of groups, found {}", found(at.tree)),
                      "write [[best, …], …, [worst, …]]");
        continue;
      }
      if (!issue) continue;
      std::set<std::uint32_t> seen;
      for (std::size_t i = 0; i < at.tree.items.size(); ++i) {
        auto group = reader_.values(domain_, finder_, *issue, at.item(i), false);
        for (const std::uint32_t value : group)
          if (!seen.insert(value).second)
            reader_.error(
                "P023", at.item(i),
                fmt::format("value {} is ranked twice", domain_.issues[*issue].label(value)),
                "rank each value once");
        out_.order[*issue].push_back(std::move(group));
      }
    }
  }

  void read_packages(const Spot& list) {
    for (std::size_t i = 0; i < list.tree.items.size(); ++i) {
      const Spot at = list.item(i);
      if (!reader_.object(at, {"is", "answer"})) continue;
      PackageAnswer package;
      package.is.resize(domain_.issues.size());
      const auto answer = reader_.text(at, "answer", true);
      package.yes = answer == "yes";
      if (answer && *answer != "yes" && *answer != "no")
        reader_.error("P013", at.member("answer"),
                      fmt::format("expected yes or no, found “{}”", *answer),
                      "leave a package out that the party is unsure of");
      if (!object_of_issues(at, "is")) {
        if (!at.has("is")) reader_.error("P013", at, "“is” is missing", "name issues with values");
        continue;
      }
      read_package(at.member("is"), package);
      out_.packages.push_back(std::move(package));
    }
  }

  void read_package(const Spot& is, PackageAnswer& package) {
    std::vector<bool> named(domain_.issues.size());
    for (const std::string& name : is.tree.names) {
      const auto issue = reader_.issue_named(domain_, is.member(name), name);
      if (!issue) continue;
      named[*issue] = true;
      package.is[*issue] = reader_.values(domain_, finder_, *issue, is.member(name), false);
    }
    if (package.yes)
      need_all(is, named);
    else if (is.tree.names.empty())
      reader_.error("P045", is, "a package that is out names no issue", "name at least one issue");
  }
};

}  // namespace

Read<Position> read_position(std::string_view bytes, std::string_view file, const Domain& domain,
                             const ReadOptions& options) {
  Read<Position> out;
  const auto tree = read_tree(bytes, file, options.limits, out.problems);
  if (!tree) return out;
  TreeReader reader(file, options.strict, options.limits, out.problems);
  Position position;
  PositionReader(reader, domain, position).read({*tree, ""});
  if (reader.errors() == 0) out.value = std::move(position);
  return out;
}

}  // namespace accord::talks
