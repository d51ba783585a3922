// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ModelListModel.h"
#include <QLocale>

namespace ard::ui {

namespace {

QString description(const protocol::ModelSummary &model, const ModelTexts &texts)
{
    constexpr double million = 1e6;
    QStringList lines;
    for (const QString &text : {texts.text(QStringLiteral("task"), QString::fromStdString(model.task)),
                                texts.text(QStringLiteral("languages"), QString::fromStdString(model.languages))})
        if (!text.isEmpty())
            lines << text;
    lines
        << ModelListModel::tr("N %1, T %2, %3 words").arg(model.length).arg(model.diffusionSteps).arg(model.vocabulary);
    if (model.parameters > 0)
        lines
            << ModelListModel::tr("%1 million parameters").arg(QLocale().toString(model.parameters / million, 'f', 2));
    if (!model.licence.empty())
        lines << ModelListModel::tr("Licence: %1").arg(QString::fromStdString(model.licence));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ModelListModel::ModelListModel(ModelLibrary *library, QObject *parent) : QAbstractListModel(parent), m_library(library)
{
    connect(library, &ModelLibrary::aboutToChange, this, [this] { beginResetModel(); });
    connect(library, &ModelLibrary::modelsChanged, this, [this] { endResetModel(); });
}

int ModelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_library->models().size());
}

QVariant ModelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const protocol::ModelSummary &model = m_library->models()[static_cast<std::size_t>(index.row())];
    const auto text = [this, &model](const char *key, const std::string &fallback) {
        return m_library->texts(model).text(QString::fromLatin1(key), QString::fromStdString(fallback));
    };
    switch (role) {
    case Qt::DisplayRole:
        return text("name", model.name);
    case Qt::ToolTipRole:
        return description(model, m_library->texts(model));
    case FolderRole:
        return QString::fromStdString(model.folder);
    case TaskRole:
        return text("task", model.task);
    case LanguagesRole:
        return text("languages", model.languages);
    case LicenceRole:
        return QString::fromStdString(model.licence);
    case HintRole:
        return text("hint", model.hint);
    case ExamplesRole: {
        QStringList examples;
        for (const std::string &example : model.examples)
            examples << QString::fromStdString(example);
        return examples;
    }
    case LengthRole:
        return model.length;
    case DiffusionStepsRole:
        return model.diffusionSteps;
    case ParametersRole:
        return model.parameters;
    default:
        return {};
    }
}

QHash<int, QByteArray> ModelListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert({{FolderRole, "folder"},
                  {TaskRole, "task"},
                  {LanguagesRole, "languages"},
                  {LicenceRole, "licence"},
                  {HintRole, "hint"},
                  {ExamplesRole, "examples"},
                  {LengthRole, "length"},
                  {DiffusionStepsRole, "diffusionSteps"},
                  {ParametersRole, "parameters"}});
    return names;
}

int ModelListModel::rowOfFolder(const QString &folder) const
{
    const auto &models = m_library->models();
    const protocol::ModelSummary *model = m_library->find(folder);
    return model ? static_cast<int>(model - models.data()) : -1;
}

} // namespace ard::ui

#include "moc_ModelListModel.cpp"
