import type { PersonOnPage } from '../../shapes';

/** Job title and place on one line, without saying the place twice. */
export const roleLine = ({ jobTitle, place }: PersonOnPage): string =>
  jobTitle.toLowerCase().includes(place.toLowerCase()) ? jobTitle : `${jobTitle} · ${place}`;
