#include "extract/common_surnames.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

// The commonest of English-speaking countries and of the world's large languages. In byte order.
// Source: general knowledge.
// clang-format off
constexpr auto kCommonSurnames = std::to_array<std::string_view>({
    "abbott", "abdullah", "abe", "adams", "aguilar", "ahmed", "alexander", "ali", "allen", "almeida",
    "alvarado", "alvarez", "anderson", "andrews", "armstrong", "arnold", "austin", "bailey", "baker",
    "banks", "barnes", "bauer", "becker", "begum", "bell", "benn", "bennett", "bernard", "berry", "bianchi",
    "bishop", "black", "blair", "bonnet", "bowman", "boyd", "bradley", "braun", "brooks", "brown", "bryant",
    "burke", "burns", "burton", "bush", "butler", "byrne", "callaghan", "cameron", "campbell", "cao",
    "carlson", "carpenter", "carr", "carroll", "carson", "carter", "castillo", "castro", "chapman", "chavez",
    "chen", "cho", "choi", "christie", "chung", "clark", "clarke", "clinton", "cohen", "cole", "coleman",
    "collins", "colombo", "contreras", "cook", "cooke", "cooper", "costa", "cotton", "cox", "crawford",
    "cruz", "cunningham", "daniels", "das", "davidson", "davis", "day", "dean", "delgado", "deng", "diaz",
    "dixon", "dole", "dominguez", "dubois", "duncan", "dunn", "durand", "eden", "edward", "edwards",
    "elliott", "ellis", "english", "espinoza", "estrada", "evans", "ferguson", "fernandez", "ferrari",
    "fields", "fischer", "fisher", "flores", "ford", "foster", "fowler", "fox", "francis", "francois",
    "frank", "franklin", "fraser", "freeman", "fuller", "gao", "garcia", "gardner", "garrett", "garza",
    "gates", "george", "gibson", "gilbert", "goldman", "gomez", "gonzales", "gonzalez", "gordon", "gore",
    "graham", "grant", "gray", "green", "greene", "griffin", "guerrero", "guo", "gupta", "gutierrez",
    "guzman", "hague", "hall", "hamid", "hamilton", "han", "hansen", "hanson", "harper", "harris",
    "harrison", "hart", "harvey", "hassan", "hawkins", "hayes", "he", "heath", "henderson", "henry",
    "hernandez", "herrera", "hicks", "hill", "hoffman", "holmes", "howard", "howell", "hu", "huang",
    "hudson", "hughes", "hunt", "hunter", "hussain", "hussein", "ibrahim", "islam", "ismail", "ito",
    "jackson", "jacobs", "jamal", "james", "jenkins", "jensen", "jimenez", "john", "johnson", "johnston",
    "jones", "jordan", "joseph", "jung", "kang", "karim", "kato", "kaur", "kelley", "kelly", "kennedy",
    "kerr", "key", "khan", "kim", "king", "klein", "knight", "kobayashi", "koch", "kumar", "lambert", "lane",
    "lang", "lange", "larson", "laurent", "lawrence", "lawson", "le", "lee", "leroy", "lewis", "li", "lim",
    "lin", "little", "liu", "long", "lopez", "lord", "love", "lucas", "luna", "luo", "lynch", "ma", "major",
    "maldonado", "malik", "marino", "mark", "marks", "marquez", "marshall", "martin", "martinez", "mason",
    "matthews", "may", "mccoy", "mcdonald", "medina", "mejia", "mendez", "mendoza", "meyer", "michel",
    "miller", "mills", "mitchell", "mohammed", "montgomery", "moon", "moore", "morales", "moreau", "moreno",
    "morgan", "mori", "morris", "morrison", "mueller", "muhammad", "muller", "munoz", "murphy", "murray",
    "myers", "nakamura", "nasser", "nelson", "neumann", "nguyen", "nichols", "noble", "norman", "nunez",
    "obrien", "oliveira", "oliver", "olson", "omar", "ortega", "ortiz", "owens", "padilla", "page", "palmer",
    "park", "parker", "patel", "patterson", "paul", "payne", "pena", "pereira", "perez", "perkins", "perry",
    "peters", "peterson", "petit", "phillips", "pierce", "porter", "potter", "powell", "price", "quinn",
    "rahman", "ramirez", "ramos", "rao", "ray", "reddy", "reed", "reid", "reyes", "reynolds", "ricci",
    "rice", "richard", "richards", "richardson", "riley", "rios", "rivera", "robert", "roberts", "robertson",
    "robinson", "rodrigues", "rodriguez", "rogers", "rojas", "romano", "romero", "rose", "ross", "rossi",
    "roy", "rudd", "ruiz", "russell", "russo", "ryan", "salazar", "saleh", "salem", "sanchez", "sanders",
    "sandoval", "santiago", "santos", "sato", "schmidt", "schneider", "schroeder", "schultz", "schulz",
    "schwarz", "scott", "shah", "sharif", "sharma", "shaw", "silva", "simmons", "simon", "simpson", "sims",
    "singh", "smith", "snyder", "song", "soto", "souza", "spencer", "stephens", "stevens", "stewart",
    "stone", "straw", "sullivan", "sun", "suzuki", "takahashi", "tanaka", "tang", "taylor", "thomas",
    "thompson", "todd", "torres", "tran", "tucker", "turner", "underwood", "valdez", "vargas", "vasquez",
    "vega", "vincent", "wade", "wagner", "walker", "wallace", "walsh", "walters", "walton", "wang", "ward",
    "warren", "washington", "watanabe", "watkins", "watson", "weaver", "webb", "weber", "welch", "wells",
    "west", "wheeler", "white", "williams", "williamson", "willis", "wilson", "wolf", "wong", "wood",
    "woods", "wright", "wu", "xu", "yamamoto", "yang", "yoon", "york", "young", "zhang", "zhao", "zhou",
    "zhu", "zimmerman"});
// clang-format on
static_assert(std::ranges::is_sorted(kCommonSurnames));

}  // namespace

bool is_common_surname(std::string_view word) {
  return std::ranges::binary_search(kCommonSurnames, word);
}

}  // namespace actorgraph
