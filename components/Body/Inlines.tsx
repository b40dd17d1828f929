import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import type { Inline, Mark } from '../../article/body.ts';

export type InlinesProps = { content: readonly Inline[] | undefined };

/** A run of text with its marks. */
export function Inlines({ content = [] }: InlinesProps) {
  return createElement(Fragment, null, ...content.map(renderInline));
}

function renderInline(node: Inline): ReactNode {
  if (node.type === 'hardBreak') return <br />;
  return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => renderMark(mark, inner), node.text);
}

function renderMark(mark: Mark, inner: ReactNode): ReactElement {
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>;
    case 'italic':
      return <em>{inner}</em>;
    case 'sub':
      return <sub>{inner}</sub>;
    case 'sup':
      return <sup>{inner}</sup>;
    case 'link':
      return (
        <a href={mark.attrs.href} rel={relOf(mark.attrs.href)}>
          {inner}
        </a>
      );
    case 'ruby':
      return (
        <ruby>
          {inner}
          <rp>(</rp>
          <rt>{mark.attrs.text}</rt>
          <rp>)</rp>
        </ruby>
      );
    case 'verbatim':
      return (
        <span translate="no" lang={mark.attrs.lang ?? undefined}>
          {inner}
        </span>
      );
  }
}

/** Addresses of other sites get no handle on our window. */
export const relOf = (href: string) => (href.startsWith('/') ? undefined : 'noopener');
