// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RulerEditor: which sentence steps are executed: the ruler's kind and, below it, what the kind needs (calls of the tail, or
// the list itself). It only shows and asks: the panel that holds it keeps the value.
#include "diffusion/Ruler.h"
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace ard::ui {

class RulerEditor : public QWidget {
    Q_OBJECT

public:
    explicit RulerEditor(QWidget *parent = nullptr);

    /// executed: the sentence steps of the present plan, from which a new list starts.
    /// isReadable: nothing that could not be read is kept on show any more.
    void setRuler(const RulerSpec &ruler, const std::vector<int> &executed, bool isReadable = true);

    QComboBox *kindCombo() const { return m_kind; }
    QSpinBox *tailBox() const { return m_tail; }
    QLineEdit *listEdit() const { return m_list; }
    QLabel *listProblem() const { return m_listProblem; } ///< hidden where there is none

Q_SIGNALS:
    void edited(const ard::RulerSpec &ruler);
    /// The list cannot be read: one sentence that says why. It stays as it was typed; edited() comes when it can be read.
    void refused(const QString &sentence);

private:
    void chooseKind(const std::string &kind);
    void readList();
    void markList(const QString &problem); ///< at the field; empty: it is fine

    QComboBox *m_kind;
    QSpinBox *m_tail;
    QLineEdit *m_list;
    QLabel *m_listProblem;
    RulerSpec m_ruler;
    std::vector<int> m_executed;
};

} // namespace ard::ui
