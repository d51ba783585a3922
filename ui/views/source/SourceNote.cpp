// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/SourceNote.h"
#include "session/PlainText.h"
#include <algorithm>

namespace ard::ui {

namespace {

/// Of an engine that does not count them (before protocol 1.4): as tokenizers write them.
int unknownPieces(const std::vector<std::string> &pieces)
{
    static const std::vector<std::string> kUnknown{"[UNK]", "<unk>", "\u2581<unk>", "<UNK>"};
    return static_cast<int>(std::count_if(pieces.begin(), pieces.end(), [](const std::string &piece) {
        return std::find(kUnknown.begin(), kUnknown.end(), piece) != kUnknown.end();
    }));
}

} // namespace

SourceNote::SourceNote(Session *session, QWidget *parent) : ElidedLabel(parent), m_session(session)
{
    setObjectName(QStringLiteral("form.sourceNote"));
    hide();
    connect(session->runs(), &RunStore::added, this, [this](int index) { follow(m_session->runs()->at(index)); });
    connect(session->form(), &GenerationForm::changed, this, &SourceNote::refresh);
}

void SourceNote::follow(Run *run)
{
    if (!run->isLive()) // from a file: its engine said so then
        return;
    m_run = run;
    connect(run, &Run::started, this, &SourceNote::refresh);
    refresh();
}

void SourceNote::refresh()
{
    QStringList sentences;
    if (m_run && m_session->form()->request().source == m_run->record().request.source) {
        const protocol::SourceReading &source = m_run->source();
        if (source.leftOut.value_or(0) > 0)
            sentences << tr("Cut to its first %1 pieces: the model reads no more.").arg(source.pieces.size());
        if (const int unknown = source.unknown.value_or(unknownPieces(source.pieces)); unknown > 0)
            sentences << tr("Unknown to the model: %1 of %2 pieces. It sees no difference between them.")
                             .arg(unknown)
                             .arg(source.pieces.size());
    }
    setFullText(sentences.isEmpty() ? QString() : QStringLiteral("⚠ ") + running(sentences));
    setVisible(!sentences.isEmpty());
}

} // namespace ard::ui

#include "moc_SourceNote.cpp"
