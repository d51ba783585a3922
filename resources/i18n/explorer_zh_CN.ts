<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Timestep</source>
        <translation>时间步</translation>
    </message>
    <message>
        <source>Before and after this model call</source>
        <translation>本次模型调用之前和之后</translation>
    </message>
    <message>
        <source>Noise level t/T</source>
        <translation>噪声水平 t/T</translation>
    </message>
    <message>
        <source>The timestep it arrived at, as a share of all diffusion steps</source>
        <translation>到达的时间步占全部扩散步的比例</translation>
    </message>
    <message>
        <source>Noise deviation</source>
        <translation>噪声标准差</translation>
    </message>
    <message>
        <source>Square root of 1 − alpha_bar at that timestep: 0 is clean, 1 is noise</source>
        <translation>该时间步上 1 − alpha_bar 的平方根：0 为干净，1 为噪声</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Of this word, from the vocabulary head on the predicted clean latent</source>
        <translation>该词的概率，由词表头作用于预测的干净潜变量得到</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>Of all the candidates, in nats: 0 is certain</source>
        <translation>所有候选词的熵，单位奈特：0 表示完全确定</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>From the predicted clean latent to the nearest word embedding</source>
        <translation>预测的干净潜变量到最近词嵌入的距离</translation>
    </message>
    <message>
        <source>Settled by word</source>
        <translation>按词定型</translation>
    </message>
    <message>
        <source>The model call after which the word never changes again</source>
        <translation>从这次模型调用之后，词不再改变</translation>
    </message>
    <message>
        <source>Settled by schedule</source>
        <translation>按调度定型</translation>
    </message>
    <message>
        <source>The model call after which the timestep is 0</source>
        <translation>从这次模型调用之后，时间步为 0</translation>
    </message>
</context>
<context>
    <name>CellSentence</name>
    <message>
        <source>position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>skipped step %1</source>
        <translation>跳过的第 %1 步</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>尚不知道</translation>
    </message>
    <message>
        <source>no word</source>
        <translation>没有词</translation>
    </message>
    <message>
        <source>probability %1 %</source>
        <translation>概率 %1%</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1, skipped step %2</source>
        <translation>%1，跳过的第 %2 步</translation>
    </message>
    <message>
        <source>%1: noise, no words yet</source>
        <translation>%1：噪声，还没有词</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 positions settled</source>
        <translation>%1：%3 个位置中已有 %2 个定型</translation>
    </message>
    <message>
        <source>%1, repair (ours)</source>
        <translation>%1，修补（本项目）</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>A quote in the command is not closed: %1</source>
        <translation>命令中的引号没有配对：%1</translation>
    </message>
    <message>
        <source>The command is empty</source>
        <translation>命令为空</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Sampling steps M</source>
        <translation>采样步数 M</translation>
    </message>
    <message>
        <source>How many sentence steps are executed, each one model call; the others are skipped</source>
        <translation>执行多少个句子步，每步调用一次模型；其余的跳过</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed gives the same starting noise and the same step noise; candidate c uses seed + c</source>
        <translation>种子相同，初始噪声和每步的噪声就相同；第 c 个候选使用种子 + c</translation>
    </message>
    <message>
        <source>Eta η</source>
        <translation>随机性 η</translation>
    </message>
    <message>
        <source>1 is the paper&apos;s sampling (new noise in every step), 0 is deterministic (DDIM)</source>
        <translation>1 为论文的采样方式（每步加入新噪声），0 为确定性采样（DDIM）</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>钳制</translation>
    </message>
    <message>
        <source>nearest word</source>
        <translation>最近的词</translation>
    </message>
    <message>
        <source>expected word</source>
        <translation>词的期望</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不钳制</translation>
    </message>
    <message>
        <source>Clamp from call</source>
        <translation>钳制起始调用</translation>
    </message>
    <message>
        <source>First model call whose prediction is clamped</source>
        <translation>从第几次模型调用起对预测值做钳制</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>求解器</translation>
    </message>
    <message>
        <source>How a token goes from one timestep to the next: ddim (with eta 1 the paper&apos;s) or dpm++2m (ours, for few steps: DPM-Solver++ of order 2 with a history for every token; it adds no noise, so eta is ignored)</source>
        <translation>token 如何从一个时间步走到下一个：ddim（η 为 1 时即论文的做法），或 dpm++2m（本项目，适合步数很少时：二阶 DPM-Solver++，每个 token 各有历史；不加噪声，因此忽略 η）</translation>
    </message>
    <message>
        <source>DDIM (the paper)</source>
        <translation>DDIM（论文）</translation>
    </message>
    <message>
        <source>DPM-Solver++ (ours)</source>
        <translation>DPM-Solver++（本项目）</translation>
    </message>
    <message>
        <source>Noise top-p</source>
        <translation>噪声截断 top-p</translation>
    </message>
    <message>
        <source>Step noise is drawn again while its absolute value is above this (the reference&apos;s top_p); 0: off</source>
        <translation>噪声的绝对值超过此值时重新抽取（参考实现的 top_p）；0：关闭</translation>
    </message>
    <message>
        <source>Stop when settled</source>
        <translation>定型即停</translation>
    </message>
    <message>
        <source>Ours: stop when no word, PAD included, has changed in so many calls; the words are those of x0_hat then; 0: off</source>
        <translation>本项目：连续这么多次调用没有任何词（含 PAD）改变就停止，结果取 x0_hat 对应的词；0：关闭</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选数</translation>
    </message>
    <message>
        <source>Beam</source>
        <translation>束宽</translation>
    </message>
    <message>
        <source>Autoregressive models only: sentences kept at a time; 1 is greedy</source>
        <translation>仅用于自回归模型：同时保留的句子数；1 为贪心</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Uniform (Diffusion-LM)</source>
        <translation>统一（Diffusion-LM）</translation>
    </message>
    <message>
        <source>All positions are denoised together: every word has the same timestep</source>
        <translation>所有位置一起去噪：每个词的时间步都相同</translation>
    </message>
    <message>
        <source>AR-Diffusion (the paper)</source>
        <translation>AR-Diffusion（论文）</translation>
    </message>
    <message>
        <source>Words on the left are denoised earlier than words on the right: the timesteps lie on a line through a fixed anchor</source>
        <translation>左边的词先于右边的词去噪：各位置的时间步落在一条过固定锚点的直线上</translation>
    </message>
    <message>
        <source>The anchor stands at position scale x length; the larger, the closer to uniform</source>
        <translation>锚点位于“倍数 × 长度”处；倍数越大，越接近统一调度</translation>
    </message>
    <message>
        <source>Autoregressive</source>
        <translation>自回归</translation>
    </message>
    <message>
        <source>One word after the other: a word starts when its left neighbour is finished. Needs at least one sampling step a word</source>
        <translation>逐词进行：左边的词完成后才开始下一个词。每个词至少需要一个采样步</translation>
    </message>
    <message>
        <source>Lagged</source>
        <translation>滞后</translation>
    </message>
    <message>
        <source>Every word starts a fixed number of sentence steps after its left neighbour: 0 is uniform, the number of diffusion steps is autoregressive</source>
        <translation>每个词比左边的词晚固定的句子步数开始：0 即统一调度，等于扩散步数即自回归</translation>
    </message>
    <message>
        <source>Sentence steps between a word and its left neighbour</source>
        <translation>相邻两个词之间相差的句子步数</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Blocks of words one after the other, the words of a block together</source>
        <translation>逐块进行，块内的词一起去噪</translation>
    </message>
    <message>
        <source>Words in a block</source>
        <translation>每块的词数</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>The timesteps of every position as a table of your own</source>
        <translation>用自己的表格给出每个位置的时间步</translation>
    </message>
    <message>
        <source>Learned (ours, after SeqDiffuSeq)</source>
        <translation>学习所得（本项目，仿 SeqDiffuSeq）</translation>
    </message>
    <message>
        <source>Every position at its own pace, learned in training, so that its loss rises evenly with the sentence step</source>
        <translation>每个位置按训练中学到的节奏去噪，使其损失随句子步均匀上升</translation>
    </message>
    <message>
        <source>Stride (the paper)</source>
        <translation>等间隔（论文）</translation>
    </message>
    <message>
        <source>Every S/M-th sentence step; the last jump can be longer than the others</source>
        <translation>每隔 S/M 个句子步执行一步；最后一跳可能比其他的长</translation>
    </message>
    <message>
        <source>Tail (ours)</source>
        <translation>尾部加密（本项目）</translation>
    </message>
    <message>
        <source>Some of the calls go to the last N sentence steps, where left words are done and right ones are not</source>
        <translation>把一部分调用留给最后 N 个句子步：此时左边的词已完成，右边的还没有</translation>
    </message>
    <message>
        <source>List (ours)</source>
        <translation>指定列表（本项目）</translation>
    </message>
    <message>
        <source>Just these sentence steps</source>
        <translation>只执行列出的句子步</translation>
    </message>
    <message>
        <source>Anchor scale</source>
        <translation>锚点倍数</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>滞后步数</translation>
    </message>
    <message>
        <source>anchor scale</source>
        <translation>锚点倍数</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>滞后步数</translation>
    </message>
    <message>
        <source>block</source>
        <translation>块长</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修补</translation>
    </message>
    <message>
        <source>Ours: so many model calls more, behind the last: of two equal words side by side the one that the model is less sure of goes back to noise, all others stay; 0: off</source>
        <translation>本程序自己的做法：在最后一次之后再调用模型这么多次：相邻两个相同的词中，模型把握较小的那个退回噪声，其余的词都不变；0：关闭</translation>
    </message>
    <message>
        <source>Candidates for a source, of which one is chosen</source>
        <translation>每个源文本的候选数，从中选取一个</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>选择依据</translation>
    </message>
    <message>
        <source>What one of several candidates is chosen by: how far it agrees with the others (minimum Bayes risk), how likely the model itself finds its words (ours), or both (ours). The last two take five model calls more for each candidate</source>
        <translation>从多个候选中选取一个的依据：与其他候选的一致度（最小贝叶斯风险），模型自己认为其各词有多可能（本项目），或两者（本项目）。后两种每个候选多用五次模型调用</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>likelihood (ours)</source>
        <translation>似然（本项目）</translation>
    </message>
    <message>
        <source>both (ours)</source>
        <translation>两者（本项目）</translation>
    </message>
    <message>
        <source>What a prediction becomes before the next step: the embedding of the nearest word (the paper&apos;s), the mean of all words, each as probable as it is (ours), that of a word drawn as probable as it is (ours), or nothing else. A model card says what suits its model</source>
        <translation>下一步之前如何处理预测值：换成最近词的词嵌入（论文的做法），换成所有词嵌入按概率加权的均值（本项目），换成按概率随机取出的一个词的词嵌入（本项目），或保持不变。哪种适合，见该模型的说明卡</translation>
    </message>
    <message>
        <source>drawn word</source>
        <translation>随机取词</translation>
    </message>
    <message>
        <source>Words of an autoregressive model are drawn instead of the likeliest taken; 1 draws them as probable as the model says, less is more careful; 0: off. Of other models with the clamp drawn, where 0 means 1</source>
        <translation>自回归模型按概率随机取词，而不是总取最可能的词；1 完全按模型给出的概率，越小越谨慎；0 为关闭。其他模型只在钳制为“随机取词”时使用，此时 0 相当于 1</translation>
    </message>
    <message>
        <source>Where words are drawn: only from the likeliest that together have this probability</source>
        <translation>随机取词时：只在概率之和达到此值的最可能的词中取</translation>
    </message>
</context>
<context>
    <name>CoreSentences</name>
    <message>
        <source>Cannot read &apos;%1&apos;: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>Cannot write &apos;%1&apos;: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>它所在的文件夹不存在</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a folder, a file is needed</source>
        <translation>“%1”是文件夹，需要的是文件</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a device, a file is needed</source>
        <translation>“%1”是设备，需要的是文件</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is larger than the %2 bytes that are accepted here</source>
        <translation>“%1”超过了此处接受的 %2 字节</translation>
    </message>
    <message>
        <source>There is not enough memory to read &apos;%1&apos;</source>
        <translation>内存不足，无法读取“%1”</translation>
    </message>
    <message>
        <source>%1 is not JSON: %2</source>
        <translation>%1 不是 JSON：%2</translation>
    </message>
    <message>
        <source>%1 is not a JSON object: %2</source>
        <translation>%1 不是 JSON 对象：%2</translation>
    </message>
    <message>
        <source>%1 is not a JSON object</source>
        <translation>%1 不是 JSON 对象</translation>
    </message>
    <message>
        <source>line %1, column %2 cannot be read</source>
        <translation>第 %1 行第 %2 列无法读取</translation>
    </message>
    <message>
        <source>The run file is damaged or incomplete</source>
        <translation>运行记录文件已损坏或不完整</translation>
    </message>
    <message>
        <source>This is not a run file of AR-Diffusion Explorer</source>
        <translation>这不是 AR-Diffusion Explorer 的运行记录文件</translation>
    </message>
    <message>
        <source>The run file was written by a newer version of the program (format %1; this version reads format %2)</source>
        <translation>运行记录文件由更新版本的程序写成（格式 %1；本版本读取格式 %2）</translation>
    </message>
    <message>
        <source>There is not enough memory to open the run file</source>
        <translation>内存不足，无法打开运行记录文件</translation>
    </message>
    <message>
        <source>There is not enough memory to save the run</source>
        <translation>内存不足，无法保存运行</translation>
    </message>
    <message>
        <source>%1 is not a model folder: it has no model.json</source>
        <translation>%1 不是模型文件夹：其中没有 model.json</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program</source>
        <translation>%1 由更新版本的程序写成</translation>
    </message>
    <message>
        <source>%1 does not describe a model: &quot;format&quot; is missing or unknown</source>
        <translation>%1 没有描述模型：缺少 &quot;format&quot; 或其值未知</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3</source>
        <translation>%1 应为 %2 到 %3 的整数</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be read as safetensors: %2</source>
        <translation>“%1”无法作为 safetensors 读取：%2</translation>
    </message>
    <message>
        <source>the weight &quot;%1&quot; has the shape %2, but the model&apos;s configuration needs %3</source>
        <translation>权重 &quot;%1&quot; 的形状为 %2，而模型配置要求 %3</translation>
    </message>
    <message>
        <source>%1 has no vocabulary: import its checkpoint again with --vocab</source>
        <translation>%1 没有词表：请用 --vocab 重新导入其检查点</translation>
    </message>
    <message>
        <source>no CUDA device can be used here: this LibTorch is built without CUDA or finds no GPU</source>
        <translation>此处无法使用 CUDA 设备：LibTorch 编译时未启用 CUDA，或没有找到 GPU</translation>
    </message>
    <message>
        <source>reading the vocabulary</source>
        <translation>读取词表</translation>
    </message>
    <message>
        <source>preparing the network</source>
        <translation>准备网络</translation>
    </message>
    <message>
        <source>Loading the model was cancelled</source>
        <translation>模型加载已取消</translation>
    </message>
    <message>
        <source>No model is loaded: load one before generating</source>
        <translation>尚未加载模型：请先加载再生成</translation>
    </message>
    <message>
        <source>%1 speaks protocol version %2, but this program speaks version %3: use window and engine of the same release</source>
        <translation>%1 使用协议版本 %2，而本程序使用版本 %3：请使用同一发行版的窗口和引擎</translation>
    </message>
    <message>
        <source>A message of %1 bytes was announced, more than the %2 that are allowed</source>
        <translation>对方声明的消息有 %1 字节，超过允许的 %2 字节</translation>
    </message>
    <message>
        <source>The request was cancelled</source>
        <translation>请求已取消</translation>
    </message>
    <message>
        <source>the request was cancelled</source>
        <translation>请求已取消</translation>
    </message>
    <message>
        <source>the source is empty: give the model some words to start from</source>
        <translation>源文本为空：请给模型一些词</translation>
    </message>
    <message>
        <source>a beam is for autoregressive models: ask this one for candidates</source>
        <translation>束搜索只用于自回归模型：对此模型请使用候选</translation>
    </message>
    <message>
        <source>this model writes word by word, without diffusion: it has no steps to show</source>
        <translation>此模型逐词书写，没有扩散过程：没有可显示的步</translation>
    </message>
    <message>
        <source>this model writes word by word, without diffusion: use the timestep schedule autoregressive and %1 sampling steps</source>
        <translation>此模型逐词书写，没有扩散过程：请使用自回归时间步调度和 %1 个采样步</translation>
    </message>
    <message>
        <source>all candidates of this model would be the same: give a temperature, or ask for one</source>
        <translation>此模型的所有候选都会相同：请给出温度，或只要一个候选</translation>
    </message>
    <message>
        <source>top-p leaves out words that could be drawn: give a temperature too</source>
        <translation>top-p 用于去掉一部分可能被取到的词：请同时给出温度</translation>
    </message>
    <message>
        <source>a beam looks for the likeliest words and a temperature draws them: give one of the two</source>
        <translation>束搜索寻找最可能的词，温度则随机取词：请只用其中之一</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not one word of this model&apos;s vocabulary, but these pieces: %2; give each position one piece</source>
        <translation>“%1”在此模型的词表中不是一个词，而是这些子词：%2；请给每个位置一个子词</translation>
    </message>
    <message>
        <source>The anchor scale must be above 0 and at most 1000000; the paper uses 2</source>
        <translation>锚点倍数应大于 0 且不超过 1000000；论文取 2</translation>
    </message>
    <message>
        <source>The anchor at position %1 is not to the right of the last position %2: use an anchor scale of at least 1 (the paper uses 2)</source>
        <translation>位置 %1 处的锚点不在最后一个位置 %2 的右边：锚点倍数至少取 1（论文取 2）</translation>
    </message>
    <message>
        <source>The block must hold from 1 to all %1 positions, not %2</source>
        <translation>每块应有 1 到全部 %1 个位置，而不是 %2</translation>
    </message>
    <message>
        <source>The lag must be from 0 (uniform) to the number of diffusion steps %1 (autoregressive), not %2</source>
        <translation>滞后步数应在 0（统一）到扩散步数 %1（自回归）之间，而不是 %2</translation>
    </message>
    <message>
        <source>The model has no learned timestep schedule: choose another, or train with draw.learned</source>
        <translation>此模型没有学习所得的时间步调度：请选择其他调度，或用 draw.learned 训练</translation>
    </message>
    <message>
        <source>There are %1 sentence steps: take at most as many sampling steps, not %2</source>
        <translation>共有 %1 个句子步：采样步数不能超过它，不能取 %2</translation>
    </message>
    <message>
        <source>The number of sampling steps must be at least 1, not %1</source>
        <translation>采样步数至少为 1，而不是 %1</translation>
    </message>
    <message>
        <source>%1 sampling steps at length %2 are too many to keep: lower the sampling steps or the length</source>
        <translation>长度 %2 时 %1 个采样步太多，无法保存：请减少采样步数或长度</translation>
    </message>
    <message>
        <source>The ruler tail=%1 needs more than %2 sampling steps and a tail of at least 1; there are %3</source>
        <translation>跳步方式 tail=%1 需要多于 %2 个采样步，且尾部至少为 1；现为 %3</translation>
    </message>
    <message>
        <source>The ruler tail=%1 spends more calls on the last %2 sentence steps than there are steps between them: use at most %3</source>
        <translation>跳步方式 tail=%1 用于最后 %2 个句子步的调用多于其间的步数：最多取 %3</translation>
    </message>
    <message>
        <source>The ruler tail=%1 leaves %2 calls for %3 sentence steps: use fewer sampling steps or a longer tail</source>
        <translation>跳步方式 tail=%1 只剩 %2 次调用，要走 %3 个句子步：请减少采样步数或加长尾部</translation>
    </message>
    <message>
        <source>The ruler&apos;s list has sentence step %1, but they run from %2 to 0</source>
        <translation>列表中有句子步 %1，而句子步从 %2 到 0</translation>
    </message>
    <message>
        <source>The ruler&apos;s list must fall, but %1 follows %2</source>
        <translation>列表应从大到小，但 %1 排在 %2 之后</translation>
    </message>
    <message>
        <source>The ruler&apos;s list makes %1 model calls, not %2: leave the sampling steps out or change the list</source>
        <translation>列表对应 %1 次模型调用，而不是 %2 次：请不填采样步数，或修改列表</translation>
    </message>
    <message>
        <source>The ruler&apos;s list has &apos;%1&apos; where a sentence step should be, such as in list=1999,1500,1000,0</source>
        <translation>列表中的“%1”处应是句子步，例如 list=1999,1500,1000,0</translation>
    </message>
    <message>
        <source>Line %1 of the table has &apos;%2&apos; where a whole number should be</source>
        <translation>表格第 %1 行的“%2”处应是整数</translation>
    </message>
    <message>
        <source>The table of the timestep schedule has no rows</source>
        <translation>时间步调度的表格是空的</translation>
    </message>
    <message>
        <source>A custom timestep schedule needs a table: a row for each sentence step, in the order in which they are run, with one timestep a position</source>
        <translation>自定义时间步调度需要表格：按执行顺序，每个句子步一行，每个位置一个时间步</translation>
    </message>
    <message>
        <source>The board file is damaged or incomplete</source>
        <translation>对比文件已损坏或不完整</translation>
    </message>
    <message>
        <source>This is not a board file of AR-Diffusion Explorer</source>
        <translation>这不是 AR-Diffusion Explorer 的对比文件</translation>
    </message>
    <message>
        <source>The board file was written by a newer version of the program (format %1; this version reads format %2)</source>
        <translation>对比文件由更新版本的程序写成（格式 %1；本版本可读格式 %2）</translation>
    </message>
    <message>
        <source>There is not enough memory to open the board file</source>
        <translation>内存不足，无法打开对比文件</translation>
    </message>
    <message>
        <source>There is not enough memory to save the board</source>
        <translation>内存不足，无法保存全部栏</translation>
    </message>
    <message>
        <source>this model writes word by word, without diffusion: there is no noise for a repair to go back to</source>
        <translation>此模型逐词写作，没有扩散：修补没有可以退回的噪声</translation>
    </message>
    <message>
        <source>a repair follows a run&apos;s last call, and a run that stops when it has settled has none: give one of the two</source>
        <translation>修补接在运行的最后一次调用之后，而稳定后即停止的运行没有最后一次调用：请只给出其中一项</translation>
    </message>
    <message>
        <source>model call %1 is one of the repair: only the calls before it can be looked into</source>
        <translation>第 %1 次模型调用属于修补：只能查看它之前的调用的内部</translation>
    </message>
    <message>
        <source>this model writes word by word, without diffusion: its candidates are chosen by agreement only</source>
        <translation>此模型逐词写作，没有扩散：其候选只能按一致度选取</translation>
    </message>
    <message>
        <source>a temperature and top-p are for words that are drawn: give the clamp drawn too, or another seed</source>
        <translation>温度和 top-p 只用于随机取词：请同时把钳制设为“随机取词”，或换一个随机种子</translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>model call</source>
        <translation>模型调用</translation>
    </message>
</context>
<context>
    <name>DifferenceGrid</name>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>DockLayout</name>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行列表</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Inside the call</source>
        <translation>调用内部</translation>
    </message>
    <message>
        <source>Settling order</source>
        <translation>定型顺序</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Words side by side</source>
        <translation>逐词对照</translation>
    </message>
    <message>
        <source>Difference grid</source>
        <translation>差异网格</translation>
    </message>
    <message>
        <source>Into the jump</source>
        <translation>深入一跳</translation>
    </message>
    <message>
        <source>Curves of the token</source>
        <translation>该 token 的曲线</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Candidates and risk</source>
        <translation>候选与风险</translation>
    </message>
    <message>
        <source>Word traces</source>
        <translation>词语轨迹</translation>
    </message>
    <message>
        <source>Settle map</source>
        <translation>定型图</translation>
    </message>
    <message>
        <source>Word map</source>
        <translation>词语地图</translation>
    </message>
</context>
<context>
    <name>Explorer</name>
    <message>
        <source>Shows how AR-Diffusion writes a sentence.</source>
        <translation>展示 AR-Diffusion 如何写出一个句子。</translation>
    </message>
    <message>
        <source>Model folder, or the name of a bundled model.</source>
        <translation>模型文件夹，或自带模型的名称。</translation>
    </message>
    <message>
        <source>What the model is given.</source>
        <translation>给模型的源文本。</translation>
    </message>
    <message>
        <source>Run as soon as the engine is ready.</source>
        <translation>引擎就绪后立即运行。</translation>
    </message>
    <message>
        <source>Save the window as a picture when the run, or the opened file, is shown.</source>
        <translation>显示出运行结果或所打开的文件后，把窗口存为图片。</translation>
    </message>
    <message>
        <source>Quit when everything that was asked for is done.</source>
        <translation>完成所有要求后退出。</translation>
    </message>
    <message>
        <source>Command of the engine, e.g. &quot;ssh gpu-box ardiff serve&quot;.</source>
        <translation>启动引擎的命令，例如 &quot;ssh gpu-box ardiff serve&quot;。</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light（浅色）、dark（深色）或 system（跟随系统）。</translation>
    </message>
    <message>
        <source>Size of everything, 0.75 to 2.5.</source>
        <translation>界面缩放，0.75 到 2.5。</translation>
    </message>
    <message>
        <source>Seconds to wait with --screenshot or --quit (120).</source>
        <translation>使用 --screenshot 或 --quit 时最多等待的秒数（120）。</translation>
    </message>
    <message>
        <source>A recorded run, as with --open.</source>
        <translation>运行记录，同 --open。</translation>
    </message>
    <message>
        <source>One recorded run can be opened at the start</source>
        <translation>启动时只能打开一个运行记录</translation>
    </message>
    <message>
        <source>--theme is light, dark or system, not %1</source>
        <translation>--theme 只能是 light、dark 或 system，不能是 %1</translation>
    </message>
    <message>
        <source>--scale is a number from 0.75 to 2.5, not %1</source>
        <translation>--scale 是 0.75 到 2.5 之间的数，不能是 %1</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds from 1 to 86400, not %1</source>
        <translation>--timeout 是 1 到 86400 之间的秒数，不能是 %1</translation>
    </message>
    <message>
        <source>There is no display to open a window on</source>
        <translation>没有可以打开窗口的显示器</translation>
    </message>
    <message>
        <source>en, de or zh_CN; without it as the settings say.</source>
        <translation>界面语言：en、de 或 zh_CN；不给出则按设置。</translation>
    </message>
    <message>
        <source>--language is en, de or zh_CN, not %1</source>
        <translation>--language 只能是 en、de 或 zh_CN，不能是 %1</translation>
    </message>
    <message>
        <source>Lanes of these timestep schedules, same source and seed: uniform,autoregressive,ar-diffusion:1,lagged:50, block:4,custom:FILE.</source>
        <translation>并排对比这些时间步调度，源文本和种子相同：uniform,autoregressive,ar-diffusion:1,lagged:50,block:4,custom:FILE。</translation>
    </message>
    <message>
        <source>--layout is one of %1, not %2</source>
        <translation>--layout 只能是 %1 之一，不能是 %2</translation>
    </message>
    <message>
        <source>Write what is shown to a file, of the kind that its suffix says: png, svg, pdf, gif, html, csv or json; more files may follow. Then quit.</source>
        <translation>把显示的内容写入文件，类型由后缀决定：png、svg、pdf、gif、html、csv 或 json；可以给出多个文件。然后退出。</translation>
    </message>
    <message>
        <source>Open a recorded run or a board.</source>
        <translation>打开运行记录或全部栏。</translation>
    </message>
    <message>
        <source>standard, lecture, compare, student or research.</source>
        <translation>standard、lecture、compare、student 或 research。</translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <source>Replace the file?</source>
        <translation>替换文件？</translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 已存在。要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Model folder on the machine of the engine:</source>
        <translation>引擎所在计算机上的模型文件夹：</translation>
    </message>
</context>
<context>
    <name>KeyNote</name>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
</context>
<context>
    <name>LaneFacts</name>
    <message>
        <source>%1 and %2: no words yet</source>
        <translation>%1 和 %2：还没有词</translation>
    </message>
    <message>
        <source>%1 of %2 positions have the same word</source>
        <translation>%2 个位置中有 %1 个词相同</translation>
    </message>
    <message>
        <source>%1 and %2 have not parted so far · %3</source>
        <translation>%1 和 %2 至今没有分歧 · %3</translation>
    </message>
    <message>
        <source>%1 and %2 part at model call %3, position %4 · %5</source>
        <translation>%1 和 %2 在第 %3 次模型调用、位置 %4 处出现分歧 · %5</translation>
    </message>
    <message>
        <source>Compare timestep schedules%1 and run them: what they do differently is shown here.</source>
        <translation>对比时间步调度%1并运行：它们的不同之处显示在这里。</translation>
    </message>
</context>
<context>
    <name>LaneNames</name>
    <message>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <source>eta %1</source>
        <translation>η %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>other noise: seed %1, %2 has %3</source>
        <translation>噪声不同：种子 %1，%2 的是 %3</translation>
    </message>
    <message>
        <source>other noise: another model than %1</source>
        <translation>噪声不同：模型与 %1 不同</translation>
    </message>
    <message>
        <source>recorded: %1</source>
        <translation>来自记录：%1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>computed here</source>
        <translation>本次计算</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 次调用</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1/%2 次调用</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>off its training</source>
        <translation>超出训练范围</translation>
    </message>
    <message>
        <source>as in its training</source>
        <translation>与训练一致</translation>
    </message>
    <message>
        <source>other noise than %1</source>
        <translation>噪声与 %1 不同</translation>
    </message>
    <message>
        <source>same noise</source>
        <translation>噪声相同</translation>
    </message>
    <message>
        <source>noise of its own</source>
        <translation>噪声自有</translation>
    </message>
    <message>
        <source>other noise: embedding width %1, %2 has %3</source>
        <translation>噪声不同：词嵌入宽度 %1，%2 为 %3</translation>
    </message>
    <message>
        <source>same noise in the first %1 positions: N %2, %3 has %4</source>
        <translation>前 %1 个位置的噪声相同：N %2，%3 为 %4</translation>
    </message>
    <message>
        <source>other noise: N %1, %2 has %3</source>
        <translation>噪声不同：N %1，%2 为 %3</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>尚未运行</translation>
    </message>
</context>
<context>
    <name>LaneSets</name>
    <message>
        <source>A comparison has 1 to %1 timestep schedules, not %2</source>
        <translation>一次对比可有 1 到 %1 种时间步调度，不能是 %2 种</translation>
    </message>
</context>
<context>
    <name>LengthText</name>
    <message>
        <source>1 position</source>
        <translation>1 个位置</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 个位置</translation>
    </message>
    <message>
        <source>length head: %1</source>
        <comment>12 positions</comment>
        <translation>长度预测头：%1</translation>
    </message>
    <message>
        <source>length head: %1, %2</source>
        <comment>12 positions, 61 %</comment>
        <translation>长度预测头：%1，%2</translation>
    </message>
    <message>
        <source>length head: %1, %2; next %3, %4</source>
        <comment>12 positions, 61 %; another length, its percents</comment>
        <translation>长度预测头：%1，%2；其次 %3，%4</translation>
    </message>
    <message>
        <source>Before the first model call the length head, a small part of the model, read the source and gave every length a probability.</source>
        <translation>在第一次模型调用之前，长度预测头（模型的一小部分）读取源文本，给出每种长度的概率。</translation>
    </message>
    <message>
        <source>The run takes the most probable one and keeps it: model calls change words, never their number.</source>
        <translation>这次运行取概率最高的长度，并一直保持：模型调用只改变词，不改变词数。</translation>
    </message>
    <message>
        <source>Further candidates have lengths of their own, spread over what the head finds probable; that is ours, not the paper&apos;s.</source>
        <translation>其他候选有各自的长度，分布在预测头认为可能的范围内；这是本项目的做法，论文中没有。</translation>
    </message>
    <message>
        <source>%1, as in the run that it goes on from</source>
        <comment>12 positions</comment>
        <translation>%1，与所接续的运行相同</translation>
    </message>
    <message>
        <source>%1, as asked for</source>
        <comment>12 positions</comment>
        <translation>%1，按要求</translation>
    </message>
    <message>
        <source>%1, as in all sentences of this model</source>
        <comment>12 positions</comment>
        <translation>%1，与该模型的所有句子相同</translation>
    </message>
    <message>
        <source>It stays so to the end: model calls change words, never their number.</source>
        <translation>位置数直到结束都不变：模型调用只改变词，不改变词数。</translation>
    </message>
    <message>
        <source>This number of positions was asked for.</source>
        <translation>这个位置数是按要求给定的。</translation>
    </message>
    <message>
        <source>This model has no length head: every sentence has the number of positions that it was trained with, and a shorter one ends in PAD, a word that the model writes itself.</source>
        <translation>该模型没有长度预测头：每个句子的位置数都与训练时相同，较短的句子以模型自己写出的 PAD 结尾。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xample runs</source>
        <translation>示例运行(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Size of everything</source>
        <translation>界面缩放(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>About AR-Diffusion Explorer</source>
        <translation>关于 AR-Diffusion Explorer</translation>
    </message>
    <message>
        <source>&lt;h3&gt;AR-Diffusion Explorer %1&lt;/h3&gt;&lt;p&gt;Shows how AR-Diffusion (Wu et al., NeurIPS 2023, arXiv 2305.09515) writes a sentence.&lt;/p&gt;&lt;p&gt;Two facts that pictures of it often hide: with the published skipping no token is at timestep 0 before the last jump, so whether left words come first is seen in the words, not in the timesteps; and attention is bidirectional, so influence from left to right is learned, not masked.&lt;/p&gt;&lt;p&gt;Free software, GPL-3.0-or-later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;AR-Diffusion Explorer %1&lt;/h3&gt;&lt;p&gt;展示 AR-Diffusion（Wu 等，NeurIPS 2023，arXiv 2305.09515）如何写出一个句子。&lt;/p&gt;&lt;p&gt;示意图往往掩盖两个事实：按论文公布的跳过机制，最后一跳之前没有任何 token 到达时间步 0，因此左边的词是否先出现，要看词，而不是看时间步；注意力是双向的，从左到右的影响是学出来的，不是靠掩码强加的。&lt;/p&gt;&lt;p&gt;自由软件，GPL-3.0-or-later。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Markers</source>
        <translation>书签(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>栏(&amp;L)</translation>
    </message>
    <message>
        <source>What &amp;if</source>
        <translation>假如(&amp;I)</translation>
    </message>
</context>
<context>
    <name>PageOfBoard</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>源文本：%1</translation>
    </message>
</context>
<context>
    <name>PlaneFacts</name>
    <message>
        <source>sentence steps %1 to 0 in jumps of %2</source>
        <translation>句子步 %1 到 0，每跳 %2 步</translation>
    </message>
    <message>
        <source>sentence steps %1 to 0 in jumps of different lengths</source>
        <translation>句子步 %1 到 0，各跳长短不一</translation>
    </message>
    <message>
        <source>model calls: %1</source>
        <translation>模型调用：%1 次</translation>
    </message>
    <message>
        <source>last jump %1</source>
        <translation>最后一跳 %1 步</translation>
    </message>
    <message>
        <source>model call %1 of %2</source>
        <translation>第 %1 次模型调用，共 %2 次</translation>
    </message>
    <message>
        <source>sentence step %1 of %2</source>
        <translation>句子步 %1/%2</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>next jump to %1</source>
        <translation>下一跳到 %1</translation>
    </message>
    <message>
        <source>repair (ours): doubtful words anew</source>
        <translation>修补（本项目）：重新决定存疑的词</translation>
    </message>
    <message>
        <source>repair next</source>
        <translation>接下来是修补</translation>
    </message>
</context>
<context>
    <name>PlayerOfBoard</name>
    <message>
        <source>%1 in %2 lanes</source>
        <translation>%1 的 %2 栏对比</translation>
    </message>
    <message>
        <source>How %1 wrote a sentence</source>
        <translation>%1 怎样写出一句话</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 步/秒</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 与 B</translation>
    </message>
    <message>
        <source>Noise: no words yet</source>
        <translation>噪声：还没有词</translation>
    </message>
    <message>
        <source>%1: plane of positions by timesteps at step %2 of %3</source>
        <translation>%1：位置 × 时间步平面图，第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>step %1 of %2, %3 of %4 words settled</source>
        <translation>第 %1 步，共 %2 步；%4 个词中已定型 %3 个</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>position %1, model call %2: %3, %4 %</source>
        <translation>位置 %1，第 %2 次模型调用：%3，%4 %</translation>
    </message>
    <message>
        <source>Space plays, the arrow keys and Page Up and Page Down step, Home and End jump, B swaps A and B. Colour: probability of the word, from dark (0) to bright (1). Bold: settled, as far as one can know at that step.</source>
        <translation>空格播放，方向键、Page Up 和 Page Down 逐步，Home 和 End 跳到首尾，B 交换 A 与 B。颜色：词的概率，从暗（0）到亮（1）。粗体：就该步所能知道的而言已定型。</translation>
    </message>
    <message>
        <source>model call</source>
        <translation>模型调用</translation>
    </message>
    <message>
        <source>sentence step</source>
        <translation>句子步</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>%1 of %2 model calls are in this page.</source>
        <translation>本页收录了 %2 次模型调用中的 %1 次。</translation>
    </message>
    <message>
        <source>All steps as a table</source>
        <translation>所有步的表格</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>Probability of the word</source>
        <translation>词的概率</translation>
    </message>
    <message>
        <source>Entropy of the prediction (nats)</source>
        <translation>预测的熵（奈特）</translation>
    </message>
    <message>
        <source>Noise level t/T</source>
        <translation>噪声水平 t/T</translation>
    </message>
</context>
<context>
    <name>RecoveryOffer</name>
    <message>
        <source>Unsaved runs</source>
        <translation>未保存的运行</translation>
    </message>
    <message>
        <source>The program did not end as it should last time. Runs that were not saved: %1</source>
        <translation>程序上次没有正常退出。未保存的运行：%1 个</translation>
    </message>
    <message>
        <source>They can come back into the list of runs. This is asked once: “Not now” leaves their files in %1.</source>
        <translation>可以把它们放回运行列表。只问这一次：选“暂不”，文件仍留在 %1。</translation>
    </message>
    <message>
        <source>&amp;Bring them back</source>
        <translation>恢复(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>暂不(&amp;N)</translation>
    </message>
</context>
<context>
    <name>RunNames</name>
    <message>
        <source>clamp: expected word</source>
        <translation>钳制：词的期望</translation>
    </message>
    <message>
        <source>no clamp</source>
        <translation>不钳制</translation>
    </message>
    <message>
        <source>clamp: nearest word</source>
        <translation>钳制：最近的词</translation>
    </message>
    <message>
        <source>eta %1</source>
        <translation>η %1</translation>
    </message>
    <message>
        <source>DPM-Solver++</source>
        <translation>DPM-Solver++</translation>
    </message>
    <message>
        <source>%1 candidates</source>
        <translation>%1 个候选</translation>
    </message>
    <message>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>ruler %1</source>
        <translation>跳步：%1</translation>
    </message>
    <message>
        <source>recorded: %1</source>
        <translation>来自记录：%1</translation>
    </message>
    <message>
        <source>running now</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>computed here</source>
        <translation>本次计算</translation>
    </message>
    <message>
        <source>%1, anchor (%2N, T−1)</source>
        <translation>%1，锚点 (%2N, T−1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>timestep schedule: its file</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>position %1 pinned to “%2”</source>
        <translation>位置 %1 固定为“%2”</translation>
    </message>
    <message>
        <source>position %1 replaced by “%2”</source>
        <translation>位置 %1 换成“%2”</translation>
    </message>
    <message>
        <source>position %1 noise again</source>
        <translation>位置 %1 重新变为噪声</translation>
    </message>
    <message>
        <source>M of the rest %1</source>
        <translation>其余部分 M %1</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>branch of #%1 after model call %2: %3</source>
        <translation>#%1 在第 %2 次模型调用后的分支：%3</translation>
    </message>
    <message>
        <source>branch after model call %1: %2</source>
        <translation>第 %1 次模型调用后的分支：%2</translation>
    </message>
    <message>
        <source>clamp: drawn word</source>
        <translation>钳制：随机取词</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>温度 %1</translation>
    </message>
    <message>
        <source>top-p %1</source>
        <translation>top-p %1</translation>
    </message>
</context>
<context>
    <name>SessionSheet</name>
    <message>
        <source>The folder has no run of this cell: ardiff compare --runs keeps them</source>
        <translation>文件夹里没有这一格的运行：ardiff compare --runs 会保存它们</translation>
    </message>
    <message>
        <source>This cell has no run yet</source>
        <translation>这一格还没有运行</translation>
    </message>
    <message>
        <source>There are %1 lanes already</source>
        <translation>已有 %1 栏</translation>
    </message>
</context>
<context>
    <name>SettleChart</name>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>SheetFolder</name>
    <message>
        <source>There is no cell of a comparison in &apos;%1&apos;</source>
        <translation>“%1”里没有对比的单元格</translation>
    </message>
    <message>
        <source>The run has M %1 and seed %2, not what its name says</source>
        <translation>该运行的 M 为 %1、种子为 %2，与文件名不符</translation>
    </message>
    <message>
        <source>The run was not finished</source>
        <translation>该运行没有完成</translation>
    </message>
</context>
<context>
    <name>TokenFacts</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>model call %1 so far</source>
        <translation>暂为第 %1 次模型调用</translation>
    </message>
    <message>
        <source>model call %1</source>
        <translation>第 %1 次模型调用</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 奈特</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
</context>
<context>
    <name>WhatIfMenu</name>
    <message>
        <source>&amp;Pin “%1” here</source>
        <translation>从此处固定“%1”(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pin the word</source>
        <translation>固定该词(&amp;P)</translation>
    </message>
    <message>
        <source>Make it &amp;noise again</source>
        <translation>重新变为噪声(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Seed %1 from here</source>
        <translation>从此处换种子 %1(&amp;S)</translation>
    </message>
    <message>
        <source>What if, after model call %1: %2 calls run anew</source>
        <translation>假如，在第 %1 次模型调用后：重新运行 %2 次调用</translation>
    </message>
    <message>
        <source>&amp;Replace the word...</source>
        <translation>替换该词(&amp;R)…</translation>
    </message>
    <message>
        <source>Another &amp;timestep schedule from here</source>
        <translation>从此处换时间步调度(&amp;T)</translation>
    </message>
    <message>
        <source>In a further &amp;lane</source>
        <translation>在新的一栏中(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Branch from here...</source>
        <translation>从此处分支(&amp;B)…</translation>
    </message>
</context>
<context>
    <name>ard::ui::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>新建运行(&amp;N)</translation>
    </message>
    <message>
        <source>Back to the plan of the next run; the runs so far stay in the list</source>
        <translation>回到下一次运行的计划；已有的运行仍在列表中</translation>
    </message>
    <message>
        <source>Open a &amp;model folder...</source>
        <translation>打开模型文件夹(&amp;M)…</translation>
    </message>
    <message>
        <source>Load a model from a folder of yours</source>
        <translation>从自己的文件夹加载模型</translation>
    </message>
    <message>
        <source>&amp;Save run</source>
        <translation>保存运行(&amp;S)</translation>
    </message>
    <message>
        <source>Save the run on screen</source>
        <translation>保存当前显示的运行</translation>
    </message>
    <message>
        <source>Save run &amp;as...</source>
        <translation>运行另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the run on screen under another name</source>
        <translation>以其他名称保存当前显示的运行</translation>
    </message>
    <message>
        <source>Save a&amp;ll runs...</source>
        <translation>保存所有运行(&amp;L)…</translation>
    </message>
    <message>
        <source>Save every run that no file holds, in one folder</source>
        <translation>把尚未存盘的运行全部存入一个文件夹</translation>
    </message>
    <message>
        <source>Re&amp;name the run</source>
        <translation>重命名运行(&amp;N)</translation>
    </message>
    <message>
        <source>Give the run a name of your own</source>
        <translation>给运行起个名字</translation>
    </message>
    <message>
        <source>Take the run out of the list; a file of it stays</source>
        <translation>从列表中移除；已存的文件不受影响</translation>
    </message>
    <message>
        <source>&amp;Copy the sentence</source>
        <translation>复制句子(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the sentence at this step; in the table, the chosen cell</source>
        <translation>复制当前步的句子；在表格中则复制选中的单元格</translation>
    </message>
    <message>
        <source>Copy the &amp;table</source>
        <translation>复制表格(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the words after every model call, for a spreadsheet</source>
        <translation>复制每次模型调用后的词，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Export the &amp;window as a picture...</source>
        <translation>窗口导出为图片(&amp;W)…</translation>
    </message>
    <message>
        <source>Save the whole window as PNG</source>
        <translation>把整个窗口存为 PNG</translation>
    </message>
    <message>
        <source>Se&amp;ttings...</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Denoise the source with this seed</source>
        <translation>用当前种子对源文本去噪生成</translation>
    </message>
    <message>
        <source>Run with a &amp;new seed</source>
        <translation>换种子运行(&amp;N)</translation>
    </message>
    <message>
        <source>Denoise the source with another seed</source>
        <translation>换一个种子对源文本去噪生成</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the run; what was computed stays</source>
        <translation>停止运行；已算出的结果保留</translation>
    </message>
    <message>
        <source>&amp;Take the settings of this run</source>
        <translation>采用此次运行的设置(&amp;T)</translation>
    </message>
    <message>
        <source>The form takes all that the run on screen was asked, its source too</source>
        <translation>把当前显示的运行的全部设置（含源文本）填入表单</translation>
    </message>
    <message>
        <source>R&amp;estart the engine</source>
        <translation>重启引擎(&amp;E)</translation>
    </message>
    <message>
        <source>End the engine and start it anew</source>
        <translation>结束引擎并重新启动</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放/暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Play or pause the film of the run</source>
        <translation>播放或暂停本次运行的过程</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>One step back; nothing is computed again</source>
        <translation>后退一步；不会重新计算</translation>
    </message>
    <message>
        <source>Ten steps forward</source>
        <translation>前进十步</translation>
    </message>
    <message>
        <source>Ten steps back</source>
        <translation>后退十步</translation>
    </message>
    <message>
        <source>F&amp;irst step</source>
        <translation>第一步(&amp;I)</translation>
    </message>
    <message>
        <source>The starting noise</source>
        <translation>初始噪声</translation>
    </message>
    <message>
        <source>&amp;Last step</source>
        <translation>最后一步(&amp;L)</translation>
    </message>
    <message>
        <source>The newest step; follows a run that is under way</source>
        <translation>最新一步；跟随正在进行的运行</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>减速(&amp;S)</translation>
    </message>
    <message>
        <source>Half as fast</source>
        <translation>速度减半</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>加速(&amp;A)</translation>
    </message>
    <message>
        <source>Twice as fast</source>
        <translation>速度加倍</translation>
    </message>
    <message>
        <source>&amp;Normal speed</source>
        <translation>正常速度(&amp;N)</translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation>循环(&amp;O)</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>播放完后从头开始</translation>
    </message>
    <message>
        <source>As fast as the en&amp;gine</source>
        <translation>与引擎同步(&amp;G)</translation>
    </message>
    <message>
        <source>Show a run under way as it is computed, instead of at the film&apos;s speed from its first step</source>
        <translation>运行时算到哪里就显示到哪里，而不是按播放速度从第一步放起</translation>
    </message>
    <message>
        <source>&amp;Plane</source>
        <translation>平面图(&amp;P)</translation>
    </message>
    <message>
        <source>Position by timestep</source>
        <translation>横轴为位置，纵轴为时间步</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>表格(&amp;T)</translation>
    </message>
    <message>
        <source>Executed steps by position, with words</source>
        <translation>每个执行步、每个位置上的词</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>并列(&amp;B)</translation>
    </message>
    <message>
        <source>Plane and table side by side</source>
        <translation>平面图与表格并排显示</translation>
    </message>
    <message>
        <source>Colour: &amp;noise level</source>
        <translation>着色：噪声水平(&amp;N)</translation>
    </message>
    <message>
        <source>Colour cells by the noise level</source>
        <translation>单元格按噪声水平着色</translation>
    </message>
    <message>
        <source>Colour: prob&amp;ability</source>
        <translation>着色：概率(&amp;A)</translation>
    </message>
    <message>
        <source>Colour cells by the probability of the word</source>
        <translation>单元格按词的概率着色</translation>
    </message>
    <message>
        <source>Colour: &amp;entropy</source>
        <translation>着色：熵(&amp;E)</translation>
    </message>
    <message>
        <source>Colour cells by the entropy of the prediction</source>
        <translation>单元格按预测的熵着色</translation>
    </message>
    <message>
        <source>Tail &amp;zoom</source>
        <translation>放大尾部(&amp;Z)</translation>
    </message>
    <message>
        <source>Stretch small timesteps, where words settle in the last jumps</source>
        <translation>拉伸较小的时间步：词在最后几跳中于此定型</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>The table scrolls with the film</source>
        <translation>表格随播放滚动</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>Everything larger, for the back row</source>
        <translation>放大整个界面，让后排也看得清</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>Everything smaller</source>
        <translation>缩小整个界面</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Lecture mode</source>
        <translation>授课模式(&amp;L)</translation>
    </message>
    <message>
        <source>Plane and words alone, half as large again, for the projector</source>
        <translation>只留平面图和词，放大一半，适合投影</translation>
    </message>
    <message>
        <source>Left panels</source>
        <translation>左侧面板</translation>
    </message>
    <message>
        <source>Show or hide the panels on the left</source>
        <translation>显示或隐藏左侧面板</translation>
    </message>
    <message>
        <source>Right panels</source>
        <translation>右侧面板</translation>
    </message>
    <message>
        <source>Show or hide the panels on the right</source>
        <translation>显示或隐藏右侧面板</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>All panels where they were at the first start</source>
        <translation>所有面板恢复到首次启动时的位置</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>Move the keyboard to the next panel</source>
        <translation>键盘焦点移到下一个面板</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>Move the keyboard to the previous panel</source>
        <translation>键盘焦点移到上一个面板</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>All keys in one list</source>
        <translation>列出所有快捷键</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Export a picture...</source>
        <translation>导出图片(&amp;E)…</translation>
    </message>
    <message>
        <source>Sho&amp;w the future</source>
        <translation>显示未来(&amp;W)</translation>
    </message>
    <message>
        <source>Show what is known only later than this step: words of later steps, and when words settle</source>
        <translation>连同当前步之后才知道的内容一起显示：以后各步的词，以及词何时定型</translation>
    </message>
    <message>
        <source>&amp;Find a word...</source>
        <translation>查找词(&amp;F)…</translation>
    </message>
    <message>
        <source>Where a word comes up, in all steps of all lanes</source>
        <translation>在所有栏的所有步中查找一个词</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>The next place where the word comes up</source>
        <translation>这个词下一次出现的位置</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>The place before this one where the word comes up</source>
        <translation>这个词上一次出现的位置</translation>
    </message>
    <message>
        <source>Next &amp;change</source>
        <translation>下一处变化(&amp;C)</translation>
    </message>
    <message>
        <source>To the next step in which a word becomes another or settles</source>
        <translation>跳到下一个有词改变或定型的步</translation>
    </message>
    <message>
        <source>Last c&amp;hange</source>
        <translation>上一处变化(&amp;H)</translation>
    </message>
    <message>
        <source>Back to the last step in which a word became another or settled</source>
        <translation>回到上一个有词改变或定型的步</translation>
    </message>
    <message>
        <source>Set marker %1</source>
        <translation>设置书签 %1</translation>
    </message>
    <message>
        <source>Marker %1 here, or away from here</source>
        <translation>在此处设置或取消书签 %1</translation>
    </message>
    <message>
        <source>Go to marker &amp;%1</source>
        <translation>转到书签 %1(&amp;%1)</translation>
    </message>
    <message>
        <source>To the place of marker %1</source>
        <translation>转到书签 %1 的位置</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>Uniform, autoregressive and AR-Diffusion side by side, from the same noise; again: one lane</source>
        <translation>从相同的噪声出发，并排对比统一、自回归和 AR-Diffusion；再按一次回到一栏</translation>
    </message>
    <message>
        <source>&amp;Under the lanes</source>
        <translation>各栏下方(&amp;U)</translation>
    </message>
    <message>
        <source>Show or hide what is said of the lanes: settling order, curves, words side by side, differences</source>
        <translation>显示或隐藏各栏的分析：定型顺序、曲线、并排的词、差异</translation>
    </message>
    <message>
        <source>A&amp;dd a lane</source>
        <translation>添加一栏(&amp;D)</translation>
    </message>
    <message>
        <source>C&amp;hange the lane...</source>
        <translation>更改此栏(&amp;H)…</translation>
    </message>
    <message>
        <source>What the cursor&apos;s lane has of its own</source>
        <translation>当前栏单独的设置</translation>
    </message>
    <message>
        <source>Cl&amp;ose the lane</source>
        <translation>关闭此栏(&amp;O)</translation>
    </message>
    <message>
        <source>Close the cursor&apos;s lane; its run stays in the list</source>
        <translation>关闭当前栏；其运行仍在列表中</translation>
    </message>
    <message>
        <source>Move the lane to the &amp;left</source>
        <translation>此栏左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move the lane to the r&amp;ight</source>
        <translation>此栏右移(&amp;I)</translation>
    </message>
    <message>
        <source>S&amp;wap two lanes in place</source>
        <translation>两栏原地互换(&amp;W)</translation>
    </message>
    <message>
        <source>The cursor&apos;s lane and its neighbour change places, and back: what differs jumps to the eye; in a lecture and in full screen, the black screen</source>
        <translation>当前栏与相邻栏互换位置，再按换回：不同之处一目了然；授课和全屏时为黑屏</translation>
    </message>
    <message>
        <source>&amp;Compare layout</source>
        <translation>对比布局(&amp;C)</translation>
    </message>
    <message>
        <source>The lanes without the panels around them</source>
        <translation>只显示各栏，隐藏四周的面板</translation>
    </message>
    <message>
        <source>Show all positions</source>
        <translation>显示所有位置</translation>
    </message>
    <message>
        <source>Show the positions that the sentence does not need, too: the PAD at its end</source>
        <translation>连同句子用不到的位置一起显示：句末的 PAD</translation>
    </message>
    <message>
        <source>&amp;Marks of the paper&apos;s figure</source>
        <translation>论文示意图的标记(&amp;M)</translation>
    </message>
    <message>
        <source>The fronts at t_i and t_{i+1}, and how far the token under the pointer goes between them</source>
        <translation>t_i 和 t_{i+1} 处的前沿，以及指针下的 token 在其间走了多远</translation>
    </message>
    <message>
        <source>Rule&amp;r under the plane</source>
        <translation>平面图下方的标尺(&amp;R)</translation>
    </message>
    <message>
        <source>Executed and skipped sentence steps, to scale</source>
        <translation>按比例显示执行的和跳过的句子步</translation>
    </message>
    <message>
        <source>Draw by hand where every token is at a few sentence steps, save and load it</source>
        <translation>手绘各 token 在若干句子步上的时间步，可保存和加载</translation>
    </message>
    <message>
        <source>Edit the timestep schedule</source>
        <translation>编辑时间步调度</translation>
    </message>
    <message>
        <source>Move the anchor, lag or block in the plane of a run; orange lines are the next plan</source>
        <translation>在运行的平面图中移动锚点、滞后步数或块长；橙线是下一次运行的计划</translation>
    </message>
    <message>
        <source>Into the jump</source>
        <translation>深入一跳</translation>
    </message>
    <message>
        <source>Open the sentence steps that the chosen model call skips</source>
        <translation>展开所选模型调用跳过的句子步</translation>
    </message>
    <message>
        <source>Dr&amp;aw a timestep schedule...</source>
        <translation>绘制时间步调度(&amp;A)…</translation>
    </message>
    <message>
        <source>Export a web &amp;page that plays...</source>
        <translation>导出可播放的网页(&amp;P)...</translation>
    </message>
    <message>
        <source>Save all lanes as one HTML file that plays them in any browser, without network</source>
        <translation>把所有栏存成一个 HTML 文件，任何浏览器都能播放，无需联网</translation>
    </message>
    <message>
        <source>Export the num&amp;bers...</source>
        <translation>导出数据(&amp;B)...</translation>
    </message>
    <message>
        <source>Save every position of every model call as a table (CSV) or JSON</source>
        <translation>把每次模型调用的每个位置存成表格（CSV）或 JSON</translation>
    </message>
    <message>
        <source>One more lane: another timestep schedule, other sampling steps, another seed, another model</source>
        <translation>再加一栏：换时间步调度、采样步数、种子或模型</translation>
    </message>
    <message>
        <source>Ne&amp;xt lane</source>
        <translation>下一栏(&amp;X)</translation>
    </message>
    <message>
        <source>The cursor goes on to the next lane</source>
        <translation>转到下一栏</translation>
    </message>
    <message>
        <source>Pre&amp;vious lane</source>
        <translation>上一栏(&amp;V)</translation>
    </message>
    <message>
        <source>The cursor goes back to the lane before</source>
        <translation>回到上一栏</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>总览表</translation>
    </message>
    <message>
        <source>The sentence under several timestep schedules, sampling steps and seeds, a cell each</source>
        <translation>同一句子在多种时间步调度、采样步数和种子下的结果，各占一格</translation>
    </message>
    <message>
        <source>Open a folder of &amp;cells...</source>
        <translation>打开单元格文件夹(&amp;C)...</translation>
    </message>
    <message>
        <source>What ardiff compare --cells or a contact sheet has kept</source>
        <translation>ardiff compare --cells 或总览表所保存的内容</translation>
    </message>
    <message>
        <source>&amp;Keep the contact sheet in a folder...</source>
        <translation>把总览表保存到文件夹(&amp;K)...</translation>
    </message>
    <message>
        <source>Its cells as ardiff compare --cells keeps them, also those that are filled from now on</source>
        <translation>按 ardiff compare --cells 的格式保存各格，此后填入的也一并保存</translation>
    </message>
    <message>
        <source>Clos&amp;e the run</source>
        <translation>移除运行(&amp;E)</translation>
    </message>
    <message>
        <source>Open the run c&amp;losed last</source>
        <translation>重新打开最近移除的运行(&amp;L)</translation>
    </message>
    <message>
        <source>Back into the list, at its place</source>
        <translation>放回列表中原来的位置</translation>
    </message>
    <message>
        <source>Export an animation (GIF)...</source>
        <translation>导出动画 (GIF)...</translation>
    </message>
    <message>
        <source>Save all lanes from the first step to the last as a GIF, for slides and messages</source>
        <translation>把所有栏从第一步到最后一步存成 GIF，用于幻灯片和消息</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a recorded run (.ardrun) or a board (.ardboard)</source>
        <translation>打开运行记录（.ardrun）或全部栏（.ardboard）</translation>
    </message>
    <message>
        <source>Save the boar&amp;d...</source>
        <translation>保存全部栏(&amp;D)…</translation>
    </message>
    <message>
        <source>Save all lanes with their runs and what is on screen in one file (.ardboard)</source>
        <translation>把所有栏、其中的运行和当前画面存入一个文件（.ardboard）</translation>
    </message>
    <message>
        <source>Language, looks, the engine and the folders of models</source>
        <translation>语言、外观、引擎和模型文件夹</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Back to the run from which the last branch was made</source>
        <translation>回到最近一个分支所出自的运行</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>To the branch again</source>
        <translation>再到该分支</translation>
    </message>
    <message>
        <source>&amp;Pin the word</source>
        <translation>固定该词(&amp;P)</translation>
    </message>
    <message>
        <source>Hold the chosen word from here on; the rest runs anew</source>
        <translation>从此处起固定所选的词，其余部分重新运行</translation>
    </message>
    <message>
        <source>&amp;Replace the word...</source>
        <translation>替换该词(&amp;R)…</translation>
    </message>
    <message>
        <source>Another word in the place of the chosen one; the rest runs anew</source>
        <translation>用另一个词替换所选的词，其余部分重新运行</translation>
    </message>
    <message>
        <source>Make it &amp;noise again</source>
        <translation>重新变为噪声(&amp;N)</translation>
    </message>
    <message>
        <source>The chosen position starts again from noise; the rest runs anew</source>
        <translation>所选位置重新从噪声开始，其余部分重新运行</translation>
    </message>
    <message>
        <source>Another &amp;seed from here</source>
        <translation>从此处换种子(&amp;S)</translation>
    </message>
    <message>
        <source>The rest runs anew with other noise</source>
        <translation>其余部分用另外的噪声重新运行</translation>
    </message>
    <message>
        <source>&amp;Branch from here...</source>
        <translation>从此处分支(&amp;B)…</translation>
    </message>
    <message>
        <source>A branch with another word, seed, timestep schedule or ruler from here on</source>
        <translation>从此处起换词、种子、时间步调度或跳步方式的分支</translation>
    </message>
    <message>
        <source>Pin the word in a further lane</source>
        <translation>在新的一栏中固定该词</translation>
    </message>
    <message>
        <source>Make it noise again in a further lane</source>
        <translation>在新的一栏中重新变为噪声</translation>
    </message>
    <message>
        <source>Another seed in a further lane</source>
        <translation>在新的一栏中换种子</translation>
    </message>
    <message>
        <source>Stu&amp;dent layout</source>
        <translation>学习布局(&amp;D)</translation>
    </message>
    <message>
        <source>The sentence, the plane and what is known of the chosen token, nothing else</source>
        <translation>只留句子、平面图和所选 token 的详情</translation>
    </message>
    <message>
        <source>Research la&amp;yout</source>
        <translation>研究布局(&amp;Y)</translation>
    </message>
    <message>
        <source>All panels: runs, tokens, what happens inside a call and a jump, the log</source>
        <translation>全部面板：运行、token、调用和跳的内部、日志</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>Everything that can be done, found by words that you type</source>
        <translation>输入几个字，找到任何可做的操作</translation>
    </message>
    <message>
        <source>Save the whole page, or one view of it, as PNG, SVG or PDF</source>
        <translation>将整页或其中一个视图保存为 PNG、SVG 或 PDF</translation>
    </message>
</context>
<context>
    <name>ard::ui::AttentionInspector</name>
    <message>
        <source>The engine did not say what the call looked at</source>
        <translation>引擎没有给出这次调用的注意力</translation>
    </message>
</context>
<context>
    <name>ard::ui::AttentionModel</name>
    <message>
        <source>source %1</source>
        <translation>源 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>The part of the logit that comes from what stands there: (q + r_w) · k / √d, less its mean over the positions</source>
        <translation>logit 中来自该处内容的部分：(q + r_w) · k / √d，减去各位置的平均</translation>
    </message>
    <message>
        <source>The part of the logit that comes from the timestep there: (q + r_r) · τ(t) / √d, less its mean over the positions</source>
        <translation>logit 中来自该处时间步的部分：(q + r_r) · τ(t) / √d，减去各位置的平均</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>by content</source>
        <translation>由内容</translation>
    </message>
    <message>
        <source>by timestep</source>
        <translation>由时间步</translation>
    </message>
</context>
<context>
    <name>ard::ui::AttentionView</name>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Layer of the decoder</source>
        <translation>解码器的层</translation>
    </message>
    <message>
        <source>Head of the layer</source>
        <translation>该层的注意力头</translation>
    </message>
    <message>
        <source>What the colours are</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Logits by content</source>
        <translation>内容部分的 logit</translation>
    </message>
    <message>
        <source>Logits by timestep</source>
        <translation>时间步部分的 logit</translation>
    </message>
    <message>
        <source>Weights to the source</source>
        <translation>对源文本的权重</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>From the token</source>
        <translation>从该 token 出发</translation>
    </message>
    <message>
        <source>To the token</source>
        <translation>指向该 token</translation>
    </message>
    <message>
        <source>What the token looks at, the heaviest first</source>
        <translation>该 token 关注什么，权重大的在前</translation>
    </message>
    <message>
        <source>Run a sentence or open a run: here is shown which positions look at which inside a model call.</source>
        <translation>请运行一个句子或打开一次运行：这里显示一次模型调用中哪个位置关注哪个位置。</translation>
    </message>
    <message>
        <source>The starting noise comes from no model call: go to a later moment.</source>
        <translation>起始噪声不来自任何模型调用：请前往之后的时刻。</translation>
    </message>
    <message>
        <source>This moment is a skipped step that was filled in: go to an executed model call.</source>
        <translation>此时刻是补算出的被跳过的步：请前往已执行的模型调用。</translation>
    </message>
    <message>
        <source>The engine is asked what this call looked at.</source>
        <translation>正在向引擎查询这次调用的注意力。</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>who looks</source>
        <translation>谁在看</translation>
    </message>
    <message>
        <source>at which piece of the source</source>
        <translation>看源文本的哪一块</translation>
    </message>
    <message>
        <source>at whom</source>
        <translation>看谁</translation>
    </message>
    <message>
        <source>Attention map, %1</source>
        <translation>注意力图，%1</translation>
    </message>
    <message>
        <source>Click a row, a word or a cell: the table shows what that token looks at.</source>
        <translation>点击一行、一个词或一个格子：表格显示该 token 关注什么。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (position %2, %3)</source>
        <translation>“%1”（位置 %2，%3）</translation>
    </message>
    <message>
        <source>Position %1, &quot;%2&quot;, is looked at most by %3.</source>
        <translation>位置 %1“%2”最受关注，来自%3。</translation>
    </message>
    <message>
        <source>Position %1, &quot;%2&quot;, looks most at %3.</source>
        <translation>位置 %1“%2”最关注%3。</translation>
    </message>
    <message>
        <source>Words are those after the call. Attention goes both ways: that the left influences the right is learned, not built in.</source>
        <translation>词是这次调用之后的词。注意力是双向的：左边影响右边是学到的，并非内置。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Position %1, &quot;%2&quot;</source>
        <translation>位置 %1“%2”</translation>
    </message>
    <message>
        <source>piece %1 of the source, &quot;%2&quot;</source>
        <translation>源文本第 %1 块“%2”</translation>
    </message>
    <message>
        <source>position %1, &quot;%2&quot;</source>
        <translation>位置 %1“%2”</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <comment>who looks at whom, how much</comment>
        <translation>%1 → %2：%3</translation>
    </message>
    <message>
        <source>The fields behind the words of the sentence are the same.</source>
        <translation>句子各词背后的色块表示同样的数值。</translation>
    </message>
</context>
<context>
    <name>ard::ui::Banner</name>
    <message>
        <source>Restart the engine</source>
        <translation>重启引擎</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>The command that starts the engine</source>
        <translation>启动引擎的命令</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>%1. Everything on screen is kept.</source>
        <translation>%1。屏幕上的内容都会保留。</translation>
    </message>
    <message>
        <source>(%1 more)</source>
        <comment>messages behind this one</comment>
        <translation>（还有 %1 条）</translation>
    </message>
</context>
<context>
    <name>ard::ui::BesideChoice</name>
    <message>
        <source>Beside it</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>Another lane&apos;s numbers for the same position, or those of a moment that is kept while the film goes on</source>
        <translation>同一位置在另一栏中的数值，或保留下来的某一时刻的数值（影片继续播放时不变）</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>position %1, call %2</source>
        <translation>位置 %1，第 %2 次调用</translation>
    </message>
    <message>
        <source>lane %1: %2</source>
        <translation>栏 %1：%2</translation>
    </message>
    <message>
        <source>this moment, kept</source>
        <translation>保留当前时刻</translation>
    </message>
    <message>
        <source>lane %1</source>
        <translation>栏 %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::BlackScreen</name>
    <message>
        <source>Black screen</source>
        <translation>黑屏</translation>
    </message>
</context>
<context>
    <name>ard::ui::BoardController</name>
    <message>
        <source>board</source>
        <translation>全部栏</translation>
    </message>
    <message>
        <source>Save the board</source>
        <translation>保存全部栏</translation>
    </message>
    <message>
        <source>Boards (*.ardboard)</source>
        <translation>全部栏 (*.ardboard)</translation>
    </message>
</context>
<context>
    <name>ard::ui::BranchDialog</name>
    <message>
        <source>Branch of run #%1</source>
        <translation>运行 #%1 的分支</translation>
    </message>
    <message>
        <source>The first %1 model calls stay, %2 run anew with the same noise. What is not ticked stays as it was.</source>
        <translation>前 %1 次模型调用保留，%2 次用同样的噪声重新运行。未勾选的保持原样。</translation>
    </message>
    <message>
        <source>In a further lane beside it</source>
        <translation>在旁边新的一栏中</translation>
    </message>
    <message>
        <source>Run the branch</source>
        <translation>运行分支</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>is replaced, and may change again</source>
        <translation>替换，之后仍可改变</translation>
    </message>
    <message>
        <source>is pinned to the end</source>
        <translation>固定到最后</translation>
    </message>
    <message>
        <source>becomes noise again</source>
        <translation>重新变为噪声</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>One word of the model&apos;s vocabulary; the list has the candidates</source>
        <translation>模型词表中的一个词；列表中是候选词</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Timestep schedule</source>
        <translation>时间步调度</translation>
    </message>
    <message>
        <source>stride, tail=5 or list=1999,1500,0</source>
        <translation>stride、tail=5 或 list=1999,1500,0</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>跳步方式</translation>
    </message>
    <message>
        <source>Model calls of the rest</source>
        <translation>其余部分的模型调用次数</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0, not %1</source>
        <translation>种子是不小于 0 的整数，不能是 %1</translation>
    </message>
    <message>
        <source>Type the word, or choose a candidate</source>
        <translation>请输入词，或选择一个候选词</translation>
    </message>
</context>
<context>
    <name>ard::ui::CallInsideView</name>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Inside the call</source>
        <translation>调用内部</translation>
    </message>
    <message>
        <source>Previous stage</source>
        <translation>上一阶段</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>下一阶段</translation>
    </message>
    <message>
        <source>Words of the stages by position</source>
        <translation>各阶段、各位置的词</translation>
    </message>
    <message>
        <source>Run a sentence or open a run: here the stages inside one model call are shown one after the other.</source>
        <translation>运行一个句子或打开运行记录：这里依次显示一次模型调用内部的各个阶段。</translation>
    </message>
    <message>
        <source>Click a word or a cell: here the stages of the model call that led to it are shown.</source>
        <translation>点击一个词或单元格：这里显示得到它的那次模型调用的各个阶段。</translation>
    </message>
    <message>
        <source>The starting noise comes from no model call: go to a later moment.</source>
        <translation>初始噪声不来自任何模型调用：请转到以后的步。</translation>
    </message>
    <message>
        <source>This moment is a skipped step that was filled in: go to an executed model call.</source>
        <translation>当前是补算出来的被跳过的步：请转到执行过的模型调用。</translation>
    </message>
    <message>
        <source>The engine is asked what happened inside this call.</source>
        <translation>正在向引擎查询这次调用的内部。</translation>
    </message>
    <message>
        <source>Position %1 · model call %2 of %3 · t %4 → %5</source>
        <translation>位置 %1 · 第 %2/%3 次模型调用 · t %4 → %5</translation>
    </message>
    <message>
        <source>Stage %1 of %2: %3</source>
        <translation>第 %1/%2 阶段：%3</translation>
    </message>
    <message>
        <source>What goes into the network: the latent x of every position, each at its own timestep. Words are the nearest embeddings.</source>
        <translation>送入网络的内容：每个位置的潜变量 x，各处于自己的时间步。显示的词是最近的词嵌入。</translation>
    </message>
    <message>
        <source>The network predicts the clean latent x̂₀ of all positions at once.</source>
        <translation>网络一次预测所有位置的干净潜变量 x̂₀。</translation>
    </message>
    <message>
        <source>x̂₀ of this position is not clamped in this call: the step takes it as it is.</source>
        <translation>这次调用不钳制该位置的 x̂₀：这一步直接使用它。</translation>
    </message>
    <message>
        <source>x̂₀ is clamped: it snaps to a word before the step takes it.</source>
        <translation>x̂₀ 被钳制：先换成一个词的词嵌入，再用于这一步。</translation>
    </message>
    <message>
        <source>x and x̂₀ are mixed by factors that follow from t and t′ alone.</source>
        <translation>x 与 x̂₀ 按系数混合，系数只取决于 t 和 t′。</translation>
    </message>
    <message>
        <source>No noise is added to this position: x′ is what the step gave.</source>
        <translation>该位置不加噪声：x′ 就是这一步的结果。</translation>
    </message>
    <message>
        <source>Fresh noise ε is added, σ of it: x′ is what goes into the next call.</source>
        <translation>加入新噪声 ε，乘以 σ：x′ 送入下一次调用。</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <comment>stage, and its place on the map</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Position %1 on a plane through the embeddings</source>
        <translation>位置 %1，在穿过词嵌入的平面上</translation>
    </message>
</context>
<context>
    <name>ard::ui::CallInspector</name>
    <message>
        <source>The engine did not say what happened inside the call</source>
        <translation>引擎没有说明调用内部发生了什么</translation>
    </message>
</context>
<context>
    <name>ard::ui::CallStagesModel</name>
    <message>
        <source>Noisy in</source>
        <translation>带噪输入</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>钳制</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>走一步</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>加噪</translation>
    </message>
    <message>
        <source>%1, position %2: %3</source>
        <translation>%1，位置 %2：%3</translation>
    </message>
    <message>
        <source>Nearest word: %1, distance %2</source>
        <translation>最近的词：%1，距离 %2</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidateBars</name>
    <message>
        <source>Candidates</source>
        <translation>候选词</translation>
    </message>
    <message>
        <source>%1: %2, shown at this step</source>
        <translation>%1：%2，当前步显示的词</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a word and its probability</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Up and down choose a word, Return puts it in the place of the one that is shown</source>
        <translation>上下键选择词，回车键用它替换所显示的词</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidateRisksModel</name>
    <message>
        <source>Candidate %1, taken out: %2</source>
        <translation>候选 %1，已取出：%2</translation>
    </message>
    <message>
        <source>Candidate %1, chosen: %2</source>
        <translation>候选 %1，已选中：%2</translation>
    </message>
    <message>
        <source>Candidate %1: %2</source>
        <translation>候选 %1：%2</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>100 less the mean agreement with the others that are ticked; the least is chosen</source>
        <translation>100 减去与其他已勾选候选的平均一致度；选最小者</translation>
    </message>
    <message>
        <source>Agreement with candidate %1: BLEU of two sentences, 0 to 100</source>
        <translation>与候选 %1 的一致度：两句之间的 BLEU，0 到 100</translation>
    </message>
    <message>
        <source>log p</source>
        <translation>log p</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>100 less the mean agreement with the others that are ticked</source>
        <translation>100 减去与其他已勾选候选的平均一致度</translation>
    </message>
    <message>
        <source>How likely the model itself finds the words (ours): mean natural logarithm of a word&apos;s probability</source>
        <translation>模型自己认为各词有多可能（本项目）：每个词概率的自然对数的均值</translation>
    </message>
    <message>
        <source>100 less the risk, plus 100 times log p (ours); the greatest is chosen</source>
        <translation>100 减去风险，再加 100 乘 log p（本项目）；选最大者</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidatesModel</name>
    <message>
        <source>Word %1: %2</source>
        <translation>词 %1：%2</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidatesView</name>
    <message>
        <source>Take all in</source>
        <translation>全部放回</translation>
    </message>
    <message>
        <source>Candidates, their risk and their agreement</source>
        <translation>候选及其风险和一致度</translation>
    </message>
    <message>
        <source>Ask for several candidates in the form and run them: which of them is chosen, and why, is shown here.</source>
        <translation>请在表单中要求多个候选并运行：此处显示选中哪一个以及原因。</translation>
    </message>
    <message>
        <source>Comparing the candidates</source>
        <translation>正在比较候选</translation>
    </message>
    <message>
        <source>All candidates are taken out: none can be chosen. With all of them it is candidate %1.</source>
        <translation>所有候选都已取出，无可选择。全部放回时选中候选 %1。</translation>
    </message>
    <message>
        <source>Candidate %1 is chosen: of %2 it agrees best with the others (minimum Bayes risk). Untick one to take it out.</source>
        <translation>选中候选 %1：%2 个之中它与其他候选最为一致（最小贝叶斯风险）。取消勾选即可取出。</translation>
    </message>
    <message>
        <source>Without %1 it is still candidate %2.</source>
        <translation>去掉 %1，仍选中候选 %2。</translation>
    </message>
    <message>
        <source>Without %1 candidate %2 is chosen instead of %3.</source>
        <translation>去掉 %1，改选候选 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>Candidate %1 is chosen: of %2 the model finds its words the likeliest (ours, %3 model calls more). Untick one to take it out.</source>
        <translation>选中候选 %1：%2 个之中模型认为它的词最为可能（本项目，多用 %3 次模型调用）。取消勾选即可取出。</translation>
    </message>
    <message>
        <source>Candidate %1 is chosen: of %2 it is best in agreement with the others and likelihood together (ours, %3 model calls more). Untick one to take it out.</source>
        <translation>选中候选 %1：%2 个之中它与其他候选的一致度和似然合计最好（本项目，多用 %3 次模型调用）。取消勾选即可取出。</translation>
    </message>
</context>
<context>
    <name>ard::ui::CentralView</name>
    <message>
        <source>Colour of the cells</source>
        <translation>单元格着色</translation>
    </message>
    <message>
        <source>What the colour of a cell means (Alt+1, Alt+2, Alt+3)</source>
        <translation>单元格颜色的含义（Alt+1、Alt+2、Alt+3）</translation>
    </message>
    <message>
        <source>Colour: noise level</source>
        <translation>着色：噪声水平</translation>
    </message>
    <message>
        <source>Colour: probability</source>
        <translation>着色：概率</translation>
    </message>
    <message>
        <source>Colour: entropy</source>
        <translation>着色：熵</translation>
    </message>
    <message>
        <source>Words after every model call</source>
        <translation>每次模型调用后的词</translation>
    </message>
    <message>
        <source>bold: settled · dotted line: may still change · framed: changed in this call · thick line: timestep 0</source>
        <translation>粗体：已定型 · 点线：仍可能变 · 方框：本次调用中改变 · 粗线：时间步 0</translation>
    </message>
    <message>
        <source>Leave the lecture</source>
        <translation>退出授课模式</translation>
    </message>
    <message>
        <source>What the lanes share</source>
        <translation>各栏按什么同步</translation>
    </message>
    <message>
        <source>How the moments of the other lanes follow</source>
        <translation>其他栏的步如何跟随</translation>
    </message>
    <message>
        <source>In step: model calls</source>
        <translation>同步：模型调用</translation>
    </message>
    <message>
        <source>In step: share of the way</source>
        <translation>同步：进度</translation>
    </message>
    <message>
        <source>In step: mean noise level</source>
        <translation>同步：平均噪声水平</translation>
    </message>
    <message>
        <source>Not in step</source>
        <translation>不同步</translation>
    </message>
</context>
<context>
    <name>ard::ui::ColorBar</name>
    <message>
        <source>Legend: %1, from %2 to %3</source>
        <translation>图例：%1，从 %2 到 %3</translation>
    </message>
</context>
<context>
    <name>ard::ui::CommandModel</name>
    <message>
        <source>not now</source>
        <translation>现在不可用</translation>
    </message>
</context>
<context>
    <name>ard::ui::CommandPalette</name>
    <message>
        <source>Runs</source>
        <translation>运行列表</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>没有命令含有这些字。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do? Type words of it.</source>
        <translation>想做什么？输入其中的字词。</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
</context>
<context>
    <name>ard::ui::ContactSheet</name>
    <message>
        <source>Load the table in the form, then write custom here</source>
        <translation>请先在表单中载入表格，再在此处写 custom</translation>
    </message>
    <message>
        <source>A contact sheet has 1 to %1 timestep schedules</source>
        <translation>总览表有 1 至 %1 种时间步调度</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of sampling steps</source>
        <translation>“%1”不是采样步数</translation>
    </message>
    <message>
        <source>A contact sheet has 1 to %1 numbers of sampling steps</source>
        <translation>总览表有 1 至 %1 个采样步数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no seed</source>
        <translation>“%1”不是种子</translation>
    </message>
    <message>
        <source>A contact sheet has 1 to %1 seeds</source>
        <translation>总览表有 1 至 %1 个种子</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>请先选择模型</translation>
    </message>
    <message>
        <source>The folder has no run of this sentence, so nobody knows what was asked</source>
        <translation>文件夹里没有这个句子的运行，无从得知当时的请求</translation>
    </message>
    <message>
        <source>Type a source text first</source>
        <translation>请先输入源文本</translation>
    </message>
    <message>
        <source>Cells with several candidates are made by ardiff compare</source>
        <translation>有多个候选的单元格由 ardiff compare 生成</translation>
    </message>
    <message>
        <source>These cells are of another model than the one that is loaded</source>
        <translation>这些单元格属于另一个模型，不是已载入的模型</translation>
    </message>
    <message>
        <source>There is no timestep schedule %1</source>
        <translation>没有时间步调度 %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::CurvesView</name>
    <message>
        <source>Settled share and entropy against model calls</source>
        <translation>定型比例和熵随模型调用的变化</translation>
    </message>
    <message>
        <source>Settled by word</source>
        <translation>按词定型</translation>
    </message>
    <message>
        <source>Settled by timestep</source>
        <translation>按时间步定型</translation>
    </message>
    <message>
        <source>What counts as settled</source>
        <translation>何为定型</translation>
    </message>
    <message>
        <source>By word nobody can know before the end of a run; until then words at timestep 0 count.</source>
        <translation>按词定型要到运行结束才知道；在此之前，时间步到 0 的词算作定型。</translation>
    </message>
    <message>
        <source>share of the words that has settled</source>
        <translation>已定型的词所占比例</translation>
    </message>
    <message>
        <source>mean entropy, nats</source>
        <translation>平均熵（奈特）</translation>
    </message>
    <message>
        <source>Model call %1</source>
        <translation>第 %1 次模型调用</translation>
    </message>
    <message>
        <source>%1: settled %2 %, entropy %3</source>
        <translation>%1：定型 %2%，熵 %3</translation>
    </message>
</context>
<context>
    <name>ard::ui::DifferenceView</name>
    <message>
        <source>Differences of two lanes, position by model call</source>
        <translation>两栏的差异：横轴为位置，纵轴为模型调用</translation>
    </message>
    <message>
        <source>First lane</source>
        <translation>第一栏</translation>
    </message>
    <message>
        <source>Second lane</source>
        <translation>第二栏</translation>
    </message>
    <message>
        <source>and</source>
        <translation>和</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>letter and name of a lane</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>after model call</source>
        <translation>模型调用之后</translation>
    </message>
    <message>
        <source>%1 surer of its word</source>
        <translation>%1 对自己的词更有把握</translation>
    </message>
    <message>
        <source>%1 surer</source>
        <translation>%1 更有把握</translation>
    </message>
    <message>
        <source>another word</source>
        <translation>词不同</translation>
    </message>
    <message>
        <source>Position %1 after model call %2</source>
        <translation>位置 %1，第 %2 次模型调用后</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot;, probability %3</source>
        <translation>%1：“%2”，概率 %3</translation>
    </message>
    <message>
        <source>could not change</source>
        <translation>不可能改变</translation>
    </message>
    <message>
        <source>after call %1: could not change %2, did not %3, did %4</source>
        <translation>第 %1 次调用后：不可能改变 %2，没有改变 %3，改变了 %4</translation>
    </message>
    <message>
        <source>could not change: both have this call of the same run</source>
        <translation>不可能改变：两者的这次调用出自同一运行</translation>
    </message>
    <message>
        <source>could not change: one of the two is pinned</source>
        <translation>不可能改变：其中之一已固定</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineCall</name>
    <message>
        <source>The engine hangs: it did not stop within %1 s</source>
        <translation>引擎没有响应：%1 秒内未能停止</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineChip</name>
    <message>
        <source>Engine: %1</source>
        <translation>引擎：%1</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>引擎已停止</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineClient</name>
    <message>
        <source>The engine did not answer within %1 s</source>
        <translation>引擎在 %1 秒内没有应答</translation>
    </message>
    <message>
        <source>Engine not started</source>
        <translation>引擎未启动</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>正在启动引擎</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Loading the model: %1</source>
        <translation>正在加载模型：%1</translation>
    </message>
    <message>
        <source>Loading the model: %1, %2 %</source>
        <translation>正在加载模型：%1，%2%</translation>
    </message>
    <message>
        <source>Ready: %1 on %2</source>
        <translation>就绪：%1，运行于 %2</translation>
    </message>
    <message>
        <source>Ready, no model loaded</source>
        <translation>就绪，尚未加载模型</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Running: %1 of %2 model calls</source>
        <translation>正在运行：第 %1 次模型调用，共 %2 次</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>The engine program ardiff was found neither beside this program nor in the PATH</source>
        <translation>在本程序所在的文件夹和 PATH 中都找不到引擎程序 ardiff</translation>
    </message>
    <message>
        <source>Starting the engine: %1</source>
        <translation>启动引擎：%1</translation>
    </message>
    <message>
        <source>The engine was restarted</source>
        <translation>引擎已重启</translation>
    </message>
    <message>
        <source>The engine was shut down</source>
        <translation>引擎已关闭</translation>
    </message>
    <message>
        <source>Stop the run before choosing another model</source>
        <translation>请先停止运行，再选择其他模型</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>尚未加载模型</translation>
    </message>
    <message>
        <source>The engine has enough to do: wait until a run is finished</source>
        <translation>引擎正忙：请等待一次运行结束</translation>
    </message>
    <message>
        <source>The command does not start an engine: it asks instead of answering</source>
        <translation>该命令启动的不是引擎：它在提问，而不是应答</translation>
    </message>
    <message>
        <source>The engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Engine %1 on %2, %3</source>
        <translation>引擎 %1，运行于 %2，%3</translation>
    </message>
    <message>
        <source>The engine is older: it makes the lanes one after the other</source>
        <translation>引擎版本较旧：各栏将逐个计算</translation>
    </message>
    <message>
        <source>At most %1 runs can advance together</source>
        <translation>最多可有 %1 个运行同步推进</translation>
    </message>
    <message>
        <source>The engine left a lane unanswered</source>
        <translation>引擎没有应答其中一栏</translation>
    </message>
    <message>
        <source>The engine has not answered for %1 s</source>
        <translation>引擎已有 %1 秒没有应答</translation>
    </message>
    <message>
        <source>Starting the engine; so far it has answered: %1</source>
        <translation>正在启动引擎；到目前为止的回答：%1</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineProcess</name>
    <message>
        <source>The engine could not be started: %1 (%2)</source>
        <translation>无法启动引擎：%1（%2）</translation>
    </message>
    <message>
        <source>The engine stopped: it was killed (signal 9; when nobody did that, the memory ran out)</source>
        <translation>引擎已停止：进程被强制结束（信号 9；若非人为，则是内存耗尽）</translation>
    </message>
    <message>
        <source>The engine stopped: it crashed (signal %1)</source>
        <translation>引擎已停止：程序崩溃（信号 %1）</translation>
    </message>
    <message>
        <source>The engine stopped by itself</source>
        <translation>引擎自行停止</translation>
    </message>
    <message>
        <source>The engine stopped with exit status %1</source>
        <translation>引擎已停止，退出状态为 %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineQuestion</name>
    <message>
        <source>The run was made by another model, %1: choose it to look inside</source>
        <translation>此次运行由另一个模型 %1 完成：请选择该模型再查看内部</translation>
    </message>
</context>
<context>
    <name>ard::ui::Film</name>
    <message>
        <source>The filled in steps do not lead from one step of the run to the next</source>
        <translation>补算的各步不能从本次运行的一步连到下一步</translation>
    </message>
</context>
<context>
    <name>ard::ui::FindBar</name>
    <message>
        <source>Find a word in all steps</source>
        <translation>在所有步中查找词</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>In no step of any run on screen</source>
        <translation>屏幕上的运行中没有任何一步出现</translation>
    </message>
    <message>
        <source>%1 of %2 · step %3, position %4</source>
        <translation>%1/%2 · 第 %3 步，位置 %4</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
</context>
<context>
    <name>ard::ui::FoldChip</name>
    <message>
        <source>The sentence ends here: the positions behind it are PAD. Click to show them.</source>
        <translation>句子到此结束，后面的位置都是 PAD。点击可显示。</translation>
    </message>
    <message>
        <source>Click to fold away the positions that the sentence does not need.</source>
        <translation>点击可折叠句子用不到的位置。</translation>
    </message>
</context>
<context>
    <name>ard::ui::FoldMark</name>
    <message>
        <source>1 more position</source>
        <translation>还有 1 个位置</translation>
    </message>
    <message>
        <source>fold 1 position</source>
        <translation>折叠 1 个位置</translation>
    </message>
    <message>
        <source>%1 more positions</source>
        <translation>还有 %1 个位置</translation>
    </message>
    <message>
        <source>fold %1 positions</source>
        <translation>折叠 %1 个位置</translation>
    </message>
</context>
<context>
    <name>ard::ui::FrontCanvas</name>
    <message>
        <source>Front %1 of %2, position %3: timestep %4</source>
        <translation>前沿 %1/%2，位置 %3：时间步 %4</translation>
    </message>
    <message>
        <source>position n; timestep t upwards</source>
        <translation>横轴位置 n，纵轴时间步 t（向上）</translation>
    </message>
</context>
<context>
    <name>ard::ui::GenerationForm</name>
    <message>
        <source>%1 must lie between %2 and %3</source>
        <translation>%1 应在 %2 到 %3 之间</translation>
    </message>
    <message>
        <source>Type a source text first</source>
        <translation>请先输入源文本</translation>
    </message>
    <message>
        <source>This model has not learned a timestep schedule: that takes training with draw.learned</source>
        <translation>此模型没有学习时间步调度：训练时需设置 draw.learned</translation>
    </message>
    <message>
        <source>This model was not trained on the timestep schedule %1</source>
        <translation>此模型没有用“%1”时间步调度训练过</translation>
    </message>
    <message>
        <source>This model was trained with anchor scale %1</source>
        <translation>此模型训练时的锚点倍数为 %1</translation>
    </message>
    <message>
        <source>Choose a model first: it fixes the length and the diffusion steps</source>
        <translation>请先选择模型：长度和扩散步数由模型决定</translation>
    </message>
</context>
<context>
    <name>ard::ui::HandleGeometry</name>
    <message>
        <source>The anchor must lie to the right of the last position, %1: there it would denoise a word before it begins</source>
        <translation>锚点应在最后一个位置 %1 的右边：否则词还没有开始就去噪了</translation>
    </message>
    <message>
        <source>lag 0: uniform</source>
        <translation>滞后 0：统一</translation>
    </message>
    <message>
        <source>lag T: autoregressive</source>
        <translation>滞后 T：自回归</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>滞后 %1</translation>
    </message>
    <message>
        <source>block 1: autoregressive</source>
        <translation>块长 1：自回归</translation>
    </message>
    <message>
        <source>block N: uniform</source>
        <translation>块长 N：统一</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>块长 %1</translation>
    </message>
    <message>
        <source>anchor: uniform</source>
        <translation>锚点：统一</translation>
    </message>
    <message>
        <source>anchor %1: the paper&apos;s</source>
        <translation>锚点 %1：论文</translation>
    </message>
    <message>
        <source>anchor %1</source>
        <translation>锚点 %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::JumpFormula</name>
    <message>
        <source>a: how much of the noisy latent stays, by the noise schedule at t and t′</source>
        <translation>a：保留多少带噪潜变量，由噪声调度在 t 和 t′ 处的值决定</translation>
    </message>
    <message>
        <source>x: the noisy latent of the token at timestep t</source>
        <translation>x：token 在时间步 t 的带噪潜变量</translation>
    </message>
    <message>
        <source>b: how much of the predicted clean latent comes in</source>
        <translation>b：加入多少预测的干净潜变量</translation>
    </message>
    <message>
        <source>x̂₀: the predicted clean latent, as clamped</source>
        <translation>x̂₀：预测的干净潜变量（钳制后）</translation>
    </message>
    <message>
        <source>c: of the clean latent with which the token moved before (multistep solver)</source>
        <translation>c：该 token 上次移动所用干净潜变量的系数（多步求解器）</translation>
    </message>
    <message>
        <source>x̂₀ before: the predicted clean latent with which the token moved before</source>
        <translation>上次的 x̂₀：该 token 上次移动所用的预测干净潜变量</translation>
    </message>
    <message>
        <source>σ: how much fresh noise comes in; 0 where the token arrives at t′ = 0</source>
        <translation>σ：加入多少新噪声；到达 t′ = 0 时为 0</translation>
    </message>
    <message>
        <source>ε: fresh noise, from seed, position and timestep</source>
        <translation>ε：新噪声，由种子、位置和时间步决定</translation>
    </message>
    <message>
        <source>x′: the latent of the token at timestep t′</source>
        <translation>x′：token 在时间步 t′ 的潜变量</translation>
    </message>
    <message>
        <source>x̂₀ before</source>
        <translation>上次的 x̂₀</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>分量 %1</translation>
    </message>
    <message>
        <source>Length of all %1</source>
        <translation>全部 %1 个分量的长度</translation>
    </message>
</context>
<context>
    <name>ard::ui::JumpModel</name>
    <message>
        <source>Position %1, timestep %2: %3</source>
        <translation>位置 %1，时间步 %2：%3</translation>
    </message>
    <message>
        <source>Position %1, timestep %2</source>
        <translation>位置 %1，时间步 %2</translation>
    </message>
    <message>
        <source>after the jump</source>
        <translation>一跳之后</translation>
    </message>
    <message>
        <source>after the steps</source>
        <translation>逐步之后</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
</context>
<context>
    <name>ard::ui::JumpView</name>
    <message>
        <source>What does the network say there?</source>
        <translation>网络在那里会怎么说？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Steps that the network has answered</source>
        <translation>网络已算完的步</translation>
    </message>
    <message>
        <source>Sentence steps of the jump by position</source>
        <translation>这一跳的句子步：按位置列出</translation>
    </message>
    <message>
        <source>Into the jump of model call %1: sentence step %2 to %3</source>
        <translation>深入第 %1 次模型调用的一跳：句子步 %2 到 %3</translation>
    </message>
    <message>
        <source>Into the jump</source>
        <translation>深入一跳</translation>
    </message>
    <message>
        <source>Choose a cell of the plane and press J: what a model call skips is shown here step by step.</source>
        <translation>在平面图中选一个单元格并按 J：模型调用跳过的内容会在这里逐步显示。</translation>
    </message>
    <message>
        <source>%1 sentence steps are skipped; the numbers are the timesteps of each token there.</source>
        <translation>跳过了 %1 个句子步；数字是各 token 在那里的时间步。</translation>
    </message>
    <message>
        <source>The network is being asked.</source>
        <translation>正在询问网络。</translation>
    </message>
    <message>
        <source>Asking the network takes %1 model calls, about %2 s.</source>
        <translation>询问网络需要 %1 次模型调用，约 %2 秒。</translation>
    </message>
    <message>
        <source>Asking the network takes %1 model calls.</source>
        <translation>询问网络需要 %1 次模型调用。</translation>
    </message>
    <message>
        <source>%1: “%2” or “%3”</source>
        <translation>%1：“%2”或“%3”</translation>
    </message>
    <message>
        <source>Distance of the two latents: %1 on average, at most %2 at position %3.</source>
        <translation>两个潜变量的距离：平均 %1，最大 %2（位置 %3）。</translation>
    </message>
    <message>
        <source>The jump and the %1 steps one by one lead to the same words.</source>
        <translation>一跳到底与逐个走 %1 步，得到的词相同。</translation>
    </message>
    <message>
        <source>The jump and the %1 steps one by one part at %2 of %3 positions (jump or steps): %4.</source>
        <translation>一跳到底与逐个走 %1 步，在 %3 个位置中有 %2 个出现分歧（一跳或逐步）：%4。</translation>
    </message>
    <message>
        <source>Asking the network takes %1 model calls, less than a second.</source>
        <translation>询问网络需要 %1 次模型调用，不到一秒。</translation>
    </message>
</context>
<context>
    <name>ard::ui::Jumps</name>
    <message>
        <source>Choose a model call first</source>
        <translation>请先选择一次模型调用</translation>
    </message>
    <message>
        <source>The steps of this jump do not follow from the run&apos;s timestep schedule alone</source>
        <translation>仅由此次运行的时间步调度推不出这一跳的各步</translation>
    </message>
    <message>
        <source>This model call skips nothing</source>
        <translation>这次模型调用没有跳过任何步</translation>
    </message>
    <message>
        <source>The run has not come to this model call yet</source>
        <translation>运行还没有进行到这次模型调用</translation>
    </message>
    <message>
        <source>This run is of the model %1: choose it first</source>
        <translation>此次运行属于模型 %1：请先选择该模型</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneController</name>
    <message>
        <source>With M %1</source>
        <translation>改为 M %1</translation>
    </message>
    <message>
        <source>With seed %1</source>
        <translation>改为种子 %1</translation>
    </message>
    <message>
        <source>With eta %1</source>
        <translation>改为 η %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>改为%1</translation>
    </message>
    <message>
        <source>With settings of its own...</source>
        <translation>单独设置…</translation>
    </message>
    <message>
        <source>With the model %1</source>
        <translation>使用模型 %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneDialog</name>
    <message>
        <source>Lane %1</source>
        <translation>%1 栏</translation>
    </message>
    <message>
        <source>What is not ticked is as the form says, in all lanes alike.</source>
        <translation>未勾选的各项以表单为准，各栏相同。</translation>
    </message>
    <message>
        <source>Timestep schedule</source>
        <translation>时间步调度</translation>
    </message>
    <message>
        <source>Sampling steps M</source>
        <translation>采样步数 M</translation>
    </message>
    <message>
        <source>Eta</source>
        <translation>随机性 η</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>钳制</translation>
    </message>
    <message>
        <source>stride, tail=5 or list=1999,1500,0</source>
        <translation>stride、tail=5 或 list=1999,1500,0</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>跳步方式</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0, not %1</source>
        <translation>种子是不小于 0 的整数，不能是 %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Each model has an engine of its own while a lane has it</source>
        <translation>有栏使用某个模型时，该模型有自己的引擎</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneHeader</name>
    <message>
        <source>Change this lane</source>
        <translation>更改此栏</translation>
    </message>
    <message>
        <source>Close this lane; its run stays in the list</source>
        <translation>关闭此栏；其运行仍在列表中</translation>
    </message>
    <message>
        <source>Drag it onto another lane to change places</source>
        <translation>拖到另一栏上可互换位置</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneView</name>
    <message>
        <source>Lane %1: %2</source>
        <translation>%1 栏：%2</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneWordDelegate</name>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 后失去</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneWordsModel</name>
    <message>
        <source>Lane %1: no word here</source>
        <translation>%1 栏：此处没有词</translation>
    </message>
    <message>
        <source>Lane %1: &quot;%2&quot;, unchanged since model call %3 so far</source>
        <translation>%1 栏：“%2”，第 %3 次模型调用以来尚未改变</translation>
    </message>
    <message>
        <source>Lane %1: &quot;%2&quot;, for good since model call %3, first of all that have it</source>
        <translation>%1 栏：“%2”，从第 %3 次模型调用起不再改变，在有此词的各栏中最早</translation>
    </message>
    <message>
        <source>Lane %1: &quot;%2&quot;, for good since model call %3</source>
        <translation>%1 栏：“%2”，从第 %3 次模型调用起不再改变</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考</translation>
    </message>
</context>
<context>
    <name>ard::ui::LegendPainter</name>
    <message>
        <source>where every token starts</source>
        <translation>每个 token 的起点</translation>
    </message>
    <message>
        <source>where it will be, one line for every %1 model calls</source>
        <translation>将处的位置，每 %1 次模型调用一条线</translation>
    </message>
    <message>
        <source>where it will be after each model call</source>
        <translation>每次模型调用后所处的位置</translation>
    </message>
    <message>
        <source>lines: executed steps, skipping what lies between</source>
        <translation>线：执行的步；其间的都跳过</translation>
    </message>
    <message>
        <source>where every token is now</source>
        <translation>每个 token 当前所处的时间步</translation>
    </message>
    <message>
        <source>crossed; lines: executed steps</source>
        <translation>已经过；线：执行的步</translation>
    </message>
    <message>
        <source>the next jump, skipping what lies between</source>
        <translation>下一跳，其间的都跳过</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>尚未到达</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已定型</translation>
    </message>
    <message>
        <source>may still change, also at timestep 0, where noise %1 is left</source>
        <translation>仍可能变，时间步 0 处也一样（还有噪声 %1）</translation>
    </message>
    <message>
        <source>may still change</source>
        <translation>仍可能变</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>made noise again</source>
        <translation>重新变为噪声</translation>
    </message>
    <message>
        <source>made noise again, also by the repair (ours)</source>
        <translation>重新变为噪声，也由修补（本项目）所为</translation>
    </message>
    <message>
        <source>made noise again by the repair (ours)</source>
        <translation>由修补（本项目）重新变为噪声</translation>
    </message>
    <message>
        <source>where the branch parts</source>
        <translation>分支由此分出</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>skipped steps, filled in</source>
        <translation>补算出的被跳过的步</translation>
    </message>
    <message>
        <source>the front one step on</source>
        <translation>下一步的前沿</translation>
    </message>
    <message>
        <source>how many timesteps the chosen token falls in it</source>
        <translation>所选 token 在这一步下降的时间步数</translation>
    </message>
    <message>
        <source>the schedule that the form has now</source>
        <translation>表单现在的时间步调度</translation>
    </message>
    <message>
        <source>the model was not trained for this schedule</source>
        <translation>模型未按此调度训练</translation>
    </message>
</context>
<context>
    <name>ard::ui::LogModel</name>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>ard::ui::LogView</name>
    <message>
        <source>Log of the engine</source>
        <translation>引擎日志</translation>
    </message>
</context>
<context>
    <name>ard::ui::MainWindow</name>
    <message>
        <source>%1[*] – AR-Diffusion Explorer</source>
        <translation>%1[*] – AR-Diffusion Explorer</translation>
    </message>
    <message>
        <source>AR-Diffusion Explorer</source>
        <translation>AR-Diffusion Explorer</translation>
    </message>
</context>
<context>
    <name>ard::ui::MessageDecoder</name>
    <message>
        <source>The command does not start an engine, it answers: %1</source>
        <translation>该命令启动的不是引擎，它回答：%1</translation>
    </message>
    <message>
        <source>The command does not start an engine: what it answers is none of its messages</source>
        <translation>该命令启动的不是引擎：它的应答不是引擎的消息</translation>
    </message>
    <message>
        <source>The engine sent something that cannot be understood: %1</source>
        <translation>引擎发来无法理解的内容：%1</translation>
    </message>
    <message>
        <source>The command writes something before the engine answers; it is left out</source>
        <translation>命令在引擎回答之前输出了内容，已略过</translation>
    </message>
    <message>
        <source>The command writes something before the engine answers; it is left out: %1</source>
        <translation>命令在引擎回答之前输出了内容，已略过：%1</translation>
    </message>
</context>
<context>
    <name>ard::ui::ModelListModel</name>
    <message>
        <source>N %1, T %2, %3 words</source>
        <translation>N %1，T %2，词表 %3</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 百万参数</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可：%1</translation>
    </message>
</context>
<context>
    <name>ard::ui::OriginLine</name>
    <message>
        <source>The form differs: Run%1 follows it</source>
        <translation>表单与此不同：“运行”%1按它运行</translation>
    </message>
</context>
<context>
    <name>ard::ui::Page</name>
    <message>
        <source>timestep t</source>
        <translation>时间步 t</translation>
    </message>
</context>
<context>
    <name>ard::ui::ParameterForm</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Shows the settings that are seldom changed</source>
        <translation>显示不常改动的设置</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>%1: %2 is the limit here</source>
        <translation>%1：此处的极限是 %2</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
</context>
<context>
    <name>ard::ui::PictureDialog</name>
    <message>
        <source>Export a picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>&amp;Picture of:</source>
        <translation>图片内容(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>尺寸(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>颜色(&amp;C)：</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>as the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>This view is taken from the screen, in the colours of the window.</source>
        <translation>此视图取自屏幕，颜色与窗口相同。</translation>
    </message>
</context>
<context>
    <name>ard::ui::PictureExport</name>
    <message>
        <source>Slide %1 × %2</source>
        <translation>幻灯片 %1 × %2</translation>
    </message>
    <message>
        <source>Page %1 × %2</source>
        <translation>页面 %1 × %2</translation>
    </message>
    <message>
        <source>As on screen %1 × %2</source>
        <translation>与屏幕一致 %1 × %2</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>plane.png</source>
        <translation>平面图.png</translation>
    </message>
    <message>
        <source>PNG pictures (*.png);;SVG drawings (*.svg);;PDF pages (*.pdf)</source>
        <translation>PNG 图片 (*.png);;SVG 矢量图 (*.svg);;PDF 页面 (*.pdf)</translation>
    </message>
    <message>
        <source>window.png</source>
        <translation>窗口.png</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>There is no run to export yet</source>
        <translation>还没有可导出的运行</translation>
    </message>
    <message>
        <source>Save a page that plays in a browser</source>
        <translation>保存可在浏览器中播放的网页</translation>
    </message>
    <message>
        <source>film.html</source>
        <translation>film.html</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>runs.csv</source>
        <translation>runs.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv);;JSON (*.json)</source>
        <translation>表格 (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>An export is a .png, .svg, .pdf, .gif, .html, .csv or .json file</source>
        <translation>导出文件的类型为 .png、.svg、.pdf、.gif、.html、.csv 或 .json</translation>
    </message>
    <message>
        <source>Save an animation</source>
        <translation>保存动画</translation>
    </message>
    <message>
        <source>film.gif</source>
        <translation>film.gif</translation>
    </message>
    <message>
        <source>GIF animations (*.gif)</source>
        <translation>GIF 动画 (*.gif)</translation>
    </message>
    <message>
        <source>the whole page</source>
        <translation>整页</translation>
    </message>
</context>
<context>
    <name>ard::ui::PlaneLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>图例：%1</translation>
    </message>
</context>
<context>
    <name>ard::ui::PlanePanel</name>
    <message>
        <source>Plan: %1</source>
        <translation>计划：%1</translation>
    </message>
    <message>
        <source>This is the plan: every orange line is one model call and shows how far each position is denoised after it. Press Run to see the model follow it.</source>
        <translation>这是计划：每条橙线代表一次模型调用，表示调用之后各位置去噪到哪里。按“运行”，看模型依计划进行。</translation>
    </message>
    <message>
        <source>This is the plan: the orange lines show how far each position is denoised, one line for every %1 model calls. Press Run to see the model follow it.</source>
        <translation>这是计划：橙线表示各位置去噪到哪里，每 %1 次模型调用一条。按“运行”，看模型依计划进行。</translation>
    </message>
    <message>
        <source>In this plan all positions reach timestep 0 together, in the last jump: whether left words come first is then seen in the words, not in the timesteps.</source>
        <translation>按此计划，所有位置在最后一跳中同时到达时间步 0：左边的词是否先出现，要看词，而不是看时间步。</translation>
    </message>
    <message>
        <source>The plan of the next run: %1, %2</source>
        <translation>下一次运行的计划：%1，%2</translation>
    </message>
    <message>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <source>words: %1</source>
        <translation>词：%1</translation>
    </message>
    <message>
        <source>Position %1 · model call %2 · timestep %3 → %4</source>
        <translation>位置 %1 · 第 %2 次模型调用 · 时间步 %3 → %4</translation>
    </message>
    <message>
        <source>%1, probability %2</source>
        <translation>%1，概率 %2</translation>
    </message>
    <message>
        <source>Into the jump of model call %1</source>
        <translation>深入第 %1 次模型调用的一跳</translation>
    </message>
    <message>
        <source>Choose this cell</source>
        <translation>选择此单元格</translation>
    </message>
    <message>
        <source>learned: what is drawn is custom</source>
        <translation>学习所得：改动后即为自定义</translation>
    </message>
    <message>
        <source>custom: draw the lines</source>
        <translation>自定义：可拖动各线</translation>
    </message>
    <message>
        <source>custom, drawn from the learned one</source>
        <translation>自定义，由学习所得改画</translation>
    </message>
    <message>
        <source>custom, drawn</source>
        <translation>自定义，手绘</translation>
    </message>
    <message>
        <source>timestep %1 to %2</source>
        <translation>时间步 %1 到 %2</translation>
    </message>
    <message>
        <source>pinned: it cannot become another word</source>
        <translation>已固定：不会变成别的词</translation>
    </message>
</context>
<context>
    <name>ard::ui::PlaneView</name>
    <message>
        <source>Plane of position by timestep</source>
        <translation>位置–时间步平面图</translation>
    </message>
    <message>
        <source>timestep t</source>
        <translation>时间步 t</translation>
    </message>
    <message>
        <source>⚠ off the model&apos;s training</source>
        <translation>⚠ 超出训练范围</translation>
    </message>
    <message>
        <source>model call %1, sentence step %2</source>
        <translation>第 %1 次模型调用，句子步 %2</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>位置 %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::Recovery</name>
    <message>
        <source>Unsaved runs cannot be kept for a recovery in %1</source>
        <translation>无法把未保存的运行存放到 %1 以备恢复</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 未能打开：%2</translation>
    </message>
</context>
<context>
    <name>ard::ui::RulerEditor</name>
    <message>
        <source>Ruler</source>
        <translation>跳步方式</translation>
    </message>
    <message>
        <source>K = </source>
        <comment>calls of the ruler tail</comment>
        <translation>K = </translation>
    </message>
    <message>
        <source>Calls in the last N sentence steps</source>
        <translation>最后 N 个句子步中的调用次数</translation>
    </message>
    <message>
        <source>How many of the M calls are spent on the last N sentence steps</source>
        <translation>M 次调用中有多少次用于最后 N 个句子步</translation>
    </message>
    <message>
        <source>Executed sentence steps</source>
        <translation>执行的句子步</translation>
    </message>
    <message>
        <source>The executed sentence steps, falling, with commas or spaces between them; the first and the last one are added</source>
        <translation>要执行的句子步，从大到小，用逗号或空格分隔；首末两步会自动补上</translation>
    </message>
</context>
<context>
    <name>ard::ui::RulerPainter</name>
    <message>
        <source>last jump %1, the others %2</source>
        <translation>最后一跳 %1 步，其余各跳 %2 步</translation>
    </message>
    <message>
        <source>sentence steps: %1 executed, %2 skipped</source>
        <translation>句子步：执行 %1 个，跳过 %2 个</translation>
    </message>
</context>
<context>
    <name>ard::ui::RulerPanel</name>
    <message>
        <source>Ruler</source>
        <translation>跳步方式</translation>
    </message>
    <message>
        <source>Which sentence steps are executed</source>
        <translation>执行哪些句子步</translation>
    </message>
</context>
<context>
    <name>ard::ui::RulerView</name>
    <message>
        <source>Ruler: executed and skipped sentence steps</source>
        <translation>标尺：执行的和跳过的句子步</translation>
    </message>
    <message>
        <source>%1 executed of %2</source>
        <translation>执行 %1/%2</translation>
    </message>
    <message>
        <source>chosen: sentence step %1</source>
        <translation>选中：句子步 %1</translation>
    </message>
    <message>
        <source>Up and down choose an executed step, left and right move it, Insert adds one behind it, Delete removes it</source>
        <translation>上下键选择执行的步，左右键移动，Insert 在其后添加一步，Delete 删除</translation>
    </message>
    <message>
        <source>Execute sentence step %1</source>
        <translation>执行句子步 %1</translation>
    </message>
    <message>
        <source>Skip sentence step %1</source>
        <translation>跳过句子步 %1</translation>
    </message>
    <message>
        <source>Into the jump of model call %1</source>
        <translation>深入第 %1 次模型调用的一跳</translation>
    </message>
    <message>
        <source>Sentence step %1: executed</source>
        <translation>句子步 %1：执行</translation>
    </message>
    <message>
        <source>Sentence step %1: skipped</source>
        <translation>句子步 %1：跳过</translation>
    </message>
    <message>
        <source>Drag an executed step, double-click to add one, Delete to remove one</source>
        <translation>拖动执行的步，双击添加，Delete 删除</translation>
    </message>
</context>
<context>
    <name>ard::ui::Run</name>
    <message>
        <source>#%1 %2 (%3, M %4, seed %5)</source>
        <translation>#%1 %2（%3，M %4，种子 %5）</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1/%2 次调用</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>等待引擎</translation>
    </message>
    <message>
        <source>running, %1</source>
        <translation>正在运行，%1</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>已停止，%1</translation>
    </message>
    <message>
        <source>interrupted after %1</source>
        <translation>中断，%1</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>失败，%1</translation>
    </message>
    <message>
        <source>The engine started a run that was already under way</source>
        <translation>引擎开始了一个已在进行的运行</translation>
    </message>
    <message>
        <source>The engine sent a step of a run that is not under way</source>
        <translation>引擎发来的一步不属于正在进行的运行</translation>
    </message>
    <message>
        <source>The engine ended the run before its last step</source>
        <translation>引擎在最后一步之前就结束了运行</translation>
    </message>
    <message>
        <source>The run has more steps than its plan</source>
        <translation>运行的步数比计划多</translation>
    </message>
    <message>
        <source>The run&apos;s plan of timesteps does not hold together</source>
        <translation>运行的时间步计划前后矛盾</translation>
    </message>
    <message>
        <source>Model call %1 was expected, but number %2 came</source>
        <translation>应为第 %1 次模型调用，收到的却是第 %2 次</translation>
    </message>
    <message>
        <source>Step %1 does not fit the run&apos;s plan</source>
        <translation>第 %1 步与运行的计划不符</translation>
    </message>
    <message>
        <source>The engine went on from a run of another length</source>
        <translation>引擎接续了另一长度的运行</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunController</name>
    <message>
        <source>Recorded runs (*.ardrun)</source>
        <translation>运行记录 (*.ardrun)</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>保存运行</translation>
    </message>
    <message>
        <source>Open a recorded run or a board</source>
        <translation>打开运行记录或全部栏</translation>
    </message>
    <message>
        <source>Runs and boards (*.ardrun *.ardboard)</source>
        <translation>运行和全部栏 (*.ardrun *.ardboard)</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunListModel</name>
    <message>
        <source>Memory: %1</source>
        <translation>内存：%1</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunMemory</name>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1，上限 %2</translation>
    </message>
    <message>
        <source>This run would take %1 of memory, and a run may take at most %2: ask for fewer sampling steps</source>
        <translation>这次运行将占用 %1 内存，而一次运行至多占用 %2：请减少采样步数</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunRequests</name>
    <message>
        <source>The lane was closed before its model was there</source>
        <translation>模型尚未加载好，该栏就已关闭</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunsView</name>
    <message>
        <source>Runs of this session</source>
        <translation>本次会话的运行</translation>
    </message>
</context>
<context>
    <name>ard::ui::SamplingPanel</name>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Timestep schedule</source>
        <translation>时间步调度</translation>
    </message>
    <message>
        <source>&amp;Timestep schedule</source>
        <translation>时间步调度(&amp;T)</translation>
    </message>
    <message>
        <source>Load a table…</source>
        <translation>加载表格…</translation>
    </message>
    <message>
        <source>A CSV file with a line of timesteps for each sentence step, or what “ardiff schedule --format json” prints</source>
        <translation>CSV 文件，每个句子步一行时间步；或 “ardiff schedule --format json” 的输出</translation>
    </message>
    <message>
        <source>R&amp;uler</source>
        <translation>跳步方式(&amp;U)</translation>
    </message>
    <message>
        <source>Load the table of a custom timestep schedule</source>
        <translation>加载自定义时间步调度的表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json *.txt);;All files (*)</source>
        <translation>表格 (*.csv *.json *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1: %2 is the limit here</source>
        <translation>%1：此处的极限是 %2</translation>
    </message>
    <message>
        <source>Draw by hand…</source>
        <translation>手绘…</translation>
    </message>
    <message>
        <source>Draw where every token is at a few sentence steps</source>
        <translation>绘制各 token 在若干句子步上的时间步</translation>
    </message>
</context>
<context>
    <name>ard::ui::ScheduleChoice</name>
    <message>
        <source>Timestep schedule</source>
        <translation>时间步调度</translation>
    </message>
</context>
<context>
    <name>ard::ui::ScheduleEditor</name>
    <message>
        <source>Draw a timestep schedule</source>
        <translation>绘制时间步调度</translation>
    </message>
    <message>
        <source>Each line is where all tokens are at one sentence step. Press on a line and draw: the others give way, so that no token ever goes back to more noise.</source>
        <translation>每条线表示在一个句子步上各 token 的时间步。按住一条线绘制：其他的线会让开，使任何 token 都不会回到更多的噪声。</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>线数(&amp;L)</translation>
    </message>
    <message>
        <source>From the &amp;present one</source>
        <translation>取自当前调度(&amp;P)</translation>
    </message>
    <message>
        <source>Begin with the form&apos;s timestep schedule</source>
        <translation>从表单的时间步调度开始</translation>
    </message>
    <message>
        <source>L&amp;oad…</source>
        <translation>加载(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the timestep schedule</source>
        <translation>保存时间步调度</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>表格 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Load the table of a custom timestep schedule</source>
        <translation>加载自定义时间步调度的表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json *.txt);;All files (*)</source>
        <translation>表格 (*.csv *.json *.txt);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ard::ui::ScrubRuler</name>
    <message>
        <source>Step of the run</source>
        <translation>运行的步</translation>
    </message>
    <message>
        <source>Step %1 · sentence step %2</source>
        <translation>第 %1 步 · 句子步 %2</translation>
    </message>
    <message>
        <source>words changed: %1</source>
        <translation>改变的词：%1</translation>
    </message>
    <message>
        <source>words settled: %1</source>
        <translation>定型的词：%1</translation>
    </message>
    <message>
        <source>marker %1</source>
        <translation>书签 %1</translation>
    </message>
    <message>
        <source>Step %1 · repair (ours)</source>
        <translation>第 %1 步 · 修补（本项目）</translation>
    </message>
</context>
<context>
    <name>ard::ui::SeedEdit</name>
    <message>
        <source>A seed is a whole number from 0 to %1</source>
        <translation>种子是 0 到 %1 的整数</translation>
    </message>
</context>
<context>
    <name>ard::ui::Session</name>
    <message>
        <source>The run was not saved to %1: %2</source>
        <translation>运行未能保存到 %1：%2</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 未能打开：%2</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>请先选择模型</translation>
    </message>
    <message>
        <source>The engine has no models of its own: give the folder of one on its machine (File, Open a model folder)</source>
        <translation>引擎自己没有模型：请指定其计算机上的模型文件夹（文件，打开模型文件夹）</translation>
    </message>
    <message>
        <source>Stop the run before choosing another model</source>
        <translation>请先停止运行，再选择其他模型</translation>
    </message>
    <message>
        <source>There is no model folder %1</source>
        <translation>没有模型文件夹 %1</translation>
    </message>
    <message>
        <source>There is no model folder %1; models by name: %2</source>
        <translation>没有模型文件夹 %1；可用名称指定的模型：%2</translation>
    </message>
    <message>
        <source>The name of the model folder %1 is not UTF-8: give it another name</source>
        <translation>模型文件夹 %1 的名称不是 UTF-8：请改名</translation>
    </message>
    <message>
        <source>Waiting for the models of the lanes</source>
        <translation>正在等待各栏的模型</translation>
    </message>
    <message>
        <source>The board was not saved to %1: %2</source>
        <translation>全部栏未能保存到 %1：%2</translation>
    </message>
</context>
<context>
    <name>ard::ui::SettingsDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>&amp;Command that starts the engine</source>
        <translation>启动引擎的命令(&amp;C)</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Time that it has to answer at its start</source>
        <translation>启动时等待应答的时间(&amp;T)</translation>
    </message>
    <message>
        <source>Empty: the one that came with this window. Another machine computes with a command such as “ssh gpu-box ardiff serve”. A new command restarts the engine; runs on screen stay.</source>
        <translation>留空：使用随本程序提供的引擎。要用另一台计算机计算，可填 “ssh gpu-box ardiff serve” 之类的命令。更改命令会重启引擎；屏幕上的运行保留。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Folders of your own that hold model folders, besides the bundled ones.</source>
        <translation>除自带模型外，存放模型文件夹的自定义位置。</translation>
    </message>
    <message>
        <source>Folders with models</source>
        <translation>存放模型的文件夹</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>添加文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>A folder that holds model folders</source>
        <translation>存放模型文件夹的位置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
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
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
    <message>
        <source>Reduced: nothing slides, fades or blinks</source>
        <translation>减弱：不滑动、不淡入淡出、不闪烁</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>动画(&amp;M)</translation>
    </message>
</context>
<context>
    <name>ard::ui::SettleMapView</name>
    <message>
        <source>When every position settled, by word, by margin and by timestep schedule</source>
        <translation>每个位置何时定型：按词、按领先幅度、按时间步调度</translation>
    </message>
    <message>
        <source>Margin %1</source>
        <translation>领先幅度 %1</translation>
    </message>
    <message>
        <source>From which margin on a position counts as settled</source>
        <translation>领先幅度达到多少算定型</translation>
    </message>
    <message>
        <source>By margin: since then the most probable word has been ahead of the next by so much</source>
        <translation>按领先幅度：从那时起，最可能的词一直比次者高出这么多</translation>
    </message>
    <message>
        <source>τ %1</source>
        <translation>τ %1</translation>
    </message>
    <message>
        <source>by word</source>
        <translation>按词</translation>
    </message>
    <message>
        <source>by margin</source>
        <translation>按领先幅度</translation>
    </message>
    <message>
        <source>by timestep</source>
        <translation>按时间步</translation>
    </message>
    <message>
        <source>The word can settle long before its timestep is 0, and in the last jump even with it.</source>
        <translation>词可能早在时间步到 0 之前就已定型，也可能到最后一跳才同时定型。</translation>
    </message>
    <message>
        <source>%1 of %2 words can change no more: on average they came up %3 model calls before their timestep was 0</source>
        <translation>%2 个词中有 %1 个不会再变：平均在其时间步到 0 之前 %3 次模型调用时出现</translation>
    </message>
    <message>
        <source>settled in model call</source>
        <translation>定型时的模型调用</translation>
    </message>
    <message>
        <source>may still change</source>
        <translation>仍可能变</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>未定型</translation>
    </message>
    <message>
        <source>Run a sentence or open a run: here a map shows when each of its words settled.</source>
        <translation>运行一个句子或打开一次运行：这里的图显示每个词何时定型。</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>%1: not settled</source>
        <translation>%1：未定型</translation>
    </message>
    <message>
        <source>%1: since model call %2</source>
        <translation>%1：自第 %2 次模型调用起</translation>
    </message>
    <message>
        <source>%1: since model call %2, and may still change</source>
        <translation>%1：自第 %2 次模型调用起，仍可能变</translation>
    </message>
</context>
<context>
    <name>ard::ui::SettleView</name>
    <message>
        <source>The order in which words settle</source>
        <translation>词的定型顺序</translation>
    </message>
    <message>
        <source>Settled by word</source>
        <translation>按词定型</translation>
    </message>
    <message>
        <source>Settled by timestep</source>
        <translation>按时间步定型</translation>
    </message>
    <message>
        <source>What counts as settled</source>
        <translation>何为定型</translation>
    </message>
    <message>
        <source>By word: it never changes again. By timestep: it is 0, as the timestep schedule alone decides</source>
        <translation>按词：词不再改变。按时间步：时间步到 0，只由时间步调度决定</translation>
    </message>
    <message>
        <source>Rising from left to right: left words first (τ 1). Level: all at once. Outlines may still change.</source>
        <translation>从左到右上升：左边的词先定型（τ 为 1）。水平：同时定型。空心：仍可能变。</translation>
    </message>
    <message>
        <source>τ %1 by word · %2 by timestep</source>
        <translation>τ：按词 %1 · 按时间步 %2</translation>
    </message>
    <message>
        <source>settled in model call</source>
        <translation>定型于第几次模型调用</translation>
    </message>
    <message>
        <source>Lane %1, position %2: &quot;%3&quot;, since model call %4</source>
        <translation>%1 栏，位置 %2：“%3”，自第 %4 次模型调用起</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetController</name>
    <message>
        <source>Keep the contact sheet in a folder</source>
        <translation>把总览表保存到文件夹</translation>
    </message>
    <message>
        <source>Open the cells of a comparison</source>
        <translation>打开对比的单元格</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetDelegate</name>
    <message>
        <source>= M %1</source>
        <comment>the same sentence as with M</comment>
        <translation>= M %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetModel</name>
    <message>
        <source>not filled yet</source>
        <translation>尚未填入</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>等待引擎</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 / %2 次调用</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 次调用</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 次调用</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>model calls and time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>chrF %1</source>
        <translation>chrF %1</translation>
    </message>
    <message>
        <source>%1, M %2, seed %3</source>
        <translation>%1，M %2，种子 %3</translation>
    </message>
    <message>
        <source>The same sentence as with M %1</source>
        <translation>与 M %1 时的句子相同</translation>
    </message>
    <message>
        <source>starting noise %1</source>
        <translation>初始噪声 %1</translation>
    </message>
    <message>
        <source>Settling order over %1 outputs of the folder: Kendall&apos;s tau %2</source>
        <translation>文件夹中 %1 个输出的定型顺序：Kendall τ %2</translation>
    </message>
    <message>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1，种子 %2</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetRowHeader</name>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetView</name>
    <message>
        <source>Take the form</source>
        <translation>采用表单</translation>
    </message>
    <message>
        <source>Contact sheet: timestep schedules by sampling steps</source>
        <translation>总览表：时间步调度与采样步数</translation>
    </message>
    <message>
        <source>A new sheet of the sentence and the settings in the form</source>
        <translation>以表单中的句子和设置新建总览表</translation>
    </message>
    <message>
        <source>Reference sentence</source>
        <translation>参考句</translation>
    </message>
    <message>
        <source>How near does every cell come to it? chrF, 0 to 100</source>
        <translation>各格与它有多接近？chrF，0 至 100</translation>
    </message>
    <message>
        <source>Cells of the folder that belong together</source>
        <translation>文件夹中同属一组的单元格</translation>
    </message>
    <message>
        <source>Number of the sentence in the folder</source>
        <translation>句子在文件夹中的编号</translation>
    </message>
    <message>
        <source>Timestep schedules</source>
        <translation>时间步调度</translation>
    </message>
    <message>
        <source>Timestep schedules, separated by commas, as ardiff compare has them: lagged:50, ar-diffusion:anchor-scale=1</source>
        <translation>时间步调度，用逗号分隔，写法同 ardiff compare：lagged:50, ar-diffusion:anchor-scale=1</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Numbers of sampling steps, separated by commas</source>
        <translation>采样步数，用逗号分隔</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seeds, separated by commas</source>
        <translation>种子，用逗号分隔</translation>
    </message>
    <message>
        <source>Seeds that are shown</source>
        <translation>显示的种子</translation>
    </message>
    <message>
        <source>All seeds</source>
        <translation>全部种子</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>Seeds %1 · k %2 · sentences: %3</source>
        <translation>种子 %1 · k %2 · 句子：%3</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> / %1</translation>
    </message>
    <message>
        <source>No sentence yet</source>
        <translation>还没有句子</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>已填满</translation>
    </message>
    <message>
        <source>Fill 1 cell</source>
        <translation>填入 1 格</translation>
    </message>
    <message>
        <source>Fill %1 cells</source>
        <translation>填入 %1 格</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Reading or writing the folder</source>
        <translation>正在读写文件夹</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>Open the run in one more lane</source>
        <translation>在新的一栏中打开运行</translation>
    </message>
    <message>
        <source>Copy the sentence</source>
        <translation>复制句子</translation>
    </message>
    <message>
        <source>Fill this cell</source>
        <translation>填入这一格</translation>
    </message>
</context>
<context>
    <name>ard::ui::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Find a command by its words</source>
        <translation>按字词查找命令</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>&amp;All as at first</source>
        <translation>全部恢复默认(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Other key</source>
        <translation>另一按键(&amp;O)</translation>
    </message>
    <message>
        <source>Take this key away</source>
        <translation>去掉这个按键</translation>
    </message>
    <message>
        <source>As at &amp;first</source>
        <translation>恢复默认(&amp;F)</translation>
    </message>
</context>
<context>
    <name>ard::ui::Shortcuts</name>
    <message>
        <source>%1 moves in the window or opens a menu: no command can have it.</source>
        <translation>%1 用于在窗口中移动或打开菜单，不能作为命令的按键。</translation>
    </message>
    <message>
        <source>%1 is the key of “%2” already.</source>
        <translation>%1 已是“%2”的按键。</translation>
    </message>
</context>
<context>
    <name>ard::ui::SourceNote</name>
    <message>
        <source>Cut to its first %1 pieces: the model reads no more.</source>
        <translation>只保留前 %1 个子词：模型读不了更多。</translation>
    </message>
    <message>
        <source>Unknown to the model: %1 of %2 pieces. It sees no difference between them.</source>
        <translation>模型不认识的子词：%1 个，共 %2 个。模型无法区分它们。</translation>
    </message>
</context>
<context>
    <name>ard::ui::SourcePanel</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源文本</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>源文本(&amp;O)</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>What the model is given</source>
        <translation>给模型的源文本</translation>
    </message>
    <message>
        <source>The engine is asked which models it has.</source>
        <translation>正在向引擎查询有哪些模型。</translation>
    </message>
    <message>
        <source>No model was found: give its folder with --model, or open a run file.</source>
        <translation>没有找到模型：请用 --model 指定其文件夹，或打开运行记录。</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>up to %1 positions</source>
        <translation>最多 %1 个位置</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 个位置</translation>
    </message>
    <message>
        <source>T %1</source>
        <translation>T %1</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1 M 参数</translation>
    </message>
</context>
<context>
    <name>ard::ui::StartJob</name>
    <message>
        <source>Nothing came of it within %1 seconds: %2</source>
        <translation>%1 秒内没有结果：%2</translation>
    </message>
    <message>
        <source>There is no model to run: give its folder with --model</source>
        <translation>没有可运行的模型：请用 --model 指定其文件夹</translation>
    </message>
</context>
<context>
    <name>ard::ui::StepTableModel</name>
    <message>
        <source>Model call %1: sentence step %2 to %3, %4 ms</source>
        <translation>第 %1 次模型调用：句子步 %2 到 %3，%4 毫秒</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1，已固定</translation>
    </message>
</context>
<context>
    <name>ard::ui::StripPainter</name>
    <message>
        <source>settled by word</source>
        <translation>按词定型</translation>
    </message>
    <message>
        <source>by schedule</source>
        <translation>按调度定型</translation>
    </message>
</context>
<context>
    <name>ard::ui::TextStripModel</name>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1，已固定</translation>
    </message>
</context>
<context>
    <name>ard::ui::TextStripView</name>
    <message>
        <source>The sentence at this step</source>
        <translation>当前步的句子</translation>
    </message>
    <message>
        <source>Left and right choose a position</source>
        <translation>按左右键选择位置</translation>
    </message>
    <message>
        <source>The words appear here: press Run%1.</source>
        <translation>词会出现在这里：请按“运行”%1。</translation>
    </message>
    <message>
        <source>The words appear here: type a source on the left and press Run%1.</source>
        <translation>词会出现在这里：在左边输入源文本，然后按“运行”%1。</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenCardView</name>
    <message>
        <source>Click a word or a cell to see the numbers behind it.</source>
        <translation>点击一个词或单元格，查看背后的数值。</translation>
    </message>
    <message>
        <source>Token card</source>
        <translation>Token 详情</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选词</translation>
    </message>
    <message>
        <source>Position %1 · model call %2 of %3 · sentence step %4</source>
        <translation>位置 %1 · 第 %2/%3 次模型调用 · 句子步 %4</translation>
    </message>
    <message>
        <source>was “%1” one call before</source>
        <translation>上一次调用时为“%1”</translation>
    </message>
    <message>
        <source>timestep 0 is not clean in this model (deviation %1): the word can still change</source>
        <translation>此模型的时间步 0 并不干净（标准差 %1）：词仍可能变</translation>
    </message>
    <message>
        <source>Click a word to put it in the place of the one that is shown: the rest runs anew. With Ctrl it is pinned, with Shift in a further lane</source>
        <translation>点击一个词，用它替换所显示的词，其余部分重新运行。按住 Ctrl 则固定，按住 Shift 则在新的一栏中</translation>
    </message>
    <message>
        <source>&amp;Replace the word by “%1”</source>
        <translation>换成“%1”(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pin “%1” here</source>
        <translation>从此处固定“%1”(&amp;P)</translation>
    </message>
    <message>
        <source>R&amp;eplace it in a further lane</source>
        <translation>在新的一栏中替换(&amp;E)</translation>
    </message>
    <message>
        <source>P&amp;in it in a further lane</source>
        <translation>在新的一栏中固定(&amp;I)</translation>
    </message>
    <message>
        <source>pinned: it cannot become another word</source>
        <translation>已固定：不会变成别的词</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenCurvesView</name>
    <message>
        <source>Probability, margin, entropy and distance of a token against model calls</source>
        <translation>一个 token 的概率、领先幅度、熵和距离随模型调用的变化</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>letter of a lane, word</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>probability of the word</source>
        <translation>该词的概率</translation>
    </message>
    <message>
        <source>margin over the next word</source>
        <translation>领先下一个词的幅度</translation>
    </message>
    <message>
        <source>entropy, nats</source>
        <translation>熵（奈特）</translation>
    </message>
    <message>
        <source>distance to an embedding</source>
        <translation>到词嵌入的距离</translation>
    </message>
    <message>
        <source>Click a word or a cell: here its numbers over all model calls are drawn.</source>
        <translation>点击一个词或一个格子：这里画出它在所有模型调用中的数值。</translation>
    </message>
    <message>
        <source>Run a sentence or open a run.</source>
        <translation>请运行一个句子或打开一次运行。</translation>
    </message>
    <message>
        <source>Position %1 · %2</source>
        <translation>位置 %1 · %2</translation>
    </message>
    <message>
        <source>Model call %1</source>
        <translation>模型调用 %1</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot;, probability %3, margin %4, entropy %5, distance %6</source>
        <translation>%1：“%2”，概率 %3，领先 %4，熵 %5，距离 %6</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenGridView</name>
    <message>
        <source>Table of executed steps by position</source>
        <translation>各执行步、各位置的词表格</translation>
    </message>
    <message>
        <source>call</source>
        <translation>调用</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenPair</name>
    <message>
        <source>%1 · call %2</source>
        <translation>%1 · 第 %2 次调用</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>第 %1 次调用</translation>
    </message>
    <message>
        <source>Candidates: %1</source>
        <translation>候选：%1</translation>
    </message>
</context>
<context>
    <name>ard::ui::TransportBar</name>
    <message>
        <source>Play or pause</source>
        <translation>播放/暂停</translation>
    </message>
    <message>
        <source>Speed of the film, in model calls a second</source>
        <translation>播放速度，每秒多少次模型调用</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 次/秒</translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation>尚无运行</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>s %1</source>
        <translation>s %1</translation>
    </message>
    <message>
        <source>repair (ours)</source>
        <translation>修补（本项目）</translation>
    </message>
</context>
<context>
    <name>ard::ui::UnsavedRuns</name>
    <message>
        <source>Unsaved runs</source>
        <translation>未保存的运行</translation>
    </message>
    <message>
        <source>Runs that are not saved: %1</source>
        <translation>尚未保存的运行：%1 个</translation>
    </message>
    <message>
        <source>One of them is under way and would be stopped.</source>
        <translation>其中一个正在进行，将被停止。</translation>
    </message>
    <message>
        <source>Closing the window drops them.</source>
        <translation>关闭窗口后它们将丢失。</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>全部保存…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Unsaved run</source>
        <translation>未保存的运行</translation>
    </message>
    <message>
        <source>This run is not saved.</source>
        <translation>此次运行尚未保存。</translation>
    </message>
    <message>
        <source>A folder for the unsaved runs</source>
        <translation>存放未保存运行的文件夹</translation>
    </message>
</context>
<context>
    <name>ard::ui::UnsavedSheet</name>
    <message>
        <source>Contact sheet</source>
        <translation>总览表</translation>
    </message>
    <message>
        <source>Cells of the contact sheet that no folder holds: %1</source>
        <translation>未保存在任何文件夹中的总览表单元格：%1</translation>
    </message>
    <message>
        <source>Closing the window drops them.</source>
        <translation>关闭窗口会丢弃它们。</translation>
    </message>
    <message>
        <source>Keep them in a folder…</source>
        <translation>保存到文件夹…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the contact sheet in a folder</source>
        <translation>将总览表保存到文件夹</translation>
    </message>
</context>
<context>
    <name>ard::ui::VocabularyInspector</name>
    <message>
        <source>The engine did not say where its words lie</source>
        <translation>引擎没有说明它的词在哪里</translation>
    </message>
</context>
<context>
    <name>ard::ui::WelcomeView</name>
    <message>
        <source>AR-Diffusion Explorer</source>
        <translation>AR-Diffusion Explorer</translation>
    </message>
    <message>
        <source>See how a diffusion model writes a sentence: all positions at once, or left words before right ones, step by step on a real model.</source>
        <translation>看扩散模型如何写出一个句子：所有位置一起写，或者左边的词先于右边的词；用真实的模型，一步一步地看。</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Compare on my own sentence</source>
        <translation>用我的句子对比</translation>
    </message>
    <message>
        <source>Plays a recorded comparison of three timestep schedules; needs no engine</source>
        <translation>播放三种时间步调度的对比记录；不需要引擎</translation>
    </message>
    <message>
        <source>Recorded examples</source>
        <translation>示例运行</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Runs the sentence on the left under three timestep schedules</source>
        <translation>用三种时间步调度运行左边的句子</translation>
    </message>
</context>
<context>
    <name>ard::ui::WhatIf</name>
    <message>
        <source>There is no run yet to branch from</source>
        <translation>还没有可以分支的运行</translation>
    </message>
    <message>
        <source>Wait until the run is finished, or stop it</source>
        <translation>请等运行结束，或停止它</translation>
    </message>
    <message>
        <source>A run can be continued %1 times: branch from an earlier one</source>
        <translation>一次运行最多接续 %1 次：请从较早的运行分支</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>请先选择模型</translation>
    </message>
    <message>
        <source>This run is of the model %1: choose it first</source>
        <translation>此次运行属于模型 %1：请先选择该模型</translation>
    </message>
    <message>
        <source>Choose a word first: click it, or move to it with the arrow keys</source>
        <translation>请先选择一个词：点击它，或用方向键移过去</translation>
    </message>
    <message>
        <source>There are %1 lanes already: close one, or branch in this one</source>
        <translation>已有 %1 栏：请关闭一栏，或在本栏中分支</translation>
    </message>
    <message>
        <source>At the starting noise there is no word yet: type the one to pin</source>
        <translation>初始噪声处还没有词：请输入要固定的词</translation>
    </message>
</context>
<context>
    <name>ard::ui::WhatIfController</name>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do: %1</source>
        <translation>重做(&amp;D)：%1</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ard::ui::WordMapView</name>
    <message>
        <source>The way of a token among the words of the model</source>
        <translation>token 在模型的词之间走过的路</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>the same plane in all runs of the model; it holds %1 % of how the words differ: what is close here may be far apart</source>
        <translation>对该模型的所有运行都是同一个平面；它包含词间差异的 %1%：这里看似相近的可能相距很远</translation>
    </message>
    <message>
        <source>without the words of the model: %1</source>
        <translation>没有模型的词：%1</translation>
    </message>
    <message>
        <source>Click a word or a cell: here its way among the words of the model is drawn.</source>
        <translation>点击一个词或单元格：这里画出它在模型的词之间走过的路。</translation>
    </message>
    <message>
        <source>Run a sentence or open a run.</source>
        <translation>运行一个句子或打开一次运行。</translation>
    </message>
    <message>
        <source>Model call %1: “%2”, noise deviation %3</source>
        <translation>第 %1 次模型调用：“%2”，噪声标准差 %3</translation>
    </message>
</context>
<context>
    <name>ard::ui::WordTracesView</name>
    <message>
        <source>The word of every position over the model calls</source>
        <translation>每个位置的词随模型调用的变化</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>By settling</source>
        <translation>按定型先后</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>各行的顺序</translation>
    </message>
    <message>
        <source>By settling: the words first that settled first, as far as is known at this moment</source>
        <translation>按定型先后：先定型的词在前，以此刻所知为准</translation>
    </message>
    <message>
        <source>All model calls</source>
        <translation>所有模型调用</translation>
    </message>
    <message>
        <source>Around the cursor</source>
        <translation>光标附近</translation>
    </message>
    <message>
        <source>Which model calls are drawn</source>
        <translation>画出哪些模型调用</translation>
    </message>
    <message>
        <source>Lane %1</source>
        <translation>%1 栏</translation>
    </message>
    <message>
        <source>%1 of %2 words can change no more</source>
        <translation>%2 个词中有 %1 个不会再变</translation>
    </message>
    <message>
        <source>changes: %1</source>
        <translation>变化次数：%1</translation>
    </message>
    <message>
        <source>lines cross where the word becomes another; bold between thick lines: it can change no more</source>
        <translation>线交叉处词变成另一个；粗线之间的粗体词不会再变</translation>
    </message>
    <message>
        <source>after model call</source>
        <translation>模型调用之后</translation>
    </message>
    <message>
        <source>Run a sentence or open a run: here a row a word shows how it changes from call to call.</source>
        <translation>运行一个句子或打开一次运行：这里每个词一行，显示它在各次调用中的变化。</translation>
    </message>
    <message>
        <source>Position %1: noise, before the first model call</source>
        <translation>位置 %1：噪声，第一次模型调用之前</translation>
    </message>
    <message>
        <source>Position %1, model call %2: “%3”, probability %4; stands since call %5</source>
        <translation>位置 %1，第 %2 次模型调用：“%3”，概率 %4；自第 %5 次调用起</translation>
    </message>
</context>
<context>
    <name>ard::ui::WordsView</name>
    <message>
        <source>Only differences</source>
        <translation>只看差异</translation>
    </message>
    <message>
        <source>Leave out words in which all lanes agree</source>
        <translation>略去各栏相同的词</translation>
    </message>
    <message>
        <source>Reference sentence</source>
        <translation>参考句</translation>
    </message>
    <message>
        <source>When did which lane have which of its words?</source>
        <translation>哪一栏何时写出了参考句中的哪个词？</translation>
    </message>
    <message>
        <source>Words of all lanes side by side</source>
        <translation>各栏的词逐一对照</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>尚无运行</translation>
    </message>
</context>
</TS>
