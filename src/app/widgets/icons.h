#pragma once

#include <QIcon>
#include <QString>

namespace epochscope::app {

/// One of our one-coloured icons by its file's name (resources/icons), always in the colour of the
/// application's text, so that it follows the theme by itself.
QIcon icon(const QString& name);

/// The program's own icon, in its own colours.
QIcon program_icon();

}  // namespace epochscope::app
