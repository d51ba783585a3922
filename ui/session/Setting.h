// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Setting: one thing that is remembered: its key in the file, its default, which values fit, and its signal. A stored value
// that does not fit is read as the default. Enumerations are kept by name, so that a file stays readable and an unknown
// name is seen as such. GUI thread.
#include <QMetaEnum>
#include <QObject>
#include <QSettings>
#include <optional>
#include <type_traits>
#include <utility>

namespace ard::ui {

class SettingSignal : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void changed(); ///< it is read as another value than before
};

template <class T>
class Setting : public SettingSignal {
public:
    using Fits = bool (*)(const T &value);

    /// file must outlive the setting.
    Setting(QSettings *file, const char *key, T fallback = {}, Fits fits = nullptr)
        : m_file(file), m_key(QString::fromLatin1(key)), m_default(std::move(fallback)), m_fits(fits)
    {
    }

    T operator()() const
    {
        const QVariant stored = m_file->value(m_key);
        const std::optional<T> value = stored.isValid() ? read(stored) : std::nullopt;
        return value && (!m_fits || m_fits(*value)) ? *value : m_default;
    }

    void set(const T &value)
    {
        const T before = (*this)();
        m_file->setValue(m_key, written(value));
        if ((*this)() != before)
            Q_EMIT changed();
    }

    /// take(value) at every change, for as long as context lives.
    template <class Take>
    void onChange(QObject *context, Take take) const
    {
        connect(this, &SettingSignal::changed, context, [this, take = std::move(take)]() mutable { take((*this)()); });
    }

private:
    static std::optional<T> read(const QVariant &stored)
    {
        bool isOne = true;
        if constexpr (std::is_enum_v<T>) {
            const QByteArray name = stored.toString().toLatin1();
            const int value = QMetaEnum::fromType<T>().keyToValue(name.constData(), &isOne);
            return isOne ? std::optional(static_cast<T>(value)) : std::nullopt;
        } else if constexpr (std::is_same_v<T, int>) {
            const int value = stored.toInt(&isOne);
            return isOne ? std::optional(value) : std::nullopt;
        } else if constexpr (std::is_same_v<T, double>) {
            const double value = stored.toDouble(&isOne);
            return isOne ? std::optional(value) : std::nullopt;
        } else {
            return stored.value<T>();
        }
    }

    static QVariant written(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return QString::fromLatin1(QMetaEnum::fromType<T>().valueToKey(static_cast<int>(value)));
        else
            return value;
    }

    QSettings *m_file;
    QString m_key;
    T m_default;
    Fits m_fits;
};

} // namespace ard::ui
