// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/MessageDecoder.h"
#include <QRegularExpression>
#include <algorithm>
#include <span>
#include <utility>

namespace ard::ui {

namespace {

constexpr qsizetype kMostNoise = 16'384;   ///< bytes before the first message: a login banner can be long
constexpr std::uint32_t kMostFirst = 4095; ///< bytes of the first message: a hello is small
constexpr std::size_t kLengthBytes = 4;
constexpr qsizetype kLookedThrough = 4096; ///< bytes of it, for words to quote
constexpr qsizetype kQuotedLetters = 60;

/// The first line with words in it, without the signs that colour a terminal.
QString quoteOf(const QByteArray &bytes)
{
    static const QRegularExpression terminalSigns(
        QStringLiteral("\x1b(\\[[0-9;?]*[ -/]*[@-~]|\\][^\a\x1b]*(\a|\x1b\\\\)?|.)"));
    static const QRegularExpression lineEnds(QStringLiteral("[\r\n]"));
    const QString text = QString::fromUtf8(bytes).remove(terminalSigns);
    for (const QString &line : text.split(lineEnds)) {
        const QString words = line.simplified();
        if (words.isEmpty())
            continue;
        const auto isText = [](QChar c) {
            return (c.isPrint() || c.isSurrogate()) && c != QChar::ReplacementCharacter;
        };
        // What follows the words can be anything: a message without a line end before it, a letter cut in two.
        const auto end = std::find_if_not(words.begin(), words.end(), isText);
        const QString quote = words.left(std::min<qsizetype>(end - words.begin(), kQuotedLetters)).trimmed();
        if (std::any_of(quote.begin(), quote.end(), [](QChar c) { return c.isLetterOrNumber(); }))
            return quote;
    }
    return {};
}

/// A message that can be left out.
bool isOfNewerEngine(const protocol::Malformed &malformed)
{
    return malformed.error.code == ErrorCode::Unsupported && !malformed.type.empty();
}

enum class Start { No, Maybe, Yes };

/// Whether a message begins where these bytes do. Maybe: more of them would tell.
Start startIn(std::span<const std::uint8_t> bytes)
{
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < std::min(kLengthBytes, bytes.size()); ++i)
        length |= std::uint32_t{bytes[i]} << (8 * i);
    if (length > kMostFirst) // two letters of a text are a larger number
        return Start::No;
    if (bytes.size() <= kLengthBytes)
        return Start::Maybe;
    const std::span<const std::uint8_t> payload = bytes.subspan(kLengthBytes);
    constexpr std::uint8_t kind = 0xE0, map = 0xA0; // of CBOR
    if ((payload[0] & kind) != map)
        return Start::No;
    if (payload.size() < length)
        return Start::Maybe;
    const protocol::Decoded message = protocol::decode(payload.first(length));
    return message || isOfNewerEngine(message.error()) ? Start::Yes : Start::No;
}

struct Found {
    qsizetype noise; ///< so many bytes are before the message, or before what may become one
    bool isMessage;
};

/// from: no message begins before it.
Found findMessage(const QByteArray &bytes, qsizetype from)
{
    const std::span all(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                        static_cast<std::size_t>(bytes.size()));
    qsizetype noise = bytes.size();
    for (qsizetype at = from; at < bytes.size(); ++at) {
        const Start start = startIn(all.subspan(static_cast<std::size_t>(at)));
        if (start == Start::Yes)
            return {at, true};
        const bool isShort = at > 0 && bytes.size() - at <= static_cast<qsizetype>(kLengthBytes); // can be anything
        if (start == Start::Maybe && !isShort)
            noise = std::min(noise, at);
    }
    return {noise, false};
}

} // namespace

MessageDecoder::MessageDecoder(QObject *parent) : QObject(parent) { }

QString MessageDecoder::noEngine(const QString &quote)
{
    return quote.isEmpty() ? tr("The command does not start an engine: what it answers is none of its messages")
                           : tr("The command does not start an engine, it answers: %1").arg(quote);
}

void MessageDecoder::feed(const QByteArray &bytes)
{
    if (m_lost)
        return;
    if (m_understood)
        return read(bytes);
    m_beginning += bytes;
    const Found found = findMessage(m_beginning, m_looked);
    if (found.noise > 0)
        tellNoise(found.noise);
    if (found.isMessage) {
        m_understood = true;
        if (found.noise > 0)
            Q_EMIT skipped(
                m_quote.isEmpty()
                    ? tr("The command writes something before the engine answers; it is left out")
                    : tr("The command writes something before the engine answers; it is left out: %1").arg(m_quote));
        return read(std::exchange(m_beginning, {}).mid(found.noise));
    }
    m_looked = std::max<qsizetype>(0, std::min(found.noise, m_beginning.size() - static_cast<qsizetype>(kLengthBytes)));
    if (found.noise > kMostNoise)
        lose(noEngine(m_quote));
}

void MessageDecoder::tellNoise(qsizetype size)
{
    size = std::min(size, kLookedThrough);
    if (std::exchange(m_quoted, size) == size)
        return;
    const QString quote = quoteOf(m_beginning.left(size));
    if (std::exchange(m_hasNoise, true) && quote == m_quote)
        return;
    m_quote = quote;
    Q_EMIT noise(quote);
}

void MessageDecoder::finish(bool isExplained)
{
    if (!m_lost && !m_understood && m_hasNoise && !isExplained)
        lose(noEngine(m_quote));
    Q_EMIT ended();
}

void MessageDecoder::read(const QByteArray &bytes)
{
    m_reader.feed({reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
    auto messages = std::make_shared<std::vector<protocol::Message>>();
    QString problem;
    for (bool more = true; more;) {
        auto payload = m_reader.next();
        if (!payload)
            problem = QString::fromStdString(payload.error().message);
        more = payload && *payload && take(**payload, *messages);
    }
    if (!messages->empty())
        Q_EMIT decoded(messages);
    if (!problem.isEmpty())
        lose(tr("The engine sent something that cannot be understood: %1").arg(problem));
}

bool MessageDecoder::take(const std::vector<std::uint8_t> &payload, std::vector<protocol::Message> &messages)
{
    protocol::Decoded message = protocol::decode(payload);
    if (message) {
        messages.push_back(std::move(*message));
        return true;
    }
    const QString reason = QString::fromStdString(message.error().error.message);
    if (isOfNewerEngine(message.error())) {
        Q_EMIT skipped(reason);
        return true;
    }
    if (!messages.empty()) { // what came before is still good
        Q_EMIT decoded(std::make_shared<std::vector<protocol::Message>>(std::move(messages)));
        messages.clear();
    }
    lose(tr("The engine sent something that cannot be understood: %1").arg(reason));
    return false;
}

void MessageDecoder::lose(const QString &reason)
{
    m_lost = true;
    Q_EMIT lost(reason);
}

} // namespace ard::ui

#include "moc_MessageDecoder.cpp"
