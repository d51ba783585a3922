// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileQuestions.h"
#include "shell/PictureDialog.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

namespace ard::ui {

namespace {

bool hasSuffix(const QString &name, const SaveQuestion &question)
{
    const auto ends = [&name](const QString &suffix) { return name.endsWith(suffix, Qt::CaseInsensitive); };
    return ends(question.suffix) || std::any_of(question.otherSuffixes.begin(), question.otherSuffixes.end(), ends);
}

QString showSaveDialog(QWidget *window, const SaveQuestion &question)
{
    // Its own question would be about the name without the suffix.
    QString filter;
    const QString name = QFileDialog::getSaveFileName(window, question.title, question.proposal, question.filter,
                                                      &filter, QFileDialog::DontConfirmOverwrite);
    for (const QString &suffix : question.otherSuffixes)
        if (!name.isEmpty() && !hasSuffix(name, question) && filter.contains(QLatin1Char('*') + suffix))
            return name + suffix;
    return name;
}

std::optional<PictureChoice> showPictureQuestion(QWidget *window, const PictureQuestion &question)
{
    PictureDialog dialog(question, window);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.choice()) : std::nullopt;
}

bool showReplaceQuestion(QWidget *window, const QString &path)
{
    QMessageBox box(QMessageBox::Warning, QCoreApplication::translate("FileQuestions", "Replace the file?"),
                    QCoreApplication::translate("FileQuestions", "%1 exists already. Replace it?")
                        .arg(QDir::toNativeSeparators(path)),
                    QMessageBox::Cancel, window);
    box.setTextFormat(Qt::PlainText);
    QPushButton *replace =
        box.addButton(QCoreApplication::translate("FileQuestions", "Replace"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == replace;
}

} // namespace

FileQuestions &fileQuestions()
{
    static FileQuestions questions{
        showSaveDialog,
        showReplaceQuestion,
        [](QWidget *window, const QString &title, const QString &filter) {
            return QFileDialog::getOpenFileName(window, title, {}, filter);
        },
        [](QWidget *window, const QString &title) { return QFileDialog::getExistingDirectory(window, title); },
        [](QWidget *window, const QString &title) {
            return QInputDialog::getText(
                       window, title,
                       QCoreApplication::translate("FileQuestions", "Model folder on the machine of the engine:"))
                .trimmed();
        },
        showPictureQuestion};
    return questions;
}

QString withSuffix(const QString &name, const QString &suffix)
{
    return name.endsWith(suffix, Qt::CaseInsensitive) ? name : name + suffix;
}

QString askWhereToSave(QWidget *window, SaveQuestion question)
{
    for (;;) {
        const QString name = fileQuestions().saveName(window, question);
        if (name.isEmpty())
            return {};
        const QString path = hasSuffix(name, question) ? name : withSuffix(name, question.suffix);
        if (!QFileInfo::exists(path) || fileQuestions().mayReplace(window, path))
            return path;
        question.proposal = path;
    }
}

} // namespace ard::ui
