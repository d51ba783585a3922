// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/MessageDecoder.h"
#include <QRegularExpression>
#include <utility>

namespace ard::ui {

namespace {

constexpr qsizetype kKeptBytes = 4096; ///< of the beginning: a login banner can be long before its first words
constexpr qsizetype kQuotedLetters = 60;
constexpr int kLinePatience = 500; ///< milliseconds

struct Quote {
    QString text; ///< empty: there is none
    bool isWhole = false;
};

/// The first line with words in it, without the signs that colour a terminal.
Quote quotable(const QByteArray &bytes)
{
    static const QRegularExpression terminalSigns(
        QStringLiteral("\x1b(\\[[0-9;?]*[ -/]*[@-~]|\\][^\a\x1b]*(\a|\x1b\\\\)?|.)"));
    static const QRegularExpression lineEnds(QStringLiteral("[\r\n]"));
    QString text = QString::fromUtf8(bytes).remove(terminalSigns);
    const QStringList lines = text.split(lineEnds);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString words = lines[i].simplified();
        if (words.isEmpty())
            continue;
        const auto isText = [](QChar c) {
            return (c.isPrint() || c.isSurrogate()) && c != QChar::ReplacementCharacter;
        };
        // What follows the words can be anything: a message without a line end before it, a letter cut in two.
        const auto end = std::find_if_not(words.begin(), words.end(), isText);
        const QString quote = words.left(std::min<qsizetype>(end - words.begin(), kQuotedLetters)).trimmed();
        const bool hasWords = std::any_of(quote.begin(), quote.end(), [](QChar c) { return c.isLetterOrNumber(); });
        const bool isWhole = i + 1 < lines.size() || quote.size() < words.size();
        return {hasWords ? quote : QString(), isWhole};
    }
    return {};
}

} // namespace

MessageDecoder::MessageDecoder(QObject *parent) : QObject(parent), m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(kLinePatience);
    connect(m_patience, &QTimer::timeout, this, &MessageDecoder::tellLoss);
}

void MessageDecoder::feed(const QByteArray &bytes)
{
    if (!m_understood)
        m_beginning += bytes.left(kKeptBytes - std::min(m_beginning.size(), kKeptBytes));
    if (m_lost) {
        if (!m_told && quotable(m_beginning).isWhole)
            tellLoss();
        return;
    }
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
        lose(problem);
}

void MessageDecoder::finish()
{
    if (m_lost)
        tellLoss();
    Q_EMIT ended();
}

bool MessageDecoder::take(const std::vector<std::uint8_t> &payload, std::vector<protocol::Message> &messages)
{
    protocol::Decoded message = protocol::decode(payload);
    if (message) {
        m_understood = true;
        messages.push_back(std::move(*message));
        return true;
    }
    const QString reason = QString::fromStdString(message.error().error.message);
    const bool newerEngine = message.error().error.code == ErrorCode::Unsupported && !message.error().type.empty();
    if (newerEngine) {
        Q_EMIT skipped(reason);
        return true;
    }
    if (!messages.empty()) { // what came before is still good
        Q_EMIT decoded(std::make_shared<std::vector<protocol::Message>>(std::move(messages)));
        messages.clear();
    }
    lose(reason);
    return false;
}

void MessageDecoder::lose(const QString &reason)
{
    m_lost = true;
    m_reason = reason;
    if (m_understood || quotable(m_beginning).isWhole)
        tellLoss();
    else
        m_patience->start();
}

void MessageDecoder::tellLoss()
{
    if (std::exchange(m_told, true))
        return;
    const QString quote = m_understood ? QString() : quotable(m_beginning).text;
    if (!quote.isEmpty())
        Q_EMIT lost(tr("The command does not start an engine, it answers: %1").arg(quote));
    else if (!m_understood)
        Q_EMIT lost(tr("The command does not start an engine: what it answers is none of its messages"));
    else
        Q_EMIT lost(tr("The engine sent something that cannot be understood: %1").arg(m_reason));
}

} // namespace ard::ui
