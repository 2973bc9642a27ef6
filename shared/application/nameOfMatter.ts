import type { Announceable } from './ports/delivery';

/** How a matter, or a person, is named where announced versions are kept. */
export const nameOfMatter = ({ kind, key }: Announceable): string => `${kind}:${key}`;
