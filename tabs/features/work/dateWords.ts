import { formatDay } from '../../../shared/domain/words';

/** 'By 3 September 2026', 'Overdue: it was due by 3 September 2026'; today is named as such. */
export const dateWords = (dueOn: string, today: string): string => {
  if (dueOn < today) return `Overdue: it was due by ${formatDay(dueOn)}`;
  return dueOn === today ? `By today, ${formatDay(dueOn)}` : `By ${formatDay(dueOn)}`;
};
