#pragma once

#include <QObject>

namespace epochscope::app {

/// Keys that hold whatever has the focus, as a filter of all events. In a text field, a key with
/// Ctrl that is not for copy, paste and the like reaches the menus. In a dialog, F1 opens the
/// manual at its page.
class ApplicationKeys : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace epochscope::app
