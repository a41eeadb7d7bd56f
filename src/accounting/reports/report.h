#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/problem.h"
#include "material/mass.h"
#include "material/weights.h"

/// An accountancy report as its file says it: entries with their elements, nothing computed
/// (reporting chapter, section 8). Texts are views into the bytes of the file, which the report
/// owns, so that a report can be written again byte by byte and a million entries stay small.
namespace accord::accounting {

/// Number of a label, 1 to 999.
using Label = std::uint16_t;

/// Change and entry types (label 411): two letters, or RA and two letters; 0 is none.
using Code = std::uint32_t;
[[nodiscard]] constexpr Code code(std::string_view text) {
  Code out = 0;
  for (const char c : text.substr(0, 4)) out = out << 8U | static_cast<unsigned char>(c);
  return out;
}
[[nodiscard]] std::string to_string(Code code);
/// RALN → LN; 0 for a code that is no rounding adjustment.
[[nodiscard]] constexpr Code rounding_of(Code c) {
  return c >> 16U == code("RA") ? c & 0xFFFFU : 0;
}

enum class ReportKind : char { unknown = 0, icr = 'I', pil = 'P', mbr = 'M', text = 'T' };
enum class EntryKind : char { accounting = 'O', note = 'N' };
enum class Status : char {
  unknown = 0,
  added = 'A',     ///< belongs into an earlier report
  corrects = 'C',  ///< replaces an entry
  removes = 'D',
  fresh = 'N',
  replaces = 'R',  ///< second half of a pair: stands where a D has removed an entry
  ignored = 'U'    ///< enters no sum
};

/// A view of a short text. Ten bytes: entries have many, and there are millions of entries.
class ShortText {
 public:
  static constexpr std::size_t length_max = 0xFFFF;

  ShortText() = default;
  /// Contract: at most `length_max` bytes.
  ShortText(std::string_view text);    // NOLINT: stands for a view
  operator std::string_view() const {  // NOLINT
    const char* begin = nullptr;
    std::memcpy(&begin, begin_.data(), sizeof begin);
    return {begin, length_};
  }
  [[nodiscard]] bool empty() const { return length_ == 0; }
  [[nodiscard]] std::size_t size() const { return length_; }
  friend bool operator==(const ShortText& a, const ShortText& b) {
    return std::string_view(a) == std::string_view(b);
  }
  friend bool operator==(const ShortText& a, std::string_view b) {
    return std::string_view(a) == b;
  }

 private:
  std::array<std::uint16_t, sizeof(const char*) / 2> begin_{};  // of the pointer
  std::uint16_t length_ = 0;
};

/// It names another entry.
[[nodiscard]] constexpr bool is_correction(Status status) {
  return status == Status::added || status == Status::corrects || status == Status::removes ||
         status == Status::replaces;
}

/// The entry that a C, D or A names (label 309).
struct Reference {
  ShortText country;
  std::uint32_t report = 0, entry = 0;
  explicit operator bool() const { return report != 0; }
};

/// Shipper (370) or receiver (372): country, and MBA or facility, which may be empty.
struct Partner {
  ShortText country, code;
  friend bool operator==(const Partner&, const Partner&) = default;
};

struct Weight {
  material::Kind kind{};
  char unit = 'G';  ///< as written, G or K; the unit of account in forms that write none
  /// Of a change that one entry states for both sides: what the side that it leaves loses, with the
  /// opposite sign.
  bool previous = false;
  material::Mass mass;
};

/// The account within an area that a weight belongs to, in forms that keep them apart: element
/// category and obligation. Zeros: not kept apart.
struct Account {
  char category = 0;
  std::array<char, 2> obligation{};
  friend auto operator<=>(const Account&, const Account&) = default;
};

inline constexpr std::uint32_t content_length_max = (1U << 22U) - 1;

/// One label with its content, as written. Eight bytes: a large report has millions of them.
struct Element {
  std::uint32_t offset = 0;       ///< of the content in the text of the report
  std::uint32_t length : 22 = 0;  ///< at most `content_length_max`
  std::uint32_t label : 10 = 0;
};

/// Fields stand by size, so that little room is lost between them.
struct Entry {
  std::uint64_t present = 0;   ///< bit of each label that stands there, also unreadable (`bit_of`)
  std::uint64_t unusable = 0;  ///< of these, the labels whose value no later check may use
  std::uint32_t number =
      0;  ///< position among the entries of its kind, from 1: its name in findings
  std::uint32_t declared = 0;  ///< label 002; 0: not readable
  std::uint32_t total = 0;     ///< of label 002; 0: not given
  std::uint32_t items = 0;
  std::uint32_t elements = 0, weights = 0;  ///< first of its elements and weights in the report
  Code code = 0;
  Day date;                 ///< label 412; day_min: none
  Day inventory = day_min;  ///< that an entry of MUF is about; day_min: none
  Reference reference;
  Partner shipper, receiver;
  ShortText batch, shipper_batch;
  std::uint16_t element_count = 0, weight_count = 0;
  std::array<char, 4> description{};  ///< label 430; zeros: none
  EntryKind kind = EntryKind::accounting;
  Status status = Status::unknown;
  char basis = 0;             ///< label 469: N, L, M, T, and E, F, G, H; 0: none
  Account account, previous;  ///< where it stands, and what a one-entry change leaves
};
static_assert(sizeof(Entry) <= 152);

/// A place for every label of the labelled form in the masks of an entry; 63 for an unknown one.
[[nodiscard]] unsigned bit_of(Label label);
[[nodiscard]] inline std::uint64_t mask_of(Label label) {
  return std::uint64_t{1} << bit_of(label);
}

/// What the first entry says of the whole report.
struct Header {
  std::string_view country, encoder, facility, mba;
  std::uint32_t number = 0;  ///< of the report; 0: not readable
  ReportKind kind = ReportKind::unknown;
  Day date;           ///< label 003; day_min: not readable
  Day begin, end;     ///< label 015; of a PIL both the day of the inventory; day_min: not readable
  char category = 0;  ///< of a balance report about one category of material
};

/// Something that a rule found. Values, not text: `found` and `expected` may be empty.
struct Finding {
  std::string rule;  ///< "V001" to "V093"
  Severity severity = Severity::error;
  std::string mba;
  std::uint32_t report = 0;
  char kind = 0;            ///< 'O' or 'N' with an entry; 0: the whole report
  std::uint32_t entry = 0;  ///< position; 0: the whole report
  Label label = 0;
  std::string found, expected;
  std::string file;
  Place place;
  /// Other elements, or entries, may be lost in what stands there.
  bool hides = false;
  std::uint32_t kinds = 0;  ///< of weights that it is about, bits of `material::index_of`; 0: none,
                            ///< or the label says it

  friend bool operator==(const Finding&, const Finding&) = default;
};

struct Report {
  std::string file;
  std::shared_ptr<const std::string> text;  ///< the bytes of the file
  Header header;
  std::vector<Entry> entries;  ///< in order of the file
  std::vector<Element> elements;
  std::vector<Weight> weights;
  /// What the reader could not read of what decides quantities (`unreadable_of`); in order of
  /// place.
  std::vector<Finding> unreadable;

  [[nodiscard]] std::string_view content(const Element& element) const {
    return std::string_view(*text).substr(element.offset, element.length);
  }
  /// The first element of the entry with this label; null when there is none.
  [[nodiscard]] const Element* find(const Entry& entry, Label label) const;
  /// The weight as stated; null when the entry does not give it.
  [[nodiscard]] const Weight* weight(const Entry& entry, material::Kind kind) const;
  [[nodiscard]] Place place(const Element& element) const;
};

/// C, D or A and nothing new: such a report may be about any period.
[[nodiscard]] bool is_correction_report(const Report& report);

/// A list of an inventory, and not only corrections of one; its day is readable.
[[nodiscard]] bool is_inventory_list(const Report& report);

}  // namespace accord::accounting
