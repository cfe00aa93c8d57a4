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
        <translation>您自己的程序求出的结果：UMAP、另一个网络、正在开发的方法。</translation>
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
        <source>Path weight</source>
        <translation>路径权重</translation>
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
        <source>Landmarks that are drawn at random before others are added. Larger: finer and slower.</source>
        <translation>先随机抽取的地标数。越大越细也越慢。</translation>
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
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>epochscope::app::BackgroundSources</name>
    <message>
        <source>Choose the background of any epoch</source>
        <translation>选择任意一个轮次的背景图</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
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
        <source>%1: %n samples at epoch %2, %3 of them selected, %4 picked</source>
        <translation>
            <numerusform>%1：轮次 %2，%n 个样本，已选中 %3 个，已挑出 %4 个</numerusform>
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
单击突出显示，双击或 Shift+回车只显示此类；空格显示或隐藏，回车更改颜色</translation>
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
        <translation>单击移动播放头；列表显示指针处的值（←/→ 步进）</translation>
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
        <source>Save as PNG…</source>
        <translation>存为 PNG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>How steps were mapped to epochs</source>
        <translation>步数如何换算成轮次</translation>
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
        <source>Save the curves as a picture, twice as large as on the screen</source>
        <translation>把曲线存为图片，尺寸为屏幕上的两倍</translation>
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
        <source>Draw all curves</source>
        <translation>画出所有曲线</translation>
    </message>
    <message>
        <source>Draw no curve</source>
        <translation>不画任何曲线</translation>
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
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the curves as a table</source>
        <translation>将曲线存为表格</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
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
        <source>The curves are written to %1</source>
        <translation>曲线已写入 %1</translation>
    </message>
    <message>
        <source>The picture is not written: %1</source>
        <translation>图片未能写入：%1</translation>
    </message>
    <message>
        <source>The table is not written: %1</source>
        <translation>表格未写入：%1</translation>
    </message>
</context>
<context>
    <name>epochscope::app::DockCurve</name>
    <message>
        <source>Steps by epochs_at_steps of info.json: %1.</source>
        <translation>步数按 info.json 的 epochs_at_steps 换算：%1。</translation>
    </message>
    <message>
        <source>By its own epochs: %1.</source>
        <translation>按其自身记录的轮次：%1。</translation>
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
        <translation>单击排序</translation>
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
        <source>List only events of selected or picked samples</source>
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
        <source>The picture that the canvas shows</source>
        <translation>画布显示的画面</translation>
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
</context>
<context>
    <name>epochscope::app::FolderField</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
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
        <source>How the landscape was painted</source>
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
        <source>Picked samples</source>
        <translation>挑出的样本</translation>
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
    <message>
        <source>&amp;Save picked samples as CSV…</source>
        <translation>将挑出的样本存为 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>No sample is picked.</source>
        <translation>没有挑出样本。</translation>
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
        <source>&amp;Find a sample by its index</source>
        <translation>按编号查找样本(&amp;F)</translation>
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
        <source>What colours show</source>
        <translation>颜色表示什么</translation>
    </message>
    <message>
        <source>&amp;Add backgrounds or curves</source>
        <translation>添加背景或曲线(&amp;A)</translation>
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
</context>
<context>
    <name>epochscope::app::Opener</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是要打开 %1 吗？</translation>
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
        <source>Open features or a table of positions</source>
        <translation>打开特征或位置表格</translation>
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
        <source>Only what lies on this computer can be dropped.</source>
        <translation>只能拖放本机上的内容。</translation>
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
        <source>Draw a box by &amp;keys</source>
        <translation>用按键画方框(&amp;K)</translation>
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
    <name>epochscope::app::PickedColumns</name>
    <message>
        <source>the sample&apos;s index</source>
        <translation>样本的编号</translation>
    </message>
    <message>
        <source>the sample&apos;s label</source>
        <translation>样本的标签</translation>
    </message>
    <message>
        <source>the class predicted at the last epoch</source>
        <translation>最后一个轮次预测的类别</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PickedModel</name>
    <message>
        <source>%1; click to sort</source>
        <translation>%1；点击排序</translation>
    </message>
</context>
<context>
    <name>epochscope::app::PickedPanel</name>
    <message>
        <source>Save as CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>Picked samples</source>
        <translation>挑出的样本</translation>
    </message>
    <message>
        <source>How many samples are picked</source>
        <translation>挑出的样本数</translation>
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
        <source>No sample is picked: drag with Shift (box) or Ctrl (lasso) on the canvas.</source>
        <translation>没有挑出样本：在画布上按住 Shift（方框）或 Ctrl（套索）拖动。</translation>
    </message>
    <message>
        <source>%1 of %2 samples, over all epochs</source>
        <translation>%2 个样本中的 %1 个，统计所有轮次</translation>
    </message>
    <message>
        <source>Save the table with all digits (Ctrl+Shift+S)</source>
        <translation>以全部位数保存表格 (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>No sample is picked.</source>
        <translation>没有挑出样本。</translation>
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
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Rows written to %1: %2</source>
        <translation>已写入 %1 的行数：%2</translation>
    </message>
    <message>
        <source>The table is not written: %1</source>
        <translation>表格未写入：%1</translation>
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
        <source>the prediction at this position</source>
        <translation>此位置的预测</translation>
    </message>
    <message>
        <source>the prediction at this position is unknown at this epoch</source>
        <translation>该轮次没有此位置的预测</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Position %1, %2 at epoch %3</source>
        <translation>位置 %1, %2，轮次 %3</translation>
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
        <source>%1 is no recording: it needs dataset/labels.npy, and epochs/epoch_&lt;k&gt;/embeddings.npy for each epoch.</source>
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
        <source>%1 is there already.</source>
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
</context>
<context>
    <name>epochscope::app::ProjectJob</name>
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
        <source>Close this line</source>
        <translation>关闭此行</translation>
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
        <source>how likely the label is wrong</source>
        <translation>标签有误的可能程度</translation>
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
        <source>The size of the picture relative to the canvas</source>
        <translation>图片相对于画布的尺寸</translation>
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
        <source>Width in pixels, up to %1</source>
        <translation>宽度（像素），最大 %1</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels, up to %1</source>
        <translation>高度（像素），最大 %1</translation>
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
        <source>Whether neighbours in the projection are near in feature space: 1 if all are, about 0.5 by chance.</source>
        <translation>投影中的邻居在特征空间中是否也相近：全部相近为 1，随机约为 0.5。</translation>
    </message>
    <message>
        <source>The fraction of each sample&apos;s nearest neighbours in feature space that are among its nearest in the projection (nn_pv): 1 if all are.</source>
        <translation>每个样本在特征空间中的最近邻，有多大比例在投影中仍是它的最近邻 (nn_pv)：全部保留为 1。</translation>
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
        <translation>最接近的格式是“%1”（%2），但它%3。</translation>
    </message>
    <message>
        <source>The manual&apos;s page “Formats” describes what can be opened.</source>
        <translation>手册的“文件格式”一页说明了可以打开的内容。</translation>
    </message>
</context>
<context>
    <name>epochscope::Fit</name>
    <message>
        <source>X.csv, X.tsv or X.jsonl with columns x and y</source>
        <translation>带有 x 和 y 列的 X.csv、X.tsv 或 X.jsonl</translation>
    </message>
    <message>
        <source>info.json and data.json</source>
        <translation>info.json 和 data.json</translation>
    </message>
    <message>
        <source>&lt;step&gt;/&lt;tag&gt;/tensors.tsv with metadata.tsv, or tensors.tsv with metadata.tsv</source>
        <translation>&lt;step&gt;/&lt;tag&gt;/tensors.tsv 及 metadata.tsv，或 tensors.tsv 及 metadata.tsv</translation>
    </message>
    <message>
        <source>info.json and positions.npy</source>
        <translation>info.json 和 positions.npy</translation>
    </message>
    <message>
        <source>X.npy or X.npz, a row of features for each sample</source>
        <translation>X.npy 或 X.npz，每个样本一行特征</translation>
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
        <source>is a folder; it holds the features %1. Call epochscope project %2 --method tsne --out NEW</source>
        <translation>是一个文件夹，其中有特征 %1。请运行 epochscope project %2 --method tsne --out NEW</translation>
    </message>
    <message>
        <source>is a folder; it holds the features %1 and the labels %2. Call epochscope project %3 --labels %4 --method tsne --out NEW</source>
        <translation>是一个文件夹，其中有特征 %1 和标签 %2。请运行 epochscope project %3 --labels %4 --method tsne --out NEW</translation>
    </message>
    <message>
        <source>has the shape %1, expected (N, D)</source>
        <translation>的形状是 %1，需要 (N, D)</translation>
    </message>
    <message>
        <source>has none of the files that projector_config.pbtxt names</source>
        <translation>缺少 projector_config.pbtxt 所列的文件</translation>
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
        <source>has no embeddings.npy in %1, which holds %2</source>
        <translation>在 %1 中没有 embeddings.npy，那里有 %2</translation>
    </message>
    <message>
        <source>has no epoch number in the name of %1, which holds embeddings; call it epoch_&lt;number&gt;</source>
        <translation>的文件夹 %1 含有嵌入，但名称中没有轮次编号；请改名为 epoch_&lt;编号&gt;</translation>
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
        <source>Wait for what is being computed, or cancel it.</source>
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
        <source>The recording %1 is not there.</source>
        <translation>训练记录 %1 不存在。</translation>
    </message>
    <message>
        <source>The folder has prototypes already.</source>
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
        <source>Prototypes are written to %1</source>
        <translation>原型已写入 %1</translation>
    </message>
    <message>
        <source>Trust is written to %1</source>
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
    <name>epochscope::app::KeyBox</name>
    <message>
        <source>Arrow keys move the corner (with Shift by a pixel), Enter sets it, Esc leaves</source>
        <translation>方向键移动角点（按住 Shift 每次一个像素），回车确定，Esc 取消</translation>
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
        <source>Canvas</source>
        <translation>画布</translation>
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
        <translation>从第一个轮次播放到最后一个轮次，一次；单击停止</translation>
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
</context>
<context>
    <name>epochscope::app::ColumnsView</name>
    <message>
        <source>What is known of the sample</source>
        <translation>样本的信息</translation>
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
</TS>
