import type { FileList, TransferWords } from '../i18n/transfer-words.ts';
import type { FileFault, OwnRecords } from '../library/marks-file.ts';

type Counted = Partial<Pick<OwnRecords, 'saved' | 'read' | 'places' | 'caughtUp' | 'searches'>>;

const KINDS = ['saved', 'read', 'places', 'caughtUp', 'searches'] as const;

/** `收藏 12 篇`, `读到的位置 3 处`: what there is of each kind. */
export function recordParts(records: Counted, words: TransferWords, number: (value: number) => string): string[] {
  return KINDS.flatMap((kind) => {
    const count = records[kind]?.length ?? 0;
    return count === 0 ? [] : [words.counts[kind](number(count))];
  });
}

const isList = (name: string, words: TransferWords): name is FileList => name in words.lists;

/** Why a file is not taken, with the line where that is known. */
export function faultText(fault: FileFault, { faults, ...words }: TransferWords, number: (value: number) => string) {
  switch (fault.kind) {
    case 'too-large':
      return faults.tooLarge;
    case 'no-json':
      return faults.noJson(fault.line === null ? null : number(fault.line));
    case 'not-ours':
      return faults.notOurs;
    case 'newer':
      return faults.newer;
    case 'bad-entry': {
      const list = isList(fault.list, { faults, ...words }) ? words.lists[fault.list] : fault.list;
      return faults.badEntry(number(fault.line), list, fault.place === null ? null : number(fault.place));
    }
  }
}
