#pragma once

#include "app/export/export_plan.h"
#include "app/tasks/query.h"
#include "app/tasks/task.h"

#include <epochscope/model/image.h>
#include <epochscope/render/view_state.h>

#include <QDialog>

#include <stop_token>
#include <vector>

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
class ExportPreview;
class SizeChoice;

/// Exports what a canvas shows: a frame, frames, a video, or a web page, with a preview, progress
/// and cancel.
class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    /// The model outlives the dialog. `canvas` is the canvas in device pixels, `scale` its device
    /// pixels a logical one. `bookmarks` are views of what the model shows, to travel through.
    ExportDialog(const CanvasModel& model, Size canvas, double scale,
                 std::vector<ViewState> bookmarks = {}, QWidget* parent = nullptr);

    /// Escape and the close button: cancels what runs, else closes.
    void reject() override;

  private:
    /// What is told of a page before it is written: its size and what is left out, or why there is
    /// none.
    struct PageWords {
        QString words;
        QString problem;
    };

    static PageWords words_on_page(const ExportPlan& plan, const std::stop_token& stop);
    [[nodiscard]] QWidget* build_kinds();
    [[nodiscard]] QWidget* build_epochs();
    [[nodiscard]] QWidget* build_texts();
    [[nodiscard]] QWidget* build_target();
    void build_fields();
    void lay_out();
    void follow_kind();
    void refresh();
    void browse();
    void begin();
    void start(const ExportPlan& plan);
    void finish(const Outcome<QString>& outcome);
    void set_running(bool running);
    void measure_page(const ExportPlan& plan);
    void show_message(const QString& text, bool is_problem);
    [[nodiscard]] ExportKind kind() const;
    [[nodiscard]] ExportChoice choice() const;
    [[nodiscard]] QString suggested_target() const;

    const CanvasModel& model_;
    std::vector<ViewState> views_;
    bool has_ffmpeg_;
    /// The last suggested target. A target that the user typed stays.
    QString suggested_;
    QWidget* fields_;
    QFormLayout* form_;
    QButtonGroup* kinds_;
    SizeChoice* size_;
    QLineEdit* title_;
    QLineEdit* epochs_;
    QCheckBox* bookmarks_;
    QSpinBox* between_;
    QDoubleSpinBox* rate_;
    QCheckBox* texts_;
    QCheckBox* names_;
    QCheckBox* legend_;
    QLineEdit* target_;
    ExportPreview* preview_;
    QLabel* message_;
    QProgressBar* progress_;
    QPushButton* export_;
    QPushButton* close_;
    /// The page whose size is asked for, and what was answered last.
    ExportPlan page_;
    PageWords told_;
    // Last: their threads end before what they use.
    Query<ExportPlan, PageWords> page_words_;
    Task<QString> task_;
};

}  // namespace epochscope::app
