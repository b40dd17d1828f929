import { plainLine } from './plain.ts';
import { metaOf, owned, ownedOrNull } from './wxr-fields.ts';
import { noRevisions, surveyRevision, type WxrRevisions } from './wxr-revisions.ts';
import { childrenNamed, childText, type XmlElement, xmlText } from './xml.ts';

/** What a WordPress export says before and between its posts: who writes, how it is ordered, which pictures there are. */
export type WxrSurvey = {
  version: string | null;
  title: string | null;
  site: string | null;
  language: string | null;
  authors: Map<string, string>;
  /** Categories by nicename. */
  categories: Map<string, { name: string; parent: string | null }>;
  /** Attachments by post id, and those of a post by its id. A large export has a hundred thousand of them: numbers are small. */
  attachments: Map<number, WxrPicture>;
  children: Map<number, number[]>;
  revisions: WxrRevisions;
  counts: {
    items: number;
    authors: number;
    categories: number;
    tags: number;
    comments: number;
    postmeta: number;
    byType: Record<string, number>;
    byStatus: Record<string, number>;
  };
  titles: string[];
};

export type WxrPicture = { src: string; alt: string; caption: string };

export const newSurvey = (): WxrSurvey => ({
  version: null,
  title: null,
  site: null,
  language: null,
  authors: new Map(),
  categories: new Map(),
  attachments: new Map(),
  children: new Map(),
  revisions: noRevisions(),
  counts: { items: 0, authors: 0, categories: 0, tags: 0, comments: 0, postmeta: 0, byType: {}, byStatus: {} },
  titles: [],
});

const firstTitles = 3;

/** Notes one child of the channel. */
export function surveyPart(part: XmlElement, survey: WxrSurvey): void {
  const { counts } = survey;
  switch (part.local) {
    case 'title':
      survey.title ??= plainLine(xmlText(part)) || null;
      break;
    case 'link':
    case 'base_blog_url':
      survey.site ??= xmlText(part).trim() || null;
      break;
    case 'language':
      survey.language ??= xmlText(part).trim() || null;
      break;
    case 'wxr_version':
      survey.version = xmlText(part).trim() || null;
      break;
    case 'author':
    case 'wp_author':
      counts.authors++;
      surveyAuthor(part, survey);
      break;
    case 'category':
      if (!isWordPress(part)) break;
      counts.categories++;
      surveyCategory(part, survey);
      break;
    case 'tag':
      counts.tags++;
      break;
    case 'item':
      surveyItem(part, survey);
  }
}

/** `<wp:category>` defines one; a plain `<category>` of a channel only files the feed. */
const isWordPress = (part: XmlElement) => part.name.startsWith('wp:') || /wordpress\.org\/export/.test(part.uri);

function surveyAuthor(part: XmlElement, { authors }: WxrSurvey): void {
  const login = childText(part, 'author_login');
  const fullName = [childText(part, 'author_first_name'), childText(part, 'author_last_name')]
    .filter(Boolean)
    .join(' ');
  const name = childText(part, 'author_display_name') ?? (fullName || login);
  if (login && name) authors.set(owned(login), owned(plainLine(name)));
}

function surveyCategory(part: XmlElement, { categories }: WxrSurvey): void {
  const nicename = childText(part, 'category_nicename');
  if (!nicename) return;
  const name = plainLine(childText(part, 'cat_name') ?? nicename);
  categories.set(owned(nicename), { name: owned(name), parent: ownedOrNull(childText(part, 'category_parent')) });
}

function surveyItem(item: XmlElement, survey: WxrSurvey): void {
  const { counts } = survey;
  const type = childText(item, 'post_type') ?? 'post';
  const status = childText(item, 'status') ?? 'publish';
  counts.items++;
  counts.byType[type] = (counts.byType[type] ?? 0) + 1;
  counts.byStatus[status] = (counts.byStatus[status] ?? 0) + 1;
  counts.comments += childrenNamed(item, 'comment').length;
  counts.postmeta += childrenNamed(item, 'postmeta').length;
  if (survey.titles.length < firstTitles) survey.titles.push(owned(childText(item, 'title') ?? ''));
  if (type === 'attachment') surveyAttachment(item, survey);
  if (type === 'revision') surveyRevision(item, survey.revisions);
}

function surveyAttachment(item: XmlElement, { attachments, children }: WxrSurvey): void {
  const id = Number(childText(item, 'post_id'));
  const src = childText(item, 'attachment_url') ?? childText(item, 'guid');
  if (!id || !src || !isPictureFile(src)) return;
  attachments.set(id, {
    src: owned(src),
    alt: owned(plainLine(metaOf(item, '_wp_attachment_image_alt') ?? '')),
    caption: owned(
      plainLine(
        childrenNamed(item, 'encoded')
          .filter(({ name }) => name.startsWith('excerpt'))
          .map(xmlText)[0] ?? '',
      ),
    ),
  });
  const parent = Number(childText(item, 'post_parent'));
  if (!parent) return;
  const siblings = children.get(parent);
  if (siblings) siblings.push(id);
  else children.set(parent, [id]);
}

const isPictureFile = (src: string) => /\.(?:jpe?g|png|gif|webp|avif|tiff?|heic)(?:[?#]|$)/i.test(src);
