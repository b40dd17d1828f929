import type { FigureAttrs } from '../../article/body.ts';
import type { Media } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { Photo } from '../Photo/Photo.tsx';
import styles from './BodyFigure.module.css';

export type BodyFigureProps = {
  page: PageContext;
  figure: FigureAttrs;
  media: Record<string, Media>;
  sizes: string;
  first?: boolean;
  /** Its caption is a paragraph of the article: reader views take a block with hardly any for a list of pictures. */
  isText?: boolean;
};

/** A picture with its caption and credit. Where the newsroom holds no picture, its place says so; no other site is asked for it. */
export function BodyFigure({
  page,
  figure: { media: id, alt, caption, credit },
  media,
  sizes,
  first,
  isText,
}: BodyFigureProps) {
  const size = id ? media[id] : undefined;
  const words = catalogueFor(page.edition.language);
  const written = (
    <>
      {caption} {credit && <small>{credit}</small>}
    </>
  );
  return (
    <figure className={styles.figure}>
      {id && size ? (
        <Photo media={id} size={size} alt={alt} sizes={sizes} first={first} />
      ) : (
        <p>
          {words.pictureMissing}
          {alt && alt !== caption && `：${alt}`}
        </p>
      )}
      {(caption || credit) && <figcaption>{isText ? <p>{written}</p> : written}</figcaption>}
    </figure>
  );
}
