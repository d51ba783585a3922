// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ModelTexts: what people read of a model, in other languages than model.json's: the file translations.json of its folder.
//
//   {"zh_CN": {"name": "..", "task": "..", "languages": "..", "hint": "..",
//              "examples": {"an example of model.json": "what it says"}, "runs": {"a file of runs/, without suffix": ".."}}, "de": {..}}
//
// It is a file of its own because model.json is part of a model's fingerprint, by which runs know their model. Whatever is
// missing, and a file that is missing or cannot be read, leaves the texts of model.json.
#include <QHash>
#include <QString>

namespace ard::ui {

class ModelTexts {
public:
    ModelTexts() = default;
    static ModelTexts read(const QString &modelFolder);

    /// In the language of QLocale(). key: name, task, languages or hint.
    QString text(const QString &key, const QString &fallback) const;
    QString example(const QString &source) const; ///< empty: none is told
    QString run(const QString &baseName, const QString &fallback) const;

private:
    QString find(const QString &key) const;

    QHash<QString, QHash<QString, QString>> m_texts; ///< by language, then by key: "task", "runs/a_failure"
};

} // namespace ard::ui
