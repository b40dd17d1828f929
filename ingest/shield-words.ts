import { fold } from '../article/fold.ts';

/** Words that stand in the furniture of any site: menus, footers, tools, partner lists. A list made of them is no farm, however off-topic. */

const words = new Set(
  `首页 首頁 主页 新闻 新聞 资讯 資訊 要闻 要聞 时政 時政 国内 國內 国际 國際 社会 社會 本地 港澳 台湾 臺灣 台灣 军事 軍事 财经 財經 经济 經濟 金融 股票 基金 理财 理財 期货 外汇
   黄金 银行 保险 行情 产经 體育 体育 综合 綜合 娱乐 娛樂 明星 电影 電影 电视 電視 电视剧 综艺 音乐 音樂 游戏 遊戲 动漫 科技 互联网 数码 數碼 手机 手機 通信 家电 汽车 汽車 购车 车型 房产 房產
   家居 教育 高考 留学 考研 公益 健康 养生 医疗 醫療 旅游 旅遊 美食 时尚 時尚 女人 亲子 育儿 星座 情感 文化 历史 歷史 读书 讀書 艺术 藝術 收藏 评论 評論 观点 觀點 专栏 專欄 博客 微博 论坛 論壇 社区 社區
   图片 圖片 视频 視頻 直播 专题 專題 滚动 排行 热点 熱點 推荐 推薦 最新 更多 全部 其他 其它 登录 登錄 登陆 注册 註冊 退出 设置 搜索 返回 顶部 上一篇 下一篇 上一页 下一页 尾页 打印 收藏本站 设为首页
   加入收藏 分享 转发 回复 回覆 点赞 举报 舉報 关注 關注 客户端 客戶端 手机版 触屏版 电脑版 网页版 无障碍 繁体 繁體 简体 簡體 繁體版 简体版 English 关于我们 關於我們 联系我们 聯繫我們 联系方式 广告服务 廣告服務 广告合作
   商务合作 友情链接 友情連結 合作伙伴 合作媒体 网站地图 網站地圖 网站声明 法律声明 版权声明 版權聲明 免责声明 隐私政策 隱私政策 隐私条款 服务协议 用户协议 使用条款 招聘信息 诚聘英才 加入我们 客服中心
   帮助中心 意见反馈 投诉建议 不良信息举报 举报中心 公司简介 联系方法 客户服务 企业文化 组织机构 产品中心 新闻中心 下载中心 在线留言 网上展馆 公司概况 报社概况 报网动态 员工邮箱 NBA CBA RSS APP IT
   微信 QQ空间 QQ 新浪微博 腾讯微博 人人网 开心网 豆瓣 百度 贴吧 跟贴广场 我的跟贴 手机发跟贴 发表 邮箱 郵箱 公开课 网上投稿 新闻热线 数字报 电子报 電子報 头条 頭條 快讯 快訊 时尚频道 北京 上海 天津 重庆 重慶 河北
   山西 内蒙古 內蒙古 辽宁 遼寧 吉林 黑龙江 黑龍江 江苏 江蘇 浙江 安徽 福建 江西 山东 山東 河南 湖北 湖南 广东 廣東 广西 廣西 海南 四川 贵州 貴州 云南 雲南 西藏 陕西 陝西 甘肃 甘肅 青海 宁夏 寧夏 新疆 香港 澳门 澳門
   广州 深圳 杭州 南京 成都 武汉 西安 苏州 青岛 大连 厦门 宁波 长沙 郑州 济南 沈阳 哈尔滨 长春 石家庄 太原 合肥 南昌 福州 南宁 昆明 贵阳 兰州 海口 无锡 常州 佛山 东莞 温州`.split(
    /\s+/,
  ),
);

/** Names of sites end like this, and so do sections of one; and what every site says about itself. */
const siteName = /(?:网|在线|频道|日报|晚报|早报|时报|周刊|杂志|通讯社|电视台|广播|论坛|热线|之家|门户|出版社|新闻社)$/;
const aboutSite = /^(?:关于|联系|加入|走进).{1,4}$|(?:协议|政策|条款|声明|客服|招聘|公益|导航|地图|反馈)$/;

/** Whether a phrase is a name of a page's own furniture, or of another site. In either script. */
export const isFurnitureWord = (phrase: string): boolean => {
  const word = fold(phrase).replace(/^[\s·•▪■>»\-—]+|[\s>»:：\-—]+$/g, '');
  return words.has(word) || (word.length <= 8 && siteName.test(word)) || (word.length <= 6 && aboutSite.test(word));
};

/** A count, a date, a reaction: what lists of archives, tags and comments carry. */
export const hasCounter = (phrase: string): boolean =>
  /[(（[]\d+[)）\]]|\d{4}[-年/.]\d|\d{1,2}[-月/]\d{1,2}|\d{1,2}:\d{2}|(?:赞|贊|踩|顶|頂|阅读|閱讀|评论|評論|回复|回覆|回復|跟贴|跟貼|人气|人氣|浏览|瀏覽)\s*\d|\d\s*(?:条|條|次|楼|樓|小时前|小時前|分钟前|分鐘前|天前)/.test(
    phrase,
  );
