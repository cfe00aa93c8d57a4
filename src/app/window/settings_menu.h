#pragma once

class QMenu;

namespace epochscope::app {

struct MenuTargets;

/// A menu of the settings, which is shown as a dialog (see SettingsDialog) and searched (see
/// ActionSearch). Owned by the window.
QMenu& make_settings(const MenuTargets& targets);

}  // namespace epochscope::app
