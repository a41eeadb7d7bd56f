#include "talks/why/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>
#include <optional>

namespace accord::talks {

namespace {

constexpr std::size_t searched_at_most = 512;
using Many = std::bitset<searched_at_most>;

/// Which sets of limits no answer so far decides: those that are not inside one that was kept, and
/// have no conflict inside.
class Undecided {
 public:
  explicit Undecided(std::size_t limits) : count_(limits) {}

  void add_conflict(const Many& set) { conflicts_.push_back(set); }
  /// The complement of what was kept.
  void add_relaxation(const Many& set) { relaxations_.push_back(set); }

  /// Such a set; nothing: every set is decided.
  [[nodiscard]] std::optional<Many> find() const {
    Many in, out;
    if (!choose(in, out, 0)) return std::nullopt;
    return in;
  }

 private:
  std::size_t count_;
  std::vector<Many> conflicts_, relaxations_;

  /// A set has a member of every relaxation and lacks one of every conflict.
  bool choose(Many& in, Many& out, std::size_t from) const {
    if (!follow(in, out)) return false;
    while (from < count_ && (in[from] || out[from])) ++from;
    if (from == count_) return true;
    Many in_then = in, out_then = out;
    in_then.set(from);
    if (choose(in_then, out_then, from + 1)) {
      in = in_then;
      out = out_then;
      return true;
    }
    out.set(from);
    return choose(in, out, from + 1);
  }

  /// What is left to one choice is taken. False: something is left to none.
  bool follow(Many& in, Many& out) const {
    for (bool more = true; more;) {
      more = false;
      if (!follow(relaxations_, in, out, more) || !follow(conflicts_, out, in, more)) return false;
    }
    return true;
  }
  static bool follow(const std::vector<Many>& sets, Many& towards, const Many& away, bool& more) {
    for (const Many& set : sets) {
      if ((set & towards).any()) continue;
      const Many left = set & ~away;
      if (left.none()) return false;
      if (left.count() > 1) continue;
      towards |= left;
      more = true;
    }
    return true;
  }
};

class ConflictSearch {
 public:
  explicit ConflictSearch(const Keeping& keeping) : keeping_(keeping) {
    for (std::size_t i = 0; i < size(); ++i) all_.set(i);
  }

  std::uint64_t asked = 0;
  std::optional<Error> error;

  /// All limits that an outcome keeps which keeps these; nothing: there is none, or an error.
  std::optional<Many> kept_with(const Many& set) {
    if (error) return std::nullopt;
    ++asked;
    const auto found = keeping_.ask({flags(set), {}, {}});
    if (!found) {
      error = found.error();
      return std::nullopt;
    }
    if (!*found) return std::nullopt;
    const std::vector<bool> kept = keeping_.kept_by((*found)->outcome);
    Many out;
    for (std::size_t i = 0; i < size(); ++i) out.set(i, kept[i]);
    return out;
  }

  /// Whether the public rules leave anything.
  bool start() {
    if (size() > searched_at_most)
      error =
          Error{"P061", fmt::format("{} limits, at most {} are searched", size(), searched_at_most),
                "", "put lines of one party together with all"};
    if (!kept_with({}) && !error)
      error = Error{"P042", "the public rules exclude every outcome", "",
                    "correct the rules of the domain"};
    return !error;
  }

  /// A minimal conflict inside a set that is not kept.
  Many shrink(const Many& set) { return explain({}, false, members(set)); }

  /// The largest set around one that is kept.
  Many grow(Many set) {
    for (std::size_t i = 0; i < size(); ++i) {
      if (set[i]) continue;
      Many more = set;
      more.set(i);
      if (const auto kept = kept_with(more)) set = *kept;
    }
    return set;
  }

  [[nodiscard]] const Many& all() const { return all_; }
  [[nodiscard]] LimitSet members(const Many& set) const {
    LimitSet out;
    for (std::size_t i = 0; i < size(); ++i)
      if (set[i]) out.push_back(i);
    return out;
  }

 private:
  const Keeping& keeping_;
  Many all_;

  [[nodiscard]] std::size_t size() const { return keeping_.limits().size(); }
  [[nodiscard]] std::vector<bool> flags(const Many& set) const {
    std::vector<bool> out(size());
    for (std::size_t i = 0; i < size(); ++i) out[i] = set[i];
    return out;
  }

  /// QuickXplain: what of `among` is needed beside `beside`.
  Many explain(const Many& beside, bool is_new, const LimitSet& among) {
    Many out;
    if (error || (is_new && !kept_with(beside))) return out;
    if (among.size() == 1) {
      out.set(among.front());
      return out;
    }
    const auto middle = among.begin() + static_cast<std::ptrdiff_t>(among.size() / 2);
    const LimitSet first(among.begin(), middle), second(middle, among.end());
    Many with_first = beside;
    for (const std::size_t i : first) with_first.set(i);
    const Many of_second = explain(with_first, true, second);
    const Many of_first = explain(beside | of_second, of_second.any(), first);
    return of_first | of_second;
  }
};

}  // namespace

Result<LimitSet> search_conflict(const Keeping& keeping) {
  ConflictSearch search(keeping);
  if (!search.start()) return tl::make_unexpected(*search.error);
  Many out;
  if (!search.kept_with(search.all()) && !search.error) out = search.shrink(search.all());
  if (search.error) return tl::make_unexpected(*search.error);
  return search.members(out);
}

Result<Conflicts> search_conflicts(const Keeping& keeping, const SearchLimits& limits) {
  ConflictSearch search(keeping);
  if (!search.start()) return tl::make_unexpected(*search.error);
  Conflicts out;
  out.is_zone_empty = !search.kept_with(search.all());
  if (search.error) return tl::make_unexpected(*search.error);
  if (!out.is_zone_empty) return out;
  Undecided undecided(keeping.limits().size());
  std::optional<Many> next = search.all();
  while (next) {
    const auto kept = search.kept_with(*next);
    if (kept && !search.error) {
      const Many relaxation = search.all() & ~search.grow(*kept);
      undecided.add_relaxation(relaxation);
      out.relaxations.push_back(search.members(relaxation));
    } else if (!search.error) {
      const Many conflict = search.shrink(*next);
      undecided.add_conflict(conflict);
      out.conflicts.push_back(search.members(conflict));
    }
    if (search.error) return tl::make_unexpected(*search.error);
    next = undecided.find();
    const bool is_full = search.asked >= limits.asked ||
                         std::max(out.conflicts.size(), out.relaxations.size()) >= limits.most;
    if (next && is_full) {
      out.conflicts_complete = out.relaxations_complete = false;
      break;
    }
  }
  put_in_order(keeping.limits(), out.conflicts);
  put_in_order(keeping.limits(), out.relaxations);
  return out;
}

Result<std::map<std::string, Outcome>> witnesses_of(const Keeping& keeping,
                                                    const LimitSet& conflict) {
  std::map<std::string, Outcome> out;
  for (const std::size_t limit : conflict) {
    Keeping::Question question{std::vector<bool>(keeping.limits().size()), {}, {}};
    for (const std::size_t other : conflict) question.kept[other] = other != limit;
    const auto found = keeping.ask(question);
    if (!found) return tl::make_unexpected(found.error());
    if (!*found)
      return fail("P072", fmt::format("without {} the set is still a conflict",
                                      keeping.limits()[limit].name));
    out.emplace(keeping.limits()[limit].name, (*found)->outcome);
  }
  return out;
}

}  // namespace accord::talks
