// Verbs, and nouns beside them, that the rules of verbal treat alike. Lemmas in lower case.
#pragma once

#include <array>
#include <string_view>

namespace actorgraph {

// Participles that describe a state: "based in", "known as".
inline constexpr std::array<std::string_view, 22> kStates = {
    "base",      "locate", "situate",  "know",    "call",     "name",        "schedule", "link",
    "associate", "relate", "concern",  "involve", "surround", "headquarter", "dub",      "title",
    "bear",      "center", "dedicate", "compare", "interest", "slate"};
// Participles without a doer: "aimed at", "expected"; who does it is nobody's question.
inline constexpr std::array<std::string_view, 13> kNoDeed = {
    "aim",     "need",   "expect", "gather", "require", "suppose", "oblige",
    "entitle", "intend", "mean",   "set",    "design",  "destine"};
// What is not said to be done: "did nothing to stop them".
inline constexpr std::array<std::string_view, 6> kNoObject = {"nothing",   "little", "anything",
                                                              "something", "much",   "everything"};
// Verbs that say little without an object.
inline constexpr std::array<std::string_view, 22> kEmptyAlone = {
    "be",      "do",   "have", "get",  "go",   "seem", "make",       "take", "say",      "appear", "tend",
    "include", "mean", "like", "want", "need", "know", "understand", "see",  "remember", "let",    "allow"};
// Nouns of which "it happened" says nothing.
inline constexpr std::array<std::string_view, 5> kWhatHappens = {"anything", "something", "thing", "what",
                                                                 "you"};
// Participles behind a noun that say which ones are meant: "the sites affected".
inline constexpr std::array<std::string_view, 10> kBareParticiples = {
    "affect", "concern", "discuss", "find", "include", "involve", "mention", "propose", "question", "use"};
// Verbs that say nothing of their object without the complement: "considered the vote a farce".
inline constexpr std::array<std::string_view, 9> kWithPredicate = {
    "believe", "consider", "deem", "find", "keep", "leave", "make", "render", "think"};
inline constexpr std::array<std::string_view, 7> kWithClause = {"allow", "cause", "enable", "get",
                                                                "have",  "let",   "permit"};
// "were seen fleeing": what counts is what they did.
inline constexpr std::array<std::string_view, 8> kPerceiving = {"see",  "hear",   "watch", "observe",
                                                                "spot", "notice", "film",  "photograph"};
// Verbs that make or call their object what follows: "was elected leader".
inline constexpr std::array<std::string_view, 16> kMaking = {
    "appoint", "brand", "consider", "crown", "declare",  "deem", "designate", "elect",
    "label",   "make",  "nominate", "rank",  "proclaim", "rate", "re-elect",  "vote"};
// Verbs that join their subject to a predicate.
inline constexpr std::array<std::string_view, 14> kLinking = {"become", "remain", "stay",  "seem", "appear",
                                                              "grow",   "turn",   "prove", "look", "feel",
                                                              "sound",  "go",     "get",   "keep"};

// Verbs of speech that say something without what is said: "Lind agreed".
inline constexpr std::array<std::string_view, 9> kSpokenDeeds = {
    "agree", "complain", "continue", "cry", "plead", "respond", "shout", "testify", "worry"};

// Verbs that are a deed with what they say: "Chad demanded that Peru leave".
inline constexpr std::array<std::string_view, 11> kDeedsWithContent = {
    "agree",     "complain", "demand",   "pledge", "promise", "propose",
    "recommend", "request",  "threaten", "vow",    "warn"};

// Nouns that are no object of "take".
inline constexpr std::array<std::string_view, 3> kSayAll = {"effect", "place", "shape"};

// Verbs that those who do it together do to one another.
inline constexpr std::array<std::string_view, 11> kMutual = {"agree", "clash", "cooperate", "exchange",
                                                             "fight", "meet",  "merge",     "negotiate",
                                                             "sign",  "talk",  "trade"};

}  // namespace actorgraph
