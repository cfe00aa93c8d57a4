#include "app/classes/classes_panel.h"
namespace epochscope::app {
ClassesPanel::ClassesPanel(Session&, QWidget* parent) : QWidget(parent) {}
}  // namespace epochscope::app
