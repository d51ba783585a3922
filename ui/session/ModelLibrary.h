// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ModelLibrary: the models on this machine, read from their model.json without an engine: names, hints and examples are
// there from the first moment. Searching happens on a worker thread. GUI thread.
#include "protocol/Messages.h"
#include "session/ModelTexts.h"
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace ard::ui {

/// A recorded run that came with a model: a file of its folder "runs". Opens without an engine.
struct ExampleRun {
    QString model; ///< the model's name
    QString title; ///< the file's name, with spaces for underscores
    QString path;
    QString folder; ///< of the model
};

/// Recorded runs of a model that belong side by side, in this order: its files whose names begin with "compare_".
struct ExampleComparison {
    QString model;
    QStringList paths;
};

class ModelLibrary : public QObject {
    Q_OBJECT

public:
    explicit ModelLibrary(QObject *parent = nullptr);
    ~ModelLibrary() override;

    /// Bundled models: $ARDIFF_MODELS, models/ beside the program and in the folders above it (source and build tree),
    /// ../share/ardiff-explorer/models (installed). Only folders that exist.
    static QStringList bundledFolders();

    void setExtraFolders(const QStringList &folders); ///< of the settings; searched after the bundled ones; refreshes
    QStringList searchFolders() const;
    /// Those of this machine, or what an engine elsewhere has listed.
    const std::vector<protocol::ModelSummary> &models() const { return m_listed ? *m_listed : m_models; }
    /// What an engine elsewhere has, in place of the models of this machine; nullopt: those again.
    void setListed(std::optional<std::vector<protocol::ModelSummary>> models);
    /// By folder path, or by the folder's last name ("tiny"); nullptr: unknown.
    const protocol::ModelSummary *find(const QString &folderOrName) const;
    /// The one that writes the window's language (its model.json says "zh" for a window in Chinese), else tiny, else any;
    /// nullptr: there is none.
    const protocol::ModelSummary *forFirstStart() const;
    /// In the window's language where this machine has the model, too (name and sizes are the same).
    ModelTexts texts(const protocol::ModelSummary &model) const;
    QString titleOf(const ExampleRun &run) const;        ///< in the window's language
    QList<ExampleRun> exampleRuns() const;               ///< by model, that of the first start first, then by file name
    QList<ExampleComparison> exampleComparisons() const; ///< in the order of the models, that of the first start first
    const QStringList &problems() const { return m_problems; } ///< a sentence for every model that cannot be read

public Q_SLOTS:
    void refresh();    ///< in the background; modelsChanged when done
    void refreshNow(); ///< at once, for the first start (a few small files)

Q_SIGNALS:
    void aboutToChange();
    void modelsChanged();

private:
    struct Found {
        std::vector<protocol::ModelSummary> models;
        QList<ExampleRun> exampleRuns;
        QHash<QString, ModelTexts> texts;
        QStringList problems;
    };
    static Found search(const QStringList &folders);
    void take(Found found);

    QStringList m_extraFolders;
    std::vector<protocol::ModelSummary> m_models;
    std::optional<std::vector<protocol::ModelSummary>> m_listed;
    QList<ExampleRun> m_exampleRuns;
    QHash<QString, ModelTexts> m_texts; ///< by the model's folder
    QStringList m_problems;
    int m_latest = 0;
};

} // namespace ard::ui
