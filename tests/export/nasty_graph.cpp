#include "tests/export/nasty_graph.hpp"

#include <limits>
#include <string>

#include "graph/identity.hpp"
#include "records/hash.hpp"

namespace actorgraph {
namespace {

Participant make_participant(std::string text) {
  Participant who;
  who.text = std::move(text);
  return who;
}

class Story {
 public:
  ClaimLine& add(const std::string& subject, const std::string& lemma, const std::string& object) {
    ClaimLine line;
    line.claim.document = DocumentId{1};
    line.claim.id = ClaimId{hash_of(std::to_string(lines.size()))};
    line.claim.subject = make_participant(subject);
    line.claim.relation.lemma = lemma;
    line.claim.object = make_participant(object);
    resolve_actors({&line.claim, 1});
    lines.push_back(std::move(line));
    return lines.back();
  }

  std::vector<ClaimLine> lines;
};

}  // namespace

std::vector<ClaimLine> make_nasty_claims() {
  Story story;
  const std::vector<std::string> names = {
      "Plain",
      "null",
      "NULL",
      "False",
      "true",
      "NaN",
      "-1",
      "<b>&amp;\"Bold\"'</b>",
      "]]><!-- Comment -->",
      "{\"id\": [\"Json\"]}\\",
      "Line\none\r\ntwo\rthree\tTab",
      "Ctrl\x01\x02\x1F\x7F Del",
      std::string("Nul\0Inside", 10),
      "Łódź Ærø Ñandú",
      "e\u0301 Combining \u0308",
      "شبكة العربية \u202Ewoh\u202C",
      "עברית",
      "中华人民共和国",
      "Bomb 💣 \U0001F469\u200D\U0001F680 Flag 🇺🇳",
      "Noncharacter \uFFFE\uFFFF\U0001FFFE end",
      "Zero\u200Bwidth\uFEFF",
      "  Spaces  around  ",
      "\u2028Separator\u2029",
      "Semi;colon,comma\t|pipe",
      std::string(30'000, 'X') + "é",
      "\x01\x02",
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    story.add(names[i], "meet", names[(i + 1) % names.size()]).sentence = names[(i + 7) % names.size()];
  }
  // Parallel edges of the same words, apart only in what they claim.
  story.add("Plain", "attack", "False").claim.negated = true;
  story.add("Plain", "attack", "False").claim.modality = Modality::Threatened;
  story.add("Plain", "attack", "False").claim.modality = Modality::Denied;
  for (int day = 1; day <= 3; ++day) {
    ClaimLine& line = story.add("Plain", "attack", "False");
    line.claim.document.value += static_cast<std::uint64_t>(day);
    line.published = add_days(*parse_date("2024-02-27"), day);
    line.url = "https://example.org/?a=1&b=<2>\"'#" + std::to_string(day);
    line.claim.event = EventCode{};
    line.claim.event->plover = "ASSAULT";
    line.claim.event->goldstein = -9.1;
    line.claim.confidence = 1.0 / 3;
  }
  story.add("Plain", "null", "False");
  story.add("Plain", "a relation <with> \"signs\" & \x02 controls\nand lines", "False");
  story.add("False", "attack", "Plain");
  story.add("Plain", "blame", "Plain");  // a loop
  story.add("Plain", "blame", "Plain").claim.negated = true;
  ClaimLine& odd = story.add("Plain", "count", "Odd Number");
  odd.claim.confidence = std::numeric_limits<double>::quiet_NaN();
  odd.claim.event = EventCode{};
  odd.claim.event->plover = "AID";
  odd.claim.event->goldstein = std::numeric_limits<double>::infinity();
  ClaimLine& named = story.add("Alias, \"the\" <Second>", "see", "Plain");
  named.claim.subject.actor = "Plain";
  named.claim.subject.kind = ActorKind::ArmedGroup;
  named.claim.subject.code = "AFGREB";
  named.claim.document.value = 9;
  named.published = parse_date("0099-01-01");
  resolve_actors({&named.claim, 1});
  story.add("Lonely", "resign", "").claim.object.reset();
  return std::move(story.lines);
}

}  // namespace actorgraph
