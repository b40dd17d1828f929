import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import type { Block, Body as BodyDocument, List, ListItem, Paragraph } from '../../article/body.ts';
import type { Media } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import styles from './Body.module.css';
import { BodyFigure } from './BodyFigure.tsx';
import { BodyTable } from './BodyTable.tsx';
import { Embed } from './Embed.tsx';
import { headingLevels } from './heading-levels.ts';
import { Inlines } from './Inlines.tsx';

export type BodyProps = {
  page: PageContext;
  body: BodyDocument;
  /** Sizes of the stored pictures, by media id. */
  media: Record<string, Media>;
  /** Where figures stand, for the browser's choice of width. */
  sizes: string;
};

/** An article's text: every block of the article schema, and nothing that is not in it. */
export function Body({ page, body, media, sizes }: BodyProps) {
  const levels = headingLevels(body.content);
  const around = { page, media, sizes, levels, isPictureStory: isPictureStory(body) };
  const blocks = body.content.map((block) => renderBlock(block, around));
  // Reader views look for names: one of these two is on the list of every one of them.
  return (
    <div className={`${styles.body} article-body article-content`} itemProp="articleBody">
      {inOrder(blocks)}
      {/* A box around one paragraph is that paragraph to them, and all around it the article. */}
      {blocks.length === 1 && <span />}
    </div>
  );
}

type Surroundings = Omit<BodyProps, 'body'> & { levels: ReadonlyMap<Block, number>; isPictureStory: boolean };

/** More pictures than paragraphs: what is written below them is the text then. */
function isPictureStory({ content }: BodyDocument): boolean {
  const count = (type: Block['type']) => content.filter((block) => block.type === type).length;
  return count('figure') > count('paragraph');
}

/** Children whose order never changes need no keys. */
const inOrder = (children: ReactNode[]) => createElement(Fragment, null, ...children);

function renderBlock(block: Block, around: Surroundings): ReactElement {
  switch (block.type) {
    case 'paragraph':
      return renderParagraph(block);
    case 'heading':
      return createElement(`h${around.levels.get(block) ?? 2}`, null, <Inlines content={block.content} />);
    case 'bulletList':
    case 'orderedList':
      return renderList(block);
    case 'quote':
      return (
        <blockquote>
          {paragraphs(block.content)}
          {/* No `footer`: reader views leave out whatever is called so. */}
          {block.attrs.cite && <small>{block.attrs.cite}</small>}
        </blockquote>
      );
    case 'figure':
      return (
        <BodyFigure
          page={around.page}
          figure={block.attrs}
          media={around.media}
          sizes={around.sizes}
          isText={around.isPictureStory}
        />
      );
    case 'table':
      return <BodyTable table={block} label={catalogueFor(around.page.edition.language).table} />;
    case 'embed':
      return <Embed {...block.attrs} />;
    case 'divider':
      return <hr />;
    case 'correction':
      return (
        <div className={styles.correction} role="note">
          <b>{catalogueFor(around.page.edition.language).correction}</b>
          {paragraphs(block.content)}
        </div>
      );
  }
}

const renderParagraph = ({ content }: Paragraph): ReactElement => (
  <p>
    <Inlines content={content} />
  </p>
);
const renderInlines = ({ content }: Paragraph): ReactNode => <Inlines content={content} />;
const paragraphs = (content: readonly Paragraph[]) => inOrder(content.map(renderParagraph));

function renderList(list: List): ReactElement {
  const items = inOrder(list.content.map((item) => createElement('li', null, renderItem(item))));
  if (list.type === 'bulletList') return <ul>{items}</ul>;
  return <ol start={list.attrs.start === 1 ? undefined : list.attrs.start}>{items}</ol>;
}

/** An item that is one line is only that line: most lists are, and a paragraph inside would double their markup. */
function renderItem({ content }: ListItem): ReactNode {
  const spaced = content.filter(({ type }) => type === 'paragraph').length > 1;
  const renderLine = spaced ? renderParagraph : renderInlines;
  return inOrder(content.map((child) => (child.type === 'paragraph' ? renderLine(child) : renderList(child))));
}
