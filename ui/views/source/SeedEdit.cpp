// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/SeedEdit.h"
#include "trace/RequestParameters.h"
#include <QRegularExpressionValidator>

namespace ard::ui {

SeedEdit::SeedEdit(QWidget *parent) : QLineEdit(parent)
{
    setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), this));
    connect(this, &QLineEdit::editingFinished, this, &SeedEdit::read);
    setSeed(0);
}

void SeedEdit::setSeed(quint64 seed)
{
    m_seed = seed;
    if (!hasFocus() || !isModified())
        setText(QString::number(seed));
}

void SeedEdit::read()
{
    if (!isModified())
        return;
    setModified(false);
    const auto value = parseParameter(requestParameter("seed"), text().toStdString());
    if (value)
        m_seed = std::get<std::uint64_t>(*value);
    setText(QString::number(m_seed));
    if (value)
        Q_EMIT seedEdited(m_seed);
    else
        Q_EMIT refused(tr("A seed is a whole number from 0 to %1").arg(UINT64_MAX));
}

} // namespace ard::ui

#include "moc_SeedEdit.cpp"
