// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OptionTable.h"

namespace ard::cli {

namespace {

std::vector<std::string> split(const std::string &text, char separator)
{
    return CLI::detail::split(text, separator);
}

bool isSet(const std::string &text)
{
    return text.size() > 2 && text.front() == '{' && text.back() == '}';
}

/// CLI11 has the type with what the option's checks say behind it: "INT:from 1 to 4096", "TEXT:{xsum,cnn-dm}", "text|json".
void readType(const std::string &type, OptionEntry &entry)
{
    const auto colon = type.find(':');
    entry.value = type.substr(0, colon);
    if (colon != std::string::npos)
        entry.limits = type.substr(colon + 1);
    if (isSet(entry.limits)) {
        entry.choices = split(entry.limits.substr(1, entry.limits.size() - 2), ',');
        entry.limits.clear();
    } else if (entry.value.find('|') != std::string::npos) {
        entry.choices = split(entry.value, '|');
    }
    entry.takes = entry.value.ends_with("FILE")                     ? OptionEntry::Takes::File
        : entry.value.ends_with("FOLDER") || entry.value == "MODEL" ? OptionEntry::Takes::Folder
                                                                    : OptionEntry::Takes::Value;
}

OptionEntry entryOf(const CLI::Option &option)
{
    OptionEntry entry;
    for (const std::string &name : option.get_snames())
        entry.names.push_back("-" + name);
    for (const std::string &name : option.get_lnames())
        entry.names.push_back("--" + name);
    entry.description = option.get_description();
    entry.required = option.get_required();
    if (option.get_items_expected_max() > 0) {
        readType(option.get_type_name(), entry);
        entry.standard = option.get_default_str();
        if (option.get_positional())
            entry.value = option.get_name(true);
        entry.many = option.get_items_expected_max() > 1;
    }
    return entry;
}

CommandEntry entryOf(const CLI::App &command, std::vector<std::string> path)
{
    path.push_back(command.get_name());
    CommandEntry entry{path, command.get_description(), command.get_footer(), {}, {}};
    for (const CLI::Option *option : command.get_options())
        if (!option->get_group().empty()) // those without a group are hidden
            entry.options.push_back(entryOf(*option));
    for (const CLI::App *below : command.get_subcommands([](const CLI::App *one) { return !one->get_group().empty(); }))
        entry.commands.push_back(entryOf(*below, path));
    return entry;
}

} // namespace

CommandEntry commandTable(const CLI::App &app)
{
    return entryOf(app, {});
}

} // namespace ard::cli
