// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jump/JumpFormula.h"
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSet>
#include <array>
#include <cmath>

namespace ard::ui {

namespace {

constexpr int kRows = 1 + JumpFormula::kComponents + 1; ///< symbols, components, lengths
constexpr int kLengths = kRows - 1;
constexpr int kDigits = 4;

QString number(double value)
{
    return QLocale().toString(value, 'f', kDigits);
}

QString lengthOf(const std::vector<float> &values)
{
    double sum = 0;
    for (const float value : values)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return number(std::sqrt(sum));
}

const std::vector<float> &valuesOf(const CallInside &inside, CallStage stage)
{
    return inside.stages[static_cast<std::size_t>(stage)].values;
}

} // namespace

JumpFormula::JumpFormula(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(7);
    m_grid->setVerticalSpacing(2);
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < ColumnCount; ++column) {
            auto *cell = new QLabel(this);
            cell->setTextFormat(Qt::PlainText);
            cell->setAlignment(column == Name ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
            if (row == 0)
                cell->setAlignment(Qt::AlignCenter);
            m_grid->addWidget(cell, row, column);
            m_labels.push_back(cell);
        }
    m_grid->setColumnStretch(ColumnCount, 1);
    m_grid->setRowStretch(kRows, 1);
    label(0, A)->setToolTip(tr("a: how much of the noisy latent stays, by the noise schedule at t and t′"));
    label(0, X)->setToolTip(tr("x: the noisy latent of the token at timestep t"));
    label(0, B)->setToolTip(tr("b: how much of the predicted clean latent comes in"));
    label(0, Clean)->setToolTip(tr("x̂₀: the predicted clean latent, as clamped"));
    label(0, C)->setToolTip(tr("c: of the clean latent with which the token moved before (multistep solver)"));
    label(0, Before)->setToolTip(tr("x̂₀ before: the predicted clean latent with which the token moved before"));
    label(0, Sigma)->setToolTip(tr("σ: how much fresh noise comes in; 0 where the token arrives at t′ = 0"));
    label(0, Eps)->setToolTip(tr("ε: fresh noise, from seed, position and timestep"));
    label(0, Next)->setToolTip(tr("x′: the latent of the token at timestep t′"));
    applyFonts();
}

QLabel *JumpFormula::label(int row, int column)
{
    return m_labels[static_cast<std::size_t>(row * ColumnCount + column)];
}

void JumpFormula::show(const CallInside &inside, CallStage stage)
{
    m_stage = stage;
    fill(inside, stage);
    emphasize(stage);
}

void JumpFormula::fill(const CallInside &inside, CallStage stage)
{
    const bool hasBefore = !inside.cleanBefore.empty();
    const std::vector<float> &noisy = valuesOf(inside, CallStage::Noisy),
                             &prediction = valuesOf(inside, CallStage::Prediction),
                             &clamped = valuesOf(inside, CallStage::Clamped),
                             &next = valuesOf(inside, stage == CallStage::Step ? CallStage::Step : CallStage::Noise),
                             &clean = stage < CallStage::Clamped ? prediction : clamped;
    const QString open = QStringLiteral("…");
    const auto set = [&](int row, std::initializer_list<std::pair<Column, QString>> cells) {
        for (const auto &[column, text] : cells)
            label(row, column)->setText(text);
    };
    const auto signs = [&](int row) {
        set(row,
            {{Equals, QStringLiteral("=")},
             {PlusB, QStringLiteral("+")},
             {PlusSigma, QStringLiteral("+")},
             {PlusC, hasBefore ? QStringLiteral("+") : QString()}});
    };
    set(0,
        {{Next, QStringLiteral("x′")},
         {A, QStringLiteral("a ·")},
         {X, QStringLiteral("x")},
         {B, QStringLiteral("b ·")},
         {Clean, QStringLiteral("x̂₀")},
         {C, hasBefore ? QStringLiteral("c ·") : QString()},
         {Before, hasBefore ? tr("x̂₀ before") : QString()},
         {Sigma, QStringLiteral("σ ·")},
         {Eps, QStringLiteral("ε")}});
    signs(0);
    const auto vectors = [&](int row, const auto &textOf) {
        set(row,
            {{X, textOf(noisy)},
             {Clean, stage >= CallStage::Prediction ? textOf(clean) : open},
             {Before, hasBefore ? textOf(inside.cleanBefore) : QString()},
             {Eps, stage >= CallStage::Noise ? textOf(inside.eps) : open},
             {Next, stage >= CallStage::Step ? textOf(next) : open}});
    };
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < ColumnCount; ++column) {
            const bool isBefore = column == PlusC || column == C || column == Before;
            const bool isMissing = row > static_cast<int>(noisy.size()) && row < kLengths;
            label(row, column)->setVisible(!isMissing && (hasBefore || !isBefore));
        }
    const auto factor = [](double value) { return number(value) + QStringLiteral(" ·"); };
    for (int row = 1; row < kLengths; ++row) {
        const auto component = static_cast<std::size_t>(row - 1);
        if (component >= noisy.size())
            break;
        label(row, Name)->setText(tr("Component %1").arg(row));
        signs(row);
        set(row,
            {{A, factor(inside.latent)},
             {B, factor(inside.clean)},
             {Sigma, factor(inside.noise)},
             {C, hasBefore ? factor(inside.previous) : QString()}});
        vectors(row, [&](const std::vector<float> &values) { return number(static_cast<double>(values[component])); });
    }
    label(kLengths, Name)->setText(tr("Length of all %1").arg(noisy.size()));
    vectors(kLengths, lengthOf);
}

/// The columns that a stage is about, the others paler.
void JumpFormula::emphasize(CallStage stage)
{
    static const std::array<QSet<int>, kCallStages> about{
        QSet<int>{X}, {Clean}, {Clean}, {Next, A, X, B, Clean, C, Before}, {Next, Sigma, Eps}};
    const QSet<int> &columns = about[static_cast<std::size_t>(stage)];
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < ColumnCount; ++column)
            label(row, column)
                ->setForegroundRole(columns.contains(column) ? QPalette::WindowText : QPalette::PlaceholderText);
}

QStringList JumpFormula::lines() const
{
    QStringList lines;
    for (int row = 0; row < kRows; ++row) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            if (const QString text = m_labels[static_cast<std::size_t>(row * ColumnCount + column)]->text();
                !text.isEmpty())
                cells << text;
        if (!cells.isEmpty())
            lines << cells.join(QLatin1Char(' '));
    }
    return lines;
}

void JumpFormula::applyFonts()
{
    QFont symbols = font();
    symbols.setItalic(true);
    symbols.setPointSizeF(font().pointSizeF() * 1.4);
    for (int column = 0; column < ColumnCount; ++column)
        label(0, column)->setFont(symbols);
}

void JumpFormula::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFonts();
}

} // namespace ard::ui

#include "moc_JumpFormula.cpp"
