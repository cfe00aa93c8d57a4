#pragma once

class QKeyEvent;
class QWidget;

namespace epochscope::app {

/// Whether the widget that has the keyboard should get a key itself although an action has it too:
/// space for a focused button, for example. Fields for text see to that themselves.
bool wants_key(const QWidget* focused, const QKeyEvent& key);

}  // namespace epochscope::app
