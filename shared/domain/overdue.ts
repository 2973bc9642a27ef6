import type { WorkItem } from '../schema/views';

/** In a file of its own, without the calendar: the tab asks it too. */
export const isOverdue = ({ dueOn }: Pick<WorkItem, 'dueOn'>, today: string): boolean =>
  dueOn !== undefined && dueOn < today;
