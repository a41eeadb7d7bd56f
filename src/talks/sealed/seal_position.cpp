#include "talks/sealed/seal_position.h"

#include <fmt/format.h>

#include <utility>

#include "talks/files/tree.h"
#include "talks/sealed/padding.h"

namespace accord::talks {

namespace {

constexpr std::string_view sealed_format = "accord-talks-sealed/1";
constexpr std::size_t salt_bytes = 32;

tl::unexpected<Error> refuse_seal(std::string message, const std::string& party,
                                  std::string remedy) {
  return fail("P074", std::move(message), party, std::move(remedy));
}

}  // namespace

Result<SealedPosition> seal_position(const seal::Bytes32& mediator_key, std::string party,
                                     std::string domain_sha256, std::string_view file,
                                     const SealingBytes& bytes) {
  const std::string salt(seal::view(bytes.salt));
  auto box = seal::box_to(mediator_key, padded(salt + std::string(file)), bytes.once);
  if (!box)
    return refuse_seal("the mediator's key is not one that can be used", party,
                       "ask the mediator for the key again");
  std::string digest = commitment(salt, file);
  return SealedPosition{std::move(party), std::move(domain_sha256), std::move(digest),
                        std::move(*box)};
}

Result<Opening> open_position(const seal::KeyPair& keys, const SealedPosition& sealed) {
  const auto plain = seal::open_box(keys, sealed.box);
  if (!plain)
    return refuse_seal("the seal does not open: it is for another key, or was changed",
                       sealed.party, "use the key it was sealed for, or ask for it again");
  const auto inside = unpadded(*plain);
  if (!inside || inside->size() < salt_bytes)
    return refuse_seal("what was sealed is not a salt and a position, padded as it should be",
                       sealed.party, "ask the party to seal it again");
  Opening out{inside->substr(0, salt_bytes), inside->substr(salt_bytes)};
  if (commitment(out.salt, out.file) != sealed.commitment)
    return refuse_seal("what was sealed is not what the commitment says", sealed.party,
                       "ask the party to seal it again, with the commitment that belongs to it");
  return out;
}

std::string write_sealed(const SealedPosition& sealed) {
  return canonical(json_object({{"format", json_text(sealed_format)},
                                {"party", json_text(sealed.party)},
                                {"domain_sha256", json_text(sealed.domain_sha256)},
                                {"commitment", json_text(sealed.commitment)},
                                {"box", json_text(seal::hex_of(sealed.box))}}));
}

Result<SealedPosition> read_sealed(std::string_view bytes) {
  std::vector<Problem> problems;
  const auto tree = read_tree(bytes, "", Limits{}, problems);
  if (!tree) return fail("P013", "not a sealed position: " + problems.front().message);
  const auto text = [&](std::string_view name) {
    const JsonTree* found = tree->find(name);
    return found != nullptr && found->is(JsonTree::Kind::text) ? found->text : std::string();
  };
  SealedPosition out{text("party"), text("domain_sha256"), text("commitment"),
                     seal::bytes_of_hex(text("box")).value_or("")};
  // Written again and compared, so that every byte counts.
  if (out.party.empty() || write_sealed(out) != bytes)
    return fail("P013",
                fmt::format("not a sealed position: the members of {} are expected, no others, in "
                            "one line",
                            sealed_format),
                out.party, "ask the party for the file that was made when it sealed");
  return out;
}

}  // namespace accord::talks
