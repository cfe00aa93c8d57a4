#pragma once

#include <QDialog>

class QMenuBar;

namespace epochscope::app {

/// All keys, read from the menus, and the pointer's gestures.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

  public:
    explicit ShortcutsDialog(const QMenuBar& menus, QWidget* parent = nullptr);
};

}  // namespace epochscope::app
