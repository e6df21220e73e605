#include "cli/man_page.hpp"

#include <algorithm>
#include <cctype>

namespace actorgraph {
namespace {

/// Text that roff takes as it is.
std::string escape(const std::string& text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool begins_line = i == 0 || text[i - 1] == '\n';
    if (begins_line && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else if (c == '\'') {
      escaped += "\\(aq";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string bold(const std::string& text) {
  return "\\fB" + escape(text) + "\\fR";
}
std::string italic(const std::string& text) {
  return "\\fI" + escape(text) + "\\fR";
}

/// The names and value of an option.
std::string tag_of(const OptionEntry& option) {
  if (option.is_positional) return italic(option.names.front());
  std::string tag;
  for (const std::string& name : option.names) tag += (tag.empty() ? "" : ", ") + bold(name);
  if (!option.value.empty()) tag += ' ' + italic(option.value);
  return tag;
}

std::string make_synopsis(const CommandEntry& command, bool has_parts) {
  std::string line = bold("actorgraph" + (command.name.empty() ? "" : ' ' + command.name));
  if (has_parts) line += ' ' + italic("COMMAND");
  line += " [" + italic("OPTION") + "]...";
  for (const OptionEntry& option : command.options) {
    if (!option.is_positional) continue;
    const std::string name = italic(option.names.front());
    line += option.is_required ? ' ' + name : " [" + name + ']';
  }
  return line;
}

}  // namespace

std::string name_of_page(const CommandEntry& command) {
  std::string name = "actorgraph" + (command.name.empty() ? "" : '-' + command.name);
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::string make_man_page(const CommandEntry& command, const std::vector<CommandEntry>& commands,
                          const std::string& version) {
  const std::string prefix = command.name.empty() ? "" : command.name + ' ';
  std::vector<const CommandEntry*> parts;
  for (const CommandEntry& other : commands) {
    if (!other.name.empty() && other.name != command.name && other.name.starts_with(prefix) &&
        other.name.find(' ', prefix.size()) == std::string::npos) {
      parts.push_back(&other);
    }
  }
  std::string title = name_of_page(command);
  std::ranges::transform(title, title.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  std::string page = ".TH \"" + escape(title) + "\" \"1\" \"\" \"actorgraph " + escape(version) + "\" \"\"\n";
  page += ".SH NAME\n" + escape(name_of_page(command)) + " \\- " + escape(command.summary) + '\n';
  page += ".SH SYNOPSIS\n" + make_synopsis(command, !parts.empty()) + '\n';
  page += ".SH DESCRIPTION\n" + escape(command.description) + '\n';
  if (!parts.empty()) page += ".SH COMMANDS\n";
  for (const CommandEntry* part : parts) {
    page += ".TP\n" + bold(part->name.substr(prefix.size())) + '\n' + escape(part->summary) + '\n';
  }
  if (!command.options.empty()) page += ".SH OPTIONS\n";
  for (const OptionEntry& option : command.options) {
    page += ".TP\n" + tag_of(option) + '\n' + escape(option.description) + '\n';
    if (!option.choices.empty()) {
      std::string list;
      for (const std::string& choice : option.choices) list += (list.empty() ? "" : ", ") + bold(choice);
      page += ".br\nOne of: " + list + ".\n";
    }
  }
  if (!command.footer.empty()) page += ".SH NOTES\n.nf\n" + escape(command.footer) + "\n.fi\n";
  page += ".SH SEE ALSO\n";
  if (command.name.empty()) {
    std::string pages;
    for (const CommandEntry* part : parts)
      pages += (pages.empty() ? "" : ", ") + bold(name_of_page(*part)) + "(1)";
    return page + pages + '\n';
  }
  return page + bold("actorgraph") + "(1)\n";
}

}  // namespace actorgraph
