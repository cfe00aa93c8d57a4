#pragma once

#include <QDialog>

class QMenuBar;

namespace epochscope::app {

/// The page of all keys, made from the menus themselves, and what the pointer does.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

  public:
    explicit ShortcutsDialog(const QMenuBar& menus, QWidget* parent = nullptr);
};

}  // namespace epochscope::app
