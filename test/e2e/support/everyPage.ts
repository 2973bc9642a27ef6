import type { Part } from '../../../local/sample/cast';
import { yearInPath } from '../../../shared/domain/words';
import type { HandEditKey } from '../../../shared/schema/handEditViews';
import type { PeriodRef } from '../../../shared/schema/views';
import { places } from '../../../tabs/app/subPage';
import { periodPath } from './prepared';

/** What the addresses of the pages name. */
export interface Facts {
  readonly period: PeriodRef;
  readonly settled: PeriodRef;
  /** Waits for Birch's head teacher to discuss it. */
  readonly change: string;
  /** Waits for the CEO. */
  readonly approving: string;
  readonly person: string;
  readonly model: { readonly year: string; readonly code: string; readonly version: number };
  readonly handEdit: HandEditKey;
}

export interface PageOf {
  readonly part: Part;
  readonly subPageId: string;
}

/** `matrix/{year}/{period}`: a place of the tab, its variable parts by what they must be. */
const nameOf = (place: (typeof places)[number]): string =>
  place.map((part) => (typeof part === 'string' ? part : `{${part.name.replace(/^is/, '').toLowerCase()}}`)).join('/');

/** Every page that a link may lead to. */
export const everyPlace: readonly string[] = places.map(nameOf);

export const alder = '100001';
/** Its review of the present period waits for sign-off. */
export const birch = '100002';
/** Judged in full, and not yet sent. */
export const cedar = '100003';
export const elm = '100004';

const yearOf = ({ year }: PeriodRef): string => yearInPath(year);

/** For every place somebody who may open it, and an address with something to see. */
export const pages: Readonly<Record<string, (facts: Facts) => PageOf>> = {
  work: () => ({ part: 'director', subPageId: 'work' }),
  'matrix/{year}/{period}': ({ settled }) => ({ part: 'chair', subPageId: `matrix/${periodPath(settled)}` }),
  'matrix/{year}/{period}/{urn}/{area}': ({ settled }) => ({
    part: 'director',
    subPageId: `matrix/${periodPath(settled)}/${birch}/attendance`,
  }),
  'stage/{year}/{period}': ({ settled }) => ({ part: 'chair', subPageId: `stage/${periodPath(settled)}` }),
  'reviews/{year}/{period}': ({ period }) => ({ part: 'director', subPageId: `reviews/${periodPath(period)}` }),
  'reviews/{year}/{period}/{urn}': ({ period }) => ({
    part: 'director',
    subPageId: `reviews/${periodPath(period)}/${birch}`,
  }),
  'reviews/{year}/{period}/{urn}/{area}': ({ period }) => ({
    part: 'director',
    subPageId: `reviews/${periodPath(period)}/${alder}/attendance`,
  }),
  categories: () => ({ part: 'ceo', subPageId: 'categories' }),
  'categories/{change}': ({ change }) => ({ part: 'birchHead', subPageId: `categories/${change}` }),
  'categories/propose/{urn}': () => ({ part: 'director', subPageId: `categories/propose/${alder}` }),
  'academies/{urn}': () => ({ part: 'director', subPageId: `academies/${birch}` }),
  'academies/{urn}/support/{year}': ({ period }) => ({
    part: 'birchHead',
    subPageId: `academies/${birch}/support/${yearOf(period)}`,
  }),
  administration: () => ({ part: 'administrator', subPageId: 'administration' }),
  'administration/academies': () => ({ part: 'administrator', subPageId: 'administration/academies' }),
  'administration/academies/new': () => ({ part: 'administrator', subPageId: 'administration/academies/new' }),
  'administration/academies/{urn}': () => ({ part: 'administrator', subPageId: `administration/academies/${alder}` }),
  'administration/people': () => ({ part: 'administrator', subPageId: 'administration/people' }),
  'administration/people/new': () => ({ part: 'administrator', subPageId: 'administration/people/new' }),
  'administration/people/{person}': ({ person }) => ({
    part: 'administrator',
    subPageId: `administration/people/${person}`,
  }),
  'administration/calendar': () => ({ part: 'administrator', subPageId: 'administration/calendar' }),
  'administration/calendar/{year}': ({ period }) => ({
    part: 'administrator',
    subPageId: `administration/calendar/${yearOf(period)}`,
  }),
  'administration/opening': () => ({ part: 'administrator', subPageId: 'administration/opening' }),
  'administration/opening/{year}/{period}': ({ period }) => ({
    part: 'administrator',
    subPageId: `administration/opening/${periodPath(period)}`,
  }),
  'administration/models': () => ({ part: 'administrator', subPageId: 'administration/models' }),
  'administration/messages': () => ({ part: 'administrator', subPageId: 'administration/messages' }),
  'administration/hand-edits': () => ({ part: 'administrator', subPageId: 'administration/hand-edits' }),
  'administration/models/{year}/{model}/{version}': ({ model: { year, code, version } }) => ({
    part: 'administrator',
    subPageId: `administration/models/${year}/${code}/${version}`,
  }),
  'administration/hand-edits/{list}/{item}': ({ handEdit: { list, item } }) => ({
    part: 'administrator',
    subPageId: `administration/hand-edits/${list}/${item}`,
  }),
};
