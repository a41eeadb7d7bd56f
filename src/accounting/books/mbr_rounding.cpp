#include "accounting/books/mbr_rounding.h"

#include <algorithm>

namespace accord::accounting {

using material::MassSum;

namespace {

/// RAxx of a code of two letters.
Code adjustment_of(Code c) {
  return code("RA") << 16U | c;
}

/// The lines of one kind of weight, written one after the other.
class Writer {
 public:
  Writer(material::Kind kind, const Signs& signs) : signs_(signs) { out_.kind = kind; }

  /// `whole`: what the line and its adjustment come to.
  void add(Code c, MassSum shown, MassSum whole) {
    out_.lines.push_back({c, shown, nullptr, nullptr});
    if (whole != shown) out_.lines.push_back({adjustment_of(c), whole - shown, nullptr, nullptr});
  }
  /// A line that enters the book with its sign.
  void add_change(Code c, MassSum shown, MassSum whole) {
    add(c, shown, whole);
    const int sign = c == code("PB") ? 1 : signs_.of(c, out_.kind);
    if (sign > 0) formula_ += shown;
    if (sign < 0) formula_ -= shown;
  }
  [[nodiscard]] MassSum formula() const { return formula_; }
  [[nodiscard]] MbrKind take() { return std::move(out_); }

 private:
  const Signs& signs_;
  MbrKind out_;
  MassSum formula_;
};

const MbrKind* kind_in(const Mbr* mbr, material::Kind kind) {
  if (mbr == nullptr) return nullptr;
  const auto found = std::find_if(mbr->kinds.begin(), mbr->kinds.end(),
                                  [&](const MbrKind& k) { return k.kind == kind; });
  return found == mbr->kinds.end() ? nullptr : &*found;
}

MbrKind rounded_kind(const MbrKind& exact, const Signs& signs, const Mbr* before) {
  const material::MassUnit unit = material::facts(exact.kind).unit;
  Writer writer(exact.kind, signs);
  MassSum book, physical;
  for (const MbrLine& line : exact.lines) {
    const MassSum shown = material::rounded(line.amount, unit);
    if (line.code == code("PB")) {
      const MbrKind* last = kind_in(before, exact.kind);
      const MassSum none;
      const MassSum taken = before == nullptr ? line.amount
                            : last == nullptr ? none
                                              : last->amount(code("PE"));
      writer.add_change(line.code, taken, taken);
    } else if (line.code == code("BA")) {
      writer.add(line.code, book = shown, writer.formula());
    } else if (line.code == code("PE")) {
      writer.add(line.code, physical = shown, line.amount);
    } else if (line.code == code("MF")) {
      writer.add(line.code, shown, book - physical);
    } else {
      writer.add_change(line.code, shown, line.amount);
    }
  }
  return writer.take();
}

}  // namespace

std::vector<MbrKind> rounded_mbr(const std::vector<MbrKind>& computed, const Signs& signs,
                                 const Mbr* before) {
  std::vector<MbrKind> out;
  for (const MbrKind& kind : computed) out.push_back(rounded_kind(kind, signs, before));
  return out;
}

}  // namespace accord::accounting
