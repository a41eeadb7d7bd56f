#include "assessment/measured_source.h"

#include "balance/muf/common_share.h"
#include "balance/muf/items.h"
#include "formats/measured/measured.h"

namespace accord::assessment {

MeasuredSource measured_source(const NamedText& items, const NamedText& methods,
                               measurement::MassKind kind) {
  MeasuredBalance made = measured_balance(items, methods, {}, kind);
  MeasuredSource out;
  out.problems = std::move(made.problems);
  if (!made.balance) return out;
  out.covariance_kg2 = made.balance->muf.covariance_kg2;
  out.common_share = balance::common_share(made.balance->muf);
  const balance::PreparedItems prepared =
      balance::prepare(formats::read_items(items.bytes, items.file, kind).items,
                       formats::read_methods(methods.bytes, methods.file).methods);
  out.errors = std::make_shared<const simulation::MeasuredErrors>(prepared.prepared->view());
  return out;
}

}  // namespace accord::assessment
