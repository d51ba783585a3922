// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/RunTable.h"
#include "base/Json.h"
#include "trace/RunJson.h"
#include <fmt/format.h>

namespace ard {

namespace {

std::string quoted(const std::string &field)
{
    if (field.find_first_of("\",\r\n") == std::string::npos)
        return field;
    std::string result = "\"";
    for (const char letter : field)
        result += letter == '"' ? "\"\"" : std::string(1, letter);
    return result + '"';
}

std::string pieceOf(const RunRecord &record, std::int32_t word)
{
    const auto found = record.words.find(word);
    return found == record.words.end() ? std::string() : found->second;
}

void addRows(std::string &csv, const NamedRun &run)
{
    const RunRecord &record = *run.record;
    const std::string head = fmt::format("{},{},{},{}", quoted(run.name), quoted(record.request.schedule.kind),
                                         quoted(record.provenance.modelName), record.request.seed);
    for (const StepFrame &frame : record.frames)
        for (std::size_t n = 0; n < frame.tokens.size(); ++n) {
            const TokenState &token = frame.tokens[n];
            csv += fmt::format("{},{},{},{},{},{},{},{},{:.6g},{:.6g},{:.6g},{}\r\n", head, frame.modelCall,
                               frame.sentenceStepAfter, n, token.timestepBefore, token.timestepAfter, token.wordId,
                               quoted(pieceOf(record, token.wordId)), wordProbability(token), token.entropy,
                               token.distance, token.changed ? 1 : 0);
        }
}

nlohmann::json frameJson(const RunRecord &record, const StepFrame &frame)
{
    nlohmann::json pieces = nlohmann::json::array(), ids = pieces, probabilities = pieces, entropies = pieces;
    for (const TokenState &token : frame.tokens) {
        pieces.push_back(pieceOf(record, token.wordId));
        ids.push_back(token.wordId);
        probabilities.push_back(wordProbability(token));
        entropies.push_back(token.entropy);
    }
    return {{"model_call", frame.modelCall},
            {"milliseconds", frame.milliseconds},
            {"pieces", pieces},
            {"word_ids", ids},
            {"probabilities", probabilities},
            {"entropies", entropies}};
}

nlohmann::json runJson(const NamedRun &run)
{
    const RunRecord &record = *run.record;
    nlohmann::json frames = nlohmann::json::array(), outputs = frames;
    for (const StepFrame &frame : record.frames)
        frames.push_back(frameJson(record, frame));
    for (const CandidateOutput &output : record.outputs)
        outputs.push_back(output.text);
    return {{"lane", run.name},
            {"request", requestToJson(record.request)},
            {"model", record.provenance.modelName},
            {"fingerprint", record.provenance.modelFingerprint},
            {"complete", record.complete},
            {"seconds", record.seconds},
            {"sentence_steps", record.plan.sentenceSteps},
            {"timesteps", record.plan.timesteps},
            {"outputs", outputs},
            {"chosen", record.chosen},
            {"frames", frames}};
}

} // namespace

std::string runsToCsv(const std::vector<NamedRun> &runs)
{
    std::string csv =
        "lane,schedule,model,seed,model_call,sentence_step,position,timestep_before,timestep_after,word_id,piece,"
        "probability,entropy,distance,changed\r\n";
    for (const NamedRun &run : runs)
        addRows(csv, run);
    return csv;
}

std::string runsToJson(const std::vector<NamedRun> &runs)
{
    nlohmann::json all = nlohmann::json::array();
    for (const NamedRun &run : runs)
        all.push_back(runJson(run));
    const nlohmann::json file{{"format", "ardiff-runs"}, {"version", 1}, {"runs", std::move(all)}};
    return jsonText(file, 1) + '\n';
}

} // namespace ard
