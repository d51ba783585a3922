// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "GenerationOptions.h"
#include "Output.h"
#include "ProgressLine.h"
#include "base/Files.h"
#include "base/Philox.h"
#include "text/FieldMixing.h"
#include "text/InventedNames.h"
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

namespace ard::cli {

namespace {

struct DistillOptions {
    GenerationOptions generation;
    std::filesystem::path source, out;
    std::vector<std::filesystem::path> exclude;
    int mixed = 0;
    std::uint64_t mixSeed = 1;         ///< of everything that is drawn here
    std::vector<std::string> invented; ///< fields whose values become invented names
    double inventedShare = 0.5;
    OutputFormat format = OutputFormat::Text;
};

struct Sources {
    std::vector<std::string> texts; ///< each once: those of the file, then the mixed ones
    std::size_t given = 0, mixed = 0, excluded = 0;
};

/// What stands before the first tab: files of references and plain sources alike.
Result<std::set<std::string>> excludedSources(const DistillOptions &options)
{
    std::set<std::string> excluded;
    for (const auto &path : options.exclude) {
        ARD_ASSIGN(const std::vector<std::string> lines, readLines(path));
        for (const std::string &line : lines)
            excluded.insert(line.substr(0, line.find('\t')));
    }
    return excluded;
}

Result<Sources> collect(const DistillOptions &options)
{
    ARD_ASSIGN(const std::set<std::string> excluded, excludedSources(options));
    ARD_ASSIGN(const std::vector<std::string> lines, readLines(options.source));
    Sources sources;
    std::set<std::string> seen;
    for (const std::string &line : lines) {
        if (line.empty() || !seen.insert(line).second)
            continue;
        if (excluded.count(line))
            ++sources.excluded;
        else
            sources.texts.push_back(line);
    }
    sources.given = sources.texts.size();
    if (sources.given == 0)
        return fail(ErrorCode::Format, "'" + options.source.string() + "' has no sources to write for");
    if (options.mixed > 0) {
        const auto more = mixedSources(sources.texts, options.mixed, excluded, options.mixSeed);
        if (more.empty())
            return fail(ErrorCode::InvalidArgument,
                        "--mix-fields needs sources of the form \"name: value | name: value\"");
        sources.mixed = more.size();
        sources.texts.insert(sources.texts.end(), more.begin(), more.end());
    }
    return sources;
}

struct Written {
    std::size_t pairs = 0, invented = 0;
};

Status write(const DistillOptions &options, const Sources &sources, const std::vector<Generator::BatchOutput> &rows,
             Written &written)
{
    constexpr std::uint32_t stream = 403;
    std::string sourceText, targetText;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string source = sources.texts[i],
                    target = rows[i].outputs.at(static_cast<std::size_t>(rows[i].chosen)).text;
        if (target.empty())
            continue;
        if (!options.invented.empty() && uniform01(options.mixSeed, stream, i) < options.inventedShare)
            written.invented += inventNames(source, target, options.invented, options.mixSeed, i);
        ++written.pairs;
        sourceText += source + "\n";
        targetText += target + "\n";
    }
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    if (error)
        return fail(ErrorCode::Io, "the folder '" + options.out.string() + "' cannot be made: " + error.message());
    ARD_TRY(writeAtomically(options.out / "train.src", sourceText));
    return writeAtomically(options.out / "train.tgt", targetText);
}

Status run(DistillOptions &options)
{
    ARD_ASSIGN(const Sources sources, collect(options));
    ARD_ASSIGN(const auto generator, loadModel(options.generation));
    std::vector<Generator::BatchOutput> rows;
    {
        ProgressLine line;
        ARD_ASSIGN(
            rows,
            generator->generateMany(sources.texts, options.generation.request, options.generation.batch, line.sink()));
    }
    Written written;
    ARD_TRY(write(options, sources, rows, written));
    nlohmann::ordered_json json{{"pairs", written.pairs},
                                {"sources", sources.given},
                                {"mixed_sources", sources.mixed},
                                {"excluded", sources.excluded},
                                {"invented", written.invented}};
    if (options.format == OutputFormat::Json) {
        json.update(describeRun(options.generation, *generator));
        ARD_TRY(printResult(json.dump() + "\n"));
    } else {
        for (const auto &[key, value] : json.items())
            ARD_TRY(printResult(key + " " + value.dump() + "\n"));
    }
    return finishResult();
}

} // namespace

void addDistill(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<DistillOptions>();
    auto *command = app.add_subcommand(
        "distill",
        "Training text from a teacher: what a model, such as the autoregressive twin, writes for the training sources");
    command->add_option("--source", options->source, "Training sources, one a line; each is taken once")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--out", options->out, "Folder to write train.src and train.tgt to")->required();
    command
        ->add_option("--mix-fields", options->mixed,
                     "So many sources more, made by mixing the fields of \"name: value | name: value\" sources")
        ->check(CLI::Range(0, 10'000'000));
    command
        ->add_option("--invent-names", options->invented,
                     "Fields whose values become invented names on both sides, where the target has them word for "
                     "word: the model "
                     "learns to copy names")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_option("--invent-share", options->inventedShare, "Share of the pairs that --invent-names touches")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--mix-seed", options->mixSeed, "Seed of mixing and inventing")->capture_default_str();
    command
        ->add_option("--exclude", options->exclude,
                     "Files whose sources (what stands before the first tab of a line) are never taken: held-out data")
        ->check(CLI::ExistingFile);
    addGenerationOptions(*command, options->generation);
    addFormatOption(*command, options->format);
    command->footer("Sequence-level distillation (Kim and Rush 2016): one sentence a source, and always the teacher's, "
                    "is easier to learn for a\n"
                    "model that writes all words at once. A model trained on it has to say so in its card.\n"
                    "Examples:\n"
                    "  ardiff distill --model runs/twin/model --source train.src --beam 5 --out distilled\n"
                    "  ardiff distill --model runs/twin/model --source train.src --mix-fields 20000 --exclude "
                    "valid.refs.tsv test.refs.tsv "
                    "\\\n      --invent-names name,near --out distilled");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
