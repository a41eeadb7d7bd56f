#include "assessment/data_hash.h"

#include "base/contract.h"
#include "base/text.h"
#include "seal/sha256.h"

namespace accord::assessment {

using evidence::Evidence;

std::set<std::uint32_t> origins_of(const evidence::Finding& f) {
  std::set<std::uint32_t> out;
  const auto add = [&out](const std::vector<Evidence>& list) {
    for (const Evidence& e : list) out.insert(e.origin);
  };
  add(f.basis);
  for (const evidence::RuleFinding& rule : f.rules) {
    add(rule.evidence);
    add(rule.other_figures);
    for (const evidence::Call& call : rule.calls) add(call.evidence);
  }
  if (f.last_known) add(f.last_known->evidence);
  for (const evidence::DeclarationShown& d : f.declarations) {
    out.insert(d.origin);
    if (d.first) out.insert(d.first->origin);
  }
  return out;
}

std::set<std::uint32_t> origins_of(const std::vector<evidence::Finding>& findings) {
  std::set<std::uint32_t> out;
  for (const evidence::Finding& f : findings) out.merge(origins_of(f));
  return out;
}

std::vector<std::string> row_hashes(const evidence::Records& records,
                                    const std::set<std::uint32_t>& origins) {
  std::set<std::string> hashes;
  for (const std::uint32_t index : origins) {
    ACCORD_EXPECT(index < records.origins.size());
    if (const evidence::Origin& o = records.origins[index]; !o.sha256.empty())
      hashes.insert(o.sha256);
  }
  return {hashes.begin(), hashes.end()};
}

std::string data_hash(const std::vector<std::string>& sorted_hashes) {
  return seal::sha256_hex(join(sorted_hashes, "\n"));
}

}  // namespace accord::assessment
