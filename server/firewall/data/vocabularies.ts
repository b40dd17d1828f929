import type { DataType } from '../../../edition/data-paths.ts';
import type { JsonVocabulary } from './json.ts';
import type { XmlVocabulary } from './xml.ts';

/** What each kind of document may consist of. A kind that is in neither table and is no text is refused whole. */

const opensearch: XmlVocabulary = {
  root: 'OpenSearchDescription',
  namespaces: { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
  elements: {
    OpenSearchDescription: { text: 'none' },
    ShortName: { text: 'words' },
    LongName: { text: 'words' },
    Description: { text: 'words' },
    Contact: { text: 'words' },
    Language: { text: 'words' },
    InputEncoding: { text: 'words' },
    OutputEncoding: { text: 'words' },
    Image: { text: 'own', attributes: { width: 'words', height: 'words', type: 'words' } },
    Url: { text: 'none', attributes: { type: 'words', method: 'words', rel: 'words', template: 'own' } },
  },
};

export const xmlVocabularies: Partial<Record<DataType, XmlVocabulary>> = { opensearch };

const manifest: JsonVocabulary = {
  id: 'own',
  name: 'words',
  short_name: 'words',
  description: 'words',
  lang: 'words',
  dir: 'words',
  start_url: 'own',
  scope: 'own',
  display: 'words',
  background_color: 'words',
  theme_color: 'words',
  categories: 'words',
  icons: 'none',
  src: 'own',
  sizes: 'words',
  type: 'words',
  purpose: 'words',
};

export const jsonVocabularies: Partial<Record<DataType, JsonVocabulary>> = { manifest };
