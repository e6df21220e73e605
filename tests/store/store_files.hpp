// Graph files for the tests of the store.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "records/claim.hpp"
#include "records/document.hpp"
#include "records/error.hpp"
#include "store/store.hpp"

namespace actorgraph {

/// A folder that goes away with its scope.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "actorgraph-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline ByteSpan span_of(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(text.find(part));
  REQUIRE(begin < text.size());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

/// A document of a headline and one sentence; `town` makes it different from others.
inline Document make_document(const std::string& town) {
  Document doc;
  Article& article = doc.article;
  article.text = "Café raided in " + town + "\n\nRebels did not raid the café in " + town + " on Monday.";
  const ByteSpan title = span_of(article.text, "Café raided in " + town);
  const ByteSpan body = {title.end + 2, static_cast<std::uint32_t>(article.text.size())};
  article.blocks = {{BlockKind::Title, title}, {BlockKind::Body, body}};
  article.path = "news.txt";
  article.name = "n1";
  article.url = "https://example.org/1";
  article.source = "The Example";
  article.author = "A. Writer";
  article.place = town;
  article.published = parse_date("2024-03-25");
  doc.id = make_document_id(article);
  doc.sentences.resize(2);
  doc.sentences[0].span = title;
  doc.sentences[0].kind = SentenceKind::Headline;
  doc.sentences[1].span = body;
  doc.sentences[1].block = 1;
  return doc;
}

/// Two claims: one with every part, one with none that may be missing.
inline std::vector<Claim> make_claims(const Document& doc) {
  const std::string& text = doc.article.text;
  Claim full;
  full.document = doc.id;
  full.sentence = 1;
  full.span = doc.sentences[1].span;
  full.subject = {"Rebels", span_of(text, "Rebels"), "Northern rebels", {77}, ActorKind::ArmedGroup, "REB"};
  full.relation = {"raid", "raid", span_of(text, "raid the")};
  full.object =
      Participant{"café", span_of(text, "café"), "café", {0xFFFFFFFFFFFFFFFFULL}, ActorKind::Facility, ""};
  full.attributed_to = Participant{"police", {0, 0}, "police", {}, ActorKind::Government, ""};
  full.arguments = {{Role::Time, "on Monday", span_of(text, "on Monday")},
                    {Role::Place, "somewhere \"else\"", span_of(text, "in " + doc.article.place)}};
  full.event = EventCode{"ASSAULT", "raid", {"terrorism", "crime"}, "018", -9.5, 4, {}, {}};
  full.event->size = {12, std::nullopt, 3, 4000};
  full.event->recipient = Participant{"police", {0, 0}, "police", {}, ActorKind::Government, "COP"};
  full.negated = true;
  full.modality = Modality::Denied;
  full.time =
      TimeReference{"on Monday", make_day(*parse_date("2024-03-25")), TimeType::Clock, "2024-03-25TMO"};
  full.place = PlaceReference{"here", "Café quarter", "AFG", "Kabul", PlaceKind::Area, 34.53, std::nullopt};
  full.confidence = 0.8125;
  full.inferred = {"subject of the sentence", "a \\ and a \n"};
  full.id = make_claim_id(full);

  Claim bare;
  bare.document = doc.id;
  bare.sentence = 0;
  bare.span = doc.sentences[0].span;
  bare.relation = {"raided", "raid", span_of(text, "raided")};
  bare.id = make_claim_id(bare);
  return {bare, full};
}

inline std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string message_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const StoreError& error) {
    return std::string("StoreError: ") + error.what();
  } catch (const IoError& error) {
    return std::string("IoError: ") + error.what();
  }
  return "no error";
}

inline void make_file(const std::string& path, int documents) {
  Store store = Store::create(path);
  for (int i = 0; i < documents; ++i) {
    const Document doc = make_document("Town " + std::to_string(i));
    store.add(doc, make_claims(doc));
  }
  store.commit();
}

}  // namespace actorgraph
