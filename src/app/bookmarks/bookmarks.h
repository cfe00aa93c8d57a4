#pragma once

#include "app/tasks/query.h"

#include <epochscope/export/saved_view.h>
#include <epochscope/export/workspace.h>
#include <epochscope/model/dataset.h>

#include <QAbstractListModel>
#include <QImage>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope::app {

class History;
class Session;

/// The bookmarks of the open dataset, in order, each with its name and a small picture, which is
/// made on a thread of its own. Those whose view does not fit the dataset have no picture.
class Bookmarks : public QAbstractListModel {
    Q_OBJECT

  public:
    Bookmarks(Session& session, History& history, QObject* parent = nullptr);

    static constexpr QSize picture_size{112, 70};

    [[nodiscard]] const std::vector<Bookmark>& list() const { return list_; }
    void set_list(std::vector<Bookmark> list);
    /// Adds what is seen now below the others, by the name of its epoch. Returns its row; -1 if
    /// nothing is open or there are max_bookmarks.
    int add_view();
    /// Throws Error if it does not fit the dataset.
    [[nodiscard]] SavedView view_of(int row) const;
    /// All that fit, as they are drawn.
    [[nodiscard]] std::vector<ViewState> drawn_views() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;
    bool moveRows(const QModelIndex& from_parent, int from, int count, const QModelIndex& to_parent,
                  int to) override;

  signals:
    /// The list changed, by the user or by set_list.
    void changed();

  private:
    struct Request {
        std::shared_ptr<const Dataset> dataset;
        std::string view;
    };

    static QImage picture_of(const Request& request);
    void make_next();
    void put_back(int row, const std::vector<Bookmark>& removed);
    void take_out(const std::vector<Bookmark>& removed);

    Session& session_;
    History& history_;
    std::vector<Bookmark> list_;
    /// One a bookmark; nothing until it is made, null if there is none.
    std::vector<std::optional<QImage>> pictures_;
    // Last: its thread ends before what it uses.
    Query<Request, QImage> making_;
};

}  // namespace epochscope::app
