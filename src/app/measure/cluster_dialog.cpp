#include "app/measure/cluster_dialog.h"

#include "app/widgets/number_words.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace epochscope::app {
namespace {

constexpr std::array<std::size_t, 3> usual_levels{10, 60, 240};

QString usual_text(std::size_t samples) {
    QStringList words;
    for (const std::size_t level : usual_levels)
        if (level <= samples) words << QString::number(level);
    return words.isEmpty() ? QString::number(samples) : words.join(QStringLiteral(", "));
}

}  // namespace

ClusterDialog::ClusterDialog(std::size_t samples, QWidget* parent)
    : QDialog(parent),
      samples_(samples),
      numbers_(new QLineEdit(usual_text(samples), this)),
      message_(new QLabel(this)) {
    setWindowTitle(tr("Compute prototypes"));
    auto* words = new QLabel(
        tr("Clusters the embeddings of each epoch by k-means and stores the prototypes in the open "
           "folder. Several numbers of clusters make several levels."),
        this);
    words->setWordWrap(true);
    auto* label = new QLabel(tr("&Numbers of clusters:"), this);
    label->setBuddy(numbers_);
    numbers_->setAccessibleName(tr("Numbers of clusters"));
    numbers_->setToolTip(tr("Whole numbers, separated by commas"));
    message_->setAccessibleName(tr("What is wrong with the numbers"));
    message_->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    compute_ = buttons->addButton(tr("&Compute"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(numbers_, &QLineEdit::textChanged, this, &ClusterDialog::refresh);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(label);
    column->addWidget(numbers_);
    column->addWidget(message_);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    refresh();
}

std::vector<std::size_t> ClusterDialog::levels() const {
    std::vector<std::size_t> levels;
    for (const QString& word : numbers_->text().split(',')) {
        bool is_number = false;
        const qulonglong level = word.trimmed().toULongLong(&is_number);
        const bool is_new = std::ranges::find(levels, level) == levels.end();
        if (!is_number || level == 0 || level > samples_ || !is_new) return {};
        levels.push_back(static_cast<std::size_t>(level));
    }
    return levels;
}

void ClusterDialog::refresh() {
    const bool is_fit = !levels().empty();
    compute_->setEnabled(is_fit);
    message_->setText(is_fit
                          ? QString()
                          : tr("Enter different whole numbers from 1 to %1, separated by commas.")
                                .arg(number_words(samples_)));
}

}  // namespace epochscope::app
