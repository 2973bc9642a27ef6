import type { Who } from '../../shared/schema/views';

/** 'Ada Ash, Director of Education'. */
export const whoWords = ({ name, jobTitle }: Who): string => (jobTitle ? `${name}, ${jobTitle}` : name);
