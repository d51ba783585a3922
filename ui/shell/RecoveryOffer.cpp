// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/RecoveryOffer.h"
#include "session/Recovery.h"
#include <QCoreApplication>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>

namespace ard::ui {

namespace {
struct RecoveryText {
    Q_DECLARE_TR_FUNCTIONS(RecoveryOffer)
};
} // namespace

void offerRecovery(Recovery *recovery, QWidget *window)
{
    const int runs = static_cast<int>(recovery->found().size());
    if (runs == 0)
        return;
    auto *box = new QMessageBox(
        QMessageBox::Question, RecoveryText::tr("Unsaved runs"),
        RecoveryText::tr("The program did not end as it should last time. Runs that were not saved: %1").arg(runs),
        QMessageBox::NoButton, window);
    box->setObjectName(QStringLiteral("recovery"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        RecoveryText::tr("They can come back into the list of runs. This is asked once: “Not now” leaves "
                         "their files in %1.")
            .arg(QDir::toNativeSeparators(recovery->folder())));
    QPushButton *back = box->addButton(RecoveryText::tr("&Bring them back"), QMessageBox::AcceptRole);
    QPushButton *discard = box->addButton(RecoveryText::tr("&Discard them"), QMessageBox::DestructiveRole);
    box->setDefaultButton(back);
    box->setEscapeButton(box->addButton(RecoveryText::tr("&Not now"), QMessageBox::RejectRole));
    QObject::connect(box, &QMessageBox::buttonClicked, window, [recovery, back, discard](QAbstractButton *button) {
        if (button == back)
            recovery->bringBack();
        else if (button == discard)
            recovery->discardFound();
        else
            recovery->keepFound();
    });
    box->open();
}

} // namespace ard::ui
