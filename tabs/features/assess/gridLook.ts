/** `squeezed` beside an open detail, without the categories; `stage` small enough to be seen whole. */
export type GridLook = 'full' | 'squeezed' | 'stage';
