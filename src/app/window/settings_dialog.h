#pragma once

#include <QDialog>

class QAction;
class QComboBox;
class QMenu;

namespace epochscope::app {

/// Shows a menu of settings as a form: a list of choices for each submenu, a check box for each
/// entry. Choosing triggers the entry, so that the form, the search for actions and the keys are
/// one.
class SettingsDialog : public QDialog {
    Q_OBJECT

  public:
    explicit SettingsDialog(const QMenu& settings, QWidget* parent = nullptr);

  private:
    [[nodiscard]] QComboBox* make_choice(const QMenu& choices);
    [[nodiscard]] QWidget* make_switch(QAction& action);
};

}  // namespace epochscope::app
