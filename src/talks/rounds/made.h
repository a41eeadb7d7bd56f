#pragma once

#include "talks/rounds/procedure.h"

/// The makers of single procedures; `make_procedure` has looked at the parties.
namespace accord::talks {

using MadeProcedure = Result<std::unique_ptr<Procedure>>;

[[nodiscard]] MadeProcedure make_text_round(const Domain& domain, const RoundSettings& settings);
[[nodiscard]] MadeProcedure make_anneal(const Domain& domain, const RoundSettings& settings);
[[nodiscard]] MadeProcedure make_improving(const Domain& domain, const RoundSettings& settings);
[[nodiscard]] MadeProcedure make_offers(const Domain& domain, const RoundSettings& settings,
                                        Offers offers);
[[nodiscard]] MadeProcedure make_price_round(const RoundSettings& settings);
[[nodiscard]] MadeProcedure make_adjusted_winner(const RoundSettings& settings);

inline constexpr std::uint64_t procedure_steps_max = 1'000'000;

/// P076, with what does not fit.
[[nodiscard]] tl::unexpected<Error> unfit(const RoundSettings& settings, std::string message,
                                          std::string remedy);
/// P077: what was answered, and what was expected.
[[nodiscard]] tl::unexpected<Error> bad_answer(const std::string& party, const Told& answer,
                                               std::string_view expected);

}  // namespace accord::talks
