#include "records/document.hpp"

#include "records/hash.hpp"

namespace actorgraph {

std::string_view Article::title() const {
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::Title) return slice(text, block.span);
  }
  return {};
}

DocumentId make_document_id(const Article& article) {
  return {Hasher()
              .add(article.text)
              .add(article.published ? to_string(*article.published) : std::string())
              .add(article.source)
              .add(article.url)
              .add(article.name)
              .finish()};
}

}  // namespace actorgraph
