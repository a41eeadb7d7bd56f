#pragma once

#include <array>

#include "cli/frame/flags.h"

namespace accord::cli {

/// Flags of every command that judges: which workspace, which days, which records, which
/// assumptions.
inline constexpr std::array judge_flags{Flag::workspace, Flag::on,      Flag::known,
                                        Flag::assume,    Flag::suppose, Flag::min_grade,
                                        Flag::found_only};

/// The judging flags and those of one command.
template <std::size_t N>
constexpr std::array<Flag, judge_flags.size() + N> judging(const std::array<Flag, N>& more) {
  std::array<Flag, judge_flags.size() + N> out{};
  for (std::size_t i = 0; i < judge_flags.size(); ++i) out[i] = judge_flags[i];
  for (std::size_t i = 0; i < N; ++i) out[judge_flags.size() + i] = more[i];
  return out;
}

}  // namespace accord::cli
