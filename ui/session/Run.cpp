// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Run.h"
#include "diffusion/NoiseSchedule.h"
#include "session/CoreTexts.h"
#include <cmath>
#include <limits>

namespace ard::ui {

namespace {

constexpr QChar kSpaceMark(0x2581); // how SentencePiece writes a leading space
constexpr QChar kVisibleSpace(0x2423);
constexpr int kTitleSourceLength = 40;
const char *const kNoiseSchedule = "sqrt"; // the only noise schedule that a run can have

int nextNumber()
{
    static int number = 0;
    return ++number;
}

} // namespace

Run::Run(const GenerationRequest &request, QObject *parent) : QObject(parent), m_number(nextNumber())
{
    own().request = request;
    if (request.schedule.length >= 1)
        if (auto plan = makeSamplingPlan(request.schedule, request.samplingSteps, request.ruler))
            own().plan = std::move(*plan);
    m_settle.reset(length());
    prepareNoise();
}

Run::Run(RunRecord before, SamplingPlan plan, const Continuation &continuation, QObject *parent)
    : QObject(parent), m_number(nextNumber()), m_record(std::make_shared<RunRecord>(std::move(before)))
{
    m_record->plan = std::move(plan);
    m_record->request.continuations.push_back(continuation);
    absorb(m_record->words);
    m_changes = changesOf(*m_record);
    settleAnew();
    prepareNoise();
}

Run::Run(RunRecord record, QObject *parent)
    : QObject(parent), m_number(nextNumber()), m_record(std::make_shared<RunRecord>(std::move(record)))
{
    absorb(m_record->words);
    m_changes = changesOf(*m_record);
    settleAnew();
    m_state = m_record->complete ? State::Complete : State::Cancelled;
    m_recorded = true;
    prepareNoise();
}

QString Run::title() const
{
    QString source = QString::fromStdString(m_record->request.source).simplified();
    if (source.size() > kTitleSourceLength)
        source = source.left(kTitleSourceLength - 1) + QChar(0x2026);
    return tr("#%1 %2 (%3, M %4, seed %5)")
        .arg(QString::number(m_number), source, scheduleName(m_record->request.schedule.kind),
             QString::number(m_record->request.samplingSteps), QString::number(m_record->request.seed));
}

QString Run::stateText() const
{
    const QString progress = tr("%1 of %2 calls").arg(frameCount()).arg(std::max(modelCalls(), 0));
    QString text;
    switch (m_state) {
    case State::Waiting:
        return tr("waiting for the engine");
    case State::Live:
        return tr("running, %1").arg(progress);
    case State::Complete:
        return tr("finished");
    case State::Cancelled:
        text = tr("stopped after %1").arg(progress);
        break;
    case State::Interrupted:
        text = tr("interrupted after %1").arg(progress);
        break;
    case State::Failed:
        text = tr("failed after %1").arg(progress);
        break;
    }
    return withReason(text, m_reason);
}

int Run::length() const
{
    return plan().timesteps.empty() ? 0 : static_cast<int>(plan().timesteps.front().size());
}

int Run::modelCalls() const
{
    return std::max(plan().modelCalls(), 0);
}

const StepFrame *Run::frame(int call) const
{
    return call >= 1 && call <= frameCount() ? &m_record->frames[static_cast<std::size_t>(call - 1)] : nullptr;
}

const TokenState *Run::token(int call, int position) const
{
    const StepFrame *step = frame(call);
    return step && position >= 0 && position < length() ? &step->tokens[static_cast<std::size_t>(position)] : nullptr;
}

int Run::timestep(int step, int position) const
{
    const bool exists = step >= 0 && step <= modelCalls() && position >= 0 && position < length();
    return exists ? plan().timesteps[static_cast<std::size_t>(step)][static_cast<std::size_t>(position)] : -1;
}

int Run::sentenceStep(int step) const
{
    const auto &steps = plan().sentenceSteps;
    return step >= 0 && static_cast<std::size_t>(step) < steps.size() ? steps[static_cast<std::size_t>(step)] : -1;
}

double Run::noiseLevel(int timestep) const
{
    const bool exists = timestep >= 0 && static_cast<std::size_t>(timestep) < m_noiseLevels.size();
    return exists ? m_noiseLevels[static_cast<std::size_t>(timestep)] : std::numeric_limits<double>::quiet_NaN();
}

QString Run::piece(std::int32_t wordId) const
{
    if (wordId < 0)
        return {};
    const auto it = m_pieces.constFind(wordId);
    return it != m_pieces.cend() ? *it : QStringLiteral("#%1").arg(wordId);
}

QString Run::label(std::int32_t wordId) const
{
    return labelOf(piece(wordId));
}

QString Run::labelOf(const QString &text)
{
    if (text.isEmpty() || text == QString(kSpaceMark))
        return text.isEmpty() ? text : QString(kVisibleSpace);
    return text.startsWith(kSpaceMark) ? text.mid(1) : text;
}

bool Run::startsWord(std::int32_t wordId) const
{
    return piece(wordId).startsWith(kSpaceMark) || isPadding(wordId);
}

bool Run::isPadding(std::int32_t wordId) const
{
    return piece(wordId) == QLatin1String("[PAD]");
}

QString Run::labelAt(int step, int position) const
{
    const TokenState *state = token(step, position);
    return state ? label(state->wordId) : QString();
}

QString Run::textAt(int step) const
{
    const StepFrame *shown = frame(step);
    if (!shown)
        return {};
    const auto candidate = static_cast<std::size_t>(shown->candidate);
    if (m_state == State::Complete && step == modelCalls() && candidate < m_record->outputs.size())
        return QString::fromStdString(m_record->outputs[candidate].text);
    QString text;
    for (const TokenState &state : shown->tokens)
        if (!isPadding(state.wordId))
            text += piece(state.wordId);
    return text.replace(kSpaceMark, QLatin1Char(' ')).simplified();
}

void Run::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    Q_EMIT nameChanged();
}

void Run::markSaved(const QString &path)
{
    m_filePath = path;
    m_saved = true;
    Q_EMIT savedChanged();
}

void Run::absorb(const std::map<std::int32_t, std::string> &words)
{
    for (const auto &[id, text] : words) {
        own().words[id] = text;
        m_pieces[id] = QString::fromStdString(text);
    }
}

void Run::prepareNoise()
{
    m_noiseLevels.clear();
    const auto noise = makeNoiseSchedule(kNoiseSchedule, diffusionSteps());
    if (!noise)
        return;
    m_noiseLevels.reserve(noise->alphaBar.size());
    for (const double alphaBar : noise->alphaBar)
        m_noiseLevels.push_back(std::sqrt(1 - alphaBar));
}

} // namespace ard::ui

#include "moc_Run.cpp"
