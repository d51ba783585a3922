// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RulerEditor: which sentence steps are executed: the ruler's kind and, below it, what the kind needs (calls of the tail, or
// the list itself). It only shows and asks: the panel that holds it keeps the value.
#include "diffusion/Ruler.h"
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ard::ui {

class RulerEditor : public QWidget {
    Q_OBJECT

public:
    explicit RulerEditor(QWidget *parent = nullptr);

    /// executed: the sentence steps of the present plan, from which a new list starts.
    void setRuler(const RulerSpec &ruler, const std::vector<int> &executed);

    QComboBox *kindCombo() const { return m_kind; }
    QSpinBox *tailBox() const { return m_tail; }
    QLineEdit *listEdit() const { return m_list; }

Q_SIGNALS:
    void edited(const ard::RulerSpec &ruler);
    /// The list cannot be read; one sentence that says why.
    void refused(const QString &sentence);

private:
    void chooseKind(const std::string &kind);
    void readList();

    QComboBox *m_kind;
    QSpinBox *m_tail;
    QLineEdit *m_list;
    RulerSpec m_ruler;
    std::vector<int> m_executed;
};

} // namespace ard::ui
