/** Every quarter of an hour, in UTC, six fields: seconds first. Outside the sending hours a run ends at once. */
export const remindSchedule = '0 */15 * * * *';
