/**
 * What a newsroom's Traditional and Simplified Chinese needs beside OpenCC's dictionaries, which prefer the philologist's
 * form: `箇`, `孃` and `衚衕` are right and no paper prints them. Each list was found by comparing OpenCC's output with
 * CC-CEDICT's Traditional headwords, word by word, and reading what differed (docs/decisions/0040).
 */

const pairs = (...lists: string[]): [string, string][] =>
  lists
    .join(' ')
    .split(/\s+/)
    .filter(Boolean)
    .map((pair) => pair.split('=') as [string, string]);

/** Simplified phrases OpenCC cuts or spells wrong. The right side is in OpenCC's standard forms: a region's come later. */
export const pressPhrases = pairs(
  // Food made of flour: 面 alone is a face.
  '素面=素麪 素面朝天=素面朝天 空心面=空心麪 快熟面=快熟麪 地瓜面=地瓜麪 荞麦面=蕎麥麪 全麦面包=全麥麪包 碱水面包=鹼水麪包',
  '冷面=冷麪 冷面无情=冷面無情 冷面杀手=冷面殺手 汤面=湯麪 热干面=熱乾麪 担担面=擔擔麪 炸酱面=炸醬麪 手擀面=手擀麪',
  // Letting in is 准, a measure is 準.
  '准入=准入 市场准入=市場准入 不准=不准 拿不准=拿不準 准生证=准生證',
  // Signing is 簽, drawing lots is 籤.
  '免签=免簽 拒签=拒簽 签售=簽售 签售会=簽售會 工签=工簽 落地签=落地簽 电子签=電子簽',
  '回归=回歸 回归线=回歸線 北回归线=北回歸線 南回归线=南回歸線 克制=克制 发霉=發霉 中俄关系=中俄關係 复购=複購 抢注=搶註 发小=髮小',
);

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
