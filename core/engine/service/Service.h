// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Service: the engine's side of the protocol (docs/protocol.md), what `ardiff serve` runs. The thread that calls run() reads and
// answers at once what takes no time, cancel and shutdown among it; the worker thread loads and generates.
#include "engine/service/EventWriter.h"
#include "engine/service/Streams.h"
#include "engine/service/Worker.h"
#include "protocol/Codec.h"

namespace ard {

class Service {
public:
    /// Streams must outlive the service.
    Service(ByteSource &input, ByteSink &output, EngineBackend backend);

    /// Serves until shutdown (0), the end of input (0, after what was asked for is answered), nobody reading the output any more
    /// (0), input that ends inside a message (1, answered too), or that is no stream of messages (1). After a shutdown the worker can still be inside a model call, whose
    /// end the destructor waits for: a process that is in a hurry leaves without it.
    int run();

private:
    void leave(); ///< nobody reads the output any more; on the thread that found it out
    void handle(std::span<const std::uint8_t> payload);
    void refuse(const protocol::Malformed &malformed);

    // One overload a request that is answered at once; what takes time goes to the worker through the template, and what is
    // no request is refused there.
    void on(std::uint64_t id, const protocol::HelloRequest &request);
    void on(std::uint64_t id, const protocol::ListModelsRequest &request);
    void on(std::uint64_t id, const protocol::CancelRequest &request);
    void on(std::uint64_t id, const protocol::ShutdownRequest &request);
    template <class Other>
    void on(std::uint64_t id, const Other &message);
    void submit(std::uint64_t id, protocol::Body request);

    const std::vector<std::string> m_modelFolders; ///< before the worker, which takes the backend
    ByteSource &m_input;
    EventWriter m_writer;
    protocol::PayloadReader m_reader;
    bool m_shutdown = false;
    Worker m_worker; ///< last: it uses the writer
};

} // namespace ard
