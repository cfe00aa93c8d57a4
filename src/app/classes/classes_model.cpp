#include "app/classes/classes_model.h"

#include "app/session/session.h"
#include "app/widgets/number_words.h"
#include "app/widgets/swatch.h"

#include <epochscope/analysis/curves.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/contrast.h>
#include <epochscope/render/frame.h>

#include <QFont>
#include <QLocale>

#include <tuple>
#include <utility>

namespace epochscope::app {

namespace {

std::size_t class_of(const QModelIndex& index) { return static_cast<std::size_t>(index.row()); }

/// The colouring whose categories are listed; null: the classes are.
std::shared_ptr<const Colouring> listed(const Session& session) {
    return session.categories() != nullptr ? session.view().colouring : nullptr;
}

}  // namespace

ClassesModel::ClassesModel(Session& session, QObject* parent)
    : QAbstractTableModel(parent),
      session_(session),
      counting_(
          [](const Request& request, const std::stop_token&) {
              return accuracy_per_class(request.dataset->series, request.epoch);
          },
          [this](const Request& request, Accuracies accuracies) {
              take(request, std::move(accuracies));
          }) {
    connect(&session, &Session::dataset_changed, this, &ClassesModel::reset);
    connect(&session, &Session::style_changed, this, &ClassesModel::follow_style);
    connect(&session, &Session::picked_changed, this, &ClassesModel::follow_picks);
    connect(&session, &Session::epochs_changed, this, &ClassesModel::follow_epochs);
    connect(&session, &Session::playhead_changed, this, &ClassesModel::follow_playhead);
    reset();
}

int ClassesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(counts_.size());
}

int ClassesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_total;
}

QVariant ClassesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    switch (role) {
        case Qt::DisplayRole:
            return words(index);
        case Qt::AccessibleTextRole:
            return index.column() == name_column ? words(index) : QVariant(tooltip(index));
        case Qt::ToolTipRole:
            return tooltip(index);
        case Qt::CheckStateRole:
            if (index.column() != name_column) return {};
            return static_cast<int>(hidden_[class_of(index)] ? Qt::Unchecked : Qt::Checked);
        case Qt::TextAlignmentRole:
            return static_cast<int>(index.column() != name_column
                                        ? Qt::AlignRight | Qt::AlignVCenter
                                        : Qt::AlignLeft | Qt::AlignVCenter);
        case Qt::FontRole: {
            if (standing_out_ != class_of(index)) return {};
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        case colour_role:
            return to_qcolor(colours_[class_of(index)]);
        case accuracy_role: {
            const auto accuracy = accuracy_of(index.row());
            return accuracy ? QVariant(*accuracy) : QVariant();
        }
        case sort_role:
            return sort_key(index);
        default:
            return {};
    }
}

QVariant ClassesModel::words(const QModelIndex& index) const {
    switch (index.column()) {
        case name_column:
            return name_of(class_of(index));
        case count_column: {
            const QString count = number_words(counts_[class_of(index)]);
            if (picked_counts_.empty()) return count;
            return tr("%1 of %2").arg(number_words(picked_counts_[class_of(index)]), count);
        }
        default: {
            const auto accuracy = accuracy_of(index.row());
            if (!accuracy) return QStringLiteral("\u2014");
            return tr("%1 %").arg(QLocale().toString(*accuracy * 100, 'f', 0));
        }
    }
}

QVariant ClassesModel::sort_key(const QModelIndex& index) const {
    switch (index.column()) {
        case name_column:
            return index.row();
        case count_column:
            return static_cast<qulonglong>(counts_[class_of(index)]);
        default:
            return accuracy_of(index.row()).value_or(-1);
    }
}

QString ClassesModel::tooltip(const QModelIndex& index) const {
    const QString name = name_of(class_of(index));
    const std::size_t count = counts_[class_of(index)];
    if (index.column() == count_column && colouring_) {
        QString words = tr("Samples of %1: %2").arg(name, number_words(count));
        if (picked_counts_.empty()) return words;
        return tr("%1, picked: %2").arg(words, number_words(picked_counts_[class_of(index)]));
    }
    if (index.column() == name_column && colouring_)
        return tr("%1\nA click highlights it, a double click or Shift+Enter shows only this; Space "
                  "shows or hides")
            .arg(name);
    if (index.column() == count_column) {
        QString words = tr("Samples labelled %1: %2").arg(name, number_words(count));
        if (picked_counts_.empty()) return words;
        return tr("%1, picked: %2").arg(words, number_words(picked_counts_[class_of(index)]));
    }
    if (index.column() == name_column)
        return tr("%1\nA click highlights it, a double click or Shift+Enter shows only this; Space "
                  "shows or hides, Enter changes the colour")
            .arg(name);
    const auto accuracy = accuracy_of(index.row());
    if (!accuracy) return tr("%1: accuracy unknown").arg(name);
    return tr("%1: accuracy %2 % at epoch %3")
        .arg(name, QLocale().toString(*accuracy * 100, 'f', 1),
             QString::number(session_.dataset()->series.epoch(shown_).number));
}

QVariant ClassesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(section != name_column ? Qt::AlignRight | Qt::AlignVCenter
                                                       : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
        case name_column:
            if (colouring_)
                return tip ? tr("Click to sort in the order of the legend")
                           : QString::fromStdString(colouring_->title);
            return tip ? tr("Click to sort in the folder's order") : tr("Class");
        case count_column:
            if (colouring_ && tip) return tr("Number of samples with this value; click to sort");
            return tip ? tr("Number of samples with this label; click to sort") : tr("Samples");
        default:
            return tip ? tr("Accuracy at the playhead; click to sort") : tr("Accuracy");
    }
}

Qt::ItemFlags ClassesModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.isValid() && index.column() == name_column) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool ClassesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole) return false;
    const bool hidden = value.toInt() == Qt::Unchecked;
    if (colouring_) {
        session_.set_category_hidden(class_of(index), hidden);
    } else {
        session_.set_class_hidden(class_of(index), hidden);
    }
    return true;
}

std::optional<double> ClassesModel::accuracy_of(int row) const {
    if (colouring_) return std::nullopt;
    const auto& accuracies = accuracies_[shown_];
    return accuracies ? (*accuracies)[static_cast<std::size_t>(row)] : std::nullopt;
}

void ClassesModel::reset() {
    beginResetModel();
    counting_.cancel();
    accuracies_.clear();
    colouring_ = listed(session_);
    count_rows();
    if (const auto& dataset = session_.dataset(); dataset && !colouring_) {
        accuracies_.resize(dataset->series.epoch_count());
        shown_ = moment_at(session_.playhead(), accuracies_.size()).reached();
        counting_.ask({dataset, shown_});
    }
    copy_style();
    picked_counts_.clear();
    endResetModel();
    if (session_.picked()) follow_picks();
}

void ClassesModel::count_rows() {
    counts_.clear();
    if (colouring_) {
        counts_.resize(group_count(*colouring_));
        for (std::size_t i = 0; i < colouring_->codes.size(); ++i) ++counts_[row_of(i)];
    } else if (const auto& dataset = session_.dataset()) {
        counts_ = samples_per_class(dataset->series);
    }
}

void ClassesModel::copy_style() {
    const ViewState& view = session_.view();
    if (colouring_) {
        hidden_ = view.hidden_categories;
        colours_ = colours_on(view.style.canvas, colouring_->colours);
        colours_.resize(counts_.size(), no_class_colour);
        standing_out_ = session_.category_standing_out();
    } else {
        hidden_ = view.hidden;
        colours_ = view.colours;
        standing_out_ = session_.standing_out();
    }
}

QString ClassesModel::name_of(std::size_t row) const {
    if (!colouring_) return QString::fromStdString(session_.dataset()->series.classes().names[row]);
    const auto& names = colouring_->names;
    return QString::fromStdString(row < names.size() ? names[row] : colouring_->missing_name);
}

std::size_t ClassesModel::row_of(std::size_t sample) const {
    if (colouring_) return group_of(*colouring_, sample);
    return static_cast<std::size_t>(session_.dataset()->series.labels()[sample]);
}

void ClassesModel::take(const Request& request, Accuracies accuracies) {
    accuracies_[request.epoch] = std::move(accuracies);
    // Meanwhile the playhead may be back at an epoch that is known.
    const std::size_t reached = moment_at(session_.playhead(), accuracies_.size()).reached();
    show_epoch(accuracies_[reached] ? reached : request.epoch);
}

void ClassesModel::show_epoch(std::size_t epoch) {
    shown_ = epoch;
    emit dataChanged(index(0, accuracy_column), index(rowCount() - 1, accuracy_column));
}

void ClassesModel::follow_epochs() {
    if (counts_.empty() || colouring_) return;
    const auto& dataset = session_.dataset();
    accuracies_.resize(std::min(accuracies_.size(), session_.kept_epochs()));
    accuracies_.resize(dataset->series.epoch_count());
    if (accuracies_[shown_]) return;
    counting_.cancel();
    counting_.ask({dataset, shown_});
}

void ClassesModel::follow_playhead() {
    if (counts_.empty() || colouring_) return;
    const std::size_t reached = moment_at(session_.playhead(), accuracies_.size()).reached();
    if (reached == shown_) {
        counting_.cancel();
    } else if (accuracies_[reached]) {
        counting_.cancel();
        show_epoch(reached);
    } else {
        counting_.ask({session_.dataset(), reached});
    }
}

void ClassesModel::follow_picks() {
    if (counts_.empty()) return;
    picked_counts_.clear();
    if (const Picks& picked = session_.picked()) {
        picked_counts_.resize(counts_.size());
        for (const std::size_t sample : picked->samples()) ++picked_counts_[row_of(sample)];
    }
    emit dataChanged(index(0, count_column), index(rowCount() - 1, count_column));
}

void ClassesModel::follow_style() {
    if (listed(session_) != colouring_) return reset();
    if (counts_.empty()) return;
    const auto before = std::tie(hidden_, colours_, standing_out_);
    const std::tuple<std::vector<bool>, std::vector<Colour>, std::optional<std::size_t>> copy =
        before;
    copy_style();
    if (before == copy) return;
    emit dataChanged(index(0, name_column), index(rowCount() - 1, accuracy_column),
                     {Qt::CheckStateRole, Qt::FontRole, colour_role});
}

}  // namespace epochscope::app
