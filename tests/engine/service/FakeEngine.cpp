// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/FakeEngine.h"
#include "support/Samples.h"
#include <limits>
#include <new>
#include <stdexcept>

namespace ard::test {

protocol::GenerateRequest runOf(int calls)
{
    protocol::GenerateRequest request;
    request.request.source = "a fact";
    request.request.samplingSteps = calls;
    request.request.schedule.diffusionSteps = 0; // the model's
    return request;
}

namespace {

constexpr std::chrono::seconds patience{20}; // only a failing test waits so long
const protocol::SourceReading kSource{{"a", "b"}, 3, 1};

class FakeGenerator : public Generator {
public:
    explicit FakeGenerator(FakeEngine &engine) : m_engine(engine) { }

    const protocol::ModelSummary &summary() const override { return m_summary; }
    std::string device() const override { return "cpu"; }

    Result<RunRecord> generate(const GenerationRequest &request, bool recordFrames,
                               const GenerationObserver &observer) override
    {
        Result<RunRecord> result = fail(ErrorCode::Internal, "no end");
        generateTogether({{request, observer, [&](Result<RunRecord> run) { result = std::move(run); }}}, recordFrames);
        return result;
    }

    /// What frames throw ends all lanes.
    void generateTogether(const std::vector<Lane> &lanes, bool) override
    {
        std::vector<const Lane *> going;
        for (const Lane &lane : lanes) {
            m_engine.lastContinuations = lane.request.continuations;
            if (lane.request.eta == 0.125) {
                lane.ended(fail(ErrorCode::InvalidArgument, "An eta of 0.125 is not wanted here"));
                continue;
            }
            RunRecord header = emptyRun(lane.request);
            header.words.clear();
            lane.observer.started(header, kSource);
            going.push_back(&lane);
        }
        for (int call = 1; !going.empty(); ++call) {
            std::erase_if(going, [&](const Lane *lane) { return call > lane->request.samplingSteps && end(*lane); });
            if (!going.empty())
                m_engine.modelCall.wait();
            std::erase_if(going, [&](const Lane *lane) { return !makeCall(*lane, call); });
        }
    }

    Result<std::vector<BatchOutput>> generateMany(const std::vector<std::string> &, const GenerationRequest &, int,
                                                  const ProgressSink &, BatchMeasurement *) override
    {
        return fail(ErrorCode::Unsupported, "The service does not use this");
    }

    Result<std::vector<double>> logProbabilities(const std::vector<std::string> &, const std::vector<std::string> &,
                                                 int, const ProgressSink &) override
    {
        return fail(ErrorCode::Unsupported, "The service does not use this");
    }

    Result<AttentionMap> attention(const GenerationRequest &, int modelCall, int layer, int head,
                                   const std::atomic<bool> *) override
    {
        m_engine.modelCall.wait();
        const float first = m_engine.poisonFrames ? std::numeric_limits<float>::quiet_NaN() : 1.0F;
        return AttentionMap{modelCall, layer, head, 2, 2, 2, 1, {first, 2, 3, 4}, {0, 0, 0, 0}, {1, 0, 0, 1}, {1, 1}};
    }

    Result<FilledSteps> fillSkipped(const GenerationRequest &request, int modelCall,
                                    const GenerationObserver &observer) override
    {
        if (modelCall > request.samplingSteps)
            return fail(ErrorCode::InvalidArgument, "There is no such call");
        RunRecord run = sampleRun(4, 1);
        const StepFrame frame = run.frames.front();
        run.frames.clear();
        run.outputs.clear();
        run.chosen = 0;
        observer.started(run, kSource);
        observer.frame(frame, {{1, "word"}});
        return FilledSteps{modelCall, 1, {1, 1, 1, 1}, {1, 1, 1, 2}, {0, 0, 0, 1}, {{1, "one"}, {2, "two"}}, 0.5};
    }

    Result<CallInside> inspectCall(const GenerationRequest &request, int modelCall, int position,
                                   const std::atomic<bool> *) override
    {
        m_engine.modelCall.wait();
        if (modelCall > request.samplingSteps)
            return fail(ErrorCode::InvalidArgument, "There is no such call");
        CallInside inside;
        inside.modelCall = modelCall;
        inside.position = position;
        inside.stages.fill({{1, 2}, {0, 1}, {0.5F}, {0, 0}});
        inside.eps = {1};
        inside.headWords = {1, 2};
        return inside;
    }

    VocabularyMap vocabularyMap() const override { return {{"a", "b"}, {{{0, 1}, {2, 3}}}, 0.5F}; }

private:
    static RunRecord emptyRun(const GenerationRequest &request)
    {
        RunRecord run = sampleRun(4, request.samplingSteps);
        run.frames.clear();
        run.outputs.clear();
        run.chosen = 0;
        return run;
    }

    static bool end(const Lane &lane)
    {
        lane.ended(sampleRun(4, lane.request.samplingSteps));
        return true;
    }

    /// False: cancelled, and told so.
    bool makeCall(const Lane &lane, int call)
    {
        if (lane.observer.cancel->load()) {
            RunRecord run = emptyRun(lane.request);
            run.complete = false;
            lane.ended(std::move(run));
            return false;
        }
        ++m_engine.modelCalls;
        StepFrame frame = sampleFrame(4, call, call % 2 == 0);
        if (m_engine.poisonFrames)
            frame.tokens[1].entropy = std::numeric_limits<float>::quiet_NaN();
        if (m_engine.atFrame)
            m_engine.atFrame(frame);
        lane.observer.frame(frame, {{frame.modelCall, "word"}});
        return true;
    }

    FakeEngine &m_engine;
    protocol::ModelSummary m_summary = sampleModel();
};

} // namespace

void Gate::open()
{
    const std::scoped_lock lock(m_mutex);
    m_open = true;
    ++m_openings;
    m_changed.notify_all();
}

void Gate::close()
{
    const std::scoped_lock lock(m_mutex);
    m_open = false;
}

void Gate::letThrough()
{
    const std::scoped_lock lock(m_mutex);
    ++m_openings;
    m_changed.notify_all();
}

void Gate::wait()
{
    std::unique_lock lock(m_mutex);
    ++m_waiting;
    m_changed.notify_all();
    m_changed.wait(lock, [this, before = m_openings] { return m_open || m_openings != before; });
    --m_waiting;
}

bool Gate::waitForVisitor()
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [this] { return m_waiting > 0; });
}

EngineBackend FakeEngine::backend()
{
    EngineBackend backend;
    backend.describe = [] { return EngineInfo{"9.8.7", "cpu", "test BLAS"}; };
    backend.modelFolders = modelFolders;
    backend.load = [this](const std::string &folder, const std::string &,
                          const ProgressSink &progress) -> Result<std::unique_ptr<Generator>> {
        progress("reading weights", 0.5);
        modelCall.wait();
        if (folder == "good") {
            progress("ready", 1.0000001);
            return std::make_unique<FakeGenerator>(*this);
        }
        if (folder == "missing")
            return fail(ErrorCode::NotFound, "There is no model folder here", "detail");
        if (folder == "memory")
            throw std::bad_alloc();
        if (folder == "torch memory")
            throw std::runtime_error(
                "[enforce fail at alloc_cpu.cpp:75] DefaultCPUAllocator: can't allocate memory: you tried to "
                "allocate 1000000000000 bytes\nstack");
        throw std::logic_error("unexpected\nsecond line");
    };
    return backend;
}

std::size_t MemorySource::read(std::span<std::uint8_t> buffer)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_interrupted || m_ended || !m_bytes.empty(); });
    if (m_interrupted)
        return 0;
    const std::size_t count = std::min(buffer.size(), m_bytes.size());
    std::copy_n(m_bytes.begin(), count, buffer.begin());
    m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(count));
    return count;
}

void MemorySource::interrupt()
{
    const std::scoped_lock lock(m_mutex);
    m_interrupted = true;
    m_changed.notify_all();
}

void MemorySource::put(std::span<const std::uint8_t> bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    m_changed.notify_all();
}

void MemorySource::end()
{
    const std::scoped_lock lock(m_mutex);
    m_ended = true;
    m_changed.notify_all();
}

bool MemorySink::write(std::span<const std::uint8_t> bytes)
{
    reader.wait();
    const std::scoped_lock lock(m_mutex);
    if (m_broken)
        return false;
    m_reader.feed(bytes);
    while (true) {
        const auto payload = m_reader.next();
        if (!payload || !*payload)
            break;
        if (auto message = protocol::decode(**payload))
            m_messages.push_back(std::move(*message));
    }
    m_changed.notify_all();
    return true;
}

void MemorySink::breakPipe()
{
    const std::scoped_lock lock(m_mutex);
    m_broken = true;
}

std::optional<protocol::Message> MemorySink::next()
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait_for(lock, patience, [this] { return !m_messages.empty(); }))
        return std::nullopt;
    auto message = std::move(m_messages.front());
    m_messages.pop_front();
    return message;
}

bool MemorySink::empty()
{
    const std::scoped_lock lock(m_mutex);
    return m_messages.empty();
}

ServiceUnderTest::ServiceUnderTest(FakeEngine &engine)
    : m_engine(engine), m_service(m_source, m_sink, engine.backend()),
      m_thread([this] { m_status.set_value(m_service.run()); })
{
}

ServiceUnderTest::~ServiceUnderTest()
{
    m_source.end();
    m_engine.modelCall.open();
    m_sink.reader.open();
    m_thread.join();
}

void ServiceUnderTest::request(std::uint64_t id, protocol::Body body)
{
    m_source.put(protocol::encode({id, std::move(body)}));
}

void ServiceUnderTest::raw(const std::vector<std::uint8_t> &payload)
{
    const std::size_t size = payload.size();
    std::vector<std::uint8_t> bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(size >> shift));
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    m_source.put(bytes);
}

bool ServiceUnderTest::loadModel()
{
    request(1000, protocol::LoadModelRequest{"good", "auto"});
    return expect<protocol::ProgressEvent>(1000) && expect<protocol::ProgressEvent>(1000) &&
        expect<protocol::LoadedEvent>(1000);
}

int ServiceUnderTest::exitStatus()
{
    return m_ended.wait_for(patience) == std::future_status::ready ? m_ended.get() : -1;
}

} // namespace ard::test
