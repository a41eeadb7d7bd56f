#include "answers/talks/figure.h"

namespace accord::described {

namespace {

void print_talks_number(const void* value, std::string& out) {
  out += static_cast<const talks::Number*>(value)->text();
}

bool parse_talks_number(std::string_view text, void* value) {
  auto number = talks::Number::parse(text);
  if (!number) return false;
  *static_cast<talks::Number*>(value) = std::move(*number);
  return true;
}

std::weak_ordering compare_talks_numbers(const void* a, const void* b) {
  return *static_cast<const talks::Number*>(a) <=> *static_cast<const talks::Number*>(b);
}

}  // namespace

constinit const Type Described<talks::Number>::type{.kind = Kind::exact,
                                                    .print = print_talks_number,
                                                    .parse = parse_talks_number,
                                                    .expected = "a number such as 2.75 or 1/3",
                                                    .compare = compare_talks_numbers};

}  // namespace accord::described
