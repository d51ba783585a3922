// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/SourceNote.h"
#include "session/PlainText.h"
#include <QRegularExpression>

namespace ard::ui {

int unknownPieces(const QStringList &pieces)
{
    // As the tokenizers of this program and of imported models write it.
    static const QStringList kUnknown{QStringLiteral("[UNK]"), QStringLiteral("<unk>"), QStringLiteral("<UNK>")};
    return static_cast<int>(std::count_if(pieces.begin(), pieces.end(), [](const QString &piece) {
        return kUnknown.contains(piece) || kUnknown.contains(piece.mid(1)); // with the sign of a space before it
    }));
}

SourceNote::SourceNote(Session *session, QWidget *parent) : QLabel(parent), m_session(session)
{
    setObjectName(QStringLiteral("form.sourceNote"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
    connect(session->runs(), &RunStore::added, this, [this](int index) { follow(m_session->runs()->at(index)); });
    connect(session->log(), &LogBuffer::appended, this, &SourceNote::readLog);
    connect(session->form(), &GenerationForm::changed, this, &SourceNote::refresh);
}

void SourceNote::follow(Run *run)
{
    if (!run->isLive()) // from a file: its engine said so then
        return;
    m_run = run;
    m_cutTo = 0;
    connect(run, &Run::started, this, &SourceNote::refresh);
    refresh();
}

void SourceNote::readLog(int line)
{
    // The protocol has no word for it: the engine's log has.
    static const QRegularExpression cut(QStringLiteral("longer than the model reads .*first (\\d+) pieces"));
    const QRegularExpressionMatch match = cut.match(m_session->log()->line(line).text);
    if (!match.hasMatch() || !m_run || !m_run->isLive())
        return;
    m_cutTo = match.captured(1).toInt();
    refresh();
}

void SourceNote::refresh()
{
    QStringList sentences;
    if (m_run && m_session->form()->request().source == m_run->record().request.source) {
        if (m_cutTo > 0)
            sentences
                << tr("The source is longer than the model reads: it was cut to its first %1 pieces.").arg(m_cutTo);
        if (const int unknown = unknownPieces(m_run->sourceTokens()); unknown > 0)
            sentences << tr("Pieces of this source that the model does not know: %1 of %2. It sees no difference "
                            "between them.")
                             .arg(unknown)
                             .arg(m_run->sourceTokens().size());
    }
    setText(sentences.isEmpty() ? QString() : QStringLiteral("⚠ ") + running(sentences));
    setVisible(!sentences.isEmpty());
}

} // namespace ard::ui
