// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "Output.h"
#include "Paths.h"
#include "base/Files.h"
#include "base/Json.h"
#include "text/grammar/Judge.h"
#include "text/grammar/SourceSampler.h"
#include <fmt/format.h>
#include <map>
#include <memory>

namespace ard::cli {

namespace {

using Json = nlohmann::ordered_json;

struct GenerateArguments {
    std::size_t pairs = 1000;
    std::uint64_t seed = 1;
    grammar::Split split = grammar::Split::Train;
    std::filesystem::path out;
};

struct JudgeArguments {
    std::filesystem::path input;
    OutputFormat format = OutputFormat::Text;
};

const std::map<std::string, grammar::Split> splitNames{
    {"train", grammar::Split::Train}, {"valid", grammar::Split::Valid}, {"test", grammar::Split::Test}};

std::string nameOf(grammar::Split split)
{
    for (const auto &[name, value] : splitNames) {
        if (value == split)
            return name;
    }
    return {};
}

Status generate(const GenerateArguments &arguments)
{
    ARD_ASSIGN(const auto examples, grammar::drawExamples(arguments.split, arguments.pairs, arguments.seed));
    std::string source, target, references;
    std::size_t sentences = 0;
    for (const grammar::Example &example : examples) {
        source += example.source + "\n";
        target += example.target + "\n";
        references += example.source;
        for (const std::string &sentence : example.sentences)
            references += "\t" + sentence;
        references += "\n";
        sentences += example.sentences.size();
    }
    std::error_code error;
    std::filesystem::create_directories(arguments.out, error);
    if (error)
        return fail(ErrorCode::Io, "The folder " + arguments.out.string() + " cannot be made: " + error.message());
    const std::string name = nameOf(arguments.split);
    ARD_TRY(writeAtomically(arguments.out / (name + ".src"), source));
    ARD_TRY(writeAtomically(arguments.out / (name + ".tgt"), target));
    if (arguments.split != grammar::Split::Train)
        ARD_TRY(writeAtomically(arguments.out / (name + ".refs.tsv"), references));
    ARD_TRY(printResult(fmt::format("{}: {} sources, {:.1f} good sentences for each on average\n", name,
                                    examples.size(), double(sentences) / double(examples.size()))));
    return finishResult();
}

struct Failure {
    std::string source, output;
    grammar::Verdict verdict;
};

struct Judgement {
    std::size_t outputs = 0, grammatical = 0, faithful = 0, good = 0;
    std::vector<Failure> failures;
    double percent(std::size_t count) const { return 100.0 * double(count) / double(outputs); }
};

Result<Judgement> judgeFile(const std::filesystem::path &path)
{
    ARD_ASSIGN(const std::vector<std::string> lines, readLines(path));
    Judgement judgement;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string where = path.string() + ", line " + std::to_string(i + 1) + ": ";
        const std::size_t tab = lines[i].find('\t');
        if (tab == std::string::npos)
            return fail(ErrorCode::Format, where + "a source, a tab and an output are needed");
        Failure found{lines[i].substr(0, tab), lines[i].substr(tab + 1), {}};
        auto verdict = grammar::judge(found.source, found.output);
        if (!verdict)
            return fail(ErrorCode::Format, where + verdict.error().message);
        found.verdict = std::move(*verdict);
        ++judgement.outputs;
        judgement.grammatical += found.verdict.grammatical;
        judgement.faithful += found.verdict.faithful;
        judgement.good += found.verdict.good();
        if (!found.verdict.good())
            judgement.failures.push_back(std::move(found));
    }
    if (judgement.outputs == 0)
        return fail(ErrorCode::Format, path.string() + " is empty");
    return judgement;
}

std::string toJson(const Judgement &judgement)
{
    Json failures = Json::array();
    for (const Failure &failure : judgement.failures)
        failures.push_back({{"source", failure.source},
                            {"output", failure.output},
                            {"grammatical", failure.verdict.grammatical},
                            {"faithful", failure.verdict.faithful},
                            {"reason", failure.verdict.reason}});
    const Json json = {{"outputs", judgement.outputs},
                       {"grammatical", judgement.percent(judgement.grammatical)},
                       {"faithful", judgement.percent(judgement.faithful)},
                       {"both", judgement.percent(judgement.good)},
                       {"failures", std::move(failures)}};
    return jsonText(json, 2) + "\n";
}

std::string toText(const Judgement &judgement)
{
    std::string text;
    for (const Failure &failure : judgement.failures)
        text += failure.source + "\n  " + failure.output + "\n  " + failure.verdict.reason + "\n";
    return text +
        fmt::format("{} outputs: grammatical {:.1f} %, faithful {:.1f} %, both {:.1f} %\n", judgement.outputs,
                    judgement.percent(judgement.grammatical), judgement.percent(judgement.faithful),
                    judgement.percent(judgement.good));
}

Status judgeOutputs(const JudgeArguments &arguments)
{
    ARD_ASSIGN(const Judgement judgement, judgeFile(arguments.input == "-" ? "/dev/stdin" : arguments.input));
    ARD_TRY(printResult(arguments.format == OutputFormat::Json ? toJson(judgement) : toText(judgement)));
    return finishResult();
}

void addGenerateTo(CLI::App &grammar, Action &action)
{
    auto arguments = std::make_shared<GenerateArguments>();
    CLI::App *command =
        grammar.add_subcommand("generate", "Write sources and sentences; valid and test also with all good ones");
    command->add_option("--pairs", arguments->pairs, "How many different sources")->capture_default_str();
    command->add_option("--seed", arguments->seed, "The same seed gives the same pairs")->capture_default_str();
    command
        ->add_option_function<std::string>(
            "--split", [arguments](const std::string &name) { arguments->split = splitNames.at(name); },
            "train, valid or test: no source is in two of them")
        ->check(CLI::IsMember({"train", "valid", "test"}).description(""))
        ->type_name("train|valid|test")
        ->default_str("train");
    writesFolder(
        command->add_option("--out", arguments->out, "Folder to write <split>.src, <split>.tgt and <split>.refs.tsv"))
        ->required();
    command->footer("Examples:\n"
                    "  ardiff grammar generate --pairs 60000 --seed 1 --split train --out data\n"
                    "  ardiff grammar generate --pairs 500 --seed 1 --split valid --out data");
    command->callback([arguments, &action] { action = [arguments] { return generate(*arguments); }; });
}

void addJudgeTo(CLI::App &grammar, Action &action)
{
    auto arguments = std::make_shared<JudgeArguments>();
    CLI::App *command =
        grammar.add_subcommand("judge", "Say which outputs are grammatical and faithful to their source");
    readsFile(
        command->add_option("--input", arguments->input, "Source, tab, output on every line; - is standard input"))
        ->required();
    addFormatOption(*command, arguments->format);
    command->footer("Examples:\n"
                    "  ardiff grammar judge --input outputs.tsv\n"
                    "  ardiff grammar judge --input outputs.tsv --format json");
    command->callback([arguments, &action] { action = [arguments] { return judgeOutputs(*arguments); }; });
}

} // namespace

void addGrammar(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("grammar", "The teaching grammar: make sentences from facts, judge outputs");
    command->require_subcommand(1);
    addGenerateTo(*command, action);
    addJudgeTo(*command, action);
    command->footer("Examples:\n"
                    "  ardiff grammar generate --pairs 60000 --seed 1 --split train --out data\n"
                    "  ardiff grammar judge --input outputs.tsv");
}

} // namespace ard::cli
