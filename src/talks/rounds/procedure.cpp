#include "talks/rounds/procedure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "talks/rounds/made.h"

namespace accord::talks {

namespace {

constexpr std::array<std::string_view, 9> procedure_words{
    "one-shot",       "single-text", "anneal",       "improving",      "veto",
    "double-auction", "blind-bids",  "posted-price", "adjusted-winner"};

bool is_of_two(ProcedureKind kind) {
  return kind >= ProcedureKind::double_auction;
}

}  // namespace

std::string_view words(ProcedureKind kind) {
  return procedure_words.at(static_cast<std::size_t>(kind));
}

std::optional<ProcedureKind> find_procedure(std::string_view text) {
  const auto at = std::find(procedure_words.begin(), procedure_words.end(), text);
  if (at == procedure_words.end()) return std::nullopt;
  return static_cast<ProcedureKind>(at - procedure_words.begin());
}

bool is_allowed(const Domain& domain, const Outcome& outcome) {
  if (outcome.size() != domain.issues.size()) return false;
  for (std::size_t i = 0; i < outcome.size(); ++i)
    if (outcome[i] >= domain.issues[i].size()) return false;
  return std::all_of(domain.rules.begin(), domain.rules.end(),
                     [&](const NamedRule& rule) { return keeps(domain, rule.rule, outcome); });
}

tl::unexpected<Error> unfit(const RoundSettings& settings, std::string message,
                            std::string remedy) {
  return fail("P076", std::move(message), std::string(words(settings.procedure)),
              std::move(remedy));
}

tl::unexpected<Error> bad_answer(const std::string& party, const Told& answer,
                                 std::string_view expected) {
  std::string found(words(answer.word));
  for (const Number& number : answer.numbers) found += " " + number.text();
  return fail("P077", fmt::format("the answer is “{}”", found), party,
              fmt::format("answer with {}", expected));
}

MadeProcedure make_procedure(const Domain& domain, const RoundSettings& settings, Offers offers) {
  const std::set<std::string> distinct(settings.parties.begin(), settings.parties.end());
  const std::size_t parties = settings.parties.size();
  if (distinct.size() != parties || parties < 2 || parties > 16)
    return fail("P052", fmt::format("{} parties take part", distinct.size()),
                std::string(words(settings.procedure)), "name 2 to 16 parties, each once");
  if (is_of_two(settings.procedure) && parties != 2)
    return unfit(settings, fmt::format("{} parties take part", parties), "name two parties");
  const bool has_issues =
      !is_of_two(settings.procedure) && settings.procedure != ProcedureKind::improving;
  if (has_issues && domain.has_continuous())
    return fail("P060", "the domain has a continuous issue", std::string(words(settings.procedure)),
                "give the issue points, or take the procedure improving");
  switch (settings.procedure) {
    case ProcedureKind::single_text:
      return make_text_round(domain, settings);
    case ProcedureKind::anneal:
      return make_anneal(domain, settings);
    case ProcedureKind::improving:
      return make_improving(domain, settings);
    case ProcedureKind::one_shot:
    case ProcedureKind::veto:
      return make_offers(domain, settings, std::move(offers));
    case ProcedureKind::adjusted_winner:
      return make_adjusted_winner(settings);
    case ProcedureKind::double_auction:
    case ProcedureKind::blind_bids:
    case ProcedureKind::posted_price:
      break;
  }
  return make_price_round(settings);
}

}  // namespace accord::talks
