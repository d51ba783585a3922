// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JumpFormula: x' = a x + b x0_hat + sigma eps of one token with its real numbers: the factors, the first components of the
// vectors, each a sum that can be checked, and the lengths of the vectors.
#include "trace/Insight.h"
#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;

namespace ard::ui {

class JumpFormula : public QWidget {
    Q_OBJECT

public:
    static constexpr int kComponents = 4; ///< that are shown

    explicit JumpFormula(QWidget *parent = nullptr);
    /// The terms that the stage is about are emphasized, those that it does not know yet are left open.
    void show(const CallInside &inside, CallStage stage);
    /// What is written, row by row, cells joined by a space: for tests and for the clipboard.
    QStringList lines() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Column { Name, Next, Equals, A, X, PlusB, B, Clean, PlusC, C, Before, PlusSigma, Sigma, Eps, ColumnCount };

    QLabel *label(int row, int column);
    void fill(const CallInside &inside, CallStage stage);
    void emphasize(CallStage stage);
    void applyFonts();

    QGridLayout *m_grid;
    std::vector<QLabel *> m_labels; ///< row by row
    CallStage m_stage = CallStage::Noisy;
};

} // namespace ard::ui
