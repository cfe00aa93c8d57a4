#pragma once

#include "app/export/export_job.h"

#include <epochscope/model/image.h>

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace epochscope::app {

class CanvasModel;
class SizeChoice;

/// Exports what is seen: one frame, a run of frames, or a video, with progress and cancel.
class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    /// What is looked at outlives the dialog. `canvas` is the canvas in device pixels, `scale` its
    /// device pixels a logical one.
    ExportDialog(const CanvasModel& outlook, Size canvas, double scale, QWidget* parent = nullptr);

    /// Escape and the window's cross: cancel what runs, close else.
    void reject() override;

  private:
    [[nodiscard]] QWidget* build_kinds();
    [[nodiscard]] QWidget* build_target();
    void build_fields();
    void lay_out();
    void follow_kind();
    void refresh();
    void browse();
    void begin();
    void start(const ExportPlan& plan);
    void finish(ExportJob::End end, const QString& message);
    void set_running(bool running);
    void say(const QString& words, bool fault);
    [[nodiscard]] ExportKind kind() const;
    [[nodiscard]] ExportChoice choice() const;
    [[nodiscard]] QString suggested_target() const;

    const CanvasModel& outlook_;
    bool has_ffmpeg_;
    /// What was suggested as target; a target that the user typed stays.
    QString suggested_;
    QWidget* fields_;
    QFormLayout* form_;
    QButtonGroup* kinds_;
    SizeChoice* size_;
    QLineEdit* epochs_;
    QSpinBox* between_;
    QDoubleSpinBox* rate_;
    QCheckBox* texts_;
    QLineEdit* target_;
    QLabel* message_;
    QProgressBar* progress_;
    QPushButton* export_;
    QPushButton* close_;
    ExportJob* job_;
};

}  // namespace epochscope::app
