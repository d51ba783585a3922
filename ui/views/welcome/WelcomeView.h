// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WelcomeView: what stands in the place of the lanes at a start without a run: what the program is, one button that shows it
// on a recorded comparison, without the engine, and examples and recent files.
#include "session/Session.h"
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ard::ui {

class WelcomeView : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit WelcomeView(Session *session, QWidget *parent = nullptr);

    QPushButton *showMe() const { return m_show; } ///< hidden where no model has a recorded comparison

Q_SIGNALS:
    void comparisonWanted(const QStringList &paths);
    void compareWanted(); ///< of the form's own sentence
    void exampleWanted(const QString &path);
    void fileWanted(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *addList(const QString &title);
    void fill();
    void applyFonts();

    Session *m_session;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_show;
    QPushButton *m_compare;
    QWidget *m_lists;
    QList<QLabel *> m_headings;
    QVBoxLayout *m_examples;
    QVBoxLayout *m_recent;
};

} // namespace ard::ui
