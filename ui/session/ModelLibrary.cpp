// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/ModelLibrary.h"
#include "folder/ModelSummary.h"
#include "session/Background.h"
#include "session/PathText.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <tuple>

namespace ard::ui {

namespace {

/// build/<preset>/bin lies three folders below the source tree.
constexpr int kLevelsAbove = 3;
/// Several models write it; which is for the first start is not for it to say.
constexpr auto kLanguageOfMost = "en";

bool isFailure(const QString &title)
{
    return title.contains(QStringLiteral("failure"), Qt::CaseInsensitive);
}

QList<ExampleRun> runsOf(const protocol::ModelSummary &model)
{
    const QDir folder(QString::fromStdString(model.folder) + QStringLiteral("/runs"));
    QList<ExampleRun> runs;
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.ardrun")}, QDir::Files, QDir::Name)) {
        QString title = file.completeBaseName();
        runs.append({QString::fromStdString(model.name), title.replace(u'_', u' '), file.filePath(),
                     QString::fromStdString(model.folder)});
    }
    // What a model does well comes first.
    std::stable_partition(runs.begin(), runs.end(), [](const ExampleRun &run) { return !isFailure(run.title); });
    return runs;
}

} // namespace

ModelLibrary::ModelLibrary(QObject *parent) : QObject(parent) { }

ModelLibrary::~ModelLibrary() = default;

QStringList ModelLibrary::bundledFolders()
{
    QStringList candidates;
    if (const QString fromEnvironment = qEnvironmentVariable("ARDIFF_MODELS"); !fromEnvironment.isEmpty())
        candidates << fromEnvironment;
    const QString programs = QCoreApplication::applicationDirPath();
    QString above = programs;
    for (int level = 0; level <= kLevelsAbove; ++level) {
        candidates << above + QStringLiteral("/models");
        above += QStringLiteral("/..");
    }
    candidates << programs + QStringLiteral("/../share/ardiff-explorer/models");

    QStringList folders;
    for (const QString &candidate : candidates)
        if (const QString path = QFileInfo(candidate).canonicalFilePath(); !path.isEmpty() && QFileInfo(path).isDir())
            folders << path;
    folders.removeDuplicates();
    return folders;
}

void ModelLibrary::setExtraFolders(const QStringList &folders)
{
    if (folders == m_extraFolders)
        return;
    m_extraFolders = folders;
    refresh();
}

QStringList ModelLibrary::searchFolders() const
{
    QStringList folders = bundledFolders() + m_extraFolders;
    folders.removeDuplicates();
    return folders;
}

const protocol::ModelSummary *ModelLibrary::find(const QString &folderOrName) const
{
    const QString wanted = QFileInfo(folderOrName).canonicalFilePath();
    for (const auto &model : models()) {
        const QFileInfo folder(QString::fromStdString(model.folder));
        const bool isPath = !wanted.isEmpty() && folder.canonicalFilePath() == wanted;
        if (isPath || folder.filePath() == folderOrName || folder.fileName() == folderOrName)
            return &model;
    }
    return nullptr;
}

const protocol::ModelSummary *ModelLibrary::forFirstStart() const
{
    const std::vector<protocol::ModelSummary> &all = models();
    const std::string language = QLocale().name().section(u'_', 0, 0).toStdString();
    const auto own = std::ranges::find(all, language, &protocol::ModelSummary::languages);
    if (language != kLanguageOfMost && own != all.end())
        return &*own;
    const protocol::ModelSummary *tiny = find(QStringLiteral("tiny"));
    return tiny || all.empty() ? tiny : &all.front();
}

ModelTexts ModelLibrary::texts(const protocol::ModelSummary &model) const
{
    if (!m_listed)
        return m_texts.value(QString::fromStdString(model.folder));
    const auto key = [](const protocol::ModelSummary &of) {
        return std::tie(of.name, of.parameters, of.length, of.diffusionSteps, of.vocabulary);
    };
    for (const protocol::ModelSummary &own : m_models)
        if (key(own) == key(model))
            return m_texts.value(QString::fromStdString(own.folder));
    return {};
}

QString ModelLibrary::titleOf(const ExampleRun &run) const
{
    return m_texts.value(run.folder).run(QFileInfo(run.path).completeBaseName(), run.title);
}

void ModelLibrary::setListed(std::optional<std::vector<protocol::ModelSummary>> models)
{
    Q_EMIT aboutToChange();
    m_listed = std::move(models);
    Q_EMIT modelsChanged();
}

void ModelLibrary::refresh()
{
    const int search = ++m_latest;
    const auto look = [folders = searchFolders()] { return ModelLibrary::search(folders); };
    inBackground(QThreadPool::globalInstance(), this, look, [this, search](Found found) {
        if (search == m_latest) // a later search knows better
            take(std::move(found));
    });
}

void ModelLibrary::refreshNow()
{
    ++m_latest;
    take(search(searchFolders()));
}

ModelLibrary::Found ModelLibrary::search(const QStringList &folders)
{
    std::vector<std::string> paths;
    for (const QString &folder : folders)
        paths.push_back(fileSystemPath(folder).string());
    Found found;
    std::vector<std::string> problems;
    found.models = findModels(paths, &problems);
    for (const auto &model : found.models) {
        const QString folder = QString::fromStdString(model.folder);
        found.exampleRuns += runsOf(model);
        found.texts.insert(folder, ModelTexts::read(folder));
    }
    for (const std::string &problem : problems)
        found.problems << QString::fromStdString(problem);
    return found;
}

QList<ExampleRun> ModelLibrary::exampleRuns() const
{
    QList<ExampleRun> runs = m_exampleRuns;
    if (const protocol::ModelSummary *first = forFirstStart())
        std::ranges::stable_partition(runs,
                                      [&](const ExampleRun &run) { return run.model.toStdString() == first->name; });
    return runs;
}

QList<ExampleComparison> ModelLibrary::exampleComparisons() const
{
    QList<ExampleComparison> found;
    for (const ExampleRun &run : exampleRuns()) {
        if (!QFileInfo(run.path).fileName().startsWith(QLatin1String("compare_")))
            continue;
        if (found.isEmpty() || found.back().model != run.model)
            found.append({run.model, {}});
        found.back().paths << run.path;
    }
    return found;
}

void ModelLibrary::take(Found found)
{
    Q_EMIT aboutToChange();
    m_models = std::move(found.models);
    m_exampleRuns = std::move(found.exampleRuns);
    m_texts = std::move(found.texts);
    m_problems = std::move(found.problems);
    Q_EMIT modelsChanged();
}

} // namespace ard::ui

#include "moc_ModelLibrary.cpp"
