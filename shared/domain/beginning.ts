import type { ArchiveContents } from '../schema/archive';
import type { Beginning } from '../schema/beginning';
import type { Framework } from '../schema/framework';
import { TrustSettings, type Setting } from '../schema/settings';
import { datesIssues } from './yearDates';

/** What is wrong with the dates, each with the field it belongs to. */
export const beginningMistakes = ({ year, terms, closedOn }: Beginning): readonly string[] =>
  datesIssues(year, { terms, closedOn }, []).map(({ path, message }) => `${path}: ${message}`);

/**
 * The records of a trust on its first day: its settings, its model, and one administrator. The same beginning makes the
 * same records, so that writing them again finds them there.
 */
export const beginningContents = (beginning: Beginning, framework: Framework): ArchiveContents => {
  const { trustName, year, terms, closedOn, administrator } = beginning;
  const { code, version } = framework;
  const trust: Setting = TrustSettings.parse({
    name: 'trust',
    trustName,
    years: [{ year, framework: { code, version }, terms, closedOn }],
    policies: { peersSeeLevels: false },
  });
  return {
    settings: [trust, { name: `framework:${code}@${version}`, framework }],
    people: [{ ...administrator, roles: [{ role: 'administrator' }] }],
    academies: [],
    categoryChanges: [],
    reviews: [],
  };
};
