// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Completion.h"

namespace ard::cli {

namespace {

const char *const kLicence = "# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors\n"
                             "# SPDX-License-Identifier: GPL-3.0-or-later\n"
                             "# Written when ardiff was built, from what its commands declare.\n";

using Takes = OptionEntry::Takes;

/// "/grammar/judge"; of the program "".
std::string pathOf(const CommandEntry &command)
{
    std::string path;
    for (std::size_t i = 1; i < command.path.size(); ++i)
        path += "/" + command.path[i];
    return path;
}

std::vector<const CommandEntry *> withAllBelow(const CommandEntry &command)
{
    std::vector<const CommandEntry *> all{&command};
    for (const CommandEntry &below : command.commands)
        for (const CommandEntry *one : withAllBelow(below))
            all.push_back(one);
    return all;
}

/// A case of bash or fish for every command but the program itself, between quotes.
std::vector<std::string> quotedPaths(const CommandEntry &program)
{
    std::vector<std::string> paths;
    for (const CommandEntry *command : withAllBelow(program))
        if (command != &program)
            paths.push_back("'" + pathOf(*command) + "'");
    return paths;
}

std::string replaced(std::string text, const std::string &what, const std::string &with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

std::string bashValue(const OptionEntry &option)
{
    return option.takes == Takes::File  ? "_ardiff_paths -f"
        : option.takes == Takes::Folder ? "_ardiff_paths -d"
        : option.choices.empty()        ? ":"
                                        : "_ardiff_words '" + joined(option.choices, " ") + "'";
}

/// The cases of an option's values: which function completes them.
std::string bashValues(const CommandEntry &command)
{
    std::string text;
    for (const OptionEntry &option : command.options) {
        if (option.takes == Takes::Nothing || option.names.empty())
            continue;
        std::vector<std::string> patterns;
        for (const std::string &name : option.names)
            patterns.push_back("'" + pathOf(command) + " " + name + "'");
        text += "        " + joined(patterns, " | ") + ") " + bashValue(option) + "; return ;;\n";
    }
    return text;
}

std::vector<std::string> bashWords(const CommandEntry &command)
{
    std::vector<std::string> words;
    for (const CommandEntry &below : command.commands)
        words.push_back(below.path.back());
    for (const OptionEntry &option : command.options)
        words.insert(words.end(), option.names.begin(), option.names.end());
    return words;
}

/// What a command takes besides values: its options, and where a word does not look like one its argument.
std::string bashCase(const CommandEntry &command)
{
    const std::string words = "_ardiff_words '" + joined(bashWords(command), " ") + "'";
    for (const OptionEntry &option : command.options)
        if (option.names.empty())
            return "'" + pathOf(command) + "') if [[ $current == -* ]]; then " + words + "; else " + bashValue(option) +
                "; fi ;;\n";
    return "'" + pathOf(command) + "') " + words + " ;;\n";
}

/// For a description in zsh's [..] within '..'.
std::string zshText(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == '[' || c == ']' || c == ':')
            out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return replaced(out, "'", "'\\''");
}

std::string zshName(const CommandEntry &command)
{
    return "_" + joined(command.path, "_");
}

/// What _arguments calls for a value, behind its name.
std::string zshValue(const OptionEntry &option)
{
    const std::string how = option.takes == Takes::File ? "_files"
        : option.takes == Takes::Folder                 ? "_files -/"
        : option.choices.empty()                        ? " "
                                                        : "(" + joined(option.choices, " ") + ")";
    return option.takes == Takes::Nothing ? std::string() : ":" + zshText(option.value) + ":" + how;
}

std::string zshOption(const OptionEntry &option)
{
    const std::string rest = "[" + zshText(option.description) + "]" + zshValue(option) + "'";
    if (option.names.empty())
        return std::string(" \\\n        '") + (option.many ? "*" : "") + zshValue(option) + "'";
    if (option.names.size() == 1)
        return " \\\n        '" + option.names.front() + rest;
    return " \\\n        '(" + joined(option.names, " ") + ")'{" + joined(option.names, ",") + "}'" + rest;
}

std::string zshFunction(const CommandEntry &command)
{
    std::string text = zshName(command) + "() {\n";
    if (!command.commands.empty())
        text += "    local context state state_descr line\n    typeset -A opt_args\n";
    text += "    _arguments -s" + std::string(command.commands.empty() ? "" : " -C");
    for (const OptionEntry &option : command.options)
        text += zshOption(option);
    if (command.commands.empty())
        return text + "\n}\n\n";
    text +=
        " \\\n        '1: :->command' '*:: :->rest'\n    case $state in\n    command)\n        local -a commands=(\n";
    for (const CommandEntry &below : command.commands)
        text += "            '" + below.path.back() + ":" + zshText(below.description) + "'\n";
    text += "        )\n        _describe command commands ;;\n    rest)\n        case $words[1] in\n";
    for (const CommandEntry &below : command.commands)
        text += "        " + below.path.back() + ") " + zshName(below) + " ;;\n";
    return text + "        esac ;;\n    esac\n}\n\n";
}

std::string fishQuoted(const std::string &text)
{
    return "'" + replaced(replaced(replaced(text, "\\", "\\\\"), "'", "\\'"), "\n", " ") + "'";
}

std::string fishOption(const std::string &path, const OptionEntry &option)
{
    std::string text = "complete -c ardiff -n \"__ardiff_at '" + path + "'\"";
    for (const std::string &name : option.names)
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (option.takes != Takes::Nothing)
        text += option.takes == Takes::File ? " -r -F"
            : option.takes == Takes::Folder ? " -x -a '(__fish_complete_directories)'"
            : option.choices.empty()        ? " -x"
                                            : " -x -a " + fishQuoted(joined(option.choices, " "));
    return text + " -d " + fishQuoted(option.description) + "\n";
}

} // namespace

std::string bashCompletion(const CommandEntry &program)
{
    std::string text = kLicence;
    text += R"(# shellcheck shell=bash
_ardiff_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
_ardiff_paths() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}
_ardiff() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command="" i
    COMPREPLY=()
    # --option=value comes in three words
    if [[ $current == "=" ]]; then
        current=
    elif [[ $before == "=" ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case "$command/${COMP_WORDS[i]}" in
        )";
    text += joined(quotedPaths(program), " | ") + ") command+=/${COMP_WORDS[i]} ;;\n        esac\n    done\n";
    text += "    case \"$command $before\" in\n";
    for (const CommandEntry *command : withAllBelow(program))
        text += bashValues(*command);
    text += "    esac\n    case \"$command\" in\n";
    for (const CommandEntry *command : withAllBelow(program))
        text += "        " + bashCase(*command);
    return text + "    esac\n}\ncomplete -F _ardiff ardiff\n";
}

std::string zshCompletion(const CommandEntry &program)
{
    std::string text = "#compdef ardiff\n" + std::string(kLicence) + "\n";
    for (const CommandEntry *command : withAllBelow(program))
        text += zshFunction(*command);
    return text + "_ardiff \"$@\"\n";
}

std::string fishCompletion(const CommandEntry &program)
{
    std::string text = kLicence;
    text += "function __ardiff_at\n    set -l at ''\n    for word in (commandline -opc)[2..-1]\n        switch "
            "\"$at/$word\"\n"
            "            case " +
        joined(quotedPaths(program), " ") +
        "\n                set at \"$at/$word\"\n        end\n    end\n    test \"$at\" = \"$argv[1]\"\nend\n"
        "complete -c ardiff -f\n";
    for (const CommandEntry *command : withAllBelow(program)) {
        const std::string path = pathOf(*command);
        for (const CommandEntry &below : command->commands)
            text += "complete -c ardiff -n \"__ardiff_at '" + path + "'\" -a " + below.path.back() + " -d " +
                fishQuoted(below.description) + "\n";
        for (const OptionEntry &option : command->options)
            text += fishOption(path, option);
    }
    return text;
}

} // namespace ard::cli
