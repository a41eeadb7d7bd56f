#include "material/amount.h"

#include <algorithm>
#include <array>

namespace accord::described {

namespace {

const material::Amount& as_amount(const void* value) {
  return *static_cast<const material::Amount*>(value);
}

void print(const void* value, std::string& out) {
  out += material::to_string(as_amount(value).mass, as_amount(value).unit);
}

std::weak_ordering compare(const void* a, const void* b) {
  return as_amount(a).mass <=> as_amount(b).mass;
}

using material::kinds;

constexpr std::size_t digits = 3;
constexpr auto label_text = [] {
  std::array<char, digits * kinds.size()> out{};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    auto number = static_cast<unsigned>(kinds[i].kind);
    for (std::size_t d = digits; d-- > 0; number /= 10)
      out[digits * i + d] = static_cast<char>('0' + number % 10);
  }
  return out;
}();
constexpr auto labels = [] {
  std::array<std::string_view, kinds.size()> out;
  for (std::size_t i = 0; i < kinds.size(); ++i) out[i] = {&label_text[digits * i], digits};
  return out;
}();

material::Kind as_label(const void* value) {
  return *static_cast<const material::Kind*>(value);
}

void print_label(const void* value, std::string& out) {
  out += labels.at(material::index_of(as_label(value)));
}

bool parse_label(std::string_view text, void* value) {
  const auto found = std::find(labels.begin(), labels.end(), text);
  if (found == labels.end()) return false;
  *static_cast<material::Kind*>(value) =
      kinds[static_cast<std::size_t>(found - labels.begin())].kind;
  return true;
}

double label_number(const void* value) {
  return static_cast<double>(as_label(value));
}

std::weak_ordering compare_labels(const void* a, const void* b) {
  return as_label(a) <=> as_label(b);
}

}  // namespace

constinit const Type Described<material::Amount>::type{
    .kind = Kind::exact, .print = print, .expected = "a weight", .compare = compare};

constinit const Type Described<material::Kind>::type{.kind = Kind::whole,
                                                     .words = labels,
                                                     .print = print_label,
                                                     .parse = parse_label,
                                                     .number = label_number,
                                                     .expected = "the label of a weight",
                                                     .compare = compare_labels};

}  // namespace accord::described
