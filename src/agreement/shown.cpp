#include "agreement/shown.h"

#include <fmt/format.h>

#include "base/text.h"

namespace accord::agreement {

namespace {

Evidence evidence(const Header& head, std::string says) {
  return {head.origin, head.valid, head.known, head.grade, head.trace, std::move(says)};
}

std::string places(const Observation& o) {
  if (o.sites.empty()) return {};
  return fmt::format(" {} {}", o.outside ? "outside" : "at", join(o.sites, ", "));
}

}  // namespace

bool is_supposed(const Context& context, const Header& head) {
  return context.index.records.origins[head.origin].supposed;
}

std::string says(const Observation& o) {
  const auto figure = [&](const char* before) {
    return fmt::format("{}{} {}", before, to_string(o.value), o.unit);
  };
  switch (o.relation) {
    case Relation::equal:
      return figure("");
    case Relation::at_most:
      return figure("at most ");
    case Relation::below:
      return figure("below ");
    case Relation::at_least:
      return figure("at least ");
    case Relation::above:
      return figure("above ");
    case Relation::seen:
      return "seen" + places(o);
    case Relation::not_seen:
      return "not seen" + places(o);
    case Relation::no_figure:
      if (!o.unread.empty())
        return fmt::format("no figure for {}: its book is incomplete", o.metric);
      return "no new figure for " + o.metric;
    case Relation::no_access:
      break;
  }
  return fmt::format("no access to {}{}", o.metric, places(o));
}

Evidence evidence_of(const Seen& seen) {
  return evidence(seen.head(), says(*seen.record));
}

Evidence evidence_of(const Happened& happened) {
  const EventRecord& e = *happened.record;
  std::string what = !e.title.empty() ? e.title : e.names.empty() ? "event" : e.names.front();
  if (e.partly) what += " (in part)";
  if (!e.head.party.empty()) what += fmt::format(" ({})", e.head.party);
  return evidence(e.head, std::move(what));
}

Evidence evidence_of(const Declared& declared) {
  const Declaration& d = *declared.record;
  constexpr const char* verbs[] = {"ceases as a whole", "suspends", "resumes", "refuses"};
  std::string what = fmt::format("{} {}", d.head.party, verbs[static_cast<std::size_t>(d.kind)]);
  if (!d.terms.empty()) what += " " + join(d.terms, ", ");
  return evidence(d.head, std::move(what));
}

}  // namespace accord::agreement
