// Records as short text, one line an item: for tests, logs and goldens. Not a format to be read back.
#pragma once

#include <span>
#include <string>

#include "records/claim.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// "title 0..12 | Blast in Kabul", one line a block.
[[nodiscard]] std::string dump(const Article& article);

/// "form/UPOS<deprel:head form" per word, one line a sentence; names follow in square brackets.
[[nodiscard]] std::string dump(const Document& doc);

/// "ISIS-K -[attack]-> Russian embassy | ASSAULT | negated | time: In 2022 | ..." without the parts that
/// are absent; a name that was resolved follows the words: "the group = ISIS-K".
[[nodiscard]] std::string dump(const Claim& claim);
[[nodiscard]] std::string dump(std::span<const Claim> claims);

}  // namespace actorgraph
