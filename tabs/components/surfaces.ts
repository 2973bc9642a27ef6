import css from './surfaces.module.css';

type Surface =
  'card' | 'stack' | 'tight' | 'row' | 'apart' | 'list' | 'bullets' | 'title' | 'subtitle' | 'quiet' | 'text';

/** The few surfaces of the product: a card on the page, a section in it, plain lists and quiet lines. */
export const useSurfaces = (): Readonly<Record<Surface, string>> => css;
