import { Converter } from 'opencc-js';
import type { Language } from '../article/record.ts';

/** Which script a Chinese character belongs to: 1 Simplified only, 2 Traditional only, 3 written alike in both. */
const scripts = new Uint8Array(0x10000);
let toSimplified: ((text: string) => string) | undefined;
let toTraditional: ((text: string) => string) | undefined;

function scriptOf(unit: number): number {
  if (unit < 0x3400 || unit > 0x9fff) return 0;
  const known = scripts[unit] as number;
  if (known !== 0) return known;
  toSimplified ??= Converter({ from: 't', to: 'cn' });
  toTraditional ??= Converter({ from: 'cn', to: 't' });
  const character = String.fromCharCode(unit);
  const simplified = toSimplified(character);
  // 后, 里, 台 stand in both scripts: what survives the way to Simplified and is somebody's Traditional form decides nothing.
  const isTraditional = simplified !== character;
  const isSimplified = !isTraditional && toTraditional(character) !== character && !sharedForms.has(character);
  const script = isTraditional ? 2 : isSimplified ? 1 : 3;
  scripts[unit] = script;
  return script;
}

/** Simplified forms that Traditional text uses too, as characters of their own. */
const sharedForms = new Set(
  '后里面干只台云系余制征松几斗丑范谷回才冲板表别采出当党淀冬发复杆个广胡伙家姜借卷克困累蔑蒙弥千秋曲舍升术它体涂万咸向须叶佣于御郁愿岳折致周朱准症游吁占扎咨',
);

export type ScriptCount = { simplified: number; traditional: number; han: number; latin: number };

/** Counts characters that only one Chinese script has, all Han characters, and Latin letters. */
export function countScripts(text: string): ScriptCount {
  const count = { simplified: 0, traditional: 0, han: 0, latin: 0 };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if ((unit | 32) >= 97 && (unit | 32) <= 122) count.latin++;
    const script = scriptOf(unit);
    if (script === 0) continue;
    count.han++;
    if (script === 1) count.simplified++;
    else if (script === 2) count.traditional++;
  }
  return count;
}

/** The language a text is written in, by its own characters; `claimed` (a BCP 47 tag) only breaks a tie. */
export function languageOf(text: string, claimed?: string | null): Language {
  const { simplified, traditional, han, latin } = countScripts(text.length > 20_000 ? text.slice(0, 20_000) : text);
  // An English word has about five letters where Chinese has two characters.
  if (han * 2.5 < latin && !(han > 0 && latin < 20)) return 'en';
  if (simplified !== traditional) return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
  return claimedLanguage(claimed) ?? (han === 0 ? 'en' : 'zh-Hans');
}

function claimedLanguage(tag: string | null | undefined): Language | null {
  const [language, ...rest] = (tag ?? '').toLowerCase().split(/[-_]/);
  if (language === 'en') return 'en';
  if (language !== 'zh') return null;
  if (rest.includes('hant')) return 'zh-Hant';
  if (rest.includes('hans')) return 'zh-Hans';
  return rest.some((part) => ['tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}
