// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/RunMemory.h"
#include <QLocale>

namespace ard::ui {

namespace {

constexpr auto kFrame = static_cast<qint64>(sizeof(StepFrame)), kToken = static_cast<qint64>(sizeof(TokenState));
constexpr auto kRow = static_cast<qint64>(sizeof(std::vector<int>)), kTimestep = static_cast<qint64>(sizeof(int));

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

qint64 RunMemory::of(qint64 modelCalls, qint64 positions)
{
    return modelCalls * (kFrame + positions * kToken) + (modelCalls + 1) * (kRow + positions * kTimestep);
}

qint64 RunMemory::of(const RunRecord &record)
{
    qint64 bytes = 0;
    for (const StepFrame &frame : record.frames)
        bytes += kFrame + static_cast<qint64>(frame.tokens.size()) * kToken;
    for (const std::vector<int> &row : record.plan.timesteps)
        bytes += kRow + static_cast<qint64>(row.size()) * kTimestep;
    return bytes;
}

QString RunMemory::text(const RunRecord &record)
{
    return tr("%1 of at most %2").arg(sizeText(of(record)), sizeText(kMost));
}

QString RunMemory::problem(qint64 modelCalls, qint64 positions)
{
    const qint64 bytes = of(modelCalls, positions);
    return bytes <= kMost
        ? QString()
        : tr("This run would take %1 of memory, and a run may take at most %2: ask for fewer sampling "
             "steps")
              .arg(sizeText(bytes), sizeText(kMost));
}

} // namespace ard::ui
