/**
 * What a newsroom's Traditional and Simplified Chinese needs beside OpenCC's dictionaries, which prefer the philologist's
 * form: `箇`, `孃` and `衚衕` are right and no paper prints them. The lists were found by reading where OpenCC differs from
 * CC-CEDICT's Traditional headwords and where matching from the left and from the right disagree (docs/decisions/0040).
 */

const pairs = (...lists: string[]): [string, string][] =>
  lists
    .join(' ')
    .split(/\s+/)
    .filter(Boolean)
    .map((pair) => pair.split('=') as [string, string]);

/** Measure words behind digits, which OpenCC knows behind Chinese numerals only: 12只 is 隻, 12只是 is not. */
function counted(): [string, string][] {
  const entries: [string, string][] = [];
  for (const digit of [...'0123456789０１２３４５６７８９十百千万亿']) {
    const number = { 万: '萬', 亿: '億' }[digit] ?? digit;
    for (const [word, form] of pairs('只=隻 里=里 天后=天後 台风机=臺風機 多只=多隻 多里=多里 余只=餘隻'))
      entries.push([digit + word, number + form]);
    for (const tail of '是有能会要用剩占为可需')
      entries.push([`${digit}只${tail}`, `${number}只${{ 会: '會', 占: '佔', 为: '為' }[tail] ?? tail}`]);
  }
  return entries;
}

/**
 * Simplified phrases and characters that OpenCC cuts or spells otherwise than a paper does. The right side is in OpenCC's
 * standard forms: those of a region come later.
 */
export const pressPhrases = [
  ...counted(),
  ...pairs(
    // Alone these are, in news, what stands here.
    '签=簽 郁=郁',
    '竹签=竹籤 牙签=牙籤 书签=書籤 标签=標籤 抽签=抽籤 签筒=籤筒 求签=求籤 灵签=靈籤 葱郁=蔥鬱 抑郁=抑鬱 忧郁=憂鬱',
    // Food made of flour: 面 alone is a face.
    '素面=素麪 素面朝天=素面朝天 空心面=空心麪 快熟面=快熟麪 地瓜面=地瓜麪 荞麦面=蕎麥麪 全麦面包=全麥麪包 碱水面包=鹼水麪包 冷面=冷麪',
    '冷面无情=冷面無情 冷面杀手=冷面殺手 汤面=湯麪 热干面=熱乾麪 担担面=擔擔麪 炸酱面=炸醬麪 手擀面=手擀麪 鱼面=魚麪 美人鱼面=美人魚面',
    // Letting in is 准, a measure is 準; signing is 簽, drawing lots is 籤.
    '准入=准入 市场准入=市場准入 不准=不准 拿不准=拿不準 说不准=說不準 算不准=算不準 看不准=看不準 打不准=打不準 准生证=准生證',
    '免签=免簽 拒签=拒簽 签售=簽售 签售会=簽售會 工签=工簽 落地签=落地簽 电子签=電子簽 会签=會簽',
    '回归=回歸 回归线=回歸線 北回归线=北回歸線 南回归线=南回歸線 克制=克制 发霉=發霉 中俄关系=中俄關係 复购=複購 抢注=搶註 发小=髮小',
    // Where the longest match from the left takes a syllable of the word behind it.
    '几分钟=幾分鐘 来钟=來鐘 方几=方幾 西后=西後 小云=小雲 前天后=前天後 昨天后=昨天後 今天后=今天後 明天后=明天後 当天后=當天後 几天后=幾天後',
    '天天后悔=天天後悔 生发=生發 生发剂=生髮劑 生发水=生髮水 生发液=生髮液 植发生发=植髮生髮 是只=是只 有只=有只 最多只=最多只 还有只=還有隻',
    '几只=幾隻 十几只=十幾隻 几十只=幾十隻 几百只=幾百隻 几千只=幾千隻 几万只=幾萬隻 来只=來隻 比干活=比幹活 全干掉=全幹掉 对表=對表 家什么=家什麼',
    '不复杂=不複雜 更复杂=更複雜 来复杂=來複雜 情系统=情系統 维系统=維系統 心系统=心系統 你系统=你系統 就系统=就系統 当当前=當當前',
    '断发布=斷發佈 括发现=括發現 人参与=人參與 人参加=人參加 人参观=人參觀 人参考=人參考 人参选=人參選 年历史=年歷史 年历经=年歷經 年历任=年歷任',
    '新征程=新征程 新征途=新征途 联手制服=聯手制服 后制度=後制度 的钟爱=的鍾愛 占位=佔位 版本里=版本裏 本里=本裏 费里=費裏 费里尼=費里尼',
    '在海里=在海裏 到海里=到海裏 进海里=進海裏 往海里=往海裏 从海里=從海裏 冲一冲=沖一沖 卷着=捲着 卷了=捲了 系成=繫成 拆并=拆併 台风扇=臺風扇',
    '车斗=車斗 挖斗=挖斗 铲斗=鏟斗 料斗=料斗 吊斗=吊斗 抓斗=抓斗 老于=老于 老于世故=老於世故 老余=老余 老范=老范 老岳=老岳 小余=小余 小范=小范 小岳=小岳',
  ),
];

/** Forms that no paper of today prints, whatever its region, and the ones they do print. */
export const modernForms = pairs(
  '箇=個 孃=娘 衚=胡 衕=同 硃=朱 翫=玩 慼=戚 鬨=哄 伕=夫 侷=局 谿=溪 絃=弦 柺=拐 閤=合 牴=抵 譭=毀 餬=糊 冑=胄 嫋=裊 悽=淒',
);

/** Forms that readers of every region know, for an edition that names none. */
export const sharedForms = pairs(
  '臺=台 汙=污 溼=濕 菸=煙 巖=岩 豔=艷 歎=嘆 譁=嘩 鉅=巨 齧=嚙 釦=扣 廕=蔭 睪=睾 燬=毀 逕=徑 揹=背 捱=挨 唸=念',
);

/** Forms of Hong Kong, Taiwan and handwriting that OpenCC's Traditional to Simplified table does not hold. */
export const simplifiedForms = pairs(
  '凖=准 衹=只 祇=只 暱=昵 尅=克 鬪=斗 鬭=斗 閙=闹 騐=验 牠=它 妳=你 甚麼=什么 為甚麼=为什么 部份=部分',
);
