// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MessageDecoder: the engine's standard output to messages. Lives on EngineClient's worker thread, so that the window
// stays smooth however large or fast the messages are. Answers come back in batches, one a chunk of bytes.
#include "protocol/Codec.h"
#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

namespace ard::ui {

using MessageBatch = std::shared_ptr<const std::vector<protocol::Message>>;

class MessageDecoder : public QObject {
    Q_OBJECT

public:
    explicit MessageDecoder(QObject *parent = nullptr);

    /// Worker thread. Does nothing after lost.
    void feed(const QByteArray &bytes);
    /// Worker thread, after the last feed: answers with ended.
    void finish();

Q_SIGNALS:
    void decoded(const ard::ui::MessageBatch &batch);
    /// A message that a newer engine may send and that can be left out: a sentence for the log.
    void skipped(const QString &reason);
    /// The stream makes no sense any more: one sentence.
    void lost(const QString &reason);
    void ended();

private:
    bool take(const std::vector<std::uint8_t> &payload, std::vector<protocol::Message> &messages);
    /// Before the first message: told once the line that can be quoted is whole, or nothing more comes.
    void lose(const QString &reason);
    void tellLoss();

    protocol::PayloadReader m_reader;
    QByteArray m_beginning; ///< the first bytes, to quote what is there instead of an engine
    bool m_understood = false;
    bool m_lost = false; ///< what comes is not decoded any more
    bool m_told = false;
    QString m_reason;
    QTimer *m_patience; ///< for the rest of the line
};

} // namespace ard::ui
