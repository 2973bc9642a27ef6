import type { ReactNode } from 'react';
import { linkTo } from '../app/routing';
import css from './PlaceLink.module.css';

interface PlaceLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  /** For a link that is a cell of a grid. */
  readonly tabIndex?: number;
  readonly 'data-place'?: string;
}

/** A link to another place of the tab. Looks like Fluent's, which would have to be fetched before the first picture. */
export const PlaceLink = ({ to, children, ...cell }: PlaceLinkProps) => (
  <a {...cell} {...linkTo(to)} className={css.link}>
    {children}
  </a>
);
