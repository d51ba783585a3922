// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "EngineCommands.h"
#include "ModelFolders.h"
#include "Numbers.h"
#include "Output.h"
#include "ProgressLine.h"
#include "base/Json.h"
#include "engine/Benchmark.h"
#include <fmt/format.h>
#include <memory>

namespace ard::cli {

namespace {

struct BenchOptions {
    BenchmarkOptions benchmark;
    OutputFormat format = OutputFormat::Text;
};

Status run(const BenchOptions &options)
{
    ProgressLine line;
    ARD_ASSIGN(const BenchmarkReport report, runBenchmark(options.benchmark, line.sink()));
    line.show("", -1);
    if (options.format == OutputFormat::Json) {
        nlohmann::ordered_json json{{"model", report.model},   {"device", report.device},
                                    {"blas", report.blas},     {"threads", report.threads},
                                    {"rounds", report.rounds}, {"figures", nlohmann::ordered_json::array()}};
        for (const BenchmarkFigure &figure : report.figures)
            json["figures"].push_back({{"name", figure.name},
                                       {"median_seconds", figure.median},
                                       {"best_seconds", figure.best},
                                       {"rate", figure.rate},
                                       {"share_of_products", figure.share},
                                       {"rate_unit", figure.rateUnit}});
        json["generations"] = nlohmann::ordered_json::array();
        for (const BenchmarkGeneration &generation : report.generations) {
            nlohmann::ordered_json shares;
            for (const BenchmarkShare &share : generation.shares)
                shares[share.part] = share.share;
            json["generations"].push_back({{"name", generation.name}, {"shares", std::move(shares)}});
        }
        ARD_TRY(printResult(jsonText(json) + "\n"));
        return finishResult();
    }
    std::string text = fmt::format("{} on {}, {} threads, {}; medians of {} rounds\n", report.model, report.device,
                                   report.threads, report.blas, report.rounds);
    for (const BenchmarkFigure &figure : report.figures)
        text += fmt::format("  {:<46} {:>10.3f} ms (best {:.3f})  {:>10.1f} {}{}\n", figure.name, figure.median * 1e3,
                            figure.best * 1e3, figure.rate, figure.rateUnit,
                            figure.share > 0 ? fmt::format(", {:.0f} % of the products' rate", figure.share * 100)
                                             : std::string());
    for (const BenchmarkGeneration &generation : report.generations) {
        text += fmt::format("of the threads' time in a {}:\n", generation.name);
        for (const BenchmarkShare &share : generation.shares)
            text += fmt::format("  {:>5.1f} %  {}\n", share.share * 100, share.part);
    }
    ARD_TRY(printResult(text));
    return finishResult();
}

} // namespace

void addBench(CLI::App &app, Action &action)
{
    const auto options = std::make_shared<BenchOptions>();
    auto *command = addEngineCommand(app, "bench");
    takesModel(
        command->add_option("--model", options->benchmark.model, "Model folder (default: random weights, no text)"));
    command
        ->add_option("--size", options->benchmark.size,
                     "Without --model: e2e as bundled, e2e-wide with a feed-forward layer of 4 times its width, "
                     "commongen and xsum as the reference's settings have them")
        ->check(CLI::IsMember({"e2e", "e2e-wide", "commongen", "xsum"}))
        ->capture_default_str()
        ->excludes("--model");
    command->add_option("--rounds", options->benchmark.rounds, "How often everything is timed")
        ->check(between(1, 1000))
        ->capture_default_str();
    command->add_option("--steps", options->benchmark.steps, "Sampling steps of a generation")
        ->check(between(1, 1000))
        ->capture_default_str();
    command->add_option("--batches", options->benchmark.batches, "Batch sizes, separated by commas")
        ->delimiter(',')
        ->check(between(1, 4096))
        ->default_str("1,16,64");
    command->add_option("--device", options->benchmark.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    command->add_flag("--as-reference", options->benchmark.asReference,
                      "Also in the order of work of the reference implementation, on the same machine's BLAS");
    command->add_flag("--neighbour", options->benchmark.neighbour,
                      "The generations also while another process takes a core");
    addFormatOption(*command, options->format);
    command->footer("Examples:\n"
                    "  ardiff bench\n"
                    "  ardiff bench --size xsum --batches 1,10 --as-reference --neighbour\n"
                    "  ardiff bench --model models/e2e --rounds 9 --format json");
    command->callback([options, &action] { action = [options] { return run(*options); }; });
}

} // namespace ard::cli
