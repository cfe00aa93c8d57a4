#include "app/export/export_dialog.h"
namespace epochscope::app {
ExportDialog::ExportDialog(Session&, Size, double, QWidget* parent) : QDialog(parent) {}
}  // namespace epochscope::app
