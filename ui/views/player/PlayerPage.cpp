// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/player/PlayerPage.h"
#include "paint/ColorMap.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>
#include <cmath>

namespace ard::ui {

namespace {
constexpr int kColours = 32; ///< of the table, so many are even to the eye

struct PlayerPageText {
    Q_DECLARE_TR_FUNCTIONS(PlayerPage)
};

/// A part of the page that is the same in all of them.
QByteArray part(const QString &name)
{
    QFile file(QStringLiteral(":/player/") + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    Q_UNUSED(isOpen)
    return file.readAll();
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

template <class Row>
QJsonArray numbers(const Row &row)
{
    QJsonArray array;
    for (const int value : row)
        array << value;
    return array;
}

template <class Rows>
QJsonArray rows(const Rows &all)
{
    QJsonArray array;
    for (const auto &row : all)
        array << numbers(row);
    return array;
}

QString base64(const std::vector<std::vector<double>> &shares)
{
    QByteArray bytes;
    for (const std::vector<double> &row : shares)
        for (const double share : row)
            bytes += static_cast<char>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
    return QString::fromLatin1(bytes.toBase64());
}

QJsonArray settledRows(const std::vector<std::vector<bool>> &settled)
{
    QJsonArray array;
    for (const std::vector<bool> &row : settled) {
        QString marks;
        for (const bool is : row)
            marks += is ? QLatin1Char('1') : QLatin1Char('0');
        array << marks;
    }
    return array;
}

QJsonObject laneData(const PlayerLane &lane)
{
    return {{QStringLiteral("letter"), lane.letter},
            {QStringLiteral("colour"), lane.colour},
            {QStringLiteral("ink"), lane.ink},
            {QStringLiteral("title"), lane.title},
            {QStringLiteral("facts"), lane.facts},
            {QStringLiteral("timesteps"), lane.timesteps},
            {QStringLiteral("length"), lane.length},
            {QStringLiteral("calls"), numbers(lane.calls)},
            {QStringLiteral("fronts"), rows(lane.fronts)},
            {QStringLiteral("words"), rows(lane.words)},
            {QStringLiteral("settled"), settledRows(lane.settled)},
            {QStringLiteral("p"), base64(lane.shares)}};
}

QJsonObject texts()
{
    return {{QStringLiteral("play"), PlayerPageText::tr("Play")},
            {QStringLiteral("pause"), PlayerPageText::tr("Pause")},
            {QStringLiteral("back"), PlayerPageText::tr("One step back")},
            {QStringLiteral("forward"), PlayerPageText::tr("One step on")},
            {QStringLiteral("speed"), PlayerPageText::tr("Speed")},
            {QStringLiteral("step"), PlayerPageText::tr("Step")},
            {QStringLiteral("perSecond"), PlayerPageText::tr("%1 / s")},
            {QStringLiteral("swap"), PlayerPageText::tr("Swap A and B")},
            {QStringLiteral("noise"), PlayerPageText::tr("Noise: no words yet")},
            {QStringLiteral("plane"), PlayerPageText::tr("%1: plane of positions by timesteps at step %2 of %3")},
            {QStringLiteral("where"), PlayerPageText::tr("step %1 of %2, %3 of %4 words settled")},
            {QStringLiteral("whereInLanes"), PlayerPageText::tr("step %1 of %2")},
            {QStringLiteral("cell"), PlayerPageText::tr("position %1, model call %2: %3, %4 %")},
            {QStringLiteral("keys"),
             PlayerPageText::tr(
                 "Space plays, the arrow keys and Page Up and Page Down step, Home and End jump, B swaps A and B. "
                 "Colour: probability of the word, from dark (0) to bright (1). Bold: settled, as far as one can "
                 "know at that step.")}};
}

QByteArray data(const PlayerState &state)
{
    QJsonArray lanes, colours;
    for (const PlayerLane &lane : state.lanes)
        lanes << laneData(lane);
    for (int i = 0; i < kColours; ++i)
        colours << ColorMap::viridis().at(i / (kColours - 1.0)).name();
    const QJsonObject all{{QStringLiteral("texts"), texts()},
                          {QStringLiteral("colours"), colours},
                          {QStringLiteral("words"), QJsonArray::fromStringList(state.words)},
                          {QStringLiteral("padding"), numbers(state.padding)},
                          {QStringLiteral("joined"), numbers(state.joined)},
                          {QStringLiteral("lanes"), lanes}};
    // Inside a script element "<" could end it.
    return QJsonDocument(all).toJson(QJsonDocument::Compact).replace('<', "\\u003c");
}

QByteArray table(const PlayerLane &lane)
{
    const QString name = lane.letter.isEmpty() ? lane.title : lane.letter + QStringLiteral(" · ") + lane.title;
    QByteArray html = "<table><caption>" + escaped(name) + "</caption><thead><tr>";
    for (const QString &head :
         {PlayerPageText::tr("model call"), PlayerPageText::tr("sentence step"), PlayerPageText::tr("words")})
        html += "<th scope=\"col\">" + escaped(head) + "</th>";
    html += "</tr></thead><tbody>\n";
    for (std::size_t step = 1; step < lane.calls.size(); ++step)
        html += "<tr><td class=\"number\">" + QByteArray::number(lane.calls[step]) + "</td><td class=\"number\">" +
            QByteArray::number(lane.sentenceSteps[step]) + "</td><td>" +
            escaped(lane.sentences[static_cast<qsizetype>(step) - 1]) + "</td></tr>\n";
    html += "</tbody></table>\n";
    const int steps = static_cast<int>(lane.calls.size()) - 1;
    if (steps < lane.calls.back())
        html += "<p>" +
            escaped(PlayerPageText::tr("%1 of %2 model calls are in this page.").arg(steps).arg(lane.calls.back())) +
            "</p>\n";
    return html;
}

QByteArray recipe(const QStringList &lines)
{
    QByteArray html;
    for (const QString &line : lines) {
        const bool isCommand = line.startsWith(QLatin1String("ardiff "));
        html += isCommand ? "<p><code>" + escaped(line) + "</code></p>\n" : "<p>" + escaped(line) + "</p>\n";
    }
    return html;
}

QByteArray hashOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64();
}

/// Fills in what stands between two @ of the template; what is filled in is not looked at again.
QByteArray filled(const QByteArray &pattern, const std::vector<std::pair<QByteArray, QByteArray>> &values)
{
    QByteArray result;
    for (qsizetype at = 0; at < pattern.size();) {
        const auto value = std::find_if(values.begin(), values.end(), [&](const auto &each) {
            return QByteArrayView(pattern).sliced(at).startsWith('@' + each.first + '@');
        });
        if (value == values.end()) {
            result += pattern[at++];
        } else {
            result += value->second;
            at += value->first.size() + 2;
        }
    }
    return result;
}
} // namespace

QByteArray playerPage(const PlayerState &state)
{
    const QByteArray style = part(QStringLiteral("player.css")), script = part(QStringLiteral("player.js"));
    QByteArray tables;
    for (const PlayerLane &lane : state.lanes)
        tables += table(lane);
    return filled(part(QStringLiteral("player.html")),
                  {{"LANGUAGE", escaped(state.language)},
                   {"STYLE_HASH", hashOf(style)},
                   {"SCRIPT_HASH", hashOf(script)},
                   {"VERSION", escaped(QCoreApplication::applicationVersion())},
                   {"TITLE", escaped(state.title)},
                   {"SOURCE", escaped(state.source)},
                   {"STEPS_TITLE", escaped(PlayerPageText::tr("All steps as a table"))},
                   {"TABLES", tables},
                   {"RECIPE", recipe(state.recipe)},
                   {"DATA", data(state)},
                   {"STYLE", style},
                   {"SCRIPT", script}});
}

Status writePlayer(const PlayerState &state, const QString &path)
{
    const QByteArray page = playerPage(state);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size() || !file.commit())
        return fail(ErrorCode::Io,
                    "The page " + path.toStdString() + " could not be written: " + file.errorString().toStdString());
    return {};
}

} // namespace ard::ui
