#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "agreement/item_story.h"
#include "base/rational.h"

/// Random histories without a fault, and with one. The reference recounts everything from nothing
/// for every question.
namespace accord::items {
namespace {

using Kind = ItemChange::Kind;

struct Place {
  std::string party, type, site, status;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Where an item is at the end of a day: the last word about it, found by looking at every row.
std::optional<Place> recount(const ItemStory& s, ItemWord item, Day day) {
  const ItemNames& n = s.tables.names;
  std::optional<Place> at;
  for (Day d = ItemStory::day("2021-01-01"); d <= day; d += 1) {
    for (const ItemChange& c : s.tables.changes) {
      if (c.day != d || c.item != item) continue;
      if (c.kind == Kind::produced)
        at = Place{n.text(c.party), n.text(c.type), n.text(c.to_site), n.text(c.status)};
      if (c.kind == Kind::moved) at->site = n.text(c.to_site);
      if (c.kind == Kind::status_changed) at->status = n.text(c.status);
      if (c.kind == Kind::converted) at->type = n.text(c.type);
      if (c.kind == Kind::eliminated) at.reset();
    }
    for (const ItemDeclaration& r : s.tables.declarations)
      if (r.day == d && r.item == item)
        at = Place{n.text(r.party), n.text(r.type), n.text(r.site), n.text(r.status)};
  }
  return at;
}

const std::vector<std::string> sites{"north", "south", "east"};
const std::vector<std::string> types{"a", "b"};
const std::vector<std::string> statuses{"up", "down"};

/// A history of one party: an initial list, changes with their notices, an update at the end.
struct History {
  ItemStory story;
  std::vector<std::string> ids;
  Day last;
};

template <class T>
const T& one_of(const std::vector<T>& from) {
  return from[*rc::gen::inRange<std::size_t>(0, from.size())];
}

std::string text(const std::string& id, const Place& at) {
  return id + " " + at.type + " " + at.site + " " + at.status;
}

History history() {
  History h;
  ItemStory& s = h.story;
  std::map<std::string, Place> now;
  std::vector<std::string> rows;
  const int size = *rc::gen::inRange(1, 8);
  for (int i = 0; i < size; ++i) {
    h.ids.push_back("x" + std::to_string(i));
    now[h.ids.back()] = {"p", one_of(types), one_of(sites), one_of(statuses)};
    rows.push_back(text(h.ids.back(), now[h.ids.back()]));
  }
  s.declare("p", "2021-01-01", false, rows);
  Day day = ItemStory::day("2021-01-02");
  const int changes = *rc::gen::inRange(0, 12);
  for (int i = 0; i < changes; ++i, day += 1) {
    const std::string on = to_string(day);
    const int what = *rc::gen::inRange(0, 5);
    if (what == 0 || now.empty()) {
      const std::string id = "y" + std::to_string(i);
      h.ids.push_back(id);
      const Place at{"p", one_of(types), one_of(sites), one_of(statuses)};
      now[id] = at;
      s.change("p", on, Kind::produced, id, at.type, "", at.site, at.status);
      s.notice("p", on, "produced", id, on);
      continue;
    }
    auto chosen = now.begin();
    std::advance(chosen, *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(now)));
    const std::string id = chosen->first;
    Place& at = chosen->second;
    if (what == 1) {
      const std::string to = at.site == "north" ? "south" : "north";
      s.change("p", on, Kind::moved, id, "", at.site, to);
      s.notice("p", on, "departure", id, on, at.site);
      s.notice("p", on, "arrival", id, on, to);
      at.site = to;
    } else if (what == 2) {
      at.status = at.status == "up" ? "down" : "up";
      s.change("p", on, Kind::status_changed, id, "", "", "", at.status);
      s.notice("p", on, "status_changed", id, on);
    } else if (what == 3) {
      at.type = at.type == "a" ? "b" : "a";
      s.change("p", on, Kind::converted, id, at.type);
      s.notice("p", on, "converted", id, on);
    } else {
      s.change("p", on, Kind::eliminated, id);
      s.notice("p", on, "eliminated", id, on);
      now.erase(chosen);
    }
  }
  h.last = day;
  rows.clear();
  for (const auto& [id, at] : now) rows.push_back(text(id, at));
  s.declare("p", to_string(day), true, rows);
  return h;
}

std::map<Place, std::int64_t> recount_all(const History& h, Day day) {
  std::map<Place, std::int64_t> out;
  for (const std::string& id : h.ids) {
    ItemTables& tables = const_cast<ItemTables&>(h.story.tables);  // the word is there already
    if (const auto at = recount(h.story, tables.names.word(id), day)) ++out[*at];
  }
  return out;
}

RC_GTEST_PROP(ItemHistory, WithoutAFaultEveryBalanceHoldsAndCountsAreThoseOfARecount, ()) {
  const History h = history();
  const ItemReview review = h.story.review();
  RC_ASSERT(review.discrepancies.empty());
  for (const ItemBalance& b : review.balances) RC_ASSERT(b.expected() == b.declared);
  for (Day day = ItemStory::day("2021-01-01"); day <= h.last; day += 1) {
    std::map<Place, std::int64_t> held;
    for (const ItemHolding& x : h.story.review(to_string(day)).holdings)
      held[{x.party, x.type, x.site, x.status}] = x.count;
    RC_ASSERT(held == recount_all(h, day));
  }
}

RC_GTEST_PROP(ItemHistory, TheSeriesIsThatOfARecount, ()) {
  History h = history();
  h.story.settings.metrics = {{"a_north", {"a"}, {}, {"north"}}};
  const Records made = item_records(h.story.tables, h.story.settings);
  for (const Observation& o : made.observations) {
    std::int64_t expected = 0;
    for (const auto& [at, count] : recount_all(h, o.head.valid))
      if (at.type == "a" && at.site == "north") expected += count;
    RC_ASSERT(Rational(o.value) == Rational::of(expected));
  }
}

/// One row altered or taken out, so that the tables no longer agree. False: nothing could be
/// altered.
bool corrupt(ItemStory& s, Day last) {
  ItemTables& t = s.tables;
  std::vector<std::size_t> updates;
  for (std::size_t i = 0; i < t.declarations.size(); ++i)
    if (t.declarations[i].day == last) updates.push_back(i);
  switch (*rc::gen::inRange(0, 7)) {
    case 0:  // an item left out of the update; of several, so that the update remains
      if (updates.size() < 2) return false;
      t.declarations.erase(t.declarations.begin() + static_cast<std::ptrdiff_t>(one_of(updates)));
      return true;
    case 1:  // an item nobody brought
      if (updates.empty()) return false;
      s.declare("p", to_string(last), true, {"z a north up"});
      return true;
    case 2: {  // another site
      if (updates.empty()) return false;
      t.declarations[one_of(updates)].site = t.names.word("elsewhere");
      return true;
    }
    case 3:  // a notice is lost
      if (t.notices.empty()) return false;
      t.notices.erase(t.notices.begin() +
                      *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(t.notices)));
      return true;
    case 4:  // a notice is late
      if (t.notices.empty()) return false;
      t.notices[*rc::gen::inRange<std::size_t>(0, t.notices.size())].day += 6;
      return true;
    case 5:  // a change is lost: its notices speak of nothing
      if (t.changes.empty()) return false;
      t.changes.erase(t.changes.begin() +
                      *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(t.changes)));
      return true;
    default: {  // an inspection counts one too many
      const std::string on = to_string(last);
      const auto holdings = s.review(on).holdings;
      if (holdings.empty()) return false;
      const ItemHolding& at = one_of(holdings);
      std::int64_t count = 0;
      for (const ItemHolding& x : holdings)
        if (x.type == at.type && x.site == at.site) count += x.count;
      s.inspect("I", "p", on, at.site, at.type, count + 1);
      return true;
    }
  }
}

RC_GTEST_PROP(ItemHistory, ASingleFaultIsFound, ()) {
  History h = history();
  RC_PRE(corrupt(h.story, h.last));
  RC_ASSERT(!h.story.review().discrepancies.empty());
}

}  // namespace
}  // namespace accord::items
