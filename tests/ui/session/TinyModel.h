// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A model.json of the tests, N 16 and T 200, and what the window knows of such a model.
#include "folder/ModelSummary.h"
#include <QByteArray>
#include <QString>

namespace ard::test {

inline const char *const kModel = R"({"format": 1, "name": "%1", "task": "facts to a sentence", "licence": "CC0-1.0",
    "hint": "type facts", "examples": ["a", "b"], "parameters": 1000, "default_sampling_steps": 7,
    "architecture": {"vocabulary": 300}, "diffusion": {"length": 16, "diffusion_steps": 200},
    "training": {"timestep_schedules": ["ar-diffusion", "uniform"], "anchor_scale": 2.5}})";

inline QByteArray modelJson(const char *name)
{
    return QString::fromLatin1(kModel).arg(QLatin1String(name)).toUtf8();
}

inline protocol::ModelSummary tinyModel()
{
    return *parseModelSummary(modelJson("tiny").toStdString(), "model.json");
}

} // namespace ard::test
