#include "cli/completions.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

std::string join(const std::vector<std::string>& words, const char* between = " ") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

/// The last word of "actor join".
std::string own_name(const CommandEntry& command) {
  return command.name.substr(command.name.rfind(' ') + 1);
}

/// The commands below `command`: "join", "split" of "actor".
std::vector<const CommandEntry*> parts_of(const CommandEntry& command,
                                          const std::vector<CommandEntry>& commands) {
  std::vector<const CommandEntry*> parts;
  const std::string prefix = command.name.empty() ? "" : command.name + ' ';
  for (const CommandEntry& other : commands) {
    if (other.name.empty() || !other.name.starts_with(prefix) || other.name == command.name) continue;
    if (other.name.find(' ', prefix.size()) == std::string::npos) parts.push_back(&other);
  }
  return parts;
}

/// `text` without what ends or begins something in a shell's single quotes.
std::string single_quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + '\'';
}

std::string zsh_text(const std::string& text, const char* special) {
  std::string escaped;
  for (const char c : text) {
    if (std::string(special).find(c) != std::string::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// One specification of _arguments for each name of an option.
std::vector<std::string> zsh_specifications(const OptionEntry& option) {
  const std::string values = option.choices.empty() ? "_files" : '(' + join(option.choices) + ')';
  if (option.is_positional) {
    return {single_quoted((option.is_required ? ":" : "::") + option.names.front() + ':' + values)};
  }
  std::vector<std::string> specifications;
  for (const std::string& name : option.names) {
    std::string text = "*" + name + '[' + zsh_text(option.description, "[]:\\") + ']';
    if (!option.value.empty()) text += ':' + option.value + ':' + values;
    specifications.push_back(single_quoted(text));
  }
  return specifications;
}

}  // namespace

std::string make_bash_completion(const std::vector<CommandEntry>& commands) {
  std::string known;   // commands as they are met, word by word
  std::string values;  // of options
  std::string words;   // of commands
  for (const CommandEntry& command : commands) {
    if (!command.name.empty()) {
      const bool is_part = command.name.find(' ') != std::string::npos;
      known += (known.empty() ? "" : "|") + std::string("\"") + (is_part ? "" : " ") + command.name + '"';
    }
    std::vector<std::string> all;
    for (const CommandEntry* part : parts_of(command, commands)) all.push_back(own_name(*part));
    for (const OptionEntry& option : command.options) {
      if (option.is_positional) continue;
      all.insert(all.end(), option.names.begin(), option.names.end());
      if (option.value.empty()) continue;
      std::string cases;
      for (const std::string& name : option.names) {
        cases += (cases.empty() ? "" : "|") + ('"' + command.name + ':' + name + '"');
      }
      values += "    " + cases + ") " +
                (option.choices.empty() ? "files=1" : "words=\"" + join(option.choices) + '"') + " ;;\n";
    }
    words += "    \"" + command.name + "\") words=\"" + join(all) + "\" ;;\n";
  }
  return "# Completion of actorgraph for bash; made by the program itself.\n"
         "_actorgraph() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= words= files= i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case \"$command ${COMP_WORDS[i]}\" in\n"
         "      " +
         known +
         ") command=\"${command:+$command }${COMP_WORDS[i]}\" ;;\n"
         "    esac\n"
         "  done\n"
         "  case \"$command:$prev\" in\n" +
         values +
         "  esac\n"
         "  if [[ -z $words && -z $files ]]; then\n"
         "    case \"$command\" in\n" +
         words +
         "    esac\n"
         "  fi\n"
         "  COMPREPLY=()\n"
         "  if [[ -n $words ]]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
         "  fi\n"
         "  if [[ ${#COMPREPLY[@]} -eq 0 || -z $cur && -n $command && $words == -* ]]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _actorgraph actorgraph\n";
}

std::string make_zsh_completion(const std::vector<CommandEntry>& commands) {
  std::string text =
      "#compdef actorgraph\n"
      "# Completion of actorgraph for zsh; made by the program itself.\n";
  // Parts first: a function must be known to the one that calls it.
  for (auto command = commands.rbegin(); command != commands.rend(); ++command) {
    std::string name = "_actorgraph";
    if (!command->name.empty()) name += '_' + command->name;
    std::ranges::replace(name, ' ', '_');
    std::string arguments;
    const auto parts = parts_of(*command, commands);
    for (const OptionEntry& option : command->options) {
      if (option.is_positional && !parts.empty()) continue;
      for (const std::string& specification : zsh_specifications(option))
        arguments += " \\\n    " + specification;
    }
    text += '\n' + name + "() {\n";
    if (parts.empty()) {
      text += "  _arguments -s" + arguments + "\n}\n";
      continue;
    }
    text += "  local state line\n  _arguments -C" + arguments +
            " \\\n    '1:command:->command' \\\n    '*::argument:->argument'\n"
            "  case $state in\n    command)\n      local -a commands=(\n";
    std::string cases;
    for (const CommandEntry* part : parts) {
      text += "        " + single_quoted(own_name(*part) + ':' + zsh_text(part->summary, ":\\")) + '\n';
      std::string function = "_actorgraph_" + part->name;
      std::ranges::replace(function, ' ', '_');
      cases += "        " + own_name(*part) + ") " + function + " ;;\n";
    }
    text += "      )\n      _describe command commands ;;\n    argument)\n      case $line[1] in\n" + cases +
            "      esac ;;\n  esac\n}\n";
  }
  return text + "\n_actorgraph \"$@\"\n";
}

std::string make_fish_completion(const std::vector<CommandEntry>& commands) {
  std::string text = "# Completion of actorgraph for fish; made by the program itself.\n";
  for (const CommandEntry& command : commands) {
    // All words of "actor join" have been typed, and none of its parts.
    std::string condition = "__fish_use_subcommand";
    const auto parts = parts_of(command, commands);
    if (!command.name.empty()) {
      condition.clear();
      std::string rest = command.name + ' ';
      for (std::size_t at = 0; at < rest.size(); at = rest.find(' ', at) + 1) {
        condition += (condition.empty() ? "" : "; and ") +
                     ("__fish_seen_subcommand_from " + rest.substr(at, rest.find(' ', at) - at));
      }
    }
    for (const CommandEntry* part : parts) {
      std::vector<std::string> names;
      for (const CommandEntry* other : parts) names.push_back(own_name(*other));
      const std::string before = command.name.empty()
                                     ? condition
                                     : condition + "; and not __fish_seen_subcommand_from " + join(names);
      text += "complete -c actorgraph -f -n " + single_quoted(before) + " -a " + own_name(*part) + " -d " +
              single_quoted(part->summary) + '\n';
    }
    for (const OptionEntry& option : command.options) {
      if (option.is_positional) continue;
      text += "complete -c actorgraph -n " + single_quoted(condition);
      for (const std::string& name : option.names) {
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.value.empty())
        text += option.choices.empty() ? " -r" : " -x -a " + single_quoted(join(option.choices));
      text += " -d " + single_quoted(option.description) + '\n';
    }
  }
  return text;
}

}  // namespace actorgraph
