import type { Element, ElementContent, Root } from 'hast';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { EmbedCard } from './embed-card.tsx';
import { KeepReading } from './keep-reading.tsx';
import { hostToShow } from './link-host.ts';
import { Picture, PicturePlaceProvider, type PictureSource, usePicturePlace } from './picture.tsx';
import { useApp, useReader } from './reader.tsx';
import { siteAddress } from './site-address.ts';
import { SiteLink } from './site-link.tsx';
import { textOf } from './text-of.ts';

/** What a component gets besides attributes: the node it is made of. */
type Props<Tag extends keyof React.JSX.IntrinsicElements> = ComponentProps<Tag> & { readonly node?: Element };

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function pixels(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isFinite(number) && number > 0 ? number : undefined;
}

function pictureSource({ properties }: Element): PictureSource {
  return {
    src: text(properties.src),
    alt: text(properties.alt),
    width: pixels(properties.width),
    height: pixels(properties.height),
  };
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() === '' : node.type === 'comment';
}

/** The picture in a link that holds a picture and nothing else. */
function onlyPicture(link: Element | undefined): Element | null {
  const [child, ...others] = link?.children.filter((candidate) => !isBlank(candidate)) ?? [];
  if (child?.type !== 'element' || child.tagName !== 'img' || others.length > 0) return null;
  return child.properties.dataKind === 'formula' ? null : child;
}

function OutsideLink({
  href,
  name,
  children,
}: {
  readonly href: string;
  readonly name: string;
  readonly children: unknown;
}) {
  const host = hostToShow(name, href);
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc" referrerPolicy="no-referrer">
      {children as React.ReactNode}
      {host && <small className="host"> ({host})</small>}
    </a>
  );
}

function ArticleLink({ node, href = '', children, ...rest }: Props<'a'>) {
  const { base } = useApp();
  const picture = onlyPicture(node);
  if (picture) return <Picture {...pictureSource(picture)} href={href} />;
  const content = <PicturePlaceProvider value="link">{children}</PicturePlaceProvider>;
  if (href.startsWith('#')) {
    return (
      <a {...rest} href={href}>
        {content}
      </a>
    );
  }
  if (href.startsWith('/a/')) return <SiteLink to={href}>{content}</SiteLink>;
  if (href.startsWith('/')) return <a href={siteAddress(base, href)}>{content}</a>;
  return (
    <OutsideLink href={href} name={node ? textOf(node) : ''}>
      {content}
    </OutsideLink>
  );
}

/** Its file wasn't there when the edition was built: nothing to load, nothing to open. */
function LostPicture({ alt }: { readonly alt: string }) {
  const { messages } = useReader();
  return (
    <span className="failed-picture">
      {alt && <span className="alt">{alt}</span>}
      <small>{messages.pictureFailed}</small>
    </span>
  );
}

function ArticlePicture({ node }: Props<'img'>) {
  const place = usePicturePlace();
  if (!node) return null;
  const source = pictureSource(node);
  if (source.src === '') return <LostPicture alt={source.alt} />;
  if (node.properties.dataKind === 'formula') return <Picture {...source} href={null} formula />;
  return <Picture {...source} href={place === 'figure' ? source.src : null} />;
}

function Figure({ node: _, children, ...rest }: Props<'figure'>) {
  return (
    <figure {...rest}>
      <PicturePlaceProvider value="figure">{children}</PicturePlaceProvider>
    </figure>
  );
}

function Caption({ node: _, children, ...rest }: Props<'figcaption'>) {
  return (
    <figcaption {...rest}>
      <PicturePlaceProvider value="text">{children}</PicturePlaceProvider>
    </figcaption>
  );
}

function Table({ node: _, children, ...rest }: Props<'table'>) {
  const { messages } = useReader();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
    // biome-ignore lint/a11y/useSemanticElements: a section would be an element of the article
    <div className="table-box" tabIndex={0} role="region" aria-label={messages.table}>
      <table {...rest}>{children}</table>
    </div>
  );
}

/** A corner of a table that heads nothing is no heading. */
function TableHeading({ node, scope, children, ...rest }: Props<'th'>) {
  const empty = node?.children.every((child) => child.type === 'text' && child.value.trim() === '');
  if (empty) return <td {...rest} />;
  return (
    <th scope={scope} {...rest}>
      {children}
    </th>
  );
}

function Code({ node: _, children, ...rest }: Props<'pre'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
    <pre {...rest} tabIndex={0}>
      {children}
    </pre>
  );
}

function fallbackOf(card: Element): string | null {
  const link = card.children.find((child): child is Element => child.type === 'element' && child.tagName === 'a');
  return text(link?.properties.href) || null;
}

function Division({ node, children, ...rest }: Props<'div'>) {
  if (node?.properties.dataKind === 'gallery')
    return <div className={`gallery ${text(node.properties.dataShape)}`}>{children}</div>;
  if (node?.properties.dataKind !== 'embed') return <div {...rest}>{children}</div>;
  const { dataSrc, dataTitle, dataPoster } = node.properties;
  const fallback = fallbackOf(node) ?? text(dataSrc);
  return (
    <KeepReading fallback={<div>{children}</div>}>
      <EmbedCard src={text(dataSrc)} title={text(dataTitle)} poster={text(dataPoster)} fallback={fallback} />
    </KeepReading>
  );
}

const components = {
  a: ArticleLink,
  div: Division,
  figcaption: Caption,
  figure: Figure,
  img: ArticlePicture,
  pre: Code,
  table: Table,
  th: TableHeading,
};

const safeAnchor = /^note-[\p{L}\p{N}_-]{1,100}$/u;

/** Notes are linked to by ids of ours; authors' ids are never used. */
function withAnchor(props: object): object {
  const anchor: unknown = Object.entries(props).find(([name]) => name === 'data-anchor')?.[1];
  return typeof anchor === 'string' && safeAnchor.test(anchor) ? { ...props, id: anchor } : props;
}

/** `dataKind` → `data-kind`; all other properties of the allow-list are called the same in React. */
function propName(property: string): string {
  return property.startsWith('data') && property !== 'data'
    ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : property;
}

function propsOf({ properties }: Element): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value !== null && value !== undefined) props[propName(name)] = Array.isArray(value) ? value.join(' ') : value;
  }
  return props;
}

/** React warns of white space between rows and cells. */
const ROWS_ONLY = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr']);

function childrenOf(nodes: readonly (ElementContent | Root['children'][number])[], inTable: boolean): ReactNode[] {
  const counts = new Map<string, number>();
  return nodes.flatMap((node): ReactNode[] => {
    if (node.type === 'text') return inTable && node.value.trim() === '' ? [] : [node.value];
    if (node.type !== 'element') return [];
    const count = counts.get(node.tagName) ?? 0;
    counts.set(node.tagName, count + 1);
    return [elementOf(node, `${node.tagName}-${count}`)];
  });
}

function elementOf(node: Element, key: string): ReactElement {
  const type = (isRendered(node.tagName) ? components[node.tagName] : node.tagName) as React.ElementType;
  const own = typeof type === 'string' ? {} : { node };
  const children = childrenOf(node.children, ROWS_ONLY.has(node.tagName));
  const props = { ...withAnchor(propsOf(node)), ...own };
  if (children.length === 0) return jsx(type, props, key);
  const [only] = children;
  return children.length === 1 ? jsx(type, { ...props, children: only }, key) : jsxs(type, { ...props, children }, key);
}

function isRendered(tagName: string): tagName is keyof typeof components {
  return Object.hasOwn(components, tagName);
}

/** The clean tree of an article → React elements: nothing but what the allow-list left, by the names React has for it. */
export function articleElements(tree: Root): ReactElement {
  return jsxs(Fragment, { children: childrenOf(tree.children, false) });
}
