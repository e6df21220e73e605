// Proves that a graph file is whole: its pages, its texts, every claim against its text, the lists, and the
// search against the texts. What follows from the claims, the graph, is compared by GraphWriter.
// The file stays as it is. Thread-safety: none; as a Store.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "records/id.hpp"
#include "store/store.hpp"

namespace actorgraph {

enum class FaultKind : std::uint8_t {
  Page,        ///< SQLite's own structures
  Document,    ///< what was read from a document, its claims included
  Correction,  ///< what a user said
  List,        ///< words that rows refer to by number
  Search,      ///< the full-text search
  Graph        ///< what does not follow from the claims
};

struct Fault {
  FaultKind kind = FaultKind::Page;
  std::string
      message;  ///< what is wrong and where: "d09a...: claim c1f0...: its id is not that of its words"
  DocumentId document;  ///< of Document; none where even that is lost
};

class FileCheck {
 public:
  /// At most so many faults of a kind are told.
  static constexpr std::size_t kMostFaults = 20;

  /// Lifetime: the store must outlive the check.
  explicit FileCheck(const Store& store) : store_(store) {}

  /// Of all kinds but Graph, in the order of kinds. Cost: O(file); the search is checked in a copy of the
  /// file in the folder for temporary files. Errors: throws IoError where there is no room for that copy.
  [[nodiscard]] std::vector<Fault> find_faults() const;

 private:
  [[nodiscard]] std::vector<Fault> check_pages() const;
  [[nodiscard]] std::vector<Fault> check_documents() const;
  [[nodiscard]] std::vector<Fault> check_corrections() const;
  [[nodiscard]] std::vector<Fault> check_lists() const;
  [[nodiscard]] std::vector<Fault> check_search() const;

  const Store& store_;
};

}  // namespace actorgraph
