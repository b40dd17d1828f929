/**
 * Surnames that stay as they are in Traditional script. As words of a sentence the same characters stand for others:
 * 余 is 餘 in 其余, 于 is 於, 范 is 範.
 */
const unchangingSurnames = '余于范涂岳游谷郁后干姜曲党种';

const titles =
  '某某 先生 女士 小姐 太太 同学=同學 老师=老師 教授 医生=醫生 大夫 律师=律師 警官 法官 院长=院長 校长=校長 局长=局長 主任 经理=經理 总经理=總經理 董事长=董事長 师傅=師傅 老板=老闆 奶奶 爷爷=爺爺 阿姨 大爷=大爺 大妈=大媽';

/** `余先生`, `范女士`: a surname before a title, as phrases for the dictionary of Simplified to Traditional. */
export function titledSurnames(): [string, string][] {
  // These two before a title are more often other words: 属于老师, 然后老师.
  const plain = [...unchangingSurnames].filter((surname) => surname !== '于' && surname !== '后');
  return titles.split(' ').flatMap((title) => {
    const [simplified = '', traditional = simplified] = title.split('=');
    return plain.map((surname): [string, string] => [surname + simplified, surname + traditional]);
  });
}

const personalName = /^\p{Script=Han}{2,4}$/u;

/** How many code units at the start of a person's name are a surname that no conversion touches. */
export const keptSurname = (name: string): number =>
  personalName.test(name) && unchangingSurnames.includes(name[0] as string) ? 1 : 0;
