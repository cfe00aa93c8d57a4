<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>confidence %1</source>
        <translation>置信度 %1</translation>
    </message>
    <message>
        <source>Open a dataset folder: %1, or drop one here</source>
        <translation>打开数据集文件夹：%1，或拖放到此处</translation>
    </message>
</context>
<context>
    <name>ExportPlan</name>
    <message>
        <source>Choose the file or folder to write.</source>
        <translation>请选择要写入的文件或文件夹。</translation>
    </message>
    <message>
        <source>The target is a file; frames need a folder.</source>
        <translation>目标是文件；一系列画面需要文件夹。</translation>
    </message>
    <message>
        <source>The target is a folder; name a file in it.</source>
        <translation>目标是文件夹；请指定其中的文件名。</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist.</source>
        <translation>文件夹“%1”不存在。</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in %1.</source>
        <translation>文件名须以 %1 结尾。</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>1 picture of %1</source>
        <translation>1 张图片，%1</translation>
    </message>
    <message>
        <source>1 frame of %1</source>
        <translation>1 帧，%1</translation>
    </message>
    <message>
        <source>%1 frames of %2</source>
        <translation>%1 帧，%2</translation>
    </message>
    <message>
        <source>%1, %2 s at %3 frames a second</source>
        <translation>%1，%2 秒，每秒 %3 帧</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>未打开任何内容。</translation>
    </message>
    <message>
        <source>a page of %1 samples</source>
        <translation>一个网页：%1 个样本</translation>
    </message>
    <message>
        <source>%1 at 1 epoch</source>
        <translation>%1，1 个轮次</translation>
    </message>
    <message>
        <source>%1 at %2 epochs</source>
        <translation>%1，%2 个轮次</translation>
    </message>
    <message>
        <source>1 figure of %1 × %2 mm</source>
        <translation>1 幅插图，%1 × %2 毫米</translation>
    </message>
    <message>
        <source>Its %1 samples are a picture in it, since they are more than %2.</source>
        <translation>其中 %1 个样本画成一张图片，因为多于 %2 个。</translation>
    </message>
    <message>
        <source>%1 with %2 epochs side by side</source>
        <translation>%1，并排显示 %2 个轮次</translation>
    </message>
</context>
<context>
    <name>RemoteBackgrounds</name>
    <message>
        <source>the fetched picture</source>
        <translation>获取的图片</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>epochscope::Option</name>
    <message>
        <source>Principal components (PCA)</source>
        <translation>主成分 (PCA)</translation>
    </message>
    <message>
        <source>The two directions in feature space in which samples vary most, the same for all epochs. Distances and movement are real.</source>
        <translation>样本在特征空间中变化最大的两个方向，所有轮次相同。距离和移动都是真实的。</translation>
    </message>
    <message>
        <source>Most of the variance, if there are many classes.</source>
        <translation>类别多时，大部分方差。</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>Who is near whom in feature space. Each epoch starts from the one before.</source>
        <translation>特征空间中谁与谁相近。每个轮次从上一轮次开始。</translation>
    </message>
    <message>
        <source>Distances between groups, and how far samples moved.</source>
        <translation>各群之间的距离，以及样本移动了多远。</translation>
    </message>
    <message>
        <source>Spacetime</source>
        <translation>时空布局</translation>
    </message>
    <message>
        <source>Who is near whom, and the journey: all epochs are laid out at once, so that samples that move far in feature space move far in the plane.</source>
        <translation>谁与谁相近，以及旅程：所有轮次一起布局，在特征空间中移动得远的样本，在平面上也移动得远。</translation>
    </message>
    <message>
        <source>Distances between groups.</source>
        <translation>各群之间的距离。</translation>
    </message>
    <message>
        <source>TimeVis</source>
        <translation>TimeVis</translation>
    </message>
    <message>
        <source>One learned map for all epochs. Places lead back to feature space, so the landscape and its decisions are the network&apos;s own.</source>
        <translation>所有轮次共用一个学习得到的映射。位置可返回特征空间，因此景观及其判断就是网络自己的。</translation>
    </message>
    <message>
        <source>Half of the neighbours that t-SNE keeps.</source>
        <translation>t-SNE 所保留邻居的一半。</translation>
    </message>
    <message>
        <source>DVI</source>
        <translation>DVI</translation>
    </message>
    <message>
        <source>A learned map for each epoch, started from the one before: each epoch on its own terms.</source>
        <translation>每个轮次一个学习得到的映射，从上一轮次的映射开始：每个轮次各自独立。</translation>
    </message>
    <message>
        <source>How far samples moved: each epoch has its own scale, and the map moves too.</source>
        <translation>样本移动了多远：每个轮次有各自的尺度，映射本身也在移动。</translation>
    </message>
    <message>
        <source>External program</source>
        <translation>外部程序</translation>
    </message>
    <message>
        <source>What your own program finds: UMAP, another network, a method under development.</source>
        <translation>你自己的程序求出的结果：UMAP、另一个网络、正在开发的方法。</translation>
    </message>
    <message>
        <source>What it does not tell: decisions and places of other samples, if it leaves no map.</source>
        <translation>程序没有给出的内容：若没有留下映射，则没有判断，也不能安放其他样本。</translation>
    </message>
    <message>
        <source>Per epoch</source>
        <translation>按轮次</translation>
    </message>
    <message>
        <source>Directions of each epoch&apos;s own, turned to lie as the epoch before. Shows more of each epoch, and movement that is not there.</source>
        <translation>每个轮次使用各自的方向，并旋转到与上一轮次一致。每个轮次显示得更充分，但会出现并不存在的移动。</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>How many neighbours each sample has, in effect. Smaller: fine grain. Larger: the whole.</source>
        <translation>每个样本实际考虑的邻居数。越小越显细节，越大越显整体。</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Iterations of the first epoch, after those of early exaggeration.</source>
        <translation>首个轮次在早期夸张之后的迭代次数。</translation>
    </message>
    <message>
        <source>Iterations of all epochs together, after those of early exaggeration.</source>
        <translation>所有轮次一起、在早期夸张之后的迭代次数。</translation>
    </message>
    <message>
        <source>Warm start</source>
        <translation>热启动</translation>
    </message>
    <message>
        <source>On: each epoch starts from the one before, so that what stands still in feature space stands still in the plane. Off: each starts from its principal components.</source>
        <translation>开：每个轮次从上一轮次开始，使特征空间中静止的在平面上也静止。关：每个轮次从各自的主成分开始。</translation>
    </message>
    <message>
        <source>Warm iterations</source>
        <translation>热启动迭代次数</translation>
    </message>
    <message>
        <source>Iterations of each epoch that starts from the one before.</source>
        <translation>从上一轮次开始的各轮次的迭代次数。</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>牵引</translation>
    </message>
    <message>
        <source>How strongly samples are held where they were at the epoch before. Larger: calmer, less true to each epoch.</source>
        <translation>把样本留在上一轮次位置的力度。越大越平稳，但对每个轮次越不忠实。</translation>
    </message>
    <message>
        <source>Early exaggeration</source>
        <translation>早期夸张</translation>
    </message>
    <message>
        <source>How much more samples attract each other during the early iterations. Larger: groups lie farther apart.</source>
        <translation>早期迭代中样本相互吸引增强的倍数。越大各群相距越远。</translation>
    </message>
    <message>
        <source>Early iterations</source>
        <translation>早期迭代次数</translation>
    </message>
    <message>
        <source>Iterations with early exaggeration.</source>
        <translation>使用早期夸张的迭代次数。</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>On: without a warm start, each epoch is turned and mirrored to lie as the one before (orthogonal Procrustes).</source>
        <translation>开：不用热启动时，旋转和镜像每个轮次，使其与上一轮次一致（正交 Procrustes）。</translation>
    </message>
    <message>
        <source>Repulsion</source>
        <translation>斥力</translation>
    </message>
    <message>
        <source>exact: all pairs, in double precision. cells: distant samples together (Barnes-Hut). automatic: exact up to 500 samples.</source>
        <translation>精确：所有样本对，双精度。单元：远处样本合并计算 (Barnes-Hut)。自动：500 个样本以内为精确。</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>softened</source>
        <translation>软化</translation>
    </message>
    <message>
        <source>euclidean</source>
        <translation>欧氏</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of all that is random.</source>
        <translation>所有随机过程的种子。</translation>
    </message>
    <message>
        <source>Neighbours ↔ journey</source>
        <translation>邻居 ↔ 旅程</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>How much it counts that a place means the same at all epochs: samples lie near those that are like them at other epochs. 0: off. Takes more time.</source>
        <translation>同一位置在所有轮次有相同含义有多重要：样本靠近其他轮次中与它相似的样本。0：关闭。耗时更多。</translation>
    </message>
    <message>
        <source>How much it counts that samples travel as far in the plane as in feature space. Larger: truer journeys. Smaller: truer neighbours.</source>
        <translation>样本在平面中移动的距离与特征空间一致有多重要。越大旅程越真实，越小邻居越真实。</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>地标样本</translation>
    </message>
    <message>
        <source>If there are more samples, this many are laid out and the others placed among them by their neighbours in feature space. Larger: slower and finer.</source>
        <translation>样本多于此数时，只布局这么多，其余按特征空间中的近邻安放在它们之间。越大越慢也越细。</translation>
    </message>
    <message>
        <source>Map epochs</source>
        <translation>映射训练轮数</translation>
    </message>
    <message>
        <source>Epochs of training the maps that are learned from the places; the landscape is painted by them. Larger: truer maps. 0: no maps.</source>
        <translation>由位置学习映射的训练轮数；景观由映射绘制。越大映射越真实。0：不学习映射。</translation>
    </message>
    <message>
        <source>Graph neighbours</source>
        <translation>图邻居数</translation>
    </message>
    <message>
        <source>Nearest neighbours that are joined in feature space, boundary points and epochs too. Larger: more of the whole, less of what is fine.</source>
        <translation>特征空间中相连的最近邻数，也用于边界点和轮次。越大越显整体，越小越显细节。</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隐藏层数</translation>
    </message>
    <message>
        <source>Hidden layers between feature space and the plane, each half as wide as feature space. Larger: more nonlinear, slower.</source>
        <translation>特征空间与平面之间的隐藏层数，每层宽度为特征空间的一半。越大越非线性，越慢。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Units of a hidden layer at most. Larger: slower, and wide features need a lower learning rate.</source>
        <translation>隐藏层的单元数上限。越大越慢，宽的特征需要更低的学习率。</translation>
    </message>
    <message>
        <source>Reconstruction weight</source>
        <translation>重建权重</translation>
    </message>
    <message>
        <source>How much it counts that places lead back to their embeddings. Larger: truer landscapes. Smaller: truer neighbours.</source>
        <translation>位置能返回其嵌入有多重要。越大景观越真实，越小邻居越真实。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Initial learning rate of Adam. Larger: faster, until it diverges.</source>
        <translation>Adam 的初始学习率。越大越快，过大则发散。</translation>
    </message>
    <message>
        <source>Training epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Epochs of the training of a map at most.</source>
        <translation>训练一个映射的最多轮数。</translation>
    </message>
    <message>
        <source>Negative samples</source>
        <translation>负样本数</translation>
    </message>
    <message>
        <source>Pairs that are pushed apart for each that is drawn together. Larger: groups lie farther apart.</source>
        <translation>每拉近一对，推开多少对。越大各群相距越远。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Edges in a batch. Larger: fewer and calmer steps.</source>
        <translation>一批中的边数。越大步数越少、越平稳。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>L2 penalty: this times the weights is added to their gradients. Larger: smoother maps.</source>
        <translation>L2 惩罚：权重乘以此数后加到梯度上。越大映射越平滑。</translation>
    </message>
    <message>
        <source>Learning rate step</source>
        <translation>学习率步长</translation>
    </message>
    <message>
        <source>Training epochs after which the learning rate is divided by ten. Larger: slower, and farther.</source>
        <translation>多少训练轮之后学习率除以十。越大越慢，也走得越远。</translation>
    </message>
    <message>
        <source>Min learning rate</source>
        <translation>最小学习率</translation>
    </message>
    <message>
        <source>The learning rate falls no lower.</source>
        <translation>学习率不会低于此值。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心轮数</translation>
    </message>
    <message>
        <source>How many training epochs in a row may improve the loss by less than the minimum before the training ends.</source>
        <translation>连续多少训练轮的损失改进小于最小改进后停止训练。</translation>
    </message>
    <message>
        <source>Min improvement</source>
        <translation>最小改进</translation>
    </message>
    <message>
        <source>By how much the loss should fall in a training epoch. Larger: the training ends sooner.</source>
        <translation>每个训练轮损失至少应下降多少。越大训练结束越早。</translation>
    </message>
    <message>
        <source>Pair loss</source>
        <translation>样本对损失</translation>
    </message>
    <message>
        <source>exact: as UMAP defines it, which draws neighbours closer together. softened: as parametric UMAP computes it.</source>
        <translation>精确：按 UMAP 的定义，邻居靠得更近。软化：按参数化 UMAP 的算法。</translation>
    </message>
    <message>
        <source>Spatial draws</source>
        <translation>空间抽取</translation>
    </message>
    <message>
        <source>How often the closest neighbours are drawn in a training epoch. Larger: slower, truer neighbours.</source>
        <translation>每个训练轮抽取最近邻居的次数。越大越慢，邻居越真实。</translation>
    </message>
    <message>
        <source>Boundary draws</source>
        <translation>边界抽取</translation>
    </message>
    <message>
        <source>How often the closest boundary points are drawn in a training epoch. Larger: slower, truer boundaries.</source>
        <translation>每个训练轮抽取最近边界点的次数。越大越慢，边界越真实。</translation>
    </message>
    <message>
        <source>Public code</source>
        <translation>公开代码</translation>
    </message>
    <message>
        <source>As the authors&apos; published code, where it differs from the paper: to compare results.</source>
        <translation>与论文不一致处按作者公开的代码：用于比较结果。</translation>
    </message>
    <message>
        <source>Landmark radius</source>
        <translation>地标半径</translation>
    </message>
    <message>
        <source>Radius of the balls around landmarks, in units of the longest embedding. Larger: fewer landmarks, faster and coarser. 0: every sample is a landmark.</source>
        <translation>地标样本周围球的半径，以最长的嵌入为单位。越大地标越少，越快也越粗。0：所有样本都是地标。</translation>
    </message>
    <message>
        <source>Landmark coverage</source>
        <translation>地标覆盖率</translation>
    </message>
    <message>
        <source>Fraction of the samples that those balls hold. Larger: more landmarks, finer and slower.</source>
        <translation>这些球所含样本的比例。越大地标越多，越细也越慢。</translation>
    </message>
    <message>
        <source>First landmarks</source>
        <translation>初始地标数</translation>
    </message>
    <message>
        <source>Landmarks that are drawn at random before others are added; 0: a sixth of the samples, 20 to 300. Larger: finer and slower.</source>
        <translation>先随机抽取的地标数；0：样本的六分之一，20 到 300 个。越大越细也越慢。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>How much the landmark radius falls where embeddings are longer. Larger: fewer landmarks while they are short.</source>
        <translation>嵌入较长时地标半径减小的程度。越大，嵌入较短时地标越少。</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>How much the landmark radius falls where embeddings have more dimensions. Larger: more landmarks where they spread in many directions.</source>
        <translation>嵌入的本征维数较高时地标半径减小的程度。越大，嵌入向多个方向展开时地标越多。</translation>
    </message>
    <message>
        <source>Temporal draws</source>
        <translation>时间抽取</translation>
    </message>
    <message>
        <source>How often a sample and itself at other epochs are drawn in a training epoch. Larger: slower, truer journeys.</source>
        <translation>每个训练轮抽取样本与其他轮次中的自己的次数。越大越慢，旅程越真实。</translation>
    </message>
    <message>
        <source>Temporal window</source>
        <translation>时间窗口</translation>
    </message>
    <message>
        <source>Among how many epochs a sample&apos;s nearest are searched; 0: all. Larger: what returns is seen to return.</source>
        <translation>在多少个轮次中查找样本的最近轮次；0：全部。越大越能看出返回原处的样本。</translation>
    </message>
    <message>
        <source>Anchor weight</source>
        <translation>锚定权重</translation>
    </message>
    <message>
        <source>How strongly the map of an epoch is held to that of the epoch before, more so the fewer neighbours changed. Larger: calmer, less true to each epoch.</source>
        <translation>把一个轮次的映射留在上一轮次映射附近的力度，邻居变化越少力度越大。越大越平稳，但对每个轮次越不忠实。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>The path of a program, or its name in PATH. It is given the recording&apos;s folder and an empty folder, in which it writes positions.npy (epochs, samples, 2) and, if it has one, map/. Lines of output such as 0.25 or 25 % tell its progress.</source>
        <translation>程序的路径，或其在 PATH 中的名称。程序得到训练记录的文件夹和一个空文件夹，在后者中写入 positions.npy（轮次、样本、2），如有映射则写入 map/。输出 0.25 或 25 % 这样的行表示进度。</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻居</translation>
    </message>
    <message>
        <source>How many nearest neighbours in feature space are listed for each sample and epoch, of its own class and of the others each. 0: none; the window then shows neighbours in the plane.</source>
        <translation>每个样本在每个轮次列出多少个特征空间中的最近邻，本类和其他类各列这么多。0：不列；窗口显示平面上的邻居。</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Of neighbours in feature space. cosine: by the angle between embeddings.</source>
        <translation>特征空间中邻居的距离。余弦：按嵌入之间的夹角。</translation>
    </message>
    <message>
        <source>Alert if a larger fraction of samples is not finite.</source>
        <translation>非有限的样本超过此比例时提醒。</translation>
    </message>
    <message>
        <source>Alert if the loss rises by more than this fraction of what training had gained.</source>
        <translation>损失的上升超过训练所得改进的此比例时提醒。</translation>
    </message>
    <message>
        <source>Alert if the accuracy falls by more than this.</source>
        <translation>准确率的下降超过此值时提醒。</translation>
    </message>
    <message>
        <source>Alert if the accuracy of a class falls by more than this.</source>
        <translation>某一类别准确率的下降超过此值时提醒。</translation>
    </message>
    <message>
        <source>Alert if the effective rank falls by more than this fraction of it.</source>
        <translation>有效秩的下降超过其此比例时提醒。</translation>
    </message>
    <message>
        <source>Alert if the distance between centres of classes falls by more than this fraction of it.</source>
        <translation>类别中心间距下降超过其此比例时报警。</translation>
    </message>
    <message>
        <source>Alert if the fraction of dead features rises by more than this.</source>
        <translation>恒定特征的比例上升超过此值时报警。</translation>
    </message>
    <message>
        <source>Alert if the loss rises so many epochs in a row; 0: never.</source>
        <translation>损失连续上升这么多轮次时提醒；0：从不。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::AboutDialog</name>
    <message>
        <source>About Epochscope</source>
        <translation>关于 Epochscope</translation>
    </message>
    <message>
        <source>Shows how a model learns: every sample, at every epoch.</source>
        <translation>展示模型如何学习：每个样本，每个轮次。</translation>
    </message>
    <message>
        <source>Renderer: %1</source>
        <translation>渲染器：%1</translation>
    </message>
    <message>
        <source>Licence: MIT</source>
        <translation>许可证：MIT</translation>
    </message>
    <message>
        <source>Built on:</source>
        <translation>构建于：</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>epochscope::app::BackgroundSources</name>
    <message>
        <source>Choose the background of any epoch</source>
        <translation>选择任意一个轮次的背景</translation>
    </message>
    <message>
        <source>The name of the picture must contain the number of an epoch of this dataset, as in background_12.png. %1 contains none.</source>
        <translation>图片名须含有此数据集某个轮次的编号，例如 background_12.png。%1 中没有。</translation>
    </message>
    <message>
        <source>Backgrounds from a URL</source>
        <translation>从网址获取背景</translation>
    </message>
    <message>
        <source>Address of the pictures; ${epoch} stands for the epoch&apos;s number.
One picture for each epoch is fetched from there.</source>
        <translation>图片的网址；${epoch} 代表轮次编号。
将从那里为每个轮次获取一张图片。</translation>
    </message>
    <message>
        <source>Fetching backgrounds…</source>
        <translation>正在获取背景…</translation>
    </message>
    <message>
        <source>Backgrounds</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Canvas</name>
    <message>
        <source>Nothing is open</source>
        <translation>未打开任何内容</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln samples at epoch %2, %3 of them selected, %4 picked</source>
        <translation>
            <numerusform>%1：轮次 %2，%Ln 个样本，已选中 %3 个，已挑出 %4 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>epochscope::app::ClassShares</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ClassesModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: accuracy unknown</source>
        <translation>%1：准确率未知</translation>
    </message>
    <message>
        <source>%1: accuracy %2 % at epoch %3</source>
        <translation>%1：轮次 %3 的准确率为 %2 %</translation>
    </message>
    <message>
        <source>Click to sort in the folder&apos;s order</source>
        <translation>点击按文件夹中的顺序排列</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Number of samples with this label; click to sort</source>
        <translation>此标签的样本数；点击排序</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Accuracy at the playhead; click to sort</source>
        <translation>播放头处的准确率；点击排序</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Samples labelled %1: %2</source>
        <translation>标签为 %1 的样本：%2</translation>
    </message>
    <message>
        <source>%1, picked: %2</source>
        <translation>%1，其中已挑出：%2</translation>
    </message>
    <message>
        <source>%1
A click highlights it, a double click or Shift+Enter shows only this; Space shows or hides, Enter changes the colour</source>
        <translation>%1
点击突出显示，双击或 Shift+回车只显示此类；空格显示或隐藏，回车更改颜色</translation>
    </message>
    <message>
        <source>Samples of %1: %2</source>
        <translation>%1 的样本：%2</translation>
    </message>
    <message>
        <source>%1
A click highlights it, a double click or Shift+Enter shows only this; Space shows or hides</source>
        <translation>%1
点击突出显示，双击或 Shift+回车只显示它；空格显示或隐藏</translation>
    </message>
    <message>
        <source>Click to sort in the order of the legend</source>
        <translation>点击按图例顺序排列</translation>
    </message>
    <message>
        <source>Number of samples with this value; click to sort</source>
        <translation>具有该值的样本数；点击排序</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ClassesPanel</name>
    <message>
        <source>Show &amp;only this</source>
        <translation>只显示此类(&amp;O)</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>全部显示(&amp;A)</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Filter classes</source>
        <translation>筛选类别</translation>
    </message>
    <message>
        <source>Lists only classes whose names contain this text</source>
        <translation>只列出名称中含有此文字的类别</translation>
    </message>
    <message>
        <source>Show only this class</source>
        <translation>只显示此类别</translation>
    </message>
    <message>
        <source>Shows the chosen class alone, or all again (Shift+Enter in the list)</source>
        <translation>单独显示所选类别，或恢复全部（列表中按 Shift+回车）</translation>
    </message>
    <message>
        <source>Show all classes</source>
        <translation>显示所有类别</translation>
    </message>
    <message>
        <source>Shows every class (Alt+A)</source>
        <translation>显示每个类别 (Alt+A)</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>%1 的颜色</translation>
    </message>
    <message>
        <source>&amp;Colour…</source>
        <translation>颜色(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Flips with</source>
        <translation>与其他类的翻转(&amp;F)</translation>
    </message>
    <message>
        <source>Looking for events…</source>
        <translation>正在查找事件…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>any class</source>
        <translation>任意类别</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ComputedCurves</name>
    <message>
        <source>computed</source>
        <translation>计算得出</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>flips</source>
        <translation>翻转数</translation>
    </message>
    <message>
        <source>mean step</source>
        <translation>平均步长</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>shared neighbours</source>
        <translation>共同邻居</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>confidence change</source>
        <translation>置信度变化</translation>
    </message>
    <message>
        <source>beside %1</source>
        <translation>对照 %1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::CurveGatherer</name>
    <message>
        <source>%1 counts epochs from 0 and the dataset from 1: its curves are moved by one epoch</source>
        <translation>%1 从 0 数轮次，数据集从 1 数起：其曲线已移动一个轮次</translation>
    </message>
</context>
<context>
    <name>epochscope::app::CurveList</name>
    <message>
        <source>%1 of %2, %3 points</source>
        <translation>%2 的 %1，%3 个点</translation>
    </message>
    <message>
        <source>The value at the pointer, or else at the playhead</source>
        <translation>指针处的值；没有指针时为播放头处的值</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>epochscope::app::CurvePlot</name>
    <message>
        <source>Training curves</source>
        <translation>训练曲线</translation>
    </message>
    <message>
        <source>Click moves the playhead; the list shows the values at the pointer (←/→ step)</source>
        <translation>点击移动播放头；列表显示指针处的值（←/→ 步进）</translation>
    </message>
</context>
<context>
    <name>epochscope::app::CurvesPanel</name>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Normalize each curve</source>
        <translation>归一化每条曲线</translation>
    </message>
    <message>
        <source>Notes on the curves</source>
        <translation>曲线的说明</translation>
    </message>
    <message>
        <source>Problems with the curves</source>
        <translation>曲线的问题</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Weight of the values before each value</source>
        <translation>每个值之前各值的权重</translation>
    </message>
    <message>
        <source>Logarithmic scale, without values of 0 or below</source>
        <translation>对数刻度，不含小于或等于 0 的值</translation>
    </message>
    <message>
        <source>Scale each curve from its minimum to its maximum; the numbers are those of the curve chosen in the list</source>
        <translation>每条曲线按其最小值到最大值缩放；刻度数字属于列表中选中的曲线</translation>
    </message>
    <message>
        <source>Save the points of the shown curves with all digits</source>
        <translation>保存所显示曲线的各点，保留全部数位</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open TensorBoard event files, logs or tables in addition</source>
        <translation>另外打开 TensorBoard 事件文件、日志或表格</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>全部隐藏</translation>
    </message>
    <message>
        <source>Show all curves</source>
        <translation>显示所有曲线</translation>
    </message>
    <message>
        <source>Hide all curves</source>
        <translation>隐藏所有曲线</translation>
    </message>
    <message>
        <source>Reading curves</source>
        <translation>正在读取曲线</translation>
    </message>
    <message>
        <source>Save the curves as a picture</source>
        <translation>将曲线存为图片</translation>
    </message>
    <message>
        <source>Save the curves as a table</source>
        <translation>将曲线存为表格</translation>
    </message>
    <message>
        <source>Open event files, logs or tables of a run</source>
        <translation>打开一次运行的事件文件、日志或表格</translation>
    </message>
    <message>
        <source>Open a folder of runs</source>
        <translation>打开存放多次运行的文件夹</translation>
    </message>
    <message>
        <source>Curves written to %1</source>
        <translation>曲线已写入 %1</translation>
    </message>
    <message>
        <source>The picture was not written: %1</source>
        <translation>图片未能写入：%1</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>The table was not written: %1</source>
        <translation>表格未写入：%1</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>存为图片…</translation>
    </message>
    <message>
        <source>Save the curves as a picture: PNG, twice as large as on the screen, SVG or PDF</source>
        <translation>把曲线存为图片：PNG（屏幕上的两倍大）、SVG 或 PDF</translation>
    </message>
</context>
<context>
    <name>epochscope::app::DockCurve</name>
    <message>
        <source>Steps mapped to epochs by epochs_at_steps of info.json: %1.</source>
        <translation>步数按 info.json 的 epochs_at_steps 换算：%1。</translation>
    </message>
    <message>
        <source>Epochs are taken from %1.</source>
        <translation>轮次取自 %1。</translation>
    </message>
    <message>
        <source>Steps spread evenly, since their epochs are unknown: %1.</source>
        <translation>没有轮次信息，步数均匀铺开：%1。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::EpochField</name>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>The epoch at the playhead; type another, 10.5 is halfway from 10 to 11</source>
        <translation>播放头所在的轮次；可输入其他值，10.5 即 10 与 11 的正中</translation>
    </message>
</context>
<context>
    <name>epochscope::app::EventModel</name>
    <message>
        <source>Click to sort</source>
        <translation>点击排序</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Events</name>
    <message>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Confidence jump</source>
        <translation>置信度突变</translation>
    </message>
    <message>
        <source>False move</source>
        <translation>虚假移动</translation>
    </message>
    <message>
        <source>Frozen move</source>
        <translation>冻结移动</translation>
    </message>
    <message>
        <source>False moves</source>
        <translation>虚假移动</translation>
    </message>
    <message>
        <source>Frozen moves</source>
        <translation>冻结移动</translation>
    </message>
    <message>
        <source>False moves: %1</source>
        <translation>虚假移动：%1</translation>
    </message>
    <message>
        <source>Frozen moves: %1</source>
        <translation>冻结移动：%1</translation>
    </message>
    <message>
        <source>Moved in the plane, not in feature space: %1 deviations</source>
        <translation>在平面中移动，而在特征空间中没有：%1 倍偏差</translation>
    </message>
    <message>
        <source>Moved in feature space, not in the plane: %1 deviations</source>
        <translation>在特征空间中移动，而在平面中没有：%1 倍偏差</translation>
    </message>
    <message>
        <source>Large move</source>
        <translation>大幅移动</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Confidence jumps</source>
        <translation>置信度突变</translation>
    </message>
    <message>
        <source>Large moves</source>
        <translation>大幅移动</translation>
    </message>
    <message>
        <source>Flips: %1</source>
        <translation>翻转：%1</translation>
    </message>
    <message>
        <source>Confidence jumps: %1</source>
        <translation>置信度突变：%1</translation>
    </message>
    <message>
        <source>Large moves: %1</source>
        <translation>大幅移动：%1</translation>
    </message>
    <message>
        <source>Label&apos;s probability %1</source>
        <translation>标签概率 %1</translation>
    </message>
    <message>
        <source>Moved %1, large above %2</source>
        <translation>移动 %1，超过 %2 为大幅</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Alerts: %1</source>
        <translation>警报：%1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::EventsPanel</name>
    <message>
        <source>The predicted class changed</source>
        <translation>预测类别改变</translation>
    </message>
    <message>
        <source>The label&apos;s probability changed by more than 0.5</source>
        <translation>标签的概率变化超过 0.5</translation>
    </message>
    <message>
        <source>The sample moved farther than the epoch&apos;s mean plus two standard deviations</source>
        <translation>样本的移动超过该轮次的均值加两个标准差</translation>
    </message>
    <message>
        <source>Only selected and picked</source>
        <translation>仅选中与挑出的</translation>
    </message>
    <message>
        <source>Training events</source>
        <translation>训练中的事件</translation>
    </message>
    <message>
        <source>Lists only events of selected or picked samples</source>
        <translation>只列出选中或挑出的样本的事件</translation>
    </message>
    <message>
        <source>Notes on the events</source>
        <translation>关于这些事件的说明</translation>
    </message>
    <message>
        <source>Class before</source>
        <translation>之前的类别</translation>
    </message>
    <message>
        <source>Class after</source>
        <translation>之后的类别</translation>
    </message>
    <message>
        <source>Epoch of the events</source>
        <translation>事件的轮次</translation>
    </message>
    <message>
        <source>Lists only flips from this class</source>
        <translation>只列出从该类别翻转的事件</translation>
    </message>
    <message>
        <source>Lists only flips to this class</source>
        <translation>只列出翻转到该类别的事件</translation>
    </message>
    <message>
        <source>Lists only events of this epoch</source>
        <translation>只列出该轮次的事件</translation>
    </message>
    <message>
        <source>Flips from:</source>
        <translation>翻转自：</translation>
    </message>
    <message>
        <source>to:</source>
        <translation>到：</translation>
    </message>
    <message>
        <source>Epoch:</source>
        <translation>轮次：</translation>
    </message>
    <message>
        <source>any class</source>
        <translation>任意类别</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Looking for events…</source>
        <translation>正在查找事件…</translation>
    </message>
    <message>
        <source>Where a prediction is wrong, its label&apos;s probability is estimated.</source>
        <translation>预测错误时，其标签概率为估计值。</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Lists flips back as well</source>
        <translation>也列出反向的翻转</translation>
    </message>
    <message>
        <source>The sample moved in the plane and not in feature space: the layout's move</source>
        <translation>样本在平面中移动，而在特征空间中没有：这是布局造成的移动</translation>
    </message>
    <message>
        <source>The sample moved in feature space and not in the plane</source>
        <translation>样本在特征空间中移动，而在平面中没有</translation>
    </message>
    <message>
        <source>A signal of the whole run went wrong: see its health</source>
        <translation>整个训练的某个信号出了问题：见训练状况</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Health</name>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>share of flips</source>
        <translation>翻转比例</translation>
    </message>
    <message>
        <source>neural collapse (NC1)</source>
        <translation>神经坍缩（NC1）</translation>
    </message>
    <message>
        <source>distance of class centres</source>
        <translation>类别中心距离</translation>
    </message>
    <message>
        <source>variance within classes</source>
        <translation>类内方差</translation>
    </message>
    <message>
        <source>effective rank</source>
        <translation>有效秩</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>对齐度</translation>
    </message>
    <message>
        <source>uniformity</source>
        <translation>均匀度</translation>
    </message>
    <message>
        <source>share of dead features</source>
        <translation>失效特征比例</translation>
    </message>
    <message>
        <source>drift of neighbours</source>
        <translation>邻居漂移</translation>
    </message>
    <message>
        <source>share of samples not finite</source>
        <translation>非有限样本比例</translation>
    </message>
    <message>
        <source>accuracy of a class</source>
        <translation>单个类别的准确率</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>Epoch %1: %2</source>
        <translation>轮次 %1：%2</translation>
    </message>
</context>
<context>
    <name>epochscope::app::HealthWatcher</name>
    <message>
        <source>The health cannot be measured: %1</source>
        <translation>无法度量训练状况：%1</translation>
    </message>
    <message>
        <source>The health is not known: the folder names no recording that is there.</source>
        <translation>训练状况未知：文件夹没有指明现存的训练记录。</translation>
    </message>
    <message>
        <source>The health is not known: the recording holds other samples.</source>
        <translation>训练状况未知：训练记录中是其他样本。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ExpectedTime</name>
    <message>
        <source>About %1 on this machine</source>
        <translation>在本机约需 %1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ExportDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>This &amp;frame</source>
        <translation>当前画面(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;rames</source>
        <translation>一系列画面(&amp;R)</translation>
    </message>
    <message>
        <source>A folder with one numbered picture for each frame</source>
        <translation>每帧一张编号图片，放在一个文件夹中</translation>
    </message>
    <message>
        <source>&amp;Video</source>
        <translation>视频(&amp;V)</translation>
    </message>
    <message>
        <source>One video file</source>
        <translation>一个视频文件</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose the file or folder to write (Alt+B)</source>
        <translation>选择要写入的文件或文件夹 (Alt+B)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>All epochs, or a list such as 1,3,5..9</source>
        <translation>所有轮次，或轮次列表，如 1,3,5..9</translation>
    </message>
    <message>
        <source>Frames between epochs</source>
        <translation>轮次之间的帧数</translation>
    </message>
    <message>
        <source>The number of frames from each epoch to the next</source>
        <translation>从每个轮次到下一个轮次的帧数</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>The frame rate of the video</source>
        <translation>视频的帧率</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>The file or folder to write</source>
        <translation>要写入的文件或文件夹</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>将写入的内容</translation>
    </message>
    <message>
        <source>Write the export (Enter)</source>
        <translation>写入（回车）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>A video needs the ffmpeg program, which is not installed (on Debian: apt install ffmpeg).</source>
        <translation>导出视频需要 ffmpeg 程序，但尚未安装（Debian：apt install ffmpeg）。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>E&amp;pochs</source>
        <translation>轮次(&amp;P)</translation>
    </message>
    <message>
        <source>Frames bet&amp;ween epochs</source>
        <translation>轮次之间的帧数(&amp;W)</translation>
    </message>
    <message>
        <source>Frames a &amp;second</source>
        <translation>每秒帧数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>目标(&amp;T)</translation>
    </message>
    <message>
        <source>%1-epoch-%2.png</source>
        <translation>%1-epoch-%2.png</translation>
    </message>
    <message>
        <source>%1-frames</source>
        <translation>%1-frames</translation>
    </message>
    <message>
        <source>Writes %1.</source>
        <translation>将写入 %1。</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
    <message>
        <source>Videos (%1)</source>
        <translation>视频 (%1)</translation>
    </message>
    <message>
        <source>This folder already contains frames. Overwrite those with the same numbers?</source>
        <translation>此文件夹中已有画面。覆盖编号相同的画面吗？</translation>
    </message>
    <message>
        <source>This file exists. Overwrite it?</source>
        <translation>此文件已存在。要覆盖吗？</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>覆盖(&amp;O)</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>正在写入 %1…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Cancelled. The finished frames stay in the folder.</source>
        <translation>已取消。已完成的画面保留在文件夹中。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消。未写入任何内容。</translation>
    </message>
    <message>
        <source>Include te&amp;xt</source>
        <translation>包含文字(&amp;X)</translation>
    </message>
    <message>
        <source>Class &amp;names</source>
        <translation>类别名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Legend of the classes</source>
        <translation>类别图例(&amp;L)</translation>
    </message>
    <message>
        <source>Draw the epoch number and the numbers of the axes (Alt+X)</source>
        <translation>绘制轮次编号和坐标轴的数字 (Alt+X)</translation>
    </message>
    <message>
        <source>Draw the name of each class at its samples (Alt+N)</source>
        <translation>在各类别的样本处绘制类别名 (Alt+N)</translation>
    </message>
    <message>
        <source>Draw the colours and names of the classes (Alt+L)</source>
        <translation>绘制各类别的颜色和名称 (Alt+L)</translation>
    </message>
    <message>
        <source>Web pa&amp;ge</source>
        <translation>网页(&amp;G)</translation>
    </message>
    <message>
        <source>One file that plays in any browser, without a network</source>
        <translation>一个文件，在任何浏览器中播放，无需网络</translation>
    </message>
    <message>
        <source>Writes %1, %2.</source>
        <translation>将写入 %1，%2。</translation>
    </message>
    <message>
        <source>Writes %1; finding its size…</source>
        <translation>将写入 %1；正在计算大小…</translation>
    </message>
    <message>
        <source>Web pages (%1)</source>
        <translation>网页 (%1)</translation>
    </message>
    <message>
        <source>Boo&amp;kmarks</source>
        <translation>书签(&amp;K)</translation>
    </message>
    <message>
        <source>There are no bookmarks of this view: Ctrl+D adds one</source>
        <translation>此视图没有书签：按 Ctrl+D 添加</translation>
    </message>
    <message>
        <source>Travel from each bookmark to the next, with so many frames between two (Alt+K)</source>
        <translation>从每个书签移动到下一个，两者之间为所设的帧数 (Alt+K)</translation>
    </message>
    <message>
        <source>The picture that the canvas shows, in pixels (PNG) or as shapes (SVG, PDF)</source>
        <translation>画布显示的画面：像素图 (PNG) 或矢量图 (SVG、PDF)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Drawn above the picture</source>
        <translation>画在图片上方</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>标题(&amp;I)</translation>
    </message>
    <message>
        <source>the one shown</source>
        <translation>当前显示的轮次</translation>
    </message>
    <message>
        <source>Epochs side by side in one picture, such as 1,5,10,20</source>
        <translation>在一张图片中并排显示的轮次，例如 1,5,10,20</translation>
    </message>
</context>
<context>
    <name>epochscope::app::FolderField</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>epochscope::app::InfluenceFinder</name>
    <message>
        <source>Proponents and opponents are not known: the folder names no recording that is there.</source>
        <translation>支持者和反对者未知：该文件夹没有指明现有的训练记录。</translation>
    </message>
    <message>
        <source>Proponents and opponents are not known: %1</source>
        <translation>支持者和反对者未知：%1</translation>
    </message>
    <message>
        <source>Proponents and opponents are not known: the recording has other labels.</source>
        <translation>支持者和反对者未知：训练记录的标签与此不同。</translation>
    </message>
    <message>
        <source>Proponents and opponents are not looked for unasked in a recording as large as this: call epochscope influence RECORDING --sample %1</source>
        <translation>训练记录如此之大，不会自动查找支持者和反对者：请调用 epochscope influence RECORDING --sample %1</translation>
    </message>
    <message>
        <source>The learning rate is not known; 1 is taken at each epoch.</source>
        <translation>学习率未知；每个轮次均取 1。</translation>
    </message>
    <message>
        <source>Learning rates are those of %1.</source>
        <translation>学习率取自 %1。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::InfluenceSection</name>
    <message>
        <source>Proponents</source>
        <translation>支持者</translation>
    </message>
    <message>
        <source>Opponents</source>
        <translation>反对者</translation>
    </message>
    <message>
        <source>Remarks on proponents and opponents</source>
        <translation>关于支持者和反对者的说明</translation>
    </message>
    <message>
        <source>Looking for proponents and opponents…</source>
        <translation>正在查找支持者和反对者……</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>learning them lowered the loss of this sample</source>
        <translation>学习它们降低了该样本的损失</translation>
    </message>
    <message>
        <source>learning them raised it; they vote for %1 (%2)</source>
        <translation>学习它们提高了其损失；它们投票给 %1（%2）</translation>
    </message>
</context>
<context>
    <name>epochscope::app::LivePreview</name>
    <message>
        <source>The layout appears here while it is computed.</source>
        <translation>投影形成时会显示在这里。</translation>
    </message>
    <message>
        <source>Preview of the projection</source>
        <translation>正在形成的投影</translation>
    </message>
</context>
<context>
    <name>epochscope::app::LandscapeNote</name>
    <message>
        <source>How the landscape is painted</source>
        <translation>分类景观的绘制方式</translation>
    </message>
    <message>
        <source>Landscape: interpolated from samples</source>
        <translation>分类景观：由样本插值得出</translation>
    </message>
    <message>
        <source>The predicted class is interpolated from the samples nearby, weighted by confidence; the model itself was not evaluated. White: undecided, or no sample nearby.</source>
        <translation>预测类别由附近样本按置信度加权插值得到，没有使用模型本身。白色：未定，或附近没有样本。</translation>
    </message>
    <message>
        <source>Landscape: by the model</source>
        <translation>分类景观：由模型得出</translation>
    </message>
    <message>
        <source>The class that the model&apos;s last layer predicts for the features at each point of the plane. White: undecided.</source>
        <translation>模型最后一层对平面各点所对应的特征预测的类别。白色：未定。</translation>
    </message>
    <message>
        <source>Landscape: by an interpolated head</source>
        <translation>分类景观：由插值的分类头得出</translation>
    </message>
    <message>
        <source>The class predicted by a last layer with weights interpolated between the two epochs, for interpolated features. This layer was never trained: it shows how boundaries move, not a state of the model.</source>
        <translation>权重在两个轮次之间插值的最后一层对插值特征预测的类别。这样的层从未训练过：它显示边界如何移动，而不是模型的某个状态。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::LocalBackgrounds</name>
    <message>
        <source>No picture was found for any epoch; the backgrounds stay.</source>
        <translation>没有找到任何轮次的图片；背景保持不变。</translation>
    </message>
    <message>
        <source>The backgrounds are shown.</source>
        <translation>已显示这些背景。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::MainWindow</name>
    <message>
        <source>Work is still running. Closing the window stops it.</source>
        <translation>计算仍在进行。关闭窗口会使其停止。</translation>
    </message>
    <message>
        <source>Prototypes</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>%1 — Epochscope</source>
        <translation>%1 — Epochscope</translation>
    </message>
    <message>
        <source>Samples: %1   Epochs: %2   Classes: %3</source>
        <translation>样本：%1   轮次：%2   类别：%3</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>训练曲线</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本列表</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Where it was left</source>
        <translation>上次离开的地方</translation>
    </message>
    <message>
        <source>Go on there</source>
        <translation>从那里继续</translation>
    </message>
    <message>
        <source>Show epoch, view, selection, picks, filter and colours as they were left</source>
        <translation>按上次离开时的样子显示轮次、视图、选择、挑出的样本、筛选和颜色</translation>
    </message>
    <message>
        <source>a decision</source>
        <translation>一个决定</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Alert of %1</source>
        <translation>%1 的警报</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1（还有 %2 个）</translation>
    </message>
    <message>
        <source>Nothing is known that could differ.</source>
        <translation>没有可比较的内容。</translation>
    </message>
    <message>
        <source>The samples that changed most come first</source>
        <translation>变化最大的样本排在最前</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <source>%1 cannot be compared with what is open.</source>
        <translation>%1 无法与已打开的内容比较。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>epochscope::app::MapActions</name>
    <message>
        <source>Minimum number of times forgotten:</source>
        <translation>被遗忘的最少次数：</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>挑出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Data map</source>
        <translation>数据地图(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Beside the embedding</source>
        <translation>在嵌入旁边(&amp;B)</translation>
    </message>
    <message>
        <source>Show the data map up to the playhead beside the embedding</source>
        <translation>在嵌入旁边显示到播放头为止的数据地图</translation>
    </message>
    <message>
        <source>&amp;Instead of the embedding</source>
        <translation>代替嵌入(&amp;I)</translation>
    </message>
    <message>
        <source>Show the data map up to the playhead instead of the embedding</source>
        <translation>显示到播放头为止的数据地图，代替嵌入</translation>
    </message>
    <message>
        <source>Pick by &amp;training</source>
        <translation>按训练情况挑出(&amp;T)</translation>
    </message>
    <message>
        <source>Forgotten at least n times…</source>
        <translation>至少被遗忘 n 次…</translation>
    </message>
</context>
<context>
    <name>epochscope::app::MapBar</name>
    <message>
        <source>Vertical axis</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Notes on the data map</source>
        <translation>关于数据地图的说明</translation>
    </message>
    <message>
        <source>%1 of the data map</source>
        <translation>数据地图的%1</translation>
    </message>
    <message>
        <source>Close the data map</source>
        <translation>关闭数据地图</translation>
    </message>
    <message>
        <source>Close the data map (M)</source>
        <translation>关闭数据地图 (M)</translation>
    </message>
    <message>
        <source>Vertical:</source>
        <translation>纵轴：</translation>
    </message>
    <message>
        <source>Horizontal:</source>
        <translation>横轴：</translation>
    </message>
    <message>
        <source>Data map</source>
        <translation>数据地图</translation>
    </message>
    <message>
        <source>No map</source>
        <translation>没有地图</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估计值</translation>
    </message>
    <message>
        <source>Where the prediction is wrong, the rest of the confidence is split evenly among the other classes.</source>
        <translation>预测错误时，置信度剩余的部分平均分给其他类别。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::CanvasArea</name>
    <message>
        <source>Data map</source>
        <translation>数据地图</translation>
    </message>
</context>
<context>
    <name>epochscope::app::MapMaker</name>
    <message>
        <source>Nothing is open.</source>
        <translation>没有打开任何数据。</translation>
    </message>
    <message>
        <source>This dataset has predictions, but no confidence.</source>
        <translation>此数据集有预测，但没有置信度。</translation>
    </message>
    <message>
        <source>This dataset has confidence, but no predictions.</source>
        <translation>此数据集有置信度，但没有预测。</translation>
    </message>
    <message>
        <source>This dataset has neither predictions nor confidence.</source>
        <translation>此数据集既没有预测，也没有置信度。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>No sample of this dataset has both signals.</source>
        <translation>此数据集中没有样本同时具有这两个信号。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::MapCanvasModel</name>
    <message>
        <source>There is no data map: %1</source>
        <translation>没有数据地图：%1</translation>
    </message>
    <message>
        <source>Computing the data map…</source>
        <translation>正在计算数据地图…</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Menus</name>
    <message>
        <source>&amp;Backgrounds from files…</source>
        <translation>从文件获取背景(&amp;B)…</translation>
    </message>
    <message>
        <source>Backgrounds from a &amp;URL…</source>
        <translation>从网址获取背景(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a f&amp;ile…</source>
        <translation>打开文件(&amp;I)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Clear the selection</source>
        <translation>清除选择(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Epochscope</source>
        <translation>关于 Epochscope(&amp;A)</translation>
    </message>
    <message>
        <source>processor (raster)</source>
        <translation>处理器（光栅）</translation>
    </message>
    <message>
        <source>graphics card (OpenGL)</source>
        <translation>显卡（OpenGL）</translation>
    </message>
    <message>
        <source>&amp;Project a recording…</source>
        <translation>投影训练记录(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;training curves…</source>
        <translation>打开训练曲线(&amp;T)…</translation>
    </message>
    <message>
        <source>Open a &amp;folder of training curves…</source>
        <translation>打开训练曲线文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Setti&amp;ngs…</source>
        <translation>设置(&amp;N)…</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Prototypes</source>
        <translation>原型(&amp;P)</translation>
    </message>
    <message>
        <source>Other views</source>
        <translation>其他视图</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <translation>面板(&amp;N)</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>挑出</translation>
    </message>
    <message>
        <source>&amp;Search actions…</source>
        <translation>搜索操作(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>手册(&amp;M)</translation>
    </message>
    <message>
        <source>The page of what has the focus (F1)</source>
        <translation>当前焦点所在部分的页面 (F1)</translation>
    </message>
    <message>
        <source>&amp;Keys and gestures</source>
        <translation>按键与手势(&amp;K)</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>&amp;Add backgrounds or curves</source>
        <translation>添加背景或曲线(&amp;A)</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>&amp;Save picked samples as CSV…</source>
        <translation>将挑出的样本存为 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>No sample is picked.</source>
        <translation>没有挑出样本。</translation>
    </message>
    <message>
        <source>&amp;Find samples</source>
        <translation>查找样本(&amp;F)</translation>
    </message>
    <message>
        <source>Save &amp;workspace</source>
        <translation>保存工作区(&amp;W)</translation>
    </message>
    <message>
        <source>Save wor&amp;kspace as…</source>
        <translation>工作区另存为(&amp;K)…</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>编辑(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Bookmark this view</source>
        <translation>为此视图添加书签(&amp;B)</translation>
    </message>
    <message>
        <source>Co&amp;mparison</source>
        <translation>比较(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Measure the recording</source>
        <translation>测量训练记录(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Fetch the backgrounds again</source>
        <translation>重新获取背景(&amp;F)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::NearestTable</name>
    <message>
        <source>Nearest prototypes</source>
        <translation>最近的原型</translation>
    </message>
    <message>
        <source>The prototypes nearest to the selected sample. The first pull it by their weight; others that are nearer than alpha push it by their hinge</source>
        <translation>离所选样本最近的原型：前几个按权重拉近它；其余的若比 alpha 允许的更近，则按铰链值推远它</translation>
    </message>
    <message>
        <source>Prototype</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>铰链</translation>
    </message>
</context>
<context>
    <name>epochscope::app::NeighbourFinder</name>
    <message>
        <source>Neighbours are those in the plane, since the recording cannot be read again: %1</source>
        <translation>邻居取自平面，因为无法再次读取该训练记录：%1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::NeighbourModel</name>
    <message>
        <source>Sample %1, %2</source>
        <translation>样本 %1，%2</translation>
    </message>
    <message>
        <source>, predicted %1 (wrong)</source>
        <translation>，预测 %1（错误）</translation>
    </message>
    <message>
        <source>, predicted %1</source>
        <translation>，预测 %1</translation>
    </message>
    <message>
        <source>, gained since the last epoch</source>
        <translation>，自上一轮次新增</translation>
    </message>
    <message>
        <source>, lost since the last epoch</source>
        <translation>，自上一轮次失去</translation>
    </message>
    <message>
        <source>, at a distance of %1</source>
        <translation>，距离 %1</translation>
    </message>
    <message>
        <source>, with an influence of %1</source>
        <translation>，影响为 %1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::NeighbourSection</name>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Distance, prediction</source>
        <translation>距离、预测</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Sample, label</source>
        <translation>样本、标签</translation>
    </message>
    <message>
        <source>Gained and lost</source>
        <translation>新增与失去</translation>
    </message>
    <message>
        <source>Click or Enter selects a neighbour, with Shift adds it</source>
        <translation>点击或回车选中邻居，按住 Shift 则加入选择</translation>
    </message>
    <message>
        <source>from the folder</source>
        <translation>来自文件夹</translation>
    </message>
    <message>
        <source>nearest in the plane, at the playhead</source>
        <translation>播放头处平面上最近的</translation>
    </message>
    <message>
        <source>+%1 −%2</source>
        <translation>+%1 −%2</translation>
    </message>
    <message>
        <source>%1 gained and %2 lost</source>
        <translation>新增 %1，失去 %2</translation>
    </message>
    <message>
        <source>%1 since epoch %2</source>
        <translation>%1（自轮次 %2）</translation>
    </message>
    <message>
        <source>%1, compared with the playhead one epoch earlier</source>
        <translation>%1，与播放头早一个轮次时相比</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nearest in feature space</source>
        <translation>特征空间中最近</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>影响</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Opener</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>你是要打开 %1 吗？</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>The folder no longer exists; it was removed from the list.</source>
        <translation>该文件夹已不存在；已从列表中移除。</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Choose a projection</source>
        <translation>选择投影</translation>
    </message>
    <message>
        <source>This run has several projections:</source>
        <translation>此次训练有多个投影：</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未能打开</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>无法打开 %1。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open a dataset folder or a recording</source>
        <translation>打开数据集文件夹或训练记录</translation>
    </message>
    <message>
        <source>Features and tables (*.npy *.npz *.csv *.tsv *.jsonl *.json)</source>
        <translation>特征和表格 (*.npy *.npz *.csv *.tsv *.jsonl *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Principal components of the recording, computed now</source>
        <translation>训练记录的主成分（现在计算）</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>拖放的内容</translation>
    </message>
    <message>
        <source>Drop one folder or file at a time.</source>
        <translation>一次只能拖放一个文件夹或文件。</translation>
    </message>
    <message>
        <source>Only files and folders of this computer can be dropped.</source>
        <translation>只能拖放本机上的文件和文件夹。</translation>
    </message>
    <message>
        <source>Did you mean %1 with the labels of %2?</source>
        <translation>你是要打开 %1（标签来自 %2）吗？</translation>
    </message>
    <message>
        <source>Open features, a table of positions or a workspace</source>
        <translation>打开特征、位置表格或工作区</translation>
    </message>
    <message>
        <source>Workspaces (*.epochscope)</source>
        <translation>工作区 (*.epochscope)</translation>
    </message>
    <message>
        <source>Waiting for the first epoch of %1</source>
        <translation>正在等待 %1 的第一个轮次</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A workspace is no dataset: compare with the folder that it opens.</source>
        <translation>工作区不是数据集：请与它打开的文件夹比较。</translation>
    </message>
    <message>
        <source>Compare with a dataset folder or a recording</source>
        <translation>与数据集文件夹或训练记录比较</translation>
    </message>
</context>
<context>
    <name>epochscope::app::OptionForm</name>
    <message>
        <source>Advanced options</source>
        <translation>高级选项</translation>
    </message>
    <message>
        <source>Options that rarely need a change</source>
        <translation>很少需要更改的选项</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PickActions</name>
    <message>
        <source>Drag to &amp;pan</source>
        <translation>拖动以平移(&amp;P)</translation>
    </message>
    <message>
        <source>Drag to move the picture (%1)</source>
        <translation>拖动以移动画面（%1）</translation>
    </message>
    <message>
        <source>Drag a &amp;box</source>
        <translation>拖出方框(&amp;B)</translation>
    </message>
    <message>
        <source>Draw a &amp;lasso</source>
        <translation>画套索(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Replace what was picked</source>
        <translation>替换已挑出的样本(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add to what was picked</source>
        <translation>加入已挑出的样本(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Subtract from what was picked</source>
        <translation>从已挑出的样本中减去(&amp;S)</translation>
    </message>
    <message>
        <source>Drag to pick the samples in a box (%1, or Shift while panning); Ctrl adds, Shift subtracts</source>
        <translation>拖出方框，挑出其中的样本（%1；平移时按住 Shift）；Ctrl 加入，Shift 减去</translation>
    </message>
    <message>
        <source>Drag to pick the samples in a lasso (%1, or Ctrl while panning); Ctrl adds, Shift subtracts</source>
        <translation>画出套索，挑出其中的样本（%1；平移时按住 Ctrl）；Ctrl 加入，Shift 减去</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>工具(&amp;O)</translation>
    </message>
    <message>
        <source>Draw a box by &amp;keys</source>
        <translation>用按键画方框(&amp;K)</translation>
    </message>
    <message>
        <source>Draw a lasso b&amp;y keys</source>
        <translation>用按键画套索(&amp;Y)</translation>
    </message>
    <message>
        <source>How picks co&amp;mbine</source>
        <translation>挑出方式(&amp;M)</translation>
    </message>
    <message>
        <source>Pick &amp;all shown samples</source>
        <translation>挑出所有显示的样本(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Invert the picks</source>
        <translation>反选(&amp;I)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PlaceActions</name>
    <message>
        <source>Inspect the position in the &amp;middle</source>
        <translation>查看画面中央的位置(&amp;M)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PlaceFinder</name>
    <message>
        <source>The folder has no map back to feature space.</source>
        <translation>该文件夹没有保存可回到特征空间的映射。</translation>
    </message>
    <message>
        <source>The folder does not say which recording it was made of.</source>
        <translation>该文件夹没有说明它由哪个训练记录生成。</translation>
    </message>
    <message>
        <source>The nearest samples cannot be read from the recording: %1</source>
        <translation>无法从训练记录中查找邻近样本：%1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PlacePanel</name>
    <message>
        <source>Nearest in feature space</source>
        <translation>特征空间中最近的样本</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>The prediction at this position</source>
        <translation>此位置的预测</translation>
    </message>
    <message>
        <source>prediction there at epoch %1</source>
        <translation>轮次 %1 在该处的预测</translation>
    </message>
    <message>
        <source>the prediction there is unknown at epoch %1</source>
        <translation>轮次 %1 没有该处的预测</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Position %1, %2</source>
        <translation>位置 %1, %2</translation>
    </message>
    <message>
        <source>by the distance of their features from those of this position</source>
        <translation>按样本特征与此位置特征之间的距离</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PlaybackActions</name>
    <message>
        <source>To the &amp;first epoch</source>
        <translation>到第一个轮次(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Previous epoch</source>
        <translation>上一轮次(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next epoch</source>
        <translation>下一轮次(&amp;N)</translation>
    </message>
    <message>
        <source>Ten epochs back</source>
        <translation>后退十个轮次</translation>
    </message>
    <message>
        <source>Ten epochs forward</source>
        <translation>前进十个轮次</translation>
    </message>
    <message>
        <source>To the &amp;last epoch</source>
        <translation>到最后一个轮次(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation>循环(&amp;O)</translation>
    </message>
    <message>
        <source>Play &amp;backwards</source>
        <translation>倒放(&amp;B)</translation>
    </message>
    <message>
        <source>Fa&amp;ster</source>
        <translation>加快(&amp;S)</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>减慢(&amp;W)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PresetPicker</name>
    <message>
        <source>Probably mislabelled</source>
        <translation>可能标错</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>模棱两可</translation>
    </message>
    <message>
        <source>Easy to learn</source>
        <translation>容易学</translation>
    </message>
    <message>
        <source>Often forgotten</source>
        <translation>经常被遗忘</translation>
    </message>
    <message>
        <source>Never learnt</source>
        <translation>从未学会</translation>
    </message>
    <message>
        <source>Low confidence in the label and low variability: the model is confident in another class</source>
        <translation>对标签的置信度低且变化小：模型确信是别的类别</translation>
    </message>
    <message>
        <source>High variability, or a confidence that is neither high nor low</source>
        <translation>变化大，或置信度不高也不低</translation>
    </message>
    <message>
        <source>High confidence in the label and low variability</source>
        <translation>对标签的置信度高且变化小</translation>
    </message>
    <message>
        <source>Predicted correctly, then wrongly, at least the given number of times</source>
        <translation>先预测正确、后预测错误的次数不少于指定值</translation>
    </message>
    <message>
        <source>Never predicted correctly</source>
        <translation>从未预测正确</translation>
    </message>
    <message>
        <source>%1: %2 picked</source>
        <translation>%1：挑出 %2 个</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ProgressStrip</name>
    <message>
        <source>about %1 left</source>
        <translation>约剩 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel; the open dataset stays</source>
        <translation>取消；已打开的数据集保持不变</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ProjectDialog</name>
    <message>
        <source>The projection is still running. Its last checkpoint is kept.</source>
        <translation>投影仍在进行。最后的检查点会保留。</translation>
    </message>
    <message>
        <source>The projection is still running. What it has computed would be lost.</source>
        <translation>投影仍在进行。已计算的内容将会丢失。</translation>
    </message>
    <message>
        <source>%1 Not shown: %2</source>
        <translation>%1不显示：%2</translation>
    </message>
    <message>
        <source>The map of another folder</source>
        <translation>另一个文件夹的映射</translation>
    </message>
    <message>
        <source>Choose the folder whose map is used</source>
        <translation>选择使用其映射的文件夹</translation>
    </message>
    <message>
        <source>Map of</source>
        <translation>映射来源</translation>
    </message>
    <message>
        <source>Map &amp;of</source>
        <translation>映射来源(&amp;O)</translation>
    </message>
    <message>
        <source>A folder made by PCA, TimeVis, DVI or spacetime (Alt+O)</source>
        <translation>由 PCA、TimeVis、DVI 或时空布局生成的文件夹 (Alt+O)</translation>
    </message>
    <message>
        <source>Fill in: %1.</source>
        <translation>请填写：%1。</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>投影(&amp;P)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Project a recording</source>
        <translation>投影训练记录</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Projection method (Alt+M)</source>
        <translation>投影方法 (Alt+M)</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>The folder with dataset/labels.npy and epochs/epoch_&lt;k&gt;/embeddings.npy (Alt+R)</source>
        <translation>含有 dataset/labels.npy 和 epochs/epoch_&lt;k&gt;/embeddings.npy 的文件夹 (Alt+R)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻居</translation>
    </message>
    <message>
        <source>How many nearest neighbours in feature space are listed for each sample, of its own and of other classes each (Alt+N)</source>
        <translation>每个样本列出多少个特征空间中的最近邻，本类和其他类各列这么多 (Alt+N)</translation>
    </message>
    <message>
        <source>Euclidean</source>
        <translation>欧氏距离</translation>
    </message>
    <message>
        <source>Cosine: by the angle between embeddings</source>
        <translation>余弦：按嵌入之间的夹角</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Distance between embeddings (Alt+D)</source>
        <translation>嵌入之间的距离 (Alt+D)</translation>
    </message>
    <message>
        <source>Arrays (.npy): open at once whatever their size</source>
        <translation>数组 (.npy)：无论多大都能立即打开</translation>
    </message>
    <message>
        <source>Sequence-Scatter (data.json)</source>
        <translation>Sequence-Scatter (data.json)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>How the folder is written (Alt+F)</source>
        <translation>文件夹的写入格式 (Alt+F)</translation>
    </message>
    <message>
        <source>Folder to write</source>
        <translation>写入的文件夹</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Project it, write the folder and open it (Enter)</source>
        <translation>投影、写入文件夹并打开 (回车)</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>训练记录(&amp;R)</translation>
    </message>
    <message>
        <source>Choose the recording&apos;s folder</source>
        <translation>选择训练记录的文件夹</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>方法(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Neighbours</source>
        <translation>邻居(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Distance</source>
        <translation>距离(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Write to</source>
        <translation>写入到(&amp;W)</translation>
    </message>
    <message>
        <source>Choose an empty folder to write</source>
        <translation>选择要写入的空文件夹</translation>
    </message>
    <message>
        <source>Writes the folder, then opens it.</source>
        <translation>写入文件夹，然后打开。</translation>
    </message>
    <message>
        <source>Opening the recording…</source>
        <translation>正在打开训练记录…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消。未写入任何内容。</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Choose the folder of a recording.</source>
        <translation>请选择训练记录的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>%1 is not a recording: it needs dataset/labels.npy, and epochs/epoch_&lt;k&gt;/embeddings.npy for each epoch.</source>
        <translation>%1 不是训练记录：需要 dataset/labels.npy，以及每个轮次的 epochs/epoch_&lt;k&gt;/embeddings.npy。</translation>
    </message>
    <message>
        <source>Name a folder to write.</source>
        <translation>请指定要写入的文件夹。</translation>
    </message>
    <message>
        <source>Name the folder to write with its whole path.</source>
        <translation>请用完整路径指定要写入的文件夹。</translation>
    </message>
    <message>
        <source>%1 already exists.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>The folder %1 is not empty; name one that is not there yet.</source>
        <translation>文件夹 %1 不为空；请指定一个尚不存在的文件夹。</translation>
    </message>
    <message>
        <source>Nothing can be written into %1.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Paint the &amp;landscape of each epoch</source>
        <translation>绘制每个轮次的分类景观(&amp;L)</translation>
    </message>
    <message>
        <source>Writes what is predicted where in the plane as backgrounds. The window paints it coarsely where a folder has none (Alt+L)</source>
        <translation>把平面各处的预测结果写成背景。文件夹没有背景时，窗口会粗略绘制 (Alt+L)</translation>
    </message>
    <message>
        <source>%p%, about %1 left</source>
        <translation>%p%，约剩 %1</translation>
    </message>
    <message>
        <source>Cancelled. The checkpoint is beside the folder.</source>
        <translation>已取消。学到的内容保存在文件夹旁。</translation>
    </message>
    <message>
        <source>Choose the folder whose map places the samples.</source>
        <translation>请选择用其映射安放样本的文件夹。</translation>
    </message>
    <message>
        <source>A new or an empty folder; it appears once it is complete (Alt+W)</source>
        <translation>新建或空的文件夹；全部写完后才会出现 (Alt+W)</translation>
    </message>
    <message>
        <source>&amp;Continue the cancelled run</source>
        <translation>继续上次取消的运行(&amp;C)</translation>
    </message>
    <message>
        <source>A cancelled run with the same settings left a checkpoint beside the folder. Otherwise it starts anew, and the checkpoint is lost (Alt+C)</source>
        <translation>以相同设置取消的运行在文件夹旁留下了检查点。不勾选则重新开始，检查点将丢失 (Alt+C)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Places samples by the map of a folder that was projected before, without learning: other samples or later epochs of the same run.</source>
        <translation>用以前投影过的文件夹的映射来安放样本，不再学习：同一次训练的其他样本，或其后续轮次。</translation>
    </message>
    <message>
        <source>Expected time</source>
        <translation>预计用时</translation>
    </message>
    <message>
        <source>Estimated from the size of the recording, the options, and how fast this machine is</source>
        <translation>根据记录的大小、选项和本机速度估计</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ProjectJob</name>
    <message>
        <source>Projecting…</source>
        <translation>正在投影…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Epoch %1 (%2 of %3)…</source>
        <translation>轮次 %1（第 %2 个，共 %3 个）…</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>散度</translation>
    </message>
    <message>
        <source>path stress</source>
        <translation>路径应力</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>遍</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>样本对</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>held</source>
        <translation>牵制</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Projector</name>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PrototypeActions</name>
    <message>
        <source>&amp;Prototypes as stars</source>
        <translation>以星形显示原型(&amp;P)</translation>
    </message>
    <message>
        <source>How &amp;many prototypes</source>
        <translation>原型数目(&amp;M)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PrototypePanel</name>
    <message>
        <source>Whether prototypes can be computed</source>
        <translation>能否计算原型</translation>
    </message>
    <message>
        <source>How prototypes were found</source>
        <translation>原型是如何得到的</translation>
    </message>
    <message>
        <source>Prototype signals over batches</source>
        <translation>各批次的原型信号</translation>
    </message>
    <message>
        <source>Draw a &amp;batch</source>
        <translation>抽取一批(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Statistics of the batch</source>
        <translation>该批的统计</translation>
    </message>
    <message>
        <source>The sample whose prototypes are listed</source>
        <translation>列出其原型的样本</translation>
    </message>
    <message>
        <source>This folder has no prototypes.</source>
        <translation>此文件夹没有原型。</translation>
    </message>
    <message>
        <source>Compute prototypes…</source>
        <translation>计算原型…</translation>
    </message>
    <message>
        <source>Cluster the embeddings of each epoch and store the prototypes in the folder</source>
        <translation>对每个轮次的嵌入聚类，并把原型存入文件夹</translation>
    </message>
    <message>
        <source>How many prototypes</source>
        <translation>原型数目</translation>
    </message>
    <message>
        <source>The number of clusters to show</source>
        <translation>要显示的聚类数</translation>
    </message>
    <message>
        <source>Show prototypes as stars</source>
        <translation>以星形显示原型</translation>
    </message>
    <message>
        <source>Prototypes as stars over the samples, the larger the more samples they have (Shift+P)</source>
        <translation>在样本之上以星形显示原型，样本越多星形越大 (Shift+P)</translation>
    </message>
    <message>
        <source>Seed of the batch</source>
        <translation>批次的随机种子</translation>
    </message>
    <message>
        <source>The same seed draws the same batch</source>
        <translation>相同的种子抽取相同的批次</translation>
    </message>
    <message>
        <source>Draw a batch</source>
        <translation>抽取一批</translation>
    </message>
    <message>
        <source>Draws a random batch and links samples that share a prototype</source>
        <translation>随机抽取一批样本，并把共享同一原型的样本连起来</translation>
    </message>
    <message>
        <source>Clear the batch</source>
        <translation>清除该批次</translation>
    </message>
    <message>
        <source>Hides the batch</source>
        <translation>隐藏该批次</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>种子(&amp;E)：</translation>
    </message>
    <message>
        <source>Select a sample to see which prototypes pull and push it.</source>
        <translation>选择一个样本，查看哪些原型拉近它、推远它。</translation>
    </message>
    <message>
        <source>Sample %1: the %2 nearest pull it, %3 of the others push it.</source>
        <translation>样本 %1：最近的 %2 个拉近它，其余中有 %3 个推远它。</translation>
    </message>
    <message>
        <source>Show as s&amp;tars</source>
        <translation>显示为星形(&amp;T)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PrototypeWords</name>
    <message>
        <source>Counting repeated prototypes as one changes the accuracy but not the loss, since equal columns have equal logits.</source>
        <translation>把重复的原型算作一个会改变准确率，但不改变损失，因为相同的列有相同的 logits。</translation>
    </message>
    <message>
        <source>%1 prototypes</source>
        <translation>%1 个原型</translation>
    </message>
    <message>
        <source>Clusters recorded by the run.</source>
        <translation>聚类为训练时所记录。</translation>
    </message>
    <message>
        <source>Clusters by k-means at each epoch.</source>
        <translation>聚类由 k-means 得到，每个轮次各自进行。</translation>
    </message>
    <message>
        <source>Projected by the map of the samples.</source>
        <translation>由样本的映射投影。</translation>
    </message>
    <message>
        <source>At the weighted centres of their samples, since this projection has no map.</source>
        <translation>位于其样本的加权中心，因为此投影没有映射。</translation>
    </message>
    <message>
        <source>acc_proto is %1 % in sample order, at most %2 %: the %3 samples of a batch have %4 prototypes (%5 % expected for equal clusters). With repeated prototypes counted as one it is %6 %.</source>
        <translation>按样本顺序编号，acc_proto 为 %1 %，且不可能超过 %2 %：一批的 %3 个样本只有 %4 个原型（大小相同的聚类期望为 %5 %）。把重复的原型算作一个时为 %6 %。</translation>
    </message>
    <message>
        <source>Cross-entropy: %1, lower bound %2.</source>
        <translation>交叉熵：%1，下限 %2。</translation>
    </message>
    <message>
        <source>Loss: pull %1, push %2.</source>
        <translation>损失：拉近项 %1，推远项 %2。</translation>
    </message>
    <message>
        <source>%1 samples have %2 of %3 prototypes: %4 collide, so that at most U/B = %5 % can be correct in sample order. One prototype occurs %6 times.</source>
        <translation>%1 个样本占用 %3 个原型中的 %2 个：%4 个发生碰撞，按顺序编号时最多有 U/B = %5 % 正确。有一个原型出现 %6 次。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::RecentFolders</name>
    <message>
        <source>&amp;Clear the list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::RecordingBar</name>
    <message>
        <source>How the recording is shown</source>
        <translation>训练记录的显示方式</translation>
    </message>
    <message>
        <source>Project…</source>
        <translation>投影…</translation>
    </message>
    <message>
        <source>A recording, shown by its two principal components (PCA): the plane shows %1 % of the variance.</source>
        <translation>这是一份训练记录，以两个主成分 (PCA) 显示：平面展示了 %1 % 的方差。</translation>
    </message>
    <message>
        <source>Project it into a folder, by another method or with neighbours in feature space (Ctrl+P)</source>
        <translation>用其他方法或特征空间邻居将其投影为文件夹 (Ctrl+P)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::RemoteBackgrounds</name>
    <message>
        <source>epoch %1: %2</source>
        <translation>轮次 %1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 backgrounds fetched</source>
        <translation>获取了 %2 张背景中的 %1 张</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1；%2。</translation>
    </message>
    <message>
        <source>Type the address of the backgrounds.</source>
        <translation>请输入背景的网址。</translation>
    </message>
    <message>
        <source>The address must contain %1 for the epoch&apos;s number.</source>
        <translation>网址须含有 %1 以表示轮次编号。</translation>
    </message>
    <message>
        <source>This is not an address: %1</source>
        <translation>这不是网址：%1</translation>
    </message>
    <message>
        <source>Only http and https addresses can be fetched, not %1.</source>
        <translation>只能获取 http 和 https 网址，不支持 %1。</translation>
    </message>
    <message>
        <source>The address has no server.</source>
        <translation>网址中没有服务器。</translation>
    </message>
    <message>
        <source>Addresses with a user name or password are not supported.</source>
        <translation>不支持含有用户名或密码的网址。</translation>
    </message>
    <message>
        <source>Open a dataset first.</source>
        <translation>请先打开数据集。</translation>
    </message>
    <message>
        <source>Cancelled: %1 of %2 backgrounds fetched.</source>
        <translation>已取消：获取了 %2 张背景中的 %1 张。</translation>
    </message>
    <message>
        <source>epoch %1: %2; the earlier picture is shown</source>
        <translation>轮次 %1：%2；显示以前的图片</translation>
    </message>
</context>
<context>
    <name>epochscope::app::RemoteDownload</name>
    <message>
        <source>no data arrived for %1 seconds</source>
        <translation>%1 秒内没有收到任何数据</translation>
    </message>
    <message>
        <source>the server redirects to “%1”, which is not allowed</source>
        <translation>服务器重定向到“%1”，这不被允许</translation>
    </message>
    <message>
        <source>the file is larger than %1 MB</source>
        <translation>文件大于 %1 MB</translation>
    </message>
    <message>
        <source>the server redirects more than %1 times</source>
        <translation>服务器重定向超过 %1 次</translation>
    </message>
    <message>
        <source>the file did not come whole within %1 seconds</source>
        <translation>文件未在 %1 秒内完整到达</translation>
    </message>
    <message>
        <source>the server does not answer as one for web pages does</source>
        <translation>服务器的应答不是网页服务器的应答</translation>
    </message>
    <message>
        <source>the server answers “%1”</source>
        <translation>服务器应答“%1”</translation>
    </message>
    <message>
        <source>the server sends the file as “%1”, which was not asked for</source>
        <translation>服务器以未请求的“%1”形式发送文件</translation>
    </message>
    <message>
        <source>the connection ended before the file was whole</source>
        <translation>文件尚未完整，连接就已结束</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Ribbon</name>
    <message>
        <source>Predictions over all epochs</source>
        <translation>所有轮次的预测</translation>
    </message>
    <message>
        <source>Epoch %1: </source>
        <translation>轮次 %1：</translation>
    </message>
    <message>
        <source>no prediction</source>
        <translation>没有预测</translation>
    </message>
    <message>
        <source>predicted %1 (wrong)</source>
        <translation>预测 %1（错误）</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>, confidence %1</source>
        <translation>，置信度 %1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::SampleFactsView</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>%1 (wrong)</source>
        <translation>%1（错误）</translation>
    </message>
</context>
<context>
    <name>epochscope::app::SamplePanel</name>
    <message>
        <source>Intra-class neighbours</source>
        <translation>类内邻居</translation>
    </message>
    <message>
        <source>Inter-class neighbours</source>
        <translation>类间邻居</translation>
    </message>
    <message>
        <source>Index of the sample</source>
        <translation>样本编号</translation>
    </message>
    <message>
        <source>Type the index of a sample, Enter selects it</source>
        <translation>输入样本编号，按回车选中</translation>
    </message>
    <message>
        <source>Which of the selected samples is shown</source>
        <translation>显示所选样本中的哪一个</translation>
    </message>
    <message>
        <source>Which of the selected samples is shown here</source>
        <translation>此处显示所选样本中的哪一个</translation>
    </message>
    <message>
        <source>0 to %1</source>
        <translation>0 到 %1</translation>
    </message>
    <message>
        <source>Of %1 selected</source>
        <translation>已选 %1 个</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Click a sample to see its details, or type its index.</source>
        <translation>点击一个样本以查看其详细信息，或输入其编号。</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>未打开任何内容。</translation>
    </message>
    <message>
        <source>There is no sample “%1”; indices go from 0 to %2.</source>
        <translation>没有样本“%1”；编号从 0 到 %2。</translation>
    </message>
    <message>
        <source>Click an empty spot to see the class predicted there.</source>
        <translation>点击空白处，查看该处的预测类别。</translation>
    </message>
    <message>
        <source>Sa&amp;mple</source>
        <translation>样本(&amp;M)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::SamplePicture</name>
    <message>
        <source>Picture of the sample</source>
        <translation>样本图片</translation>
    </message>
    <message>
        <source>The picture of sample %1</source>
        <translation>样本 %1 的图片</translation>
    </message>
    <message>
        <source>There is no picture of sample %1</source>
        <translation>样本 %1 没有图片</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>无图片</translation>
    </message>
</context>
<context>
    <name>epochscope::app::SignalWords</name>
    <message>
        <source>the sample&apos;s label</source>
        <translation>样本的标签</translation>
    </message>
    <message>
        <source>mark of samples made hard or mislabelled on purpose</source>
        <translation>有意变难或标错的样本的记号</translation>
    </message>
    <message>
        <source>number of correct predictions</source>
        <translation>预测正确的次数</translation>
    </message>
    <message>
        <source>fraction of evaluations predicted correctly</source>
        <translation>预测正确的评估所占比例</translation>
    </message>
    <message>
        <source>mean probability of the label (confidence)</source>
        <translation>标签概率的均值（置信度）</translation>
    </message>
    <message>
        <source>variance of the label&apos;s probability</source>
        <translation>标签概率的方差</translation>
    </message>
    <message>
        <source>maximum probability of the label</source>
        <translation>标签概率的最大值</translation>
    </message>
    <message>
        <source>minimum probability of the label</source>
        <translation>标签概率的最小值</translation>
    </message>
    <message>
        <source>number of changes from correct to wrong</source>
        <translation>由正确变为错误的次数</translation>
    </message>
    <message>
        <source>number of changes from wrong to correct</source>
        <translation>由错误变为正确的次数</translation>
    </message>
    <message>
        <source>evaluation at which it was first forgotten (0: never)</source>
        <translation>首次被遗忘的评估（0：从未）</translation>
    </message>
    <message>
        <source>evaluation at which it was first learnt (0: never)</source>
        <translation>首次学会的评估（0：从未）</translation>
    </message>
    <message>
        <source>standard deviation of the label&apos;s probability</source>
        <translation>标签概率的标准差</translation>
    </message>
    <message>
        <source>c (1 − c) of the label&apos;s mean probability c</source>
        <translation>标签平均概率 c 的 c (1 − c)</translation>
    </message>
    <message>
        <source>mean margin (area under the margin)</source>
        <translation>平均间隔（间隔下面积）</translation>
    </message>
    <message>
        <source>mean length of the error vector</source>
        <translation>误差向量的平均长度</translation>
    </message>
    <message>
        <source>mean of p (1 − p), p the label&apos;s probability</source>
        <translation>p (1 − p) 的均值，p 为标签概率</translation>
    </message>
    <message>
        <source>number of times forgotten (1000: never correct)</source>
        <translation>被遗忘的次数（1000：从未正确）</translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>number of evaluations</source>
        <translation>评估次数</translation>
    </message>
    <message>
        <source>share of its nearest in feature space with another label (empty: features are not known)</source>
        <translation>特征空间中最近者里标签不同的比例（空：特征未知）</translation>
    </message>
    <message>
        <source>how likely the label is wrong, by predictions and, where its column has values, by neighbour_disagreement</source>
        <translation>标签有误的可能程度：依据预测，并在 neighbour_disagreement 一列有值时也依据它</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>记号</translation>
    </message>
    <message>
        <source>Times correct</source>
        <translation>正确次数</translation>
    </message>
    <message>
        <source>Share correct</source>
        <translation>正确比例</translation>
    </message>
    <message>
        <source>Mean label probability</source>
        <translation>标签平均概率</translation>
    </message>
    <message>
        <source>Label variance</source>
        <translation>标签概率方差</translation>
    </message>
    <message>
        <source>Highest label probability</source>
        <translation>标签最高概率</translation>
    </message>
    <message>
        <source>Lowest label probability</source>
        <translation>标签最低概率</translation>
    </message>
    <message>
        <source>Times forgotten</source>
        <translation>遗忘次数</translation>
    </message>
    <message>
        <source>Times learnt</source>
        <translation>学会次数</translation>
    </message>
    <message>
        <source>First forgotten</source>
        <translation>首次遗忘</translation>
    </message>
    <message>
        <source>First learnt</source>
        <translation>首次学会</translation>
    </message>
    <message>
        <source>Variability</source>
        <translation>波动</translation>
    </message>
    <message>
        <source>Closeness to a threshold</source>
        <translation>接近阈值程度</translation>
    </message>
    <message>
        <source>Mean margin</source>
        <translation>平均间隔</translation>
    </message>
    <message>
        <source>Mean error length</source>
        <translation>平均误差长度</translation>
    </message>
    <message>
        <source>Data uncertainty</source>
        <translation>数据不确定性</translation>
    </message>
    <message>
        <source>Forgetfulness</source>
        <translation>遗忘程度</translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>评估次数</translation>
    </message>
    <message>
        <source>Neighbour disagreement</source>
        <translation>邻居异议</translation>
    </message>
    <message>
        <source>Suspicion</source>
        <translation>可疑程度</translation>
    </message>
</context>
<context>
    <name>epochscope::app::SizeChoice</name>
    <message>
        <source>Keep the aspect ratio</source>
        <translation>保持宽高比</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>%1× the canvas</source>
        <translation>画布的 %1 倍</translation>
    </message>
    <message>
        <source>In pixels</source>
        <translation>按像素</translation>
    </message>
    <message>
        <source>Width and height change together</source>
        <translation>宽和高一起变化</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>In millimetres</source>
        <translation>按毫米</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>宽度（毫米）</translation>
    </message>
    <message>
        <source>Height in millimetres</source>
        <translation>高度（毫米）</translation>
    </message>
    <message>
        <source>In inches</source>
        <translation>按英寸</translation>
    </message>
    <message>
        <source>Width in inches</source>
        <translation>宽度（英寸）</translation>
    </message>
    <message>
        <source>Height in inches</source>
        <translation>高度（英寸）</translation>
    </message>
    <message>
        <source>The size of the picture: relative to the canvas, or on paper</source>
        <translation>图片的大小：相对于画布，或在纸上</translation>
    </message>
    <message>
        <source>%1, up to %2</source>
        <translation>%1，最大 %2</translation>
    </message>
    <message>
        <source>Letters: </source>
        <translation>文字：</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Height of letters in points</source>
        <translation>文字高度（磅）</translation>
    </message>
    <message>
        <source>The height of letters on paper; samples and lines become larger with them</source>
        <translation>纸上文字的高度；样本与线条随之变大</translation>
    </message>
</context>
<context>
    <name>epochscope::app::StatusLine</name>
    <message>
        <source>Under the pointer</source>
        <translation>指针所指</translation>
    </message>
    <message>
        <source>Open dataset</source>
        <translation>已打开的数据集</translation>
    </message>
    <message>
        <source>Problems with the folder</source>
        <translation>文件夹的问题</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 条警告</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 条警告</translation>
    </message>
    <message>
        <source>Show the picked samples in a table (Ctrl+3); Esc unpicks them</source>
        <translation>在表格中显示挑出的样本 (Ctrl+3)；按 Esc 取消挑出</translation>
    </message>
    <message>
        <source>Picked: %1</source>
        <translation>已挑出：%1</translation>
    </message>
    <message>
        <source>1 alert</source>
        <translation>1 个警报</translation>
    </message>
    <message>
        <source>%1 alerts</source>
        <translation>%1 个警报</translation>
    </message>
    <message>
        <source>Click to go to the last one</source>
        <translation>单击转到最后一个</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Task</name>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足，无法完成。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::TextOverlay</name>
    <message>
        <source>Samples in 2×2 pixels</source>
        <translation>2×2 像素内的样本数</translation>
    </message>
    <message>
        <source>Neighbours kept</source>
        <translation>保留的邻居</translation>
    </message>
    <message>
        <source>Samples of a prototype</source>
        <translation>原型的样本数</translation>
    </message>
    <message>
        <source>%1 (log)</source>
        <translation>%1（对数）</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Timeline</name>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>movement</source>
        <translation>移动量</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>%1 epochs/s</source>
        <translation>%1 轮次/秒</translation>
    </message>
    <message>
        <source>%1 epoch/s</source>
        <translation>%1 轮次/秒</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast it plays (slower: [, faster: ])</source>
        <translation>播放速度（减慢：[，加快：]）</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>neighbours preserved</source>
        <translation>邻居保留</translation>
    </message>
    <message>
        <source>trustworthiness</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>neighbours at other epochs</source>
        <translation>其他轮次的邻居</translation>
    </message>
    <message>
        <source>Of the samples of other epochs that are nearest in feature space, the fraction that are nearest in the projection (cross_nn): 1 if all are.</source>
        <translation>其他轮次中在特征空间里最近的样本，有多大比例在投影中也最近（cross_nn）：全部如此时为 1。</translation>
    </message>
    <message>
        <source>Whether neighbours in the projection are near in feature space: 1 if all are, about 0.5 by chance.</source>
        <translation>投影中的邻居在特征空间中是否也相近：全部相近为 1，随机约为 0.5。</translation>
    </message>
    <message>
        <source>The fraction of each sample&apos;s nearest neighbours in feature space that are among its nearest in the projection (nn_pv): 1 if all are.</source>
        <translation>每个样本在特征空间中的最近邻，有多大比例在投影中仍是它的最近邻 (nn_pv)：全部保留为 1。</translation>
    </message>
    <message>
        <source>Save the timeline as a picture…</source>
        <translation>把时间轴存为图片…</translation>
    </message>
    <message>
        <source>Save the timeline as a picture</source>
        <translation>把时间轴存为图片</translation>
    </message>
    <message>
        <source>Timeline written to %1</source>
        <translation>时间轴已写入 %1</translation>
    </message>
    <message>
        <source>The picture was not written: %1</source>
        <translation>图片未写出：%1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Track</name>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>轮次 %1</translation>
    </message>
    <message>
        <source>, %1 %2</source>
        <translation>，%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, %1: %2</source>
        <translation>，%1：%2</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ViewActions</name>
    <message>
        <source>&amp;Axes</source>
        <translation>坐标轴(&amp;A)</translation>
    </message>
    <message>
        <source>Class &amp;names</source>
        <translation>类别名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Epoch number</source>
        <translation>轮次编号(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>背景(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Trails of the selection</source>
        <translation>所选样本的轨迹(&amp;T)</translation>
    </message>
    <message>
        <source>Links to &amp;intra-class neighbours</source>
        <translation>类内邻居连线(&amp;I)</translation>
    </message>
    <message>
        <source>Links to inte&amp;r-class neighbours</source>
        <translation>类间邻居连线(&amp;R)</translation>
    </message>
    <message>
        <source>Ring &amp;wrong predictions</source>
        <translation>圈出错误预测(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Opacity by confidence</source>
        <translation>以不透明度表示置信度(&amp;O)</translation>
    </message>
    <message>
        <source>Background &amp;upside down</source>
        <translation>上下翻转背景(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Colour by prediction</source>
        <translation>按预测着色(&amp;C)</translation>
    </message>
    <message>
        <source>Colour-blind-&amp;safe colours</source>
        <translation>色盲友好配色(&amp;S)</translation>
    </message>
    <message>
        <source>E&amp;qual axes</source>
        <translation>等比例坐标轴(&amp;Q)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Whole frame</source>
        <translation>整个范围(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Fit the samples</source>
        <translation>缩放到样本(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Larger points</source>
        <translation>增大样本点(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller points</source>
        <translation>减小样本点(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Density where samples overlap</source>
        <translation>样本重叠处显示密度(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Single samples always</source>
        <translation>始终逐个显示样本(&amp;S)</translation>
    </message>
    <message>
        <source>D&amp;ensity always</source>
        <translation>始终显示密度(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Paint a landscape</source>
        <translation>绘制分类景观(&amp;P)</translation>
    </message>
    <message>
        <source>Paint the predicted class at each point, for folders without backgrounds (%1)</source>
        <translation>文件夹没有背景时，绘制平面各点的预测类别 (%1)</translation>
    </message>
    <message>
        <source>Colour by preser&amp;ved neighbours</source>
        <translation>按邻居保留着色(&amp;V)</translation>
    </message>
    <message>
        <source>Colour each sample by the fraction of its neighbours in feature space that are preserved in the projection (%1). File ▸ Measure trust finds it</source>
        <translation>按每个样本在特征空间中的邻居有多大比例在投影中仍是邻居来着色 (%1)。用“文件 ▸ 测量可信度”获得</translation>
    </message>
    <message>
        <source>&amp;Neighbours preserved (nn_pv)</source>
        <translation>邻居保留 (nn_pv)(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Trustworthiness</source>
        <translation>可信度(&amp;T)</translation>
    </message>
    <message>
        <source>Neighbours at &amp;other epochs (cross_nn)</source>
        <translation>其他轮次的邻居 (cross_nn)(&amp;O)</translation>
    </message>
    <message>
        <source>Trust in the t&amp;imeline</source>
        <translation>时间轴上的可信程度(&amp;I)</translation>
    </message>
    <message>
        <source>Landscape &amp;of interpolated heads</source>
        <translation>由插值的分类头绘制景观(&amp;O)</translation>
    </message>
    <message>
        <source>Between two epochs, paint the classes of an interpolated last layer for interpolated features, instead of cross-fading two pictures (%1)</source>
        <translation>在两个轮次之间，绘制插值的最后一层对插值特征给出的类别，而不是让两幅图交叉淡化 (%1)</translation>
    </message>
    <message>
        <source>Le&amp;gend of the classes</source>
        <translation>类别图例(&amp;G)</translation>
    </message>
    <message>
        <source>Pictures of samples where there is room</source>
        <translation>空间足够时显示样本图片</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Copied a picture of %1 × %2 pixels</source>
        <translation>已复制 %1 × %2 像素的图片</translation>
    </message>
    <message>
        <source>Colour by &amp;label</source>
        <translation>按标签着色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Labels and lines</source>
        <translation>标注与连线(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Points and density</source>
        <translation>样本点与密度(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Processor (raster)</source>
        <translation>处理器（光栅）(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Graphics card (OpenGL)</source>
        <translation>显卡 (OpenGL)(&amp;G)</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <translation>不显示(&amp;O)</translation>
    </message>
    <message>
        <source>Links to proponents and opponents</source>
        <translation>与支持者和反对者的连线</translation>
    </message>
</context>
<context>
    <name>epochscope::app::CanvasHint</name>
    <message>
        <source>Space plays · click a sample · X draws a box</source>
        <translation>空格键播放 · 点击样本 · X 键框选</translation>
    </message>
    <message>
        <source>Close this hint</source>
        <translation>关闭此提示</translation>
    </message>
</context>
<context>
    <name>epochscope::app::DropArea</name>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open a folder (Ctrl+O)</source>
        <translation>打开文件夹 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>A small network learns to read handwritten digits</source>
        <translation>一个小型网络学习识别手写数字</translation>
    </message>
    <message>
        <source>Drop it to open it</source>
        <translation>松开即可打开</translation>
    </message>
    <message>
        <source>Drop a dataset or a recording here</source>
        <translation>将数据集或训练记录拖放到此处</translation>
    </message>
</context>
<context>
    <name>epochscope::app::TrainingLines</name>
    <message>
        <source>From my training run</source>
        <translation>来自我的训练过程</translation>
    </message>
    <message>
        <source>Put these lines into your PyTorch script, then open the folder my-recording.</source>
        <translation>将以下代码加入你的 PyTorch 脚本，然后打开文件夹 my-recording。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy the lines of Python</source>
        <translation>复制这些 Python 代码</translation>
    </message>
    <message>
        <source>Lines of Python that write a recording</source>
        <translation>写出训练记录的 Python 代码</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Welcome</name>
    <message>
        <source>Recent folders</source>
        <translation>最近的文件夹</translation>
    </message>
</context>
<context>
    <name>epochscope::app::UnknownPath</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The folder holds %1.</source>
        <translation>该文件夹包含 %1。</translation>
    </message>
    <message>
        <source>The folder holds %1 and %2 more.</source>
        <translation>该文件夹包含 %1 等，另有 %2 项。</translation>
    </message>
    <message>
        <source>This is not a dataset or a recording.</source>
        <translation>这不是数据集，也不是训练记录。</translation>
    </message>
    <message>
        <source>It comes nearest to the format “%1” (%2), but it %3.</source>
        <translation>最接近的格式是“%1”（%2），不符之处：%3。</translation>
    </message>
    <message>
        <source>The manual&apos;s page “Formats” describes what can be opened.</source>
        <translation>手册的“文件格式”一页说明了可以打开的内容。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::AskToStop</name>
    <message>
        <source>Stop the work?</source>
        <translation>停止计算？</translation>
    </message>
    <message>
        <source>&amp;Stop it</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ClusterDialog</name>
    <message>
        <source>Compute prototypes</source>
        <translation>计算原型</translation>
    </message>
    <message>
        <source>Clusters the embeddings of each epoch by k-means and stores the prototypes in the open folder. Several numbers of clusters make several levels.</source>
        <translation>用 k-means 对每个轮次的嵌入聚类，并把原型存入打开的文件夹。给出多个聚类数时，每个数对应一个层级。</translation>
    </message>
    <message>
        <source>&amp;Numbers of clusters:</source>
        <translation>聚类数(&amp;N)：</translation>
    </message>
    <message>
        <source>Numbers of clusters</source>
        <translation>聚类数</translation>
    </message>
    <message>
        <source>Whole numbers, separated by commas</source>
        <translation>整数，用逗号分隔</translation>
    </message>
    <message>
        <source>What is wrong with the numbers</source>
        <translation>这些数的问题</translation>
    </message>
    <message>
        <source>&amp;Compute</source>
        <translation>计算(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter different whole numbers from 1 to %1, separated by commas.</source>
        <translation>请输入 1 到 %1 之间互不相同的整数，用逗号分隔。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Measurer</name>
    <message>
        <source>Nothing is open.</source>
        <translation>没有打开任何内容。</translation>
    </message>
    <message>
        <source>Wait until the running computation ends, or cancel it.</source>
        <translation>请等待正在进行的计算，或将其取消。</translation>
    </message>
    <message>
        <source>This is a recording: project it first (Ctrl+P).</source>
        <translation>这是一份训练记录：请先投影 (Ctrl+P)。</translation>
    </message>
    <message>
        <source>The folder does not say which recording it was made of.</source>
        <translation>文件夹没有注明由哪份训练记录生成。</translation>
    </message>
    <message>
        <source>The recording %1 was not found.</source>
        <translation>找不到训练记录 %1。</translation>
    </message>
    <message>
        <source>The folder already has prototypes.</source>
        <translation>文件夹中已有原型。</translation>
    </message>
    <message>
        <source>Measuring trust</source>
        <translation>正在测量可信度</translation>
    </message>
    <message>
        <source>Computing prototypes</source>
        <translation>正在计算原型</translation>
    </message>
    <message>
        <source>Prototypes written to %1</source>
        <translation>原型已写入 %1</translation>
    </message>
    <message>
        <source>Trust written to %1</source>
        <translation>可信度已写入 %1</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消。未写入任何内容。</translation>
    </message>
    <message>
        <source>Not computed</source>
        <translation>未能计算</translation>
    </message>
</context>
<context>
    <name>epochscope::app::MeasureActions</name>
    <message>
        <source>Compute protot&amp;ypes…</source>
        <translation>计算原型(&amp;Y)…</translation>
    </message>
    <message>
        <source>Cluster the embeddings of each epoch and store the prototypes in the folder</source>
        <translation>对每个轮次的嵌入聚类，并把原型存入文件夹</translation>
    </message>
    <message>
        <source>&amp;Measure trust</source>
        <translation>测量可信度(&amp;M)</translation>
    </message>
    <message>
        <source>Measure how faithful the projection is to the recording, and store it in the folder</source>
        <translation>测量投影对训练记录的忠实程度，并把结果存入文件夹</translation>
    </message>
</context>
<context>
    <name>epochscope::app::TimeWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Frame of the preview</source>
        <translation>预览的帧</translation>
    </message>
    <message>
        <source>Choose the frame that the preview shows</source>
        <translation>选择预览显示的帧</translation>
    </message>
    <message>
        <source>Frame %1 of %2</source>
        <translation>第 %1 帧，共 %2 帧</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ActionSearch</name>
    <message>
        <source>Search actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Words of an action or a setting</source>
        <translation>输入操作或设置的名称</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>找到的操作</translation>
    </message>
</context>
<context>
    <name>epochscope::app::KeyBrush</name>
    <message>
        <source>Arrow keys move the corner (with Shift by a pixel), Enter sets it, Esc leaves</source>
        <translation>方向键移动角点（按住 Shift 每次一个像素），回车确定，Esc 取消</translation>
    </message>
    <message>
        <source>Arrow keys move the corner (with Shift by a pixel), Enter sets it, Enter again closes the lasso, Esc leaves</source>
        <translation>方向键移动角点（按住 Shift 每次一个像素），回车确定，再按回车闭合套索，Esc 取消</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>epochscope::app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ContextMenus</name>
    <message>
        <source>&amp;Pick this class</source>
        <translation>挑出此类(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Add this class to the picks</source>
        <translation>把此类加入挑出的样本(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;ubtract this class from the picks</source>
        <translation>从挑出的样本中去掉此类(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;elect only this sample</source>
        <translation>只选中此样本(&amp;E)</translation>
    </message>
    <message>
        <source>Remove from the sele&amp;ction</source>
        <translation>从选择中移除(&amp;C)</translation>
    </message>
    <message>
        <source>Add to the sele&amp;ction</source>
        <translation>加入选择(&amp;C)</translation>
    </message>
    <message>
        <source>Remove from the pic&amp;ks</source>
        <translation>从挑出的样本中去掉(&amp;K)</translation>
    </message>
    <message>
        <source>Add to the pic&amp;ks</source>
        <translation>加入挑出的样本(&amp;K)</translation>
    </message>
    <message>
        <source>Stop highligh&amp;ting</source>
        <translation>取消突出显示(&amp;T)</translation>
    </message>
    <message>
        <source>Highligh&amp;t this class</source>
        <translation>突出显示此类(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Show this class</source>
        <translation>显示此类(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Hide this class</source>
        <translation>隐藏此类(&amp;H)</translation>
    </message>
    <message>
        <source>Show &amp;only this class</source>
        <translation>只显示此类(&amp;O)</translation>
    </message>
    <message>
        <source>Show a&amp;ll classes</source>
        <translation>显示所有类别(&amp;L)</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>Ca&amp;nvas</source>
        <translation>画布(&amp;N)</translation>
    </message>
    <message>
        <source>Highligh&amp;t these samples</source>
        <translation>突出显示这些样本(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Pick these samples</source>
        <translation>挑出这些样本(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Show these samples</source>
        <translation>显示这些样本(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Hide these samples</source>
        <translation>隐藏这些样本(&amp;H)</translation>
    </message>
    <message>
        <source>Show &amp;only these samples</source>
        <translation>只显示这些样本(&amp;O)</translation>
    </message>
    <message>
        <source>Show a&amp;ll samples</source>
        <translation>显示所有样本(&amp;L)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Picks</name>
    <message>
        <source>%1; left out, since their classes are hidden: %2</source>
        <translation>%1；类别被隐藏而未计入：%2</translation>
    </message>
    <message>
        <source>Picked: %1</source>
        <translation>已挑出：%1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::SettingsMenu</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言在下次启动时更改。</translation>
    </message>
    <message>
        <source>Of the system</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Renderer</source>
        <translation>渲染器</translation>
    </message>
    <message>
        <source>Play a folder when it is opened for the first time</source>
        <translation>首次打开文件夹时播放</translation>
    </message>
    <message>
        <source>From the first epoch to the last, once; a click stops it</source>
        <translation>从第一个轮次播放到最后一个轮次，一次；点击停止</translation>
    </message>
    <message>
        <source>Show hints</source>
        <translation>显示提示</translation>
    </message>
    <message>
        <source>Hints about the first steps, on the canvas</source>
        <translation>在画布上显示入门提示</translation>
    </message>
    <message>
        <source>Open folders at their first epoch</source>
        <translation>文件夹打开在第一个轮次</translation>
    </message>
    <message>
        <source>Instead of their last, and without playing</source>
        <translation>而不是最后一个轮次，也不播放</translation>
    </message>
    <message>
        <source>Follow folders that grow</source>
        <translation>跟随增长的文件夹</translation>
    </message>
    <message>
        <source>New epochs of a run are shown as they come</source>
        <translation>训练的新轮次一出现就显示</translation>
    </message>
    <message>
        <source>Notify me of alerts</source>
        <translation>有警报时通知我</translation>
    </message>
    <message>
        <source>The desktop says so when a run that is followed raises an alert while another window is in front</source>
        <translation>跟随的训练出现警报而其他窗口在前面时，由桌面通知</translation>
    </message>
</context>
<context>
    <name>epochscope::app::CorrectedExport</name>
    <message>
        <source>The labels were not written: %1</source>
        <translation>标签未写入：%1</translation>
    </message>
    <message>
        <source>Export corrected labels</source>
        <translation>导出更正后的标签</translation>
    </message>
    <message>
        <source>Table, with an array beside it (*.csv)</source>
        <translation>表格，旁边另有数组 (*.csv)</translation>
    </message>
    <message>
        <source>The labels are not written: %1 are the labels of the folder, which stay as they are.</source>
        <translation>标签未写入：%1 是该文件夹自己的标签，须保持原样。</translation>
    </message>
    <message>
        <source>Replace the array?</source>
        <translation>替换数组？</translation>
    </message>
    <message>
        <source>%1 exists already. It is written beside the table.</source>
        <translation>%1 已存在。它写在表格旁边。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Labels changed: %1 of %2. Written to %3 and %4.</source>
        <translation>改动的标签：%1/%2。已写入 %3 和 %4。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Review</name>
    <message>
        <source>Revie&amp;w the picked samples…</source>
        <translation>复核挑出的样本(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Keep the decisions in another file…</source>
        <translation>把决定存到另一个文件(&amp;K)…</translation>
    </message>
    <message>
        <source>Export corrected la&amp;bels…</source>
        <translation>导出更正后的标签(&amp;B)…</translation>
    </message>
    <message>
        <source>No sample is picked.</source>
        <translation>没有挑出样本。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>labelled %1, no prediction</source>
        <translation>标签 %1，无预测</translation>
    </message>
    <message>
        <source>no label, no prediction</source>
        <translation>无标签，无预测</translation>
    </message>
    <message>
        <source>no label, predicted %1 since epoch %2</source>
        <translation>无标签，自轮次 %2 起预测为 %1</translation>
    </message>
    <message>
        <source>labelled %1, predicted %2 since epoch %3</source>
        <translation>标签 %1，自轮次 %3 起预测为 %2</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ReviewBar</name>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Export labels…</source>
        <translation>导出标签…</translation>
    </message>
    <message>
        <source>How many samples are decided</source>
        <translation>已决定的样本数</translation>
    </message>
    <message>
        <source>About the decisions</source>
        <translation>关于这些决定</translation>
    </message>
    <message>
        <source>Keep the decisions in another file</source>
        <translation>把决定存到另一个文件</translation>
    </message>
    <message>
        <source>Undo the last decision (Ctrl+Z)</source>
        <translation>撤销上一个决定 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo the decision (Ctrl+Y)</source>
        <translation>重做此决定 (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Write the labels of all samples, with the corrections, for the next training</source>
        <translation>写出所有样本更正后的标签，供重新训练</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>已决定 %1/%2</translation>
    </message>
    <message>
        <source>Decisions are kept in %1</source>
        <translation>决定保存在 %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>In the order of their indices, since the suspicion is unknown: %1</source>
        <translation>可疑程度未知，按编号排列：%1</translation>
    </message>
    <message>
        <source>The first of them; left out: %1</source>
        <translation>只显示最前的；略去 %1 个</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>保存列表</translation>
    </message>
    <message>
        <source>Write these samples, in this order, to a new CSV file beside the folder</source>
        <translation>将这些样本按此顺序写入文件夹旁新的 CSV 文件</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ReviewBook</name>
    <message>
        <source>%1. It stays as it is: the next decision gives it the ending .bak and begins a new file.</source>
        <translation>%1。它保持原样：下一个决定会给它加上后缀 .bak，并新建一个文件。</translation>
    </message>
    <message>
        <source>There was another file with decisions; it is kept as %1.</source>
        <translation>原有另一个决定文件，已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ReviewButtons</name>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>To the next undecided sample, without a decision (N)</source>
        <translation>不作决定，转到下一个未决定的样本 (N)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>To the sample before (Backspace or Left)</source>
        <translation>前一个样本（Backspace 或 ←）</translation>
    </message>
    <message>
        <source>The label is right (X)</source>
        <translation>标签正确 (X)</translation>
    </message>
    <message>
        <source>The label becomes %1 (%2)</source>
        <translation>标签改为 %1 (%2)</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>接受 %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>The label becomes %1, which is proposed (Enter)</source>
        <translation>标签改为建议的 %1（回车）</translation>
    </message>
    <message>
        <source>No prediction is available.</source>
        <translation>没有预测。</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留 %1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ReviewDetail</name>
    <message>
        <source>The sample that is reviewed</source>
        <translation>正在复核的样本</translation>
    </message>
    <message>
        <source>Label and prediction</source>
        <translation>标签和预测</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>所作的决定</translation>
    </message>
    <message>
        <source>Text of the sample</source>
        <translation>样本的文本</translation>
    </message>
    <message>
        <source>✓ decided: %1</source>
        <translation>✓ 已决定：%1</translation>
    </message>
    <message>
        <source>✓ decided: it stays %1</source>
        <translation>✓ 已决定：仍为 %1</translation>
    </message>
    <message>
        <source>no class is proposed</source>
        <translation>没有建议的类别</translation>
    </message>
    <message>
        <source>proposed: %1, as it is labelled</source>
        <translation>建议：%1，与标签相同</translation>
    </message>
    <message>
        <source>proposed: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>suspicion %1</source>
        <translation>可疑程度 %1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ReviewGallery</name>
    <message>
        <source>Samples to review</source>
        <translation>要复核的样本</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ReviewModel</name>
    <message>
        <source>new label: %1</source>
        <translation>新标签：%1</translation>
    </message>
    <message>
        <source>keeps its label</source>
        <translation>保留标签</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ReviewPanel</name>
    <message>
        <source>Note  [T]</source>
        <translation>备注  [T]</translation>
    </message>
    <message>
        <source>Note about the sample</source>
        <translation>关于该样本的备注</translation>
    </message>
    <message>
        <source>Another class  [L]</source>
        <translation>另一类别  [L]</translation>
    </message>
    <message>
        <source>Another class for the sample</source>
        <translation>该样本的另一类别</translation>
    </message>
    <message>
        <source>No class is named “%1”.</source>
        <translation>没有名为“%1”的类别。</translation>
    </message>
    <message>
        <source>Looking for the most suspicious…</source>
        <translation>正在寻找最可疑的样本…</translation>
    </message>
    <message>
        <source>All %1 samples are decided.</source>
        <translation>全部 %1 个样本已决定。</translation>
    </message>
    <message>
        <source>No class is proposed: choose one by its key or by L.</source>
        <translation>没有建议的类别：请用其按键或 L 选择。</translation>
    </message>
    <message>
        <source>Keep the decisions in another file</source>
        <translation>把决定存到另一个文件</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ReviewStart</name>
    <message>
        <source>Probably mislabelled</source>
        <translation>可能标错</translation>
    </message>
    <message>
        <source>Look at samples one by one and decide about their labels. Decisions are kept beside the data, which stays as it is.</source>
        <translation>逐个查看样本并决定其标签。决定保存在数据旁边，数据本身不变。</translation>
    </message>
    <message>
        <source>Picked samples (%1)</source>
        <translation>挑出的样本（%1）</translation>
    </message>
    <message>
        <source>Decided samples (%1)</source>
        <translation>已决定的样本（%1）</translation>
    </message>
</context>
<context>
    <name>epochscope::Message</name>
    <message>
        <source>it is left out</source>
        <translation>它被略去</translation>
    </message>
    <message>
        <source>they are left out</source>
        <translation>它们被略去</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1, expected %2</source>
        <translation>%1，应为 %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>第 %1 个字节</translation>
    </message>
    <message>
        <source>line %1, byte %2</source>
        <translation>第 %1 行第 %2 个字节</translation>
    </message>
    <message>
        <source>entry %1, byte %2</source>
        <translation>第 %1 项第 %2 个字节</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>轮次 %1</translation>
    </message>
    <message>
        <source>epoch &quot;%1&quot;</source>
        <translation>轮次“%1”</translation>
    </message>
    <message>
        <source>%1 epochs, the first of them &quot;%2&quot;</source>
        <translation>%1 个轮次，首个为“%2”</translation>
    </message>
    <message>
        <source>evaluation %1</source>
        <translation>评估 %1</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>第 %1 项</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1，第 %2 层</translation>
    </message>
    <message>
        <source>background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>prototypes</source>
        <translation>原型</translation>
    </message>
    <message>
        <source>clusters</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>assignments</source>
        <translation>聚类归属</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>plane map</source>
        <translation>平面映射</translation>
    </message>
    <message>
        <source>learned map</source>
        <translation>学习得到的映射</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>data map</source>
        <translation>数据地图</translation>
    </message>
    <message>
        <source>picked samples</source>
        <translation>挑出的样本</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>分类景观</translation>
    </message>
    <message>
        <source>device %1</source>
        <translation>设备 %1</translation>
    </message>
    <message>
        <source>the map of %1</source>
        <translation>%1 的映射</translation>
    </message>
    <message>
        <source>%1 lines in all</source>
        <translation>共 %1 行</translation>
    </message>
    <message>
        <source>%1 (%2 lines in all)</source>
        <translation>%1（共 %2 行）</translation>
    </message>
    <message>
        <source>an object with label_text and label_index</source>
        <translation>含有 label_text 和 label_index 的对象</translation>
    </message>
    <message>
        <source>an object with label_text and epochs</source>
        <translation>含有 label_text 和 epochs 的对象</translation>
    </message>
    <message>
        <source>an object with classes</source>
        <translation>含有 classes 的对象</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>structures</source>
        <translation>结构体</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>complex numbers</source>
        <translation>复数</translation>
    </message>
    <message>
        <source>an unsupported type</source>
        <translation>不支持的类型</translation>
    </message>
    <message>
        <source>texts of an unsupported length</source>
        <translation>长度不受支持的文本</translation>
    </message>
    <message>
        <source>numbers of an unsupported width</source>
        <translation>位数不受支持的数</translation>
    </message>
    <message>
        <source>integers, real numbers or texts</source>
        <translation>整数、实数或文本</translation>
    </message>
    <message>
        <source>finite numbers</source>
        <translation>有限的数</translation>
    </message>
    <message>
        <source>finite positions</source>
        <translation>有限的位置</translation>
    </message>
    <message>
        <source>increasing numbers</source>
        <translation>递增的数</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a whole number or a text</source>
        <translation>整数或文本</translation>
    </message>
    <message>
        <source>a number or a text</source>
        <translation>数或文本</translation>
    </message>
    <message>
        <source>a number or nothing</source>
        <translation>数或空</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>数的列表</translation>
    </message>
    <message>
        <source>a list of samples</source>
        <translation>样本的列表</translation>
    </message>
    <message>
        <source>the numbers of samples</source>
        <translation>样本的编号</translation>
    </message>
    <message>
        <source>the number of a class</source>
        <translation>类别的编号</translation>
    </message>
    <message>
        <source>the number of an epoch</source>
        <translation>轮次的编号</translation>
    </message>
    <message>
        <source>an object with a key for each epoch</source>
        <translation>每个轮次一个键的对象</translation>
    </message>
    <message>
        <source>an object with a projection</source>
        <translation>含有 projection 的对象</translation>
    </message>
    <message>
        <source>a list with one entry for each sample</source>
        <translation>每个样本一项的列表</translation>
    </message>
    <message>
        <source>a class, 0..65535</source>
        <translation>类别，0..65535</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>an integer of 32 bits</source>
        <translation>32 位整数</translation>
    </message>
    <message>
        <source>a whole number of 32 bits</source>
        <translation>32 位的整数</translation>
    </message>
    <message>
        <source>a whole number up to 2^53</source>
        <translation>不大于 2^53 的整数</translation>
    </message>
    <message>
        <source>a number within +-3.4e38</source>
        <translation>绝对值不大于 3.4e38 的数</translation>
    </message>
    <message>
        <source>probabilities, 0..1</source>
        <translation>0..1 之间的概率</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一个</translation>
    </message>
    <message>
        <source>one or more</source>
        <translation>一个或更多</translation>
    </message>
    <message>
        <source>1 or more</source>
        <translation>1 或更大</translation>
    </message>
    <message>
        <source>at least 1</source>
        <translation>不小于 1</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>至少一个</translation>
    </message>
    <message>
        <source>at least one entry</source>
        <translation>至少一项</translation>
    </message>
    <message>
        <source>some</source>
        <translation>至少一个</translation>
    </message>
    <message>
        <source>one of them</source>
        <translation>只有其中之一</translation>
    </message>
    <message>
        <source>each of them once</source>
        <translation>每个只出现一次</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>单个值</translation>
    </message>
    <message>
        <source>another</source>
        <translation>另一个文件夹</translation>
    </message>
    <message>
        <source>a new folder</source>
        <translation>新的文件夹</translation>
    </message>
    <message>
        <source>a tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>a key in quotes</source>
        <translation>带引号的键</translation>
    </message>
    <message>
        <source>the ending %1</source>
        <translation>结尾的 %1</translation>
    </message>
    <message>
        <source>the code of a character</source>
        <translation>字符编码</translation>
    </message>
    <message>
        <source>the rest of a text</source>
        <translation>文本的其余部分</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>不超过 %1</translation>
    </message>
    <message>
        <source>an object of lists</source>
        <translation>由列表组成的对象</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入输出错误</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数过多</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>无法分配内存</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>文件夹不为空</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, expected %2 or %3</source>
        <translation>是“%1”，应为 %2 或 %3</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, expected %2 or %3 or %4</source>
        <translation>是“%1”，应为 %2、%3 或 %4</translation>
    </message>
    <message>
        <source>the type of the column does not fit its values</source>
        <translation>列的类型与其值不符</translation>
    </message>
    <message>
        <source>there are no classes</source>
        <translation>没有类别</translation>
    </message>
    <message>
        <source>has %1 colours, label_text has %2 classes</source>
        <translation>有 %1 种颜色，label_text 有 %2 个类别</translation>
    </message>
    <message>
        <source>there are no samples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>一个也没有</translation>
    </message>
    <message>
        <source>there are none, expected at least one</source>
        <translation>一个也没有，应至少有一个</translation>
    </message>
    <message>
        <source>is empty, expected [[x0,y0],[x1,y1]] with x0 &lt; x1 and y0 &lt; y1</source>
        <translation>为空，应为 [[x0,y0],[x1,y1]]，且 x0 &lt; x1、y0 &lt; y1</translation>
    </message>
    <message>
        <source>occurs twice</source>
        <translation>出现了两次</translation>
    </message>
    <message>
        <source>comes after a later one, expected increasing numbers</source>
        <translation>排在更晚的轮次之后，编号应递增</translation>
    </message>
    <message>
        <source>comes after %1, expected increasing numbers</source>
        <translation>排在 %1 之后，编号应递增</translation>
    </message>
    <message>
        <source>%1 has %2 entries, label_index has %3</source>
        <translation>%1 有 %2 项，label_index 有 %3 项</translation>
    </message>
    <message>
        <source>%1 has %2 entries, expected %3</source>
        <translation>%1 有 %2 项，应为 %3 项</translation>
    </message>
    <message>
        <source>%1 is %2, expected %3</source>
        <translation>%1 是 %2，应为 %3</translation>
    </message>
    <message>
        <source>is %1, expected %2</source>
        <translation>是 %1，应为 %2</translation>
    </message>
    <message>
        <source>is %1, expected %2 to %3</source>
        <translation>是 %1，应为 %2 到 %3</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, expected %2</source>
        <translation>是“%1”，应为 %2</translation>
    </message>
    <message>
        <source>%1 names sample %2, expected 0..%3</source>
        <translation>%1 指向样本 %2，应为 0..%3</translation>
    </message>
    <message>
        <source>entry %1 is %2, expected %3</source>
        <translation>第 %1 项是 %2，应为 %3</translation>
    </message>
    <message>
        <source>sample %1 of %2</source>
        <translation>样本 %1 超出范围，共有 %2 个</translation>
    </message>
    <message>
        <source>has no layers, expected one or more</source>
        <translation>没有任何层，应至少有一层</translation>
    </message>
    <message>
        <source>takes %1 numbers, expected %2</source>
        <translation>输入 %1 个数，应为 %2 个</translation>
    </message>
    <message>
        <source>has %1 weights and %2 biases, expected those of %3 to %4</source>
        <translation>有 %1 个权重和 %2 个偏置，应为从 %3 到 %4 的一层所需的个数</translation>
    </message>
    <message>
        <source>has weights that are not finite</source>
        <translation>含有非有限的权重</translation>
    </message>
    <message>
        <source>ends with %1 numbers, expected %2</source>
        <translation>输出 %1 个数，应为 %2 个</translation>
    </message>
    <message>
        <source>is of no dimension, expected one or more</source>
        <translation>维数为零，应至少为一维</translation>
    </message>
    <message>
        <source>has a normalisation that is not of finite numbers and a scale above 0</source>
        <translation>归一化不是由有限的数和大于 0 的比例组成</translation>
    </message>
    <message>
        <source>has %1 maps, expected one, or one an epoch</source>
        <translation>有 %1 个映射，应为一个，或每个轮次一个</translation>
    </message>
    <message>
        <source>%1 is %2 x %3, expected %4 x %5</source>
        <translation>%1 为 %2 x %3，应为 %4 x %5</translation>
    </message>
    <message>
        <source>head_bias has %1 entries, expected %2</source>
        <translation>head_bias 有 %1 项，应为 %2 项</translation>
    </message>
    <message>
        <source>the head takes %1 features to %2 logits, expected %3 to %4</source>
        <translation>分类头把 %1 个特征变成 %2 个 logits，应为 %3 到 %4</translation>
    </message>
    <message>
        <source>losses has %1 entries, expected %2</source>
        <translation>losses 有 %1 项，应为 %2 项</translation>
    </message>
    <message>
        <source>%1 holds %2, expected %3</source>
        <translation>%1 含有 %2，应为 %3</translation>
    </message>
    <message>
        <source>embeddings has no columns</source>
        <translation>embeddings 没有任何列</translation>
    </message>
    <message>
        <source>the list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>%1 of 1 sample (%2) is not a number</source>
        <translation>1 个样本（%2）的 %1 不是数</translation>
    </message>
    <message>
        <source>%1 of %2 samples (the first is %3) is not a number</source>
        <translation>%2 个样本（首个为 %3）的 %1 不是数</translation>
    </message>
    <message>
        <source>%1; the same holds for %2 at %3 more epochs</source>
        <translation>%1；另有 %3 个轮次中的 %2 个也是如此</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>has logits that %1 (residual %2, at most %3 will do)</source>
        <translation>的 logits %1（残差 %2，最多允许 %3）</translation>
    </message>
    <message>
        <source>its head.pt does not make</source>
        <translation>不是由其 head.pt 得出</translation>
    </message>
    <message>
        <source>no linear head makes</source>
        <translation>不能由任何线性分类头得出</translation>
    </message>
    <message>
        <source>at %1 of %2 epochs some %3 (up to %4)</source>
        <translation>%2 个轮次中有 %1 个含有 %3 的聚类（最多 %4 个）</translation>
    </message>
    <message>
        <source>at %1 of %2 epochs some %3 (up to %4), at %5 of %6 epochs some %7 (up to %8)</source>
        <translation>%2 个轮次中有 %1 个含有 %3 的聚类（最多 %4 个），%6 个轮次中有 %5 个含有 %7 的聚类（最多 %8 个）</translation>
    </message>
    <message>
        <source>have no sample</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>have a single one</source>
        <translation>只有一个样本</translation>
    </message>
    <message>
        <source>samples are to be grouped by their marks and by how often they were learnt or forgotten, expected one of both</source>
        <translation>样本既要按记号分组，又要按学会或遗忘的次数分组，应只取其一</translation>
    </message>
    <message>
        <source>samples are to be grouped by how often they were learnt and by how often they were forgotten, expected one of both</source>
        <translation>要求既按学会的次数、又按遗忘的次数对样本分组，只能选择其一</translation>
    </message>
    <message>
        <source>is known of %1 samples, of which %2 cannot be chosen</source>
        <translation>只有 %1 个样本的值已知，无法从中选出 %2 个</translation>
    </message>
    <message>
        <source>epoch &quot;%1&quot;: has no %2; it is left out</source>
        <translation>轮次“%1”：缺少 %2；该轮次被略去</translation>
    </message>
    <message>
        <source>%1; it is not evaluated there</source>
        <translation>%1；在该处不作评估</translation>
    </message>
    <message>
        <source>neighbours in feature space would take long to find; suspicion is by predictions alone</source>
        <translation>查找特征空间中的邻居耗时过长；可疑程度仅依据预测</translation>
    </message>
    <message>
        <source>neighbour_disagreement looks for neighbours among %1 of %2 samples, drawn at random</source>
        <translation>neighbour_disagreement 在随机抽取的 %1 个样本（共 %2 个）中查找邻居</translation>
    </message>
    <message>
        <source>%1 samples have no label; they have no training signals</source>
        <translation>%1 个样本没有标签；它们没有训练信号</translation>
    </message>
    <message>
        <source>no epoch has predictions.npy, of which training signals are</source>
        <translation>没有任何轮次含有 predictions.npy，无法得到训练信号</translation>
    </message>
    <message>
        <source>none has both predictions and confidence, of which training signals are</source>
        <translation>没有任何轮次同时含有预测和置信度，无法得到训练信号</translation>
    </message>
    <message>
        <source>no sample has a position</source>
        <translation>没有任何样本有位置</translation>
    </message>
    <message>
        <source>epoch &quot;%1&quot; %2</source>
        <translation>轮次“%1”%2</translation>
    </message>
    <message>
        <source>has %1 maps, expected one, or %2: one an epoch</source>
        <translation>有 %1 个映射，应为一个，或 %2 个：每个轮次一个</translation>
    </message>
    <message>
        <source>is of %1 dimensions, the recording of %2</source>
        <translation>是 %1 维的，训练记录是 %2 维的</translation>
    </message>
    <message>
        <source>the embedding has %1 places, the recording %2 samples</source>
        <translation>嵌入有 %1 个位置，训练记录有 %2 个样本</translation>
    </message>
    <message>
        <source>place %1 is (%2, %3), expected finite numbers</source>
        <translation>位置 %1 是 (%2, %3)，应为有限的数</translation>
    </message>
    <message>
        <source>there are none to measure</source>
        <translation>没有可以测量的轮次</translation>
    </message>
    <message>
        <source>index %1 is out of range or out of order</source>
        <translation>序号 %1 超出范围或顺序错误</translation>
    </message>
    <message>
        <source>has %1 epochs, expected %2</source>
        <translation>有 %1 个轮次，应为 %2 个</translation>
    </message>
    <message>
        <source>no sample has steps and neighbours that change, over three epochs or more</source>
        <translation>没有任何样本在三个或更多轮次中既移动、邻居又有变化</translation>
    </message>
    <message>
        <source>it is of all steps together</source>
        <translation>它由所有步合起来得出</translation>
    </message>
    <message>
        <source>%1 are %2 instead of %3: no more than half of the others say anything</source>
        <translation>%1 取 %2 而不是 %3：不超过其余一半才有意义</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>邻居数</translation>
    </message>
    <message>
        <source>near epochs</source>
        <translation>邻近轮次数</translation>
    </message>
    <message>
        <source>the folder has %1, the recording %2</source>
        <translation>文件夹有 %1 个，训练记录有 %2 个</translation>
    </message>
    <message>
        <source>is in the folder, but not in the recording</source>
        <translation>在文件夹中，但不在训练记录中</translation>
    </message>
    <message>
        <source>all samples move equally far</source>
        <translation>所有样本移动得一样远</translation>
    </message>
    <message>
        <source>it needs at least three epochs</source>
        <translation>至少需要三个轮次</translation>
    </message>
    <message>
        <source>it needs at least two epochs</source>
        <translation>至少需要两个轮次</translation>
    </message>
    <message>
        <source>it needs two epochs, samples that move in feature space, and a picture that is not one point</source>
        <translation>需要两个轮次、在特征空间中移动的样本，以及不是一个点的图</translation>
    </message>
    <message>
        <source>all samples of the last epoch are at one place</source>
        <translation>最后一个轮次的所有样本都在同一位置</translation>
    </message>
    <message>
        <source>no sample is at different distances from itself at other epochs, in both spaces</source>
        <translation>没有任何样本在两个空间中与其他轮次的自己有不同的距离</translation>
    </message>
    <message>
        <source>no step leads to the first epoch</source>
        <translation>首个轮次之前没有步</translation>
    </message>
    <message>
        <source>neighbours need at least three samples</source>
        <translation>邻居至少需要三个样本</translation>
    </message>
    <message>
        <source>epoch &quot;%1&quot; has fewer than two boundary points: too few samples, or one predicted class</source>
        <translation>轮次“%1”的边界点不足两个：样本太少，或只预测一个类别</translation>
    </message>
    <message>
        <source>there is no map from feature space to the plane</source>
        <translation>没有从特征空间到平面的映射</translation>
    </message>
    <message>
        <source>there is no map from the plane to feature space</source>
        <translation>没有从平面到特征空间的映射</translation>
    </message>
    <message>
        <source>thirds need at least three epochs</source>
        <translation>分成三段至少需要三个轮次</translation>
    </message>
    <message>
        <source>it gives logits that are not finite</source>
        <translation>它给出非有限的 logits</translation>
    </message>
    <message>
        <source>has no linear head, neither recorded nor to be fitted to logits</source>
        <translation>没有线性分类头，既没有记录，也无法由 logits 拟合</translation>
    </message>
    <message>
        <source>has a head.pt that fails: %1</source>
        <translation>的 head.pt 出错：%1</translation>
    </message>
    <message>
        <source>all embeddings are the same</source>
        <translation>所有嵌入都相同</translation>
    </message>
    <message>
        <source>%1, as at %2 more epochs</source>
        <translation>%1，另有 %2 个轮次也是如此</translation>
    </message>
    <message>
        <source>%1; there is nothing to project</source>
        <translation>%1；没有可以投影的内容</translation>
    </message>
    <message>
        <source>the embedding of sample %1 is %2 times as long as the median</source>
        <translation>样本 %1 的嵌入长度是中位数的 %2 倍</translation>
    </message>
    <message>
        <source>%1, and so are %2 more that are too long</source>
        <translation>%1，另有 %2 个样本的嵌入也过长</translation>
    </message>
    <message>
        <source>%1; such samples decide the projection</source>
        <translation>%1；投影会被这样的样本左右</translation>
    </message>
    <message>
        <source>are not finite, or too long, at %1 epochs, of which copies of %2 MiB each would be needed; expected less than 4 GiB in all</source>
        <translation>在 %1 个轮次中含有非有限的数或过长，每个轮次需要一份 %2 MiB 的副本；总共须小于 4 GiB</translation>
    </message>
    <message>
        <source>hold no row of finite numbers up to %1</source>
        <translation>没有任何一行全是不超过 %1 的有限的数</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>%1; it is absent there, and projected as at its nearest epoch</source>
        <translation>%1；它在该轮次缺失，按最近的轮次投影</translation>
    </message>
    <message>
        <source>has %1 samples, expected 1..%2: as many as there are at most</source>
        <translation>有 %1 个样本，应为 1..%2：不超过样本总数</translation>
    </message>
    <message>
        <source>none are requested, expected 1 or more</source>
        <translation>没有指定聚类数，应至少指定一个</translation>
    </message>
    <message>
        <source>iterations and restarts are %1 and %2, expected 1 or more</source>
        <translation>迭代次数和重启次数是 %1 和 %2，都应至少为 1</translation>
    </message>
    <message>
        <source>%1 are requested, expected 1..%2: as many as there are samples at most</source>
        <translation>指定了 %1 个，应为 1..%2：不超过样本总数</translation>
    </message>
    <message>
        <source>has %1 entries, expected %2: %3 epochs of %4 samples</source>
        <translation>有 %1 项，应为 %2 项：%3 个轮次，每个 %4 个样本</translation>
    </message>
    <message>
        <source>sample %1 is %2, expected %3</source>
        <translation>样本 %1 是 %2，应为 %3</translation>
    </message>
    <message>
        <source>%1 clusters: %2</source>
        <translation>%1 个聚类：%2</translation>
    </message>
    <message>
        <source>the folder has %1 samples, the recording %2</source>
        <translation>文件夹有 %1 个样本，训练记录有 %2 个</translation>
    </message>
    <message>
        <source>the recording has no epoch %1, which the folder has</source>
        <translation>训练记录没有轮次 %1，而文件夹有</translation>
    </message>
    <message>
        <source>%1 clusters: batches have %2 negatives on average at the epoch where they have fewest, expected %3: no more prototypes are left than a batch has not</source>
        <translation>%1 个聚类：在负原型最少的轮次，每批平均只有 %2 个，应为 %3 个：一批未占用的原型只剩这些</translation>
    </message>
    <message>
        <source>two levels have %1 of them, expected each number once</source>
        <translation>有两个层级都是 %1 个，每个数只能出现一次</translation>
    </message>
    <message>
        <source>1 cluster: all samples share one prototype, of which nothing can be told apart</source>
        <translation>1 个聚类：所有样本共享一个原型，无从区分</translation>
    </message>
    <message>
        <source>of %1 events the first %2 are listed; all are counted</source>
        <translation>共 %1 个事件，只列出前 %2 个；全部计入总数</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-means</translation>
    </message>
    <message>
        <source>%1, at %2 of %3 epochs %4</source>
        <translation>%1，%3 个轮次中有 %2 个 %4</translation>
    </message>
    <message>
        <source>%1 (first epoch) to %2 (last)</source>
        <translation>%1（首个轮次）到 %2（最后轮次）</translation>
    </message>
    <message>
        <source>the perplexity is %1 instead of %2, since there are only %3 samples</source>
        <translation>困惑度取 %1 而不是 %2，因为只有 %3 个样本</translation>
    </message>
    <message>
        <source>the first two principal components hold %1 % of the variance: PCA shows nearly all there is, and more truly</source>
        <translation>前两个主成分包含 %1 % 的方差：PCA 显示了几乎全部内容，而且更真实</translation>
    </message>
    <message>
        <source>was made with %1 %2, expected %3 as it is asked for now</source>
        <translation>是以 %1 %2 得到的，而现在要求的是 %3</translation>
    </message>
    <message>
        <source>was made of another recording than the one that is given</source>
        <translation>不是由所给的训练记录得到的</translation>
    </message>
    <message>
        <source>one epoch cannot be shuffled</source>
        <translation>只有一个轮次，无法打乱</translation>
    </message>
    <message>
        <source>is of %1 epochs and %2 passes, expected fewer epochs than %3 and a pass of each</source>
        <translation>有 %1 个轮次和 %2 遍，轮次应少于 %3 个，且每个轮次一遍</translation>
    </message>
    <message>
        <source>has maps of other layers than they are asked for</source>
        <translation>映射与现在要求的层数不同</translation>
    </message>
    <message>
        <source>dvi, epoch &quot;%1&quot;, pass %2</source>
        <translation>dvi，轮次“%1”，第 %2 遍</translation>
    </message>
    <message>
        <source>pass %1</source>
        <translation>第 %1 遍</translation>
    </message>
    <message>
        <source>%1, pass %2</source>
        <translation>%1，第 %2 遍</translation>
    </message>
    <message>
        <source>map of epoch &quot;%1&quot;, pass %2</source>
        <translation>轮次“%1”的映射，第 %2 遍</translation>
    </message>
    <message>
        <source>the map is as it was drawn, since no two points belong together</source>
        <translation>没有任何两点相连，映射仍是随机的初始状态</translation>
    </message>
    <message>
        <source>%1; it was begun again with learning rates from %2 down to %3: a lower learning rate, more training epochs, another width or another seed may help</source>
        <translation>%1；以从 %2 到 %3 的学习率重新开始过：可尝试更低的学习率、更多训练轮次、其他宽度或其他种子</translation>
    </message>
    <message>
        <source>the loss is no number any more</source>
        <translation>损失已不是数</translation>
    </message>
    <message>
        <source>what comes back from the plane is farther off than a hundred times the mean of all embeddings is</source>
        <translation>从平面返回的结果的误差超过所有嵌入的均值的一百倍</translation>
    </message>
    <message>
        <source>what comes back from the plane is farther off than the mean of all embeddings is (squared error %1 of that)</source>
        <translation>从平面返回的结果比所有嵌入的均值还差（平方误差为其 %1 倍）</translation>
    </message>
    <message>
        <source>the loss of pairs is that of places which are all one</source>
        <translation>样本对的损失等于所有位置都在一处时的值</translation>
    </message>
    <message>
        <source>%1; it had few steps: more training epochs may help</source>
        <translation>%1；训练步数很少，增加训练轮数可能有帮助</translation>
    </message>
    <message>
        <source>all samples lie in one place of the plane</source>
        <translation>所有样本都在平面上的一处</translation>
    </message>
    <message>
        <source>of what comes back from the plane, the head decides %1 as before, no more than if all were in the class that is predicted most often (%2)</source>
        <translation>对从平面返回的结果，分类头有 %1 与原来判断一致，不高于把所有样本都归入最常被预测的类别时的值（%2）</translation>
    </message>
    <message>
        <source>the training broke and was begun again with the learning rate %1 instead of %2</source>
        <translation>训练崩溃，已用学习率 %1 代替 %2 重新开始</translation>
    </message>
    <message>
        <source>nothing was learned, since all samples are alike</source>
        <translation>所有样本都相同，没有学习任何内容</translation>
    </message>
    <message>
        <source>is %1, expected an even number of epochs: half of them before and half after</source>
        <translation>为 %1，应为偶数个轮次：前后各一半</translation>
    </message>
    <message>
        <source>%1 embeddings of %2 epochs are laid out nearer to the others than they are, since they are farther from the middle than five times the distance within which 95 % of the samples lie</source>
        <translation>%2 个轮次中的 %1 个嵌入被拉近布局，因为它们到中心的距离超过 95 % 样本所在距离的五倍</translation>
    </message>
    <message>
        <source>some embeddings are farther from the middle than five times the distance within which 95 % of the samples lie, in too many epochs to lay them out nearer</source>
        <translation>一些嵌入到中心的距离超过 95 % 样本所在距离的五倍，但涉及的轮次过多，未被拉近布局</translation>
    </message>
    <message>
        <source>the loss is no number any more; embeddings may be too large</source>
        <translation>损失已不是数；嵌入可能过大</translation>
    </message>
    <message>
        <source>has %1 of %2 parameters, expected %3 and as many moments</source>
        <translation>有 %1 的 %2 个参数，应为 %3 个，并有同样多的矩</translation>
    </message>
    <message>
        <source>an encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>a decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>cannot be made: %1</source>
        <translation>无法建立：%1</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, expected the path of a program (./my_umap.py), or the name of one in PATH</source>
        <translation>是“%1”，应为程序的路径 (./my_umap.py)，或 PATH 中程序的名称</translation>
    </message>
    <message>
        <source>has no folder, expected one for the program to read</source>
        <translation>没有文件夹，程序需要从文件夹读取</translation>
    </message>
    <message>
        <source>failed with exit code %1</source>
        <translation>失败，退出码 %1</translation>
    </message>
    <message>
        <source>failed with exit code %1:%2</source>
        <translation>失败，退出码 %1：%2</translation>
    </message>
    <message>
        <source>left no positions.npy in the folder that is its second argument</source>
        <translation>没有在其第二个参数所指的文件夹中留下 positions.npy</translation>
    </message>
    <message>
        <source>sample %1 of epoch %2 is not finite, expected finite positions</source>
        <translation>轮次 %2 中样本 %1 的位置不是有限的数，应为有限的位置</translation>
    </message>
    <message>
        <source>at %1 of %2 epochs %3 (its residual is up to %4, expected at most %5); their landscapes are painted from the points</source>
        <translation>%2 个轮次中有 %1 个 %3（残差最大为 %4，应不超过 %5）；其分类景观由样本点推得</translation>
    </message>
    <message>
        <source>its landscape is painted from the points, since head.pt fails: %1</source>
        <translation>分类景观由样本点推得，因为 head.pt 出错：%1</translation>
    </message>
    <message>
        <source>no linear head makes the logits of the embeddings</source>
        <translation>没有线性分类头能由嵌入得出 logits</translation>
    </message>
    <message>
        <source>head.pt makes other logits of the embeddings than were recorded</source>
        <translation>的 head.pt 由嵌入得出的 logits 与记录的不同</translation>
    </message>
    <message>
        <source>the landscape is painted %1</source>
        <translation>分类景观 %1</translation>
    </message>
    <message>
        <source>from the points</source>
        <translation>由样本点推得</translation>
    </message>
    <message>
        <source>by map and head</source>
        <translation>由映射和分类头绘制</translation>
    </message>
    <message>
        <source>%1, at %2 none</source>
        <translation>%1，%2 个轮次没有</translation>
    </message>
    <message>
        <source>its size is %1x%2, expected at least 1x1</source>
        <translation>尺寸为 %1x%2，至少应为 1x1</translation>
    </message>
    <message>
        <source>its size is %1x%2, expected at most %3 pixels in all</source>
        <translation>尺寸为 %1x%2，总共不得超过 %3 像素</translation>
    </message>
    <message>
        <source>there is a head.pt that makes other logits than were recorded</source>
        <translation>head.pt 得出的 logits 与记录的不同</translation>
    </message>
    <message>
        <source>there is no linear head that makes the logits</source>
        <translation>没有线性分类头能得出这些 logits</translation>
    </message>
    <message>
        <source>there is a head.pt that fails (%1)</source>
        <translation>head.pt 出错（%1）</translation>
    </message>
    <message>
        <source>there are neither a linear head nor logits</source>
        <translation>既没有线性分类头，也没有 logits</translation>
    </message>
    <message>
        <source>learned without boundary points, since %1</source>
        <translation>学习时没有使用边界点，因为 %1</translation>
    </message>
    <message>
        <source>learned without boundary points, of which fewer than two are found: too few samples, or one predicted class</source>
        <translation>学习时没有使用边界点，因为找到的不足两个：样本太少，或只预测一个类别</translation>
    </message>
    <message>
        <source>projecting needs about %1, there is %2: fewer neighbours or epochs need less</source>
        <translation>投影约需 %1，现有 %2：减少邻居数或轮次可降低需求</translation>
    </message>
    <message>
        <source>the map of %1 was made of epochs up to %2 and has not seen what came later</source>
        <translation>%1 的映射由轮次 %2 及之前的轮次得出，没有见过之后的内容</translation>
    </message>
    <message>
        <source>has a map for each of its %1 epochs and none for epoch &quot;%2&quot;, expected epochs that it has, or such as are later than &quot;%3&quot;</source>
        <translation>%1 个轮次各有一个映射，但没有轮次“%2”的映射；应为它已有的轮次，或“%3”之后的轮次</translation>
    </message>
    <message>
        <source>placed by the map of epoch &quot;%1&quot;, the last that %2 has a map for</source>
        <translation>用轮次“%1”的映射安放，它是 %2 中最后一个有映射的轮次</translation>
    </message>
    <message>
        <source>placed by the map of %1, nothing was learned</source>
        <translation>用 %1 的映射安放，没有重新学习</translation>
    </message>
    <message>
        <source>spacetime lays samples out and learns a map of their places afterwards: the map puts samples near where they would lie, not where, and those of %1 itself a little off where they lie there</source>
        <translation>时空布局先布置样本，然后学习它们位置的映射：映射只把样本放到其应在之处附近，连 %1 自身的样本也会略有偏移</translation>
    </message>
    <message>
        <source>the plane shows %1 of the variance</source>
        <translation>平面显示了方差的 %1</translation>
    </message>
    <message>
        <source>at the last epoch %1</source>
        <translation>最后一个轮次：%1</translation>
    </message>
    <message>
        <source>the divergence is %1 on average, the path stress %2</source>
        <translation>平均散度为 %1，路径应力为 %2</translation>
    </message>
    <message>
        <source>%1 samples were laid out, the others placed among them by who is near in feature space</source>
        <translation>布局了 %1 个样本，其余按特征空间中的近邻安放在它们之间</translation>
    </message>
    <message>
        <source>learned from %1 to %2 of %3 samples an epoch, in %4 passes</source>
        <translation>每个轮次从 %3 个样本中的 %1 到 %2 个学习，共 %4 遍</translation>
    </message>
    <message>
        <source>learned from %1 of %2 samples an epoch, in %3 passes</source>
        <translation>每个轮次从 %2 个样本中的 %1 个学习，共 %3 遍</translation>
    </message>
    <message>
        <source>the divergence is %1</source>
        <translation>散度为 %1</translation>
    </message>
    <message>
        <source>the divergence is %1 at the first epoch and %2 at the last</source>
        <translation>首个轮次的散度为 %1，最后轮次为 %2</translation>
    </message>
    <message>
        <source>the loss is %1: %2 of pairs in the plane, and of what comes back from it %3</source>
        <translation>损失为 %1：平面中的样本对 %2，从平面返回的重建 %3</translation>
    </message>
    <message>
        <source>the loss is %1: %2 of pairs in the plane, and of what comes back from it %3, %4 of what holds it</source>
        <translation>损失为 %1：平面中的样本对 %2，从平面返回的重建 %3，牵制 %4</translation>
    </message>
    <message>
        <source>at %1 epochs without a head of their own, those of the maps&apos; folder decide</source>
        <translation>有 %1 个轮次没有自己的分类头，由映射所在文件夹的分类头判断</translation>
    </message>
    <message>
        <source>of the nearest neighbours %1 were found, at the epoch where fewest were (by %2 samples)</source>
        <translation>在找到最少的轮次，找到了 %1 的最近邻（由 %2 个样本测得）</translation>
    </message>
    <message>
        <source>are of %1 epochs, expected %2</source>
        <translation>有 %1 个轮次，应为 %2 个</translation>
    </message>
    <message>
        <source>has %1 entries, expected %2</source>
        <translation>有 %1 项，应为 %2 项</translation>
    </message>
    <message>
        <source>samples vote for pictures of the whole frame alone</source>
        <translation>样本投票只用于整个范围的图片</translation>
    </message>
    <message>
        <source>there is no such column</source>
        <translation>没有这样的列</translation>
    </message>
    <message>
        <source>the training signals are not known</source>
        <translation>训练信号未知</translation>
    </message>
    <message>
        <source>is a recording, expected a folder with places to write beside</source>
        <translation>是训练记录，应为含有位置的文件夹，结果写在其旁</translation>
    </message>
    <message>
        <source>does not say which recording it was made from</source>
        <translation>没有注明由哪份训练记录生成</translation>
    </message>
    <message>
        <source>the folder&apos;s labels are not the recording&apos;s; are its samples in the same order?</source>
        <translation>文件夹的标签与训练记录的不同；样本的顺序是否相同？</translation>
    </message>
    <message>
        <source>the folder has %1 of the recording&apos;s %2 epochs; what is of paths is measured on these alone</source>
        <translation>文件夹只有训练记录 %2 个轮次中的 %1 个；与路径有关的度量只在这些轮次上得出</translation>
    </message>
    <message>
        <source>the recording %1, which this folder was made from, is not there: training signals come from predictions and confidence</source>
        <translation>生成此文件夹的训练记录 %1 不存在：训练信号由预测和置信度得出</translation>
    </message>
    <message>
        <source>has %1 epochs of %2 samples, the series has %3 of %4</source>
        <translation>有 %1 个轮次、%2 个样本，而轮次序列有 %3 个轮次、%4 个样本</translation>
    </message>
    <message>
        <source>has no map that could place samples; expected a folder of arrays made by project with --method pca, timevis or dvi, or spacetime with --map-epochs</source>
        <translation>没有可用来安放样本的映射；需要由 project 以 --method pca、timevis、dvi，或带 --map-epochs 的 spacetime 生成的数组文件夹</translation>
    </message>
    <message>
        <source>has the coordinates of a data map, and not the evaluations that they were computed from (training_dynamics/dynamics_epoch_&lt;k&gt;.jsonl); open it itself (epochscope FILE): it is shown as that map</source>
        <translation>含有数据地图的坐标，而不是用来计算它们的评估 (training_dynamics/dynamics_epoch_&lt;k&gt;.jsonl)；请直接打开它 (epochscope FILE)：它会显示为该地图</translation>
    </message>
    <message>
        <source>cannot be opened (%1)</source>
        <translation>无法打开（%1）</translation>
    </message>
    <message>
        <source>has no training signals: expected a file of TrustAI&apos;s, dynamics_epoch_&lt;k&gt;.jsonl (Dataset Cartography), pred_probs.npy with labels.npy, a recording with predictions.npy, or a dataset folder with predictions and confidence</source>
        <translation>没有训练信号：需要 TrustAI 的文件、dynamics_epoch_&lt;k&gt;.jsonl (Dataset Cartography)、pred_probs.npy 及 labels.npy、含有 predictions.npy 的训练记录，或含有预测和置信度的数据集文件夹</translation>
    </message>
    <message>
        <source>holds other samples than %1, which names it</source>
        <translation>与引用它的 %1 的样本不同</translation>
    </message>
    <message>
        <source>what was learned is in %1; the same call with --resume goes on from there</source>
        <translation>已学到的内容在 %1 中；加上 --resume 再次运行即可从那里继续</translation>
    </message>
    <message>
        <source>there is no %1: beginning at the beginning</source>
        <translation>没有 %1：从头开始</translation>
    </message>
    <message>
        <source>%1 is left out: npy has no place for it</source>
        <translation>%1 被略去：npy 格式无处存放</translation>
    </message>
    <message>
        <source>%1 is left out: json has no place for it</source>
        <translation>%1 被略去：json 格式无处存放</translation>
    </message>
    <message>
        <source>the recording has no logits: there is no landscape</source>
        <translation>训练记录没有 logits：因此没有分类景观</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large for an epoch number</source>
        <translation>“%1”太大，不能作为轮次编号</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an epoch, expected a number as 7 or a range as 5..9</source>
        <translation>“%1”不是轮次，应为 7 这样的数，或 5..9 这样的范围</translation>
    </message>
    <message>
        <source>&quot;%1&quot; decreases, expected the lower number first</source>
        <translation>“%1”是递减的，应先写较小的数</translation>
    </message>
    <message>
        <source>there is no epoch %1, expected one of the %2 from %3 to %4</source>
        <translation>没有轮次 %1，应为从 %3 到 %4 的 %2 个轮次之一</translation>
    </message>
    <message>
        <source>cannot be created: %1</source>
        <translation>无法建立：%1</translation>
    </message>
    <message>
        <source>is not a folder, expected one to write frames into</source>
        <translation>不是文件夹，需要文件夹来写入各帧</translation>
    </message>
    <message>
        <source>makes more than %1 frames</source>
        <translation>会产生超过 %1 帧</translation>
    </message>
    <message>
        <source>is %1x%2, expected at least 1x1</source>
        <translation>为 %1x%2，至少应为 1x1</translation>
    </message>
    <message>
        <source>is %1x%2, expected at most %3 pixels in all</source>
        <translation>为 %1x%2，总共不得超过 %3 像素</translation>
    </message>
    <message>
        <source>has a side of %1 pixels, expected %2 to %3</source>
        <translation>有一边为 %1 像素，应为 %2 到 %3</translation>
    </message>
    <message>
        <source>ends in &quot;%1&quot;, expected %2</source>
        <translation>以“%1”结尾，应为 %2</translation>
    </message>
    <message>
        <source>is %1 frames a second, expected %2..%3</source>
        <translation>为每秒 %1 帧，应为 %2..%3</translation>
    </message>
    <message>
        <source>the ffmpeg program, which encodes the video, is not in PATH: install it (Debian: apt install ffmpeg), or export frames instead</source>
        <translation>编码视频的程序 ffmpeg 不在 PATH 中：请安装它 (Debian: apt install ffmpeg)，或改为导出一系列画面</translation>
    </message>
    <message>
        <source>ffmpeg failed (exit code %1)</source>
        <translation>ffmpeg 失败（退出码 %1）</translation>
    </message>
    <message>
        <source>ffmpeg failed (exit code %1): %2</source>
        <translation>ffmpeg 失败（退出码 %1）：%2</translation>
    </message>
    <message>
        <source>the picture is %1 x %2 pixels (%3 bytes), expected %4 x %5</source>
        <translation>图片为 %1 x %2 像素（%3 字节），应为 %4 x %5</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;, expected one of this processor&apos;s: %2</source>
        <translation>是“%1”，应为此处理器支持的其中之一：%2</translation>
    </message>
    <message>
        <source>SIMD target (EPOCHSCOPE_SIMD)</source>
        <translation>SIMD 目标 (EPOCHSCOPE_SIMD)</translation>
    </message>
    <message>
        <source>is not a folder; it is left out of what is written</source>
        <translation>不是文件夹；写入时被略去</translation>
    </message>
    <message>
        <source>is not a regular file; it is left out of what is written</source>
        <translation>不是普通文件；写入时被略去</translation>
    </message>
    <message>
        <source>cannot be read (%1)</source>
        <translation>无法读取（%1）</translation>
    </message>
    <message>
        <source>cannot be written (%1)</source>
        <translation>无法写入（%1）</translation>
    </message>
    <message>
        <source>cannot be created (%1)</source>
        <translation>无法建立（%1）</translation>
    </message>
    <message>
        <source>cannot be copied (%1)</source>
        <translation>无法复制（%1）</translation>
    </message>
    <message>
        <source>cannot be mapped (%1)</source>
        <translation>无法映射到内存（%1）</translation>
    </message>
    <message>
        <source>has %1 bytes, expected at most %2</source>
        <translation>有 %1 字节，应不超过 %2</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>too many files are open at once, expected at most %1</source>
        <translation>同时打开的文件过多，应不超过 %1 个</translation>
    </message>
    <message>
        <source>it exists and is not a regular file</source>
        <translation>已存在，但不是普通文件</translation>
    </message>
    <message>
        <source>it is there and no folder</source>
        <translation>已存在，但不是文件夹</translation>
    </message>
    <message>
        <source>it already exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>too many unfinished folders lie beside it</source>
        <translation>旁边有太多未完成的文件夹</translation>
    </message>
    <message>
        <source>cannot be started: %1</source>
        <translation>无法启动：%1</translation>
    </message>
    <message>
        <source>has become shorter while it was copied</source>
        <translation>在复制时变短了</translation>
    </message>
    <message>
        <source>has become shorter while it was read</source>
        <translation>在读取时变短了</translation>
    </message>
    <message>
        <source>%1 has become shorter while it was read</source>
        <translation>%1 在读取时变短了</translation>
    </message>
    <message>
        <source>has become smaller since it was opened</source>
        <translation>打开之后变小了</translation>
    </message>
    <message>
        <source>has become shorter, or could not be read any more, while it was open</source>
        <translation>在打开期间变短了，或无法再读取</translation>
    </message>
    <message>
        <source>is there already and not empty, expected a new folder</source>
        <translation>已存在且不为空，应为新的文件夹</translation>
    </message>
    <message>
        <source>is the folder of the dataset itself, expected another</source>
        <translation>是数据集自己的文件夹，应为另一个</translation>
    </message>
    <message>
        <source>is a recording, which has no places in the plane; epochscope project computes them</source>
        <translation>是训练记录，没有平面上的位置；可用 epochscope project 计算</translation>
    </message>
    <message>
        <source>is not a recording</source>
        <translation>不是训练记录</translation>
    </message>
    <message>
        <source>is not a dataset folder or a recording</source>
        <translation>不是数据集文件夹，也不是训练记录</translation>
    </message>
    <message>
        <source>it holds %1</source>
        <translation>其中有 %1</translation>
    </message>
    <message>
        <source>%1; it holds %2</source>
        <translation>%1；其中有 %2</translation>
    </message>
    <message>
        <source>%1 The manual&apos;s page formats describes each format</source>
        <translation>%1 手册的“文件格式”一页说明了各种格式</translation>
    </message>
    <message>
        <source>%1. It comes nearest to the format %2 (%3), but it %4.</source>
        <translation>%1。最接近的格式是 %2（%3），但它 %4。</translation>
    </message>
    <message>
        <source>%1. It comes nearest to the format %2 (%3), but it %4. Did you mean %5?</source>
        <translation>%1。最接近的格式是 %2（%3），但它 %4。是否要打开 %5？</translation>
    </message>
    <message>
        <source>%1; expected one of the formats %2.</source>
        <translation>%1；应为下列格式之一：%2。</translation>
    </message>
    <message>
        <source>%1. Did you mean %2?</source>
        <translation>%1。是否要打开 %2？</translation>
    </message>
    <message>
        <source>info.json and positions.npy</source>
        <translation>info.json 和 positions.npy</translation>
    </message>
    <message>
        <source>info.json and data.json</source>
        <translation>info.json 和 data.json</translation>
    </message>
    <message>
        <source>X.csv, X.tsv or X.jsonl with columns x and y</source>
        <translation>带有 x 和 y 列的 X.csv、X.tsv 或 X.jsonl</translation>
    </message>
    <message>
        <source>&lt;step&gt;/&lt;tag&gt;/tensors.tsv with metadata.tsv, or tensors.tsv with metadata.tsv</source>
        <translation>&lt;step&gt;/&lt;tag&gt;/tensors.tsv 及 metadata.tsv，或 tensors.tsv 及 metadata.tsv</translation>
    </message>
    <message>
        <source>dataset/labels.npy and visualize/&lt;name&gt;/epochs/epoch_&lt;k&gt;/projection.npy</source>
        <translation>dataset/labels.npy 和 visualize/&lt;name&gt;/epochs/epoch_&lt;k&gt;/projection.npy</translation>
    </message>
    <message>
        <source>Model/Epoch_&lt;k&gt;/train_data.npy and Training_data/labels.npy</source>
        <translation>Model/Epoch_&lt;k&gt;/train_data.npy 和 Training_data/labels.npy</translation>
    </message>
    <message>
        <source>epochs/epoch_&lt;k&gt;/embeddings.npy and dataset/labels.npy</source>
        <translation>epochs/epoch_&lt;k&gt;/embeddings.npy 和 dataset/labels.npy</translation>
    </message>
    <message>
        <source>dataset/representation/&lt;k&gt;.npy and dataset/label/labels.npy</source>
        <translation>dataset/representation/&lt;k&gt;.npy 和 dataset/label/labels.npy</translation>
    </message>
    <message>
        <source>recording with a file for each epoch</source>
        <translation>每个轮次一个文件的训练记录</translation>
    </message>
    <message>
        <source>DVI and TimeVis</source>
        <translation>DVI 与 TimeVis</translation>
    </message>
    <message>
        <source>TensorBoard projector</source>
        <translation>TensorBoard 投影器</translation>
    </message>
    <message>
        <source>predicted probabilities</source>
        <translation>预测的概率</translation>
    </message>
    <message>
        <source>has no rows</source>
        <translation>没有任何行</translation>
    </message>
    <message>
        <source>has no two columns of numbers</source>
        <translation>没有两列数字</translation>
    </message>
    <message>
        <source>is no table of rows and columns</source>
        <translation>不是由行和列组成的表格</translation>
    </message>
    <message>
        <source>has none of the files that projector_config.pbtxt names</source>
        <translation>缺少 projector_config.pbtxt 所列的文件</translation>
    </message>
    <message>
        <source>is a folder; it holds the features %1. Call epochscope project %2 --method tsne --out NEW</source>
        <translation>是一个文件夹，其中有特征 %1。请运行 epochscope project %2 --method tsne --out NEW</translation>
    </message>
    <message>
        <source>is a folder; it holds the features %1 and the labels %2. Call epochscope project %3 --labels %4 --method tsne --out NEW</source>
        <translation>是一个文件夹，其中有特征 %1 和标签 %2。请运行 epochscope project %3 --labels %4 --method tsne --out NEW</translation>
    </message>
    <message>
        <source>has the shape %1, expected (N, D)</source>
        <translation>形状是 %1，应为 (N, D)</translation>
    </message>
    <message>
        <source>has no visualize/&lt;name&gt;/epochs/epoch_&lt;k&gt;/projection.npy</source>
        <translation>缺少 visualize/&lt;name&gt;/epochs/epoch_&lt;k&gt;/projection.npy</translation>
    </message>
    <message>
        <source>has no dataset/labels.npy</source>
        <translation>缺少 dataset/labels.npy</translation>
    </message>
    <message>
        <source>has no positions.npy, expected info.json and positions.npy</source>
        <translation>缺少 positions.npy，需要 info.json 和 positions.npy</translation>
    </message>
    <message>
        <source>has no info.json, expected info.json and positions.npy</source>
        <translation>缺少 info.json，需要 info.json 和 positions.npy</translation>
    </message>
    <message>
        <source>has no data.json, expected info.json and data.json</source>
        <translation>缺少 data.json，需要 info.json 和 data.json</translation>
    </message>
    <message>
        <source>has no info.json, expected info.json and data.json</source>
        <translation>缺少 info.json，需要 info.json 和 data.json</translation>
    </message>
    <message>
        <source>has no %1, expected info.json and data.json</source>
        <translation>缺少 %1，需要 info.json 和 data.json</translation>
    </message>
    <message>
        <source>has no embeddings.npy in %1, which holds %2</source>
        <translation>在 %1 中没有 embeddings.npy，那里有 %2</translation>
    </message>
    <message>
        <source>has no epoch number in the name of %1, which holds embeddings; call it epoch_&lt;number&gt;</source>
        <translation>文件夹 %1 含有嵌入，但名称中没有轮次编号；请改名为 epoch_&lt;编号&gt;</translation>
    </message>
    <message>
        <source>has no epochs/epoch_&lt;k&gt;/embeddings.npy</source>
        <translation>缺少 epochs/epoch_&lt;k&gt;/embeddings.npy</translation>
    </message>
    <message>
        <source>is the folder of the epochs of a recording</source>
        <translation>是某个训练记录的 epochs 文件夹</translation>
    </message>
    <message>
        <source>has no file %1/&lt;k&gt;.npy, named by the number of an epoch</source>
        <translation>缺少以轮次编号命名的文件 %1/&lt;k&gt;.npy</translation>
    </message>
    <message>
        <source>has no labels.npy beside %1/&lt;k&gt;.npy</source>
        <translation>在 %1/&lt;k&gt;.npy 旁边没有 labels.npy</translation>
    </message>
    <message>
        <source>has no Model/Epoch_&lt;k&gt;/train_data.npy</source>
        <translation>缺少 Model/Epoch_&lt;k&gt;/train_data.npy</translation>
    </message>
    <message>
        <source>has no epochs/epoch_&lt;k&gt;/projection.npy</source>
        <translation>缺少 epochs/epoch_&lt;k&gt;/projection.npy</translation>
    </message>
    <message>
        <source>has no projection, expected visualize/&lt;name&gt;/epochs</source>
        <translation>没有投影，需要 visualize/&lt;name&gt;/epochs</translation>
    </message>
    <message>
        <source>has no columns of places</source>
        <translation>没有位置列</translation>
    </message>
    <message>
        <source>training signals</source>
        <translation>训练信号</translation>
    </message>
    <message>
        <source>dynamics_epoch_&lt;k&gt;.jsonl, pred_probs.npy with labels.npy, or JSON of TrustAI</source>
        <translation>dynamics_epoch_&lt;k&gt;.jsonl、pred_probs.npy 和 labels.npy，或 TrustAI 的 JSON</translation>
    </message>
    <message>
        <source>%1 to %2: the numbers in these names are taken for epochs</source>
        <translation>%1 到 %2：名称中的数字被当作轮次</translation>
    </message>
    <message>
        <source>%1: left out, since there is a later version, %2</source>
        <translation>%1：已略去，因为有更新的版本 %2</translation>
    </message>
    <message>
        <source>%1 and %2 are of one epoch, so the steps are taken for epochs</source>
        <translation>%1 和 %2 属于同一轮次，因此以步数作为轮次</translation>
    </message>
    <message>
        <source>its numbers are not 0 to %1, so the %2 that occur are taken for the classes in their order</source>
        <translation>其中的数字不是 0 到 %1，因此出现的 %2 个数字按大小当作类别</translation>
    </message>
    <message>
        <source>holds the label %1, but there are logits of %2 classes</source>
        <translation>含有标签 %1，但 logits 只有 %2 个类别</translation>
    </message>
    <message>
        <source>%1 holds %2 labels, the embeddings of epoch %3 are of %4 samples; if an epoch lacks samples, save ids.npy beside its embeddings</source>
        <translation>%1 有 %2 个标签，而轮次 %3 的嵌入有 %4 个样本；如果某轮次缺少样本，请在其嵌入旁保存 ids.npy</translation>
    </message>
    <message>
        <source>the rows of %1 of %2 epochs lie in 0..1 and add up to 1, those of the others do not</source>
        <translation>在 %2 个轮次中，有 %1 个轮次的各行在 0..1 之间且和为 1，其余轮次不是</translation>
    </message>
    <message>
        <source>its numbers lie in 0..1, but its rows do not add up to 1</source>
        <translation>其中的数在 0..1 之间，但各行之和不为 1</translation>
    </message>
    <message>
        <source>they are taken for logits, of which softmax is taken; &quot;predictions&quot;: &quot;probabilities&quot; in info.json says otherwise</source>
        <translation>它们被当作 logits，并计算 softmax；如不是这样，请在 info.json 中写 &quot;predictions&quot;: &quot;probabilities&quot;</translation>
    </message>
    <message>
        <source>holds training curves, which have no places; a window that shows a dataset opens them (File &gt; Add backgrounds or curves)</source>
        <translation>含有训练曲线，没有位置；请在显示数据集的窗口中打开（文件 &gt; 添加背景或曲线）</translation>
    </message>
    <message>
        <source>events.out.tfevents.*, a log, or a table with a column of steps or epochs</source>
        <translation>events.out.tfevents.*、日志，或含有步数或轮次列的表格</translation>
    </message>
    <message>
        <source>%1; it is empty</source>
        <translation>%1；它是空的</translation>
    </message>
    <message>
        <source>has lists in its column %1, expected a number in each of two columns x and y; features are saved as .npy</source>
        <translation>的列 %1 是列表，需要 x 和 y 两列，每格一个数；特征请保存为 .npy</translation>
    </message>
    <message>
        <source>%1. Places of several epochs are rows of their own, with a column epoch</source>
        <translation>%1。多个轮次的位置应各占一行，并有 epoch 列</translation>
    </message>
    <message>
        <source>%1. If they are features, save them as .npy: the manual's page formats says how, at &quot;HDF5, Parquet, safetensors and .pt&quot;</source>
        <translation>%1。如果它们是特征，请保存为 .npy：方法见手册 formats 页的“HDF5、Parquet、safetensors 和 .pt”</translation>
    </message>
    <message>
        <source>is neither a folder nor a regular file</source>
        <translation>既不是文件夹也不是普通文件</translation>
    </message>
    <message>
        <source>%1; save it as numpy.lib.recfunctions.structured_to_unstructured(x)</source>
        <translation>%1；请保存为 numpy.lib.recfunctions.structured_to_unstructured(x)</translation>
    </message>
    <message>
        <source>%1; save it by numpy.savez(&quot;x.npz&quot;, **x.item())</source>
        <translation>%1；请用 numpy.savez("x.npz", **x.item()) 保存</translation>
    </message>
    <message>
        <source>%1; save x.reshape(len(x), -1) if its first axis is the samples, or each part as epochs/epoch_&lt;k&gt;/embeddings.npy if it is the epochs</source>
        <translation>%1；如果第一维是样本，请保存 x.reshape(len(x), -1)；如果是轮次，请把每一部分保存为 epochs/epoch_&lt;k&gt;/embeddings.npy</translation>
    </message>
    <message>
        <source>is packed with gzip, which is not read: unpack it and open what was in it</source>
        <translation>是 gzip 压缩文件，不能读取：请解压后打开其中的文件</translation>
    </message>
    <message>
        <source>is no time, value and step</source>
        <translation>不是时间、数值和步数</translation>
    </message>
    <message>
        <source>three numbers</source>
        <translation>三个数</translation>
    </message>
    <message>
        <source>has no list of numbers beside the steps</source>
        <translation>除步数外没有数的列表</translation>
    </message>
    <message>
        <source>the lists %1 and %2 have %3 and %4 entries; each begins at the first epoch</source>
        <translation>列表 %1 和 %2 分别有 %3 和 %4 项；都从第一个轮次开始</translation>
    </message>
    <message>
        <source>training curves</source>
        <translation>训练曲线</translation>
    </message>
    <message>
        <source>the rows of logits_epoch_&lt;k&gt; lie in 0..1 and add up to 1, so they are taken for probabilities</source>
        <translation>logits_epoch_&lt;k&gt; 的各行在 0..1 之间且和为 1，因此视为概率</translation>
    </message>
    <message>
        <source>is a part of %1, which opens with all its epochs and labels</source>
        <translation>是 %1 的一部分；打开后者可见其所有轮次和标签</translation>
    </message>
    <message>
        <source>holds training signals, which have no places; call epochscope datamap %1</source>
        <translation>含有训练信号，没有位置；请运行 epochscope datamap %1</translation>
    </message>
    <message>
        <source>has several projections, choose one of: %1</source>
        <translation>有多个投影，请选择其一：%1</translation>
    </message>
    <message>
        <source>has no projection %1, there is: %2</source>
        <translation>没有投影 %1，现有：%2</translation>
    </message>
    <message>
        <source>%1, in %2 files</source>
        <translation>%1，共 %2 个文件</translation>
    </message>
    <message>
        <source>less than 1</source>
        <translation>不到 1</translation>
    </message>
    <message>
        <source>has the shape %1, expected (epochs, samples, 2)</source>
        <translation>形状是 %1，应为 (轮次, 样本, 2)</translation>
    </message>
    <message>
        <source>epochs names %1, positions.npy has %2</source>
        <translation>epochs 列出 %1 个，positions.npy 有 %2 个</translation>
    </message>
    <message>
        <source>has no labels.npy, and info.json no label_index: one is expected</source>
        <translation>缺少 labels.npy，info.json 中也没有 label_index：二者需有其一</translation>
    </message>
    <message>
        <source>differs from the label_index of info.json</source>
        <translation>与 info.json 的 label_index 不同</translation>
    </message>
    <message>
        <source>has %1 entries, positions.npy has %2 samples</source>
        <translation>有 %1 项，positions.npy 有 %2 个样本</translation>
    </message>
    <message>
        <source>has the shape %1, positions.npy has %2: expected (%3, %4, neighbours)</source>
        <translation>形状是 %1，而 positions.npy 是 %2：应为 (%3, %4, 邻居数)</translation>
    </message>
    <message>
        <source>has the shape %1, positions.npy has %2: expected (%3, %4)</source>
        <translation>形状是 %1，而 positions.npy 是 %2：应为 (%3, %4)</translation>
    </message>
    <message>
        <source>has to be converted to %1 for %2 entries, which takes too much memory; save it as little-endian %3 in C order (numpy.save of .astype), which is read in place</source>
        <translation>需要把 %2 项转换为 %1，占用内存过多；请存为小端、C 顺序的 %3（numpy.save 和 .astype），即可直接读取</translation>
    </message>
    <message>
        <source>is %1, not little-endian %2</source>
        <translation>是 %1，不是小端的 %2</translation>
    </message>
    <message>
        <source>opening had to convert it, which takes %1 MiB of memory</source>
        <translation>打开时需要转换，占用 %1 MiB 内存</translation>
    </message>
    <message>
        <source>%1 in big-endian order</source>
        <translation>大端的 %1</translation>
    </message>
    <message>
        <source>%1 in Fortran order</source>
        <translation>Fortran 顺序的 %1</translation>
    </message>
    <message>
        <source>has the shape %1, expected (%2, %3): the rows of %4 and the samples</source>
        <translation>形状是 %1，应为 (%2, %3)：%4 的行数和样本数</translation>
    </message>
    <message>
        <source>has the shape %1, expected (1 or %2, dimensions)</source>
        <translation>形状是 %1，应为 (1 或 %2, 维数)</translation>
    </message>
    <message>
        <source>has the shape %1, expected %2 as map_mean.npy has it</source>
        <translation>形状是 %1，应与 map_mean.npy 一致，为 %2</translation>
    </message>
    <message>
        <source>has the shape %1, expected %2 axes, the first of all maps</source>
        <translation>形状是 %1，应有 %2 个轴，第一个轴为所有映射</translation>
    </message>
    <message>
        <source>has the shape %1, expected %2 axes, the first of %3 maps</source>
        <translation>形状是 %1，应有 %2 个轴，第一个轴为 %3 个映射</translation>
    </message>
    <message>
        <source>has the shape %1, expected %2 and one axis more</source>
        <translation>形状是 %1，应为 %2 再加一个轴</translation>
    </message>
    <message>
        <source>has the shape %1, expected %2</source>
        <translation>形状是 %1，应为 %2</translation>
    </message>
    <message>
        <source>has the shape %1, expected (N), one entry for each sample</source>
        <translation>形状是 %1，应为 (N)，每个样本一项</translation>
    </message>
    <message>
        <source>has the shape %1, expected (N), the id of each row</source>
        <translation>形状是 %1，应为 (N)，每行的编号</translation>
    </message>
    <message>
        <source>has the shape %1, expected (N, C), the probabilities of each sample</source>
        <translation>形状是 %1，应为 (N, C)，每个样本的概率</translation>
    </message>
    <message>
        <source>has the shape %1, expected (N, D): a row of D features for each sample</source>
        <translation>形状是 %1，应为 (N, D)：每个样本一行，D 个特征</translation>
    </message>
    <message>
        <source>has the shape %1, expected (%2, height, width), or that with 1, 3 or 4 channels</source>
        <translation>形状是 %1，应为 (%2, 高, 宽)，或再加 1、3 或 4 个通道</translation>
    </message>
    <message>
        <source>has the shape %1, expected (%2, at least 1), one row for each label, or for each sample of index.json</source>
        <translation>形状是 %1，应为 (%2, 至少为 1)，每个标签一行，或 index.json 的每个样本一行</translation>
    </message>
    <message>
        <source>has the shape %1, expected (%2, at least 1), one row for each label</source>
        <translation>形状是 %1，应为 (%2, 至少为 1)，每个标签一行</translation>
    </message>
    <message>
        <source>has the shape %1, expected a table of rows and columns</source>
        <translation>形状是 %1，应为由行和列组成的表格</translation>
    </message>
    <message>
        <source>has the shape %1, expected a list of numbers</source>
        <translation>形状是 %1，应为数的列表</translation>
    </message>
    <message>
        <source>has no entries, expected some</source>
        <translation>没有任何项，应至少有一项</translation>
    </message>
    <message>
        <source>has %1 entries, expected at most %2</source>
        <translation>有 %1 项，应不超过 %2 项</translation>
    </message>
    <message>
        <source>is not a .npy file, since it ends after %1 bytes</source>
        <translation>不是 .npy 文件，因为只有 %1 字节</translation>
    </message>
    <message>
        <source>is not a .npy file</source>
        <translation>不是 .npy 文件</translation>
    </message>
    <message>
        <source>is a .npy file of version %1, expected 1 to 3</source>
        <translation>是版本 %1 的 .npy 文件，应为 1 到 3</translation>
    </message>
    <message>
        <source>ends within its header</source>
        <translation>在文件头中就结束了</translation>
    </message>
    <message>
        <source>ends within its header of %1 bytes</source>
        <translation>在 %1 字节的文件头中就结束了</translation>
    </message>
    <message>
        <source>has a broken header, expected descr, fortran_order and shape</source>
        <translation>文件头损坏，应有 descr、fortran_order 和 shape</translation>
    </message>
    <message>
        <source>is too short for its shape: it has %1 bytes of data, expected %2</source>
        <translation>比其形状所需的短：有 %1 字节数据，应为 %2</translation>
    </message>
    <message>
        <source>far more</source>
        <translation>多得多</translation>
    </message>
    <message>
        <source>holds %1, expected %2</source>
        <translation>含有 %1，应为 %2</translation>
    </message>
    <message>
        <source>holds %1 (%2), expected %3</source>
        <translation>含有 %1（%2），应为 %3</translation>
    </message>
    <message>
        <source>is a pickle, as torch.save writes it, which may run any code when it is read, and is refused</source>
        <translation>是 torch.save 写出的 pickle，读取时可能运行任意代码，因此拒绝读取</translation>
    </message>
    <message>
        <source>is a pickle in a zip archive, as torch.save writes it, which may run any code when it is read, and is refused</source>
        <translation>是 torch.save 写出的、zip 中的 pickle，读取时可能运行任意代码，因此拒绝读取</translation>
    </message>
    <message>
        <source>has %1 different texts, expected labels of at most %2 classes</source>
        <translation>有 %1 种不同的文本，应为不超过 %2 个类别的标签</translation>
    </message>
    <message>
        <source>left out, since its name is of no array that is read</source>
        <translation>被略去，因为没有按此名称读取的数组</translation>
    </message>
    <message>
        <source>its numbers count from 1 to %1, so they are taken for the %2 classes in their order</source>
        <translation>其中的数从 1 计到 %1，因此按顺序作为 %2 个类别</translation>
    </message>
    <message>
        <source>holds texts, so dataset/ids.npy is expected, the text of each label</source>
        <translation>存放的是文本，因此需要 dataset/ids.npy，即每个标签的文本</translation>
    </message>
    <message>
        <source>has less than %1 whole rows</source>
        <translation>完整的行少于 %1 行</translation>
    </message>
    <message>
        <source>%1; save it as numpy.array(x.tolist())</source>
        <translation>%1；请另存为 numpy.array(x.tolist())</translation>
    </message>
    <message>
        <source>is a packed file %1, which is not read: unpack it and open what was in it</source>
        <translation>是 %1 压缩文件，不被读取：请解压后打开其中的内容</translation>
    </message>
    <message>
        <source>its numbers are -1 and 1, so they are taken for two classes</source>
        <translation>其中的数为 -1 和 1，因此作为两个类别</translation>
    </message>
    <message>
        <source>its texts are taken for numbers</source>
        <translation>其中的文本当作数</translation>
    </message>
    <message>
        <source>its texts are taken for classes</source>
        <translation>其中的文本当作类别</translation>
    </message>
    <message>
        <source>row %1 is not one-hot, expected %2 labels, or rows of which one column is 1 and the others are 0</source>
        <translation>第 %1 行不是 one-hot，应为 %2 个标签，或一列为 1、其余为 0 的行</translation>
    </message>
    <message>
        <source>its rows are one-hot and taken for %1 classes</source>
        <translation>其各行是 one-hot，当作 %1 个类别</translation>
    </message>
    <message>
        <source>holds the label %1, which is not among the names of classes</source>
        <translation>含有标签 %1，不在类别名之中</translation>
    </message>
    <message>
        <source>have more than %1 different values, expected classes</source>
        <translation>有超过 %1 种不同的值，应为类别</translation>
    </message>
    <message>
        <source>has %1: none is a table of features that is named like one; choose one with --key</source>
        <translation>有 %1：没有一个是按惯例命名的特征表；请用 --key 选择</translation>
    </message>
    <message>
        <source>the arrays %1</source>
        <translation>数组 %1</translation>
    </message>
    <message>
        <source>%1 of another kind</source>
        <translation>%1（其他类型）</translation>
    </message>
    <message>
        <source>the features are its array %1, without labels; choose others with --key and --labels-key</source>
        <translation>特征取自数组 %1，没有标签；可用 --key 和 --labels-key 选择其他数组</translation>
    </message>
    <message>
        <source>the features are its array %1, the labels %2; choose others with --key and --labels-key</source>
        <translation>特征取自数组 %1，标签取自 %2；可用 --key 和 --labels-key 选择其他数组</translation>
    </message>
    <message>
        <source>has no column &quot;label&quot;, expected one</source>
        <translation>没有名为“label”的列</translation>
    </message>
    <message>
        <source>has no array of %1 labels that is named like one; choose one with --labels-key</source>
        <translation>没有按惯例命名、含 %1 个标签的数组；请用 --labels-key 选择</translation>
    </message>
    <message>
        <source>has %1 labels, the features are of %2 samples</source>
        <translation>有 %1 个标签，而特征有 %2 个样本</translation>
    </message>
    <message>
        <source>has no arrays, expected .npy files in it</source>
        <translation>没有数组，其中应有 .npy 文件</translation>
    </message>
    <message>
        <source>has no array %1; its arrays are %2</source>
        <translation>没有数组 %1；现有数组为 %2</translation>
    </message>
    <message>
        <source>has %1 bytes, expected at most %2; save it by numpy.savez, without compression</source>
        <translation>有 %1 字节，应不超过 %2；请用 numpy.savez 保存，不要压缩</translation>
    </message>
    <message>
        <source>has axes that are not orthonormal, expected axes of length 1 at right angles to each other</source>
        <translation>轴不是标准正交的，各轴长度应为 1 且互相垂直</translation>
    </message>
    <message>
        <source>does not exist, expected both map_mean.npy and map_axes.npy or neither</source>
        <translation>不存在；map_mean.npy 和 map_axes.npy 应同时有或同时没有</translation>
    </message>
    <message>
        <source>has too many layers</source>
        <translation>层数过多</translation>
    </message>
    <message>
        <source>does not exist, expected all of a network&apos;s layers</source>
        <translation>不存在，网络的各层应齐全</translation>
    </message>
    <message>
        <source>is of %1 maps, expected 1 or %2: one an epoch</source>
        <translation>有 %1 个映射，应为 1 个或 %2 个：每个轮次一个</translation>
    </message>
    <message>
        <source>has other layers than that of the first map</source>
        <translation>层与第一个映射的不同</translation>
    </message>
    <message>
        <source>a head of the maps</source>
        <translation>映射的分类头</translation>
    </message>
    <message>
        <source>%1; the map is left out</source>
        <translation>%1；映射被略去</translation>
    </message>
    <message>
        <source>%1; landscapes are painted from the points</source>
        <translation>%1；分类景观由样本点推得</translation>
    </message>
    <message>
        <source>%1; between epochs, landscapes fade</source>
        <translation>%1；轮次之间的分类景观只作淡化过渡</translation>
    </message>
    <message>
        <source>has %1 layers, expected %2</source>
        <translation>有 %1 层，应为 %2 层</translation>
    </message>
    <message>
        <source>%1 is %2, expected a number; %3 such cells are left out</source>
        <translation>%1 是 %2，应为数；这样的单元格共 %3 个，均被略去</translation>
    </message>
    <message>
        <source>has no curves, expected event files of TensorBoard, a log with lines such as &quot;Epoch: [e][i/n]  Loss v (a)&quot;, a table with a column of steps or epochs, JSON lines with such a key, or trainer_state.json</source>
        <translation>没有曲线；需要 TensorBoard 的事件文件、含有“Epoch: [e][i/n]  Loss v (a)”这类行的日志、含有步数或轮次列的表格、含有此类键的 JSON 行，或 trainer_state.json</translation>
    </message>
    <message>
        <source>has no curves, expected events.out.tfevents.*, tables or JSON lines with steps or epochs, trainer_state.json, or logs with lines such as &quot;Epoch: [e][i/n]  Loss v (a)&quot;</source>
        <translation>没有曲线；需要 events.out.tfevents.*、含有步数或轮次的表格或 JSON 行、trainer_state.json，或含有“Epoch: [e][i/n]  Loss v (a)”这类行的日志</translation>
    </message>
    <message>
        <source>was written at the same time as another file with the same curves; it is the run %1</source>
        <translation>与另一个含有相同曲线的文件同时写成；作为运行 %1</translation>
    </message>
    <message>
        <source>the run was resumed; %1 points of a curve that came later do not count</source>
        <translation>训练中断后继续；某条曲线中其后的 %1 个点不计</translation>
    </message>
    <message>
        <source>the checksum of a record&apos;s data is wrong</source>
        <translation>某条记录的数据校验和错误</translation>
    </message>
    <message>
        <source>the checksum of a record&apos;s length is wrong</source>
        <translation>某条记录的长度校验和错误</translation>
    </message>
    <message>
        <source>a record is not an event</source>
        <translation>某条记录不是事件</translation>
    </message>
    <message>
        <source>a record of %1 bytes, expected at most %2</source>
        <translation>某条记录有 %1 字节，应不超过 %2</translation>
    </message>
    <message>
        <source>%1; no event can be read</source>
        <translation>%1；无法读取任何事件</translation>
    </message>
    <message>
        <source>%1 more records are broken; they are left out</source>
        <translation>另有 %1 条记录损坏；它们被略去</translation>
    </message>
    <message>
        <source>ends in the middle of a record, which begins at byte %1; what is whole is read</source>
        <translation>在一条记录中间结束，该记录从第 %1 个字节开始；完整的部分已读取</translation>
    </message>
    <message>
        <source>the run was begun again at an earlier step; %1 points of a curve that were written before do not count</source>
        <translation>训练从较早的一步重新开始；某条曲线中此前写入的 %1 个点不计</translation>
    </message>
    <message>
        <source>has more than %1 curves; the others are left out</source>
        <translation>有超过 %1 条曲线；其余被略去</translation>
    </message>
    <message>
        <source>has too many entries to read all of them; open a folder in it</source>
        <translation>内容太多，无法全部读取；请打开其中的文件夹</translation>
    </message>
    <message>
        <source>line %1 is cut off or broken; it is left out</source>
        <translation>第 %1 行被截断或损坏；它被略去</translation>
    </message>
    <message>
        <source>line %1 is the first of %2 that are cut off or broken; they are left out</source>
        <translation>有 %2 行被截断或损坏，首个是第 %1 行；它们被略去</translation>
    </message>
    <message>
        <source>%1 line of other programs is skipped</source>
        <translation>跳过其他程序的 %1 行</translation>
    </message>
    <message>
        <source>%1 lines of other programs are skipped</source>
        <translation>跳过其他程序的 %1 行</translation>
    </message>
    <message>
        <source>the last line, %1, has no end yet; it is left for later</source>
        <translation>最后一行（第 %1 行）尚未写完；留待以后读取</translation>
    </message>
    <message>
        <source>the run was resumed at an earlier step; of %1 steps the later writing counts</source>
        <translation>训练从较早的一步继续；有 %1 步以后写入的为准</translation>
    </message>
    <message>
        <source>the last line is cut off; it is left for later</source>
        <translation>最后一行被截断；留待以后读取</translation>
    </message>
    <message>
        <source>the last line is cut off; it is left out</source>
        <translation>最后一行被截断；它被略去</translation>
    </message>
    <message>
        <source>has no column of values, expected one beside %1</source>
        <translation>没有数值列，除 %1 外应至少有一列</translation>
    </message>
    <message>
        <source>line %1 repeats the names of the columns, as where a second run was appended; only the rows after it are shown</source>
        <translation>第 %1 行重复了列名，像是追加了第二次训练；只显示其后的行</translation>
    </message>
    <message>
        <source>columns of words are left out: %1</source>
        <translation>略去文字列：%1</translation>
    </message>
    <message>
        <source>the run was begun again at an earlier step; %1 rows that were written before do not count</source>
        <translation>训练从较早的一步重新开始；此前写入的 %1 行不计</translation>
    </message>
    <message>
        <source>has no column of numbers beside the steps</source>
        <translation>除步数外没有数字列</translation>
    </message>
    <message>
        <source>is empty, expected a line of names and rows</source>
        <translation>为空，应有一行列名和各行数据</translation>
    </message>
    <message>
        <source>is empty, expected %1</source>
        <translation>为空，应为 %1</translation>
    </message>
    <message>
        <source>epochs_at_steps is %1 of %2, expected a step for each of %3 epochs</source>
        <translation>epochs_at_steps 是长度为 %2 的 %1，应为 %3 个轮次各一步</translation>
    </message>
    <message>
        <source>epochs_at_steps is %1, expected a step for each of %2 epochs</source>
        <translation>epochs_at_steps 是 %1，应为 %2 个轮次各一步</translation>
    </message>
    <message>
        <source>%1; steps are placed without it</source>
        <translation>%1；换算步数时不使用它</translation>
    </message>
    <message>
        <source>a cell is %1, expected a number</source>
        <translation>有一个单元格是 %1，应为数</translation>
    </message>
    <message>
        <source>has %1 cells, expected %2 as in the first row</source>
        <translation>有 %1 个单元格，应与第一行一样为 %2 个</translation>
    </message>
    <message>
        <source>is empty, expected a row of numbers a sample</source>
        <translation>为空，应为每个样本一行数</translation>
    </message>
    <message>
        <source>has rows of different length, expected %1 cells each</source>
        <translation>各行长度不同，每行应有 %1 个单元格</translation>
    </message>
    <message>
        <source>has %1, expected KEY=COLUMN, ...</source>
        <translation>有 %1，应为 KEY=COLUMN, ...</translation>
    </message>
    <message>
        <source>has no column %1; its columns are %2</source>
        <translation>没有列 %1；现有各列为 %2</translation>
    </message>
    <message>
        <source>has no columns of places named like x and y; its columns are %1; name two of them with --columns x=COLUMN,y=COLUMN</source>
        <translation>没有名称像 x 和 y 的位置列；现有各列为 %1；请用 --columns x=COLUMN,y=COLUMN 指定其中两列</translation>
    </message>
    <message>
        <source>has the key %1, expected x, y, epoch, id, label, prediction or confidence</source>
        <translation>有键 %1，应为 x、y、epoch、id、label、prediction 或 confidence</translation>
    </message>
    <message>
        <source>the label of sample %1 is %2, at an earlier line it is another</source>
        <translation>样本 %1 的标签是 %2，而在前面的行中是另一个</translation>
    </message>
    <message>
        <source>sample %1 occurs twice at epoch %2</source>
        <translation>样本 %1 在轮次 %2 中出现了两次</translation>
    </message>
    <message>
        <source>has %1 rows at epoch %2 and %3 at another; a column of ids says which samples they are: see --columns</source>
        <translation>在轮次 %2 有 %1 行，在另一轮次有 %3 行；编号列可说明是哪些样本：参见 --columns</translation>
    </message>
    <message>
        <source>has no rows, expected one for each sample</source>
        <translation>没有任何行，应为每个样本一行</translation>
    </message>
    <message>
        <source>places are read from the columns %1; choose others with --columns</source>
        <translation>位置读自列 %1；可用 --columns 选择其他列</translation>
    </message>
    <message>
        <source>has no whole row, expected one for each sample</source>
        <translation>没有完整的行，应为每个样本一行</translation>
    </message>
    <message>
        <source>has %1 columns, expected at most %2</source>
        <translation>有 %1 列，应不超过 %2 列</translation>
    </message>
    <message>
        <source>two columns are called %1</source>
        <translation>有两列名为 %1</translation>
    </message>
    <message>
        <source>has more than %1 different keys</source>
        <translation>有超过 %1 个不同的键</translation>
    </message>
    <message>
        <source>has more after the object</source>
        <translation>对象之后还有内容</translation>
    </message>
    <message>
        <source>%1 occurs again; its first line counts</source>
        <translation>%1 再次出现；以第一行为准</translation>
    </message>
    <message>
        <source>%1 occurs twice within evaluation %2</source>
        <translation>%1 在评估 %2 中出现了两次</translation>
    </message>
    <message>
        <source>%1 is evaluated again when %2 of %3 samples have evaluation %4, as where a second run was appended to one that was stopped</source>
        <translation>%1 被再次评估，而此时 %3 个样本中只有 %2 个有评估 %4，像是在中止的训练之后追加了第二次训练</translation>
    </message>
    <message>
        <source>has no dynamics_epoch_&lt;k&gt;.jsonl of epochs %1 to %2; what is counted is of those that are there</source>
        <translation>缺少轮次 %1 至 %2 的 dynamics_epoch_&lt;k&gt;.jsonl；只按现有的轮次计数</translation>
    </message>
    <message>
        <source>has no dynamics_epoch_&lt;k&gt;.jsonl of epochs %1; what is counted is of those that are there</source>
        <translation>缺少轮次 %1 的 dynamics_epoch_&lt;k&gt;.jsonl；只按现有的轮次计数</translation>
    </message>
    <message>
        <source>has %1 of %2 samples; the others were not evaluated</source>
        <translation>有 %2 个样本中的 %1 个；其余没有评估</translation>
    </message>
    <message>
        <source>has no complete record, expected a line for each sample</source>
        <translation>没有完整的记录，应为每个样本一行</translation>
    </message>
    <message>
        <source>has no complete record, expected a line for each sample and evaluation</source>
        <translation>没有完整的记录，应为每个样本和每次评估一行</translation>
    </message>
    <message>
        <source>has no dynamics_epoch_&lt;k&gt;.jsonl, nor has training_dynamics in it</source>
        <translation>缺少 dynamics_epoch_&lt;k&gt;.jsonl，其中的 training_dynamics 里也没有</translation>
    </message>
    <message>
        <source>and %1 are of the same epoch, expected one of them</source>
        <translation>与 %1 属于同一轮次，只应有其中之一</translation>
    </message>
    <message>
        <source>probs do not sum to 1</source>
        <translation>probs 之和不为 1</translation>
    </message>
    <message>
        <source>label_probs is not what probs has for the label; label_probs counts</source>
        <translation>label_probs 与 probs 中该标签的概率不同；以 label_probs 为准</translation>
    </message>
    <message>
        <source>&quot;correct&quot; is not what probs say; &quot;correct&quot; counts</source>
        <translation>“correct”与 probs 不符；以“correct”为准</translation>
    </message>
    <message>
        <source>pred_label is not what probs say; probs count</source>
        <translation>pred_label 与 probs 不符；以 probs 为准</translation>
    </message>
    <message>
        <source>loss is not a number; it does not count in loss_mean</source>
        <translation>loss 不是数；不计入 loss_mean</translation>
    </message>
    <message>
        <source>outputs are not numbers; the sample is not evaluated there</source>
        <translation>输出不是数；该样本在该处不作评估</translation>
    </message>
    <message>
        <source>has no label; the sample has no training signals</source>
        <translation>没有标签；该样本没有训练信号</translation>
    </message>
    <message>
        <source>has too many samples</source>
        <translation>样本过多</translation>
    </message>
    <message>
        <source>sample %1 has the label %2, before it had %3</source>
        <translation>样本 %1 的标签是 %2，之前是 %3</translation>
    </message>
    <message>
        <source>has %1 classes, those before have %2</source>
        <translation>有 %1 个类别，之前的有 %2 个</translation>
    </message>
    <message>
        <source>class %1 is named, expected 0..%2 as there are probabilities</source>
        <translation>出现类别 %1，按概率的个数应为 0..%2</translation>
    </message>
    <message>
        <source>%1 is a list, expected a single value</source>
        <translation>%1 是列表，应为单个值</translation>
    </message>
    <message>
        <source>%1 has more than %2 entries</source>
        <translation>%1 有超过 %2 项</translation>
    </message>
    <message>
        <source>%1 is empty, expected %2</source>
        <translation>%1 为空，应为 %2</translation>
    </message>
    <message>
        <source>is not a record, expected %1</source>
        <translation>不是一条记录，应为 %1</translation>
    </message>
    <message>
        <source>a record is cut off and another one follows, as where a second run was appended; the first one is left out</source>
        <translation>一条记录被截断，后面接着另一条，像是追加了第二次训练；前一条被略去</translation>
    </message>
    <message>
        <source>is cut off, as by a run that was stopped; it is left out</source>
        <translation>被截断，像是训练被中止；它被略去</translation>
    </message>
    <message>
        <source>ends too early, expected %1</source>
        <translation>过早结束，应为 %1</translation>
    </message>
    <message>
        <source>expected %1, found %2</source>
        <translation>应为 %1，却是 %2</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;)&quot;</source>
        <translation>“,”或“)”</translation>
    </message>
    <message>
        <source>entry %1 is %2, expected 0..%3, a column of pred_probs.npy</source>
        <translation>第 %1 项是 %2，应为 0..%3，即 pred_probs.npy 的一列</translation>
    </message>
    <message>
        <source>row %1 has %2, expected probabilities, 0..1</source>
        <translation>第 %1 行有 %2，应为 0..1 之间的概率</translation>
    </message>
    <message>
        <source>has %1 labels, pred_probs.npy has %2 rows</source>
        <translation>有 %1 个标签，pred_probs.npy 有 %2 行</translation>
    </message>
    <message>
        <source>%1 samples have no label and are left out</source>
        <translation>%1 个样本没有标签，被略去</translation>
    </message>
    <message>
        <source>the probabilities of %1 samples (the first is %2) are no numbers; they are not evaluated</source>
        <translation>%1 个样本（首个为 %2）的概率不是数；它们不作评估</translation>
    </message>
    <message>
        <source>%1 is %2, expected 0..%3: %4 has %5 entries</source>
        <translation>%1 是 %2，应为 0..%3：%4 有 %5 项</translation>
    </message>
    <message>
        <source>has neither probs nor label_probs</source>
        <translation>既没有 probs，也没有 label_probs</translation>
    </message>
    <message>
        <source>does not say what was predicted: has none of probs, pred_label and correct</source>
        <translation>没有说明预测结果：probs、pred_label 和 correct 都没有</translation>
    </message>
    <message>
        <source>has no id</source>
        <translation>没有 id</translation>
    </message>
    <message>
        <source>has no label</source>
        <translation>没有 label</translation>
    </message>
    <message>
        <source>has no guid</source>
        <translation>没有 guid</translation>
    </message>
    <message>
        <source>has no gold</source>
        <translation>没有 gold</translation>
    </message>
    <message>
        <source>has no %1</source>
        <translation>没有 %1</translation>
    </message>
    <message>
        <source>has %1, expected %2</source>
        <translation>有 %1，应为 %2</translation>
    </message>
    <message>
        <source>at evaluation %1 what was learnt is lost, as where a second run was appended; all count as one run</source>
        <translation>在评估 %1 处学到的内容丢失，像是追加了第二次训练；全部算作一次训练</translation>
    </message>
    <message>
        <source>samples have %1 to %2 evaluations (%3 of %4 have %5); each one&apos;s signals are of its own</source>
        <translation>各样本有 %1 到 %2 次评估（%4 个中有 %3 个为 %5 次）；每个样本的信号只由自己的评估得出</translation>
    </message>
    <message>
        <source>there is no picture of sample %1</source>
        <translation>没有样本 %1 的图片</translation>
    </message>
    <message>
        <source>%1 pictures outside of the folder are not opened, the first is %2</source>
        <translation>文件夹之外的 %1 张图片不打开，首个为 %2</translation>
    </message>
    <message>
        <source>%1 files that are neither .png nor .jpg are not shown, the first is %2</source>
        <translation>既非 .png 也非 .jpg 的 %1 个文件不显示，首个为 %2</translation>
    </message>
    <message>
        <source>is a damaged JPEG (%1)</source>
        <translation>是损坏的 JPEG（%1）</translation>
    </message>
    <message>
        <source>is no JPEG that can be read (%1), expected a baseline or a progressive one of 8 bits</source>
        <translation>不是可读取的 JPEG（%1），须为 8 位的基线或渐进式 JPEG</translation>
    </message>
    <message>
        <source>is a JPEG of %1 scans, expected at most %2</source>
        <translation>是含 %1 次扫描的 JPEG，最多为 %2 次</translation>
    </message>
    <message>
        <source>%1 is not expected there, but samples 0..%2 that increase, such as 0..5,9</source>
        <translation>此处不应为 %1，须为 0..%2 之间递增的样本，例如 0..5,9</translation>
    </message>
    <message>
        <source>copies of %1 samples of %2 bytes each would be needed; expected less than 4 GiB in all</source>
        <translation>需要 %1 个样本的副本，每个 %2 字节；总共须小于 4 GiB</translation>
    </message>
    <message>
        <source>hands the folder of the recording to a program, which cannot be told of some samples or epochs; expected all of them, or another method</source>
        <translation>将训练记录的文件夹交给一个程序，无法告知它只取部分样本或轮次；须取全部，或用其他方法</translation>
    </message>
    <message>
        <source>its last line is cut off</source>
        <translation>最后一行被截断</translation>
    </message>
    <message>
        <source>is one more than the %1 samples</source>
        <translation>比 %1 个样本多出一个</translation>
    </message>
    <message>
        <source>a column has a name of %1 bytes, expected at most %2</source>
        <translation>有一列的名称长 %1 字节，应不超过 %2</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, expected at most %3</source>
        <translation>%1 有 %2 字节，应不超过 %3</translation>
    </message>
    <message>
        <source>the name of column %1 holds a control character: %2</source>
        <translation>第 %1 列的名称含有控制字符：%2</translation>
    </message>
    <message>
        <source>has %1 columns, too many for %2 bytes of %3 samples</source>
        <translation>有 %1 列，对 %3 个样本的 %2 字节来说太多</translation>
    </message>
    <message>
        <source>has %1 rows, expected one for each of %2 samples</source>
        <translation>有 %1 行，应为 %2 个样本各一行</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 is %2, as in row %3; expected each sample once</source>
        <translation>%1 是 %2，与第 %3 行相同；每个样本只应出现一次</translation>
    </message>
    <message>
        <source>none of its %1 ids is that of a sample</source>
        <translation>其 %1 个编号都不是样本的编号</translation>
    </message>
    <message>
        <source>rows of %1 ids that no sample has are left out, the first is %2</source>
        <translation>略去没有样本对应的 %1 个编号的行，首个为 %2</translation>
    </message>
    <message>
        <source>has no rows of samples</source>
        <translation>没有任何样本的行</translation>
    </message>
    <message>
        <source>has no row for %1 of %2 samples, the first is sample %3</source>
        <translation>%2 个样本中有 %1 个没有行，首个是样本 %3</translation>
    </message>
    <message>
        <source>id %1 is that of sample %2 and of sample %3, expected a different one for each sample</source>
        <translation>编号 %1 既是样本 %2 的，也是样本 %3 的；每个样本的编号应不同</translation>
    </message>
    <message>
        <source>is read as %1</source>
        <translation>按 %1 读取</translation>
    </message>
    <message>
        <source>is left out, since there is %1</source>
        <translation>被略去，因为已有 %1</translation>
    </message>
    <message>
        <source>%1; no columns of samples are shown</source>
        <translation>%1；不显示样本的列</translation>
    </message>
    <message>
        <source>is in UTF-32, expected UTF-8, UTF-16 or GB18030</source>
        <translation>是 UTF-32，应为 UTF-8、UTF-16 或 GB18030</translation>
    </message>
    <message>
        <source>line %1 holds a NUL byte, expected a text</source>
        <translation>第 %1 行含有 NUL 字节，应为文本</translation>
    </message>
    <message>
        <source>line %1 holds a NUL character</source>
        <translation>第 %1 行含有 NUL 字符</translation>
    </message>
    <message>
        <source>is not in UTF-8, perhaps in Windows-1252 or another encoding of one byte a letter; expected UTF-8, UTF-16 or GB18030</source>
        <translation>不是 UTF-8，可能是 Windows-1252 或其他单字节编码；应为 UTF-8、UTF-16 或 GB18030</translation>
    </message>
    <message>
        <source>is in %1, which this system cannot read; expected UTF-8</source>
        <translation>是 %1，本系统无法读取；应为 UTF-8</translation>
    </message>
    <message>
        <source>is neither in UTF-8 nor in %1, expected UTF-8, UTF-16 or GB18030</source>
        <translation>既不是 UTF-8，也不是 %1；应为 UTF-8、UTF-16 或 GB18030</translation>
    </message>
    <message>
        <source>has more lines than the %1 samples</source>
        <translation>行数多于 %1 个样本</translation>
    </message>
    <message>
        <source>has %1 lines, expected one for each of %2 samples</source>
        <translation>有 %1 行，应为 %2 个样本各一行</translation>
    </message>
    <message>
        <source>has no list ground_truth_pairs, expected pairs of samples</source>
        <translation>没有列表 ground_truth_pairs，应为成对的样本</translation>
    </message>
    <message>
        <source>ground_truth_pairs holds %1, expected pairs of samples</source>
        <translation>ground_truth_pairs 含有 %1，应为成对的样本</translation>
    </message>
    <message>
        <source>is no object of lists of samples</source>
        <translation>不是由样本列表组成的对象</translation>
    </message>
    <message>
        <source>%1; the column &quot;%2&quot; is left out</source>
        <translation>%1；列“%2”被略去</translation>
    </message>
    <message>
        <source>cannot hold the picture of sample %1 of %2 x %3 pixels beside others of %4 x %5</source>
        <translation>无法在 %4 x %5 像素的图片旁放入样本 %1 的 %2 x %3 像素的图片</translation>
    </message>
    <message>
        <source>ends within a row</source>
        <translation>在一行中间结束</translation>
    </message>
    <message>
        <source>has no column called index or id</source>
        <translation>没有名为 index 或 id 的列</translation>
    </message>
    <message>
        <source>has no column called action</source>
        <translation>没有名为 action 的列</translation>
    </message>
    <message>
        <source>line %1 is about no sample of this folder</source>
        <translation>第 %1 行不涉及此文件夹的任何样本</translation>
    </message>
    <message>
        <source>line %1 has another label than the sample</source>
        <translation>第 %1 行的标签与样本的不同</translation>
    </message>
    <message>
        <source>line %1 has an unknown action</source>
        <translation>第 %1 行的操作未知</translation>
    </message>
    <message>
        <source>line %1 has an unknown class</source>
        <translation>第 %1 行的类别未知</translation>
    </message>
    <message>
        <source>line %1 has neither an action nor a note</source>
        <translation>第 %1 行既没有操作，也没有备注</translation>
    </message>
    <message>
        <source>%1 (kept as it is)</source>
        <translation>%1（保持原样）</translation>
    </message>
    <message>
        <source>%1; rows like this: %2</source>
        <translation>%1；这样的行共 %2 行</translation>
    </message>
    <message>
        <source>has bytes that are 0, expected a table in UTF-8</source>
        <translation>含有为 0 的字节，应为 UTF-8 的表格</translation>
    </message>
    <message>
        <source>has lists as its columns, expected an object for each sample</source>
        <translation>以列表为列，应为每个样本一个对象</translation>
    </message>
    <message>
        <source>is no box, expected the four numbers x0, y0, x1, y1</source>
        <translation>不是方框，应为四个数 x0、y0、x1、y1</translation>
    </message>
    <message>
        <source>there is none for %1 of %2 epochs</source>
        <translation>%2 个轮次中有 %1 个没有背景</translation>
    </message>
    <message>
        <source>there are more than %1 different texts, expected fewer to colour by</source>
        <translation>不同的文本超过 %1 个，太多，无法用于着色</translation>
    </message>
    <message>
        <source>the query needs more than 2 GiB of memory</source>
        <translation>查询需要超过 2 GiB 的内存</translation>
    </message>
    <message>
        <source>the function %1 cannot be used here</source>
        <translation>此处不能使用函数 %1</translation>
    </message>
    <message>
        <source>the column %1 cannot be used here</source>
        <translation>列 %1 不能用在这里</translation>
    </message>
    <message>
        <source>there is no query</source>
        <translation>没有查询</translation>
    </message>
    <message>
        <source>only SELECT can be asked here</source>
        <translation>这里只能用 SELECT 查询</translation>
    </message>
    <message>
        <source>%1; did you mean %2?</source>
        <translation>%1；是否想写 %2？</translation>
    </message>
    <message>
        <source>there is no column %1</source>
        <translation>没有列 %1</translation>
    </message>
    <message>
        <source>there is no column %1; a text stands in single quotes</source>
        <translation>没有列 %1；文本要写在单引号中</translation>
    </message>
    <message>
        <source>there is no function %1</source>
        <translation>没有函数 %1</translation>
    </message>
    <message>
        <source>there is no table %1; the tables are samples and epochs</source>
        <translation>没有表 %1；只有表 samples 和 epochs</translation>
    </message>
    <message>
        <source>the quote is not closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>%1 is not understood</source>
        <translation>无法理解 %1</translation>
    </message>
    <message>
        <source>something is missing at the end</source>
        <translation>结尾处缺少内容</translation>
    </message>
    <message>
        <source>%1 is not expected here</source>
        <translation>%1 不应出现在这里</translation>
    </message>
    <message>
        <source>only the tables samples and epochs can be read</source>
        <translation>只能读取表 samples 和 epochs</translation>
    </message>
    <message>
        <source>the query was stopped</source>
        <translation>查询已停止</translation>
    </message>
    <message>
        <source>a text is longer than 16 MiB</source>
        <translation>有文本长于 16 MiB</translation>
    </message>
    <message>
        <source>ESCAPE expression must be a single character</source>
        <translation>ESCAPE 表达式必须是单个字符</translation>
    </message>
    <message>
        <source>%1 takes the number of an epoch: %2</source>
        <translation>%1 需要轮次的编号：%2</translation>
    </message>
    <message>
        <source>there is no epoch %1; the nearest are %2 and %3</source>
        <translation>没有轮次 %1；最近的是 %2 和 %3</translation>
    </message>
    <message>
        <source>there is no epoch %1; the first is %2</source>
        <translation>没有轮次 %1；第一个是 %2</translation>
    </message>
    <message>
        <source>there is no epoch %1; the last is %2</source>
        <translation>没有轮次 %1；最后一个是 %2</translation>
    </message>
    <message>
        <source>there is no column %1; the table epochs has one</source>
        <translation>没有列 %1；表 epochs 有此列</translation>
    </message>
    <message>
        <source>a query has no parameters; the value itself is expected here</source>
        <translation>查询没有参数；此处应直接写出值</translation>
    </message>
    <message>
        <source>a condition has no GROUP BY or HAVING; a whole SELECT may have one</source>
        <translation>条件中不能有 GROUP BY 或 HAVING；完整的 SELECT 中可以有</translation>
    </message>
    <message>
        <source>only one query can be asked</source>
        <translation>只能提出一个查询</translation>
    </message>
    <message>
        <source>a bracket closes that was not opened</source>
        <translation>有多余的右括号</translation>
    </message>
    <message>
        <source>only one condition can be asked</source>
        <translation>只能提出一个条件</translation>
    </message>
    <message>
        <source>a condition is expected, as after WHERE</source>
        <translation>应为条件，如同写在 WHERE 之后</translation>
    </message>
    <message>
        <source>%1 at byte %2 (line %3), near %4</source>
        <translation>%1，在第 %2 个字节（第 %3 行）处，靠近 %4</translation>
    </message>
    <message>
        <source>holds too large a number</source>
        <translation>含有过大的数</translation>
    </message>
    <message>
        <source>%1 is %2, expected a list</source>
        <translation>%1 是 %2，应为列表</translation>
    </message>
    <message>
        <source>%1 is empty, expected at least one entry</source>
        <translation>%1 为空，应至少有一项</translation>
    </message>
    <message>
        <source>label_color[%1] is %2 of %3, expected [r, g, b], &quot;#rrggbb&quot; or the name of a colour</source>
        <translation>label_color[%1] 是长度为 %3 的 %2，应为 [r, g, b]、&quot;#rrggbb&quot; 或颜色的名称</translation>
    </message>
    <message>
        <source>label_color[%1] is %2, expected [r, g, b], &quot;#rrggbb&quot; or the name of a colour</source>
        <translation>label_color[%1] 是 %2，应为 [r, g, b]、&quot;#rrggbb&quot; 或颜色的名称</translation>
    </message>
    <message>
        <source>label_color[%1] holds %2, expected integers 0..255</source>
        <translation>label_color[%1] 含有 %2，应为 0..255 的整数</translation>
    </message>
    <message>
        <source>label_color has %1 colours, label_text has %2 classes</source>
        <translation>label_color 有 %1 种颜色，label_text 有 %2 个类别</translation>
    </message>
    <message>
        <source>label_color has %1 colours for %2 classes; the last ones are left out</source>
        <translation>label_color 有 %1 种颜色，而只有 %2 个类别；多余的被略去</translation>
    </message>
    <message>
        <source>label_index[%1] is %2, expected an integer 0..%3</source>
        <translation>label_index[%1] 是 %2，应为 0..%3 的整数</translation>
    </message>
    <message>
        <source>frame is broken, expected [[x0, y0], [x1, y1]] with x0 &lt; x1 and y0 &lt; y1</source>
        <translation>frame 有误，应为 [[x0, y0], [x1, y1]]，且 x0 &lt; x1、y0 &lt; y1</translation>
    </message>
    <message>
        <source>background_origin is %1, expected &quot;lower&quot; or &quot;upper&quot;; it is left out</source>
        <translation>background_origin 是 %1，应为 &quot;lower&quot; 或 &quot;upper&quot;；它被略去</translation>
    </message>
    <message>
        <source>axes is broken, expected {&quot;x&quot;: name, &quot;y&quot;: name}; it is left out</source>
        <translation>axes 有误，应为 {&quot;x&quot;: name, &quot;y&quot;: name}；它被略去</translation>
    </message>
    <message>
        <source>background is %1, expected a path with ${epoch} in it; it is left out</source>
        <translation>background 是 %1，应为含有 ${epoch} 的路径；它被略去</translation>
    </message>
    <message>
        <source>%1 names epoch %2 twice</source>
        <translation>%1 两次列出轮次 %2</translation>
    </message>
    <message>
        <source>unknown is %1, expected an object of lists</source>
        <translation>unknown 是 %1，应为由列表组成的对象</translation>
    </message>
    <message>
        <source>predictions is %1, expected &quot;logits&quot; or &quot;probabilities&quot;; it is left out</source>
        <translation>predictions 是 %1，应为 &quot;logits&quot; 或 &quot;probabilities&quot;；它被略去</translation>
    </message>
    <message>
        <source>is empty, expected JSON</source>
        <translation>为空，应为 JSON</translation>
    </message>
    <message>
        <source>ends too early, as if it were cut off (byte %1)</source>
        <translation>过早结束，像是被截断（第 %1 个字节）</translation>
    </message>
    <message>
        <source>lists or objects are nested more than %1 deep</source>
        <translation>列表或对象嵌套超过 %1 层</translation>
    </message>
    <message>
        <source>%1 holds lists or objects nested more than %2 deep</source>
        <translation>%1 中的列表或对象嵌套超过 %2 层</translation>
    </message>
    <message>
        <source>key %1 occurs twice</source>
        <translation>键 %1 出现了两次</translation>
    </message>
    <message>
        <source>%1 occurs twice</source>
        <translation>%1 出现了两次</translation>
    </message>
    <message>
        <source>is not valid JSON</source>
        <translation>不是有效的 JSON</translation>
    </message>
    <message>
        <source>holds no epochs, expected at least one</source>
        <translation>没有任何轮次，应至少有一个</translation>
    </message>
    <message>
        <source>%1 has %2 %3, label_index has %4</source>
        <translation>%1 有 %2 个 %3，label_index 有 %4 项</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>项</translation>
    </message>
    <message>
        <source>lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>has no projection</source>
        <translation>没有 projection</translation>
    </message>
    <message>
        <source>key %1 is not an epoch, expected an integer</source>
        <translation>键 %1 不是轮次，应为整数</translation>
    </message>
    <message>
        <source>%1 has %2 numbers, expected [x, y]</source>
        <translation>%1 有 %2 个数，应为 [x, y]</translation>
    </message>
    <message>
        <source>data.json: not known and left out: %1</source>
        <translation>data.json：未知而略去：%1</translation>
    </message>
    <message>
        <source>data.json: not known and left out: %1 and %2 more</source>
        <translation>data.json：未知而略去：%1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>%1; its last epoch was cut off and is left out</source>
        <translation>%1；其最后一个轮次被截断，因而略去</translation>
    </message>
    <message>
        <source>%1; epoch %2, the last one, was cut off and is left out</source>
        <translation>%1；最后一个轮次 %2 被截断，因而略去</translation>
    </message>
    <message>
        <source>background is a web address, which is not read by itself: %1</source>
        <translation>background 是网址，不会自动读取：%1</translation>
    </message>
    <message>
        <source>expected a name or a value</source>
        <translation>应为名称或值</translation>
    </message>
    <message>
        <source>has too many embeddings</source>
        <translation>嵌入过多</translation>
    </message>
    <message>
        <source>the labels are its column %1</source>
        <translation>标签取自其列 %1</translation>
    </message>
    <message>
        <source>has %1 rows, the tensors are of %2 samples</source>
        <translation>有 %1 行，而张量有 %2 个样本</translation>
    </message>
    <message>
        <source>its labels are names of samples, since most of them differ; all samples are in one class</source>
        <translation>其标签多数互不相同，是样本的名称；所有样本归为一类</translation>
    </message>
    <message>
        <source>cannot be created for numbers that need more than 1 GiB of memory</source>
        <translation>所需的数超过 1 GiB 内存，无法建立</translation>
    </message>
    <message>
        <source>has no tensor_shape of rows and columns in projector_config.pbtxt</source>
        <translation>在 projector_config.pbtxt 中没有由行数和列数组成的 tensor_shape</translation>
    </message>
    <message>
        <source>has %1 bytes, expected float32 of %2 x %3</source>
        <translation>有 %1 字节，应为 %2 x %3 的 float32</translation>
    </message>
    <message>
        <source>has other labels than the steps before: the samples were shuffled; expected the same order at each step</source>
        <translation>标签与之前各步不同：样本被打乱了；每一步的顺序应相同</translation>
    </message>
    <message>
        <source>has no tensors</source>
        <translation>没有张量</translation>
    </message>
    <message>
        <source>has the embeddings %1: choose one of them with --projection</source>
        <translation>有嵌入 %1：请用 --projection 选择其一</translation>
    </message>
    <message>
        <source>has the embeddings %1, not %2</source>
        <translation>有嵌入 %1，没有 %2</translation>
    </message>
    <message>
        <source>has %1 epochs that the folder does not have; they are left out</source>
        <translation>有 %1 个轮次是文件夹没有的；它们被略去</translation>
    </message>
    <message>
        <source>%1; prototypes are left out</source>
        <translation>%1；原型被略去</translation>
    </message>
    <message>
        <source>%1 is %2, expected an integer %3..%4</source>
        <translation>%1 是 %2，应为 %3..%4 的整数</translation>
    </message>
    <message>
        <source>%1 is %2, expected a number of 0 or more</source>
        <translation>%1 是 %2，应为不小于 0 的数</translation>
    </message>
    <message>
        <source>%1 is %2, expected a list of at least one</source>
        <translation>%1 是 %2，应为至少一项的列表</translation>
    </message>
    <message>
        <source>epochs[%1] is %2, expected numbers of epochs, each of them once</source>
        <translation>epochs[%1] 是 %2，应为轮次的编号，每个只出现一次</translation>
    </message>
    <message>
        <source>weights is %1, expected &quot;normalised&quot;, &quot;equal&quot; or &quot;inverse&quot;</source>
        <translation>weights 是 %1，应为 &quot;normalised&quot;、&quot;equal&quot; 或 &quot;inverse&quot;</translation>
    </message>
    <message>
        <source>levels has %1 entries, expected 1..%2</source>
        <translation>levels 有 %1 项，应为 1..%2</translation>
    </message>
    <message>
        <source>has as many clusters as one before it: %1</source>
        <translation>聚类数与前面的一个相同：%1</translation>
    </message>
    <message>
        <source>placing is %1, expected &quot;map&quot; or &quot;samples&quot;</source>
        <translation>placing 是 %1，应为 &quot;map&quot; 或 &quot;samples&quot;</translation>
    </message>
    <message>
        <source>differs from %1 from sample %2 on (%3, expected %4): %5</source>
        <translation>从样本 %2 起与 %1 不同（%3，应为 %4）：%5</translation>
    </message>
    <message>
        <source>the samples are shuffled</source>
        <translation>样本被打乱</translation>
    </message>
    <message>
        <source>these are other samples, or shuffled ones</source>
        <translation>是其他样本，或被打乱</translation>
    </message>
    <message>
        <source>holds one %1 a sample, as if it were the predicted class; expected logits or probabilities, one column a class</source>
        <translation>每个样本只有一个 %1，像是预测的类别；应为 logits 或概率，每个类别一列</translation>
    </message>
    <message>
        <source>row %1 holds %2, expected probabilities, since that is what it is said to hold</source>
        <translation>第 %1 行含有 %2，应为概率，因为注明为概率</translation>
    </message>
    <message>
        <source>has one number a sample, which is taken for that of class 1 of two classes</source>
        <translation>每个样本只有一个数，当作两个类别中类别 1 的数</translation>
    </message>
    <message>
        <source>its rows lie in 0..1 and add up to 1, so they are taken for probabilities; &quot;predictions&quot;: &quot;logits&quot; in info.json says otherwise</source>
        <translation>其各行在 0..1 之间且和为 1，因此当作概率；若不是，请在 info.json 中写 &quot;predictions&quot;: &quot;logits&quot;</translation>
    </message>
    <message>
        <source>holds %1 and %2, which are both epoch %3, expected one of them</source>
        <translation>含有 %1 和 %2，都是轮次 %3，只应有其中之一</translation>
    </message>
    <message>
        <source>%1: left out, since %2 is named by an epoch and counts</source>
        <translation>%1：被略去，因为以轮次命名的 %2 为准</translation>
    </message>
    <message>
        <source>its first column is %1, expected &quot;epoch&quot;</source>
        <translation>第一列是 %1，应为“epoch”</translation>
    </message>
    <message>
        <source>a column is called %1, expected names, each of them once</source>
        <translation>有一列名为 %1，应为名称，每个只出现一次</translation>
    </message>
    <message>
        <source>has %1 cells, expected %2</source>
        <translation>有 %1 个单元格，应为 %2 个</translation>
    </message>
    <message>
        <source>epoch is %1, expected a number</source>
        <translation>轮次是 %1，应为数</translation>
    </message>
    <message>
        <source>epoch %1 occurs twice</source>
        <translation>轮次 %1 出现了两次</translation>
    </message>
    <message>
        <source>has no rows, expected a line for each epoch</source>
        <translation>没有任何行，应为每个轮次一行</translation>
    </message>
    <message>
        <source>libtorch cannot read it (%1)</source>
        <translation>libtorch 无法读取（%1）</translation>
    </message>
    <message>
        <source>fails at rows of %1 features (%2)</source>
        <translation>处理含 %1 个特征的行时出错（%2）</translation>
    </message>
    <message>
        <source>gives logits that are not finite</source>
        <translation>给出非有限的 logits</translation>
    </message>
    <message>
        <source>gives other logits for the same features each time it is asked</source>
        <translation>对相同的特征每次给出不同的 logits</translation>
    </message>
    <message>
        <source>gives a sample other logits when others are asked about with it</source>
        <translation>与其他样本一起计算时，对同一样本给出不同的 logits</translation>
    </message>
    <message>
        <source>needs libtorch, and %1</source>
        <translation>需要 libtorch，但 %1</translation>
    </message>
    <message>
        <source>libtorch multiplies matrices by %1, which seems to be the reference BLAS and is ten times slower than OpenBLAS (Debian: apt install libopenblas0)</source>
        <translation>libtorch 用 %1 做矩阵乘法，它似乎是参考 BLAS，比 OpenBLAS 慢十倍（Debian：apt install libopenblas0）</translation>
    </message>
    <message>
        <source>is a file of PyTorch, which is not read; save the labels as Training_data/labels.npy: numpy.save(&quot;Training_data/labels.npy&quot;, torch.load(&quot;%1&quot;).numpy())</source>
        <translation>是 PyTorch 的文件，不能读取；请把标签存为 Training_data/labels.npy：numpy.save(&quot;Training_data/labels.npy&quot;, torch.load(&quot;%1&quot;).numpy())</translation>
    </message>
    <message>
        <source>Model: an epoch without train_data.npy is left out</source>
        <translation>Model：没有 train_data.npy 的轮次被略去</translation>
    </message>
    <message>
        <source>test_data.npy: left out, only the training samples are shown</source>
        <translation>test_data.npy：被略去，只显示训练样本</translation>
    </message>
    <message>
        <source>taken as probabilities, without another softmax</source>
        <translation>当作概率，不再做 softmax</translation>
    </message>
    <message>
        <source>left out, since there is %1</source>
        <translation>被略去，因为已有 %1</translation>
    </message>
    <message>
        <source>has %1 rows, ids.npy beside it names more</source>
        <translation>有 %1 行，而旁边的 ids.npy 列出更多</translation>
    </message>
    <message>
        <source>does not exist, expected both head_weight.npy and head_bias.npy or neither</source>
        <translation>不存在；head_weight.npy 和 head_bias.npy 应同时有或同时没有</translation>
    </message>
    <message>
        <source>head.pt is left out, since there is a linear head as well</source>
        <translation>head.pt 被略去，因为另有线性分类头</translation>
    </message>
    <message>
        <source>has no embeddings.npy; it is left out</source>
        <translation>没有 embeddings.npy；它被略去</translation>
    </message>
    <message>
        <source>names class %1, expected at most %2 without dataset/info.json</source>
        <translation>出现类别 %1，没有 dataset/info.json 时应不超过 %2</translation>
    </message>
    <message>
        <source>names %1 classes, predictions.npy has %2</source>
        <translation>列出 %1 个类别，predictions.npy 有 %2 个</translation>
    </message>
    <message>
        <source>has %1 ids, %2 has %3 labels</source>
        <translation>有 %1 个编号，%2 有 %3 个标签</translation>
    </message>
    <message>
        <source>%1; save ids.npy beside it, the index of each row in the labels of the recording, or save every epoch in the same order</source>
        <translation>%1；请在旁边保存 ids.npy，即每行在训练记录标签中的序号，或以相同的顺序保存每个轮次</translation>
    </message>
    <message>
        <source>there is no labels.npy: all samples are unlabelled</source>
        <translation>没有 labels.npy：所有样本都没有标签</translation>
    </message>
    <message>
        <source>there is no labels.npy: all samples are in one class</source>
        <translation>没有 labels.npy：所有样本归为一类</translation>
    </message>
    <message>
        <source>names sample %1 twice</source>
        <translation>两次列出样本 %1</translation>
    </message>
    <message>
        <source>names sample %1, expected 0..%2, the samples of %3; if ids are no indices, save dataset/ids.npy, the id of each label</source>
        <translation>列出样本 %1，应为 0..%2，即 %3 的样本；如果编号不是序号，请保存 dataset/ids.npy，即每个标签的编号</translation>
    </message>
    <message>
        <source>names sample %1, which has no label in %2</source>
        <translation>列出样本 %1，它在 %2 中没有标签</translation>
    </message>
    <message>
        <source>contradicts %1 for sample %2, in the order of %3</source>
        <translation>按 %3 的顺序，样本 %2 与 %1 矛盾</translation>
    </message>
    <message>
        <source>has %1 labels, %2 has %3: samples are missing, or shuffled</source>
        <translation>有 %1 个标签，%2 有 %3 个：样本缺失，或被打乱</translation>
    </message>
    <message>
        <source>sample %1 at epoch %2</source>
        <translation>轮次 %2 的样本 %1</translation>
    </message>
    <message>
        <source>ids.npy: the samples of %1 epoch are put in the order of the labels</source>
        <translation>ids.npy：%1 个轮次的样本已按标签的顺序排列</translation>
    </message>
    <message>
        <source>ids.npy: the samples of %1 epochs are put in the order of the labels</source>
        <translation>ids.npy：%1 个轮次的样本已按标签的顺序排列</translation>
    </message>
    <message>
        <source>ids.npy: samples that an epoch does not name are absent there: %1 in %2 epoch, the first is %3</source>
        <translation>ids.npy：轮次没有列出的样本在该轮次缺失：%2 个轮次中共 %1 个，首个为 %3</translation>
    </message>
    <message>
        <source>ids.npy: samples that an epoch does not name are absent there: %1 in %2 epochs, the first is %3</source>
        <translation>ids.npy：轮次没有列出的样本在该轮次缺失：%2 个轮次中共 %1 个，首个为 %3</translation>
    </message>
    <message>
        <source>cannot be resumed: has %1</source>
        <translation>无法继续：%1</translation>
    </message>
    <message>
        <source>cannot be resumed: its content is not what was written (its checksum is another); remove it to begin anew</source>
        <translation>无法继续：内容与写入时不同（校验和不符）；请删除它以重新开始</translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>没有 %1</translation>
    </message>
    <message>
        <source>no head that ends</source>
        <translation>文件头没有结尾</translation>
    </message>
    <message>
        <source>a list of %1 entries, expected %2</source>
        <translation>列表有 %1 项，应为 %2 项</translation>
    </message>
    <message>
        <source>a number that is not finite</source>
        <translation>含有非有限的数</translation>
    </message>
    <message>
        <source>a map that is at fault: %1</source>
        <translation>映射有误：%1</translation>
    </message>
    <message>
        <source>%1 bytes more than its head tells of</source>
        <translation>比其文件头所述多 %1 字节</translation>
    </message>
    <message>
        <source>is not a checkpoint of this version, expected the first line &quot;%1&quot;</source>
        <translation>不是此版本的检查点，第一行应为“%1”</translation>
    </message>
    <message>
        <source>%1 where a list is expected</source>
        <translation>%1，此处应为列表</translation>
    </message>
    <message>
        <source>%1 where a text is expected</source>
        <translation>%1，此处应为文本</translation>
    </message>
    <message>
        <source>%1 where a number is expected</source>
        <translation>%1，此处应为数</translation>
    </message>
    <message>
        <source>%1 where a count is expected</source>
        <translation>%1，此处应为个数</translation>
    </message>
    <message>
        <source>%1 where 16 hexadecimal digits are expected</source>
        <translation>%1，此处应为 16 位十六进制数字</translation>
    </message>
    <message>
        <source>%1 numbers left, expected %2 x %3</source>
        <translation>剩余 %1 个数，应为 %2 x %3</translation>
    </message>
    <message>
        <source>holds NaN or Infinity, expected lists of samples</source>
        <translation>含有 NaN 或 Infinity，应为样本的列表</translation>
    </message>
    <message>
        <source>%1 is %2, expected a sample 0..%3</source>
        <translation>%1 是 %2，应为样本 0..%3</translation>
    </message>
    <message>
        <source>is %1, expected an object of lists, {&quot;train&quot;: [...], &quot;test&quot;: [...]}</source>
        <translation>是 %1，应为由列表组成的对象 {&quot;train&quot;: [...], &quot;test&quot;: [...]}</translation>
    </message>
    <message>
        <source>%1 is %2, expected a list of samples</source>
        <translation>%1 是 %2，应为样本的列表</translation>
    </message>
    <message>
        <source>has %1 columns, expected 2</source>
        <translation>有 %1 列，应为 2 列</translation>
    </message>
    <message>
        <source>has no projection.npy; it is left out</source>
        <translation>没有 projection.npy；它被略去</translation>
    </message>
    <message>
        <source>names %1 samples and is not used, since projection.npy has a row for each of %2 labels</source>
        <translation>列出 %1 个样本，但未使用，因为 projection.npy 对 %2 个标签各有一行</translation>
    </message>
    <message>
        <source>the rows of projection.npy are taken in its order, for %1 of %2 samples</source>
        <translation>projection.npy 的各行按其顺序读取，%2 个样本中有 %1 个</translation>
    </message>
    <message>
        <source>%1; expected TorchScript: torch.jit.script(model.fc).save(&quot;head.pt&quot;)</source>
        <translation>%1；应为 TorchScript：torch.jit.script(model.fc).save(&quot;head.pt&quot;)</translation>
    </message>
    <message>
        <source>names %1 in its code, which can reach beyond numbers (files, for one) and is refused</source>
        <translation>代码中出现 %1，可能触及数以外的内容（例如文件），因此拒绝读取</translation>
    </message>
    <message>
        <source>operators of other libraries</source>
        <translation>其他库的算子</translation>
    </message>
    <message>
        <source>what it makes up (getattr)</source>
        <translation>自行拼出的名称 (getattr)</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is not a zip archive</source>
        <translation>不是 zip 文件</translation>
    </message>
    <message>
        <source>has more than %1 bytes of code</source>
        <translation>有超过 %1 字节的代码</translation>
    </message>
    <message>
        <source>is a zip archive without TorchScript in it</source>
        <translation>是 zip 文件，但其中没有 TorchScript</translation>
    </message>
    <message>
        <source>no reason is given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>%1 cannot be loaded (%2)</source>
        <translation>无法加载 %1（%2）</translation>
    </message>
    <message>
        <source>libtorch cannot be loaded (%1)</source>
        <translation>无法加载 libtorch（%1）</translation>
    </message>
    <message>
        <source>a process handed over %1 bytes, expected %2; are all processes of the same version?</source>
        <translation>一个进程交来 %1 字节，应为 %2；所有进程的版本相同吗？</translation>
    </message>
    <message>
        <source>is of another version of the program</source>
        <translation>属于本程序的另一个版本</translation>
    </message>
    <message>
        <source>this program was built without libtorch (Debian: apt install libtorch-dev, then build it again; the manual&apos;s page landscapes.md says more)</source>
        <translation>本程序构建时没有 libtorch（Debian：apt install libtorch-dev，然后重新构建；详见手册的 landscapes.md）</translation>
    </message>
    <message>
        <source>libtorch failed</source>
        <translation>libtorch 出错</translation>
    </message>
    <message>
        <source>expected cpu, cuda or cuda:&lt;number&gt;</source>
        <translation>应为 cpu、cuda 或 cuda:&lt;编号&gt;</translation>
    </message>
    <message>
        <source>this libtorch finds no CUDA device, or was built without CUDA</source>
        <translation>此 libtorch 找不到 CUDA 设备，或构建时没有 CUDA</translation>
    </message>
    <message>
        <source>there are %1 CUDA devices, counted from 0</source>
        <translation>有 %1 个 CUDA 设备，从 0 数起</translation>
    </message>
    <message>
        <source>the module changes itself when it is asked</source>
        <translation>模块在计算时会改变自身</translation>
    </message>
    <message>
        <source>the module uses %1, expected none but aten and prim</source>
        <translation>模块使用 %1，只允许 aten 和 prim</translation>
    </message>
    <message>
        <source>the module has no forward</source>
        <translation>模块没有 forward</translation>
    </message>
    <message>
        <source>the module gives a %1, expected a tensor</source>
        <translation>模块给出 %1，应为张量</translation>
    </message>
    <message>
        <source>the module gives a tensor of %1 for %2 rows, expected %3: a logit for each class of each row</source>
        <translation>模块对 %2 行给出 %1 的张量，应为 %3：每行每个类别一个 logit</translation>
    </message>
    <message>
        <source>has files that overlap</source>
        <translation>其中的文件互相重叠</translation>
    </message>
    <message>
        <source>unpacks to more than %1 bytes</source>
        <translation>解压后超过 %1 字节</translation>
    </message>
    <message>
        <source>is a zip archive that ends too early</source>
        <translation>是过早结束的 zip 文件</translation>
    </message>
    <message>
        <source>is a zip archive without an end; it was cut off, or data was appended</source>
        <translation>是没有结尾的 zip 文件；它被截断，或后面追加了数据</translation>
    </message>
    <message>
        <source>is a zip archive whose end is broken</source>
        <translation>是结尾损坏的 zip 文件</translation>
    </message>
    <message>
        <source>is a zip archive whose directory is not at its end</source>
        <translation>是目录不在末尾的 zip 文件</translation>
    </message>
    <message>
        <source>is a zip archive of more files than it lists</source>
        <translation>是文件多于所列的 zip 文件</translation>
    </message>
    <message>
        <source>is a zip archive whose directory is broken</source>
        <translation>是目录损坏的 zip 文件</translation>
    </message>
    <message>
        <source>has files that are encrypted</source>
        <translation>含有加密的文件</translation>
    </message>
    <message>
        <source>has files that are compressed by another method than deflate</source>
        <translation>含有以 deflate 以外的方法压缩的文件</translation>
    </message>
    <message>
        <source>has a file with two sizes</source>
        <translation>含有大小自相矛盾的文件</translation>
    </message>
    <message>
        <source>is a zip archive whose directory points outside</source>
        <translation>是目录指向外部的 zip 文件</translation>
    </message>
    <message>
        <source>is a zip archive whose directory points to wrong entries</source>
        <translation>是目录指向错误条目的 zip 文件</translation>
    </message>
    <message>
        <source>has broken compressed data</source>
        <translation>压缩数据损坏</translation>
    </message>
    <message>
        <source>two headers</source>
        <translation>有两个文件头</translation>
    </message>
    <message>
        <source>(%1) to (%2)</source>
        <translation>(%1) 至 (%2)</translation>
    </message>
    <message>
        <source>there is none for this epoch</source>
        <translation>此轮次没有背景</translation>
    </message>
    <message>
        <source>%1; and %2 more are broken</source>
        <translation>%1；另有 %2 个也已损坏</translation>
    </message>
    <message>
        <source>there is none for %1 of %2 epochs (%3)</source>
        <translation>%2 个轮次中有 %1 个没有背景（%3）</translation>
    </message>
    <message>
        <source>is a damaged PNG: the part at byte %1 has a length of %2, the file has %3 bytes left</source>
        <translation>是损坏的 PNG：第 %1 个字节处的部分长 %2，而文件只剩 %3 字节</translation>
    </message>
    <message>
        <source>is a damaged PNG: its pixels begin with an empty part</source>
        <translation>是损坏的 PNG：像素数据以空的部分开始</translation>
    </message>
    <message>
        <source>is empty, expected a PNG</source>
        <translation>为空，应为 PNG</translation>
    </message>
    <message>
        <source>is not a PNG</source>
        <translation>不是 PNG</translation>
    </message>
    <message>
        <source>is %1 x %2 pixels, expected at least one</source>
        <translation>为 %1 x %2 像素，应至少有一个像素</translation>
    </message>
    <message>
        <source>is %1 x %2 pixels, expected at most %3 in all</source>
        <translation>为 %1 x %2 像素，总共不得超过 %3</translation>
    </message>
    <message>
        <source>is a damaged PNG (%1)</source>
        <translation>是损坏的 PNG（%1）</translation>
    </message>
    <message>
        <source>a picture without pixels cannot be written</source>
        <translation>无法写入没有像素的图片</translation>
    </message>
    <message>
        <source>cannot encode %1 x %2 pixels</source>
        <translation>无法编码 %1 x %2 像素</translation>
    </message>
    <message>
        <source>has pictures of %1 x %2 pixels, expected 1 to %3</source>
        <translation>图片为 %1 x %2 像素，应为 1 到 %3</translation>
    </message>
    <message>
        <source>has no picture of sample %1</source>
        <translation>没有样本 %1 的图片</translation>
    </message>
    <message>
        <source>%1; no pictures of samples are shown</source>
        <translation>%1；不显示样本图片</translation>
    </message>
    <message>
        <source>%1; the pictures are left out</source>
        <translation>%1；图片被略去</translation>
    </message>
    <message>
        <source>names no frame</source>
        <translation>没有给出 frame</translation>
    </message>
    <message>
        <source>%1 of %2 places are outside of %3, which the backgrounds cover</source>
        <translation>%2 个位置中有 %1 个在背景覆盖的 %3 之外</translation>
    </message>
    <message>
        <source>%1, the box around all places, is shown instead of %2</source>
        <translation>显示包含所有位置的 %1，而不是 %2</translation>
    </message>
    <message>
        <source>has %1 x %2 pixels, which is too small for %3 pictures of %4 x %5</source>
        <translation>为 %1 x %2 像素，放不下 %3 张 %4 x %5 的图片</translation>
    </message>
    <message>
        <source>its agreement with the predictions is not known</source>
        <translation>其与预测的一致程度未知</translation>
    </message>
    <message>
        <source>%1 of the points of the last epoch lie on the colour of their prediction, against %2 in the box around all epochs</source>
        <translation>最后一个轮次有 %1 的点位于其预测的颜色上，而按包含所有轮次的方框为 %2</translation>
    </message>
    <message>
        <source>taken to cover the box around the places of epochs %1 to %2, which time-travelling-visualizer paints (%3); &quot;frame&quot; in info.json decides</source>
        <translation>视为覆盖轮次 %1 至 %2 的位置的外框，time-travelling-visualizer 如此绘制（%3）；可由 info.json 中的“frame”决定</translation>
    </message>
    <message>
        <source>no columns of samples are shown</source>
        <translation>不显示样本的列</translation>
    </message>
    <message>
        <source>names sample %1, expected 0..%2</source>
        <translation>给出样本 %1，应为 0..%2</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; is left out</source>
        <translation>列“%1”被略去</translation>
    </message>
    <message>
        <source>%1 % of the samples have features or logits that are not finite</source>
        <translation>%1 % 的样本含有非有限的特征或 logits</translation>
    </message>
    <message>
        <source>the loss rose to %1, after %2 in the epochs before</source>
        <translation>损失升至 %1，此前各轮次为 %2</translation>
    </message>
    <message>
        <source>the loss rose %1 epochs in a row, to %2</source>
        <translation>损失连续 %1 个轮次上升，升至 %2</translation>
    </message>
    <message>
        <source>the accuracy fell to %1, after %2 in the epochs before</source>
        <translation>准确率降至 %1，此前各轮次为 %2</translation>
    </message>
    <message>
        <source>the accuracy of %1 fell to %2, after %3 in the epochs before</source>
        <translation>%1 的准确率降至 %2，此前各轮次为 %3</translation>
    </message>
    <message>
        <source>the features collapse: their effective rank fell to %1, after %2 in the epochs before</source>
        <translation>特征塌缩：其有效秩降至 %1，此前各轮次为 %2</translation>
    </message>
    <message>
        <source>the classes run together: the distance of their centres fell to %1, after %2 in the epochs before</source>
        <translation>各类别混在一起：其中心间距降至 %1，此前各轮次为 %2</translation>
    </message>
    <message>
        <source>the accuracy of %1 classes fell, that of %2 to %3, after %4 in the epochs before</source>
        <translation>%1 个类别的准确率下降，其中 %2 降至 %3，此前各轮次为 %4</translation>
    </message>
    <message>
        <source>%1 % of the features are the same for all samples, after %2 % in the epochs before</source>
        <translation>%1 % 的特征对所有样本都相同，此前各轮次为 %2 %</translation>
    </message>
    <message>
        <source>has more than %1 columns, expected fewer</source>
        <translation>有超过 %1 个单元格，不应超过此数</translation>
    </message>
    <message>
        <source>%1: left out, since its name has no whole number of an epoch</source>
        <translation>%1：被略去，因为名称中没有整数轮次</translation>
    </message>
    <message>
        <source>%1 and %2 more: left out, since their names have no whole number of an epoch</source>
        <translation>%1 和另外 %2 个：被略去，因为名称中没有整数轮次</translation>
    </message>
    <message>
        <source>is a file %1, which is not read: three lines of Python turn it into a file .npz, which opens (the manual's page formats has them, at &quot;HDF5, Parquet, safetensors and .pt&quot;)</source>
        <translation>是 %1 文件，不被读取：用三行 Python 即可转成可打开的 .npz 文件（见手册“格式”页的“HDF5、Parquet、safetensors 和 .pt”一节）</translation>
    </message>
    <message>
        <source>the quote that begins at line %1 has no end</source>
        <translation>第 %1 行开始的引号没有结束</translation>
    </message>
    <message>
        <source>page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>the filter leaves no sample to show</source>
        <translation>筛选后没有样本可显示</translation>
    </message>
    <message>
        <source>%1 samples at %2 epochs are too many for a page, expected at most %3 places: choose fewer epochs, or fewer samples</source>
        <translation>%1 个样本、%2 个轮次对网页来说太多，位置最多 %3 个：请选择更少的轮次或样本</translation>
    </message>
    <message>
        <source>%1 places are far outside of the frame and lie at the edge of the page&apos;s plane</source>
        <translation>%1 个位置远在范围之外，放在网页平面的边缘</translation>
    </message>
    <message>
        <source>the lists of neighbours are too large and are left out; the page shows the nearest in the plane instead</source>
        <translation>邻居列表太大，已略去；网页改为显示平面上最近的样本</translation>
    </message>
    <message>
        <source>the page has the nearest %1 of up to %2 neighbours of a kind</source>
        <translation>网页包含每种邻居中最近的 %1 个（最多有 %2 个）</translation>
    </message>
    <message>
        <source>the column %1 is too large and is left out</source>
        <translation>列 %1 太大，已略去</translation>
    </message>
    <message>
        <source>the column %1 is cut at %2 bytes of each sample</source>
        <translation>列 %1 中每个样本截断为 %2 字节</translation>
    </message>
    <message>
        <source>pictures of %1 samples are too large and are left out</source>
        <translation>%1 个样本的图片太大，已略去</translation>
    </message>
    <message>
        <source>pictures of %1 samples cannot be read and are left out</source>
        <translation>%1 个样本的图片无法读取，已略去</translation>
    </message>
    <message>
        <source>pictures of samples are reduced to %1 pixels</source>
        <translation>样本图片缩小到 %1 像素</translation>
    </message>
    <message>
        <source>backgrounds are reduced to %1 pixels</source>
        <translation>背景缩小到 %1 像素</translation>
    </message>
    <message>
        <source>cannot compress %1 bytes</source>
        <translation>无法压缩 %1 字节</translation>
    </message>
    <message>
        <source>cannot go along with a run, since it learns from all epochs together, expected one of %1, or the maps of a folder</source>
        <translation>不能随训练逐个轮次投影，因为它从所有轮次一起学习；可用的有 %1，或已有文件夹的映射</translation>
    </message>
    <message>
        <source>has %1 places, expected %2</source>
        <translation>有 %1 个位置，应为 %2</translation>
    </message>
    <message>
        <source>has become shorter while it was open</source>
        <translation>在打开期间变短了</translation>
    </message>
    <message>
        <source>is of %1 in the shape %2, expected an array that epochscope wrote</source>
        <translation>类型为 %1，形状为 %2，应为 epochscope 写出的数组</translation>
    </message>
    <message>
        <source>has rows of %1 in the shape %2, the new epoch one of %3 in %4</source>
        <translation>各行的类型为 %1，形状为 %2；新轮次的类型为 %3，形状为 %4</translation>
    </message>
    <message>
        <source>has %1 rows, expected %2</source>
        <translation>有 %1 行，应为 %2</translation>
    </message>
    <message>
        <source>was made with %1 %2, expected %3; go on with the same options, or write another folder</source>
        <translation>生成时 %1 为 %2，应为 %3；请用相同的选项继续，或写入另一个文件夹</translation>
    </message>
    <message>
        <source>going on with %1, which has %2 epochs</source>
        <translation>继续 %1，已有 %2 个轮次</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>has ended without an epoch that can be placed</source>
        <translation>已经结束，没有可以安放的轮次</translation>
    </message>
    <message>
        <source>project the run into another folder to lay it out anew</source>
        <translation>要重新布局，请把训练投影到另一个文件夹</translation>
    </message>
    <message>
        <source>epoch %1 was written again and keeps its places</source>
        <translation>轮次 %1 被重新写入，保留原有位置</translation>
    </message>
    <message>
        <source>epoch %1 is gone from the recording and keeps its places</source>
        <translation>轮次 %1 已从记录中消失，保留原有位置</translation>
    </message>
    <message>
        <source>epoch %1 came after epoch %2 and is left out</source>
        <translation>轮次 %1 在轮次 %2 之后才出现，被略去</translation>
    </message>
    <message>
        <source>epoch %1 has no sample whose features are numbers, and is left out</source>
        <translation>轮次 %1 没有特征为数的样本，被略去</translation>
    </message>
    <message>
        <source>has other samples than %1 (their labels differ), expected those of the same run</source>
        <translation>与 %1 的样本不同（标签不一致），应为同一训练的样本</translation>
    </message>
    <message>
        <source>epoch %1 is placed</source>
        <translation>轮次 %1 已安放</translation>
    </message>
    <message>
        <source>cannot be painted of a run that goes on, since its frame still grows; the window paints it while you look</source>
        <translation>训练仍在进行，画幅还会变大，无法绘制；窗口会在查看时绘制</translation>
    </message>
    <message>
        <source>is json, which cannot grow, expected npy</source>
        <translation>为 json，不能增长，应为 npy</translation>
    </message>
    <message>
        <source>a number %1..%2</source>
        <translation>%1..%2 之间的数</translation>
    </message>
    <message>
        <source>an integer %1..%2</source>
        <translation>%1..%2 之间的整数</translation>
    </message>
    <message>
        <source>a colour such as &quot;#1f77b4&quot;</source>
        <translation>颜色，例如 &quot;#1f77b4&quot;</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>a list of %1 entries</source>
        <translation>含 %1 项的列表</translation>
    </message>
    <message>
        <source>a list of at most %1 entries</source>
        <translation>最多含 %1 项的列表</translation>
    </message>
    <message>
        <source>a text of at most %1 bytes</source>
        <translation>最多 %1 个字节的文本</translation>
    </message>
    <message>
        <source>an object with codes</source>
        <translation>带有 codes 的对象</translation>
    </message>
    <message>
        <source>an object with a view</source>
        <translation>带有 view 的对象</translation>
    </message>
    <message>
        <source>an object with a path</source>
        <translation>带有 path 的对象</translation>
    </message>
    <message>
        <source>false, since min is not above 0</source>
        <translation>false，因为 min 不大于 0</translation>
    </message>
    <message>
        <source>is no JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>is no workspace: it has no key &quot;%1&quot;</source>
        <translation>不是工作区：没有键“%1”</translation>
    </message>
    <message>
        <source>has no key &quot;%1&quot;</source>
        <translation>没有键“%1”</translation>
    </message>
    <message>
        <source>is of version %1 of workspaces, which this program does not know; install a newer one</source>
        <translation>是第 %1 版工作区，本程序不认识；请安装更新的版本</translation>
    </message>
    <message>
        <source>would have %1 bytes, more than the %2 that are read; delete bookmarks, or stop colouring by a column</source>
        <translation>将有 %1 个字节，多于可读取的 %2 个；请删除书签或结束按列着色</translation>
    </message>
    <message>
        <source>is %1 mm x %2 mm, expected %3..%4 mm for each side</source>
        <translation>为 %1 mm x %2 mm，每边应为 %3..%4 mm</translation>
    </message>
    <message>
        <source>has %1 pictures, expected 1..%2</source>
        <translation>含 %1 幅图片，应为 1..%2</translation>
    </message>
    <message>
        <source>has %1 pictures, for which %2x%3 pixels are too small, expected at least %4x%5 for each</source>
        <translation>含 %1 幅图片，%2x%3 像素太小，每幅至少应为 %4x%5</translation>
    </message>
    <message>
        <source>has no id of %1, expected folders of the same samples</source>
        <translation>没有 %1 中的任何 id，应为相同样本的文件夹</translation>
    </message>
    <message>
        <source>has %1 samples, %2 has %3, expected as many, or samples.csv with a column id in both</source>
        <translation>有 %1 个样本，%2 有 %3 个；应同样多，或两者的 samples.csv 都有 id 列</translation>
    </message>
    <message>
        <source>the first folder has no class %1, so that predictions of it never agree</source>
        <translation>第一个文件夹没有类别 %1，因此预测为它时从不一致</translation>
    </message>
    <message>
        <source>%1 of %2 samples have other labels in the second folder</source>
        <translation>%2 个样本中有 %1 个在第二个文件夹中的标签不同</translation>
    </message>
    <message>
        <source>%1; neighbours are those in the plane</source>
        <translation>%1；邻居取平面上的</translation>
    </message>
    <message>
        <source>no epoch has predictions.npy, of which influences are</source>
        <translation>没有任何轮次带有 predictions.npy，影响由它得出</translation>
    </message>
    <message>
        <source>no sample has a label, of which influences are</source>
        <translation>没有任何样本带有标签，影响由它得出</translation>
    </message>
    <message>
        <source>%1; it teaches nothing there</source>
        <translation>%1；它在该处不产生影响</translation>
    </message>
    <message>
        <source>%1 samples have no label; they teach nothing and are not taught</source>
        <translation>%1 个样本没有标签；它们不产生影响，也不受影响</translation>
    </message>
    <message>
        <source>there is no sample %1, expected 0..%2</source>
        <translation>没有样本 %1，应为 0..%2</translation>
    </message>
    <message>
        <source>are %1 numbers, expected one for each of %2 epochs</source>
        <translation>有 %1 个数，应为 %2 个轮次各一个</translation>
    </message>
    <message>
        <source>hold %1, expected finite numbers of 0 and up</source>
        <translation>含有 %1，应为不小于 0 的有限数</translation>
    </message>
    <message>
        <source>influence</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>learning rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>is not a finite number of 0 and up at each epoch; a learning rate of 1 is taken</source>
        <translation>并非在每个轮次都是不小于 0 的有限数；学习率取 1</translation>
    </message>
    <message>
        <source>is one of %1 curves of learning rates; a learning rate of 1 is taken</source>
        <translation>是 %1 条学习率曲线之一；学习率取 1</translation>
    </message>
    <message>
        <source>its shape %1 is taken for %2 epochs of %3 samples; if its first axis is the samples, save x.reshape(len(x), -1)</source>
        <translation>按形状 %1 当作 %2 个轮次、%3 个样本；如果第一维是样本，请保存 x.reshape(len(x), -1)</translation>
    </message>
    <message>
        <source>its shape %1 is taken for the places of %2 samples at %3 epochs</source>
        <translation>按形状 %1 当作 %2 个样本在 %3 个轮次的位置</translation>
    </message>
    <message>
        <source>%1: left out, since it is no array or column that is read</source>
        <translation>%1：已略去，因为它不是会读取的数组或列</translation>
    </message>
    <message>
        <source>has no features, expected them, since %1 has some</source>
        <translation>没有特征；%1 有特征，因此这里也应有</translation>
    </message>
    <message>
        <source>%1: left out, since it has no column for each class</source>
        <translation>%1：已略去，因为它没有每个类别一列</translation>
    </message>
    <message>
        <source>%1: left out, since its numbers do not increase</source>
        <translation>%1：已略去，因为其中的数不是递增的</translation>
    </message>
    <message>
        <source>is in Fortran order, expected C order; save it by numpy.ascontiguousarray(x)</source>
        <translation>是 Fortran 顺序，应为 C 顺序；请保存 numpy.ascontiguousarray(x)</translation>
    </message>
    <message>
        <source>has a text of %1 bytes among its %2, expected at most %3</source>
        <translation>%2 中有一个 %1 字节的文本，最多应为 %3</translation>
    </message>
    <message>
        <source>has no columns of %1</source>
        <translation>没有 %1 的列</translation>
    </message>
    <message>
        <source>is cut off</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>has the shape %1, expected (E, N, 2): the places of N samples at each of E epochs</source>
        <translation>形状是 %1，应为 (E, N, 2)：N 个样本在 E 个轮次的位置</translation>
    </message>
    <message>
        <source>X.npy or X.npz, a row of features for each sample [N, D], or at each epoch [E, N, D]</source>
        <translation>X.npy 或 X.npz，每个样本一行特征 [N, D]，或每个轮次各一行 [E, N, D]</translation>
    </message>
    <message>
        <source>lies in %1, which is copied; expected another folder</source>
        <translation>位于要复制的 %1 之内，应为另一个文件夹</translation>
    </message>
    <message>
        <source>array of places</source>
        <translation>位置数组</translation>
    </message>
    <message>
        <source>X.npy or X.npz with places [E, N, 2] of all samples at every epoch</source>
        <translation>X.npy 或 X.npz，含所有样本在每个轮次的位置 [E, N, 2]</translation>
    </message>
    <message>
        <source>its progress bars do not name their epoch, so they are left out; print a line "Epoch 1/10" before each, or name it in their description</source>
        <translation>进度条没有说明轮次，因此已略去；请在每个进度条之前打印一行“Epoch 1/10”，或在其描述中写明轮次</translation>
    </message>
    <message>
        <source>there are %1 samples, one of them with %2 evaluations, and %3 lines; expected about as many evaluations of each</source>
        <translation>共有 %1 个样本，其中一个有 %2 次评估，而只有 %3 行；每个样本的评估次数应大致相同</translation>
    </message>
    <message>
        <source>places samples at (%1, %2), expected finite numbers; its values are too large for the data</source>
        <translation>把样本放在 (%1, %2)，应为有限数；其数值相对于数据过大</translation>
    </message>
    <message>
        <source>has %1 samples and %2 epochs in %3 rows, expected a row for most samples at most epochs</source>
        <translation>在 %3 行中有 %1 个样本和 %2 个轮次，应为大多数样本在大多数轮次都有一行</translation>
    </message>
    <message>
        <source>leads out of its folder; it is left out of what is written</source>
        <translation>指向其文件夹之外；写出时略去</translation>
    </message>
    <message>
        <source>values of %1 more epochs are out of their range</source>
        <translation>另有 %1 个轮次的值超出范围</translation>
    </message>
    <message>
        <source>the embedding of sample %1 is longer than %2</source>
        <translation>样本 %1 的嵌入长度超过 %2</translation>
    </message>
    <message>
        <source>%1, as are %2 more</source>
        <translation>%1，另有 %2 个也如此</translation>
    </message>
    <message>
        <source>%1; such samples are absent there, and projected as at their nearest epoch</source>
        <translation>%1；这些样本在该处缺失，按最近的轮次投影</translation>
    </message>
    <message>
        <source>%1; epoch %2 can be left out of --epochs %3</source>
        <translation>%1；可以从 --epochs %3 中去掉轮次 %2</translation>
    </message>
    <message>
        <source>%1; epoch %2 can be left out: --epochs %3</source>
        <translation>%1；可以略去轮次 %2：--epochs %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has the step %2, expected 1 or more</source>
        <translation>“%1”的步长为 %2，应不小于 1</translation>
    </message>
    <message>
        <source>is not read as a recording, of which epochs can be chosen; expected no --epochs</source>
        <translation>不是作为训练记录读取的，只有训练记录才能选择轮次；不应有 --epochs</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ColumnsView</name>
    <message>
        <source>Metadata of the sample</source>
        <translation>样本的元数据</translation>
    </message>
    <message>
        <source>show pictures outside of the folder</source>
        <translation>显示文件夹之外的图片</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 列</translation>
    </message>
    <message>
        <source>Pictures of samples</source>
        <translation>样本图片</translation>
    </message>
    <message>
        <source>The metadata names pictures outside of this folder:
%1
Show them?</source>
        <translation>样本信息给出了此文件夹之外的图片：
%1
要显示吗？</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Open this address in the browser?
%1</source>
        <translation>要在浏览器中打开此地址吗？
%1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ConditionCompleter</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>epochscope::app::FindBar</name>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个（Shift+回车）</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个（回车）</translation>
    </message>
    <message>
        <source>Pick all</source>
        <translation>全部挑出</translation>
    </message>
    <message>
        <source>Find samples</source>
        <translation>查找样本</translation>
    </message>
    <message>
        <source>Words, an index, or a condition: label = &apos;cat&apos; AND flips &gt; 3</source>
        <translation>词语、编号或条件：label = &apos;cat&apos; AND flips &gt; 3</translation>
    </message>
    <message>
        <source>Words highlight the samples that have them, a condition shows only its samples; Ctrl+Space suggests what fits here</source>
        <translation>输入词语会突出显示含有它们的样本，输入条件则只留下符合的样本；Ctrl+空格列出此处可填的内容</translation>
    </message>
    <message>
        <source>How many samples are found</source>
        <translation>找到的样本数</translation>
    </message>
    <message>
        <source>Pick all samples that are found</source>
        <translation>挑出找到的所有样本</translation>
    </message>
    <message>
        <source>Clear and close (Esc)</source>
        <translation>清除并关闭 (Esc)</translation>
    </message>
    <message>
        <source>What is wrong with the condition</source>
        <translation>条件的错误</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>epochscope::app::SampleTable</name>
    <message>
        <source>Only picked</source>
        <translation>仅挑出的</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>The table was not written: %1</source>
        <translation>表格未写入：%1</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本列表</translation>
    </message>
    <message>
        <source>List only the picked samples</source>
        <translation>只列出挑出的样本</translation>
    </message>
    <message>
        <source>How many samples are listed</source>
        <translation>列出的样本数</translation>
    </message>
    <message>
        <source>Pick by training</source>
        <translation>按训练情况挑出</translation>
    </message>
    <message>
        <source>Save the table as CSV</source>
        <translation>将表格存为 CSV</translation>
    </message>
    <message>
        <source>Save the rows and columns that are shown, with all digits</source>
        <translation>保存所显示的行和列，保留所有数位</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>显示所有列</translation>
    </message>
    <message>
        <source>No sample is picked: drag with Shift (box) or Ctrl (lasso) on the canvas.</source>
        <translation>没有挑出样本：在画布上按住 Shift（方框）或 Ctrl（套索）拖动。</translation>
    </message>
    <message>
        <source>%1 of %2 samples</source>
        <translation>%1 / %2 个样本</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>正在排序…</translation>
    </message>
    <message>
        <source>Computing training signals…</source>
        <translation>正在计算训练信号…</translation>
    </message>
    <message>
        <source>Pick samples by their training signals</source>
        <translation>按训练信号挑出样本</translation>
    </message>
    <message>
        <source>Save the picked samples as CSV</source>
        <translation>将挑出的样本存为 CSV</translation>
    </message>
    <message>
        <source>Save the samples as CSV</source>
        <translation>将样本存为 CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Rows written to %1: %2</source>
        <translation>已写入 %1 的行数：%2</translation>
    </message>
    <message>
        <source>Another table is still being written.</source>
        <translation>另一个表格仍在写入。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::SampleTableModel</name>
    <message>
        <source>%1.
In a condition: %2
Click to sort, right click to choose columns</source>
        <translation>%1。
在条件中写作：%2
点击排序，右键选择列</translation>
    </message>
</context>
<context>
    <name>epochscope::app::TableColumns</name>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>The class predicted at the playhead</source>
        <translation>播放头处预测的类别</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>The probability of the predicted class at the playhead</source>
        <translation>播放头处所预测类别的概率</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Above 3, its last move in the plane is the layout's; below -3, it moved in feature space and the plane does not show it; at the playhead</source>
        <translation>在播放头处：大于 3 时，它在平面中的最近一次移动是布局造成的；小于 -3 时，它在特征空间中移动了而平面没有显示</translation>
    </message>
    <message>
        <source>Neighbours kept</source>
        <translation>保留的邻居</translation>
    </message>
    <message>
        <source>The fraction of its nearest in feature space that are its nearest in the plane too, at the playhead</source>
        <translation>播放头处，特征空间中的近邻有多少在平面上仍是近邻（比例）</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>The sample&apos;s index</source>
        <translation>样本的编号</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The sample&apos;s class in the data</source>
        <translation>样本在数据中的类别</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>翻转次数</translation>
    </message>
    <message>
        <source>How often the prediction changed from one epoch to the next</source>
        <translation>预测在相邻轮次之间改变的次数</translation>
    </message>
    <message>
        <source>First correct</source>
        <translation>首次正确</translation>
    </message>
    <message>
        <source>The first epoch with a right prediction</source>
        <translation>首次预测正确的轮次</translation>
    </message>
    <message>
        <source>The sample&apos;s id in the data</source>
        <translation>样本在数据中的 id</translation>
    </message>
    <message>
        <source>A column of the data&apos;s metadata</source>
        <translation>数据的元数据列</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Shared neighbours</source>
        <translation>共同邻居</translation>
    </message>
    <message>
        <source>The fraction of its nearest that are its nearest in %1 too</source>
        <translation>其最近样本中，在 %1 中也是最近样本的比例</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>The fraction of epochs at which %1 predicts the same class</source>
        <translation>%1 预测为同一类别的轮次比例</translation>
    </message>
    <message>
        <source>Confidence change</source>
        <translation>置信度变化</translation>
    </message>
    <message>
        <source>The confidence in %1 less the confidence here</source>
        <translation>%1 中的置信度减去此处的置信度</translation>
    </message>
    <message>
        <source>Learnt later</source>
        <translation>学会得更晚</translation>
    </message>
    <message>
        <source>How many epochs later its label is first predicted in %1</source>
        <translation>在 %1 中首次预测出其标签晚多少轮</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ColourActions</name>
    <message>
        <source>Colour by a colu&amp;mn…</source>
        <translation>按列着色(&amp;M)…</translation>
    </message>
    <message>
        <source>Colour each sample by its metadata, a training signal or a prediction (%1)</source>
        <translation>按元数据、训练信号或预测为样本着色（%1）</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ColourChooser</name>
    <message>
        <source>other (%)</source>
        <translation>其他（%）</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Finding the colours of %1…</source>
        <translation>正在计算 %1 的颜色…</translation>
    </message>
    <message>
        <source>Coloured by %1</source>
        <translation>按 %1 着色</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ColourDialog</name>
    <message>
        <source>Colour by a column</source>
        <translation>按列着色</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>对数(&amp;L)</translation>
    </message>
    <message>
        <source>Without the lowest and highest &amp;2 %</source>
        <translation>不含最低和最高的 2 %(&amp;2)</translation>
    </message>
    <message>
        <source>Find a column, or type one such as prediction_at(20)</source>
        <translation>查找列，或输入列名，如 prediction_at(20)</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>查找列</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Automatic: categories for texts and up to 12 different whole numbers</source>
        <translation>自动：文本和最多 12 个不同的整数为类别</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Number of the first colour</source>
        <translation>第一种颜色对应的数值</translation>
    </message>
    <message>
        <source>Number of the last colour</source>
        <translation>最后一种颜色对应的数值</translation>
    </message>
    <message>
        <source>&amp;Show as</source>
        <translation>显示为(&amp;S)</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>how often the prediction changed</source>
        <translation>预测改变的次数</translation>
    </message>
    <message>
        <source>epoch of first learning</source>
        <translation>首次学会的轮次</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>预测的类别</translation>
    </message>
    <message>
        <source>whether the prediction is right</source>
        <translation>预测是否正确</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>how much of the last move is the layout's (above 3) or not shown (below -3)</source>
        <translation>最近一次移动有多少是布局造成的（大于 3）或未显示的（小于 -3）</translation>
    </message>
    <message>
        <source>fraction of preserved neighbours</source>
        <translation>邻居保留比例</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Training signals</source>
        <translation>训练信号</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>轮次 %1</translation>
    </message>
    <message>
        <source>Finding the colours of %1…</source>
        <translation>正在计算 %1 的颜色…</translation>
    </message>
    <message>
        <source>Not logarithmic: the range must be above 0</source>
        <translation>未取对数：范围须大于 0</translation>
    </message>
    <message>
        <source>No column of the list matches; Enter takes what is typed.</source>
        <translation>列表中没有匹配的列；按回车采用所输入的内容。</translation>
    </message>
    <message>
        <source>“%1” is not a number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>与 %1 比较</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Histograms</name>
    <message>
        <source>no sample has a value</source>
        <translation>没有样本有值</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真</translation>
    </message>
    <message>
        <source>false</source>
        <translation>假</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
</context>
<context>
    <name>epochscope::app::HistogramPlot</name>
    <message>
        <source>Histogram of %1</source>
        <translation>%1 的直方图</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>%1 of %2 samples</source>
        <translation>%2 个样本中的 %1 个</translation>
    </message>
</context>
<context>
    <name>epochscope::app::HistogramsPanel</name>
    <message>
        <source>Drag over numbers or click texts to show only their samples.</source>
        <translation>在数值上拖动或点击文本，只显示相应的样本。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose up to %1 columns</source>
        <translation>最多选择 %1 列</translation>
    </message>
    <message>
        <source>Remove the histogram of %1</source>
        <translation>移除 %1 的直方图</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Bookmarks</name>
    <message>
        <source>Epoch %1</source>
        <translation>轮次 %1</translation>
    </message>
    <message>
        <source>deleting a bookmark</source>
        <translation>删除书签</translation>
    </message>
</context>
<context>
    <name>epochscope::app::BookmarksPanel</name>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Ctrl+D keeps what is seen now: epoch, view, selection, picks, filter and colours.</source>
        <translation>Ctrl+D 保存当前所见：轮次、视图、选择、挑出的样本、筛选和颜色。</translation>
    </message>
    <message>
        <source>Bookmark added: %1</source>
        <translation>已添加书签：%1</translation>
    </message>
    <message>
        <source>going to “%1”</source>
        <translation>前往“%1”</translation>
    </message>
    <message>
        <source>The bookmark does not fit what is open. %1</source>
        <translation>该书签与打开的内容不符。%1</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::History</name>
    <message>
        <source>clearing the selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>selecting a sample</source>
        <translation>选择一个样本</translation>
    </message>
    <message>
        <source>selecting %1 samples</source>
        <translation>选择 %1 个样本</translation>
    </message>
    <message>
        <source>clearing the picks</source>
        <translation>清除挑出的样本</translation>
    </message>
    <message>
        <source>picking a sample</source>
        <translation>挑出一个样本</translation>
    </message>
    <message>
        <source>picking %1 samples</source>
        <translation>挑出 %1 个样本</translation>
    </message>
    <message>
        <source>finding samples</source>
        <translation>查找样本</translation>
    </message>
    <message>
        <source>inspecting a position</source>
        <translation>查看位置</translation>
    </message>
    <message>
        <source>hiding or showing classes</source>
        <translation>隐藏或显示类别</translation>
    </message>
    <message>
        <source>changing colours</source>
        <translation>改变颜色</translation>
    </message>
    <message>
        <source>changing what is drawn</source>
        <translation>改变绘制内容</translation>
    </message>
    <message>
        <source>moving the picture</source>
        <translation>移动画面</translation>
    </message>
</context>
<context>
    <name>epochscope::app::LeftOff</name>
    <message>
        <source>It was left at epoch %1.</source>
        <translation>上次离开时在轮次 %1。</translation>
    </message>
    <message>
        <source>It was left with another view, other picks or colours.</source>
        <translation>上次离开时的视图、挑选或颜色与现在不同。</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>epochscope::app::NoticeBar</name>
    <message>
        <source>Close this line</source>
        <translation>关闭此行</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Workspaces</name>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>%1 opens what lies outside of its folder.</source>
        <translation>%1 要打开其文件夹之外的内容。</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>The dataset of %1 is not there any more.</source>
        <translation>%1 的数据集已不在原处。</translation>
    </message>
    <message>
        <source>&amp;Choose its folder…</source>
        <translation>选择其文件夹(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose the folder of the dataset</source>
        <translation>选择数据集的文件夹</translation>
    </message>
    <message>
        <source>The view of the workspace does not fit what is open. %1</source>
        <translation>工作区的视图与打开的内容不符。%1</translation>
    </message>
    <message>
        <source>Save the workspace</source>
        <translation>保存工作区</translation>
    </message>
    <message>
        <source>Workspaces (*.epochscope)</source>
        <translation>工作区 (*.epochscope)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::RunFollower</name>
    <message>
        <source>The folder is not there at the moment</source>
        <translation>文件夹此刻不在</translation>
    </message>
    <message>
        <source>The run began anew.</source>
        <translation>训练重新开始了。</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation>训练已结束。</translation>
    </message>
    <message>
        <source>%1. What is shown stays; the folder is tried again.</source>
        <translation>%1。显示的内容保持不变；将重试该文件夹。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::RunBadge</name>
    <message>
        <source>live</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>%1没有动静</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>%1. What is shown stays; the folder is tried again.</source>
        <translation>%1。显示的内容保持不变；将重试该文件夹。</translation>
    </message>
    <message>
        <source>The folder grows: new epochs are shown as they come. At the last epoch the playhead goes along. Click to go there.</source>
        <translation>文件夹正在增长：新轮次一出现就显示。播放头在最后一个轮次时随之前进。单击可转到那里。</translation>
    </message>
    <message>
        <source>No epoch has come for several times as long as usual, and the run has not said that it ended.</source>
        <translation>已有数倍于通常间隔的时间没有新轮次，而训练并未声明结束。</translation>
    </message>
    <message>
        <source>The run has ended: no more epochs come.</source>
        <translation>训练已结束：不再有新轮次。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::FigureFile</name>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::CompareActions</name>
    <message>
        <source>&amp;Compare with…</source>
        <translation>比较(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Pin this epoch</source>
        <translation>钉住此轮次(&amp;P)</translation>
    </message>
    <message>
        <source>The second picture stays at this epoch while the first one plays</source>
        <translation>第一幅图播放时，第二幅图停留在此轮次</translation>
    </message>
    <message>
        <source>Find what &amp;differs</source>
        <translation>找出差异(&amp;D)</translation>
    </message>
    <message>
        <source>Compare neighbours, predictions and confidence, and list the samples that changed most</source>
        <translation>比较邻居、预测和置信度，并列出变化最大的样本</translation>
    </message>
    <message>
        <source>&amp;Lay onto the first</source>
        <translation>叠合到第一幅(&amp;L)</translation>
    </message>
    <message>
        <source>Rotate, reflect, scale and shift the second picture so that its samples come nearest to the first, without its background</source>
        <translation>旋转、翻转、缩放并平移第二幅图，使其样本与第一幅最接近，不显示其背景</translation>
    </message>
    <message>
        <source>Couple the ca&amp;meras</source>
        <translation>联动视角(&amp;M)</translation>
    </message>
    <message>
        <source>Both pictures move and zoom together</source>
        <translation>两幅图一起移动和缩放</translation>
    </message>
    <message>
        <source>Lines between the places of the &amp;selection</source>
        <translation>所选样本两处位置的连线(&amp;S)</translation>
    </message>
    <message>
        <source>Epochs by their &amp;numbers</source>
        <translation>轮次按编号对应(&amp;N)</translation>
    </message>
    <message>
        <source>Epochs by their share of the &amp;run</source>
        <translation>轮次按训练进度对应(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;End the comparison</source>
        <translation>结束比较(&amp;E)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ComparedCanvasModel</name>
    <message>
        <source>Matching the samples…</source>
        <translation>正在对应样本…</translation>
    </message>
</context>
<context>
    <name>epochscope::app::ComparedView</name>
    <message>
        <source>What the first picture shows</source>
        <translation>第一幅图的内容</translation>
    </message>
    <message>
        <source>What the second picture shows</source>
        <translation>第二幅图的内容</translation>
    </message>
    <message>
        <source>How the pictures are compared</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束比较</translation>
    </message>
    <message>
        <source>End the comparison (Shift+D)</source>
        <translation>结束比较 (Shift+D)</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>第二幅图</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>轮次 %1</translation>
    </message>
    <message>
        <source>without partner: %1</source>
        <translation>无对应：%1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已钉住</translation>
    </message>
    <message>
        <source>by share of the run</source>
        <translation>按训练进度</translation>
    </message>
    <message>
        <source>Samples belong together by their id.</source>
        <translation>样本按 id 对应。</translation>
    </message>
    <message>
        <source>Samples belong together by their order.</source>
        <translation>样本按顺序对应。</translation>
    </message>
    <message>
        <source>It stays at this epoch.</source>
        <translation>停留在此轮次。</translation>
    </message>
    <message>
        <source>Epochs belong together by their numbers.</source>
        <translation>轮次按编号对应。</translation>
    </message>
    <message>
        <source>Epochs belong together by their share of the run.</source>
        <translation>轮次按训练进度对应。</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Comparison</name>
    <message>
        <source>%1 (epochs %2 and %3)</source>
        <translation>%1（轮次 %2 与 %3）</translation>
    </message>
    <message>
        <source>What differs was not found: %1</source>
        <translation>未能找出差异：%1</translation>
    </message>
    <message>
        <source>What differs was not found again: %1</source>
        <translation>未能再次找出差异：%1</translation>
    </message>
    <message>
        <source>%1. What is shown stays; the folder is tried again.</source>
        <translation>%1。显示的内容保持不变；将重试该文件夹。</translation>
    </message>
</context>
<context>
    <name>epochscope::app::DropTarget</name>
    <message>
        <source>&amp;Open %1</source>
        <translation>打开 %1(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Compare it with %1</source>
        <translation>与 %1 比较(&amp;C)</translation>
    </message>
</context>
<context>
    <name>epochscope::app::Reporter</name>
    <message>
        <source>Export a report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写出报告</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消，没有写出任何内容。</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>未导出</translation>
    </message>
    <message>
        <source>The report is written to %1</source>
        <translation>报告已写入 %1</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>在浏览器中打开(&amp;O)</translation>
    </message>
    <message>
        <source>No program opens %1</source>
        <translation>没有程序可以打开 %1</translation>
    </message>
    <message>
        <source>Export repor&amp;t…</source>
        <translation>导出报告(&amp;T)…</translation>
    </message>
</context>
</TS>
