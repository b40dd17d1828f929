import type { SeededRandom } from './seeded-random.ts';
import {
  describers,
  givenNames,
  links,
  manners,
  nameCharacters,
  objects,
  organisationKinds,
  placeKinds,
  places,
  subjects,
  surnames,
  times,
  verbs,
} from './synthetic-words.ts';

/** Sentences with the grain of Chinese news: the vocabulary repeats as it does in a paper, names and figures do not. */

export function headline(random: SeededRandom): string {
  const { place, subject, manner, verb, object, describer } = draw(random);
  return random.pick([
    () => `${place}${subject}${manner}${verb}${object}`,
    () => `${describer}${object}${manner}${verb}，${place}${subject}怎么说`,
    () => `${verb}${object}${random.whole(2, 900)}处：${place}的${random.whole(2, 30)}个月`,
    () => `“${object}”之后，${subject}${verb}${describer}${random.pick(objects)}`,
  ])();
}

export const personName = (random: SeededRandom): string =>
  random.pick(surnames) + Array.from({ length: random.chance(0.75) ? 2 : 1 }, () => random.pick(givenNames)).join('');

/** Sentences until there are `length` characters; the last one is cut there and closed, so the length is exact. */
export function passage(random: SeededRandom, length: number): string {
  let text = '';
  while (text.length < length) text += sentence(random);
  return text.length === length ? text : `${text.slice(0, length - 1).replace(/[，。：“”、]$/u, '的')}。`;
}

export function sentence(random: SeededRandom): string {
  const { place, subject, manner, verb, object, describer, time } = draw(random);
  const second = draw(random);
  const clause = () => `${second.subject}${second.manner}${second.verb}${second.describer}${second.object}`;
  return random.pick([
    () => `${time}，${place}${subject}${manner}${verb}${describer}${object}。`,
    () => `${subject}${manner}${verb}${object}，${clause()}。`,
    () => `“${clause()}，”${personName(random)}说，“${describer}${object}要${verb}。”`,
    () =>
      `${random.pick(links)}，${describer}${object}由${second.subject}${verb}，${second.time}${second.manner}${second.verb}。`,
    () =>
      `${place}有${figure(random)}${object}，${time}${manner}${verb}${random.whole(1, 99)}.${random.whole(0, 9)}%。`,
    () =>
      `${subject}${personName(random)}在${second.place}${second.verb}${second.object}，一干就是${random.whole(2, 40)}年。`,
    () => `${object}、${second.object}和${random.pick(objects)}，都要${time}${verb}。`,
    () => `${clause()}，${place}的${subject}却${verb}了${figure(random)}${object}。`,
    () =>
      `${random.whole(1, 12)}月${random.whole(1, 28)}日${random.whole(6, 22)}时，${subject}${manner}在${place}${verb}${object}。`,
  ])();
}

const figure = (random: SeededRandom): string =>
  random.pick([
    () => `${random.whole(2, 99)}个`,
    () => `${random.whole(100, 9_999)}处`,
    () => `${random.whole(1, 99)}.${random.whole(1, 9)}万份`,
    () => `${random.whole(1, 60)}亿元的`,
  ])();

const freshName = (random: SeededRandom): string => random.pick(nameCharacters) + random.pick(nameCharacters);
const organisation = (random: SeededRandom): string => freshName(random) + random.pick(organisationKinds);
const placeName = (random: SeededRandom): string => freshName(random) + random.pick(placeKinds);

function draw(random: SeededRandom) {
  return {
    subject: random.chance(0.5) ? organisation(random) : random.pickCommon(subjects),
    object: random.chance(0.2) ? `${freshName(random)}${random.pick(objects)}` : random.pick(objects),
    verb: random.pick(verbs),
    describer: random.pick(describers),
    manner: random.pickCommon(manners),
    place: random.chance(0.75) ? placeName(random) : random.pick(places),
    time: random.pick(times),
  };
}
