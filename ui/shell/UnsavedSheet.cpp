// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/UnsavedSheet.h"
#include "shell/FileQuestions.h"
#include <QMessageBox>
#include <QPushButton>

namespace ard::ui {

UnsavedSheet::UnsavedSheet(ContactSheet *sheet, QWidget *window) : QObject(window), m_sheet(sheet), m_window(window)
{
    connect(sheet, &ContactSheet::kept, this, [this] {
        if (std::exchange(m_closesAfterwards, false))
            Q_EMIT mayCloseNow();
    });
    connect(sheet, &ContactSheet::arranged, this, [this] { m_givenUp = 0; });
    connect(sheet, &ContactSheet::problem, this, [this] { m_closesAfterwards = false; });
}

bool UnsavedSheet::mayClose()
{
    if (m_closesAfterwards)
        return false;
    const int lost = m_sheet->inNoFolder();
    if (lost <= m_givenUp)
        return true;
    if (m_question && m_question->isVisible())
        m_question->raise();
    else
        ask(lost);
    return false;
}

void UnsavedSheet::ask(int cells)
{
    m_question = new QMessageBox(QMessageBox::Warning, tr("Contact sheet"),
                                 tr("Cells of the contact sheet that no folder holds: %1").arg(cells),
                                 QMessageBox::NoButton, m_window);
    m_question->setObjectName(QStringLiteral("unsavedSheet"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(tr("Closing the window drops them."));
    QPushButton *keep = m_question->addButton(tr("Keep them in a folder…"), QMessageBox::AcceptRole);
    QPushButton *discard = m_question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    m_question->setDefaultButton(keep);
    m_question->setEscapeButton(m_question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(m_question, &QMessageBox::buttonClicked, this, [this, keep, discard](QAbstractButton *button) {
        if (button == keep) {
            this->keep();
        } else if (button == discard) {
            m_sheet->stop(); // or there would soon be one more
            m_givenUp = m_sheet->inNoFolder();
            Q_EMIT mayCloseNow();
        }
    });
    m_question->open();
}

void UnsavedSheet::keep()
{
    const QString folder = fileQuestions().folder(m_window, tr("Keep the contact sheet in a folder"));
    if (folder.isEmpty())
        return;
    m_sheet->stop(); // what is under way would come after the last file
    m_closesAfterwards = true;
    m_sheet->keepIn(folder);
}

} // namespace ard::ui

#include "moc_UnsavedSheet.cpp"
