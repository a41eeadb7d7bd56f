#include "base/nearest_double.h"

#include "base/rational.h"

namespace accord {

double nearest_double_of_long(const Decimal& value) {
  return Rational(value).approximate();
}

}  // namespace accord
