// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/PictureDialog.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

namespace ard::ui {

PictureDialog::PictureDialog(PictureQuestion question, QWidget *parent)
    : QDialog(parent), m_question(std::move(question)), m_views(new QComboBox(this)), m_sizes(new QComboBox(this)),
      m_colours(new QComboBox(this))
{
    setWindowTitle(tr("Export a picture"));
    for (const PictureQuestion::View &view : m_question.views)
        m_views->addItem(view.title);
    m_views->setCurrentIndex(m_question.proposed);
    for (const PictureSize &size : m_question.sizes)
        m_sizes->addItem(size.title);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Picture of:"), m_views);
    form->addRow(tr("&Size:"), m_sizes);
    form->addRow(tr("&Colours:"), m_colours);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Choose a &file…"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_views, &QComboBox::currentIndexChanged, this, &PictureDialog::showColours);
    showColours();
}

PictureChoice PictureDialog::choice() const
{
    return {m_views->currentIndex(), m_sizes->currentIndex(),
            static_cast<PictureChoice::Colours>(std::max(0, m_colours->currentIndex()))};
}

void PictureDialog::showColours()
{
    const bool isDrawn = m_question.views.value(m_views->currentIndex()).isDrawn;
    const int chosen = std::max(0, m_colours->currentIndex());
    m_colours->clear();
    m_colours->addItem(tr("as the window"));
    if (isDrawn) {
        m_colours->addItem(tr("light"));
        m_colours->addItem(tr("dark"));
        m_colours->setCurrentIndex(chosen);
    }
    m_colours->setEnabled(isDrawn);
    m_colours->setToolTip(isDrawn ? QString()
                                  : tr("This view is taken from the screen, in the colours of the window."));
}

} // namespace ard::ui

#include "moc_PictureDialog.cpp"
