// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "DistilledTexts.h"
#include "EngineCommands.h"
#include "GenerationOptions.h"
#include "Numbers.h"
#include "Output.h"
#include "Paths.h"
#include "ProgressLine.h"
#include "RiskOptions.h"
#include "StopSignal.h"
#include "base/Files.h"
#include "base/Json.h"
#include "base/Philox.h"
#include "text/FieldMixing.h"
#include "text/InventedNames.h"
#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

namespace ard::cli {

namespace {

struct DistillOptions {
    GenerationOptions generation;
    RiskOptions risk;
    std::vector<std::string> knownVerse; ///< files
    int samples = 1;                     ///< texts for a source
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

struct WrittenTexts {
    std::size_t pairs = 0, invented = 0;
};

/// The training text of all that has been written so far.
Status write(const DistillOptions &options, const Sources &sources, const DistilledTexts &texts, WrittenTexts &written)
{
    constexpr std::uint32_t stream = 403;
    std::string sourceText, targetText;
    for (std::size_t i = 0; i < sources.texts.size(); ++i)
        for (std::string target : texts.texts()[i].value_or(DistilledTexts::Texts())) {
            std::string source = sources.texts[i];
            if (target.empty())
                continue;
            if (!options.invented.empty() && uniform01(options.mixSeed, stream, i) < options.inventedShare)
                written.invented += inventNames(source, target, options.invented, options.mixSeed, i);
            ++written.pairs;
            sourceText += source + "\n";
            targetText += target + "\n";
        }
    ARD_TRY(writeAtomically(options.out / "train.src", sourceText));
    return writeAtomically(options.out / "train.tgt", targetText);
}

/// The best of what was written for a source, each once.
DistilledTexts::Texts chosenFor(const DistillOptions &options, const std::string &source,
                                const Generator::BatchOutput &row)
{
    DistilledTexts::Texts chosen;
    for (const std::size_t candidate : bestFirst(options.risk, source, row)) {
        const std::string &text = row.outputs[candidate].text;
        if (std::find(chosen.begin(), chosen.end(), text) == chosen.end())
            chosen.push_back(text);
        if (chosen.size() == static_cast<std::size_t>(options.samples))
            break;
    }
    return chosen;
}

/// Those that are missing, sources of similar length beside each other: a batch is as wide as its longest.
std::vector<std::size_t> missingByLength(const Sources &sources, const DistilledTexts &texts)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < sources.texts.size(); ++i)
        if (!texts.texts()[i])
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sources.texts[a].size() < sources.texts[b].size(); });
    return order;
}

/// A batch after the other, each kept when it is done, until all are there or a signal comes.
Status writeMissing(const DistillOptions &options, Generator &generator, const Sources &sources, DistilledTexts &texts)
{
    const std::atomic<bool> &stop = stopOnSignals();
    ProgressLine line;
    const std::vector<std::size_t> order = missingByLength(sources, texts);
    const GenerationOptions &generation = options.generation;
    const auto atOnce = static_cast<std::size_t>(std::max(1, generation.batch / generation.request.candidates));
    for (std::size_t begin = 0; begin < order.size() && !stop; begin += atOnce) {
        const std::size_t end = std::min(begin + atOnce, order.size());
        std::vector<std::string> some;
        for (std::size_t i = begin; i < end; ++i)
            some.push_back(sources.texts[order[i]]);
        const double before = static_cast<double>(begin), part = static_cast<double>(end - begin);
        const auto progress = [&](const std::string &stage, double fraction) {
            line.show(stage, (before + part * std::max(0.0, fraction)) / static_cast<double>(order.size()));
        };
        ARD_ASSIGN(const auto rows, generator.generateMany(some, generation.request, generation.batch, progress));
        for (std::size_t i = begin; i < end; ++i) {
            ARD_TRY(texts.add(order[i], chosenFor(options, some[i - begin], rows[i - begin])));
        }
        ARD_TRY(texts.flush());
    }
    return {};
}

Status print(const DistillOptions &options, const Generator &generator, const Sources &sources,
             const WrittenTexts &written, std::size_t missing)
{
    nlohmann::ordered_json json{{"pairs", written.pairs},
                                {"sources", sources.given},
                                {"mixed_sources", sources.mixed},
                                {"excluded", sources.excluded},
                                {"invented", written.invented}};
    if (options.format == OutputFormat::Json) {
        json["complete"] = missing == 0;
        json.update(describeRun(options.generation, generator));
        ARD_TRY(printResult(jsonText(json) + "\n"));
        return finishResult();
    }
    for (const auto &[key, value] : json.items())
        ARD_TRY(printResult(key + " " + value.dump() + "\n"));
    if (missing > 0)
        ARD_TRY(printResult("stopped: " + std::to_string(missing) + " of " + std::to_string(sources.texts.size()) +
                            " sources are missing, the same command goes on with them\n"));
    return finishResult();
}

/// Everything besides the request that decides which texts are taken.
std::string choiceOf(const DistillOptions &options)
{
    std::string choice = "samples:" + std::to_string(options.samples);
    if (options.risk.asVerse)
        for (const std::string &file : options.knownVerse)
            choice += "|verse:" + file;
    return choice;
}

Status checkSamples(DistillOptions &options)
{
    int &candidates = options.generation.request.candidates;
    if (!options.generation.given.contains("candidates"))
        candidates = options.samples;
    if (options.samples > candidates)
        return fail(ErrorCode::InvalidArgument,
                    "--samples " + std::to_string(options.samples) + " are chosen among --candidates, and there are " +
                        std::to_string(candidates));
    ARD_ASSIGN(KnownVersePointer verse, loadVerse(options.knownVerse));
    return takeVerse(options.risk, std::move(verse));
}

Status run(DistillOptions &options)
{
    ARD_TRY(checkSamples(options));
    ARD_ASSIGN(const Sources sources, collect(options));
    ARD_ASSIGN(const auto generator, loadModel(options.generation));
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    if (error)
        return fail(ErrorCode::Io, "the folder '" + options.out.string() + "' cannot be made: " + error.message());
    ARD_ASSIGN(DistilledTexts texts,
               DistilledTexts::open(options.out / "distill.part", *generator, options.generation.request, sources.texts,
                                    choiceOf(options)));
    const Status done = writeMissing(options, *generator, sources, texts);
    WrittenTexts written;
    ARD_TRY(firstFailure(done, write(options, sources, texts, written)));
    if (texts.missing() == 0)
        texts.remove();
    return print(options, *generator, sources, written, texts.missing());
}

} // namespace

void addDistill(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<DistillOptions>();
    auto *command = addEngineCommand(app, "distill");
    readsFile(command->add_option("--source", options->source, "Training sources, one a line; each is taken once"))
        ->required();
    writesFolder(command->add_option("--out", options->out, "Folder to write train.src and train.tgt to"))->required();
    command
        ->add_option("--mix-fields", options->mixed,
                     "So many sources more, made by mixing the fields of \"name: value | name: value\" sources")
        ->check(between(0, 10'000'000));
    command
        ->add_option("--invent-names", options->invented,
                     "Fields whose values become invented names on both sides, where the target has them word for "
                     "word: the model "
                     "learns to copy names")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_option("--invent-share", options->inventedShare, "Share of the pairs that --invent-names touches")
        ->check(between(0, 1))
        ->capture_default_str();
    command->add_option("--mix-seed", options->mixSeed, "Seed of mixing and inventing")->capture_default_str();
    readsFile(command->add_option(
        "--exclude", options->exclude,
        "Files whose sources (what stands before the first tab of a line) are never taken: held-out data"));
    command
        ->add_option("--samples", options->samples,
                     "So many different texts for each source, the best of --candidates (default: as many), which "
                     "needs a --temperature")
        ->check(between(1, kMaxCandidates))
        ->capture_default_str();
    addGenerationOptions(*command, options->generation);
    addChoiceOption(*command, options->risk, options->generation);
    addKnownVerseOption(*command, options->knownVerse);
    addFormatOption(*command, options->format);
    command->footer(
        "Sequence-level distillation (Kim and Rush 2016): one sentence a source, and always the teacher's, "
        "is easier to learn for a\n"
        "model that writes all words at once. A model trained on it has to say so in its card.\n"
        "Where there are many good answers, as in verse, the likeliest sentence is dull: --temperature and "
        "--samples draw several.\n"
        "Ctrl-C keeps what is written, and the same command goes on. Examples:\n"
        "  ardiff distill --model runs/twin/model --source train.src --beam 5 --out distilled\n"
        "  ardiff distill --model runs/twin/model --source train.src --mix-fields 20000 --exclude "
        "valid.refs.tsv test.refs.tsv "
        "\\\n      --invent-names name,near --out distilled\n"
        "  ardiff distill --model runs/twin/model --source train.src --temperature 0.8 --top-p 0.95 --samples "
        "2 --candidates 8 "
        "\\\n      --choose verse --known-verse train.tsv --out distilled");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
