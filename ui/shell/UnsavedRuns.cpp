// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/UnsavedRuns.h"
#include "models/RunNames.h"
#include "shell/FileQuestions.h"
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace ard::ui {

QString freePath(const QString &folder, const QString &fileName, const QStringList &taken)
{
    const QFileInfo wanted(fileName);
    QString path = QDir(folder).filePath(fileName);
    for (int number = 2; QFileInfo::exists(path) || taken.contains(path); ++number)
        path = QDir(folder).filePath(
            QStringLiteral("%1-%2.%3").arg(wanted.completeBaseName()).arg(number).arg(wanted.suffix()));
    return path;
}

UnsavedRuns::UnsavedRuns(Session *session, QWidget *window) : QObject(window), m_session(session), m_window(window)
{
    connect(session->runs(), &RunStore::saved, this, [this](Run *run) { onSaved(run, true); });
    connect(session->runs(), &RunStore::saveFailed, this, [this](Run *run) { onSaved(run, false); });
    connect(
        session, &Session::runEnded, this, [this] { saveWhenStopped(); }, Qt::QueuedConnection);
}

bool UnsavedRuns::mayClose()
{
    const QList<Run *> lost = m_session->runs()->unsaved();
    if (m_givenUp || lost.isEmpty())
        return true;
    const bool isSaving = !m_wanted.isEmpty() || !m_saving.isEmpty();
    if (isSaving)
        m_closesAfterwards = true;
    else if (m_question)
        m_question->raise();
    else
        ask(lost);
    return false;
}

void UnsavedRuns::ask(const QList<Run *> &lost)
{
    const bool oneRuns = std::any_of(lost.begin(), lost.end(), [](const Run *run) { return run->isLive(); });
    m_question = new QMessageBox(QMessageBox::Warning, tr("Unsaved runs"),
                                 tr("Runs that are not saved: %1").arg(lost.size()), QMessageBox::NoButton, m_window);
    m_question->setObjectName(QStringLiteral("unsavedRuns"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(oneRuns ? tr("One of them is under way and would be stopped.")
                                           : tr("Closing the window drops them."));
    QPushButton *save = m_question->addButton(tr("Save all…"), QMessageBox::AcceptRole);
    QPushButton *discard = m_question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    m_question->setDefaultButton(save);
    m_question->setEscapeButton(m_question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(m_question, &QMessageBox::buttonClicked, this, [this, save, discard](QAbstractButton *button) {
        if (button == save) {
            begin(m_session->runs()->unsaved(), true);
        } else if (button == discard) {
            m_givenUp = true;
            Q_EMIT mayCloseNow();
        }
    });
    m_question->open();
}

void UnsavedRuns::saveAll()
{
    begin(m_session->runs()->unsaved(), false);
}

void UnsavedRuns::removeRun(Run *run)
{
    if (!run || run->isLive())
        return;
    if (run->isSaved() || run->frameCount() == 0) {
        m_session->runs()->remove(run);
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Unsaved run"), tr("This run is not saved."),
                                     QMessageBox::NoButton, m_window);
    question->setObjectName(QStringLiteral("unsavedRun"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(runLabel(*run));
    QPushButton *discard = question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    question->setEscapeButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(question, &QMessageBox::buttonClicked, this,
            [this, discard, gone = QPointer<Run>(run)](QAbstractButton *button) {
                if (button == discard && gone)
                    m_session->runs()->remove(gone);
            });
    question->open();
}

void UnsavedRuns::begin(const QList<Run *> &runs, bool closesAfterwards)
{
    const auto hasNoFile = [](const Run *run) { return run->filePath().isEmpty(); };
    if (std::any_of(runs.begin(), runs.end(), hasNoFile)) {
        m_folder = fileQuestions().folder(m_window, tr("A folder for the unsaved runs"));
        if (m_folder.isEmpty())
            return;
    }
    m_failed = false;
    m_closesAfterwards = closesAfterwards;
    m_wanted = QList<QPointer<Run>>(runs.begin(), runs.end());
    m_session->stopRun();
    saveWhenStopped();
}

void UnsavedRuns::saveWhenStopped()
{
    const auto isLive = [](const QPointer<Run> &run) { return run && run->isLive(); };
    if (m_wanted.isEmpty() || std::any_of(m_wanted.begin(), m_wanted.end(), isLive))
        return;
    QStringList taken;
    const QList<QPointer<Run>> wanted = std::exchange(m_wanted, {});
    for (Run *run : wanted) {
        if (!run || run->frameCount() == 0)
            continue;
        const bool hasFile = !run->filePath().isEmpty();
        taken << (hasFile ? run->filePath() : freePath(m_folder, proposedFileName(*run), taken));
        m_saving << run;
        m_session->saveRun(run, taken.last());
    }
    if (m_saving.isEmpty() && m_closesAfterwards) // it was stopped before its first step
        Q_EMIT mayCloseNow();
}

void UnsavedRuns::onSaved(Run *run, bool well)
{
    if (m_saving.removeAll(run) == 0)
        return;
    m_failed = m_failed || !well;
    if (m_saving.isEmpty() && m_closesAfterwards && !m_failed)
        Q_EMIT mayCloseNow();
}

} // namespace ard::ui

#include "moc_UnsavedRuns.cpp"
