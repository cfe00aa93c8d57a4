#include "app/window/settings_menu.h"

#include "app/actions/view_actions.h"
#include "app/datamap/canvas_area.h"
#include "app/widgets/add_action.h"
#include "app/window/main_menus.h"
#include "app/window/settings.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::SettingsMenu)
};

void add_themes(const MenuTargets& t, QMenu& menu) {
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, Theme theme) {
        QAction* action = add_toggle(t.window, menu, text);
        group->addAction(action);
        action->setChecked(t.settings.theme() == theme);
        QObject::connect(action, &QAction::triggered, &t.settings,
                         [&settings = t.settings, theme] { settings.set_theme(theme); });
    };
    add(Words::tr("As the system"), Theme::system);
    add(Words::tr("Light"), Theme::light);
    add(Words::tr("Dark"), Theme::dark);
}

void add_languages(const MenuTargets& t, QMenu& menu) {
    menu.menuAction()->setWhatsThis(Words::tr("The language changes at the next start."));
    auto* group = new QActionGroup(&menu);
    const QString stored = t.settings.language();
    const auto add = [&](const QString& text, const QString& language) {
        QAction* action = add_toggle(t.window, menu, text);
        group->addAction(action);
        action->setChecked(stored == language);
        QObject::connect(action, &QAction::triggered, &t.window, [t, language, &menu] {
            t.settings.set_language(language);
            t.tell(menu.menuAction()->whatsThis());
        });
    };
    add(Words::tr("Of the system"), {});
    add(QStringLiteral("English"), "en");
    add(QStringLiteral("\u4e2d\u6587"), "zh_CN");
}

void add_renderers(const MenuTargets& t, QMenu& menu) {
    Canvas& canvas = t.area.canvas();
    add_renderer_actions(t.window, menu, canvas);
    for (const QAction* action : menu.actions())
        QObject::connect(
            action, &QAction::triggered, &t.settings,
            [&settings = t.settings, &canvas] { settings.set_renderer(canvas.renderer()); });
}

struct Switch {
    QString text;
    QString tip;
    bool (Settings::*is_on)() const;
    void (Settings::*set)(bool);
};

void add_switch(const MenuTargets& t, QMenu& menu, const Switch& one) {
    QAction* action = add_toggle(t.window, menu, one.text);
    action->setToolTip(one.tip);
    const auto show = [action, &settings = t.settings, one] {
        action->setChecked((settings.*one.is_on)());
    };
    QObject::connect(&t.settings, &Settings::changed, action, show);
    QObject::connect(action, &QAction::triggered, &t.settings,
                     [&settings = t.settings, one](bool on) { (settings.*one.set)(on); });
    show();
}

}  // namespace

QMenu& make_settings(const MenuTargets& t) {
    auto* settings = new QMenu(Words::tr("Settings"), &t.window);
    add_themes(t, *settings->addMenu(Words::tr("Theme")));
    add_languages(t, *settings->addMenu(Words::tr("Language")));
    add_renderers(t, *settings->addMenu(Words::tr("Renderer")));
    add_switch(t, *settings,
               {Words::tr("Play a folder when it is opened for the first time"),
                Words::tr("From the first epoch to the last, once; a click stops it"),
                &Settings::play_when_opened, &Settings::set_play_when_opened});
    add_switch(t, *settings,
               {Words::tr("Open folders at their first epoch"),
                Words::tr("Instead of their last, and without playing"),
                &Settings::opens_at_first_epoch, &Settings::set_opens_at_first_epoch});
    add_switch(t, *settings,
               {Words::tr("Follow folders that grow"),
                Words::tr("New epochs of a run are shown as they come"), &Settings::follows_growth,
                &Settings::set_follows_growth});
    add_switch(t, *settings,
               {Words::tr("Notify me of alerts"),
                Words::tr("The desktop says so when a run that is followed raises an alert while "
                          "another window is in front"),
                &Settings::notifies_of_alerts, &Settings::set_notifies_of_alerts});
    add_switch(t, *settings,
               {Words::tr("Show hints"), Words::tr("Hints about the first steps, on the canvas"),
                &Settings::hints, &Settings::set_hints});
    return *settings;
}

}  // namespace epochscope::app
