// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beforePaintScript } from '../../src/edition/before-paint.ts';
import { SETTINGS_KEY, settingTable } from '../../src/edition/setting-table.ts';
import { createSettingStore, defaultSettings, showSettings } from '../../src/library/settings.ts';

const page = document.documentElement;

/** Runs what stands in printed pages, where browsers run it. `visit`: how the browser came to the page. */
function runBeforePaint(visit: { readonly type: string; readonly name: string } | null = null): void {
  const script = document.createElement('script');
  const entries = JSON.stringify(visit ? [visit] : []);
  script.textContent = `performance.getEntriesByType = () => (${entries}); ${beforePaintScript}`;
  document.head.append(script);
}

const store = (settings: unknown, version = 1) =>
  localStorage.setItem(SETTINGS_KEY, JSON.stringify({ version, data: settings }));

beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const name of Object.keys(page.dataset)) delete page.dataset[name];
});

describe('settings', () => {
  test('are what the table says first until somebody chooses', () => {
    expect(createSettingStore().get()).toEqual(defaultSettings);
    expect(defaultSettings.pictures).toBe('always');
  });

  test('are remembered', () => {
    createSettingStore().set('pictures', 'never');
    expect(createSettingStore().get().pictures).toBe('never');
  });

  test.each([['sometimes'], [1], [null], [['tap']], ['__proto__']])(
    'that are %j are as if never chosen',
    (pictures) => {
      store({ pictures });
      expect(createSettingStore().get().pictures).toBe('always');
    },
  );

  test('this program doesn’t know stay for the one that does', () => {
    store({ pictures: 'tap', ink: 'blue' });
    createSettingStore().set('pictures', 'never');
    expect(JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? '').data).toMatchObject({ pictures: 'never', ink: 'blue' });
  });
});

describe('before the first paint', () => {
  test.each(Object.entries(settingTable).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'the page is told that %s is %s as the app tells it',
    (name, value) => {
      store({ [name]: value });
      runBeforePaint();
      const told = { ...page.dataset };
      showSettings(createSettingStore().get(), page);
      expect({ ...page.dataset }).toEqual(told);
    },
  );

  test('a choice is told', () => {
    store({ pictures: 'tap' });
    runBeforePaint();
    expect(page.dataset).toMatchObject({ pictures: 'tap' });
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a text', '"tap"'],
    ['a value of the wrong kind', '{"version":1,"data":{"pictures":["tap"],"theme":{"theme":"x"}}}'],
    ['unknown values and names', '{"version":1,"data":{"pictures":"x","lang":"en","constructor":"tap"}}'],
  ])('%s in storage leaves the page as it was printed', (_, text) => {
    if (text !== null) localStorage.setItem(SETTINGS_KEY, text);
    runBeforePaint();
    expect({ ...page.dataset }).toEqual({});
  });

  test.each([
    ['opened at its top', 'navigate', '', { opening: '' }],
    ['opened with nothing after its hash', 'navigate', '#', { opening: '' }],
    ['opened at one of its places', 'navigate', '#part', {}],
    ['opened at a passage', 'navigate', '#:~:text=lamp', {}],
    ['loaded anew', 'reload', '', {}],
    ['come back to', 'back_forward', '', {}],
  ])('a page that is %s is set as it should be', (_, type, hash, told) => {
    runBeforePaint({ type, name: `https://news.example/a/x/${hash}` });
    expect({ ...page.dataset }).toEqual(told);
  });

  test('the script can stand in a page as it is', () => {
    expect(beforePaintScript).not.toMatch(/[<\n]/);
    expect(beforePaintScript.length).toBeLessThan(700);
  });
});
