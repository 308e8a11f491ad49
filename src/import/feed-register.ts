import { folderName } from './file-names.ts';
import { addressSum, type ImportState, type KnownFeed } from './import-state.ts';

/** What a feed is recognised by. */
export interface FeedIdentity {
  /** Null where it came as a file. */
  readonly address: string | null;
  readonly title: string;
  readonly home: string | null;
  readonly self: string | null;
  /** What its folder is called where it has no title. */
  readonly name: string;
}

/** Tells the feeds of one run apart, and knows those of earlier runs again. */
export interface FeedRegister {
  readonly byAddress: (address: string) => KnownFeed | undefined;
  /** The feed as it is known, or a new one; it is not kept yet. */
  readonly enrol: (identity: FeedIdentity) => KnownFeed;
}

export function openFeedRegister(state: ImportState): FeedRegister {
  const enrolled = new Map<string, string | null>();

  function byAddress(address: string): KnownFeed | undefined {
    const sum = addressSum(address);
    return [...state.feeds()].find((feed) => feed.address === sum);
  }

  /** A feed that has moved has another address; two feeds of one site may share all but their address. */
  function isFree(id: string, address: string | null): boolean {
    const other = enrolled.get(id);
    return other === undefined || other === null || other === address;
  }

  function found(identity: FeedIdentity): KnownFeed | string {
    const { address, title, home, self, name } = identity;
    const known = address === null ? undefined : byAddress(address);
    if (known !== undefined) return known;
    const own = addressSum([home ?? self ?? address ?? '', title || name].join('\n'));
    const id = isFree(own, address) ? own : addressSum(`${own}\n${address}`);
    return [...state.feeds()].find((feed) => feed.id === id) ?? id;
  }

  return {
    byAddress,
    enrol(identity) {
      const { address, title, name } = identity;
      const known = found(identity);
      const id = typeof known === 'string' ? known : known.id;
      enrolled.set(id, address);
      const sum = address === null ? null : addressSum(address);
      if (typeof known !== 'string') return { ...known, address: sum ?? known.address };
      const taken = new Set(Array.from(state.feeds(), ({ folder }) => folder));
      const folder = folderName(title || name, taken);
      return { id, address: sum, folder, settings: '', etag: null, lastModified: null, notBefore: null };
    },
  };
}
