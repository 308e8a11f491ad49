import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export interface KeptPicture {
  /** Absolute. */
  readonly address: string;
  readonly bytes: number;
}

/** An article that can be read without a network, and why it is kept. */
export interface KeptArticle {
  readonly id: string;
  readonly title: string;
  readonly source: string | null;
  /** Its own date, milliseconds since 1970; null where unknown. */
  readonly date: number | null;
  /** When it was opened or kept last, likewise. */
  readonly at: number;
  /** Of its page. */
  readonly bytes: number;
  readonly pictures: readonly KeptPicture[];
  readonly opened: boolean;
  readonly saved: boolean;
  /** Paths of the lists that are kept whole and hold it: `/c/x/`. */
  readonly lists: readonly string[];
}

/** What is known of the kept articles. Pages and worker write it alike: a change is one transaction. */
export interface KeptStore {
  readonly all: () => Promise<readonly KeptArticle[]>;
  readonly get: (id: string) => Promise<KeptArticle | null>;
  /** Null from `change` forgets the article. */
  readonly update: (id: string, change: (article: KeptArticle | null) => KeptArticle | null) => Promise<void>;
  /** Bytes that articles and pictures may take. */
  readonly limit: () => Promise<number>;
  readonly setLimit: (bytes: number) => Promise<void>;
}

interface Schema extends DBSchema {
  articles: { key: string; value: KeptArticle };
  settings: { key: string; value: number };
}

const MEGABYTE = 1_000_000;
/** What may be chosen as limit, in megabytes; 0: nothing is kept at all. */
export const limits = [0, 50, 200, 1000] as const;
export type Limit = (typeof limits)[number];
export const FIRST_LIMIT: Limit = 200;

export const bytesOf = (limit: Limit): number => limit * MEGABYTE;

/**
 * @param base begins and ends with `/`
 * @throws where the browser has no database, or none for this visit: every call then fails
 */
export function openKeptStore(base: string): KeptStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const open = () => {
    opening ??= openDB<Schema>(`broadsheet ${base}`, 1, {
      upgrade(database) {
        database.createObjectStore('articles', { keyPath: 'id' });
        database.createObjectStore('settings');
      },
      // Browsers close it when they need the room; the next call opens it again.
      terminated: () => {
        opening = null;
      },
    });
    return opening;
  };
  return {
    all: async () => (await open()).getAll('articles'),
    get: async (id) => (await (await open()).get('articles', id)) ?? null,
    async update(id, change) {
      const transaction = (await open()).transaction('articles', 'readwrite');
      const changed = change((await transaction.store.get(id)) ?? null);
      if (changed === null) await transaction.store.delete(id);
      else await transaction.store.put(changed);
      await transaction.done;
    },
    limit: async () => (await (await open()).get('settings', 'limit')) ?? bytesOf(FIRST_LIMIT),
    setLimit: async (bytes) => void (await (await open()).put('settings', bytes, 'limit')),
  };
}
