#pragma once

#include "app/project/project_job.h"

#include <epochscope/model/time_left.h>
#include <epochscope/render/view_state.h>

#include <QDialog>
#include <QElapsedTimer>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QScrollArea;
class QStackedWidget;

namespace epochscope::app {

class ExpectedTime;
class FolderField;
class LivePreview;
class OptionForm;

/// Makes a folder to look at of a recording: asks how and where, shows what forms, with progress
/// and cancel. Closing it cancels.
class ProjectDialog : public QDialog {
    Q_OBJECT

  public:
    /// `recording` is what is offered at first, empty for none; `style` how the window draws.
    /// `opening` are the choices between its contents.
    ProjectDialog(const QString& recording, OpenOptions opening, const Style& style,
                  QWidget* parent = nullptr);

    /// Begins with what is offered, as the button does.
    void begin();

    /// Escape and the window's cross: ask before they cancel what runs, close else.
    void reject() override;
    [[nodiscard]] bool is_running() const { return job_->is_running(); }

  signals:
    /// It is done, and the dialog closed.
    void projected(const QString& folder, const QStringList& remarks, const QStringList& warnings);

  private:
    void build_fields();
    void build_method();
    void lay_out();
    void connect_fields();
    void follow_method();
    void suggest();
    void refresh();
    void show_expected(std::optional<double> seconds);
    void finish(ProjectJob::End end, const QString& message, const QStringList& remarks,
                const QStringList& warnings);
    void set_running(bool running);
    void cancel();
    void show_progress(double share);
    void say(const QString& words, bool fault);
    [[nodiscard]] QWidget* make_map_page();
    /// Whether the maps of a folder place the samples.
    [[nodiscard]] bool by_maps() const;
    /// What the fields say.
    [[nodiscard]] ProjectRun run() const;

    /// The recording that was offered first, and what it is opened with.
    QString offered_;
    OpenOptions opening_;
    /// What was suggested as target; a target that the user typed stays.
    QString suggested_;
    QWidget* fields_;
    QFormLayout* form_;
    FolderField* recording_;
    QComboBox* method_;
    QStackedWidget* pages_;
    /// With what their pages say, in the order of the pages. The maps of a folder come last.
    std::vector<Method> methods_ = methods();
    FolderField* maps_;
    QSpinBox* neighbours_;
    QComboBox* distance_;
    QCheckBox* landscape_;
    QComboBox* format_;
    FolderField* target_;
    QCheckBox* resume_;
    LivePreview* picture_;
    QLabel* message_;
    /// How long it will take, before it begins.
    QLabel* expected_words_;
    QProgressBar* progress_;
    /// Since it was begun, and how long it will still take by that.
    QElapsedTimer clock_;
    TimeLeft left_;
    QPushButton* project_;
    QPushButton* close_;
    ProjectJob* job_;
    ExpectedTime* expected_;
};

}  // namespace epochscope::app
