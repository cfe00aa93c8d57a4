#include "app/curves/curve_list.h"

#include "app/widgets/number_words.h"

#include <algorithm>
#include <utility>

namespace epochscope::app {
namespace {

/// Of more curves only so many are shown at first.
constexpr std::size_t max_at_first = 3;

QString key_of(const DockCurve& curve) { return curve.run + QChar(u'\n') + curve.name; }

}  // namespace

CurveList::CurveList(QObject* parent) : QAbstractTableModel(parent) {}

void CurveList::set_curves(DockCurves curves, bool is_other_set) {
    if (is_other_set) {
        wanted_.clear();
        unwanted_.clear();
    }
    const auto is_same = [](const auto& a, const auto& b) {
        return a->run == b->run && a->name == b->name;
    };
    const bool are_same =
        std::equal(curves.begin(), curves.end(), curves_.begin(), curves_.end(), is_same);
    // If only values have changed, the rows stay.
    if (!are_same) beginResetModel();
    curves_ = std::move(curves);
    if (are_same) {
        if (!curves_.empty()) emit dataChanged(index(0, value), index(rowCount() - 1, value));
        emit shown_changed();
        return;
    }
    shown_.assign(curves_.size(), false);
    colours_.resize(curves_.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        const QString key = key_of(*curves_[i]);
        shown_[i] = wanted_.contains(key) || (!unwanted_.contains(key) && count < max_at_first &&
                                              !curves_[i]->name.endsWith(QStringLiteral("(mean)")));
        count += shown_[i] ? 1 : 0;
    }
    endResetModel();
    emit shown_changed();
}

void CurveList::set_colours(std::vector<QColor> colours) {
    colours.resize(curves_.size());
    if (colours == colours_ || colours.empty()) return;
    colours_ = std::move(colours);
    emit dataChanged(index(0, name), index(rowCount() - 1, name), {Qt::DecorationRole});
    emit shown_changed();
}

void CurveList::set_epoch_number(std::optional<double> number) {
    if (number == epoch_number_) return;
    epoch_number_ = number;
    if (!curves_.empty()) emit dataChanged(index(0, value), index(rowCount() - 1, value));
}

void CurveList::show_all(bool shown) {
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        shown_[i] = shown;
        (shown ? wanted_ : unwanted_).insert(key_of(*curves_[i]));
        (shown ? unwanted_ : wanted_).remove(key_of(*curves_[i]));
    }
    if (!curves_.empty()) emit dataChanged(index(0, name), index(rowCount() - 1, name));
    emit shown_changed();
}

std::vector<std::size_t> CurveList::shown() const {
    std::vector<std::size_t> indices;
    indices.reserve(shown_.size());
    for (std::size_t i = 0; i < shown_.size(); ++i)
        if (shown_[i]) indices.push_back(i);
    return indices;
}

int CurveList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(curves_.size());
}

int CurveList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString CurveList::value_words(const DockCurve& curve) const {
    const auto point = epoch_number_ ? curve.point_at(*epoch_number_) : std::nullopt;
    return point ? figure_words(curve.values[*point], 5) : QStringLiteral("–");
}

QVariant CurveList::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const DockCurve& curve = *curves_[row];
    if (index.column() == name && role == Qt::CheckStateRole)
        return shown_[row] ? Qt::Checked : Qt::Unchecked;
    if (index.column() == name && role == Qt::DecorationRole) return colours_[row];
    if (index.column() == value && role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() != value)
        return tr("%1 of %2, %3 points")
            .arg(curve.name, curve.run, number_words(curve.values.size()));
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case name:
            return curve.name;
        case run:
            return curve.run;
        default:
            return value_words(curve);
    }
}

bool CurveList::setData(const QModelIndex& index, const QVariant& data, int role) {
    if (!index.isValid() || index.column() != name || role != Qt::CheckStateRole) return false;
    const auto row = static_cast<std::size_t>(index.row());
    shown_[row] = data.toInt() == Qt::Checked;
    const QString key = key_of(*curves_[row]);
    (shown_[row] ? wanted_ : unwanted_).insert(key);
    (shown_[row] ? unwanted_ : wanted_).remove(key);
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit shown_changed();
    return true;
}

Qt::ItemFlags CurveList::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == name) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant CurveList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::ToolTipRole && section == value)
        return tr("The value at the pointer, or else at the playhead");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case name:
            return tr("Curve");
        case run:
            return tr("Run");
        default:
            return tr("Value");
    }
}

}  // namespace epochscope::app
