#pragma once

#include <epochscope/export/saved_view.h>

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace epochscope::app {

class SampleFilter;
class Session;

/// Undo and redo of what the user changes in the view: all of a SavedView but the playhead and what
/// stands out, and further steps of others. What changes until control returns to the event loop
/// is one step; changes of one kind within a second are one too, such as turns of the wheel.
class History : public QObject {
    Q_OBJECT

  public:
    History(Session& session, SampleFilter& filter, QObject* parent = nullptr);
    ~History() override;

    /// Their words complete "Undo ...": "picking 7 samples".
    [[nodiscard]] const QUndoStack& steps() const { return steps_; }
    void undo();
    void redo();

    /// All that changes from here to end() is one step of these words.
    void begin(const QString& words);
    void end();
    /// A step of another's, which is done already.
    void add(const QString& words, std::function<void()> undo, std::function<void()> redo);
    /// Nothing can be undone from here on; nor can the next move of the camera, if one is on its
    /// way.
    void forget(bool camera_is_moving = false);

    /// The view with the text of the find bar.
    [[nodiscard]] SavedView now() const;
    /// Shows a view; what it changes is a step.
    void show(const SavedView& saved);

  signals:
    /// A view was changed, or steps were forgotten.
    void changed();

  private:
    class ViewStep;
    class OtherStep;

    void note_soon();
    void note();
    /// Undoes or redoes what leads from one view to the other.
    void bring_back(const SavedView& from, const SavedView& to);

    Session& session_;
    SampleFilter& filter_;
    QUndoStack steps_;
    /// What the last step led to.
    SavedView last_;
    QString words_;
    bool is_waiting_ = false;
    bool is_begun_ = false;
    bool is_camera_moving_ = false;
};

}  // namespace epochscope::app
