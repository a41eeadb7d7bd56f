#include "answers/talks/verify.h"

#include <fmt/format.h>

#include "answers/talks/openings.h"
#include "base/codes/parameter.h"
#include "formats/text/files.h"
#include "talks/why/certificate.h"

namespace accord::answers {

std::optional<Error> VerifyQuestion::fault() const {
  if (domain) return std::nullopt;
  return Error{"U005",
               "a certificate is about a domain",
               {},
               fmt::format("name it with {}", parameter("domain"))};
}

Answered<VerifyAnswer> verify(const Nothing&, const VerifyQuestion& asked) {
  const auto bytes = formats::file_bytes(asked.certificate);
  if (!bytes) return refused(bytes.error());
  const auto domain = formats::file_bytes(*asked.domain);
  if (!domain) return refused(domain.error());
  const std::string file = asked.openings.value_or(asked.certificate + ".openings");
  const auto opened = formats::file_bytes(file);
  if (!opened) return refused(opened.error());
  const auto openings = read_openings(*opened, file);
  if (!openings) return tl::make_unexpected(openings.error());
  const auto checked = talks::check_certificate(*bytes, *domain, *openings);
  if (!checked) {
    Error error = checked.error();
    error.where = asked.certificate;
    return refused(error);
  }
  VerifyAnswer out;
  out.limits = fmt::format("{}", fmt::join(checked->conflict, ", "));
  for (const auto& [party, digest] : checked->positions)
    out.parties += (out.parties.empty() ? "" : ", ") + party;
  out.sha256 = checked->domain_sha256;
  out.steps = checked->tree.size() + checked->layers.size();
  return out;
}

constinit const Question verify_question =
    Asked<verify>::named("talks verify", "verify_certificate");

}  // namespace accord::answers
