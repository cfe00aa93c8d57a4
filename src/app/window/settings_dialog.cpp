#include "app/window/settings_dialog.h"

#include "app/widgets/add_action.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace epochscope::app {
namespace {

/// In logical pixels.
constexpr int least_width = 380;

void show_checked(QComboBox& box, const QMenu& choices) {
    const QList<QAction*> actions = choices.actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        if (actions[i]->isChecked()) box.setCurrentIndex(static_cast<int>(i));
}

}  // namespace

SettingsDialog::SettingsDialog(const QMenu& settings, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Settings"));
    setMinimumWidth(least_width);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(10);
    for (QAction* action : settings.actions()) {
        if (action->menu() != nullptr) {
            form->addRow(plain_text(*action), make_choice(*action->menu()));
            if (action->whatsThis().isEmpty()) continue;
            auto* note = new QLabel(action->whatsThis(), this);
            note->setWordWrap(true);
            form->addRow(QString(), note);
        } else {
            form->addRow(QString(), make_switch(*action));
        }
    }
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(14);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

QComboBox* SettingsDialog::make_choice(const QMenu& choices) {
    auto* box = new QComboBox(this);
    box->setAccessibleName(plain_text(*choices.menuAction()));
    for (const QAction* action : choices.actions()) box->addItem(plain_text(*action));
    show_checked(*box, choices);
    connect(box, &QComboBox::activated, this, [box, &choices](int row) {
        choices.actions()[row]->trigger();
        // Where a choice cannot be had, the old one stays.
        show_checked(*box, choices);
    });
    return box;
}

QWidget* SettingsDialog::make_switch(QAction& action) {
    auto* box = new QCheckBox(plain_text(action), this);
    box->setChecked(action.isChecked());
    box->setToolTip(action.toolTip());
    connect(box, &QCheckBox::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::toggled, box, &QCheckBox::setChecked);
    return box;
}

}  // namespace epochscope::app
