// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { type Kept, keepValue } from '../../src/library/storage.ts';

/** A browser's storage, which may be made to fail. */
class Area implements Storage {
  readonly items = new Map<string, string>();
  full = false;
  get length() {
    return this.items.size;
  }
  clear = () => this.items.clear();
  key = (index: number) => [...this.items.keys()][index] ?? null;
  getItem = (key: string) => this.items.get(key) ?? null;
  removeItem = (key: string) => void this.items.delete(key);
  setItem = (key: string, value: string) => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  };
}

const key = 'paper.marks';

function parse(data: unknown): readonly string[] {
  if (!Array.isArray(data)) throw new Error('no list');
  return data.filter((mark): mark is string => typeof mark === 'string');
}

function keep(area: () => Storage | null, version = 2): Kept<readonly string[]> {
  return keepValue({ key, version, parse, initial: [], area });
}

const add = (mark: string) => (marks: readonly string[]) => [...marks, mark];

/** Another tab has written: browsers tell every tab but that one. */
function tell(changed: string | null = key): void {
  window.dispatchEvent(new StorageEvent('storage', { key: changed }));
}

function stored(area: Area): unknown {
  return JSON.parse(area.items.get(key) ?? 'null');
}

describe('a kept value', () => {
  test('is there the next time', () => {
    const area = new Area();
    keep(() => area).update(add('灯塔'));
    expect(keep(() => area).get()).toEqual(['灯塔']);
    expect(stored(area)).toEqual({ version: 2, data: ['灯塔'] });
  });

  test('is the same object until it changes', () => {
    const value = keep(() => new Area());
    expect(value.get()).toBe(value.get());
  });

  test('tells of changes until nobody listens', () => {
    const value = keep(() => new Area());
    let calls = 0;
    const leave = value.subscribe(() => calls++);
    value.update(add('一'));
    leave();
    value.update(add('二'));
    expect(calls).toBe(1);
  });

  test.each([
    ['no JSON', '{'],
    ['nothing of ours', '42'],
    ['a record without a version', '{"data":["x"]}'],
    ['data of another kind', '{"version":2,"data":{"x":1}}'],
    ['an empty text', ''],
  ])('that is stored as %s is as at the beginning, and can be changed', (_, text) => {
    const area = new Area();
    area.items.set(key, text);
    const value = keep(() => area);
    expect(value.get()).toEqual([]);
    value.update(add('一'));
    expect(stored(area)).toEqual({ version: 2, data: ['一'] });
  });
});

describe('where nothing can be stored', () => {
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError');
  };

  test.each([
    ['asking for storage throws', blocked],
    ['there is no storage', () => null],
  ])('%s: the value lives as long as the page', (_, area) => {
    const value = keep(area);
    value.update(add('一'));
    value.update(add('二'));
    expect(value.get()).toEqual(['一', '二']);
  });

  test('a change made while storage was full is stored with the next one', () => {
    const area = new Area();
    const value = keep(() => area);
    area.full = true;
    value.update(add('一'));
    expect(value.get()).toEqual(['一']);
    expect(stored(area)).toBeNull();
    area.full = false;
    value.update(add('二'));
    expect(stored(area)).toEqual({ version: 2, data: ['一', '二'] });
  });
});

describe('what can no longer be read', () => {
  test.each(['{', '42', 'null'])('%s takes nothing that is shown, and goes with the next change', (text) => {
    const area = new Area();
    const value = keep(() => area);
    value.subscribe(() => {});
    value.update(add('一'));
    area.items.set(key, text);
    tell();
    expect(value.get()).toEqual(['一']);
    value.update(add('二'));
    expect(stored(area)).toEqual({ version: 2, data: ['一', '二'] });
  });
});

describe('whether everything is stored', () => {
  test('is known', () => {
    const area = new Area();
    const value = keep(() => area);
    expect(value.isStored()).toBe(true);
    area.full = true;
    value.update(add('一'));
    expect(value.isStored()).toBe(false);
    area.full = false;
    value.update(add('二'));
    expect(value.isStored()).toBe(true);
  });

  test('it is not, where a newer program has stored something', () => {
    const area = new Area();
    area.items.set(key, '{"version":3,"data":[]}');
    const value = keep(() => area);
    value.update(add('一'));
    expect(value.isStored()).toBe(false);
  });
});

describe('of another version', () => {
  test('an older value is read, and stored anew with the next change', () => {
    const area = new Area();
    area.items.set(key, '{"version":1,"data":["旧"]}');
    const value = keep(() => area);
    expect(value.get()).toEqual(['旧']);
    value.update(add('新'));
    expect(stored(area)).toEqual({ version: 2, data: ['旧', '新'] });
  });

  test('a newer value is read as far as possible and never overwritten', () => {
    const area = new Area();
    const text = '{"version":3,"data":["未来",{"more":1}]}';
    area.items.set(key, text);
    const value = keep(() => area);
    expect(value.get()).toEqual(['未来']);
    value.update(add('今天'));
    expect(value.get()).toEqual(['未来', '今天']);
    expect(area.items.get(key)).toBe(text);
  });
});

describe('two tabs', () => {
  test('agree when one of them changes the value', () => {
    const area = new Area();
    const [one, other] = [keep(() => area), keep(() => area)];
    other.subscribe(() => {});
    one.update(add('一'));
    tell();
    expect(other.get()).toEqual(['一']);
  });

  test('do not undo each other’s changes', () => {
    const area = new Area();
    const [one, other] = [keep(() => area), keep(() => area)];
    one.update(add('一'));
    other.update(add('二'));
    expect(stored(area)).toEqual({ version: 2, data: ['一', '二'] });
  });

  test('agree though one has listened to nobody for a while', () => {
    const area = new Area();
    const value = keep(() => area);
    expect(value.get()).toEqual([]);
    keep(() => area).update(add('一'));
    value.subscribe(() => {});
    expect(value.get()).toEqual(['一']);
  });

  test('what one could not store stays when the other stores', () => {
    const area = new Area();
    const value = keep(() => area);
    value.subscribe(() => {});
    area.full = true;
    value.update(add('此处'));
    area.items.set(key, '{"version":2,"data":["彼处"]}');
    tell();
    expect(value.get()).toEqual(['彼处', '此处']);
  });

  test('both begin anew when everything is cleared', () => {
    const area = new Area();
    const value = keep(() => area);
    value.subscribe(() => {});
    value.update(add('一'));
    area.clear();
    tell(null);
    expect(value.get()).toEqual([]);
  });

  test('a change to something else is none', () => {
    const area = new Area();
    const value = keep(() => area);
    value.subscribe(() => {});
    const before = value.get();
    tell('other');
    expect(value.get()).toBe(before);
  });
});
