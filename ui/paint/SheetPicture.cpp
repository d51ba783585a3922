// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/SheetPicture.h"
#include "paint/PlaneFacts.h"
#include "paint/PlanePainter.h"
#include <QPainter>

namespace ard::ui {

namespace {

PlaneState stateOf(const SheetPicture &picture)
{
    PlaneState plane;
    plane.tones = picture.tones;
    plane.offTraining = picture.offTraining;
    const GenerationRequest &request = picture.record ? picture.record->request : picture.request;
    const int diffusionSteps = std::max(2, request.schedule.diffusionSteps);
    if (picture.record) {
        plane.layout = PlaneLayout(picture.record->plan, diffusionSteps, TimestepScale::Linear);
    } else if (auto plan = makeSamplingPlan(request.schedule, request.samplingSteps, request.ruler)) {
        plane.layout = PlaneLayout(std::move(*plan), diffusionSteps, TimestepScale::Linear);
        plane.preview = true;
    }
    plane.quantity = {picture.quantity, diffusionSteps, picture.entropyMaximum};
    plane.layout = plane.layout.withColumns(picture.columns);
    if (!picture.record)
        return plane;
    for (const StepFrame &frame : picture.record->frames)
        addFrame(plane, frame);
    plane.quantity.entropyMaximum = std::max(plane.quantity.entropyMaximum, picture.entropyMaximum);
    plane.shownCalls = plane.knownCalls();
    return plane;
}

} // namespace

QImage paintSheetPicture(const SheetPicture &picture)
{
    QImage image((QSizeF(picture.size) * picture.ratio).toSize().expandedTo({1, 1}),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(picture.ratio);
    image.fill(Qt::transparent);
    const PlaneState plane = stateOf(picture);
    if (plane.layout.isEmpty())
        return image;
    QPainter painter(&image);
    const QRectF area(QPointF(), QSizeF(picture.size));
    const PlaneGeometry geometry(plane.layout, area.adjusted(2, 3, -2, -4), area);
    PlanePainter planes;
    planes.paintCells(painter, plane, geometry);
    if (!plane.preview && plane.shownCalls < plane.layout.modelCalls())
        planes.paintFront(painter, plane, geometry);
    return image;
}

int positionsNeeded(const RunRecord &record)
{
    if (record.frames.empty())
        return 1;
    const auto &tokens = record.frames.back().tokens;
    auto needed = tokens.size();
    const auto isPad = [&](std::int32_t id) {
        const auto word = record.words.find(id);
        return word != record.words.end() && word->second == "[PAD]";
    };
    while (needed > 1 && isPad(tokens[needed - 1].wordId))
        --needed;
    return static_cast<int>(needed);
}

} // namespace ard::ui
