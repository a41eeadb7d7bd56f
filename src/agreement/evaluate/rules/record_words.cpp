#include "agreement/evaluate/rules/record_words.h"

#include <fmt/format.h>

#include "agreement/evaluate/rules/quantity.h"
#include "base/english.h"
#include "base/text.h"

namespace accord::agreement {

namespace {

Evidence evidence(const Header& head, std::string says, bool names_one = true) {
  return {head.origin, head.valid, head.known, head.grade, head.trace, std::move(says), names_one};
}

std::string places(const Context& context, const Observation& o) {
  if (o.sites.empty()) return {};
  std::vector<std::string> titles;
  for (const std::string& site : o.sites) titles.push_back(context.compiled.words.title(site));
  return fmt::format(" {} {}", o.outside ? "outside" : "at", enumerated(titles));
}

}  // namespace

bool is_supposed(const Context& context, const Header& head) {
  return context.index.records.origins[head.origin].supposed;
}

std::string says(const Context& context, const Observation& o) {
  const auto figure = [&](const char* before) {
    return before + amount_words(to_string(o.value), o.unit);
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
      return "seen" + places(context, o);
    case Relation::not_seen:
      return "not seen" + places(context, o);
    case Relation::no_figure:
      if (!o.unread.empty()) return "no figure: its book is incomplete";
      return "no new figure";
    case Relation::no_access:
      break;
  }
  return "no access" + places(context, o);
}

Evidence evidence_of(const Context& context, const IndexedObservation& seen) {
  const Observation& o = *seen.record;
  return evidence(seen.head(),
                  is_unsure(context, o) ? incomplete_words(context, o) : says(context, o),
                  seen.names_one);
}

Evidence evidence_of(const Context& context, const Happened& happened) {
  const PlainWords& words = context.compiled.words;
  const EventRecord& e = *happened.record;
  std::string what = !e.title.empty()  ? e.title
                     : e.names.empty() ? "event"
                                       : words.title(e.names.front());
  if (e.partly) what += " (in part)";
  if (!e.head.party.empty()) what += fmt::format(" ({})", words.title(e.head.party));
  return evidence(e.head, std::move(what), happened.names_one);
}

Evidence evidence_of(const Context& context, const Declared& declared) {
  const Declaration& d = *declared.record;
  constexpr const char* verbs[] = {"ceases as a whole", "suspends", "resumes", "refuses"};
  std::string what = fmt::format("{} {}", context.compiled.words.title(d.head.party),
                                 verbs[static_cast<std::size_t>(d.kind)]);
  if (!d.terms.empty()) what += " " + join(d.terms, ", ");
  return evidence(d.head, std::move(what));
}

}  // namespace accord::agreement
