#include "material/amount.h"

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

}  // namespace

constinit const Type Described<material::Amount>::type{
    .kind = Kind::exact, .print = print, .expected = "a weight", .compare = compare};

}  // namespace accord::described
