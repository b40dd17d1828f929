/**
 * How Chinese words are read, and what somebody means who types that in Latin letters: `hunan gonghui`, or the initials
 * `hngh`. A reading is the syllables of each run of Han characters, `hu nan gong hui|ju hao`: one for every character.
 */

/** What a reading is found by: its neighbouring syllables, and its initials four at a time. No word begins like these. */
export function readingTerms(reading: string): string[] {
  const terms = new Set<string>();
  for (const syllables of runsOf(reading)) {
    for (const pair of windows(syllables, 2)) terms.add(`♪${pair.join('')}`);
    for (const four of windows(initials(syllables), initialsAtOnce)) terms.add(`♫${four.join('')}`);
  }
  return [...terms];
}

const initialsAtOnce = 4;

/** What was typed, taken for a reading: the terms it has to be found by, and how it is told in a reading. */
export type Spoken = { terms: string[]; parts: readonly string[]; by: 'syllables' | 'initials' };

const mostWays = 3;
const longest = 40;

/** Every way to read what was typed; none when it is no reading of two characters or more. */
export function readAloud(typed: string): Spoken[] {
  const words = typed.toLowerCase().split(/[\s'’·-]+/);
  const letters = words.join('');
  if (!/^[a-z]{4,}$/.test(letters) || letters.length > longest) return [];
  const ways: Spoken[] = [];
  for (const parts of syllablesOf(words).slice(0, mostWays))
    if (parts.length > 1)
      ways.push({ parts, by: 'syllables', terms: windows(parts, 2).map((pair) => `♪${pair.join('')}`) });
  const four = windows([...letters], initialsAtOnce).map((some) => `♫${some.join('')}`);
  return [...ways, { parts: [...letters], by: 'initials', terms: four }];
}

/** The pieces of a text that are read like this; `runs` are its runs of Han characters. */
export function soundingLike(runs: readonly string[], reading: string, { parts, by }: Spoken): string[] {
  const found: string[] = [];
  for (const [index, syllables] of runsOf(reading).entries()) {
    const run = runs[index] ?? '';
    const read = by === 'syllables' ? syllables : initials(syllables);
    for (let at = 0; at + parts.length <= Math.min(read.length, run.length); at++)
      if (parts.every((part, offset) => read[at + offset] === part)) found.push(run.slice(at, at + parts.length));
  }
  return found;
}

const runsOf = (reading: string): string[][] => reading.split('|').map((run) => run.split(' ').filter(Boolean));
const initials = (syllables: readonly string[]): string[] => syllables.map((syllable) => syllable.charAt(0));
const windows = <T>(items: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.max(0, items.length - length + 1) }, (_, at) => items.slice(at, at + length));

/** Ways to part words into syllables, those of fewest syllables first. */
function syllablesOf(words: readonly string[]): string[][] {
  let ways: string[][] = [[]];
  for (const word of words) {
    const own = waysToPart(word);
    ways = ways.flatMap((before) => own.map((parts) => [...before, ...parts])).slice(0, mostWays * 4);
  }
  return ways.sort((a, b) => a.length - b.length);
}

function waysToPart(word: string): string[][] {
  const ways: string[][][] = [[[]]];
  for (let end = 1; end <= word.length; end++) {
    const found: string[][] = [];
    for (let from = Math.max(0, end - longestSyllable); from < end; from++)
      if (syllables().has(word.slice(from, end)))
        for (const before of ways[from] ?? []) found.push([...before, word.slice(from, end)]);
    ways[end] = found.sort((a, b) => a.length - b.length).slice(0, mostWays);
  }
  return ways[word.length] ?? [];
}

const longestSyllable = 6;
let known: ReadonlySet<string> | undefined;
const syllables = () => {
  known ??= new Set(finals.flatMap(([initial, ...ends]) => ends.map((end) => `${initial}${end}`)));
  return known;
};

/** All syllables of Standard Chinese: an initial, and what follows it. */
const finals = `
,a,ai,an,ang,ao,e,ei,en,eng,er,o,ou
b,a,ai,an,ang,ao,ei,en,eng,i,ian,iao,ie,in,ing,o,u
c,a,ai,an,ang,ao,e,en,eng,i,ong,ou,u,uan,ui,un,uo
ch,a,ai,an,ang,ao,e,en,eng,i,ong,ou,u,ua,uai,uan,uang,ui,un,uo
d,a,ai,an,ang,ao,e,ei,en,eng,i,ia,ian,iao,ie,ing,iu,ong,ou,u,uan,ui,un,uo
f,a,an,ang,ei,en,eng,o,ou,u
g,a,ai,an,ang,ao,e,ei,en,eng,ong,ou,u,ua,uai,uan,uang,ui,un,uo
h,a,ai,an,ang,ao,e,ei,en,eng,ong,ou,u,ua,uai,uan,uang,ui,un,uo
j,i,ia,ian,iang,iao,ie,in,ing,iong,iu,u,uan,ue,un
k,a,ai,an,ang,ao,e,ei,en,eng,ong,ou,u,ua,uai,uan,uang,ui,un,uo
l,a,ai,an,ang,ao,e,ei,eng,i,ia,ian,iang,iao,ie,in,ing,iu,o,ong,ou,u,uan,un,uo,v,ve
m,a,ai,an,ang,ao,e,ei,en,eng,i,ian,iao,ie,in,ing,iu,o,ou,u
n,a,ai,an,ang,ao,e,ei,en,eng,i,ian,iang,iao,ie,in,ing,iu,ong,ou,u,uan,uo,v,ve
p,a,ai,an,ang,ao,ei,en,eng,i,ian,iao,ie,in,ing,o,ou,u
q,i,ia,ian,iang,iao,ie,in,ing,iong,iu,u,uan,ue,un
r,an,ang,ao,e,en,eng,i,ong,ou,u,ua,uan,ui,un,uo
s,a,ai,an,ang,ao,e,en,eng,i,ong,ou,u,uan,ui,un,uo
sh,a,ai,an,ang,ao,e,ei,en,eng,i,ou,u,ua,uai,uan,uang,ui,un,uo
t,a,ai,an,ang,ao,e,ei,eng,i,ian,iao,ie,ing,ong,ou,u,uan,ui,un,uo
w,a,ai,an,ang,ei,en,eng,o,u
x,i,ia,ian,iang,iao,ie,in,ing,iong,iu,u,uan,ue,un
y,a,an,ang,ao,e,i,in,ing,o,ong,ou,u,uan,ue,un
z,a,ai,an,ang,ao,e,ei,en,eng,i,ong,ou,u,uan,ui,un,uo
zh,a,ai,an,ang,ao,e,ei,en,eng,i,ong,ou,u,ua,uai,uan,uang,ui,un,uo`
  .trim()
  .split('\n')
  .map((line) => line.split(','));
