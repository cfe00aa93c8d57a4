#pragma once

class QKeyEvent;
class QWidget;

namespace epochscope::app {

/// Whether the focused widget gets a key that is also a shortcut: Space for a button, for example.
/// Text fields override shortcuts themselves.
bool wants_key(const QWidget* focused, const QKeyEvent& key);

}  // namespace epochscope::app
