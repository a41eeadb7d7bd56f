#include "formats/code10/code10_entry.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "accounting/reports/signs.h"
#include "base/english.h"
#include "formats/code10/code10_characters.h"

namespace accord::formats::code10 {

using accounting::Entry;
using accounting::EntryKind;
using accounting::Header;
using accounting::ReportKind;
using accounting::Status;
using material::Kind;

namespace {

constexpr Label entry_label = 1;

std::uint64_t bit_at(unsigned index) {
  return std::uint64_t{1} << index;
}
bool is_header(unsigned index) {
  return (header_mask & bit_at(index)) != 0;
}

std::string length_words(const LabelFacts& facts) {
  const std::string words = counted(facts.longest, "character");
  return facts.shortest == facts.longest ? words : "at most " + words;
}

EntryKind kind_of(std::string_view content) {
  return content.starts_with("NC") ? EntryKind::note : EntryKind::accounting;
}

Spot spot_of(const Entry& entry, Label label, const RawElement& element) {
  const bool weight = material::is_kind(label);
  return {static_cast<char>(entry.kind),
          entry.number,
          label,
          element.offset,
          element.length,
          false,
          weight ? std::uint32_t{1} << material::index_of(material::Kind{label}) : 0};
}

/// None of the weights is there.
Spot without_weight(const Entry& entry, const RawElement& first) {
  Spot spot = spot_of(entry, 600, first);
  spot.kinds = (std::uint32_t{1} << material::kinds.size()) - 1;
  return spot;
}

/// What an isotope is one of, where the material is not unified.
Kind element_of(Kind isotope) {
  switch (accounting::category_of(isotope)) {
    case 'E':
      return Kind::enriched_uranium;
    case 'N':
      return Kind::natural_uranium;
    case 'D':
      return Kind::depleted_uranium;
    default:
      return Kind::plutonium;
  }
}
bool is_uranium(Kind element) {
  return element != Kind::plutonium && element != Kind::thorium;
}

/// A loss by reaction, a difference or a rounding may be of an isotope alone.
bool loses_isotopes(accounting::Code code) {
  static const std::array<accounting::Code, 3> codes{accounting::code("LN"), accounting::code("NP"),
                                                     accounting::code("DI")};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Another element may have been meant, or stand in the content of this one.
bool hides_others(Fault fault, std::string_view content) {
  const bool whole = fault == Fault::empty_item || fault == Fault::delimiter;
  return !whole || content.find(':') != std::string_view::npos;
}

Verdict check_length(const LabelFacts& facts, std::string_view content) {
  if (facts.longest == 0) return good;
  const bool fits = content.size() >= facts.shortest && content.size() <= facts.longest;
  return fits ? good : wrong_form(nullptr);
}

Verdict read_date(std::string_view content, Day& out) {
  const auto day = read_day(content);
  if (!day) return wrong_form("a day of the calendar, YYYYMMDD or YYMMDD");
  out = *day;
  return good;
}

Verdict read_header_value(const LabelFacts& facts, std::string_view content, Header& out) {
  switch (facts.label) {
    case 1: {
      ReportNumber number;
      const Verdict verdict = read_report_number(content, number);
      if (verdict) out.country = number.country, out.number = number.number;
      return verdict;
    }
    case 3:
      return read_date(content, out.date);
    case 10:
      return read_kind(content, out.kind);
    case 15: {
      Period period;
      const Verdict verdict = read_period(content, period);
      out.begin = period.begin, out.end = period.end;
      return verdict;
    }
    default: {
      const Verdict verdict = check_length(facts, content);
      if (verdict) (facts.label == 207 ? out.facility : out.mba) = content;
      return verdict;
    }
  }
}

bool says_same(Label label, const Header& a, const Header& b) {
  switch (label) {
    case 1:
      return a.country == b.country && a.number == b.number;
    case 3:
      return a.date == b.date;
    case 10:
      return a.kind == b.kind;
    case 15:
      return a.begin == b.begin && a.end == b.end;
    case 207:
      return a.facility == b.facility;
    default:
      return a.mba == b.mba;
  }
}

}  // namespace

std::string_view expected_instead_of(Fault fault) {
  switch (fault) {
    case Fault::no_label:
      return "three digits of a label and a colon";
    case Fault::unknown:
      return "a label of iaea-code10-labelled-2011";
    case Fault::no_end:
      return "# at the end of the element";
    case Fault::twice:
      return "each label once in an entry";
    case Fault::empty_item:
      return "an item before, between and after delimiters";
    default:
      return "the delimiters of this label";
  }
}

std::string_view EntryReader::usable_content(const RawElement& element, bool& slashed) {
  const std::string_view content = content_of(element);
  if ((element.marks & mark_not_ascii) == 0) return content;
  std::string rewritten = with_letter_o(content, findings_.is_utf8());
  slashed = rewritten != to_utf8(content, findings_.is_utf8());
  return slashed ? texts_.rewritten.emplace_back(std::move(rewritten)) : content;
}

void EntryReader::read_header(std::span<const RawElement> elements) {
  Header& header = report_.header;
  header.date = header.begin = header.end = day_min;
  // The form of the period depends on the kind of the report, so that comes first.
  for (const bool kind : {true, false})
    for (const RawElement& element : elements) {
      if ((element.label == 10) != kind || element.fault != Fault::none) continue;
      bool slashed = false;
      const std::string_view content = usable_content(element, slashed);
      const LabelFacts& facts = facts_at(element.index);
      const auto shapes = shapes_of(facts, content.front(), header.kind);
      if ((shapes & element.shape) == 0 || !is_allowed(content)) continue;
      if (element.label == 6 && check_length(facts, content)) header.encoder = content;
      if (is_header(element.index) && read_header_value(facts, content, header))
        header_contents_[element.index] = content;
    }
  // A free text need not give its kind; no other report has notes alone.
  if (header.kind == ReportKind::unknown &&
      kind_of(content_of(elements.front())) == EntryKind::note)
    header.kind = ReportKind::text;
}

void EntryReader::read(std::span<const RawElement> elements) {
  Entry entry;
  entry.kind = kind_of(content_of(elements.front()));
  entry.number = entry.kind == EntryKind::note ? ++notes_ : ++accounting_entries_;
  entry.date = day_min;
  entry.elements = static_cast<std::uint32_t>(report_.elements.size());
  entry.weights = static_cast<std::uint32_t>(report_.weights.size());
  needs_ = needs_of(report_.header.kind, entry.kind);
  odd_items_ = nullptr;
  for (const RawElement& element : elements) read_element(entry, element);
  check_whole(entry, elements.front());
  report_.entries.push_back(entry);
}

void EntryReader::keep(Entry& entry, const RawElement& element) {
  accounting::Element kept;
  kept.offset = element.offset;
  kept.length = std::min(element.length, accounting::content_length_max) & 0x3FFFFFU;
  kept.label = element.label & 0x3FFU;
  report_.elements.push_back(kept);
  ++entry.element_count;
}

void EntryReader::read_element(Entry& entry, const RawElement& element) {
  const unsigned index = element.index;
  Spot spot = spot_of(entry, element.label, element);
  const std::string_view raw = content_of(element);
  entry.present |= bit_at(index);
  Fault fault = element.fault;
  if (fault == Fault::none &&
      (shapes_of(facts_at(index), raw.front(), report_.header.kind) & element.shape) == 0)
    fault = Fault::delimiter;
  if (fault != Fault::none) {
    spot.hides = hides_others(fault, raw);
    findings_.add("V001", spot, findings_.shown(raw), expected_instead_of(fault));
    if (fault != Fault::twice) entry.unusable |= bit_at(index);
    if (element.label != entry_label) return;
  }
  if (element.length > accounting::content_length_max && fault == Fault::none) {
    add_wrong(entry, element, wrong_form("a shorter content"));
    if (element.label != entry_label) return;
  }
  keep(entry, element);
  if ((entry.unusable & bit_at(index)) != 0) return;
  if ((needs_.allowed & bit_at(index)) == 0) {
    findings_.add("V002", spot, findings_.shown(raw), "not used in such an entry");
    entry.unusable |= bit_at(index);
    return;
  }
  bool slashed = false;
  zero_ = false;
  const std::string_view content = element.marks == 0 ? raw : usable_content(element, slashed);
  const bool allowed = element.marks == 0 || is_allowed(content);
  const Verdict verdict = !allowed           ? wrong_form("capitals, digits and signs of ASCII")
                          : is_header(index) ? compare_header(spot, content)
                                             : read_value(entry, element.label, content);
  if (slashed || zero_) findings_.add("V008", spot, findings_.shown(raw), "the letter O");
  if (!verdict) add_wrong(entry, element, verdict);
}

std::string EntryReader::expected_words(const Verdict& verdict, Label label) const {
  if (verdict.expected != nullptr) return verdict.expected;
  return verdict.fault == Verdict::Fault::form
             ? length_words(facts_at(index_of(label)))
             : "a code of " + profile_.id + " for this kind of report";
}

void EntryReader::add_wrong(Entry& entry, const RawElement& element, const Verdict& verdict) {
  const unsigned index = element.index;
  entry.unusable |= bit_at(index);
  if (verdict.fault == Verdict::Fault::count) {  // the status may still follow
    odd_items_ = &element;
    return;
  }
  findings_.add(verdict.fault == Verdict::Fault::form ? "V003" : "V007",
                spot_of(entry, element.label, element), findings_.shown(content_of(element)),
                expected_words(verdict, element.label));
}

Verdict EntryReader::compare_header(const Spot& spot, std::string_view content) {
  const std::string_view in_header = header_contents_[index_of(spot.label)];
  if (content == in_header) return good;
  Header own;
  const Verdict verdict = read_header_value(facts_at(index_of(spot.label)), content, own);
  if (verdict && !in_header.empty() && !says_same(spot.label, own, report_.header))
    findings_.add("V006", spot, findings_.shown(content), in_header);
  return verdict;
}

Verdict EntryReader::read_value(Entry& entry, Label label, std::string_view content) {
  switch (label) {
    case 2:
      return read_entry_number(content, entry);
    case 99:
      return read_note_reference(content);
    case 309:
      return read_status(content, entry);
    case 370:
      return read_partner(content, entry.shipper);
    case 372:
      return read_partner(content, entry.receiver);
    case 390:
      return content == "Y" ? good : wrong_code("Y");
    case 411:
      return read_code(content, report_.header.kind, profile_, entry.code);
    case 412:
      return read_date(content, entry.date);
    case 430:
      return read_description(content, entry.description, zero_);
    case 435:
      return read_operator_code(content);
    case 469:
      return read_measurement(content, entry.basis);
    case 470:
      return read_items(content, entry.items);
    default:
      break;
  }
  if (label >= 600) {
    accounting::Weight weight;
    const Verdict verdict = read_weight(content, material::Kind{label}, weight);
    if (verdict) report_.weights.push_back(weight), ++entry.weight_count;
    return verdict;
  }
  const Verdict verdict = check_length(facts_at(index_of(label)), content);
  if (verdict && label == 446) entry.batch = content;
  if (verdict && label == 447) entry.shipper_batch = content;
  return verdict;
}

void EntryReader::check_whole(const Entry& entry, const RawElement& first) {
  const bool short_form = entry.status == Status::removes || entry.status == Status::ignored;
  // Without the kind of the report nothing else can be asked; the first entry has to give it.
  const bool kindless = report_.header.kind == ReportKind::unknown && entry.number == 1 &&
                        entry.kind == EntryKind::accounting;
  const auto mandatory = (needs_.mandatory & (short_form ? header_labels() : ~std::uint64_t{0})) |
                         (kindless ? bit_at(index_of(10)) : 0);
  const std::string_view words = "mandatory";
  for (std::uint64_t missing = mandatory & ~entry.present; missing != 0; missing &= missing - 1) {
    const auto index = static_cast<unsigned>(std::countr_zero(missing));
    findings_.add("V002", spot_of(entry, facts_at(index).label, first), {}, words);
  }
  if (!short_form && needs_.weights != 0 && (needs_.weights & entry.present) == 0)
    findings_.add("V002", without_weight(entry, first), {}, words);
  if (!short_form) check_elements(entry, first);
  if (!short_form && odd_items_ != nullptr)
    findings_.add("V028 not a number", spot_of(entry, 470, *odd_items_),
                  findings_.shown(content_of(*odd_items_)), "a whole number");
}

void EntryReader::check_elements(const Entry& entry, const RawElement& first) {
  const ReportKind kind = report_.header.kind;
  if ((kind != ReportKind::icr && kind != ReportKind::pil) || loses_isotopes(entry.code)) return;
  const auto is_present = [&](Kind of) {
    const unsigned index = index_of(static_cast<Label>(of));
    return (entry.present & bit_at(index)) != 0;
  };
  for (const material::KindFacts& element : material::kinds) {
    if (!element.element || is_present(element.kind)) continue;
    const bool asked = std::any_of(material::kinds.begin(), material::kinds.end(),
                                   [&](const material::KindFacts& isotope) {
                                     return !isotope.element && is_present(isotope.kind) &&
                                            element_of(isotope.kind) == element.kind;
                                   });
    const bool unified = is_uranium(element.kind) && is_present(Kind::unified_uranium);
    if (asked && !unified)
      findings_.add("V002", spot_of(entry, static_cast<Label>(element.kind), first), {},
                    "mandatory beside its isotopes");
  }
}

}  // namespace accord::formats::code10
