#include "material/description.h"

#include <algorithm>

namespace accord::material {

namespace {

struct Term {
  char code;
  std::string_view words;
};

constexpr Term physical[] = {{'B', "fuel elements"},       {'D', "fuel components"},
                             {'F', "powder, not ceramic"}, {'G', "powder of ceramic grade"},
                             {'H', "formed, green"},       {'J', "ceramics"},
                             {'K', "coated particles"},    {'N', "liquid"},
                             {'O', "other solids"},        {'Q', "sealed sources"},
                             {'R', "residues, scrap"},     {'T', "solid waste"},
                             {'U', "liquid waste"},        {'V', "small samples"}};

constexpr Term chemical[] = {{'1', "organic compounds"},
                             {'2', "other compounds"},
                             {'3', "aluminium alloys"},
                             {'4', "silicon alloys and silicides"},
                             {'5', "zirconium alloys"},
                             {'6', "molybdenum and titanium alloys"},
                             {'7', "other alloys"},
                             {'D', "element"},
                             {'E', "fluoride"},
                             {'G', "hexafluoride"},
                             {'J', "nitrate"},
                             {'K', "ammonium diuranate"},
                             {'O', "miscellaneous"},
                             {'Q', "dioxide"},
                             {'R', "other oxides"},
                             {'S', "no chemical form"},
                             {'T', "trioxide"},
                             {'U', "oxide 3/8"},
                             {'V', "oxides, poisoned"},
                             {'W', "carbide"},
                             {'X', "oxide and graphite"},
                             {'Y', "carbide and graphite"},
                             {'Z', "nitride"}};

constexpr Term containment[] = {{'1', "uncontained"},
                                {'2', "fuel units in shipping or storage containers"},
                                {'3', "in a shielded flask"},
                                {'4', "in the core"},
                                {'5', "in a calibrated vessel"},
                                {'6', "in an uncalibrated vessel or pipes"},
                                {'7', "on a tray or rack"},
                                {'8', "in a birdcage"},
                                {'A', "in containers below 0.5 l"},
                                {'E', "in containers of 0.5 to 1 l"},
                                {'G', "in containers above 1 to 5 l"},
                                {'H', "in containers above 5 to 10 l"},
                                {'J', "in containers above 10 to 15 l"},
                                {'K', "in containers above 15 to 20 l"},
                                {'L', "in containers above 20 to 50 l"},
                                {'M', "in containers above 50 to 100 l"},
                                {'N', "in containers above 100 to 200 l"},
                                {'O', "in other containers"},
                                {'Q', "in containers above 200 to 500 l"},
                                {'R', "in containers above 500 to 1000 l"},
                                {'U', "in containers above 1000 to 5000 l"},
                                {'V', "in containers above 5000 l"}};

constexpr Term quality[] = {{'A', "manufactured articles"},
                            {'B', "pure and stable"},
                            {'C', "pure"},
                            {'D', "heterogeneous"},
                            {'E', "variable"},
                            {'F', "fresh fuel"},
                            {'G', "irradiated fuel"},
                            {'H', "irradiated manufactured articles"},
                            {'J', "irradiated, pure and stable"},
                            {'K', "irradiated, pure"},
                            {'L', "irradiated, heterogeneous"},
                            {'M', "irradiated, variable"}};

template <std::size_t N>
std::string_view words_of(const Term (&terms)[N], char c) {
  const auto at = std::find_if(std::begin(terms), std::end(terms),
                               [c](const Term& term) { return term.code == c; });
  return at == std::end(terms) ? std::string_view() : at->words;
}

}  // namespace

std::string_view meaning(std::size_t place, char c) {
  switch (place) {
    case 0:
      return words_of(physical, c);
    case 1:
      return words_of(chemical, c);
    case 2:
      return words_of(containment, c);
    case 3:
      return words_of(quality, c);
    default:
      return {};
  }
}

std::size_t first_wrong(const Description& description) {
  for (std::size_t i = 0; i < description.size(); ++i)
    if (meaning(i, description[i]).empty() ||
        (i == 1 && (description[0] == 'Q') != (description[1] == 'S')))
      return i;
  return description.size();
}

bool is_irradiated(const Description& description) {
  return std::string_view("GHJKLM").find(description[3]) != std::string_view::npos;
}

std::string in_words(const Description& description) {
  std::string out;
  for (std::size_t i = 0; i < description.size(); ++i) {
    if (i == 1 && description[1] == 'S') continue;
    if (i > 0) out += ", ";
    const std::string_view words = meaning(i, description[i]);
    out += words.empty() ? std::string_view(&description[i], 1) : words;
  }
  return out;
}

}  // namespace accord::material
