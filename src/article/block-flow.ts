import type { Element, ElementContent, Properties } from 'hast';
import type { Block } from './block.ts';
import type { BodyContext, Removed } from './body.ts';
import { codeBlock, isCodeOfLines, isCodeTable } from './code-block.ts';
import { dataTable, isLayoutTable, layoutCells } from './data-table.ts';
import { embedBlock, readEmbed } from './embed.ts';
import { attachCaptions, mergeRepeatedFigures } from './figure-captions.ts';
import { attribute, classNames, element, hasAttributes, isBlank, isElement, some, text, textOf } from './hast-node.ts';
import type { Run } from './inline-run.ts';
import { type Looks, looksOf } from './inline-style.ts';
import { linkTarget } from './link-target.ts';
import { anchorOf, type NoteAnchors, noteTarget } from './note-anchor.ts';
import { breakAtNewlines, paragraphsOf } from './paragraphs.ts';
import { emoticonName, readPicture } from './picture.ts';
import { isCaptionElement, isPictureBox } from './picture-box.ts';

/**
 * Turns any nest of elements into a flat run of real blocks: scraped pages use `<div>`, `<br>`, bare text and tables for
 * paragraphs, put pictures into them, and wrap bold round whole articles.
 */

type Align = 'center' | 'right' | null;

/** What holds for everything inside an element. */
interface Setting {
  readonly marks: readonly Element[];
  readonly align: Align;
  /** How the running text alone is aligned; where all of a paragraph is, the paragraph is. */
  readonly runAlign: Align;
  readonly isFaint: boolean;
  readonly isCaption: boolean;
  readonly origin: object | null;
  /** No link may be made in here: it is in one already, or is a heading of a disclosure. */
  readonly isInLink: boolean;
}

export interface FlowContext extends BodyContext {
  readonly anchors: NoteAnchors;
  /** Newlines end paragraphs: the body is plain text saved as HTML. */
  readonly newlinesBreak: boolean;
  /** Characters of text in the whole article. */
  readonly totalText: number;
}

const inlineMarks = new Set([
  ...[
    'a',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'strike',
    'del',
    'ins',
    'mark',
    'small',
    'sub',
    'sup',
    'abbr',
    'cite',
    'q',
  ],
  ...['code', 'tt', 'kbd', 'samp', 'var', 'time', 'bdi'],
]);
const renamed: Readonly<Record<string, string>> = { strike: 's', tt: 'code' };
const boldMarks = new Set(['strong', 'b']);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const blockWrappers = new Set([
  ...['p', 'div', 'section', 'article', 'center', 'main', 'header', 'footer', 'nav', 'aside', 'address', 'figure'],
  ...['figcaption', 'caption', 'li', 'dt', 'dd', 'td', 'th', 'tr', 'summary', 'tbody', 'thead', 'tfoot'],
]);
const mediaElements = new Set(['iframe', 'video', 'audio', 'embed']);
/** A link that a publisher's script put round a company's or subject's name: no link of the writer's. */
const keywordLink = /^(?:keyword|keytip|infokey|hotword|stock(?:link|code|name)?|entity-?(?:word|link)|innerlink)$/i;

/** Longer passages are not centred for meaning, but because a template centred everything. */
const LONGEST_ALIGNED = 120;
const LONGEST_CAPTION = 300;
const LONGEST_FALLBACK = 80;

export class BlockFlow {
  readonly blocks: Block[] = [];
  private runs: Run[] = [];
  private setting: Setting = {
    marks: [],
    align: null,
    runAlign: null,
    isFaint: false,
    isCaption: false,
    origin: null,
    isInLink: false,
  };
  /** A note's name that waits for the next block. */
  private anchor: string | null = null;
  private readonly context: FlowContext;
  private readonly removed: Removed[];

  constructor(context: FlowContext, removed: Removed[]) {
    this.context = context;
    this.removed = removed;
  }

  readAll(nodes: readonly ElementContent[]): this {
    for (const node of nodes) this.read(node);
    this.flush();
    return this;
  }

  private read(node: ElementContent): void {
    if (node.type === 'text') this.readText(node.value);
    else if (node.type === 'element') this.readElement(node);
  }

  private readText(value: string): void {
    if (!this.context.newlinesBreak || !value.includes('\n')) {
      this.push(text(value));
      return;
    }
    for (const [at, paragraph] of breakAtNewlines(value).entries()) {
      if (at > 0) this.flush();
      this.push(text(paragraph));
    }
  }

  private push(node: ElementContent): void {
    const { marks, isFaint, runAlign } = this.setting;
    this.runs.push({ marks, node, isFaint, align: runAlign });
  }

  private readElement(node: Element): void {
    const { tagName } = node;
    const { anchors } = this.context;
    if (anchors.size > 0 && !this.carriesItsAnchor(node)) this.anchor = anchorOf(node, anchors) ?? this.anchor;
    const tex = hasAttributes(node) ? texOf(node) : '';
    if (tex !== '') this.push(text(tex));
    else if (tagName === 'br' || tagName === 'wbr') this.push(element(tagName, {}, []));
    else if (tagName === 'img') this.readImage(node);
    else if (mediaElements.has(tagName) || node.properties.dataZkinfo) this.readMedia(node);
    else if (
      tagName === 'pre' ||
      (tagName === 'code' && isCodeOfLines(node)) ||
      (tagName === 'table' && isCodeTable(node))
    )
      this.addBlock(codeBlock(node));
    else if (tagName === 'table') this.readTable(node);
    else if (headings.has(tagName)) this.readHeading(node);
    else if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir') this.readList(node);
    else if (tagName === 'dl') this.readDefinitions(node);
    else if (tagName === 'blockquote') this.addContainer('blockquote', this.blocksIn(node.children));
    else if (tagName === 'details') this.readDetails(node);
    else if (tagName === 'hr') this.addBlock(element('hr', {}, []));
    else if (tagName === 'ruby' && !some(node, holdsStory)) this.push(rubyOf(node));
    else if (tagName === 'source' || tagName === 'col' || tagName === 'colgroup') return;
    else if (blockWrappers.has(tagName)) this.readWrapper(node);
    else this.readInline(node);
  }

  /** Reads children under a changed setting, then puts the old one back. */
  private within(setting: Partial<Setting>, nodes: readonly ElementContent[]): void {
    const before = this.setting;
    this.setting = { ...before, ...setting };
    for (const node of nodes) this.read(node);
    this.setting = before;
  }

  private readWrapper(node: Element): void {
    this.flush();
    const before = this.setting;
    const setting = { ...before, ...this.settingOf(node, looksOf(node)), origin: node };
    this.setting = { ...setting, isCaption: before.isCaption || isCaptionElement(node) || this.isBox(node, setting) };
    for (const child of node.children) this.read(child);
    // The last paragraph of a wrapper is still the wrapper's: aligned and captioned as it is.
    this.flush();
    this.setting = before;
  }

  private isBox(node: Element, { align }: Setting): boolean {
    return isPictureBox(node, { isCentred: align === 'center', totalText: this.context.totalText });
  }

  private settingOf(node: Element, looks: Looks): Partial<Setting> {
    const align = looks.align === null ? this.setting.align : aligned(looks.align);
    return { align, isFaint: this.setting.isFaint || looks.faint, marks: this.marksFor(node, looks) };
  }

  private marksFor(node: Element, looks: Looks): readonly Element[] {
    let { marks } = this.setting;
    if (looks.weight === 'normal') marks = marks.filter((mark) => !boldMarks.has(mark.tagName));
    const isIn = (names: ReadonlySet<string>): boolean => marks.some((mark) => names.has(mark.tagName));
    if (looks.weight === 'bold' && !isIn(boldMarks) && !headings.has(node.tagName))
      marks = [...marks, element('strong', {}, [])];
    if (looks.italic && !isIn(new Set(['em', 'i']))) marks = [...marks, element('em', {}, [])];
    if (looks.struck && !isIn(new Set(['s', 'del']))) marks = [...marks, element('s', {}, [])];
    return marks;
  }

  private readInline(node: Element): void {
    const looks = looksOf(node);
    const isCaption = this.setting.isCaption || isCaptionElement(node);
    if (isCaption && !this.setting.isCaption) return this.readWrapper(node);
    const setting = this.settingOf(node, looks);
    const mark = this.anchored(this.markOf(node), node);
    const marks = setting.marks ?? [];
    const isKnown =
      mark === null ||
      (mark.tagName !== 'a' &&
        !mark.properties.dataAnchor &&
        marks.some((open) => open.tagName === mark.tagName && !Object.keys(mark.properties).length));
    const isInLink = this.setting.isInLink || mark?.tagName === 'a';
    // Alignment belongs to blocks; an inline element's own is noise, unless Sina's editor put it there.
    const runAlign = attribute(node, 'cms-style') === '' ? this.setting.runAlign : aligned(looks.align);
    this.within(
      {
        isFaint: setting.isFaint ?? false,
        marks: isKnown || mark === null ? marks : [...marks, mark],
        isInLink,
        runAlign,
      },
      node.children,
    );
  }

  /** The element that stays of an inline one; null for those that say nothing (`<span>`, `<font>`, `<label>`). */
  private markOf(node: Element): Element | null {
    const { tagName } = node;
    if (tagName === 'a') return this.linkOf(node);
    const language = attribute(node, 'lang');
    const direction = attribute(node, 'dir');
    const own: Properties = {
      ...(language && { lang: language }),
      ...(/^(?:rtl|ltr)$/.test(direction) && { dir: direction }),
    };
    if (tagName === 'span' && Object.keys(own).length > 0 && (direction === 'rtl' || language))
      return element('span', own, []);
    // `<b style="font-weight:normal">` round everything is how one editor pastes; it is not bold.
    if (!inlineMarks.has(tagName) || (boldMarks.has(tagName) && looksOf(node).weight === 'normal')) return null;
    if (tagName === 'time' && attribute(node, 'dateTime')) own.dateTime = attribute(node, 'dateTime');
    if (tagName === 'abbr' && attribute(node, 'title')) own.title = attribute(node, 'title');
    return element(renamed[tagName] ?? tagName, own, []);
  }

  /** A note's name stays on the very words it names, where there are any: a paragraph may hold several. */
  private carriesItsAnchor(node: Element): boolean {
    return inlineMarks.has(node.tagName) && textOf(node).trim() !== '';
  }

  private anchored(mark: Element | null, node: Element): Element | null {
    const { anchors } = this.context;
    const name = anchors.size > 0 && this.carriesItsAnchor(node) ? anchorOf(node, anchors) : null;
    if (name === null) return mark;
    return mark
      ? { ...mark, properties: { ...mark.properties, dataAnchor: name } }
      : element('span', { dataAnchor: name }, []);
  }

  private linkOf(node: Element): Element | null {
    const href = attribute(node, 'href');
    if (this.setting.isInLink || href === '' || classNames(node).some((name) => keywordLink.test(name))) return null;
    const target = href.startsWith('#')
      ? noteTarget(href, this.context.anchors)
      : linkTarget(href, this.context.references);
    const title = attribute(node, 'title');
    return target ? element('a', { href: target, ...(title && title !== textOf(node).trim() && { title }) }, []) : null;
  }

  private readImage(node: Element): void {
    const picture = readPicture(node, this.context);
    if (picture.kind === 'nothing') {
      this.push(text(emoticonName(node)));
      return;
    }
    if (picture.kind === 'removed') {
      this.removed.push({ kind: picture.why, text: picture.address.slice(0, 200) });
      return;
    }
    if (picture.kind === 'missing')
      return this.addBlock(element('figure', {}, [element('img', { alt: picture.alt }, [])]));
    const image = element('img', { src: picture.src, alt: picture.alt, ...picture.size }, []);
    if (picture.kind === 'figure')
      return this.addFigure(
        image,
        attribute(node, 'dataCaption') || (this.context.format === 'markdown' ? attribute(node, 'title') : ''),
      );
    this.push({ ...image, properties: { ...image.properties, dataKind: picture.kind } });
  }

  /** A link round a picture stays, unless it only leads to the picture. In Markdown a picture's title is its caption. */
  private addFigure(image: Element, title: string): void {
    const link = this.setting.marks.find((mark) => mark.tagName === 'a');
    const href = link ? attribute(link, 'href') : '';
    const leadsAway = href !== '' && !/\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?#!@].*)?$/i.test(href);
    const caption = title === '' ? [] : [element('figcaption', {}, [text(title)])];
    this.addBlock(element('figure', {}, [link && leadsAway ? { ...link, children: [image] } : image, ...caption]));
  }

  private readMedia(node: Element): void {
    const embed = readEmbed(node);
    if (embed) this.addBlock(embedBlock(embed));
    // What a player says where it can't play is short; a story behind one whose end was lost is not.
    if (!embed || some(node, ({ tagName }) => tagName === 'img') || textOf(node).length > LONGEST_FALLBACK)
      this.within({}, node.children);
  }

  private readTable(node: Element): void {
    if (isLayoutTable(node)) {
      const isCaption = this.setting.isCaption || this.isBox(node, this.setting);
      this.within({ isCaption }, layoutCells(node));
      return;
    }
    this.addBlock(dataTable(node, (cell) => compact(this.blocksIn(cell.children))));
  }

  private readHeading(node: Element): void {
    const blocks = this.blocksIn(node.children);
    const looks = looksOf(node);
    const words = joinInline(blocks.filter((block) => block.element.tagName === 'p'));
    const align = looks.align === 'center' || looks.align === 'right' ? { dataAlign: looks.align } : {};
    if (words.length > 0) this.addBlock(element(node.tagName, align, unwrapBold(words)));
    for (const block of blocks) if (block.element.tagName !== 'p') this.addBlock(block.element);
  }

  private readList(node: Element): void {
    const items: Element[] = [];
    for (const child of node.children) {
      if (child.type === 'text' && isBlank(child.value)) continue;
      const isItem = isElement(child, 'li');
      const content = compact(this.blocksIn(isItem ? child.children : [child]));
      if (content.length === 0) continue;
      const last = items.at(-1);
      const anchor = isElement(child) ? anchorOf(child, this.context.anchors) : null;
      const isNested = !isItem && isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol');
      if (last && isNested) last.children = [...last.children, ...content];
      else items.push(element('li', anchor ? { dataAnchor: anchor } : {}, content));
    }
    if (items.every(isPicturesOnly)) {
      for (const figure of items.flatMap((item) => item.children)) if (isElement(figure)) this.addBlock(figure);
      return;
    }
    const start = Number.parseInt(attribute(node, 'start'), 10);
    const isOrdered = node.tagName === 'ol';
    if (items.length > 0)
      this.addBlock(element(isOrdered ? 'ol' : 'ul', isOrdered && start > 1 ? { start } : {}, items));
  }

  private readDefinitions(node: Element): void {
    // A picture and its caption, or an attachment: no terms that anything defines.
    if (!some(node, (found) => found.tagName === 'dt' && textOf(found).trim() !== '')) return this.readWrapper(node);
    const entries: Element[] = [];
    for (const { name, nodes } of definitionParts(node)) {
      const content = compact(this.blocksIn(nodes));
      if (content.length > 0) entries.push(element(name, {}, content));
    }
    if (entries.length > 0) this.addBlock(element('dl', {}, entries));
  }

  private readDetails(node: Element): void {
    const summary = node.children.find((child): child is Element => isElement(child, 'summary'));
    const words = joinInline(this.blocksIn(summary?.children ?? []));
    const rest = this.blocksIn(node.children.filter((child) => child !== summary)).map((block) => block.element);
    if (rest.length === 0 && words.length === 0) return;
    this.addBlock(element('details', {}, [element('summary', {}, words.length > 0 ? words : [text('…')]), ...rest]));
  }

  private addContainer(tagName: string, blocks: readonly Block[]): void {
    if (blocks.length > 0)
      this.addBlock(
        element(
          tagName,
          {},
          blocks.map((block) => block.element),
        ),
      );
  }

  /** The blocks of a part that stands inside another block. */
  private blocksIn(nodes: readonly ElementContent[]): readonly Block[] {
    const flow = new BlockFlow(this.context, this.removed).readAll(nodes);
    return attachCaptions(mergeRepeatedFigures(flow.blocks));
  }

  private addBlock(block: Element | null): void {
    this.flush();
    if (block === null) return;
    const anchored =
      this.anchor === null || block.tagName === 'hr'
        ? block
        : { ...block, properties: { ...block.properties, dataAnchor: this.anchor } };
    this.anchor = null;
    this.blocks.push({
      element: anchored,
      origin: this.setting.origin,
      isCentred: this.setting.align === 'center',
    });
  }

  /** Ends the running paragraph. */
  private flush(): void {
    const runs = this.runs;
    if (runs.length === 0) return;
    this.runs = [];
    const { isFaint, isCaption, origin } = this.setting;
    const align = this.setting.align ?? sharedAlign(runs);
    for (const children of paragraphsOf(runs)) {
      const block = element('p', {}, children);
      const length = textOf(block).length;
      if (align && length <= LONGEST_ALIGNED) block.properties.dataAlign = align;
      if (this.anchor !== null) block.properties.dataAnchor = this.anchor;
      this.anchor = null;
      this.blocks.push({
        element: block,
        origin,
        isCentred: align === 'center',
        isFaint: isFaint || isAllFaint(runs),
        isCaption: isCaption && length <= LONGEST_CAPTION,
      });
    }
  }
}

const aligned = (align: Looks['align']): Align => (align === 'start' ? null : align);

/** The alignment all the text of a paragraph has. */
function sharedAlign(runs: readonly Run[]): Align {
  const full = runs.filter((run) => !isBlank(textOf(run.node)));
  const align = full[0]?.align ?? null;
  return full.every((run) => run.align === align) ? align : null;
}

const isAllFaint = (runs: readonly Run[]): boolean => runs.every((run) => run.isFaint || isBlank(textOf(run.node)));

/** Terms and definitions; what stands between them is a definition too. A `<div>` may group them. */
function definitionParts(list: Element): readonly { name: 'dt' | 'dd'; nodes: ElementContent[] }[] {
  const parts: { name: 'dt' | 'dd'; nodes: ElementContent[] }[] = [];
  let loose: ElementContent[] = [];
  for (const child of list.children.flatMap((node) => (isElement(node, 'div') ? node.children : [node]))) {
    if (isElement(child, 'dt') || isElement(child, 'dd')) {
      loose = [];
      parts.push({ name: child.tagName, nodes: child.children });
    } else {
      if (loose.length === 0) parts.push({ name: 'dd', nodes: loose });
      loose.push(child);
    }
  }
  return parts;
}

/** The source of a formula that a script was to set: `<span data-tex="a^2">[公式]</span>`. */
function texOf(node: Element): string {
  const tex = attribute(node, 'dataTex') || attribute(node, 'dataFormula');
  return tex !== '' && some(node, ({ tagName }) => tagName === 'img') ? '' : tex;
}

/** A gallery: a list only because its pictures are many. */
const isPicturesOnly = (item: Element): boolean => item.children.every((child) => isElement(child, 'figure'));

/** More than characters and how they are read: its end was lost, and a story stands in it. */
const holdsStory = ({ tagName }: Element): boolean =>
  tagName === 'img' || tagName === 'iframe' || tagName === 'pre' || tagName === 'ul' || blockWrappers.has(tagName);

function rubyOf(node: Element): Element {
  const inside = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return [text(child.value.replace(/\s+/g, ' '))];
      if (child.type !== 'element') return [];
      return child.tagName === 'rt' || child.tagName === 'rp'
        ? [element(child.tagName, {}, [text(textOf(child).trim())])]
        : inside(child.children);
    });
  return element('ruby', {}, inside(node.children));
}

/** Paragraphs joined to one line of inline content. */
function joinInline(blocks: readonly Block[]): ElementContent[] {
  return blocks.flatMap((block, at) => {
    const children = block.element.tagName === 'p' ? block.element.children : [text(textOf(block.element))];
    return at === 0 ? children : [text(' '), ...children];
  });
}

/** The content of a list item or cell: a first or only paragraph needs no `<p>`. */
function compact(blocks: readonly Block[]): ElementContent[] {
  const paragraphs = blocks.filter((block) => block.element.tagName === 'p').length;
  const [first, ...rest] = blocks;
  if (!first || paragraphs !== 1 || first.element.tagName !== 'p') return blocks.map((block) => block.element);
  return [...first.element.children, ...rest.map((block) => block.element)];
}

/** A heading is bold already. */
function unwrapBold(words: readonly ElementContent[]): ElementContent[] {
  return words.flatMap((word) =>
    isElement(word) && boldMarks.has(word.tagName) && Object.keys(word.properties).length === 0
      ? word.children
      : [word],
  );
}
