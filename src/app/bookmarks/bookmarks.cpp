#include "app/bookmarks/bookmarks.h"

#include "app/session/history.h"
#include "app/session/session.h"

#include <epochscope/export/frames.h>
#include <epochscope/model/error.h>
#include <epochscope/model/playhead.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <iterator>
#include <optional>
#include <stop_token>
#include <utility>

namespace epochscope::app {
namespace {

/// Twice the size, for displays of high density.
constexpr int density = 2;
constexpr float point_radius = 1.5F;
constexpr int longest_name = 200;

/// A view as a small picture shows it.
ViewState small(ViewState view) {
    view.scale = density;
    view.style.point_radius = point_radius;
    view.style.axes = false;
    view.style.epoch_number = false;
    view.style.class_names = false;
    view.style.class_legend = false;
    view.style.thumbnails = false;
    return view;
}

}  // namespace

Bookmarks::Bookmarks(Session& session, History& history, QObject* parent)
    : QAbstractListModel(parent),
      session_(session),
      history_(history),
      making_([](const Request& request, const std::stop_token&) { return picture_of(request); },
              [this](const Request& request, const QImage& picture) {
                  for (std::size_t i = 0; i < list_.size(); ++i) {
                      if (list_[i].view != request.view || pictures_[i]) continue;
                      pictures_[i] = picture;
                      const QModelIndex at = index(static_cast<int>(i));
                      emit dataChanged(at, at, {Qt::DecorationRole});
                  }
                  make_next();
              }) {
    connect(&session, &Session::dataset_changed, this, [this] { set_list({}); });
}

QImage Bookmarks::picture_of(const Request& request) {
    try {
        const SavedView saved = read_view(request.view, request.dataset->series);
        const Image picture =
            render_picture(*request.dataset, small(drawn(saved)),
                           {picture_size.width() * density, picture_size.height() * density});
        QImage image = QImage(picture.rgba.data(), picture.size.width, picture.size.height,
                              4 * picture.size.width, QImage::Format_RGBA8888)
                           .copy();
        image.setDevicePixelRatio(density);
        return image;
    } catch (const std::exception&) {
        return {};
    }
}

void Bookmarks::make_next() {
    const auto missing = std::ranges::find_if(
        pictures_, [](const std::optional<QImage>& picture) { return !picture.has_value(); });
    if (missing == pictures_.end() || !session_.dataset() || !making_.is_settled()) return;
    making_.ask(
        {session_.dataset(), list_[static_cast<std::size_t>(missing - pictures_.begin())].view});
}

void Bookmarks::set_list(std::vector<Bookmark> list) {
    if (list.empty() && list_.empty()) return;
    making_.cancel();
    beginResetModel();
    list_ = std::move(list);
    pictures_.assign(list_.size(), std::nullopt);
    endResetModel();
    emit changed();
    make_next();
}

int Bookmarks::add_view() {
    const auto& dataset = session_.dataset();
    if (!dataset || list_.size() >= max_bookmarks) return -1;
    const double epoch = epoch_number_at(dataset->series, session_.playhead());
    const int row = rowCount();
    beginInsertRows({}, row, row);
    list_.push_back(
        {tr("Epoch %1").arg(QString::number(std::round(epoch * 100) / 100)).toStdString(),
         text_of(history_.now())});
    pictures_.emplace_back();
    endInsertRows();
    emit changed();
    make_next();
    return row;
}

SavedView Bookmarks::view_of(int row) const {
    return read_view(list_[static_cast<std::size_t>(row)].view, session_.dataset()->series);
}

std::vector<ViewState> Bookmarks::drawn_views() const {
    std::vector<ViewState> views;
    for (int row = 0; row < rowCount(); ++row) {
        try {
            views.push_back(drawn(view_of(row)));
        } catch (const Error&) {
            // Of another dataset: the panel says so when it is gone to.
            continue;
        }
    }
    return views;
}

int Bookmarks::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(list_.size());
}

QVariant Bookmarks::data(const QModelIndex& index, int role) const {
    const auto row = static_cast<std::size_t>(index.row());
    if (!index.isValid() || row >= list_.size()) return {};
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return QString::fromStdString(list_[row].name);
    if (role == Qt::DecorationRole && pictures_[row] && !pictures_[row]->isNull())
        return *pictures_[row];
    return {};
}

bool Bookmarks::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().simplified().left(longest_name);
    if (role != Qt::EditRole || !index.isValid() || name.isEmpty()) return false;
    list_[static_cast<std::size_t>(index.row())].name = name.toStdString();
    emit dataChanged(index, index);
    emit changed();
    return true;
}

Qt::ItemFlags Bookmarks::flags(const QModelIndex& index) const {
    // Between others only: nothing is dropped on a bookmark.
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
}

bool Bookmarks::removeRows(int row, int count, const QModelIndex& parent) {
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount()) return false;
    const std::vector<Bookmark> removed(list_.begin() + row, list_.begin() + row + count);
    beginRemoveRows({}, row, row + count - 1);
    list_.erase(list_.begin() + row, list_.begin() + row + count);
    pictures_.erase(pictures_.begin() + row, pictures_.begin() + row + count);
    endRemoveRows();
    history_.add(
        tr("deleting a bookmark"), [this, row, removed] { put_back(row, removed); },
        [this, removed] { take_out(removed); });
    emit changed();
    return true;
}

/// What was added, named or moved meanwhile stays.
void Bookmarks::put_back(int row, const std::vector<Bookmark>& removed) {
    std::vector<Bookmark> list = list_;
    list.insert(list.begin() + std::min(row, rowCount()), removed.begin(), removed.end());
    list.resize(std::min(list.size(), max_bookmarks));
    set_list(std::move(list));
}

void Bookmarks::take_out(const std::vector<Bookmark>& removed) {
    std::vector<Bookmark> list = list_;
    for (const Bookmark& bookmark : removed)
        if (const auto found = std::ranges::find(list, bookmark); found != list.end())
            list.erase(found);
    set_list(std::move(list));
}

bool Bookmarks::moveRows(const QModelIndex& from_parent, int from, int count,
                         const QModelIndex& to_parent, int to) {
    const bool is_one = count == 1 && from >= 0 && from < rowCount() && to >= 0 && to <= rowCount();
    if (from_parent.isValid() || to_parent.isValid() || !is_one) return false;
    // It is there already. A view that is told no would insert and delete it.
    if (to == from || to == from + 1) return true;
    if (!beginMoveRows({}, from, from, {}, to)) return false;
    const auto move = [from, to](auto& entries) {
        const auto first = entries.begin() + std::min(from, to);
        const auto last = entries.begin() + std::max(from + 1, to);
        std::rotate(first, from < to ? first + 1 : last - 1, last);
    };
    move(list_);
    move(pictures_);
    endMoveRows();
    emit changed();
    return true;
}

}  // namespace epochscope::app
