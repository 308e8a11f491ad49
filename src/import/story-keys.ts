import { contentSum } from '../build/file-stamp.ts';
import { roughWords } from './rough-words.ts';
import type { Story } from './story.ts';
import { addressKey } from './story-address.ts';

/** What a story is known by, each a word of its own alphabet; stories that share one are one story. */
export interface StoryKeys {
  /** By the feed's name for it and by its link, the surer first; one of its title where it has neither. Never empty. */
  readonly names: readonly string[];
  /** By what it says; null where that is too short to tell it from others. */
  readonly content: string | null;
}

/** Beyond so many characters, two stories of one title and one text are one story. */
const TELLING = 200;
/** Names that are the same wherever they are met. */
const GLOBAL = /^(?:https?:|tag:|urn:)/i;

const keyOf = (kind: string, text: string): string => `${kind}:${contentSum(text).slice(0, 20)}`;

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/**
 * Keys of a feed's stories. A name or link that different stories of the feed have in common, or that is the site's front
 * page, tells none of them from the others and is no key.
 * @param scope tells this feed's own names from those of others
 */
export function storyKeys(stories: readonly Story[], scope: string, home: string | null): readonly StoryKeys[] {
  const front = home === null ? null : addressKey(home);
  const nameOf = ({ guid }: Story) => (guid === null ? null : isAddress(guid) ? addressKey(guid) : guid);
  const linkOf = ({ link }: Story) => (link === null ? null : addressKey(link));
  const vagueNames = sharedValues(stories, nameOf, (story) => linkOf(story) ?? story.title);
  const vagueLinks = sharedValues(stories, linkOf, ({ title }) => title);
  const vagueTitles = sharedValues(stories, titleOf, ({ html }) => html);
  return stories.map((story) => {
    const [name, link, words] = [nameOf(story), linkOf(story), roughWords(story.html)];
    const names: string[] = [];
    if (name !== null && name !== front && !vagueNames.has(name)) {
      names.push(keyOf('g', GLOBAL.test(story.guid ?? '') ? name : `${scope}\n${name}`));
    }
    if (link !== null && link !== front && !vagueLinks.has(link)) names.push(keyOf('l', link));
    if (names.length === 0) {
      const title = titleOf(story);
      names.push(keyOf('t', `${scope}\n${title}${title === '' || vagueTitles.has(title) ? words : ''}`));
    }
    return { names, content: words.length < TELLING ? null : keyOf('c', `${story.title}\n${words}`) };
  });
}

/** A story's title and day, so that its text may change; empty where it has no title. */
function titleOf({ title, date }: Story): string {
  return title === '' ? '' : `${title}\n${date ?? ''}\n`;
}

/** Values that stories which differ otherwise have in common. */
function sharedValues(
  stories: readonly Story[],
  read: (story: Story) => string | null,
  readOther: (story: Story) => string,
): ReadonlySet<string> {
  const others = new Map<string, string>();
  const found = new Set<string>();
  for (const story of stories) {
    const value = read(story);
    if (value === null) continue;
    const [known, other] = [others.get(value), readOther(story)];
    if (known !== undefined && known !== other) found.add(value);
    others.set(value, other);
  }
  return found;
}
