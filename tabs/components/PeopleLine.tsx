import { listWords } from '../../shared/domain/words';
import type { Who } from '../../shared/schema/views';

/** 'Ada Ash, Director of Education'. */
export const whoWords = ({ name, jobTitle }: Who): string => (jobTitle ? `${name}, ${jobTitle}` : name);

/** People by name and job, or `nobody` where there are none. */
export const PeopleLine = ({ people, nobody }: { people: readonly Who[]; nobody: string }) => (
  <span>{people.length === 0 ? nobody : listWords(people.map(({ name, jobTitle }) => `${name} (${jobTitle})`))}</span>
);
