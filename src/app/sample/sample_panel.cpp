#include "app/sample/sample_panel.h"
namespace epochscope::app {
SamplePanel::SamplePanel(Session&, QWidget* parent) : QWidget(parent) {}
void SamplePanel::focus_index() {}
}  // namespace epochscope::app
