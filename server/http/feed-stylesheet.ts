import { type Language, languages } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';

/** What makes a feed legible to a person who opens it in a browser: titles and summaries, the rest is for programs. */
export const feedStylesheet = `:root{color-scheme:light dark;font:1rem/1.7 "Songti SC","Noto Serif CJK SC",serif;background:Canvas;color:CanvasText}
rss *,feed *{display:none}
rss,feed{display:block;max-width:42rem;margin:0 auto;padding:2rem 1.25rem}
channel,item,entry{display:block}
channel>title,feed>title{display:block;font-size:1.75rem;font-weight:700;line-height:1.3}
channel>description,feed>subtitle{display:block;opacity:.75}
channel::before,feed>id::before{display:block;margin-bottom:2rem;padding:.75rem 1rem;border:1px solid;font-size:.875rem}
feed>id{display:block;font-size:0}
item,entry{margin-top:1.5rem;padding-top:1.25rem;border-top:1px solid GrayText}
item>title,entry>title{display:block;font-size:1.25rem;font-weight:700;line-height:1.4}
item>pubDate,entry>published,item>link{display:block;font-size:.875rem;opacity:.75;overflow-wrap:anywhere}
item>description,entry>summary{display:block}
${languages.map(noteIn).join('\n')}
`;

/** CSS's text is in the feed's language: RSS and Atom say theirs on the outermost element. */
function noteIn(language: Language): string {
  const note = JSON.stringify(catalogueFor(language).feedNote);
  return `rss:lang(${language}) channel::before,feed:lang(${language})>id::before{content:${note}}`;
}
