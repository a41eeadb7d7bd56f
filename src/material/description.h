#pragma once

#include <array>
#include <string>
#include <string_view>

/// The four characters that describe a material in Code 10, label 430: physical form, chemical
/// form, containment, irradiation and quality (reporting chapter, 7.1).
namespace accord::material {

using Description = std::array<char, 4>;

/// What a character says in its place (0 to 3), in words; "" when it is no code there.
[[nodiscard]] std::string_view meaning(std::size_t place, char c);

/// Index of the first character that is no code in its place, or that does not go with the one
/// before (form Q goes with S only, and S with Q only); 4 when all is well.
[[nodiscard]] std::size_t first_wrong(const Description& description);

/// The quality says that fission products of irradiation are not yet separated.
[[nodiscard]] bool is_irradiated(const Description& description);

/// "fuel elements, dioxide, in shipping or storage containers, fresh fuel"; characters without a
/// meaning stand there as they are.
[[nodiscard]] std::string in_words(const Description& description);

}  // namespace accord::material
