// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// fake_engine: speaks the engine's protocol over standard input and output without a network, and misbehaves on demand.
#include "folder/ModelSummary.h"
#include "protocol/Codec.h"
#include "support/fake_engine/FakeRun.h"
#include <CLI/CLI.hpp>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>

namespace {

using namespace ard;

struct Options {
    int major = protocol::kMajor;
    int delay = 0; // milliseconds before every frame
    int loadSteps = 3;
    int loadDelay = 0;
    int crashAfter = -1; // model calls
    int exitAfter = -1;
    int hangAfter = -1;
    int garbageAfter = -1;
    int oversizedAfter = -1;
    int misfitAfter = -1;
    int unknownAfter = -1;
    bool hangAtStart = false;
    bool refuseLoad = false;
    std::string refuseFolder; // models whose folder ends so are refused
    bool dieAtStart = false;
    bool noModels = false;
    bool forgetLane = false;     // the last of several is never answered
    bool beforeTogether = false; // as protocol 1.3 has it
};

Options options;

/// Requests as they come, read on a thread of their own, so that a cancel is seen during a run.
class Inbox {
public:
    Inbox()
    {
        std::thread([this] { readAll(); }).detach();
    }

    std::optional<protocol::Message> wait()
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] { return !m_messages.empty() || m_closed; });
        return pop();
    }

    bool takeCancel(std::uint64_t target)
    {
        const std::lock_guard lock(m_mutex);
        for (auto it = m_messages.begin(); it != m_messages.end(); ++it)
            if (isCancelOf(*it, target)) {
                m_messages.erase(it);
                return true;
            }
        return false;
    }

    /// The time in which a slow engine would compute; ends early when nobody is there any more.
    void pause(int milliseconds)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_closed; });
    }

    void waitForClose()
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] { return m_closed; });
    }

private:
    static bool isCancelOf(const protocol::Message &message, std::uint64_t target)
    {
        const auto *cancel = std::get_if<protocol::CancelRequest>(&message.body);
        return cancel && cancel->target == target;
    }

    std::optional<protocol::Message> pop()
    {
        if (m_messages.empty())
            return std::nullopt;
        protocol::Message message = std::move(m_messages.front());
        m_messages.pop_front();
        return message;
    }

    void readAll()
    {
        protocol::PayloadReader reader;
        for (int byte = 0; (byte = std::fgetc(stdin)) != EOF;) {
            const auto value = static_cast<std::uint8_t>(byte);
            reader.feed({&value, 1});
            auto payload = reader.next();
            if (!payload)
                break;
            if (!*payload)
                continue;
            if (auto message = protocol::decode(**payload)) {
                const std::lock_guard lock(m_mutex);
                m_messages.push_back(std::move(*message));
                m_ready.notify_all();
            }
        }
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_ready.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::deque<protocol::Message> m_messages;
    bool m_closed = false;
};

void sendBytes(const void *bytes, std::size_t count)
{
    std::fwrite(bytes, 1, count, stdout);
    std::fflush(stdout);
}

void send(std::uint64_t id, protocol::Body body)
{
    const auto bytes = protocol::encode({id, std::move(body)});
    sendBytes(bytes.data(), bytes.size());
}

[[noreturn]] void hang(Inbox &inbox)
{
    inbox.waitForClose();
    std::_Exit(0);
}

protocol::ModelSummary modelOf(const std::string &folder)
{
    if (auto summary = readModelSummary(folder)) {
        summary->fingerprint = "of " + summary->name;
        return *summary;
    }
    protocol::ModelSummary model;
    model.folder = folder;
    model.name = "fake";
    model.length = 12;
    model.diffusionSteps = 200;
    model.vocabulary = 25;
    model.trainedSchedules = {"ar-diffusion", "uniform"};
    return model;
}

void load(std::uint64_t id, const protocol::LoadModelRequest &request, protocol::ModelSummary &model, Inbox &inbox)
{
    if (options.refuseLoad || (!options.refuseFolder.empty() && request.folder.ends_with(options.refuseFolder))) {
        const std::string message = "The weights of " + request.folder + " are cut short";
        send(id, protocol::FailedEvent{"format", message, "detail for the log"});
        return;
    }
    for (int step = 0; step < options.loadSteps; ++step) {
        send(id, protocol::ProgressEvent{"reading weights", double(step) / options.loadSteps});
        inbox.pause(options.loadDelay);
    }
    model = modelOf(request.folder);
    send(id, protocol::LoadedEvent{model, "cpu"});
}

/// What the switches ask for once so many model calls are done.
void misbehave(int done, Inbox &inbox)
{
    if (done == options.crashAfter)
        std::raise(SIGKILL);
    if (done == options.exitAfter) {
        std::fputs("error the disk is full\n", stderr);
        std::_Exit(3);
    }
    if (done == options.hangAfter)
        hang(inbox);
    if (done == options.garbageAfter)
        sendBytes("\x08\x00\x00\x00garbage!", 12);
    if (done == options.oversizedAfter)
        sendBytes("\xff\xff\xff\xff", 4);
    if (done == options.unknownAfter)
        sendBytes("\x12\x00\x00\x00\xa2\x64type\x67novelty\x62id\x00", 22);
}

void sendFrame(std::uint64_t id, const fake::FakeRun &run, int call)
{
    StepFrame frame = run.frame(call);
    if (call - 1 == options.misfitAfter)
        frame.tokens.pop_back();
    const auto words = fake::FakeRun::words(frame);
    send(id, protocol::FrameEvent{std::move(frame), words});
}

/// Started and frames. False: cancelled.
bool sendRun(std::uint64_t id, const fake::FakeRun &run, Inbox &inbox)
{
    send(id, protocol::StartedEvent{run.header(), run.sourceReading()});
    for (int call = 1; call <= run.modelCalls(); ++call) {
        inbox.pause(options.delay);
        misbehave(call - 1, inbox);
        if (inbox.takeCancel(id))
            return false;
        sendFrame(id, run, call);
    }
    return true;
}

/// The run of a request; without one the request is answered.
std::optional<fake::FakeRun> runOf(std::uint64_t id, const GenerationRequest &request,
                                   const protocol::ModelSummary &model)
{
    auto run = fake::FakeRun::make(request, model.length, model.diffusionSteps);
    if (run) {
        run->setModel(model);
        return std::move(*run);
    }
    send(id, protocol::FailedEvent{"invalid_argument", run.error().message, {}});
    return std::nullopt;
}

void generate(std::uint64_t id, const GenerationRequest &request, const protocol::ModelSummary &model, Inbox &inbox)
{
    const auto run = runOf(id, request, model);
    if (!run)
        return;
    if (sendRun(id, *run, inbox))
        send(id, protocol::FinishedEvent{{run->output()}, 0, 0.5, false});
    else
        send(id, protocol::FinishedEvent{{}, 0, 0.5, true});
}

/// Call by call, each lane in its turn.
void generateTogether(std::uint64_t id, const protocol::GenerateTogetherRequest &request,
                      const protocol::ModelSummary &model, Inbox &inbox)
{
    if (options.beforeTogether)
        return send(id,
                    protocol::FailedEvent{"unknown_type", "The message type \"generate_together\" is not known", {}});
    struct Lane {
        std::uint64_t id;
        fake::FakeRun run;
    };
    std::vector<Lane> going;
    for (const protocol::LaneRequest &lane : request.lanes)
        if (options.forgetLane && &lane == &request.lanes.back())
            break;
        else if (auto run = runOf(lane.id, lane.request, model)) {
            send(lane.id, protocol::StartedEvent{run->header(), run->sourceReading()});
            going.push_back({lane.id, std::move(*run)});
        }
    for (int call = 1; !going.empty(); ++call) {
        inbox.pause(options.delay);
        misbehave(call - 1, inbox);
        std::erase_if(going, [&](const Lane &lane) {
            const bool cancelled = inbox.takeCancel(lane.id);
            if (!cancelled)
                sendFrame(lane.id, lane.run, call);
            if (!cancelled && call < lane.run.modelCalls())
                return false;
            send(lane.id,
                 cancelled ? protocol::FinishedEvent{{}, 0, 0.5, true}
                           : protocol::FinishedEvent{{lane.run.output()}, 0, 0.5, false});
            return true;
        });
    }
    send(id, protocol::FinishedEvent{{}, 0, 0.5, false});
}

void fillSkipped(std::uint64_t id, const protocol::FillSkippedRequest &request, const protocol::ModelSummary &model,
                 Inbox &inbox)
{
    const auto run = runOf(id, request.request, model);
    if (!run)
        return;
    const auto filled = run->filled(request.modelCall);
    if (!filled) {
        send(id, protocol::FailedEvent{"invalid_argument", filled.error().message, {}});
        return;
    }
    if (!sendRun(id, *filled, inbox)) {
        send(id, protocol::FailedEvent{"cancelled", "The request was cancelled", {}});
        return;
    }
    FilledSteps steps;
    steps.modelCall = request.modelCall;
    steps.modelCalls = filled->modelCalls();
    const StepFrame jump = run->frame(request.modelCall);
    for (const TokenState &token : jump.tokens) {
        steps.jumpWords.push_back(token.wordId);
        steps.filledWords.push_back(token.wordId);
        steps.distance.push_back(0.25F);
    }
    steps.words = fake::FakeRun::words(jump);
    send(id, protocol::FilledEvent{std::move(steps)});
}

/// One head of two layers with two heads: position i looks at j with weight 2 (j + 1) / (N (N + 1)), by content i - j and by
/// timestep j / 2, in layer 1 the other way round.
void attention(std::uint64_t id, const protocol::AttentionRequest &request, const protocol::ModelSummary &model)
{
    const auto run = runOf(id, request.request, model);
    if (!run)
        return;
    AttentionMap map;
    map.modelCall = request.modelCall;
    map.layer = request.layer;
    map.head = request.head;
    map.layers = map.heads = 2;
    if (request.layer >= map.layers || request.head >= map.heads || request.modelCall > run->modelCalls()) {
        send(id, protocol::FailedEvent{"invalid_argument", "The model has no such layer, head or model call", {}});
        return;
    }
    map.length = model.length;
    map.sourceLength = static_cast<int>(run->sourceReading().pieces.size());
    const auto n = static_cast<std::size_t>(map.length), source = static_cast<std::size_t>(map.sourceLength);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            const auto place = static_cast<float>(map.layer == 0 ? j : n - 1 - j);
            map.content.push_back(static_cast<float>(i) - place);
            map.time.push_back(place / 2);
            map.weights.push_back(2 * (place + 1) / static_cast<float>(n * (n + 1)));
        }
    map.cross.assign(n * source, 1.0F / static_cast<float>(source));
    send(id, protocol::AttentionMapEvent{std::move(map)});
}

/// Numbers that a test can foretell: every value of stage i is i + 1, and so is the word.
void inspect(std::uint64_t id, const protocol::InspectCallRequest &request, const protocol::ModelSummary &model)
{
    const auto run = runOf(id, request.request, model);
    if (!run)
        return;
    if (request.modelCall > run->modelCalls() || request.position >= model.length) {
        send(id, protocol::FailedEvent{"invalid_argument", "The run has no such model call or position", {}});
        return;
    }
    const StepFrame frame = run->frame(request.modelCall);
    const TokenState &token = frame.tokens[static_cast<std::size_t>(request.position)];
    CallInside inside;
    inside.modelCall = request.modelCall;
    inside.position = request.position;
    inside.timestepBefore = token.timestepBefore;
    inside.timestepAfter = token.timestepAfter;
    inside.latent = 0.75;
    inside.clean = 0.5;
    inside.noise = token.timestepAfter > 0 ? 0.25 : 0;
    inside.eps = {1, -1, 0.5F};
    inside.words = fake::FakeRun::words(frame);
    for (std::size_t i = 0; i < kCallStages; ++i) {
        const auto word = static_cast<std::int32_t>(i + 1);
        inside.stages[i] = {std::vector(frame.tokens.size(), word),
                            std::vector(frame.tokens.size(), 0.5F),
                            std::vector(3, static_cast<float>(word)),
                            {0, 0}};
        inside.words[word] = "\u2581stage" + std::to_string(word);
    }
    for (const TokenState &each : frame.tokens)
        inside.headWords.push_back(each.wordId);
    send(id, protocol::CallInsideEvent{std::move(inside)});
}

/// Four words at the corners of a square, those of the runs inside it.
void mapVocabulary(std::uint64_t id)
{
    send(id,
         protocol::VocabularyMapEvent{
             {{"[PAD]", "\u2581the", "\u2581dog", "ed"}, {{{-2, -2}, {2, -2}, {2, 2}, {-2, 2}}}, 0.25F}});
}

int serve()
{
    Inbox inbox;
    protocol::ModelSummary model;
    while (const auto message = inbox.wait()) {
        if (std::holds_alternative<protocol::HelloRequest>(message->body)) {
            if (options.hangAtStart)
                hang(inbox);
            send(message->id, protocol::HelloEvent{options.major, protocol::kMinor, "fake 1", "cpu", "none"});
            send(0, protocol::LogEvent{"warn", "the fake engine makes nothing of its own"});
        } else if (const auto *list = std::get_if<protocol::ListModelsRequest>(&message->body)) {
            const char *own = std::getenv("ARDIFF_MODELS");
            const bool wantsOwn = list->folders.empty() && own && !options.noModels;
            send(message->id,
                 protocol::ModelsEvent{findModels(wantsOwn ? std::vector<std::string>{own} : list->folders)});
        } else if (const auto *wanted = std::get_if<protocol::LoadModelRequest>(&message->body)) {
            load(message->id, *wanted, model, inbox);
        } else if (const auto *request = std::get_if<protocol::GenerateRequest>(&message->body)) {
            generate(message->id, request->request, model, inbox);
        } else if (const auto *request = std::get_if<protocol::ContinueFromRequest>(&message->body)) {
            GenerationRequest continued = request->request;
            continued.continuations.push_back(request->continuation);
            generate(message->id, continued, model, inbox);
        } else if (const auto *request = std::get_if<protocol::GenerateTogetherRequest>(&message->body)) {
            generateTogether(message->id, *request, model, inbox);
        } else if (const auto *request = std::get_if<protocol::InspectCallRequest>(&message->body)) {
            inspect(message->id, *request, model);
        } else if (std::holds_alternative<protocol::VocabularyMapRequest>(message->body)) {
            mapVocabulary(message->id);
        } else if (const auto *request = std::get_if<protocol::FillSkippedRequest>(&message->body)) {
            fillSkipped(message->id, *request, model, inbox);
        } else if (const auto *request = std::get_if<protocol::AttentionRequest>(&message->body)) {
            attention(message->id, *request, model);
        } else if (std::holds_alternative<protocol::ShutdownRequest>(message->body)) {
            break;
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("An engine for tests");
    app.add_option("--major", options.major);
    app.add_option("--delay", options.delay);
    app.add_option("--load-steps", options.loadSteps);
    app.add_option("--load-delay", options.loadDelay);
    app.add_option("--crash-after", options.crashAfter);
    app.add_option("--exit-after", options.exitAfter);
    app.add_option("--hang-after", options.hangAfter);
    app.add_option("--garbage-after", options.garbageAfter);
    app.add_option("--oversized-after", options.oversizedAfter);
    app.add_option("--misfit-after", options.misfitAfter);
    app.add_option("--unknown-after", options.unknownAfter);
    app.add_flag("--hang-at-start", options.hangAtStart);
    app.add_flag("--refuse-load", options.refuseLoad);
    app.add_option("--refuse-folder", options.refuseFolder);
    app.add_flag("--die-at-start", options.dieAtStart);
    app.add_flag("--no-models", options.noModels);
    app.add_flag("--forget-lane", options.forgetLane);
    app.add_flag("--before-together", options.beforeTogether);
    CLI11_PARSE(app, argc, argv);
    std::fputs("fake engine starts\n12:30:01.250 warning the memory is short\n", stderr);
    if (options.dieAtStart) {
        std::fputs("error no device of that name\n", stderr);
        return 4;
    }
    const int status = serve();
    std::fflush(stdout);
    std::_Exit(status); // the reader thread still waits for input
}
