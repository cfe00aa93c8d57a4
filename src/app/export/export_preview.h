#pragma once

#include "app/tasks/query.h"

#include <epochscope/export/frames.h>

#include <QImage>
#include <QSize>
#include <QString>
#include <QWidget>

#include <memory>
#include <string>

class QLabel;
class QSlider;

namespace epochscope::app {

struct ExportPlan;

/// Shows a picture of what will be exported, rendered like the export on a thread of its own. Of
/// several pictures, a slider chooses one.
class ExportPreview : public QWidget {
    Q_OBJECT

  public:
    explicit ExportPreview(QWidget* parent = nullptr);

    /// Renders a frame of a plan unless it is shown already. Without frames the preview is empty.
    void show_plan(const ExportPlan& plan);
    /// The picture on the screen, reduced to fit; null: none.
    [[nodiscard]] const QImage& picture() const { return picture_; }
    /// Whether it shows the newest plan.
    [[nodiscard]] bool is_settled() const { return query_.is_settled(); }

    [[nodiscard]] QSize sizeHint() const override { return {520, 360}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    /// A picture to render.
    struct Request {
        std::shared_ptr<const Dataset> dataset;
        FrameRun run;
        std::string title;
        /// In device pixels.
        QSize room;

        [[nodiscard]] bool looks_like(const Request& other) const;
    };
    struct Answer {
        QImage picture;
        QString problem;
    };

    static Answer rendered(const Request& request);
    [[nodiscard]] QRect room() const;
    void follow_slider();
    void ask();

    QSlider* frame_;
    QLabel* words_;
    /// Of all frames.
    Request wanted_;
    Request asked_;
    /// Whether the run is one picture.
    bool is_one_ = true;
    QImage picture_;
    QString problem_;
    // Last: its thread ends before what it uses.
    Query<Request, Answer> query_;
};

}  // namespace epochscope::app
