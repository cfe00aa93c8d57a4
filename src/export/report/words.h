#pragma once

#include <epochscope/export/report.h>

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace epochscope {

/// A sentence of the report in each language; {} stands for a value.
struct ReportSentence {
    std::string_view en;
    std::string_view zh;
};

inline constexpr std::array report_sentences{
    ReportSentence{"What happened in this run", "这次训练发生了什么"},
    ReportSentence{"Made by Epochscope. This file works without a network, and needs no scripts.",
                   "由 Epochscope 制作。此文件无需网络，也不含脚本。"},
    ReportSentence{"These numbers are given by {}", "以上数值由 {} 给出"},
    ReportSentence{
        "It takes the recording of the run: the folder is none, and names none that is there.",
        "这需要训练记录：该文件夹不是训练记录，也没有指明现存的训练记录。"},
    ReportSentence{
        "It takes more than some tens of seconds; epochscope report --measure-all does it.",
        "这需要超过几十秒；epochscope report --measure-all 会计算。"},
    ReportSentence{"The run in brief", "训练概览"},
    ReportSentence{"Samples: {} · classes: {} · epochs: {}", "样本 {} · 类别 {} · 轮次 {}"},
    ReportSentence{"Samples", "样本"},
    ReportSentence{"Classes", "类别"},
    ReportSentence{"Class", "类别"},
    ReportSentence{"Epochs", "轮次"},
    ReportSentence{"(number {})", "（编号 {}）"},
    ReportSentence{"({} to {})", "（{} 至 {}）"},
    ReportSentence{"Format", "格式"},
    ReportSentence{"Places", "位置"},
    ReportSentence{"two principal components, {} of the variance", "两个主成分，占方差的 {}"},
    ReportSentence{"method {}", "方法 {}"},
    ReportSentence{"Axes", "坐标轴"},
    ReportSentence{"Recording", "训练记录"},
    ReportSentence{"Right at the last epoch", "最后轮次的正确比例"},
    ReportSentence{"The {} largest of {} classes.", "样本最多的 {} 个类别，共 {} 个。"},
    ReportSentence{"{} more", "另有 {} 条"},
    ReportSentence{"Warnings: {}", "警告：{}"},
    ReportSentence{"Curves", "曲线"},
    ReportSentence{"Accuracy", "准确率"},
    ReportSentence{"Loss", "损失"},
    ReportSentence{"Accuracy {} → {} · best {} at epoch {}", "准确率 {} → {} · 最高 {}，在轮次 {}"},
    ReportSentence{"Accuracy is not known: no predictions", "准确率未知：没有预测"},
    ReportSentence{"The loss of the samples is not known.", "样本的损失未知。"},
    ReportSentence{"Recorded beside the run", "训练时另行记录的曲线"},
    ReportSentence{"No curves were recorded beside the run (curves.csv).",
                   "没有另行记录的曲线（curves.csv）。"},
    ReportSentence{"{} of {} recorded curves.", "显示 {} 条，共 {} 条记录的曲线。"},
    ReportSentence{"Epochs side by side", "各轮次并列"},
    ReportSentence{"Epochs {}", "轮次 {}"},
    ReportSentence{"Epoch {}", "轮次 {}"},
    ReportSentence{"{} right", "正确 {}"},
    ReportSentence{"{} more classes", "另有 {} 个类别"},
    ReportSentence{"Each dot is a sample, in the colour of its label; samples that the model holds "
                   "alike are near each other, as far as the picture is faithful.",
                   "每个点是一个样本，颜色为其标签；模型认为相似的样本彼此靠近，其准确程度以图的可"
                   "信程度为限。"},
    ReportSentence{"How far the picture can be trusted", "图的可信程度"},
    ReportSentence{"Not measured", "未测量"},
    ReportSentence{"Not measured.", "未测量。"},
    ReportSentence{"Not measured with controls.", "未与对照一起测量。"},
    ReportSentence{"Neighbours kept {} (random places {}) · trustworthiness {} ({})",
                   "邻居保留 {}（随机位置 {}）· 可信度 {}（{}）"},
    ReportSentence{"Neighbours kept {} at epoch {} · stored, without controls",
                   "邻居保留 {}，在轮次 {} · 已存，无对照"},
    ReportSentence{"Stored with the folder, without controls", "已存于文件夹中，无对照"},
    ReportSentence{
        "These figures were measured before and are stored with the folder; controls are not.",
        "这些数值此前测得并存于文件夹中；对照没有存入。"},
    ReportSentence{
        "Means over {} neighbours, samples and epochs. A picture is worth something where it is "
        "above what knows nothing: random places, a random walk, and its own epochs in another "
        "order. Nothing exceeds the features themselves. More is better, except for temp_pv, "
        "travel and spread.",
        "{} "
        "个邻居，对样本和轮次取均值。图只有高于一无所知的对照（随机位置、随机游走、打乱轮次的同一幅"
        "图）才有意义；任何图都无法超过特征本身。除 temp_pv、travel 和 spread 外，越大越好。"},
    ReportSentence{"Metric", "度量"},
    ReportSentence{"Early", "前段"},
    ReportSentence{"Middle", "中段"},
    ReportSentence{"Late", "后段"},
    ReportSentence{"In the thirds of the run", "训练前、中、后三段"},
    ReportSentence{"is not defined: {}", "没有定义：{}"},
    ReportSentence{"This picture", "此图"},
    ReportSentence{"Features themselves", "特征本身"},
    ReportSentence{"Random places", "随机位置"},
    ReportSentence{"Random walk", "随机游走"},
    ReportSentence{"One PCA", "共用 PCA"},
    ReportSentence{"Epochs shuffled", "打乱轮次"},
    ReportSentence{"Of a sample's nearest neighbours in feature space, the share that are its "
                   "nearest in the picture.",
                   "样本在特征空间中的最近邻，有多大比例也是图中的最近邻。"},
    ReportSentence{"The same of the nearest points on the decision boundaries of the model's head.",
                   "最近的决策边界上的点，有多大比例得到保留。"},
    ReportSentence{"The share of samples that the head decides as before when they are taken from "
                   "the picture back to feature space.",
                   "从图返回特征空间后，分类头的判断不变的样本比例。"},
    ReportSentence{
        "Does a sample move in the picture when its neighbours change? Less is better, down to -1.",
        "样本的邻居改变时，它在图中是否移动？越小越好，最小为 -1。"},
    ReportSentence{"Of the epochs at which a sample was most like now, the share that are nearest "
                   "in the picture.",
                   "样本与现在最相似的轮次，有多大比例在图中也最近。"},
    ReportSentence{"Are epochs as far from each other in the picture, in order, as in feature "
                   "space? Kendall's tau.",
                   "各轮次在图中的远近次序是否与特征空间一致？Kendall τ。"},
    ReportSentence{"The same by Spearman's rho.", "同上，Spearman ρ。"},
    ReportSentence{"Do the samples that move far in feature space move far in the picture?",
                   "在特征空间中移动得远的样本，在图中是否也移动得远？"},
    ReportSentence{"Are samples that are shown near each other near in feature space?",
                   "图中相近的样本，在特征空间中是否相近？"},
    ReportSentence{
        "Of the samples of another epoch that are nearest in feature space, the share that are "
        "nearest in the picture. The same place then means the same at both epochs.",
        "另一轮次中在特征空间里最近的样本，有多大比例在图中也最近。这样同一位置在两个轮次才有相同的"
        "含义。"},
    ReportSentence{
        "How far samples travel in the picture, for its size, against feature space. 1 is true; "
        "less hides motion, more invents it.",
        "相对于图的大小，样本在图中走的路程与特征空间之比。1 为真实；小于 1 隐藏了运动，大于 1 "
        "凭空增加了运动。"},
    ReportSentence{
        "How far apart samples are, against the last epoch. True is what the features have.",
        "与最后一个轮次相比，样本的分散程度。以特征本身的数值为准。"},
    ReportSentence{"Are samples that are near in feature space shown near each other?",
                   "特征空间中相近的样本，在图中是否相近？"},
    ReportSentence{"Health of the training", "训练状况"},
    ReportSentence{"No alerts", "没有警报"},
    ReportSentence{"Alerts: {} · the first at epoch {}", "警报 {} 条 · 首条在轮次 {}"},
    ReportSentence{"No epoch looks as if training went wrong there.", "没有轮次显示训练出了问题。"},
    ReportSentence{"All signals", "全部信号"},
    ReportSentence{"Signal", "信号"},
    ReportSentence{"First", "最初"},
    ReportSentence{"Last", "最后"},
    ReportSentence{"Smallest", "最小"},
    ReportSentence{"Largest", "最大"},
    ReportSentence{"Signals of features are measured on {} samples or fewer.",
                   "特征的信号在 {} 个或更少的样本上度量。"},
    ReportSentence{"share of samples that are predicted as labelled", "预测与标签一致的样本比例"},
    ReportSentence{"mean loss", "平均损失"},
    ReportSentence{"logit of the label less the largest other one, mean",
                   "标签的 logit 减去其余最大 logit，取均值"},
    ReportSentence{"expected calibration error", "期望校准误差"},
    ReportSentence{"share of samples whose prediction changed", "预测改变的样本比例"},
    ReportSentence{"within-class to between-class scatter (neural collapse)",
                   "类内与类间散布之比（神经坍缩）"},
    ReportSentence{"mean distance between the centres of two classes",
                   "两个类别中心之间的平均距离"},
    ReportSentence{"mean squared distance from the centre of the class",
                   "到类别中心的平均平方距离"},
    ReportSentence{"effective rank of the features", "特征的有效秩"},
    ReportSentence{"mean squared distance of two samples of one class, features of length 1",
                   "同类两个样本的平均平方距离，特征长度为 1"},
    ReportSentence{"logarithm of the mean closeness of two samples, features of length 1",
                   "两个样本平均接近程度的对数，特征长度为 1"},
    ReportSentence{"share of features that are the same for all samples",
                   "对所有样本都相同的特征的比例"},
    ReportSentence{"share of the nearest neighbours that changed", "最近邻中改变的比例"},
    ReportSentence{"share of samples with values that are not finite", "含非有限值的样本比例"},
    ReportSentence{"Classes that were confused, and when", "混淆的类别与时间"},
    ReportSentence{"Not known: no predictions", "未知：没有预测"},
    ReportSentence{"Without predictions it is not known which classes were confused.",
                   "没有预测，无法知道哪些类别被混淆。"},
    ReportSentence{"None: every known prediction is the label", "没有：所有已知的预测都与标签一致"},
    ReportSentence{"{} taken for {} most often · {}", "{} 最常被当作 {} · {}"},
    ReportSentence{"epoch {}: {}", "轮次 {}：{}"},
    ReportSentence{"by epoch", "按轮次"},
    ReportSentence{"Samples of one class that are predicted as another, counted at each epoch.",
                   "一个类别的样本被预测为另一类别，在每个轮次计数。"},
    ReportSentence{"Label", "标签"},
    ReportSentence{"Taken for", "被当作"},
    ReportSentence{"By epoch", "按轮次"},
    ReportSentence{"Most", "最多"},
    ReportSentence{"At the last epoch", "最后轮次"},
    ReportSentence{"All epochs", "全部轮次"},
    ReportSentence{"Predictions that changed from one epoch to the next", "相邻轮次之间改变的预测"},
    ReportSentence{"From", "从"},
    ReportSentence{"To", "到"},
    ReportSentence{"None changed.", "没有改变。"},
    ReportSentence{"The {} most frequent of {} pairs.", "最常见的 {} 对，共 {} 对。"},
    ReportSentence{"Samples most likely mislabelled", "最可能标错的样本"},
    ReportSentence{"Not known", "未知"},
    ReportSentence{"Probably mislabelled: {} · shown: {}", "可能标错 {} · 显示 {}"},
    ReportSentence{"The training signals of the samples are not known.", "样本的训练信号未知。"},
    ReportSentence{
        "The most suspicious first: label → the label that the predictions propose. Suspicion "
        "weighs at which epochs the model was sure of another class; above 0.5 more speaks for a "
        "wrong label than against it. Look before you change one.",
        "最可疑的在最前：标签 → 预测所建议的标签。可疑度衡量模型在哪些轮次确信是另一类别；高于 0.5 "
        "时，标签有误的迹象多于无误。修改之前请先查看。"},
    ReportSentence{"No sample has more that speaks for a wrong label than against it.",
                   "没有样本的标签有误的迹象多于无误。"},
    ReportSentence{"may be right", "可能无误"},
    ReportSentence{"sample {}", "样本 {}"},
    ReportSentence{"suspicion {}", "可疑度 {}"},
    ReportSentence{"Samples to look at", "值得查看的样本"},
    ReportSentence{"probably mislabelled (hard to learn)", "可能标错（难学）"},
    ReportSentence{"ambiguous", "模棱两可"},
    ReportSentence{"easy to learn", "容易学"},
    ReportSentence{"forgotten at least once", "至少被遗忘一次"},
    ReportSentence{"never learnt", "从未学会"},
    ReportSentence{"Where predictions are wrong, the probability of the label is estimated: the "
                   "logits are not known.",
                   "预测错误时，标签的概率是估计的：logits 未知。"},
    ReportSentence{"Prototypes", "原型"},
    ReportSentence{"None in this folder", "此文件夹中没有"},
    ReportSentence{"The folder has no prototypes: nobody clustered its epochs.",
                   "文件夹中没有原型：其轮次未曾聚类。"},
    ReportSentence{"Clusters: {}", "聚类数 {}"},
    ReportSentence{"Clusters", "聚类数"},
    ReportSentence{
        "Clusters of the samples at each epoch. Means over the epochs, of batches of {} samples: "
        "no more samples of a batch can be right as they are numbered than it has prototypes "
        "(ceiling).",
        "每个轮次的样本聚类。每批 {} "
        "个样本，对轮次取均值：按顺序编号时，一批中正确的样本数不会超过其原型数（上限）。"},
    ReportSentence{"Accuracy as numbered", "按序编号的准确率"},
    ReportSentence{"Ceiling", "上限"},
    ReportSentence{"Accuracy adjusted", "重复算作一个"},
    ReportSentence{"Distinct", "不同原型"},
    ReportSentence{"Collisions", "重复"},
    ReportSentence{"Cross-entropy", "交叉熵"},
    ReportSentence{"Its floor", "其下限"},
    ReportSentence{"Pull", "拉近"},
    ReportSentence{"Push", "推远"},
    ReportSentence{"Samples that stay", "留在原型的样本"},
};

/// A sentence by its English words. One that is not in the table does not compile.
class Phrase {
  public:
    consteval Phrase(const char* english)  // NOLINT: sentences are written where they are said
        : index_(find(english)) {}

    [[nodiscard]] constexpr const ReportSentence& sentence() const {
        return report_sentences[index_];
    }

  private:
    static consteval std::size_t find(std::string_view english) {
        for (std::size_t i = 0; i < report_sentences.size(); ++i)
            if (report_sentences[i].en == english) return i;
        throw "the table has no such sentence";
    }

    std::size_t index_;
};

/// The sentences of a report in its language. Values are HTML.
class ReportWords {
  public:
    explicit ReportWords(ReportLanguage language) : language_(language) {}

    /// "en" or "zh", as HTML has it.
    [[nodiscard]] std::string_view code() const {
        return language_ == ReportLanguage::zh ? "zh" : "en";
    }
    /// The sentence with the values in its places.
    template <typename... Values>
    [[nodiscard]] std::string operator()(Phrase phrase, const Values&... values) const {
        return filled(phrase, {std::string_view(values)...});
    }

  private:
    [[nodiscard]] std::string filled(Phrase phrase,
                                     std::initializer_list<std::string_view> values) const;

    ReportLanguage language_;
};

}  // namespace epochscope
