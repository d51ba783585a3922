// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SeedEdit: a seed of 64 bits, which no spin box holds. What is none is refused with a sentence, and the seed stays.
#include <QLineEdit>

namespace ard::ui {

class SeedEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit SeedEdit(QWidget *parent);

    quint64 seed() const { return m_seed; }
    void setSeed(quint64 seed);

Q_SIGNALS:
    void seedEdited(quint64 seed);
    void refused(const QString &sentence);

private:
    void read();

    quint64 m_seed = 0;
};

} // namespace ard::ui
