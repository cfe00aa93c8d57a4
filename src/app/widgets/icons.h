#pragma once

#include <QIcon>
#include <QString>

namespace epochscope::app {

/// A monochrome icon of resources/icons by its file name, in the colour of the application's text,
/// so that it follows the theme.
QIcon icon(const QString& name);

/// The program's icon.
QIcon program_icon();

}  // namespace epochscope::app
