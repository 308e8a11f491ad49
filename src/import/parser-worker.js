// @ts-check
// Plain JavaScript, because Node 20 runs no TypeScript in workers.
import { parentPort } from 'node:worker_threads';

/** @typedef {import('./parser.ts').Question} Question */
/** @typedef {import('./parser.ts').Answer} Answer */

/** @param {Question} question */
async function read({ kind, text }) {
  if (kind === 'page') return (await import('./page-reader.js')).readPage(text);
  const { parseFeed, parseOpml } = await import('feedsmith');
  return kind === 'feed' ? parseFeed(text) : parseOpml(text);
}

/**
 * @param {Question} question
 * @returns {Promise<Answer>}
 */
async function answer(question) {
  try {
    return { ok: true, value: await read(question) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error), isStopped: false };
  }
}

/** A parser's own words, without what it quotes of the feed. @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const { message } = error.cause instanceof Error ? error.cause : error;
  return message.replace(/ Context: .*$/s, '').slice(0, 200);
}

parentPort?.on('message', async (/** @type {readonly Question[]} */ questions) => {
  /** @type {Answer[]} */
  const answers = [];
  for (const question of questions) answers.push(await answer(question));
  parentPort?.postMessage(answers);
});
