// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Manual.h"
#include "Completion.h"
#include "base/Files.h"
#include <algorithm>
#include <cctype>

namespace ard::cli {

namespace {

/// Text for roff: what it would take for its own, and "-" as the sign that shells know, not as a hyphen.
std::string roff(const std::string &text)
{
    std::string out;
    bool lineStarts = true;
    for (const char c : text) {
        if (lineStarts && (c == '.' || c == '\''))
            out += "\\&";
        out += c == '\\' ? std::string("\\e") : c == '-' ? std::string("\\-") : std::string(1, c);
        lineStarts = c == '\n';
    }
    return out;
}

std::string bold(const std::string &text)
{
    return "\\fB" + roff(text) + "\\fR";
}

std::string italic(const std::string &text)
{
    return "\\fI" + roff(text) + "\\fR";
}

std::string sentence(std::string text)
{
    if (!text.empty() && text.back() != '.')
        text += '.';
    return text;
}

/// Behind the command in the synopsis: what has no option's name.
std::string arguments(const CommandEntry &command)
{
    std::string text = "[" + italic("OPTION") + "]...";
    for (const OptionEntry &option : command.options)
        if (option.names.empty())
            text += (option.required ? " " : " [") + italic(option.value) + (option.required ? "" : "]") +
                (option.many ? "..." : "");
    return text;
}

std::string optionText(const OptionEntry &option)
{
    std::vector<std::string> names;
    for (const std::string &name : option.names)
        names.push_back(bold(name));
    std::string text = ".TP\n" + joined(names, ", ");
    if (option.takes != OptionEntry::Takes::Nothing)
        text += (names.empty() ? "" : " ") + italic(option.value);
    text += "\n" + roff(sentence(option.description));
    std::vector<std::string> facts;
    if (option.required)
        facts.emplace_back("Required.");
    if (!option.limits.empty())
        facts.push_back("Takes " + roff(option.limits) + ".");
    if (!option.choices.empty() && option.value.find('|') == std::string::npos)
        facts.push_back("One of " + roff(joined(option.choices, ", ")) + ".");
    if (!option.standard.empty())
        facts.push_back("Default: " + bold(option.standard) + ".");
    if (!facts.empty())
        text += "\n" + joined(facts, " ");
    return text + "\n";
}

std::string optionsText(const CommandEntry &command)
{
    std::string text;
    for (const OptionEntry &option : command.options)
        text += optionText(option);
    return text;
}

std::string asItIs(const std::string &text)
{
    return ".nf\n" + roff(text) + (text.ends_with('\n') ? "" : "\n") + ".fi\n";
}

/// What stands below the options in the help: remarks, then examples.
struct Footer {
    std::string remarks, examples;
};

Footer footerOf(const CommandEntry &command)
{
    for (const std::string title : {"Examples:\n", "Example:\n"})
        if (const auto at = command.footer.find(title); at != std::string::npos)
            return {command.footer.substr(0, at), command.footer.substr(at + title.size())};
    return {command.footer, {}};
}

std::string pageName(const CommandEntry &command)
{
    return joined(command.path, "-");
}

std::string head(const CommandEntry &command)
{
    std::string title = pageName(command), summary = command.description;
    std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) { return std::toupper(c); });
    if (const auto name = command.path.back() + ": "; summary.starts_with(name))
        summary.erase(0, name.size());
    if (!summary.empty() && summary.size() > 1 && std::islower(static_cast<unsigned char>(summary[1])))
        summary.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(summary.front())));
    return "." + std::string("TH ") + roff(title) +
        " 1 \"\" \"ardiff " ARD_VERSION "\" \"AR\\-Diffusion Explorer\"\n.SH NAME\n" + roff(pageName(command)) +
        " \\- " + roff(summary) + "\n.SH SYNOPSIS\n" + bold(joined(command.path, " ")) + " " +
        (command.commands.empty() ? "" : italic("COMMAND") + " ") + arguments(command) + "\n";
}

std::string footerText(const Footer &footer)
{
    return (footer.remarks.empty() ? "" : ".SH NOTES\n" + asItIs(footer.remarks)) +
        (footer.examples.empty() ? "" : ".SH EXAMPLES\n" + asItIs(footer.examples));
}

const char *const kExitStatus =
    ".SH EXIT STATUS\n0 for success, 1 for a failure, which one line on standard error says, "
    "2 for wrong usage.\n";

ManPage commandPage(const CommandEntry &command)
{
    std::string text = head(command);
    text += ".SH OPTIONS\n" + optionsText(command);
    Footer footer = footerOf(command);
    for (const CommandEntry &below : command.commands) {
        text += ".SH COMMAND " + roff(below.path.back()) + "\n" + roff(sentence(below.description)) + "\n" +
            optionsText(below);
        if (const Footer its = footerOf(below); !its.examples.empty())
            text += ".PP\nExamples:\n" + asItIs(its.examples);
    }
    text += footerText(footer) + kExitStatus + ".SH SEE ALSO\n.BR ardiff (1)\n";
    return {pageName(command) + ".1", text};
}

ManPage programPage(const CommandEntry &program)
{
    std::string text = head(program);
    text += ".SH DESCRIPTION\nAR\\-Diffusion writes text by turning noise into words in many small steps, with a "
            "timestep of "
            "its own for every position of the sentence. ardiff trains such models, writes with them, scores and "
            "compares what they write, and is the engine behind the window of\n.BR ardiff\\-explorer (1).\n";
    text += "Each command has a page of its own, and\n.BR \\-\\-help .\n.SH COMMANDS\n";
    for (const CommandEntry &command : program.commands)
        text += ".TP\n\\fB" + roff(pageName(command)) + "\\fR(1)\n" + roff(sentence(command.description)) + "\n";
    text += ".SH OPTIONS\n" + optionsText(program) + kExitStatus;
    text += ".SH ENVIRONMENT\n.TP\n.B ARDIFF_MODELS\nA folder with model folders, looked at before the bundled ones.\n"
            ".TP\n.B OMP_NUM_THREADS\nHow many threads compute; without it as many as there are cores.\n"
            ".SH SEE ALSO\n.BR ardiff\\-explorer (1)\n";
    return {pageName(program) + ".1", text};
}

} // namespace

std::vector<ManPage> manPages(const CommandEntry &program)
{
    std::vector<ManPage> pages{programPage(program)};
    for (const CommandEntry &command : program.commands)
        pages.push_back(commandPage(command));
    return pages;
}

Status writeManual(const CLI::App &app, const std::filesystem::path &folder)
{
    const CommandEntry program = commandTable(app);
    std::vector<ManPage> files;
    for (const ManPage &page : manPages(program))
        files.push_back({"man1/" + page.name, page.text});
    files.push_back({"completions/bash/ardiff", bashCompletion(program)});
    files.push_back({"completions/zsh/_ardiff", zshCompletion(program)});
    files.push_back({"completions/fish/ardiff.fish", fishCompletion(program)});
    for (const ManPage &file : files) {
        std::error_code error;
        std::filesystem::create_directories((folder / file.name).parent_path(), error);
        ARD_TRY(writeAtomically(folder / file.name, file.text));
    }
    return {};
}

} // namespace ard::cli
