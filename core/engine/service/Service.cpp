// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/service/Service.h"
#include "base/Log.h"
#include "folder/ModelSummary.h"
#include <exception>

namespace ard {

using namespace protocol;

namespace {

constexpr std::size_t kReadBytes = 64u << 10;
constexpr std::size_t kMaxModels = 1000;

} // namespace

Service::Service(ByteSource &input, ByteSink &output, EngineBackend backend)
    : m_modelFolders(backend.modelFolders), m_input(input), m_writer(output, [this] { leave(); }),
      m_worker(std::move(backend), m_writer)
{
}

int Service::run()
{
    std::vector<std::uint8_t> buffer(kReadBytes);
    while (!m_shutdown && !m_writer.broken()) {
        const std::size_t count = m_input.read(buffer);
        if (count == 0)
            break;
        m_reader.feed(std::span(buffer).first(count));
        while (!m_shutdown) {
            const auto payload = m_reader.next();
            if (!payload) {
                log::error(payload.error().message);
                m_writer.send(0, FailedEvent{"bad_stream", payload.error().message, {}});
                m_worker.stop();
                return 1;
            }
            if (!*payload)
                break;
            handle(**payload);
        }
    }
    if (m_shutdown) {
        m_worker.stop();
        return 0;
    }
    m_worker.finish();
    if (m_writer.broken() || !m_reader.isInside())
        return 0;
    const std::string message = "The input ended inside a message";
    log::error(message);
    m_writer.send(0, FailedEvent{"bad_stream", message, {}});
    return 1;
}

void Service::leave()
{
    m_worker.stop();
    m_input.interrupt();
}

void Service::handle(std::span<const std::uint8_t> payload)
{
    const Decoded message = decode(payload);
    if (!message)
        return refuse(message.error());
    try {
        std::visit([&](const auto &body) { on(message->id, body); }, message->body);
    } catch (const std::exception &error) {
        log::error(error.what());
        m_writer.send(message->id, FailedEvent{"internal", "The request failed in the engine", error.what()});
    }
}

void Service::refuse(const Malformed &malformed)
{
    log::warn(malformed.error.message);
    const bool unknown = malformed.error.code == ErrorCode::Unsupported;
    m_writer.send(malformed.id,
                  FailedEvent{unknown ? "unknown_type" : "malformed", malformed.error.message, malformed.error.detail});
}

void Service::on(std::uint64_t id, const HelloRequest &request)
{
    if (const Status version = checkVersion(request.major, request.minor, "The window"); !version)
        return m_writer.send(id, FailedEvent{"unsupported_version", version.error().message, {}});
    const EngineInfo info = m_worker.info();
    m_writer.send(id, HelloEvent{kMajor, kMinor, info.version, info.device, info.blas});
}

void Service::on(std::uint64_t id, const ListModelsRequest &request)
{
    std::vector<std::string> problems;
    std::vector<ModelSummary> models =
        findModels(request.folders.empty() ? m_modelFolders : request.folders, &problems);
    if (models.size() > kMaxModels) {
        problems.push_back("There are " + std::to_string(models.size()) + " models; only the first " +
                           std::to_string(kMaxModels) + " are listed");
        models.resize(kMaxModels);
    }
    for (const std::string &problem : problems)
        m_writer.send(id, LogEvent{"warn", problem});
    m_writer.send(id, ModelsEvent{std::move(models)});
}

void Service::on(std::uint64_t id, const CancelRequest &request)
{
    // Too late is no error: the answer and the wish to cancel crossed each other.
    if (!m_worker.cancel(request.target))
        m_writer.send(
            id,
            LogEvent{"debug",
                     "There is nothing to cancel: request " + std::to_string(request.target) + " is answered"});
}

void Service::on(std::uint64_t, const ShutdownRequest &)
{
    m_shutdown = true;
}

template <class Other>
void Service::on(std::uint64_t id, const Other &message)
{
    if constexpr (isWork<Other>) {
        submit(id, message);
    } else {
        const std::string type = Other::type;
        refuse({id, type,
                Error{ErrorCode::InvalidArgument,
                      "The message \"" + type + "\" is the engine's to send, not a request",
                      {}}});
    }
}

void Service::submit(std::uint64_t id, Body request)
{
    if (!m_worker.submit(id, std::move(request)))
        m_writer.send(id,
                      FailedEvent{"busy",
                                  "The engine is busy and " + std::to_string(Worker::kMaxWaiting) +
                                      " requests are waiting already: try again when one is finished",
                                  {}});
}

} // namespace ard
