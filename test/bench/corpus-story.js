// @ts-check
import * as words from './corpus-words.js';

/** @typedef {import('./seeded-random.js').Random} Random */

/**
 * What one article keeps coming back to, so that it is about something and its words are found again in few others.
 * @typedef {object} Story
 * @property {import('./corpus-words.js').Field} field
 * @property {string} place
 * @property {string} org
 * @property {readonly [string, string]} people
 * @property {string} role
 * @property {readonly string[]} things
 * @property {string} mark a serial number, in no other article
 */

/** @param {Random} random @param {string} fieldName @param {number} index @returns {Story} */
export function makeStory(random, fieldName, index) {
  const field = words.fields.find(({ name }) => name === fieldName);
  if (field === undefined) throw new Error(`no such field: ${fieldName}`);
  return {
    field,
    place: placeName(random),
    org: orgName(random),
    people: [personName(random), personName(random)],
    role: random.favour(words.roles),
    things: [random.favour(field.things), random.favour(field.things), random.pick(random.pick(words.fields).things)],
    mark: `${random.pick(['KX', 'BT', 'LM', 'QZ', 'HR'])}-${1000 + index}`,
  };
}

/** @param {Random} random */
const placeName = (random) => random.favour(words.placeHeads) + random.favour(words.placeTails);

/** @param {Random} random */
const orgName = (random) =>
  random.pick(words.brandHeads) + random.pick(words.brandTails) + random.favour(words.orgTails);

/** @param {Random} random */
const personName = (random) =>
  random.pick(words.surnames) + random.pick(words.givenHeads) + random.pick(words.givenTails);

/** @param {Random} random */
function amount(random) {
  const number = random.chance(0.3) ? random.whole(11, 999) / 10 : random.whole(2, 4800);
  return `${number}${random.favour(words.units)}`;
}

/**
 * Sentences without their full stop. The more often something is said in news, the nearer it stands to the top.
 * @type {readonly ((random: Random, story: Story) => string)[]}
 */
const SENTENCES = [
  (r, s) => `${r.pick(words.times)}，${s.place}${s.org}宣布将${r.favour(s.field.acts)}，涉及${r.favour(s.things)}`,
  (r, s) => `${s.org}${s.role}${s.people[0]}表示，“${r.pick(words.sayings)}”`,
  (r, s) =>
    `${r.pick(words.openers)}，${r.favour(s.field.things)}${r.pick(words.results)}，原因是${r.pick(words.reasons)}`,
  (r, s) =>
    `数据显示，${s.place}的${r.favour(s.things)}达到${amount(r)}，比上一年${r.pick(['增加', '减少'])}${r.whole(1, 480) / 10}%`,
  (r, s) => `受${r.pick(words.reasons)}影响，${r.favour(s.field.things)}的${r.pick(words.qualities)}方案未能如期推进`,
  (r, s) => `${r.pick(words.scenes)}，${s.people[1]}说起${r.favour(s.things)}时停了一会儿`,
  (r, s) =>
    `${s.people[0]}认为，${r.pick(words.reasons)}只是表面，真正的问题在于${r.favour(s.field.things)}与${r.favour(s.field.things)}长期脱节`,
  (r, s) => `按照${r.pick(words.qualities)}安排，${s.org}会在${r.whole(2, 18)}个月内${r.favour(s.field.acts)}`,
  (r) => `${r.pick(words.openers)}，这一做法${r.pick(words.results)}`,
  (r, s) => `目前，${placeName(r)}、${placeName(r)}等地也在尝试${r.favour(s.field.acts)}，但${r.pick(words.results)}`,
  (r, s) => `编号为${s.mark}的${r.favour(s.things)}由${orgName(r)}提供，总投入约${amount(r)}`,
  (r, s) =>
    `“${r.pick(words.sayings)}。”${s.people[1]}补充说，“${r.pick(words.sayings)}。”话音未落，${r.pick(words.scenes)}`,
  (r, s) =>
    `不过，${orgName(r)}${r.favour(words.roles)}${personName(r)}提醒，${r.favour(s.field.things)}受${r.pick(words.reasons)}牵动，${r.pick(words.results)}`,
  (r, s) =>
    `从${r.whole(1987, 2016)}年起，${s.place}就把${r.favour(s.things)}列入${r.pick(words.qualities)}清单，先后投入${amount(r)}`,
  (r, s) =>
    `第一是${r.favour(s.field.acts)}，第二是${r.favour(s.field.acts)}，第三是把${r.pick(s.things)}交给真正使用它的人`,
  (r) => `${r.pick(words.times)}，${r.pick(words.scenes)}，没有人提起${r.pick(words.reasons)}的事`,
  (r, s) => `截至目前，已有${amount(r)}与${r.favour(s.things)}有关的记录完成登记，其余部分${r.pick(words.results)}`,
  (r, s) =>
    `在${placeName(r)}，${r.favour(words.roles)}${personName(r)}用了${r.whole(3, 26)}年时间整理${r.favour(s.field.things)}，留下${amount(r)}的底稿`,
  (r, s) => `${s.org}的公告提到，${r.pick(words.qualities)}${r.favour(s.things)}不会因为${r.pick(words.reasons)}而中断`,
  (r, s) =>
    `有人担心${r.pick(words.reasons)}会让${r.favour(s.field.things)}回到原点，也有人觉得${r.pick(words.results)}`,
];

/** @param {Random} random @param {Story} story @returns {string} one sentence with its full stop */
export function sentence(random, story) {
  return `${random.favour(SENTENCES)(random, story)}。`;
}

/** @param {Random} random @param {Story} story @returns {string} two to five sentences */
export function paragraph(random, story) {
  return Array.from({ length: random.whole(2, 5) }, () => sentence(random, story)).join('');
}

/** @param {Random} random @param {Story} story */
export function caption(random, story) {
  const what = `${story.place}，${random.favour(story.things)}${random.favour(words.captionEnds)}`;
  return random.chance(0.4) ? `${what} ${story.people[1]} 摄` : what;
}

/** @type {readonly ((random: Random, story: Story) => string)[]} */
const HEADLINES = [
  (r, s) => `${s.place}${r.favour(s.things)}${r.pick(words.results)}`,
  (r, s) => `${s.org}：${r.favour(s.field.acts)}`,
  (r, s) => `${r.favour(s.things)}遇上${r.pick(words.reasons)}，${s.place}怎么办？`,
  (r, s) => `${s.people[0]}："${r.pick(words.sayings)}"`,
  (r, s) => `${r.whole(2, 4800)}${r.pick(words.units)}！${s.place}${r.favour(s.field.acts)}`,
  (r, s) => `【${s.field.name}】${s.place} #${r.whole(1, 400)} ${r.favour(s.field.acts)}`,
  (r, s) => `"${r.favour(s.things)}"背后的${r.pick(words.qualities)}${s.org}`,
  (r, s) => `从${r.favour(s.things)}到${r.favour(s.field.things)}：${s.people[0]}的${r.whole(2, 30)}年`,
];

/** @param {Random} random @param {Story} story */
export function headline(random, story) {
  return random.favour(HEADLINES)(random, story);
}
