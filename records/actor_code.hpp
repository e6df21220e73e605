// The parts of a CAMEO actor code: AFGREB is Afghanistan (AFG) and rebels (REB). Read by all that shows
// codes. Source: P. A. Schrodt, CAMEO Conflict and Mediation Event Observations codebook 1.1b3, chapter 3;
// PLOVER manual 2.0, sectors.
#pragma once

#include <string_view>

namespace actorgraph {

/// Views of the code that was split, or of constants.
struct ActorCodeParts {
  std::string_view country;  ///< the first block where it is no role and no international body, else empty
  std::string_view role;     ///< the first block that is a CAMEO role: "REB", "MED"; else empty
  std::string_view sector;   ///< that role under its PLOVER name: "REB", "JRN"; else empty
};

/// Splits a code into its blocks of three letters.
[[nodiscard]] ActorCodeParts split_actor_code(std::string_view code);

/// Whether `block` is a CAMEO role: "GOV", "MIL", "REB"...
[[nodiscard]] bool is_actor_role(std::string_view block);

}  // namespace actorgraph
