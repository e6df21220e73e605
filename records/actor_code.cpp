#include "records/actor_code.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace actorgraph {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// CAMEO roles with the PLOVER sector of each; SEP, MOD, RAD, SET, HRI, HLH, NGO, ENV and DEV have names of
// their own in CAMEO alone. In the order of the roles, as the next table.
constexpr std::array<Pair, 40> kRoles = {{
    {"AGR", "AGR"}, {"BUS", "BUS"}, {"COP", "COP"}, {"CRM", "CRM"}, {"CVL", "CVL"}, {"DEV", "SOC"},
    {"EDU", "EDU"}, {"ELI", "ELI"}, {"ENV", "SOC"}, {"GOV", "GOV"}, {"HLH", "MED"}, {"HRI", "SOC"},
    {"INS", "REB"}, {"INT", "GOV"}, {"JRN", "JRN"}, {"JUD", "JUD"}, {"LAB", "LAB"}, {"LEG", "LEG"},
    {"LLY", "UNK"}, {"MED", "JRN"}, {"MIL", "MIL"}, {"MNC", "BUS"}, {"MOD", "OPP"}, {"NGO", "SOC"},
    {"OPP", "OPP"}, {"PKO", "MIL"}, {"PRE", "PRE"}, {"PRM", "PRM"}, {"PTY", "PTY"}, {"RAD", "UAF"},
    {"REB", "REB"}, {"REF", "REF"}, {"REL", "REL"}, {"SEP", "REB"}, {"SET", "CVL"}, {"SOC", "SOC"},
    {"SPY", "SPY"}, {"TOP", "GOV"}, {"UAF", "UAF"}, {"UIS", "UNK"},
}};

// First blocks that are neither a country nor a role: bodies beyond states, parts of the world, religions and
// peoples without a state.
constexpr std::array<std::string_view, 45> kBeyondCountries = {
    "AFR", "ARB", "ASA", "BAH", "BER", "BLK", "BUD", "CAS", "CAU", "CEU", "CFR", "CHR", "CRB", "DRZ", "EAF",
    "EEU", "EIN", "EUR", "FUL", "HIN", "HUT", "IGO", "IMG", "ISM", "JEW", "KUR", "LAM", "MDE", "MEA", "MOS",
    "NAF", "NGM", "NMR", "PAL", "ROM", "SAF", "SAM", "SAS", "SEA", "SIK", "TUA", "TUT", "UNO", "WAF", "WST"};

const Pair* find_role(std::string_view block) {
  const auto at = std::lower_bound(kRoles.begin(), kRoles.end(), block,
                                   [](const Pair& pair, std::string_view key) { return pair.first < key; });
  return at == kRoles.end() || at->first != block ? nullptr : &*at;
}

}  // namespace

bool is_actor_role(std::string_view block) {
  return find_role(block) != nullptr;
}

ActorCodeParts split_actor_code(std::string_view code) {
  ActorCodeParts parts;
  if (code.empty()) return parts;
  const std::string_view first = code.substr(0, 3);
  const bool letters = first.size() == 3 &&
                       std::all_of(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool beyond = std::binary_search(kBeyondCountries.begin(), kBeyondCountries.end(), first);
  if (letters && !beyond && find_role(first) == nullptr) parts.country = first;
  for (std::size_t at = parts.country.size(); at + 3 <= code.size(); at += 3) {
    if (const Pair* role = find_role(code.substr(at, 3))) {
      parts.role = role->first;
      parts.sector = role->second;
      break;
    }
  }
  return parts;
}

}  // namespace actorgraph
