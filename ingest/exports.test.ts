import { expect, test } from 'vitest';
import { draftsOf, outline, reading, refusalsOf } from './reading.fixture.ts';

const lexical = JSON.stringify({
  root: {
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'extended-text', text: '加', format: 1 },
          { type: 'extended-text', text: '粗' },
        ],
      },
      { type: 'image', src: '__GHOST_URL__/content/images/a.jpg', alt: '甲', caption: '图说' },
      { type: 'extended-heading', tag: 'h2', children: [{ type: 'text', text: '小题' }] },
      { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [{ type: 'text', text: '项' }] }] },
    ],
  },
});
const ghost = {
  db: [
    {
      meta: { version: '5.0.0' },
      data: {
        posts: [
          {
            id: 'p1',
            title: '夜渡',
            slug: 'ye-du',
            html: '<p>今晚开船。</p>',
            status: 'published',
            visibility: 'public',
            type: 'post',
            published_at: '2026-11-20T01:00:00.000Z',
            updated_at: '2026-11-21T01:00:00.000Z',
            custom_excerpt: '导语',
            feature_image: '__GHOST_URL__/content/images/boat.jpg',
          },
          {
            id: 'p2',
            title: '草稿',
            slug: 'cao',
            lexical,
            status: 'draft',
            published_at: null,
            created_at: '2026-11-01 08:00:00',
          },
          {
            id: 'p3',
            title: '付费',
            slug: 'fu',
            html: '<p>给会员。</p>',
            status: 'published',
            visibility: 'paid',
            published_at: 1_795_000_000_000,
          },
          { id: 'p4', title: '空', slug: 'kong', html: null, status: 'published' },
          { id: 'p5', title: 5, slug: 'bad' },
        ],
        users: [{ id: 1, name: '林知远' }],
        tags: [
          { id: 't1', name: '渡轮' },
          { id: 't2', name: '#hidden', visibility: 'internal' },
        ],
        posts_authors: [{ post_id: 'p1', author_id: 1, sort_order: 0 }],
        posts_tags: [
          { post_id: 'p1', tag_id: 't2', sort_order: 0 },
          { post_id: 'p1', tag_id: 't1', sort_order: 1 },
        ],
        posts_meta: [{ post_id: 'p1', feature_image_alt: '船', feature_image_caption: '夜里的船' }],
      },
    },
  ],
};

test('Ghost: posts with the names they go with, pictures beside the export, drafts and paid posts not for readers', async () => {
  const read = await reading(JSON.stringify(ghost), 'ghost.json');
  expect(read.format).toBe('ghost');
  const [first, second, third] = draftsOf(read);
  expect(first).toMatchObject({
    headline: '夜渡',
    standfirst: '导语',
    slug: 'ye-du',
    authors: ['林知远'],
    tags: ['渡轮'],
    section: { path: null, breadcrumb: ['渡轮'], isDeclared: false },
    publishedAt: '2026-11-20T01:00:00Z',
    updatedAt: '2026-11-21T01:00:00Z',
    formerPaths: ['/ye-du'],
    lead: { src: 'content/images/boat.jpg', alt: '船', caption: '夜里的船' },
    isDraft: false,
  });
  expect(second).toMatchObject({ isDraft: true, publishedAt: '2026-11-01T08:00:00Z' });
  expect(outline(second)).toEqual([
    'paragraph: 加粗',
    'figure: content/images/a.jpg 图说',
    'heading: 小题',
    'bulletList',
  ]);
  expect(third).toMatchObject({ isDraft: true, warnings: ['only "paid" may read it; it is kept as a draft'] });
  expect(refusalsOf(read)).toEqual({
    kong: 'kong holds no article: it has a title and no text',
    'post 5': expect.stringContaining('title'),
  });
});

test('Ghost: an old draft in Mobiledoc', async () => {
  const mobiledoc = JSON.stringify({
    version: '0.3.1',
    markups: [['strong'], ['a', ['href', 'https://a.example/']]],
    cards: [['image', { src: 'https://a.example/a.jpg', caption: '图' }]],
    sections: [
      [
        1,
        'p',
        [
          [0, [0], 1, '粗'],
          [0, [1], 1, '链'],
          [0, [], 0, '尾'],
        ],
      ],
      [10, 0],
      [3, 'ul', [[[0, [], 0, '项']]]],
    ],
  });
  const [draft] = draftsOf(
    await reading(
      JSON.stringify({ meta: {}, data: { posts: [{ id: 1, title: '旧', slug: 'jiu', mobiledoc }] }, db: [] }),
      'g.json',
      'ghost',
    ),
  );
  expect(outline(draft)).toEqual(['paragraph: 粗链尾', 'figure: https://a.example/a.jpg 图', 'bulletList']);
});

test('Substack: the table says what each page is; what is missing is named', async () => {
  const table = `post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url
11.night-boats,2026-11-20T01:00:00.000Z,true,,newsletter,everyone,"夜渡, 上",&#x201C;副题&#x201D;,
12.secret,2026-11-20T01:00:00.000Z,true,,newsletter,only_paid,付费,,
13.gone,2026-11-20T01:00:00.000Z,true,,newsletter,everyone,缺页,,
../../etc/passwd,2026-11-20T01:00:00.000Z,true,,newsletter,everyone,坏,,
`;
  const read = await reading(table, 'posts.csv', 'auto', {
    'posts/11.night-boats.html': '<p>今晚开船。</p>',
    'posts/12.secret.html': '<p>给会员。</p>',
    'posts/../../etc/passwd.html': '<p>root</p>',
  });
  const [first, second] = draftsOf(read);
  expect(first).toMatchObject({
    headline: '夜渡, 上',
    standfirst: '“副题”',
    slug: 'night-boats',
    publishedAt: '2026-11-20T01:00:00Z',
    formerPaths: ['/p/night-boats'],
    isDraft: false,
  });
  expect(second?.isDraft).toBe(true);
  expect(refusalsOf(read)).toEqual({
    '13.gone': expect.stringContaining('posts/13.gone.html'),
    '../../etc/passwd': expect.stringContaining('no name of a file'),
  });
});

test('a broken table, and one that lists no posts, are refused by name', async () => {
  await expect(reading('post_id,post_date,is_published\n1,2\n', 'posts.csv')).rejects.toThrow(
    /posts\.csv is a broken table/,
  );
  await expect(reading('email,active\na@b.example,true\n', 'subscribers.csv')).rejects.toThrow(
    /subscribers\.csv is a table/,
  );
});

const medium = (
  footer: string,
) => `<!DOCTYPE html><html><head><title>夜渡</title></head><body><article class="h-entry"><header><h1 class="p-name">夜渡</h1></header>
<section data-field="subtitle" class="p-summary">一句副题</section><section data-field="body" class="e-content"><section name="a" class="section"><div class="section-divider"><hr></div><div class="section-content">
<h3 class="graf graf--h3 graf--title">夜渡</h3><h4 class="graf graf--h4 graf--subtitle">一句副题</h4><p class="graf graf--p">今晚开船。</p>
<figure><img class="graf-image" src="https://cdn-images-1.medium.com/a.jpg"><figcaption class="imageCaption">图说</figcaption></figure></div></section></section>
<footer>${footer}</footer></article></body></html>`;

test('Medium: title and subtitle once, author, date and address from the footer', async () => {
  const footer =
    '<p>By <a href="https://medium.com/@lin" class="p-author h-card">林知远</a> on <a href="#"><time class="dt-published" datetime="2026-11-20T01:00:00.000Z">Nov 20</time></a>.</p><p><a href="https://blog.example/ye-du-1a2b3c4d5e6f" class="p-canonical">Canonical link</a></p>';
  const read = await reading(medium(footer), 'post.html');
  expect(read.format).toBe('medium');
  const [draft] = draftsOf(read);
  expect(draft).toMatchObject({
    headline: '夜渡',
    standfirst: '一句副题',
    authors: ['林知远'],
    publishedAt: '2026-11-20T01:00:00Z',
    slug: 'ye-du',
    formerPaths: ['/ye-du-1a2b3c4d5e6f'],
    isDraft: false,
  });
  expect(outline(draft)).toEqual(['paragraph: 今晚开船。', 'figure: https://cdn-images-1.medium.com/a.jpg 图说']);
});

test('Medium: without a date of publication it was a draft', async () => {
  expect(draftsOf(await reading(medium('<p>Exported</p>'), 'draft.html'))[0]).toMatchObject({
    isDraft: true,
    publishedAt: null,
  });
});
