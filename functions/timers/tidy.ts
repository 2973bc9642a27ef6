/** Once a night, in UTC, six fields: seconds first. */
export const tidySchedule = '0 30 2 * * *';
