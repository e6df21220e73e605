// A hash of all that was read from a document, so that a change of any part of it is noticed.
#pragma once

#include <cstdint>
#include <span>

#include "records/claim.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// Of the document, its sentences' places and its claims, with all that ids leave out.
/// Cost: O(text + claims).
[[nodiscard]] std::uint64_t make_digest(const Document& doc, std::span<const Claim> claims);

/// By which what many claims share is found: an event's codes without numbers and recipient, a time, a place.
[[nodiscard]] std::uint64_t hash_of_code(const EventCode& code);
[[nodiscard]] std::uint64_t hash_of_time(const TimeReference& time);
[[nodiscard]] std::uint64_t hash_of_place(const PlaceReference& place);

}  // namespace actorgraph
