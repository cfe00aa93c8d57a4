#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

class QAction;
class QMenu;
class QWidget;

namespace epochscope::app {

class Canvas;
class CanvasArea;
class ComparedCanvasModel;
class Comparison;
class CompareBar;
class ProgressStrip;
class PairMarks;
class RunFollower;
class Session;

/// Shows a comparison: the second canvas beside the first, and a bar over each that says what it
/// is.
class ComparedView : public QObject {
    Q_OBJECT

  public:
    /// All must outlive it but the canvases, which are the area's. `follower` follows the second.
    ComparedView(Session& session, Comparison& comparison, const RunFollower& follower,
                 CanvasArea& area);
    ~ComparedView() override;

    /// What the bar over the second canvas has: buttons, and the menu.
    void set_actions(const QList<QAction*>& buttons, QMenu& menu);
    /// Null until something is compared for the first time.
    [[nodiscard]] Canvas* canvas() const { return canvas_; }

  private:
    void follow_second();
    void follow();
    /// On demand.
    void make();
    [[nodiscard]] QWidget* make_pane();

    Session& session_;
    Comparison& comparison_;
    const RunFollower& follower_;
    CanvasArea& area_;
    QList<QAction*> buttons_;
    QMenu* menu_ = nullptr;
    std::unique_ptr<ComparedCanvasModel> model_;
    QPointer<QWidget> pane_;
    Canvas* canvas_ = nullptr;
    CompareBar* first_bar_ = nullptr;
    CompareBar* second_bar_ = nullptr;
    ProgressStrip* progress_ = nullptr;
    PairMarks* first_marks_ = nullptr;
    PairMarks* second_marks_ = nullptr;
};

}  // namespace epochscope::app
