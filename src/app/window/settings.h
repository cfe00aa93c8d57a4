#pragma once

#include "app/canvas/canvas.h"
#include "app/window/theme.h"

#include <QObject>
#include <QString>
#include <QVariant>

namespace epochscope::app {

class Session;

/// Gives a session the stored style, axes and palette; defaults for what is missing or out of
/// range.
void restore_view(Session& session);
void store_view(const Session& session);

/// What the user chose about the program itself. Each value is read from the stored settings and
/// written to them at once.
class Settings : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    /// Whether a folder that was never opened before plays once; true at first.
    [[nodiscard]] bool play_when_opened() const;
    void set_play_when_opened(bool on);
    /// Whether a folder opens at its first epoch with the whole frame, and not at its last, fitted
    /// and with class names; false at first.
    [[nodiscard]] bool opens_at_first_epoch() const;
    void set_opens_at_first_epoch(bool on);
    /// Whether the user has shown or hidden class names: then opening a folder no longer decides
    /// it.
    [[nodiscard]] bool class_names_chosen() const;
    void set_class_names_chosen(bool on);
    /// Whether folders that grow are followed; true at first.
    [[nodiscard]] bool follows_growth() const;
    void set_follows_growth(bool on);
    /// Whether the desktop tells of alerts of a run that is followed; false at first.
    [[nodiscard]] bool notifies_of_alerts() const;
    void set_notifies_of_alerts(bool on);
    /// Whether the hint about the first steps is shown on the canvas; true at first.
    [[nodiscard]] bool hints() const;
    void set_hints(bool on);
    [[nodiscard]] Theme theme() const;
    void set_theme(Theme theme);
    /// The language of the window, such as "zh_CN"; empty: the system's. From the next start on.
    [[nodiscard]] QString language() const;
    void set_language(const QString& language);
    /// The renderer at the next start, unless the command line names one.
    [[nodiscard]] Renderer renderer() const;
    void set_renderer(Renderer renderer);

  signals:
    /// A value changed by this object.
    void changed();

  private:
    void store(const char* key, const QVariant& value);
};

}  // namespace epochscope::app
