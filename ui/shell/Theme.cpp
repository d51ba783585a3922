// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Theme.h"
#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPointer>
#include <QProxyStyle>
#include <QStyleFactory>

namespace ard::ui {

namespace {
constexpr double kSmallestPoints = 10;

QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share, a.greenF() + (b.greenF() - a.greenF()) * share,
                            a.blueF() + (b.blueF() - a.blueF()) * share);
}

/// Fusion, and nothing of it moves by itself where motion is reduced.
class CalmStyle : public QProxyStyle {
public:
    explicit CalmStyle(const Theme *theme)
        : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme)
    {
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *more) const override
    {
        const bool moves = hint == SH_Widget_Animate || hint == SH_Widget_Animation_Duration;
        return moves && m_theme && m_theme->isMotionReduced() ? 0 : QProxyStyle::styleHint(hint, option, widget, more);
    }

private:
    QPointer<const Theme> m_theme;
};

constexpr Qt::UIEffect kEffects[] = {Qt::UI_AnimateMenu,    Qt::UI_FadeMenu,    Qt::UI_AnimateCombo,
                                     Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox};
} // namespace

QPalette paletteOf(const Tones &t)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) { palette.setColor(role, color); };
    set(QPalette::Window, t.window);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.surface);
    set(QPalette::AlternateBase, t.window);
    set(QPalette::Text, t.text);
    set(QPalette::PlaceholderText, t.muted);
    set(QPalette::Button, t.raised);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.danger);
    set(QPalette::ToolTipBase, t.surface);
    set(QPalette::ToolTipText, t.text);
    set(QPalette::Highlight, t.accent);
    set(QPalette::HighlightedText, t.onAccent);
    set(QPalette::Link, t.accent);
    set(QPalette::LinkVisited, t.accent);
    set(QPalette::Light, t.surface);
    set(QPalette::Midlight, t.raised);
    set(QPalette::Mid, t.hairline);
    set(QPalette::Dark, t.outline);
    set(QPalette::Shadow, t.outline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    return palette;
}

QString styleSheetOf(const Tones &t)
{
    QFile file(QStringLiteral(":/theme/explorer.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> colors[] = {
        {"window", t.window},
        {"surface", t.surface},
        {"raised", t.raised},
        {"text", t.text},
        {"muted", t.muted},
        {"hairline", t.hairline},
        {"outline", t.outline},
        {"accent", t.accent},
        {"onAccent", t.onAccent},
        {"accentHover", mixed(t.accent, t.text, 0.15f)},
        {"accentTint", mixed(t.surface, t.accent, 0.16f)},
        {"accentLine", mixed(t.surface, t.accent, 0.5f)},
    };
    for (const auto &[name, color] : colors)
        sheet.replace(QStringLiteral("${%1}").arg(QLatin1String(name)), color.name());
    return sheet.replace(QStringLiteral("${tone}"), t.dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

QString chineseFamily()
{
    const QStringList known{QStringLiteral("Noto Sans CJK SC"),   QStringLiteral("Source Han Sans SC"),
                            QStringLiteral("Source Han Sans CN"), QStringLiteral("PingFang SC"),
                            QStringLiteral("Microsoft YaHei"),    QStringLiteral("WenQuanYi Micro Hei")};
    const QStringList present = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    for (const QString &family : known)
        if (present.contains(family))
            return family;
    return present.value(0);
}

Theme::Theme(QObject *parent)
    : QObject(parent), m_systemFont(QApplication::font()),
      m_systemIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128),
      m_systemIsCalm(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0),
      m_systemFlash(QApplication::cursorFlashTime())
{
    for (const Qt::UIEffect effect : kEffects)
        if (QApplication::isEffectEnabled(effect))
            m_systemEffects << effect;
    QApplication::setStyle(new CalmStyle(this));
    apply();
    applyMotion();
}

bool Theme::isMotionReduced() const
{
    return m_motion == AppSettings::Motion::Reduced || (m_motion == AppSettings::Motion::System && m_systemIsCalm);
}

void Theme::setMotion(AppSettings::Motion motion)
{
    if (motion == m_motion)
        return;
    m_motion = motion;
    applyMotion();
    Q_EMIT motionChanged();
}

void Theme::applyMotion()
{
    const bool moves = !isMotionReduced();
    for (const Qt::UIEffect effect : kEffects)
        QApplication::setEffectEnabled(effect, moves && m_systemEffects.contains(effect));
    QApplication::setCursorFlashTime(moves ? m_systemFlash : 0);
}

bool Theme::isDark() const
{
    return m_mode == AppSettings::Theme::Dark || (m_mode == AppSettings::Theme::System && m_systemIsDark);
}

void Theme::setMode(AppSettings::Theme mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::setLanguage(const QString &code)
{
    const bool isChinese = code.startsWith(QLatin1String("zh"));
    if (isChinese == m_isChinese)
        return;
    m_isChinese = isChinese;
    apply();
    Q_EMIT sizeChanged();
}

void Theme::setScale(double scale)
{
    const double wanted = std::clamp(scale, kMinimumScale, kMaximumScale);
    if (qFuzzyCompare(wanted, m_scale))
        return;
    m_scale = wanted;
    apply();
    Q_EMIT scaleChanged(m_scale);
    Q_EMIT sizeChanged();
}

void Theme::setZoom(double zoom)
{
    if (qFuzzyCompare(zoom, m_zoom))
        return;
    m_zoom = zoom;
    apply();
    Q_EMIT sizeChanged();
}

double Theme::shownScale() const
{
    return std::clamp(m_scale * m_zoom, kMinimumScale, kMaximumScale);
}

void Theme::apply()
{
    const Tones &tones = isDark() ? darkTones() : lightTones();
    QFont font = m_systemFont;
    // In a Chinese window its font comes first, so that lines have its height; in others it is for single words.
    const QString own =
        QFontInfo(m_systemFont).family(); // "Sans Serif" is a wish, which in a list the next family fulfils
    const QString chinese = chineseFamily();
    if (!chinese.isEmpty())
        font.setFamilies(m_isChinese ? QStringList{chinese, own} : QStringList{own, chinese});
    font.setPointSizeF(std::max(kSmallestPoints, m_systemFont.pointSizeF()) * shownScale());
    QApplication::setPalette(paletteOf(tones));
    QApplication::setFont(font);
    qApp->setStyleSheet(styleSheetOf(tones));
}

} // namespace ard::ui

#include "moc_Theme.cpp"
