// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MessageDecoder: the engine's standard output to messages. Lives on EngineClient's worker thread, so that the window
// stays smooth however large or fast the messages are. Answers come back in batches, one a chunk of bytes.
#include "protocol/Codec.h"
#include <QByteArray>
#include <QObject>
#include <memory>
#include <vector>

namespace ard::ui {

using MessageBatch = std::shared_ptr<const std::vector<protocol::Message>>;

class MessageDecoder : public QObject {
    Q_OBJECT

public:
    explicit MessageDecoder(QObject *parent = nullptr);

    /// Worker thread. Does nothing after lost. What comes before the first message (what a login shell prints) is left out.
    void feed(const QByteArray &bytes);
    /// Worker thread, after the last feed: answers with ended. isExplained: why there will be nothing more is known.
    void finish(bool isExplained);

    /// Of a command that has written something, but no message. quote: of what it wrote; empty: nothing that can be read.
    static QString noEngine(const QString &quote);

Q_SIGNALS:
    void decoded(const ard::ui::MessageBatch &batch);
    /// There is something before the first message so far: noEngine() would be said with this quote.
    void noise(const QString &quote);
    /// Something was left out: noise, or a message that a newer engine may send. A sentence for the log.
    void skipped(const QString &reason);
    /// The stream makes no sense any more: one sentence.
    void lost(const QString &reason);
    void ended();

private:
    void read(const QByteArray &bytes);
    bool take(const std::vector<std::uint8_t> &payload, std::vector<protocol::Message> &messages);
    void tellNoise(qsizetype size); ///< of the beginning
    void lose(const QString &reason);

    protocol::PayloadReader m_reader;
    QByteArray m_beginning;    ///< all that came before the first message was there
    qsizetype m_looked = 0;    ///< no message begins before this place of it
    bool m_hasNoise = false;   ///< told
    QString m_quote;           ///< with that
    qsizetype m_quoted = 0;    ///< of so many bytes of it
    bool m_understood = false; ///< the first message was there
    bool m_lost = false;       ///< what comes is not decoded any more
};

} // namespace ard::ui
