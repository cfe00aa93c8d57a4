#pragma once

#include <epochscope/model/image.h>

#include <QDialog>

namespace epochscope::app {

class Session;

/// Exports what is seen: one frame, a run of frames, or a video, with progress and cancel.
class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    /// `canvas` is the canvas in device pixels, `scale` its device pixels a logical one.
    ExportDialog(Session& session, Size canvas, double scale, QWidget* parent = nullptr);
};

}  // namespace epochscope::app
