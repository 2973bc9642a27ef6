import type { Who } from '../schema/views';

/** 'Ada Ash, Director of Education'. */
export const whoWords = ({ name, jobTitle }: Pick<Who, 'name' | 'jobTitle'>): string =>
  jobTitle ? `${name}, ${jobTitle}` : name;
